"""One thing that a person should decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..amounts import counted_in_english
from ..curate import stub
from ..model import Evidence, Figure, Record
from .reasons import Reason

#: The reasons whose items have a note that their sentence does not tell.
NOTED = frozenset({"stale-override", "ambiguous-pair"})

#: What a reason's sentence names. Figures and articles are written as the reader's language does.
Value = str | int | Figure | Record


@dataclass(frozen=True, slots=True)
class Item:
    """What is asked, why, about what, what says so, and where the answer belongs."""

    reason: Reason
    urgency: float  # harm times doubt: see reasons.py
    record: Record | None  # None: nothing in the corpus answers to it, or it is about many articles
    about: (
        str  # the finding or field: "partner:RS", "date", "same:ID"; empty where no decision about an article is asked
    )
    snippet: str  # the decision, ready to be signed, or an entry for another file
    values: Mapping[str, Value] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    file: str = ""  # where the answer belongs, as the user types it
    line: int | None = None  # of what already stands there; None: nothing does
    note: str = ""  # what else there is to say, in English, for who edits the file

    @property
    def why(self) -> str:
        """The reason in English, with what it names."""
        return self.reason.why.format(**{name: in_words(value) for name, value in self.values.items()})

    @property
    def ready(self) -> str:
        """What is to be pasted: the decision alone where the article has a file already, else the whole file."""
        if self.record is None or not self.about or self.line is not None:
            return f"# {self.reason.advice}\n{self.snippet}"
        return stub(self.record, [f"  # {self.reason.advice}\n", self.snippet])

    @property
    def order(self) -> tuple[float, str, str, str]:
        """Worst first; the same order on every run."""
        id_ = self.record.article.id if self.record is not None else ""
        return -self.urgency, self.reason.code, id_, self.about


def in_words(value: Value) -> str:
    """A value in English."""
    if isinstance(value, Figure):
        return counted_in_english(value, value.what)
    return value.article.id if isinstance(value, Record) else str(value)

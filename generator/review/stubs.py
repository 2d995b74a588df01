"""Questions as YAML: entries that decide nothing until their editor writes a word, and entries that are signed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap

from ..curate import snippet, stub
from ..model import Record
from ..plaintext import clean
from .item import Item

_WORDS = ("   # accept, reject, or correct", "   # accept or correct")
_WIDTH = 110


@dataclass(frozen=True, slots=True)
class Stub:
    """What is to be written for one article."""

    record: Record
    file: str
    items: tuple[Item, ...]

    def entries(self, beside: bool = False) -> dict[str, str]:
        """The open entries, by what each is about; `beside` those of an editor, whose reason is not theirs."""
        return {item.about: entry(item, beside) for item in self.items}

    @property
    def text(self) -> str:
        """A whole file of open entries."""
        return stub(self.record, self.entries().values())


def stubs(items: Iterable[Item]) -> list[Stub]:
    """The items that are answered by decisions about an article, by article, in their order."""
    found: dict[str, list[Item]] = {}
    for item in items:
        if item.record is not None and item.about:
            found.setdefault(item.record.article.id, []).append(item)
    return [Stub(same[0].record, same[0].file, tuple(same)) for same in found.values() if same[0].record is not None]


def entry(item: Item, reason: bool = False) -> str:
    """An item as an entry of `decisions:` that is still to be decided, under comments that say what is asked.

    With `reason` it has room for its own, since it would else take that of its file.
    """
    if item.record is None:
        raise ValueError("the item is about no article")
    decision = snippet(item.record, item.about, "decide")
    if reason:
        decision += "    why:   # your reason\n"
    quoted = [f"“{piece.exact}”" for piece in item.evidence[:1] if "    sentence:" not in decision]
    told = [f"{item.reason.heading}. {item.why}", *quoted, f"{item.reason.advice}."]
    lines = [line for text in told for line in wrap(clean(text), _WIDTH, break_long_words=False)]
    other = []
    if item.about == "relevant":
        other = [f"  # {line[2:]}" for line in snippet(item.record, "add:partner").splitlines()]
    return "".join(f"  # {line}\n" for line in lines) + decision + "".join(f"{line}\n" for line in other)


def signed(decision: str, by: str, on: str, why: str, to: str | None = None) -> str:
    """An entry of `decisions:` with who, when and why; `to` (YAML) is what it says instead of its own."""
    first, *rest = decision.rstrip("\n").split("\n")
    for words in _WORDS:
        first = first.removesuffix(words)
    lines = [first, *(line for line in rest if not line.startswith("    # "))]
    if to is not None:
        lines = [*(line for line in lines if not line.startswith("    to:")), f"    to: {to}"]
    names = (("by", by), ("on", on), ("why", why))
    return (
        "\n".join([*lines, *(f"    {name}: {json.dumps(value, ensure_ascii=False)}" for name, value in names)]) + "\n"
    )

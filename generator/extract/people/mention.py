"""A place where a text names somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ..places import Spot
from ..sentences import Span

Field = Literal["title", "body"]
THRESHOLD = 2.0
"""The points from which a candidate is taken for a person."""


@dataclass(frozen=True, slots=True)
class Text:
    """A title or a body with its sentences and the places that it names, in order."""

    field: Field
    text: str  # in simplified characters
    sentences: Sequence[Span]
    spots: Sequence[Spot]
    printed: str  # the same with its traditional characters


class Context(NamedTuple):
    """What the words around a name say."""

    points: float
    role: Span | None
    titled: bool  # a title stands right before it
    described: bool  # its bearer is described after it, or labels a speech
    acting: bool  # it says or does something
    plural: bool = False  # the role before it is that of many: a headline may go on after "Scientists"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that stands at `start`..`end`; `points` tell how sure it is that a person is meant.

    `parts` are the folded words of the name, by which a later "Okonkwo" is known for "Adebayo Okonkwo".
    """

    text: Text
    start: int
    end: int
    name: str
    parts: tuple[str, ...]
    points: float
    role: Span | None = None
    family_first: bool = False  # the first part is the surname
    support: float = 0.0  # what the words around it alone say for a person

    @property
    def key(self) -> str:
        """The same for every spelling of the whole name."""
        return " ".join(self.parts)

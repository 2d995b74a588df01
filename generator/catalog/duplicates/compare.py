"""Whether one text is a copy of another: not how much they share, but whether it is shared all over the shorter one.

A quoted paragraph, or the "About us" below a press release, is one solid block; an edited or trimmed reprint keeps a
part of nearly every passage. So the measure is Broder's containment, taken passage by passage.
"""

from __future__ import annotations

from dataclasses import dataclass

from .shingles import Text

#: A passage recurs in another text if this share of its shingles does. Where every fourth word was changed, .75³ = .42
#: of them are left; two articles about one event by different hands share about .05. A few words are no copy: at least
#: this many shingles, or the whole passage.
_RECURS, _AT_LEAST = 0.25, 6
#: A text is a copy if this share of it is passages that recur; more, where only the ends of both texts are the same.
_COPIED, _COPIED_END = 0.6, 0.8
#: A long text holds the phrases of many short ones: of a text of few shingles, this share must stand in one that is so
#: many times longer.
_SHORT, _LONGER, _VERBATIM = 60, 2, 0.6


@dataclass(frozen=True, slots=True)
class Overlap:
    """Which passages of one text recur in another."""

    recurring: tuple[bool, ...]
    sizes: tuple[int, ...]  # of all passages, in shingles
    shared: int  # shingles that stand in both

    def share(self, counted: tuple[bool, ...]) -> float:
        """The share of the text, 0 to 1, that recurs; passages that are not `counted` speak for nothing."""
        whole = sum(self.sizes)
        found = sum(
            size for size, recurs, counts in zip(self.sizes, self.recurring, counted, strict=True) if recurs and counts
        )
        return found / whole if whole else 0.0

    @property
    def only_end(self) -> bool:
        """Whether what recurs is one block at the end, below an opening that does not."""
        return not self.recurring[0] and sorted(self.recurring) == list(self.recurring)

    def is_copy(self, back: Overlap, counted: tuple[bool, ...]) -> bool:
        """Whether the text says little that the other one does not say in the same words; `back` is the other's."""
        size = sum(self.sizes)
        if size < _SHORT and sum(back.sizes) > _LONGER * size and self.shared < _VERBATIM * size:
            return False
        return self.share(counted) >= (_COPIED_END if self.only_end and back.only_end else _COPIED)


def overlap(text: Text, other: frozenset[int]) -> Overlap:
    """The passages of `text` that recur in a text with the shingles `other`."""
    shared = [sum(shingle in other for shingle in passage) for passage in text.passages]
    recurring = tuple(
        bool(passage) and number >= min(len(passage), max(_AT_LEAST, _RECURS * len(passage)))
        for passage, number in zip(text.passages, shared, strict=True)
    )
    return Overlap(recurring, tuple(map(len, text.passages)), sum(shared))

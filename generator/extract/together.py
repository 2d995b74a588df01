"""Words that tell a theme only together: data that anyone may download, students who will be trained.

Each of them says little, and the phrases that they make are without number. So an editor lists two kinds of words, and
they tell where one of each stands in a sentence, close to the other, in either order. Where only the one order tells
(a joint institute is one, an institute whose staff published jointly is not), the second follows in the same clause.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..script import HAN
from ..taxonomy import Theme
from .sentences import Span

BETWEEN = " … "
"""Stands between the two words where they are shown."""

COUNTRIES = "{countries}"
"""Stands among the words of a kind for two countries named side by side: "Sino-French", "Chile and Finland"."""

_CLAUSE = re.compile(r"[,，;；:：]")
_IDEOGRAPH = re.compile(rf"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Part:
    """A kind of words: the first or the second of a pair of a theme."""

    theme: str
    pair: int  # its place among the pairs of the theme
    second: bool
    weight: float  # of the two together
    within: int  # characters of English that may stand between the two
    ordered: bool  # whether the second follows the first


def parts_of(theme: Theme) -> Iterator[tuple[str, Part]]:
    """The words of a theme's pairs, in both languages."""
    for index, pair in enumerate(theme.together):
        for kinds in (pair.en, pair.zh):
            for second, kind in enumerate(kinds):
                for word in kind:
                    yield word, Part(theme.id, index, bool(second), pair.weight, pair.within, pair.ordered)


def english_length(text: str) -> int:
    """The length of `text` as if it were English: an ideograph says as much as three letters."""
    return len(text) + 2 * len(_IDEOGRAPH.findall(text))


def find_pairs(
    text: str, sentences: Sequence[Span], parts: Iterable[tuple[Part, Span]], read: Mapping[str, Sequence[Span]]
) -> Iterator[tuple[Part, Span, str]]:
    """The pairs in `text`: of what theme, where, and their two words.

    `parts` are what was found of them, in the order of the text; what stands in a place of `read`, by theme, has told
    already.
    """
    starts = [span.start for span in sentences]
    last: dict[tuple[str, int, bool], tuple[Span, int]] = {}
    for part, span in parts:
        if any(done.start < span.end and span.start < done.end for done in read.get(part.theme, ())):
            continue
        sentence = bisect_right(starts, span.start)
        if part.ordered and not part.second:
            last[part.theme, part.pair, False] = span, sentence
            continue
        other, where = last.pop((part.theme, part.pair, not part.second), (span, -1))
        if where == sentence and other.end <= span.start and _near(text, other.end, span.start, part):
            words = text[other.start : other.end] + BETWEEN + text[span.start : span.end]
            yield part, Span(other.start, span.end), words
        elif not part.ordered:
            last[part.theme, part.pair, part.second] = span, sentence


def _near(text: str, end: int, start: int, part: Part) -> bool:
    """Whether the two words stand close enough, what stands between them being text[end:start]."""
    if part.ordered and _CLAUSE.search(text, end, start):
        return False
    return english_length(text[end:start]) <= part.within

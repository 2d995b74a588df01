"""Items told apart by what they speak of: each title belongs to the text under it and to none of the others.

The sections of one article share its subject, so that its subheads fit them all; the items of a page do not. Compared
are the words of titles and texts, as in Hearst's TextTiling (1997), with the lines of heads as the only places to cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, permutations

from .rows import Kind, Row, is_paragraph
from .topic import pieces, topic_of
from .words import ends_sentence, han

# The share of a title's words that its text has, less twice that which another text has and that which two texts have
# in common, on the average: labelled pages that hold one article have .16 at most, those of several .24 at least.
_APART = 0.2
_SET_ALIKE = 0.1  # is added where each title is set between marks as the others are: *** Title ***
_FEWEST_WORDS = 3
_SET = re.compile(
    r"^\s*([^\w\s\"“‘'«(（《「『]+)\s*\w.*?(?<=[\w\"”’'»)）》」』?!.])\s*([^\w\s\"”’'»)）》」』?!.]*)\s*$"
)


def by_topics(rows: Sequence[Row], first: int, told: bool) -> list[int]:
    """The titles of items that speak of different things. `told`: the page says that it holds several."""
    starts = _heads(rows, first)
    while len(starts) > 1 and not any(is_paragraph(row) for row in rows[starts[0] : starts[1]]):
        starts = starts[1:]
    if len(starts) < (2 if told else 3) or any(is_paragraph(row) for row in rows[first : starts[0]]):
        return []
    ends = [*starts[1:], len(rows)]
    titles = [pieces(rows[i].bare) for i in starts]
    texts = [topic_of(rows[i + 1 : end]) for i, end in zip(starts, ends, strict=True)]
    if not all(titles) or not all(texts):
        return []
    own = _mean([len(title & text) / len(title) for title, text in zip(titles, texts, strict=True)])
    pairs = list(permutations(range(len(starts)), 2))
    others = _mean([len(titles[i] & texts[j]) / len(titles[i]) for i, j in pairs])
    alike = _mean([len(texts[i] & texts[j]) / min(len(texts[i]), len(texts[j])) for i, j in pairs if i < j])
    return starts if own - 2 * others - 2 * alike + _SET_ALIKE * _are_set_alike(rows, starts) >= _APART else []


def _are_set_alike(rows: Sequence[Row], starts: Sequence[int]) -> bool:
    """Whether all titles stand between, or behind, the same marks."""
    shapes = {match.groups() if (match := _SET.match(rows[i].text)) else None for i in starts}
    return len(shapes) == 1 and None not in shapes


def _heads(rows: Sequence[Row], first: int) -> list[int]:
    """The title-like lines over text that stand apart from what is above; the nearest of several lines of a head."""
    found = []
    for i in range(first, len(rows) - 1):
        row = rows[i]
        long = han(row.bare) >= 2 * _FEWEST_WORDS or len(row.bare.split()) >= _FEWEST_WORDS
        if row.title_like and long and _closed(rows, i) and (_opens_text(rows, i) or _over_lines(rows, i)):
            found.append(i)
    return [i for i, after in pairwise([*found, len(rows)]) if any(is_paragraph(row) for row in rows[i:after])]


def _closed(rows: Sequence[Row], i: int) -> bool:
    """Whether nothing goes on into the line: a gap, a credit or the end of a sentence stands above it."""
    above = rows[i - 1] if i else None
    return rows[i].line.gap or above is None or above.kind is not Kind.TEXT or ends_sentence(above.text)


def _opens_text(rows: Sequence[Row], i: int) -> bool:
    """Whether text stands right under the line, or under its credit."""
    under = next((row for row in rows[i + 1 :] if row.kind not in (Kind.CREDIT, Kind.BYLINE, Kind.CAPTION)), None)
    return under is not None and is_paragraph(under)


def _over_lines(rows: Sequence[Row], i: int) -> bool:
    """Whether the line stands alone over a block of lines that end a sentence together: text broken at a width."""
    below = rows[i + 1 :]
    size = next((n for n, row in enumerate(below) if n and (row.line.gap or row.kind is not Kind.TEXT)), len(below))
    alone = rows[i].line.gap and below[0].line.gap and below[0].kind is Kind.TEXT
    return alone and size > 1 and ends_sentence(below[size - 1].text)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0

"""The box of points over an article ("Summary", "In short"): it says again what the text says, and is none of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .rows import Kind, Row, is_paragraph
from .words import matches

_POINT = re.compile(r"^(?:[•‣▪◦·*–-]|\d{1,2}[.)、])\s*\S")
_FEWEST = 2  # paragraphs that stand below; else the points are the text
_MOST = 8


def without_summary(rows: Sequence[Row]) -> list[Row]:
    """The rows; the points under a heading that says that they are a summary, over the text, are the page's own."""
    out = list(rows)
    for i, row in enumerate(rows):
        if not matches("summary", row.text) or row.line.level or row.kind not in (Kind.TEXT, Kind.LABEL, Kind.TAIL):
            continue
        box = _box(rows, i)
        below = [under for under in rows[i + 1 + len(box) :] if is_paragraph(under) and not _POINT.match(under.text)]
        if any(map(is_paragraph, rows[:i])) or not box or len(below) < _FEWEST:
            return out
        for k in range(i, i + 1 + len(box)):
            out[k] = replace(out[k], kind=Kind.LABEL)
        return out
    return out


def _box(rows: Sequence[Row], head: int) -> list[Row]:
    """The rows of a box: points of a list, or lines without a gap among them."""
    under = rows[head + 1 : head + 1 + _MOST]
    points = list(takewhile(lambda row: _POINT.match(row.text) is not None, under))
    lines = list(takewhile(lambda row: row.kind is Kind.TEXT and not row.line.gap, under))
    return points if points or len(lines) == len(under) else lines

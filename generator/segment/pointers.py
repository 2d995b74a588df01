"""Titles that a ▲ points out: inside a text it opens a caption, over a credit or over all text an item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .rows import Kind, Row, is_paragraph, is_title_like
from .titles import is_dashed
from .topic import is_clause, shared, topic_of
from .words import ends_sentence

_POINTERS = ("▲", "△")
_TOLD = 0.3  # of the words of a title, the text has


def with_pointed_titles(rows: Sequence[Row]) -> list[Row]:
    """The rows; lines taken for captions are text where a dated credit follows, or where no other line is the title."""
    pointed = [i for i, row in enumerate(rows) if row.kind is Kind.CAPTION and row.text.startswith(_POINTERS)]
    if not pointed:
        return list(rows)
    limit = next((i for i, row in enumerate(rows) if is_paragraph(row)), len(rows))
    topic = topic_of(rows[limit:])
    titled = any(row.title_like and _tells(row.text, topic) for row in rows[: min(limit, pointed[0])])
    listed = pointed[0] < limit and not titled  # the first is the page's title, or that of its first item
    found = [i for i in pointed if _may_be_title(rows[i]) and (_is_dated(rows, i) or (listed and _is_over(rows, i)))]
    return [replace(row, kind=Kind.TEXT) if i in found else row for i, row in enumerate(rows)]


def _tells(text: str, topic: set[str]) -> bool:
    return is_clause(text) and shared(text, topic) >= _TOLD


def _may_be_title(row: Row) -> bool:
    """Whether what stands behind the pointer has the shape of a title."""
    return not ends_sentence(row.bare) and is_title_like(row.bare)


def _is_over(rows: Sequence[Row], i: int) -> bool:
    """Whether row `i` stands over text or a credit."""
    return any(is_paragraph(row) or row.kind in (Kind.CREDIT, Kind.BYLINE) for row in rows[i + 1 : i + 3])


def _is_dated(rows: Sequence[Row], i: int) -> bool:
    """Whether a credit with a day stands right under row `i`, or under its second line."""
    under = next((row for row in rows[i + 1 : i + 3] if not (row.kind is Kind.TEXT and is_dashed(row))), None)
    return under is not None and under.kind is Kind.CREDIT and under.facts.date is not None

"""Lines that are a byline only by where they stand: a bare name under a title, a name under "Published by"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..taxonomy import SourceNames
from .bylines import clean_names, is_name_line
from .credits import Facts
from .dates import find_dates
from .rows import Kind, Row, is_digest_word, is_paragraph
from .source import letterhead_name
from .topic import shared, topic_of
from .words import width

_LABEL_ALONE = re.compile(
    r"^\W*(?:news )?(?:provided|published|issued|released|distributed) by\W*$|^(?:来源|发布单位|发布机构)\s*[:：]?$",
    re.IGNORECASE,
)


_BRACKETS = "(（[【"


def with_name_lines(rows: Sequence[Row], sources: SourceNames) -> list[Row]:
    """The rows with bare names taken as the bylines and sources that they are."""
    out = list(rows)
    for i, (row, below) in enumerate(pairwise(rows)):
        if _LABEL_ALONE.match(row.text) and not below.line.gap and below.kind is Kind.TEXT and width(below.text) <= 60:
            out[i], out[i + 1] = Row(row.line, Kind.FURNITURE), Row(below.line, Kind.CREDIT, Facts(source=below.text))
    for i in range(1, len(rows)):
        if rows[i].kind is Kind.CREDIT and (name := _signature(rows, i, sources)) is not None:
            outlet = rows[i].text[0] in _BRACKETS
            facts = replace(rows[i].facts, source=name) if outlet else replace(rows[i].facts, byline=name)
            out[i] = Row(rows[i].line, Kind.CREDIT, facts)
    for i in range(1, len(rows) - 1):
        name = _writer(rows, i) if out[i].kind is Kind.TEXT else None
        if name is not None and letterhead_name(name, sources) is None:
            out[i] = Row(rows[i].line, Kind.BYLINE, Facts(byline=name))
    return out


def _signature(rows: Sequence[Row], i: int, sources: SourceNames) -> str | None:
    """The name that a text is signed with beside the day: "Jane Doe, 12 June 2021" right under a paragraph."""
    row, dates = rows[i], find_dates(rows[i].text)
    below = rows[i + 1] if i + 1 < len(rows) else None
    if not dates or row.facts.source or row.facts.byline or not is_paragraph(rows[i - 1]):
        return None
    name = row.text[: dates[0].start].strip(" ,，、–—-(（[【《》")
    place = row.text[0] in _BRACKETS and name in rows[i - 1].text
    alone = (below is None or not is_paragraph(below)) and not place
    return name if alone and is_name_line(name) and letterhead_name(name, sources) is None else None


def _writer(rows: Sequence[Row], i: int) -> str | None:
    """The writer whom the row under a title names: a date stands below it, or the text, which never names him."""
    row, above, below = rows[i], rows[i - 1], rows[i + 1]
    dated = below.kind is Kind.CREDIT and below.facts.source is None and below.facts.byline is None
    under_title = above.title_like and dated
    told = above.kind is Kind.CREDIT and above.facts.byline is None
    titled = above.title_like and len(above.text) > len(row.text) and len(above.text.split()) > 4
    if row.line.level or not (under_title or ((told or titled) and is_paragraph(below))):
        return None
    name = clean_names(row.text)
    if not is_name_line(name) or is_digest_word(row.text):
        return None
    topic = topic_of(row for row in rows if is_paragraph(row)) if not under_title else set[str]()
    return name if shared(name, topic) == 0 else None

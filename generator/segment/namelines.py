"""Lines that are a byline only by where they stand: a bare name under a title, a name under "Published by"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..taxonomy import SourceNames
from .bylines import clean_names, is_name_line, is_post
from .credits import Facts
from .dates import find_dates
from .rows import Kind, Row, is_digest_word, is_paragraph
from .source import is_institution, is_outlet, is_press_office, is_publication, letterhead_name
from .topic import is_name_shaped, shared, topic_of
from .words import all_caps, han, holds, matches, width

_LABEL_ALONE = re.compile(
    r"^\W*(?:news )?(?:provided|published|issued|released|distributed) by\W*$|^(?:来源|发布单位|发布机构)\s*[:：]?$",
    re.IGNORECASE,
)

_SPEECH = re.compile(
    r"^(?:(?:opening|closing|keynote|an?|the) )*(?:address|remarks|speech|statement|lecture|keynote|talk)"
    r"(?: (?:given|delivered|made))? (?:by|of) (?:(?:the )?hon(?:ou?rable|\.) |mrs?\. |dr\.? |prof(?:essor|\.)? )*"
    r"(?P<name>(?-i:[A-ZÀ-Þ])[^,;:]{3,40}),\s+\S",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"^(?:(?:h\.?\s?e\.?|his|her|excellency|the|hon(?:ou?rable|\.)|rt\.?|deputy|vice|under|assistant|acting|foreign|prime"
    r"|state|permanent|first|chief|ambassador|president|minister|secretary(?:[- ]general)?|director(?:[- ]general)?"
    r"|commissioner|chancellor|rector|chair(?:man|woman|person)?|dr\.?|prof(?:essor|\.)?|sir|dame|lord|lady|general|admiral"
    r"|governor|senator|sen\.|mayor|king|queen|mrs?\.?|ms\.?|administrator)\s+)+(?=(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"^(?:\w+ )?(?:remarks|speech|address|statement|keynote|lecture|testimony|toast|message|greetings?)\b", re.I
)
_BETWEEN = (Kind.FURNITURE, Kind.CAPTION)  # what may stand between a title, its writer and the day
_BRACKETS = "(（[【"
_AROUND = " ,，;；、–—-(（[【《》"


def with_name_lines(rows: Sequence[Row], sources: SourceNames) -> list[Row]:
    """The rows with bare names taken as the bylines and sources that they are."""
    rows = _with_speakers(rows)
    out = list(rows)
    for i, (row, below) in enumerate(pairwise(rows)):
        if _LABEL_ALONE.match(row.text) and not below.line.gap and below.kind is Kind.TEXT and width(below.text) <= 60:
            out[i], out[i + 1] = Row(row.line, Kind.FURNITURE), Row(below.line, Kind.CREDIT, Facts(source=below.text))
    for i in range(1, len(rows)):
        if rows[i].kind is Kind.CREDIT and (name := _signature(rows, i, sources)) is not None:
            outlet = rows[i].text[0] in _BRACKETS
            facts = replace(rows[i].facts, source=name) if outlet else replace(rows[i].facts, byline=name)
            out[i] = Row(rows[i].line, Kind.CREDIT, facts)
    for i in _outlets_over_titles(out, sources):
        out[i] = Row(rows[i].line, Kind.CREDIT, Facts(source=rows[i].bare))
    for i, name in _outlets_beside_days(out, sources).items():
        out[i] = Row(rows[i].line, Kind.CREDIT, replace(rows[i].facts, source=name))
    for i in range(1, len(rows) - 1):
        name = _writer(rows, i) if out[i].kind is Kind.TEXT else None
        if name is not None and letterhead_name(name, sources) is None:
            out[i] = Row(rows[i].line, Kind.BYLINE, Facts(byline=name))
    return [
        Row(row.line, Kind.FURNITURE) if i and row.kind is Kind.TEXT and _is_post_under_name(out[i - 1], row) else row
        for i, row in enumerate(out)
    ]


def _is_post_under_name(above: Row, row: Row) -> bool:
    """Whether a row tells what the writer is whom the row above names."""
    return above.kind is Kind.BYLINE and not row.line.level and (is_post(row.text) or is_press_office(row.text))


def _with_speakers(rows: Sequence[Row]) -> list[Row]:
    """The rows with the lines that tell who spoke, and with what follows them: where it was, and when."""
    out = list(rows)
    for i in range(1, len(rows) - 2):
        if (name := _dignitary(rows, i)) is not None:
            out[i] = Row(rows[i].line, Kind.BYLINE, Facts(byline=name))
            if rows[i + 1].title_like and not rows[i + 1].line.gap and is_name_shaped(rows[i + 1].text):
                out[i + 1] = Row(rows[i + 1].line, Kind.FURNITURE)  # where it was
    for i in range(1, len(rows) - 1):
        if (speaker := _speaker(rows, i)) is not None:
            day = next((date for row in rows[i : i + 2] for date in find_dates(row.text) if date.year), None)
            out[i] = Row(rows[i].line, Kind.BYLINE, Facts(byline=speaker, date=day))
            if not rows[i + 1].line.gap and rows[i + 1].kind is Kind.CREDIT:
                out[i + 1] = Row(rows[i + 1].line, Kind.CREDIT, Facts(date=day))
    return out


def _dignitary(rows: Sequence[Row], i: int) -> str | None:
    """Who gave the speech under whose title a line holds a rank and a name: "Ambassador Ann Rhee"."""
    row, ranked = rows[i], _RANK.match(rows[i].text)
    speech = rows[i - 1].title_like and _SPOKEN.match(rows[i - 1].text) is not None
    dated = any(below.facts.date is not None for below in rows[i + 1 : i + 3])
    if ranked is None or row.line.level or not (speech and dated):
        return None
    name = row.text[ranked.end() :].split(",")[0].strip()
    return name if is_name_line(name) else None


def _speaker(rows: Sequence[Row], i: int) -> str | None:
    """Who gave the speech that the line under a title tells of: "Remarks by Ann Rhee, Minister, before the"."""
    row, match = rows[i], _SPEECH.match(rows[i].text)
    if match is None or row.line.level or not rows[i - 1].title_like or row.kind not in (Kind.TEXT, Kind.CREDIT):
        return None
    on = not rows[i + 1].line.gap and rows[i + 1].kind is Kind.CREDIT
    if not (on or any(date.year for date in find_dates(row.text))):
        return None
    name = clean_names(match["name"])
    return name if is_name_line(name) else None


def _outlets_over_titles(rows: Sequence[Row], sources: SourceNames) -> list[int]:
    """The names that stand right over several titles with text under them, where most of them can only be outlets."""
    found = [
        i
        for i, (row, below) in enumerate(pairwise(rows[:-1]))
        if row.title_like
        and below.title_like
        and not below.line.gap
        and (is_paragraph(rows[i + 2]) or rows[i + 2].kind in (Kind.CREDIT, Kind.BYLINE))
        and (i == 0 or row.line.gap or rows[i - 1].kind is Kind.FURNITURE)
        and is_name_shaped(row.bare)
        and (not is_digest_word(row.text) or is_publication(row.bare, sources))
        and not matches("label", row.bare)
        and (all_caps(below.text) or not all_caps(row.bare) or _ends_as_outlet(row.bare, sources))  # else a deck below
    ]
    sure = sum(_ends_as_outlet(rows[i].bare, sources) for i in found)
    return found if len(found) > 1 and 2 * sure >= len(found) else []


def _ends_as_outlet(name: str, sources: SourceNames) -> bool:
    """Whether a name can only be an outlet's, as its last word says or the sources do."""
    last = name if han(name) else name.rsplit(maxsplit=1)[-1]
    return (
        is_outlet(name, sources)
        and not is_institution(name)
        and (is_publication(name, sources) or holds("publication", last))
    )


def _outlets_beside_days(rows: Sequence[Row], sources: SourceNames) -> dict[int, str]:
    """The names beside the day under several titles, "(Tema Tide, 9 May)": what one of them is, an outlet, all are."""
    named: dict[int, str] = {}
    for i in range(1, len(rows)):
        row, dates = rows[i], find_dates(rows[i].text)
        if row.kind is not Kind.CREDIT or row.facts.byline or not dates or not rows[i - 1].title_like:
            continue
        before = row.text[: dates[0].start]
        if dates[0].end >= len(row.text) - 2 and re.search(r"[,，;；]\s*$", before):
            named[i] = before.strip(_AROUND)
    told = [i for i, name in named.items() if is_outlet(name, sources) or rows[i].text[0] in _BRACKETS + "—–"]
    unlike = len(set(named.values())) > 1
    return {i: name for i, name in named.items() if rows[i].facts.source is None and name} if told and unlike else {}


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


def _introduces(row: Row, name: str) -> bool:
    """Whether a paragraph opens with a name, as the notes on writers do."""
    return row.text.casefold().startswith(name.casefold())


def _writer(rows: Sequence[Row], i: int) -> str | None:
    """The writer whom the row under a title names: a date stands below it, or the text, which never names him."""
    row = rows[i]
    above = next((other for other in reversed(rows[:i]) if other.kind not in _BETWEEN), rows[i - 1])
    below = next((other for other in rows[i + 1 :] if other.kind not in _BETWEEN), rows[i + 1])
    dated = below.kind is Kind.CREDIT and below.facts.source is None and below.facts.byline is None
    under_title = (above.title_like and dated) or is_post(below.text)
    told = above.kind is Kind.CREDIT and above.facts.byline is None
    titled = above.title_like and len(above.text) > len(row.text) and len(above.text.split()) > 4
    if (
        row.line.level
        or (all_caps(row.text) and all_caps(above.text))
        or not (under_title or ((told or titled) and is_paragraph(below)))
    ):
        return None
    name = clean_names(row.text)
    if not is_name_line(name) or is_digest_word(row.text) or is_post(row.text) or is_press_office(row.text):
        return None
    texts = (other for other in rows if is_paragraph(other) and not _introduces(other, name))
    topic = topic_of(texts) if not under_title else set[str]()
    return name if shared(name, topic) == 0 else None

"""Heads and credits that run into a paragraph, as rows of their own: 【标题】正文, "... (Harbour Post, 9 May)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..taxonomy import SourceNames
from .boilerplate import is_furniture
from .credits import Facts, read_credit
from .dateline import read_dateline
from .dates import find_dates
from .rows import Kind, Row, is_digest_word, is_title_like
from .topic import is_clause, is_name_shaped
from .words import all_caps, ends_sentence, han, width

_HEAD = re.compile(r"^[■◆●▲▶★]?\s*[【〖](?P<head>[^【】〖〗]{4,40})[】〗]\s*(?P<text>\S.*)$", re.DOTALL)
_NUMBERED = re.compile(
    r"^(?:\d{1,2}\s?[.、．)）]|[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十\d]{1,2}[）)]|[①-⑳]|[■●◆▲▶★]\s?\d{0,2})\s*"
    r"(?P<head>[^。！？.!?：]{6,80})[。：.!]\s*(?P<text>\S.*)$",
    re.DOTALL,
)
_WIRE_TITLE = re.compile(
    r"^(?P<line>.{4,40}?[电讯電訊]\s*(?:[(（][^()（）]{2,40}[)）])?)\s*(?:题|題|标题)\s*[:：]\s*(?P<title>\S.*)$"
)
_HEAD_ROWS = 8
_CREDIT = re.compile(r"(?<=[.!?。！？”\"’])\s*(?P<credit>[(（\[][^()（）\[\]]{4,60}[)）\]])\s*$")
_TITLE_CREDIT = re.compile(r"^(?P<title>\S.{8,}?)\s*(?P<credit>[(（\[][^()（）\[\]]{4,60}[)）\]])$")
_MORE = re.compile(
    r"(?<=[.!?。！？…”\"’)）])\s*[\[(（]?\s*(?:read (?:more|on|the full \w+)|continue reading|full (?:story|text)"
    r"|阅读(?:全文|更多|原文)|查看(?:全文|更多|详情))\s*[\])）]?\s*[.…>»›→]*\s*$",
    re.IGNORECASE,
)
_LIST_MARK = re.compile(r"(?:[-–—*·→]|\(?[a-z]\))\s*(?=\S)")
_PARAGRAPH = 60  # columns; a shorter text has no head
_FEWEST = 2  # such heads; one alone is a column's name


def apart(rows: Sequence[Row], sources: SourceNames) -> list[Row]:
    """The rows with the heads of items and the closing credits that run into paragraphs cut off."""
    heads = {i: match for i, row in enumerate(rows) if (match := _run_in(row)) is not None}
    distinct = {match["head"] for match in heads.values()}
    split = heads if len(distinct) >= _FEWEST and len(distinct) == len(heads) else _numbered(rows)
    told = split is heads and all(is_clause(match["head"]) for match in heads.values())
    level = int(told and not any(row.line.level for row in rows))  # heads that tell something are titles of items
    out: list[Row] = []
    for i, row in enumerate(rows):
        if i in split:
            title = replace(row.line, text=split[i]["head"], gap=True, strong=True, level=row.line.level or level)
            out += [Row(title, Kind.TEXT), Row(replace(row.line, text=split[i]["text"], gap=False), Kind.TEXT)]
        else:
            out.append(_without_pointer(row))
    out = [piece for row in out for piece in _titled_by_wire(row)]
    out = _titles_apart(_without_bullets(out), sources)
    closings = [i for i in range(len(out)) if _closes_with_name(out, i)]
    named = set(closings) if len(closings) >= _FEWEST else set[int]()
    return [piece for i, row in enumerate(out) for piece in _without_credit(row, i in named, sources)]


def _titled_by_wire(row: Row) -> list[Row]:
    """The dateline of a wire and the title that it announces, each a row (海风社利马3月9日电（记者 白露）题：…)."""
    match = _WIRE_TITLE.match(row.text) if row.kind is Kind.TEXT else None
    told = read_dateline(f"{match['line']}。") if match else None
    if match is None or told is None or not is_title_like(match["title"]):
        return [row]
    facts = Facts(told.agency, told.byline, told.date)
    credit = Row(replace(row.line, text=match["line"]), Kind.CREDIT, facts)
    return [credit, Row(replace(row.line, text=match["title"], gap=True, strong=True), Kind.TEXT)]


def _without_bullets(rows: Sequence[Row]) -> list[Row]:
    """The rows with titles taken out of a list: "- Title" or "a) Title" over a credit with its day, several times."""
    marked = {
        i: match
        for i, (row, below) in enumerate(pairwise(rows))
        if below.kind is Kind.CREDIT and below.facts.date and row.title_like and (match := _LIST_MARK.match(row.text))
    }
    if len(marked) < _FEWEST:
        return list(rows)
    return [
        Row(replace(row.line, text=row.text[marked[i].end() :], gap=True), Kind.TEXT) if i in marked else row
        for i, row in enumerate(rows)
    ]


def _titles_apart(rows: Sequence[Row], sources: SourceNames) -> list[Row]:
    """The rows with the credits that close titles cut off, where several have one: "Title (Harbour Post, 9 May)"."""
    credited = {i: found for i, row in enumerate(rows) if (found := _credited_title(row)) is not None}
    facts = {i: read_credit(match["credit"], sources) for i, match in credited.items()}
    told = {i: fact for i, fact in facts.items() if fact is not None and fact.date is not None}
    if len(told) < _FEWEST:
        return list(rows)
    out: list[Row] = []
    for i, row in enumerate(rows):
        if i not in told:
            out.append(row)
            continue
        credit = credited[i]["credit"]
        name = credit[1 : 1 + find_dates(credit[1:])[0].start].strip(" ,，、")
        out.append(Row(replace(row.line, text=credited[i]["title"]), Kind.TEXT))
        fact = replace(told[i], source=told[i].source or name or None)
        out.append(Row(replace(row.line, text=credit, gap=False), Kind.CREDIT, fact))
    return out


def _credited_title(row: Row) -> re.Match[str] | None:
    """The match of a title that a credit in brackets closes; such a line may have been taken for a credit itself."""
    match = _TITLE_CREDIT.match(row.text)
    mistaken = row.kind is Kind.CREDIT and row.facts.source is None and row.facts.byline is None
    return match if match and (row.title_like or mistaken) and is_clause(match["title"]) else None


def _without_pointer(row: Row) -> Row:
    """A paragraph without the link to the rest of the story that closes it."""
    match = _MORE.search(row.text) if row.kind is Kind.TEXT and width(row.text) > _PARAGRAPH else None
    return Row(replace(row.line, text=row.text[: match.start()]), Kind.TEXT) if match else row


def _numbered(rows: Sequence[Row]) -> dict[int, re.Match[str]]:
    """The matches of paragraphs that open with a number and a title, "1.标题。正文", where the page lists titles."""
    found = {
        i: match
        for i, row in enumerate(rows)
        if row.kind is Kind.TEXT and (match := _NUMBERED.match(row.text)) and width(match["text"]) >= _PARAGRAPH
    }
    lines = {row.bare for row in rows if row.title_like}
    listed = sum(match["head"] in lines for match in found.values())
    capitals = sum(all_caps(match["head"]) for match in found.values())
    digest = any(is_digest_word(row.text) for row in rows[:_HEAD_ROWS]) and all(han(row.text) for row in rows[:1])
    several = len(found) >= _FEWEST and (2 * max(listed, capitals) > len(found) or digest)
    return found if several else {}


def _run_in(row: Row) -> re.Match[str] | None:
    """The match of a paragraph that opens with its title in brackets; a dateline in brackets is none."""
    match = _HEAD.match(row.text) if row.kind in (Kind.TEXT, Kind.CAPTION) else None
    short = match is not None and width(match["text"]) < _PARAGRAPH and not ends_sentence(match["text"])
    if match is None or short or read_dateline(row.text) is not None:
        return None
    return match if is_title_like(match["head"]) and not find_dates(match["head"]) else None


def _closes_with_name(rows: Sequence[Row], i: int) -> bool:
    """Whether a text ends with a name in brackets where another item or nothing follows."""
    match = _CREDIT.search(rows[i].text) if rows[i].kind is Kind.TEXT and width(rows[i].text) > _PARAGRAPH else None
    name = match["credit"][1:-1].strip() if match else "."
    alone = i + 1 == len(rows) or rows[i + 1].title_like or rows[i + 1].kind is not Kind.TEXT
    return (
        alone
        and not is_furniture(name)
        and (4 <= han(name) == len(name) if han(name) else is_name_shaped(name))
        and not name.endswith(".")
    )


def _without_credit(row: Row, named: bool, sources: SourceNames) -> Iterator[Row]:
    """A paragraph, and the credit in brackets that closes it: one with a date, or a name as others have it."""
    match = _CREDIT.search(row.text) if row.kind is Kind.TEXT and width(row.text) > _PARAGRAPH else None
    facts = read_credit(match["credit"], sources) if match else None
    if match is not None and facts is None and named:
        facts = Facts(source=match["credit"][1:-1].strip())
    house = match is not None and match["credit"][:-1].endswith("供稿")  # an office of the page's own
    facts = Facts(date=facts.date if facts else None) if house else facts
    told = house or (facts is not None and (facts.date is not None or bool(facts.source and not facts.guessed)))
    if match is None or facts is None or not (told or named):
        yield row
        return
    yield Row(replace(row.line, text=row.text[: match.start()]), Kind.TEXT)
    yield Row(replace(row.line, text=match["credit"], gap=False), Kind.CREDIT, facts)

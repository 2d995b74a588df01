"""Notes under an article that tell when, where or by whom it was published: "It ran in print on 3 May 2021"."""

from __future__ import annotations

import re

from ..script import HAN
from .bylines import clean_names, is_name_line
from .credits import Facts
from .dates import find_dates
from .lines import LINES
from .words import han, width

_WORK = (
    r"(?:articles?|columns?|essay|story|piece|posts?|entry|interview|reports?|letter|review|commentary|op-ed|item|text)"
)
_SHOWN = r"(?:ran|runs|appear(?:s|ed)|(?:was|were|is) (?:\w+ )?(?:published|printed|posted|carried)|came out)"
_NOTE = LINES.compile(
    rf"(?:^|[.!?]\s+)\W*(?:(?:an? (?:\w+ )?version of )?(?:this|the) (?:\w+ )?{_WORK}|it)\s+(?:\w+ ){{0,2}}?{_SHOWN}\b"
    r"|^\W*(?:(?:first|originally|previously) )?(?:published|printed|posted|written) (?:in|by|on|at)\b"
    r"|^\W*(?:first )?(?:broadcast|aired|air date)(?: on| at)?[:,]?\s+(?=(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*\W+)?"
    r"(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))"
    rf"|^\W*from (?:the|our) .{{4,30}} (?:issue|edition)\W*$",
    re.IGNORECASE,
)
_ZH_NOTE = LINES.compile(
    r"^\W*(?:本文|此文|原文|文章)?(?:首发|原?刊[载登发]?|原[载发]|发表|登载|刊登)[于在]?[^。]{0,30}\d"
)
_ZH_POSTED = LINES.compile(rf"^(?P<writer>[{HAN}·]{{2,8}})\s*发[表布]于\s*(?=\d{{4}}年)")
_WRITER = re.compile(r"\b[Bb]y\s+(?P<writer>[A-ZÀ-Þ][\w.'’-]*(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w.'’-]*){0,3})")
_OUTLET = re.compile(r"^\W*published in (?-i:the )?(?P<outlet>[A-ZÀ-Þ][\w&'’ -]{1,40}?)\s*(?:,|\bon\b)", re.IGNORECASE)
_PRINTED_IN = re.compile(
    r"\b(?:page \w+|edition|issue) of (?P<outlet>(?:The )?[A-ZÀ-Þ][\w&'’ -]{1,40}?)\s*(?:,|\bwith\b|\.|$)",
    re.IGNORECASE,
)
_CITED = re.compile(  # '"Title." Outlet, 9 Apr. 2021', 'Rhee, A. (2021, April 9). Title. Outlet.'
    r"[\"“][^\"“”]{8,160}[\"”],?\s+(?P<first>[A-ZÀ-Þ][^,.\"]{2,50}),\s+(?=[\dA-Z(])"
    r"|\([^()]*\d{4}[^()]*\)\.\s+[^.]{8,160}\.\s+(?P<last>[A-ZÀ-Þ][^.\"]{2,50})\."
)
_ZH_OUTLET = re.compile(r"《(?P<outlet>[^》]{2,20})》")
_COLOPHON = LINES.compile(  # "Great Lakes Weekly, 4 May 2021. Compiled from staff reports."
    rf"^\W*(?P<outlet>(?-i:[A-ZÀ-Þ])[^.,;:]{{3,60}}|[{HAN}]{{3,20}})\s*[,，]\s*(?P<rest>\S.*)$", re.IGNORECASE
)
_COMPILED = re.compile(
    rf"^\W*(?:$|(?:compiled|edited|prepared|translated|written|gathered|from)\b|[{HAN}]{{0,8}}(?:编译|整理|汇编|编写))",
    re.IGNORECASE,
)
_LONGEST = 420  # columns


def read_closing(text: str) -> Facts | None:
    """What such a note says; None for any other line. It names a day in full."""
    if width(text) > _LONGEST or not find_dates(text):
        return None
    if (cited := _read_citation(text)) is not None:
        return cited
    if (colophon := _read_colophon(text)) is not None:
        return colophon
    posted = _ZH_POSTED.match(text)
    if not (posted or _NOTE.search(text) or (han(text) and _ZH_NOTE.match(text))):
        return None
    date = next((date for date in find_dates(text) if date.year and date.month), None)
    if date is None:
        return None
    writer = posted or _WRITER.search(text[: date.start]) or _WRITER.search(text[date.end :])
    name = clean_names(writer["writer"]) if writer else ""
    outlet = _OUTLET.match(text) or _PRINTED_IN.search(text) or (_ZH_OUTLET.search(text) if han(text) else None)
    return Facts(outlet["outlet"].strip() if outlet else None, name if is_name_line(name) else None, date)


def _read_citation(text: str) -> Facts | None:
    """The outlet and the day of the article as a reference to it gives them."""
    match = _CITED.search(text)
    date = next((date for date in find_dates(text) if date.year and date.month), None)
    return Facts(match["first"] or match["last"], None, date) if match and date else None


def _read_colophon(text: str) -> Facts | None:
    """The outlet and the day of a line that then tells who put its items together."""
    match = _COLOPHON.match(text)
    date = next(iter(find_dates(match["rest"])), None) if match else None
    if match is None or date is None or date.start or not (date.year and date.month):
        return None
    after = match["rest"][date.end :]
    told = _COMPILED.match(after) is not None and re.search(r"\w", after) is not None
    return Facts(match["outlet"].strip(), None, date, colophon=True) if told else None

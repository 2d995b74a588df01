"""Notes under an article that tell when, where or by whom it was published: "It ran in print on 3 May 2021"."""

from __future__ import annotations

import re

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
    rf"|^\W*from (?:the|our) .{{4,30}} (?:issue|edition)\W*$",
    re.IGNORECASE,
)
_ZH_NOTE = LINES.compile(
    r"^\W*(?:本文|此文|原文|文章)?(?:首发|原?刊[载登发]?|原[载发]|发表|登载|刊登)[于在]?[^。]{0,30}\d"
)
_ZH_POSTED = LINES.compile(r"^(?P<writer>[\u3400-\u9fff·]{2,8})\s*发[表布]于\s*(?=\d{4}年)")
_WRITER = re.compile(r"\b[Bb]y\s+(?P<writer>[A-ZÀ-Þ][\w.'’-]*(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w.'’-]*){0,3})")
_OUTLET = re.compile(r"^\W*published in (?:the )?(?P<outlet>[A-ZÀ-Þ][\w&'’ -]{1,40}?)\s*(?:,|\bon\b)", re.IGNORECASE)
_ZH_OUTLET = re.compile(r"《(?P<outlet>[^》]{2,20})》")
_LONGEST = 420  # columns


def read_closing(text: str) -> Facts | None:
    """What such a note says; None for any other line. It names a day in full."""
    if width(text) > _LONGEST:
        return None
    posted = _ZH_POSTED.match(text)
    if not (posted or _NOTE.search(text) or (han(text) and _ZH_NOTE.match(text))):
        return None
    date = next((date for date in find_dates(text) if date.year and date.month), None)
    if date is None:
        return None
    writer = posted or _WRITER.search(text[: date.start]) or _WRITER.search(text[date.end :])
    name = clean_names(writer["writer"]) if writer else ""
    outlet = _OUTLET.match(text) or (_ZH_OUTLET.search(text) if han(text) else None)
    return Facts(outlet["outlet"].strip() if outlet else None, name if is_name_line(name) else None, date)

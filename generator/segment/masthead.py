"""The head of a newspaper page: name, volume and number, weekday and date, edition; and running heads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .dates import Printed, find_dates
from .words import ends_sentence, fold, han, width

_ISSUE = re.compile(
    r"\bvol(?:ume)?\b\.?\s*(?:[\dIVXLC]+)|(?:^|[\s.—–-])(?:no|nr|nº|issue)\b\.?\s*:?\s*\d[\d,.]*"
    r"|\b(?:\w+ )?edition$|第\s*[\d一二三四五六七八九十百千]+\s*期"
    r"|总第?\s*\d+\s*期|第\s*[A-Z]?\d{1,3}\s*版|[A-Z]?\d{1,2}\s*版\b|今日\d+版|农历|国内统一|邮发代号|\bprice\b\s*\S*\d|\b(?:late"
    r"|early|final|city) edition\b",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(
    r"[\W_\d]+|\b(?:vol(?:ume)?|no|nr|issue|price|cents?|pages?|p|d|s|[IVXLC]+|est|established|founded|since"
    r"|weekly|daily|monthly|edition)\b"
    r"|星期[一二三四五六日天]|第|期|版|总|今日|农历.*|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年.*",
    re.IGNORECASE,
)
_TAGLINE = re.compile(
    r"^(?:an?|the|your)\s+(?:\w+\s+){0,3}?(?:magazine|newspaper|journal|newsletter|bulletin|quarterly|weekly"
    r"|monthly|review|newswire|blog)\b"
    r"|^(?:founded|established|est\.|since)\b.*\d{4}|^(?:incorporating|with which)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the head of a page says: the paper's name and the issue's date; parts may be missing."""

    name: str | None = None
    date: Printed | None = None


def is_issue_line(text: str) -> bool:
    """Whether a line tells volume, number, edition or page of an issue, perhaps with its date, and nothing more."""
    if width(text) > 200 or not _ISSUE.search(text):
        return False
    rest = left_over(text)
    return len(rest.split()) <= 3 or (han(text) > 0 and han(rest) <= 10)


def is_tagline(text: str) -> bool:
    """Whether a line says what kind of paper stands above it: "A magazine for river people"."""
    return width(text) <= 120 and not ends_sentence(text) and _TAGLINE.match(text) is not None


def left_over(text: str) -> str:
    """What stands on a line beside dates, numbers and the words of an issue line."""
    for date in reversed(find_dates(text)):
        text = text[: date.start] + " " + text[date.end :]
    return " ".join(_LEFT_OVER.sub(" ", text).split())


def is_running_head(text: str, name: str | None) -> bool:
    """Whether a line repeats the paper's name with a page number or date, as every page does at its top."""
    if name is None or width(text) > 160:
        return False
    folded, own = fold(text), fold(name)
    if own not in folded:
        return False
    rest = left_over(folded.replace(own, " ", 1))
    return not rest and (folded != own or text.isupper() or bool(han(text)))

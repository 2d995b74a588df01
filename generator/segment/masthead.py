"""The head of a newspaper page: name, volume and number, weekday and date, edition; and running heads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .dates import Printed, find_dates
from .lines import LINES
from .words import ends_sentence, fold, han, holds, matches, phrases, width

_PRICE = (
    r"(?:\bprice:?\s+\w+(?: \w+)?$|(?:\bprice:?\s*)?(?:[£$€¥₹₩]|\b(?:[A-Z]{1,3}\$|DM|Rs\.?"
    r"|Fr\.?|Kčs?|EUR|USD|CHF|RMB|Ksh|Sh))\s?\d+(?:[.,]\d{2})?$"
    r"|\b(?:\d+(?:[.,]\d{1,2})?|one|two|three|four|five|six|ten|twelve|fifteen"
    r"|twenty)\s?(?:cents?|pence|penny|shillings?|annas?|paise"
    r"|kopecks?|kop\.?|marks?|francs?|pesos?|rupees?|yuan|yen|won)$|(?:定价|零售价|售价)\s*[:：]?\s*\S+$)"
)
_ISSUE = LINES.compile(
    rf"{_PRICE}|"
    r"\bvol(?:ume)?\b\.?\s*(?:[\dIVXLC]+)|(?:^|[\s.—–-])(?:no|nr|nº|number|issue)\b\.?\s*:?\s*\d[\d,.]*"
    r"|\b(?:\w+ )?edition$|第\s*[\d一二三四五六七八九十百千]+\s*期"
    r"|总第?\s*\d+\s*期|第\s*[A-Z]?\d{1,3}\s*版|[A-Z]?\d{1,2}\s*版\b|今日\d+版|农历|国内统一|邮发代号"
    r"|\bprice\b\s*\S*\d|\b(?:late"
    r"|early|final|city) edition\b",
    re.IGNORECASE,
)
_YEAR_OF_ISSUE = LINES.compile(r"((?:19|20)\d\d)\s*年?\s*(?:第|no\b)|\d\s*/\s*((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_LEFT_OVER = re.compile(
    r"第\s*[A-Z]?\d{1,3}\s*版(?:\s*[:：]\s*\S+)?|[\W_\d]+|\b(?:vol(?:ume)?|no|nr|number|issue|price|cents?|pages?|p|d|s|[IVXLC]+|est|established|founded|since"
    r"|weekly|daily|monthly|edition)\b"
    r"|星期[一二三四五六日天]|第|期|年|版|号|页|总|今日|农历.*|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年.*",
    re.IGNORECASE,
)
_APART = re.compile(r"\s{3,}|\t|\s*[◎○●★☆■◆]\s*|\s*[|｜/·•]\s*|\s[–—-]\s")
_BOOK_TITLE = LINES.compile(r"《[^》]{1,20}》(?:杂志|月刊|周刊|季刊|双月刊|半月刊|报)?")
_PAGE_HEAD = re.compile(  # "4   THE NORTHERN STAR, TUESDAY, MARCH 14, 1972", and the page at the end
    r"^(?:(?:page\s+)?[A-Z]?\d{1,3}\s+(?!(?:January|February|March|April|May|June|July|August|September|October"
    r"|November"
    r"|December)\b)(?-i:[A-ZÀ-Þ]).*\d|(?-i:[A-ZÀ-Þ]).*\d{4}\W+(?:page\s+)?[A-Z]?\d{1,3})\W*$",
    re.IGNORECASE,
)
_TAGLINE = LINES.compile(
    r"^(?:(?:\w+\s+){0,2}?(?:magazine|newspaper|journal|newsletter|bulletin|quarterly|weekly|monthly|organ"
    r"|paper) (?:of|for) the\s"
    r"|the official\s|(?:an?|the|your)\s+(?:\w+\s+){0,3}?(?:magazine|newspaper|journal|newsletter|bulletin"
    r"|quarterly|weekly"
    r"|monthly|review|newswire|blog)\b)"
    r"|^(?:founded|established|est\.|since)\b.*\d{4}|^(?:incorporating|with which)\b",
    re.IGNORECASE,
)

_OF_AN_ISSUE = re.compile(  # what stands beside a name, and names nothing
    r"^(?:\W*(?:of|charge|free|gratis|page|pages|price|edition|number|spring|summer|autumn|fall|winter|daily|weekly|monthly|fortnightly"
    r"|quarterly|online|printed?|published|posted|sent|mail|issue|vol|no|provisional|translation|for|embargo\w*|immediate|use"
    r"|release[ds]?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d+)\b\W*)+$|免费|取阅|赠阅|非卖|出版$|定价|每份|零售|发行$|^(?:周|旬|半月|月|双月|季)刊$|^(?:中文|英文|海外|电子|网络|数字){1,2}版$|\bedition$|内部|星期|[第共]\s*\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the head of a page says: the paper's name and the issue's date; parts may be missing."""

    name: str | None = None
    date: Printed | None = None
    closing: bool = False  # it stands under the text


_EDITORS = LINES.compile(r"\s*(?:责任编辑|美术编辑|责编|编辑|版式|校对|作者|记者|撰文)\s*[:：].*$")


def is_issue_line(text: str) -> bool:
    """Whether a line tells volume, number, edition or page of an issue, perhaps with its date, and nothing more."""
    if width(text) > 200:
        return False
    text = _EDITORS.sub("", text)
    if not _ISSUE.search(text):
        dates = find_dates(text)
        if not dates or not 1 <= len(left_over(text).split()) <= 6:
            return False
        capitals = sum(map(str.isupper, text)) >= 0.8 * sum(map(str.isalpha, text)) and not han(text)
        if capitals and dates[0].weekday is not None and dates[0].year:
            return True  # "MADRAS, MONDAY, AUGUST 18, 1958.   6 n.P."
        if text.isupper() and dates[0].day is None and dates[0].end >= len(text) - 1:
            return True  # "ENERGY NOTES, JULY 2023"
        return _PAGE_HEAD.match(text) is not None
    rest = left_over(text)
    words = rest.split()
    named = len(words) <= 5 and all(word[0].isupper() for word in words)  # the paper's name beside its number
    return len(words) <= 3 or named or (han(text) > 0 and han(rest) <= 10)


def issue_date(text: str) -> Printed | None:
    """The date on an issue line; only the year of "2024年第17期" and "No. 7/2020"."""
    dates = find_dates(text)
    if dates:
        return dates[0]
    year = _YEAR_OF_ISSUE.search(text)
    return Printed(year.start(), year.end(), int(year[1] or year[2])) if year else None


def is_tagline(text: str) -> bool:
    """Whether a line says what kind of paper stands above it: "A magazine for river people"."""
    return width(text) <= 120 and not ends_sentence(text) and _TAGLINE.match(text) is not None


def says_of_issue(text: str) -> bool:
    """Whether a few words tell how an issue is sold, sent or counted: "free of charge", 每周五出版."""
    return _OF_AN_ISSUE.search(text) is not None


def issue_name(text: str) -> str | None:
    """The paper that an issue line names beside its number and date: 《...》 as it stands, else what is left over."""
    text = _EDITORS.sub("", text)
    if title := _BOOK_TITLE.search(text):
        return title[0].strip()
    whole = left_over(text)
    if not any(map(str.isdigit, text)):
        return whole or None  # a name that is set wide
    # a section or a place stands beside the name: "14 | SCIENCE & FARMING      THE RIFT HERALD / FRIDAY, JUNE 9, 2023"
    parts = [part for piece in _APART.split(text) if (part := left_over(piece)) and not matches("label", part)]
    named = [part for part in parts if set(part.lower().split()) & set(phrases()["publication"])]
    if len(named) == 1:
        return named[0]
    placed = "\t" in text and all(" " not in part for part in parts[1:])
    return parts[0] if parts and placed and not holds("paper", whole.split()[-1]) else whole or None


def left_over(text: str) -> str:
    """What stands on a line beside dates, numbers and the words of an issue line."""
    for date in reversed(find_dates(text)):
        text = text[: date.start] + " " + text[date.end :]
    return " ".join(_LEFT_OVER.sub(" ", text).split())


def is_running_head(text: str, name: str | None) -> bool:
    """Whether a line repeats the paper's name with a page number or date, as every page does at its top."""
    if not name or width(text) > 160:
        return False
    folded, own = fold(text), fold(name)
    if own not in folded:
        return False
    rest = left_over(folded.replace(own, " ", 1))
    return not rest and (folded != own or text.isupper() or bool(han(text)))

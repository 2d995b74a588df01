"""A grammar of printed dates, in English and Chinese: `find_dates` reads them, EDTF comes out.

Read are 2024-05-21 15:49, 2024/5/21, 21.05.2024, 21 May 2024, May 21, 2024, WEDNESDAY, MARCH 3, 2021, Oct. 12,
May 2024, 2025年6月14日, 二〇二五年六月十四日, 6月14日; 26 de junho de 2024, 26. Juni 2024; the
twenty-second of November, 2023. The time of day and the weekday belong to what is printed.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import yaml

from .lines import LINES

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMES = yaml.safe_load((Path(__file__).parent / "dates.yml").read_text(encoding="utf-8"))
_MONTH_NUMBERS = {name: number for names in _NAMES["months"].values() for number, name in enumerate(names, start=1)}
_DAYS_IN_WORDS = {name: number for number, name in enumerate(_NAMES["days"], start=1)}
_ZH_WEEKDAYS = "一二三四五六日"
_ZH_DIGITS = {character: index for index, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}

_ERAS = {
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "大正": 1911,
    "民国": 1911,
    "民國": 1911,
}  # the year before the first
_CENTURY = 50  # of two digits, those below are of this century
_WIDE = str.maketrans("０１２３４５６７８９．／－", "0123456789./-")

_MONTH = (
    r"(?P<month>January|February|March|April|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:\s?[-–]\s?\d{1,2}(?!\d))?"  # of "3-5 May" the first
_CLOCK = (
    r"(?:[T,]?\s*(?:at\s+)?(?<!\d)(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\.\d+)?(?:\s?[ap]\.?m\.?)?"
    r"|\d{1,2}(?:\.\d{2})?\s?[ap]\.?m\b\.?|\d{1,2}\s?h\s?\d{2}\b)"
    r"(?:Z\b|\s?\([a-z]{3,14} time\)"
    r"|\s?\((?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d{2})?\)|\s?(?:GMT|UTC|BST|CET|CEST|EST|EDT|PST|PDT|IST|JST|KST|SGT)\b)?(?:\s?[+-]\d{2}:?\d{2}\b)?)?"
)
_HAN_NUMBER = r"[一二三四五六七八九十]{1,3}"
_ZH_DAY_PARTS = (
    rf"(?P<month>\d{{1,2}}|{_HAN_NUMBER})\s*月\s*/?\s*(?P<day>\d{{1,2}}|{_HAN_NUMBER})\s*[日号]"
    r"(?:\s*[-–—~～至]+\s*\d{1,2}\s*[日号])?"
)
_ZH_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d|[一二][〇○零一二三四五六七八九]{3})\s*年\s*/?\s*"
_ZH_WEEKDAY = rf"(?:\s*[（(]?(?:星期|周|礼拜)(?P<zhday>[{_ZH_WEEKDAYS}天])[)）]?)?"

_OTHER_MONTH = rf"(?P<month>{'|'.join(_MONTH_NUMBERS)})"
_DAY_IN_WORDS = rf"(?P<day>{'|'.join(reversed(_DAYS_IN_WORDS))})"
_FORMS = LINES.any_of(
    (
        rf"(?<![\d.-]){_YEAR}(?P<sep>[-/.])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})(?!\d){_CLOCK}",
        rf"(?<![\d.-]){_YEAR}\.\s(?P<month>\d{{1,2}})\.\s(?P<day>\d{{1,2}})(?!\d)"
        rf"(?:\.(?:\s?\([月火水木金土日월화수목금토일]\))?)?{_CLOCK}",
        rf"{_ZH_YEAR}{_ZH_DAY_PARTS}{_ZH_WEEKDAY}{_CLOCK}",
        rf"(?<!\d){_ZH_DAY_PARTS}\s+{_YEAR}\s*年",
        rf"{_YEAR}\s?년\s?(?P<month>\d{{1,2}})\s?월\s?(?P<day>\d{{1,2}})\s?일{_CLOCK}",
        rf"(?P<era>{'|'.join(_ERAS)})\s?(?P<reign>\d{{1,3}}|元)\s?年\s?{_ZH_DAY_PARTS}{_ZH_WEEKDAY}{_CLOCK}",
        rf"(?:(?P<weekday>{_WEEKDAY}),?\s+)?(?<!\bno\.)(?<!\bno\.\s){_DAY}(?:\s+of)?[\s-]{{1,3}}{_MONTH},?[\s-]+{_YEAR}{_CLOCK}",
        rf"(?:(?P<weekday>{_WEEKDAY}),?\s+)?{_MONTH}\s*{_DAY}(?:\s*[,.]\s*|\s+){_YEAR}{_CLOCK}",
        rf"\({_YEAR},\s{_MONTH}\s{_DAY}\)",
        rf"(?:(?P<weekday>{_WEEKDAY}),?\s+)?(?<![\d./-])(?P<first>\d{{1,2}})\s?(?P<sep>[./-])\s?(?P<second>\d{{1,2}})\s?(?P=sep)\s?{_YEAR}{_CLOCK}",
        r"(?:^|(?<=[:：|]\s))(?P<first>\d\d)(?P<sep>[./-])(?P<second>\d\d)(?P=sep)(?P<short>\d\d)(?=\s*(?:$|[,|)）]|\d\d?:\d\d))",
        rf"\b{_DAY_IN_WORDS}\s+(?:day\s+)?of\s+{_MONTH},?\s+(?:in the year\s+)?{_YEAR}",
        rf"(?<!\bno\.)(?<!\bno\.\s){_DAY}(?:º|\.|er)?\s+(?:(?:de|di)\s+|d['’])?{_OTHER_MONTH}\b,?\s+(?:(?:de|del)\s+)?{_YEAR}{_CLOCK}",
        rf"(?:\bngày\s+)?{_DAY}\s+tháng\s+(?P<month>\d{{1,2}})(?:\s+năm\s+|,\s+|/){_YEAR}{_CLOCK}",
        rf"{_ZH_YEAR}(?P<month>\d{{1,2}}|{_HAN_NUMBER})\s*月(?!\s*[\d{_HAN_NUMBER}]+\s*[日号])",
        rf"\b{_MONTH},?\s+{_YEAR}",
        rf"(?:(?P<weekday>{_WEEKDAY}),?\s+)?{_DAY}\s+{_MONTH}(?![a-z])",
        rf"(?:(?P<weekday>{_WEEKDAY}),?\s+)?\b{_MONTH}\s+{_DAY}",
        rf"(?<!\d){_ZH_DAY_PARTS}{_ZH_WEEKDAY}",
    ),
    re.IGNORECASE,
)

_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?!\d)")
_WEEKDAY_NAMED = re.compile(rf"\b({'|'.join(_WEEKDAYS)})[a-z]*day\b", re.IGNORECASE)
_ZH_WEEKDAY_NAMED = re.compile(rf"(?:星期|(?<!\d)周(?!年))([{_ZH_WEEKDAYS}天])(?!带|期)")
_HINT = re.compile(
    r"(?:1[6-9]|20)\d\d|\d\d([./-])\d\d\1\d\d|월|月"
    r"|\d\W{0,3}(?:st|nd|rd|th)?\W{0,2}(?:of )?[A-Za-z]{3}|[A-Za-z]{3}\W{0,2}\d"
)  # else no form can fit


@dataclass(frozen=True, slots=True)
class Printed:
    """A date as printed: `text[start:end]`; a part that is not printed is None."""

    start: int
    end: int
    year: int | None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 0 is Monday
    either: tuple[int, int] | None = None  # 05/04: either may be the month, so that month and day are open

    @property
    def edtf(self) -> str:
        """The date in EDTF: "2024-05-21", "2024-05", "2024" or, without a year, "XXXX-05-21"."""
        year = f"{self.year:04d}" if self.year is not None else "XXXX"
        parts = [year] + [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@lru_cache(maxsize=2048)  # several rules ask for the same line
def find_dates(text: str) -> tuple[Printed, ...]:
    """Every printed date of a text in its order; where two readings overlap, the fuller one."""
    text = text.translate(_WIDE)
    if not _HINT.search(text):
        return ()
    found: list[Printed] = []
    for form in _FORMS.likely_in(text):
        for match in form.finditer(text):
            if found and any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            date = _read(match)
            if date is not None:
                found.append(date)
    return tuple(sorted(found, key=lambda date: date.start))


def _read(match: re.Match[str]) -> Printed | None:
    """The match as a date; None for one that no calendar has."""
    parts = match.groupdict()
    year = _number(parts.get("year"))
    if era := parts.get("era"):
        year = _ERAS[era] + (1 if parts["reign"] == "元" else int(parts["reign"]))
    if short := parts.get("short"):
        year = int(short) + (2000 if int(short) < _CENTURY else 1900)
    if parts.get("first"):
        first, second = int(parts["first"]), int(parts["second"])
        month, day = _day_or_month(first, second, parts["sep"], year, _weekday(parts))
    else:
        month, day = _month(parts.get("month")), _number(parts.get("day"))
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and month is not None and not 1 <= day <= calendar.monthrange(year or 2000, month)[1]:
        return None
    either = (int(parts["first"]), int(parts["second"])) if parts.get("first") and month is None else None
    return Printed(match.start(), match.end(), year, month, day, _weekday(parts), either)


def _day_or_month(
    first: int, second: int, separator: str, year: int | None, weekday: int | None
) -> tuple[int | None, int | None]:
    """Month and day of 21/05/2024; of 05/04/2024 by its weekday, else only its year is certain."""
    if first > 12 or separator != "/":
        return second, first
    if second > 12:
        return first, second
    if year is not None and weekday is not None:
        fits = [pair for pair in ((first, second), (second, first)) if calendar.weekday(year, *pair) == weekday]
        return fits[0] if len(fits) == 1 else (None, None)
    return (first, second) if first == second else (None, None)


def _weekday(parts: dict[str, str | None]) -> int | None:
    """The weekday that is printed with a date."""
    if zh := parts.get("zhday"):
        return _ZH_WEEKDAYS.index("日" if zh == "天" else zh)
    name = (parts.get("weekday") or "").lower()[:3]
    return _WEEKDAYS.index(name) if name in _WEEKDAYS else None


def _month(name: str | None) -> int | None:
    """The number of a month that is written as number, English name or Chinese numeral."""
    if name is None:
        return None
    if (elsewhere := _MONTH_NUMBERS.get(name.lower())) is not None:
        return elsewhere
    short = name.lower()[:3]
    return _MONTHS.index(short) + 1 if short in _MONTHS else _number(name)


def _number(text: str | None) -> int | None:
    """A number of a date: 14, 十四, 二〇二五."""
    if text is None:
        return None
    if text.isdigit():
        return int(text)
    if text.isascii():
        return _DAYS_IN_WORDS[text.lower()]
    if "十" in text:
        tens, _, ones = text.partition("十")
        return _ZH_DIGITS.get(tens, 1) * 10 + _ZH_DIGITS.get(ones, 0)
    return int("".join(str(_ZH_DIGITS[character]) for character in text))


def settled(printed: Printed, text: str) -> Printed:
    """A day like 05/04/2024 with month and day told apart by what the text says; as it was where nothing does.

    Signs: a date of the page that can be read in one way only, the weekday that the text names, its days and months.
    """
    if printed.either is None or printed.year is None:
        return printed
    first, second = printed.either
    ways = {(second, first): 0.0, (first, second): 0.0}  # month and day
    for match in _NUMERIC.finditer(text):
        ways[second, first] += int(match[1]) > 12
        ways[first, second] += int(match[2]) > 12
    named = weekday_named(text)
    for month, day in ways:
        fits = named is not None and calendar.weekday(printed.year, month, day) == named
        ways[month, day] += 1.5 * fits + (
            re.search(rf"\({day}\)|(?<!\d){day}(?:st|nd|rd|th)\b|(?<!\d){day}日", text) is not None
        )
        alike = [date for date in find_dates(text) if date.month == month and date.either is None]
        ways[month, day] += 0.5 * bool(alike) + 2.0 * any(date.day == day for date in alike)
    ways[second, first] += 0.6 * (
        re.search(r"\d\s?h\s?\d\d\b", text) is not None
    )  # no clock of those who put months first
    (best, score), (_, other) = sorted(ways.items(), key=lambda item: -item[1])
    return replace(printed, month=best[0], day=best[1], either=None) if score > other else printed


def weekday_named(text: str) -> int | None:
    """The first weekday that a text names ("on Monday", 星期三, 周三); 0 is Monday."""
    if match := _WEEKDAY_NAMED.search(text):
        return _WEEKDAYS.index(match[1].lower())
    if match := _ZH_WEEKDAY_NAMED.search(text):
        return _ZH_WEEKDAYS.index("日" if match[1] == "天" else match[1])
    return None

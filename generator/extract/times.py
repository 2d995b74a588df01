"""Finds the dates that running prose names, in English and Chinese, and resolves them against the article's own date.

A year inside a name ("the 2030 Agenda", "the 2024 ... Conference") is no date of a statement and is not found. What is
found is written as EDTF: `2024-05-21`, `2024-05`, `2024`, `197X`, an interval `2021/2025`; with `?` where the article's
own year was inferred and the date rests on it, and `XXXX-05-21` where no year is known.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from ..edtf import Edtf
from ..prefilter import Pattern
from .bodies import BODIES

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_SMALL = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
          "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}  # fmt: skip
_HAN = {char: number for number, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}

_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
_MON = rf"(?P<mon>{_FULL}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|[.,]\d)"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?![\d年%]|[.,]\d|\s?[-–—/]\s?\d|\s?(?:to|至|到)\s?\d{4}(?!\d|,\d))"
_TO = r"\s?(?:[-–—]|to|until|through)\s?"
_FUTURE = re.compile(r"\b(?:will|would|shall|to be|next|upcoming|due|scheduled|plan\w*|by)\b|将|拟|计划|预计|定于|明年")
_CLAUSE = re.compile(r"[.;:!?。；！？\n]")
_NAME_AFTER = re.compile(
    r"\s(?:Agenda|Vision|Strategy|Plan|Goals?|Olympic\w*|Summit|Forum|Conference|Congress|Expo|World\s|[A-Z]\w+\s"
    r"(?:[A-Z]\w+\s){0,4}(?:Agenda|Summit|Forum|Conference|Congress|Expo|Exhibition|Fair|Symposium|Dialogue|Games|Cup)\b)"
)
_NOUN_AFTER = re.compile(  # "to 2000 farmers", but "in 2000 and", "since 2016 it has"
    r"\s(?!(?:and|or|to|the|a|an|when|with|it|its|as|for|by|but|in|on|at|of|has|have|had|was|were|is|are|will|after|before|"
    r"until|through|under|from|which|that|this|they|we|he|she|onwards?|alone|while|because|if|compared)\b)[a-z]"
)
_QUOTE_AFTER = re.compile(r"[^\S\n][^“”\"\n.]{0,60}[”\"]")
_QUOTE_BEFORE = ("“", '"', "《", "「")


class Time(NamedTuple):
    """A date that `text[start:end]` names."""

    start: int
    end: int
    edtf: str


class _Base(NamedTuple):
    """The article's date as far as it is known (0: not)."""

    year: int
    month: int
    day: int
    mark: str  # "?" where the year was inferred

    @property
    def today(self) -> date | None:
        """The day itself, where all of it is known."""
        return date(self.year, self.month, self.day) if self.year and self.month and self.day else None

    @property
    def edtf(self) -> str | None:
        """The date as it was given; None where there is none."""
        return _write(self.year, self.month, self.day) + self.mark if self.year or self.month else None


_Rule = tuple[Pattern, Callable[[re.Match[str], _Base], str | None]]


def find_times(text: str, base: str | None, start: int = 0, end: int | None = None) -> list[Time]:
    """The dates named in `text[start:end]`, in order, none overlapping; `base` is the article's own date (EDTF)."""
    at = _read_base(base)
    found: list[Time] = []
    for pattern, resolve in _RULES:
        for match in pattern.finditer(text, start, len(text) if end is None else end):
            edtf = resolve(match, at)
            if edtf is not None:
                found.append(Time(match.start(), match.end(), edtf))
    found.sort(key=lambda time: (time.start, -time.end))
    kept: list[Time] = []
    for time in found:
        if not kept or time.start >= kept[-1].end:
            kept.append(time)
    return kept


def _read_base(base: str | None) -> _Base:
    """The article's date; one that cannot be read (an interval, say) counts as unknown."""
    try:
        known = Edtf.parse(base or "")
    except ValueError:
        return _Base(0, 0, 0, "")
    return _Base(known.year, known.month, known.day, "?" if known.inferred else "")


def _write(year: int, month: int = 0, day: int = 0) -> str:
    """A date as EDTF; year 0 is unknown."""
    text = f"{year:04d}" if year else "XXXX"
    return text + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def _valid(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day (a 29 February of an unknown year may stand)."""
    return 1 <= month <= 12 and (not day or 1 <= day <= calendar.monthrange(year or 2000, month)[1])


def _month(word: str) -> int:
    key = word.lower().rstrip(".")
    return _MONTHS.get(key) or _SHORT[key]


def _number(text: str) -> int:
    """A small number in digits, English or Chinese; 0 where it is none."""
    if text.isdecimal() and text.isascii():
        return int(text)
    if text.lower() in _SMALL:
        return _SMALL[text.lower()]
    tens, ten, ones = text.rpartition("十")
    if ten:
        return 10 * _HAN.get(tens or "一", 0) + (_HAN.get(ones, 0) if ones else 0)
    return int("".join(str(_HAN[char]) for char in text)) if text and all(char in _HAN for char in text) else 0


def _future(match: re.Match[str]) -> bool:
    """Whether the clause before the date speaks of what is to come."""
    before = match.string[max(0, match.start() - 60) : match.start()]
    stops = list(_CLAUSE.finditer(before))
    return _FUTURE.search(before, stops[-1].end() if stops else 0) is not None


def _dated(match: re.Match[str], base: _Base, month: int, day: int = 0) -> str | None:
    """A month (and day) without its year: the nearest past one, or the next where the clause speaks of the future."""
    if not base.year:
        return _write(0, month, day) if _valid(0, month, day) else None
    asked, now = (month, day), (base.month, base.day if day else 0)
    year = base.year
    if base.month and asked > now and not _future(match):
        year -= 1
    elif base.month and asked < now and _future(match) and (base.month - month) % 12 > 4:
        year += 1
    return _write(year, month, day) + base.mark if _valid(year, month, day) else None


def _english_date(match: re.Match[str], base: _Base) -> str | None:
    """May 8, 2024; 8 May; June 10 to 12; April 2023."""
    parts = match.groupdict()
    month, day = _month(parts["mon"]), int(parts.get("day") or 0)
    last = int(parts.get("last") or 0)
    if parts.get("year"):
        year = int(parts["year"])
        if not _valid(year, month, day):
            return None
        first = _write(year, month, day)
        return f"{first}/{_write(year, month, last)}" if last > day and _valid(year, month, last) else first
    dated = _dated(match, base, month, day)
    if dated and last > day and _valid(0, month, last):
        return f"{dated}/{dated.rstrip('?')[:-2]}{last:02d}{base.mark}"
    return dated


def _english_month(match: re.Match[str], base: _Base) -> str | None:
    """Last November, next March, in April."""
    month, word = _month(match["mon"]), (match["word"] or "").lower()
    if not base.year or not base.month or word not in {"last", "next"}:
        return _dated(match, base, month)
    if word == "last":
        return _write(base.year - (month >= base.month), month) + base.mark
    return _write(base.year + (month <= base.month), month) + base.mark


def _year(match: re.Match[str], _: _Base) -> str | None:
    """In 2021; since 2016; by the end of 2023: but no number of things, and no part of a name."""
    text, end = match.string, match.end()
    loose = match["word"].lower() in {"of", "to", "for", "from", "and", "over"}
    in_name = _NAME_AFTER.match(text, end) is not None or (
        _QUOTE_AFTER.match(text, end) is not None and text[match.start() - 1 : match.start()] in _QUOTE_BEFORE
    )
    if in_name or (loose and _NOUN_AFTER.match(text, end) is not None):
        return None
    return match["year"]


def _years(match: re.Match[str], _: _Base) -> str | None:
    """2021-2025; 2021-25; from 2013 to 2019; 2021至2025年."""
    first, last = match["year"], match["last"]
    last = first[: 4 - len(last)] + last
    return f"{first}/{last}" if int(first) < int(last) <= int(first) + 100 else None


def _relative_english(match: re.Match[str], base: _Base) -> str | None:
    """Last year, next month."""
    word, *unit = match["word"].lower().split()
    shift = _SHIFTS[word]
    if unit == ["year"]:
        return f"{base.year + shift:04d}{base.mark}" if base.year else None
    return _shifted_month(base, shift, 0)


def _relative_chinese_year(match: re.Match[str], base: _Base) -> str | None:
    """去年, 今年6月, 明年."""
    year = base.year + _SHIFTS[match["word"]]
    month, day = _number(match["mon"] or ""), _number(match["day"] or "")
    if not base.year or (month and not _valid(year, month, day)):
        return None
    return _write(year, month, day) + base.mark


def _relative_chinese_month(match: re.Match[str], base: _Base) -> str | None:
    """本月, 上月15日."""
    return _shifted_month(base, _SHIFTS[match["word"].replace("个", "")], _number(match["day"] or ""))


def _shifted_month(base: _Base, shift: int, day: int) -> str | None:
    """The month `shift` months from the article's."""
    if not base.month:
        return None
    ahead = base.month - 1 + shift
    year, month = (base.year + ahead // 12 if base.year else 0), ahead % 12 + 1
    return _write(year, month, day) + base.mark if _valid(year, month, day) else None


def _relative_day(match: re.Match[str], base: _Base) -> str | None:
    if base.today is None:
        return None
    word = (match["word"] or match["han"]).lower()
    return (base.today + timedelta(days=_SHIFTS[word])).isoformat() + base.mark


def _weekday(match: re.Match[str], base: _Base) -> str | None:
    """On Monday: the nearest one on or before the article's date; next Monday: the one after it."""
    if base.today is None:
        return None
    behind = (base.today.weekday() - _WEEKDAYS[match["weekday"].lower()]) % 7
    word = match["word"].lower()
    if word == "next":
        behind -= 7
    elif word == "last" and behind == 0:
        behind = 7
    return (base.today - timedelta(days=behind)).isoformat() + base.mark


def _past_years(match: re.Match[str], base: _Base) -> str | None:
    """The past decade; over the last five years; 过去十年."""
    said = match["count"] or match["han"]
    count = _number(said) if said else 10
    if not base.year or not 0 < count <= 100:
        return None
    return f"{base.year - count:04d}{base.mark}/{base.year:04d}{base.mark}"


def _english_decade(match: re.Match[str], _: _Base) -> str | None:
    """The 1970s."""
    return match["decade"] + "X"


def _chinese_decade(match: re.Match[str], base: _Base) -> str | None:
    """20世纪70年代; 上世纪七十年代."""
    century = int(match["century"]) - 1 if match["century"] else (base.year or 2001) // 100 - 1
    return f"{century}{_number(match['tens']) // 10}X"


def _chinese_date(match: re.Match[str], base: _Base) -> str | None:
    """2023年4月; 二〇二三年; 5月8日."""
    parts = match.groupdict()
    year, month, day = (_number(parts.get(key) or "") for key in ("year", "mon", "day"))
    if year:
        if not 1600 <= year <= 2100 or (month and not _valid(year, month, day)):
            return None
        return _write(year, month, day)
    return _dated(match, base, month, day) if _valid(0, month, day) else None


def _chinese_day(match: re.Match[str], base: _Base) -> str | None:
    """17日: of the base's month, or of the one before where the base's day has not come so far."""
    day = int(match["day"])
    if not base.month:
        return None
    year, month = base.year, base.month
    if base.day and day > base.day and not _future(match):
        year, month = (year, month - 1) if month > 1 else (year - 1 if year else 0, 12)
    return _write(year, month, day) + base.mark if _valid(year, month, day) else None


def _now(_: re.Match[str], base: _Base) -> str | None:
    return base.edtf


_SHIFTS = {"last": -1, "this": 0, "next": 1, "yesterday": -1, "today": 0, "tomorrow": 1}
_SHIFTS |= {"前年": -2, "去年": -1, "今年": 0, "本年度": 0, "明年": 1, "上月": -1, "本月": 0, "这月": 0, "下月": 1}
_SHIFTS |= {"昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1}
_HAN_MONTH = r"(?P<mon>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?![球亮])"
_HAN_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
_ORDINAL = r"(?:st|nd|rd|th)?"
_BARE = r"(?<![\w.,/$€£-])"
_RULES: tuple[_Rule, ...] = (
    (
        BODIES.compile(rf"\b{_MON}\s{_DAY}(?:{_TO}(?P<last>\d{{1,2}}){_ORDINAL}(?!\d|[.,]\d))?(?:,?\s{_YEAR})?"),
        _english_date,
    ),
    (
        BODIES.compile(
            rf"{_BARE}{_DAY}(?:{_TO}(?P<last>\d{{1,2}}){_ORDINAL})?\s(?:of\s)?{_MON}(?![a-z])(?:,?\s{_YEAR})?"
        ),
        _english_date,
    ),
    (BODIES.compile(rf"\b{_MON},?\s(?:of\s)?{_YEAR}"), _english_date),
    (
        BODIES.compile(
            rf"\b(?P<word>[Ll]ast|[Nn]ext|[Tt]his|[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ee]arly|[Ll]ate|mid)[\s-]{_MON}\b(?!,?\s\d)"
        ),
        _english_month,
    ),
    (
        BODIES.compile(
            r"\b(?P<word>in|since|by|until|till|from|to|through|during|before|after|of|for|early|late|mid|fiscal|year|"
            rf"and|over|around)[\s-]{_YEAR}",
            re.IGNORECASE,
        ),
        _year,
    ),
    (BODIES.compile(r"(?P<word>\()(?P<year>(?:1[6-9]|20)\d\d)(?=\))"), _year),
    (
        BODIES.compile(
            rf"{_BARE}(?P<year>(?:1[6-9]|20)\d\d)年?\s?(?:[-–—/]|to|至|到)\s?(?P<last>(?:1[6-9]|20)\d\d)(?![\d-])年?"
        ),
        _years,
    ),
    (BODIES.compile(rf"{_BARE}(?P<year>(?:1[6-9]|20)\d\d)[-–—/](?P<last>\d\d)(?![\d-])"), _years),
    (BODIES.compile(r"\b(?:the\s)?(?P<decade>(?:1[6-9]|20)\d)0['’]?s\b"), _english_decade),
    (BODIES.compile(r"\b(?P<word>(?:last|this|next)\s(?:year|month))\b", re.IGNORECASE), _relative_english),
    (
        BODIES.compile(
            r"\b(?P<word>yesterday|today|tomorrow)\b(?!['’]s)|(?P<han>昨[天日]|今[天日]|明天)", re.IGNORECASE
        ),
        _relative_day,
    ),
    (BODIES.compile(rf"\b(?P<word>[Oo]n|[Ll]ast|[Nn]ext)\s(?P<weekday>{'|'.join(calendar.day_name)})\b"), _weekday),
    (
        BODIES.compile(
            r"\b(?:past|last|previous)\s(?:(?P<count>\d{1,2}|[a-z]+)\syears|decade)\b|(?:过去|近)(?P<han>\d{1,2}|[一二三四五六七八九十]{1,3})年(?:来|间|里|中)?",
            re.IGNORECASE,
        ),
        _past_years,
    ),
    (
        BODIES.compile(
            r"\b(?:(?:up )?to date|so far|as of (?:now|today)|currently|at present|until now|up to now)\b"
            r"|截至目前|到目前为止|目前|迄今(?:为止)?|至今|如今|现在|当前|眼下",
            re.IGNORECASE,
        ),
        _now,
    ),
    (
        BODIES.compile(
            rf"(?<![\d.])(?P<year>(?:1[6-9]|20)\d\d|[一二][〇零○一二三四五六七八九]{{3}})年(?!级)(?:{_HAN_MONTH}(?:{_HAN_DAY})?)?"
        ),
        _chinese_date,
    ),
    (BODIES.compile(rf"(?P<word>去年|今年|本年度|明年|前年)(?:{_HAN_MONTH}(?:{_HAN_DAY})?)?"), _relative_chinese_year),
    (BODIES.compile(rf"(?P<word>本月|这个月|上个?月|下个?月)(?:{_HAN_DAY})?"), _relative_chinese_month),
    (BODIES.compile(rf"(?<![\d.个一二三四五六七八九十]){_HAN_MONTH}(?:{_HAN_DAY})?"), _chinese_date),
    (
        BODIES.compile(r"(?<![\d.月—–-])(?<!为期)(?<!连续)(?P<day>[12]\d|3[01]|[1-9])日(?![元本均内后间游程\d])"),
        _chinese_day,
    ),
    (BODIES.compile(r"(?:(?P<century>1\d|20|21)|上个?)世纪(?P<tens>\d0|[二三四五六七八九]十)年代"), _chinese_decade),
)

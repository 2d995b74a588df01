"""The year of a story that prints only day and month, worked out from what its text and file name say.

Signs are weighed for every year that is possible at all; without any sign, or with two years alike, there is none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml

from .dates import Printed, find_dates, weekday_named
from .lines import LINES

_YEAR = LINES.compile(r"(?<![\d.,$€£¥A-Za-z-])((?:19|20)\d\d)(?![\d%]|[.,]\d|-year)(?:\s*年)?")
_FUTURE = re.compile(
    r"(?:\b(?:by|until|till|through|to|before|from now to|towards?|in|of|for)\s+(?:the\s+)?(?:(?:end|middle"
    r"|start)\s+of\s+)?(?:[A-Z][a-z]+\s+)?|到|至|截至|直到|[-–—]\s*)$",
    re.IGNORECASE,
)
_ALWAYS_FUTURE = re.compile(
    r"(?:\b(?:by|until|till|through|towards?)\s+(?:(?:the\s+)?(?:end|middle|start)\s+of\s+)?(?:[A-Z][a-z]+\s+)?"
    r"|到|至|[-–—]\s*)$",
    re.IGNORECASE,
)
_PLACE_AND_MONTH = r"(?:(?:in|at)\s+(?-i:[A-Z])[\w-]+\s+)?(?:in|of|on)\s+(?:[A-Z][a-z]+\s+)?$"  # before a year
_DONE = re.compile(  # "signed in", "adopted in October": what was done then is past
    rf"\b(?:\w{{2,}}ed|begun|began|set up|held|met|built|won|made|born)\s+{_PLACE_AND_MONTH}", re.IGNORECASE
)
_NOT_DONE = re.compile(
    rf"\b(?:be|planned|expected|scheduled|needed|slated)\s+(?:\w+\s+)?{_PLACE_AND_MONTH}", re.IGNORECASE
)
_PLANNED = re.compile(
    r"\b(?:will|would|should|plans?|planned|expected|scheduled|due|aims?|is to|are to|goals?|targets?|agenda|vision"
    r"|forecast|set (?:for|to)|slated|going to|upcoming|ahead of|next)\b|将|计划|预计|拟|目标|规划|议程|愿景",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?。！？\n]+(?:\.(?=\d)[^.!?。！？\n]+)*[.!?。！？\n]?")
_ANNIVERSARY = LINES.compile(
    r"(\d{1,3})(?:st|nd|rd|th)\s+(?:\w+\s+){0,2}anniversary|(\d{1,3})\s*周年|\b(\d{1,3}) years (?:ago|since|after)",
    re.IGNORECASE,
)
_FOUNDED = LINES.compile(
    r"(?:\b(?:established|founded|signed|forged|created|launched|set up|formed|opened|since|ties"
    r"|relations)\b[^.。]{0,60}?\b((?:19|20)\d\d)\b)"
    r"|((?:19|20)\d\d)\s*年[^。]{0,12}?(?:建交|成立|签署|签订|建立|创建|创立|启动)|\b[Ii]n ((?:19"
    r"|20)\d\d)[^.]{0,60}?\b(?:established|founded|signed|forged|launched)",
)
_LAST_YEAR = LINES.compile(
    r"\blast year\b|\blast (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b|去年|上年",
    re.IGNORECASE,
)
_BEFORE_LAST = LINES.compile(r"\byear before last\b|\btwo years ago\b|前年|两年前", re.IGNORECASE)
_THIS_YEAR = LINES.compile(r"\bthis year\b|今年|本年度", re.IGNORECASE)
_OFFSETS = {  # years from the one that is called so to the story's own
    "前年": 2, "year before last": 2, "去年": 1, "上年": 1, "last year": 1, "今年": 0, "本年度": 0, "this year": 0,
    "明年": -1, "来年": -1, "next year": -1, "后年": -2, "year after next": -2,
}  # fmt: skip
_CALLED = "|".join(_OFFSETS)
_NAMED_YEAR = LINES.compile(_CALLED, re.IGNORECASE)
_EQUATED = LINES.compile(  # "last year (2024)", 去年即2024年, 2024年（去年）
    rf"(?P<called>{_CALLED})(?:\s*[,，、(（]\s*|\s*(?:即|也就是|也即|that is,?|i\.e\.,?)\s*|\s+)"
    r"(?:in\s+)?(?:(?-i:[A-Z])[a-z]+\s+)?(?P<year>(?:19|20)\d\d)(?!\d)"
    r"|(?<!\d)(?P<year2>(?:19|20)\d\d)年?\s*[,，(（]\s*(?:即|也就是|that is,?|i\.e\.,?)?\s*(?:the )?"
    rf"(?P<called2>{_CALLED})\b",
    re.IGNORECASE,
)
_COUNT = r"(?P<years>\d{1,2}|[一二两三四五六七八九十]|two|three|four|five|six|seven|eight|nine|ten|a|one)"
_COUNTS = {word: n for n, words in enumerate(("", "a one 一", "two 二 两", "three 三", "four 四", "five 五", "six 六",
    "seven 七", "eight 八", "nine 九", "ten 十")) for word in words.split()}  # fmt: skip
_LASTED = LINES.compile(  # "begun in March 2023 ... took two years", 2023年3月动工，历时两年零八个月建成
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:年(?P<month>\d{1,2})月)?[^.。；;]{0,80}?(?:"
    rf"(?:历时|耗时|用时|经过|历经)(?:近|约)?{_COUNT}\s?年(?:零|又)?(?:(?P<months>\d{{1,2}}|[一二两三四五六七八九十])个月|(?P<half>半))?"
    rf"|{_COUNT.replace('years', 'later')}\s?(?:年(?:之)?后|years? later)"
    rf"|(?:took|taken|after)\s(?:nearly |about |almost )?{_COUNT.replace('years', 'took')}\syears?)",
    re.IGNORECASE,
)
_MONTHS = 12
_LEAD = 400  # characters in which a weekday is the story's own


_Month = tuple[int, int | None]  # a year, and its month where the text has one


@dataclass(frozen=True, slots=True)
class _Event:
    """An event of events.yml."""

    day: date
    terms: tuple[str, ...]
    weak: bool  # lasting or often recalled: it only sets a lower bound


def infer_year(printed: Printed, text: str, name: str) -> int | None:
    """The most likely year of `printed`, or None. `text`: title and body; `name`: the document's name."""
    if printed.month is None or printed.day is None:
        return None
    scores: dict[int, float] = defaultdict(float)
    told, ahead = _told_dates(text)
    equated = _equated(text)
    coming = {year for year, offset in equated if offset < 0}
    past = [(y, month) for y, month in told if y not in coming]
    for y, offset in equated:  # "last year, 2024" makes 2025
        scores[y + offset] += 5
    for y in _named_years(name):
        scores[y] += 3
    _weigh_past(scores, past, printed, text)
    _weigh_gap(scores, past, text)
    _weigh_ahead(scores, ahead, printed)
    _weigh_anniversaries(scores, text)
    _weigh_lasting(scores, text)
    earliest = _weigh_events(scores, printed, text)
    bound = max([y for y, _ in past] or [0])
    candidates = {y: score for y, score in scores.items() if y >= bound and y >= earliest and _day(printed, y)}
    for y in candidates:
        candidates[y] += _weekday_fits(printed, y, text)
    if not candidates:
        return None
    ranked = sorted(candidates.items(), key=lambda item: (-item[1], item[0]))
    best, score = ranked[0]
    return best if score >= 1 and (len(ranked) == 1 or score > ranked[1][1]) else None


def _day(printed: Printed, year: int) -> date | None:
    """The printed day in a year; None for 29 February of a common year."""
    try:
        return date(year, printed.month or 1, printed.day or 1)
    except ValueError:
        return None


def _named_years(text: str) -> set[int]:
    """Years that stand in a file's name."""
    return {int(match[1]) for match in re.finditer(r"(?<![0-9A-Za-z])((?:19|20)\d\d)(?=[-_./]|\d{4}(?!\d)|$)", text)}


def _told_dates(text: str) -> tuple[list[_Month], list[_Month]]:
    """Years, with months where they are printed, that the text speaks of as past or present, and as ahead."""
    past: list[_Month] = []
    ahead: list[_Month] = []
    for sentence in _SENTENCE.finditer(text):
        words = sentence[0]
        months = [(d.start, d.end, d.year, d.month) for d in find_dates(words) if d.year is not None]
        for match in _YEAR.finditer(words):
            year, before = int(match[1]), words[: match.start()]
            month = next((m for start, end, y, m in months if start <= match.start() < end and y == year), None)
            done = _DONE.search(before) and not _NOT_DONE.search(before)
            planned = _FUTURE.search(before) and _PLANNED.search(words) and not (done or _is_old(year, text))
            (ahead if planned or _ALWAYS_FUTURE.search(before) else past).append((year, month))
    return past, ahead


def _is_old(year: int, text: str) -> bool:
    """Whether the text names a later year too, so that a plan for this one is no longer ahead."""
    later = [int(match[1]) for match in _YEAR.finditer(text) if int(match[1]) > year]
    return any(
        not _ALWAYS_FUTURE.search(text[: match.start()]) for match in _YEAR.finditer(text) if int(match[1]) in later
    ) and bool(re.search(rf"\b(?:since|in)\s+(?:\w+\s+)?{year}\b|{year}年(?:以来|起)", text))


def _weigh_past(scores: dict[int, float], past: list[_Month], printed: Printed, text: str) -> None:
    """The latest year that the text tells of: the story is of that year or the next."""
    if not past or printed.month is None:
        return
    latest = max(y for y, _ in past)
    month = max((m or 0 for y, m in past if y == latest), default=0)
    last_year, this_year = bool(_LAST_YEAR.search(text)), bool(_THIS_YEAR.search(text))
    if month:  # "since November 2024": the first such day after it
        scores[first := latest if printed.month >= month else latest + 1] += 2
        scores[first + 1] += 0.3
        return
    said_now = any(_THIS_YEAR.search(s[0]) and str(latest) in s[0] for s in _SENTENCE.finditer(text))
    scores[latest] += 1.2 if said_now else 0.6
    scores[latest + 1] += 1.3 if last_year and not said_now else 0.8
    scores[latest] += 0.3 if this_year and not last_year else 0


def _weigh_ahead(scores: dict[int, float], ahead: list[_Month], printed: Printed) -> None:
    """The first month that is planned: "due in January 2022" is told in the year before it."""
    months = [(y, month) for y, month in ahead if month is not None]
    if months and printed.month is not None:
        year, month = min(months)
        scores[year if printed.month <= month else year - 1] += 2


def _weigh_gap(scores: dict[int, float], past: list[_Month], text: str) -> None:
    """The year after next is possible too: a weekday may speak for it, or the words that say so."""
    if past:
        latest = max(y for y, _ in past)
        scores[latest + 2] += 2.5 if _BEFORE_LAST.search(text) else 0.3


def _weigh_anniversaries(scores: dict[int, float], text: str) -> None:
    """The signs "ties established in 1975" and "50th anniversary" make 2025."""
    founded = {int(next(group for group in match.groups() if group)) for match in _FOUNDED.finditer(text)}
    for sentence in _SENTENCE.finditer(text) if founded else ():
        called = _NAMED_YEAR.search(sentence[0])
        offset = _OFFSETS[called[0].lower()] if called else 0
        for years in {int(match[match.lastindex or 0]) for match in _ANNIVERSARY.finditer(sentence[0])}:
            for start in founded:
                scores[start + years + offset] += 5


def _weigh_lasting(scores: dict[int, float], text: str) -> None:
    """What was begun in a year that is told, and is done after a time that is told too."""
    for match in _LASTED.finditer(text):
        count = match["years"] or match["later"] or match["took"]
        more = _number(match["months"]) if match["months"] else _MONTHS // 2 * bool(match["half"])
        over = (int(match["month"]) + more - 1) // _MONTHS if match["month"] else 0
        scores[int(match["year"]) + _number(count) + over] += 3


def _number(word: str) -> int:
    """A small number in digits or words."""
    return int(word) if word.isdigit() else _COUNTS[word.lower()]


def _equated(text: str) -> list[tuple[int, int]]:
    """The years that the text also calls "last year" and the like, and how far the story's own is from each."""
    pairs = (
        (match["year"] or match["year2"], match["called"] or match["called2"]) for match in _EQUATED.finditer(text)
    )
    return [(int(year), _OFFSETS[called.lower()]) for year, called in pairs]


def _weigh_events(scores: dict[int, float], printed: Printed, text: str) -> int:
    """Known events: a story that names one appeared after it, most often within the year. Returns the earliest year."""
    earliest, lowered = 0, text.lower()
    latest: tuple[date, int] | None = None
    for event in _events():
        if not any(term in lowered for term in event.terms):
            continue
        first = next(
            y
            for y in (event.day.year, event.day.year + 1, event.day.year + 2)
            if (_day(printed, y) or date.min) >= event.day
        )
        earliest = max(earliest, event.day.year)
        if not event.weak and (latest is None or event.day > latest[0]):
            latest = (event.day, first)
    if latest is not None:
        scores[latest[1]] += 2
    return earliest


def _weekday_fits(printed: Printed, year: int, text: str) -> float:
    """How well the weekday in the lead fits: the same day says more than the day before."""
    named = printed.weekday if printed.weekday is not None else weekday_named(text[:_LEAD])
    day = _day(printed, year)
    if named is None or day is None:
        return 0.0
    if day.weekday() == named:
        return 2.0
    return 1.0 if (day - timedelta(days=1)).weekday() == named else -0.5


@cache
def _events() -> tuple[_Event, ...]:
    """The events of events.yml."""
    entries = yaml.safe_load((Path(__file__).parent / "events.yml").read_text(encoding="utf-8"))
    return tuple(
        _Event(
            date.fromisoformat(entry["date"]), tuple(term.lower() for term in entry["terms"]), bool(entry.get("weak"))
        )
        for entry in entries
    )

"""Finds the figures of an article: numbers that count or measure, each with its unit, noun, date and evidence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from ...model import Article, Evidence, Figure, Scope
from ...script import as_printed, simplified
from ..lexicon import is_country
from ..places import Places, Spot
from ..sentences import Span
from ..times import Time, find_times
from .lexicon import FigureLexicon
from .numbers import Number, find_numbers
from .ranges import join_ranges
from .units import TIME_SPANS, names_money
from .what import Context, Reading, read_unit

_BEFORE, _AFTER = 80, 110  # characters of context that decide what a number is
_REACH = 300  # characters on either side in which its date, scope and indicator are looked for
_LEAD = 40  # characters before the date that opens a sentence: "By the end of 2023"
_CHANGES = ("percent", "times")
_LONGEST = 1000  # characters of a piece of evidence
_MOST_EVIDENCE = 3
Item = TypeVar("Item", Spot, Time)
_WIDTHS = str.maketrans(
    {chr(0xFF10 + digit): str(digit) for digit in range(10)} | {"．": ".", "％": "%", "－": "-", "＋": "+", "，": "，"}
)
_MISREAD = re.compile(r"(?<![\w.,'’-])l(?=[0-9]{1,3}(?![\w]))|(?<=(?<![\w])[0-9])O(?![\w])")  # l5, 1O in scanned text
_CLAUSE = re.compile(r"[,;:，；：]\s?")
_TO_THE_NEXT = re.compile(  # from 400 [scholars] in 2018 to 300: the second end of a change counts the same
    r"[^.;。；\n]{0,40}(?:\bto\s[^\w\s]?|增至|增加到|增长到|升至|上升到|扩大到|提高到|降至|下降到|减至|减少到|到|至)(?:\d{4}年的)?",
    re.IGNORECASE,
)
_SAME_AGAIN = re.compile(  # 183,000 papers, against 71,000; 合著论文18.3万篇，2015年这一数字为7.1万篇
    r"(?:[^.;\n]|\.\d){0,60}(?:[.;]\s[^.;\n]{0,40})?\b(?:against|versus|compared (?:with|to)|(?:up|down) from|"
    r"(?:this|that|the) (?:figure|number|total|count)\b[^.;\n]{0,30})\s(?:the\s)?[^\w\s]?"
    r"|[^。；\n]{0,24}(?:[。；][^。；\n]{0,16})?(?:这一|这个|该|上述|此)(?:数字|数量|数据|总数|数|规模|金额|人数)"
    r"(?:仅|只|还|则|已|约|近|超|超过|为|是|有|达|达到|增至|升至|降至)*",
    re.IGNORECASE,
)
_CONVERTED = re.compile(r"[^(（\n.,;]{0,24}[(（](?:[A-Z]{0,3}[$€£¥]|[A-Z]{3}\s)?")  # 10 billion yuan ($1.4 billion)
_SINCE = re.compile(r"(?:since|from|after|before|自|从|由)\s?\Z|\A(?:since|from|after|before)\b", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:(?:in|by|as|of|at|on|during|until|up|to|over|the|end|late|early|mid|and|but|only|within|year|months?)\s|,\s|[“\"(]"
    r"|截至|截止|到|在|于|仅|而)*",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"[0-9](?:\s[A-Za-z-]+){0,3}\s?\Z")  # a number stands beside the date before this one
_TAKEN = 3
_LINKS = ("的", "有", "为")  # between a Chinese date and the number that belongs to it
_BESIDE = re.compile(r"(?:\s[A-Za-z-]+){0,3}\s?")
_SLUG = re.compile(r"\w+")
_NOW = re.compile(r"\b(?:has|have)\s+(?:\w+\s+)?(?:\w+ed|been|set up|become)\b|已|累计|共有")


@dataclass(frozen=True, slots=True)
class _Text:
    """The body with what has been found in it."""

    text: str  # full-width digits as ordinary ones
    printed: str  # as the article has it
    sentences: Sequence[Span]
    spots: Sequence[Spot]
    times: Sequence[Time]
    date: str | None
    home: str | None


def find_figures(
    article: Article, sentences: Sequence[Span], places: Places, lexicon: FigureLexicon, home: str | None = None
) -> tuple[Figure, ...]:
    """The figures in the body of `article`, in order; `home` never belongs to the scope of one."""
    text = _MISREAD.sub(_digits, simplified(article.body).translate(_WIDTHS))
    body = _Text(text, article.body, sentences, places.body, find_times(text, article.date), article.date, home)
    starts = [span.start for span in sentences]
    found: list[Figure] = []
    last: Number | None = None  # the one before, if it was money
    counted: Figure | None = None  # the one before that is no change ("1.5 times"), which ends at `before`
    before = 0
    for number in join_ranges(text, list(find_numbers(text))):
        index = bisect_right(starts, number.start) - 1
        if index < 0 or number.end > sentences[index].end:
            continue
        figure = _read(number, sentences[index], body, lexicon)
        if figure is None:
            continue
        what = as_printed(figure.what, text, article.body) or ""
        if counted is not None and _counts_the_same(text, before, number, what):
            same = counted.indicator if counted.unit == figure.unit else None
            figure = replace(figure, indicator=figure.indicator or same)
            what = counted.what
        figure = replace(figure, what=what)
        if figure.unit not in _CHANGES:
            counted, before = figure, number.end
        if last is not None and figure.qualifier is None and _CONVERTED.fullmatch(text, last.end, number.start):
            figure = replace(figure, qualifier=found[-1].qualifier, what=found[-1].what)
        found.append(figure)
        last = number if _is_money(figure.unit) else None
    return _merged(found)


def _digits(misread: re.Match[str]) -> str:
    return "1" if misread[0] == "l" else "0"


def _counts_the_same(text: str, before: int, number: Number, what: str) -> bool:
    """Whether a number counts what the one that ends at `before` does: it points back and has no noun of its own."""
    own = what.rsplit(" ", maxsplit=1)[-1]
    if own and text.find(own, number.end, number.end + _AFTER) >= 0:
        return False
    if _SAME_AGAIN.fullmatch(text, before, number.start) is not None:
        return True
    return not what and _TO_THE_NEXT.fullmatch(text, before, number.start) is not None


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _read(number: Number, sentence: Span, body: _Text, lexicon: FigureLexicon) -> Figure | None:
    """The figure that a number is, if it is one."""
    around = _around(number, sentence)
    before = body.text[max(sentence.start, number.start - _BEFORE) : number.start]
    after = body.text[number.end : min(sentence.end, number.end + _AFTER)]
    near = (*_near(number, around, body), *((body.home,) if body.home else ()))
    reading = read_unit(number, Context(before, after, near, body.home))
    if reading is None or _dated(number, reading, body.times):
        return None
    clause = _clause(number, around, body.text)
    said = body.text[around.start : around.end]
    return Figure(
        id="",
        value=_plain(number.value, reading),
        low=_plain(number.low, reading),
        high=_plain(number.high, reading),
        unit=reading.unit,
        what=" ".join(reading.what.split()),
        qualifier=reading.qualifier,
        as_of=_as_of(number, sentence, around, clause, body),
        indicator=lexicon.indicator_of(reading.unit, reading.money, reading.what, said),
        scope=_scope(clause, body),
        score=reading.score,
        evidence=(_evidence(number, sentence, body.printed),),
    )


def _plain(value: Decimal | None, reading: Reading) -> int | float | None:
    """A whole number as int, any other as float."""
    if value is None:
        return None
    value = value * reading.scale + reading.add
    return int(value) if value == value.to_integral_value() else float(value)


def _dated(number: Number, reading: Reading, times: Sequence[Time]) -> bool:
    """Whether the number is part of a date; "the past forty years" is both a date and a figure."""
    index = bisect_left(times, number.end, key=lambda time: time.start) - 1
    if index < 0 or times[index].end <= number.start:
        return False
    span = "/" in times[index].edtf and reading.unit in TIME_SPANS
    return not (span and number.value is not None and number.value < 1000)


def _around(number: Number, sentence: Span) -> Span:
    """The part of the sentence around the number that is looked at, so that an endless one costs no more."""
    return Span(max(sentence.start, number.start - _REACH), min(sentence.end, number.end + _REACH))


def _clause(number: Number, around: Span, text: str) -> Span:
    """The part of the sentence between the commas around the number."""
    start = around.start
    for stop in _CLAUSE.finditer(text, around.start, number.start):
        start = stop.end()
    after = _CLAUSE.search(text, number.end, around.end)
    return Span(start, after.start() if after else around.end)


def _within(items: Sequence[Item], span: Span) -> Iterator[Item]:
    """The spots or times that start inside a span."""
    index = bisect_left(items, span.start, key=lambda item: item.start)
    while index < len(items) and items[index].start < span.end:
        yield items[index]
        index += 1


def _near(number: Number, around: Span, body: _Text) -> tuple[str, ...]:
    """The countries of the sentence before the number, the nearest first, then those after it."""
    spots = [spot for spot in _within(body.spots, around) if is_country(spot.party)]
    before = [spot.party for spot in spots if spot.start < number.start]
    after = [spot.party for spot in spots if spot.start >= number.start]
    return (*reversed(before), *after)


def _scope(clause: Span, body: _Text) -> Scope:
    """Whom the clause names besides the home; a city names nobody, and neither do "75 million US dollars"."""
    spots = (spot for spot in _within(body.spots, clause) if not spot.hint and not names_money(body.text[spot.end :]))
    parties = dict.fromkeys(spot.party for spot in spots)
    others = [party for party in parties if party != body.home]
    return Scope(
        tuple(party for party in others if is_country(party)), tuple(party for party in others if not is_country(party))
    )


def _as_of(number: Number, sentence: Span, around: Span, clause: Span, body: _Text) -> str | None:
    """The date in the clause or at the head of the sentence; a running total is of the day of the article.

    Of several dates in the clause it is that beside the number: "400 in 2018 to 300 in 2022".
    """

    def distance(time: Time) -> int:
        inside = clause.start <= time.start < clause.end
        if inside and time.end <= number.start and _OF_ANOTHER.search(body.text[clause.start : time.start]):
            return _TAKEN
        after = time.start >= number.end and _BESIDE.fullmatch(body.text[number.end : time.start])
        before = body.text[time.end : number.start] in _LINKS
        return (0 if after or before else 1) if inside else 2

    times = [time for time in _within(body.times, around) if distance(time) < _TAKEN]
    for time in sorted(times, key=distance):
        lead = body.text[max(sentence.start, time.start - _LEAD) : time.start]
        own = body.text[time.end : number.start] in _LINKS  # 由2018年的400项
        if not own and (_SINCE.search(lead) or _SINCE.match(body.text[time.start : time.end])):
            continue
        opens = time.start - sentence.start < _LEAD and _OPENING.fullmatch(lead)
        if opens or clause.start <= time.start < clause.end:
            return time.edtf.rpartition("/")[2]
    return body.date if _NOW.search(body.text[clause.start : clause.end]) else None


def _evidence(number: Number, sentence: Span, text: str) -> Evidence:
    """The sentence; of one that is too long, what stands around the number."""
    start, end = sentence.start, sentence.end
    if end - start > _LONGEST:
        start = max(start, number.start - _LONGEST // 2)
        end = min(end, start + _LONGEST)
    return Evidence("body", text[start:end], start, end)


def _merged(found: list[Figure]) -> tuple[Figure, ...]:
    """The figures with ids; what the article says twice is one figure with two pieces of evidence."""
    kept: dict[tuple[object, ...], Figure] = {}
    for figure in found:
        key = (figure.value, figure.low, figure.high, figure.unit, figure.what.casefold())
        first = kept.get(key)
        if first is None:
            kept[key] = figure
        elif len(first.evidence) < _MOST_EVIDENCE and figure.evidence[0] not in first.evidence:
            kept[key] = replace(first, evidence=first.evidence + figure.evidence)
    seen: dict[str, int] = {}
    named = []
    for figure in kept.values():
        name = _name(figure)
        seen[name] = seen.get(name, 0) + 1
        named.append(replace(figure, id=name if seen[name] == 1 else f"{name}-{seen[name]}"))
    return tuple(named)


def _name(figure: Figure) -> str:
    """figure:114-agreements."""
    amount = str(figure.value) if figure.value is not None else f"{figure.low}-{figure.high}"
    slug = "-".join(_SLUG.findall(figure.what.lower())[:6]) or figure.unit.lower().replace(" ", "-")
    return f"figure:{amount}-{slug}"

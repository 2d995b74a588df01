"""Joins two numbers that are the ends of a range: 20 to 30, between 5 and 7, 3至5."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from .numbers import Number

_SIGN = r"(?:US\$|A\$|[$€£¥]|百分之)?"
_UNIT = r"\s?(?:%|percent|per\s+cent|万元|亿元|[个名年天元人])?"
_TO = re.compile(rf"{_UNIT}\s?(?:to|or|[-–—~～]|至|到)\s?{_SIGN}")
_AND = re.compile(rf"{_UNIT}\s+and\s+{_SIGN}")
_BETWEEN = re.compile(r"\bbetween\s+(?:[A-Z]{0,3}[$€£¥])?\Z", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:gr[eo]w\w*|r[io]s\w+|increas\w+|f[ea]ll\w*|drop\w*|declin\w+|up|down|expand\w*|cut|reduc\w+|lower\w*|rais\w+|jump\w*|climb\w*|"
    r"went|widen\w*|improv\w+|extend\w*)\b[^.;]*\bfrom\s+\S{0,4}\Z|从[^，。]{0,12}\Z|由[^，。]{0,8}\Z",
    re.IGNORECASE,
)
_OF_A_YEAR = re.compile(r"\b(?:in|since|by|until|from|during|of)\s+\Z|(?:自|从|到|至|于|截至|在)\Z", re.IGNORECASE)
_LOOK = 60


def join_ranges(text: str, numbers: list[Number]) -> Iterator[Number]:
    """The numbers, with the two ends of a range as one."""
    index = 0
    while index < len(numbers):
        first = numbers[index]
        second = numbers[index + 1] if index + 1 < len(numbers) else None
        joined = _join(text, first, second) if second is not None else None
        yield joined or first
        index += 2 if joined else 1


def _is_a_year(number: Number, before: str) -> bool:
    """Whether a number where a year may stand looks like one."""
    return (
        number.plain and number.value is not None and 1500 <= number.value <= 2100 and bool(_OF_A_YEAR.search(before))
    )


def _join(text: str, first: Number, second: Number) -> Number | None:
    """One range of two numbers, or None where they are two."""
    if first.value is None or second.value is None or first.more or second.start - first.end > 14:
        return None
    gap = text[first.end : second.start]
    before = text[max(0, first.start - _LOOK) : first.start]
    if _AND.fullmatch(gap):
        if not _BETWEEN.search(before):
            return None
    elif not _TO.fullmatch(gap) or _CHANGE.search(before):
        return None
    if _is_a_year(first, before) and not _is_a_year(second, before):
        return None  # "from 400 in 2018 to 62,000"
    low, high = first.value, second.value
    if first.scale == 1 and second.scale > 1 and low < high / second.scale:
        low *= second.scale  # 5-10 million
    if not Decimal(0) < low < high:
        return None
    text_of = text[first.start : second.end]
    plain = first.plain and second.plain
    return Number(first.start, second.end, second.form, text_of, None, low, high, more=second.more, plain=plain)

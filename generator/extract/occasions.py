"""When something happened, as its clause says it: for agreements and for events."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .times import Time, find_times

_CONCRETE = re.compile(
    r"\d|day\b|January|February|March|April|May|June|July|August|September|October|November|December|[年月日天]"
)
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d\??")
_SPAN_BEFORE = re.compile(
    r"(?:\b(?:since|until|till|by|before|after|from|valid|expire[sd]?)\s(?:the\s)?|自|截至|有效期至|直到)$", re.I
)
_SPAN_WORD = re.compile(r"(?:since|until|till|by|before|after|from|to|through)\b", re.I)
_SPAN_AFTER = re.compile(r"\s?(?:以来|之前|前|起|以前|之后)")


def occasions(text: str, base: str | None, start: int, end: int) -> list[Time]:
    """The days, months and years in `text[start:end]` on which something can have happened; of several days, the first.

    What only bounds a time ("since 2019", 截至5月) or means no day at all ("so far", "the 1990s") is left out.
    """
    found = []
    for time in find_times(text, base, start, end):
        said, edtf = text[time.start : time.end], time.edtf
        first, _, last = edtf.partition("/")
        if last and not _DAY.fullmatch(first):
            continue
        if "X" in first.removeprefix("XXXX") or not _CONCRETE.search(said):
            continue
        bounds = _SPAN_WORD.match(said) or _SPAN_BEFORE.search(text, max(start, time.start - 12), time.start)
        if (bounds and not last) or _SPAN_AFTER.match(text, time.end):
            continue
        found.append(Time(time.start, time.end, first))
    return found


def is_day(edtf: str | None) -> bool:
    """Whether a date is exact to the day."""
    return edtf is not None and _DAY.fullmatch(edtf) is not None


def nearest(times: Sequence[Time], at: int) -> Time | None:
    """The time that stands nearest to an offset."""
    return min(times, key=lambda time: min(abs(time.start - at), abs(time.end - at)), default=None)

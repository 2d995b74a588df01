"""Dates as people read them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton

from ..edtf import Edtf

#: English dates as most of the world writes them: 21 May 2024.
_DAY_FIRST = Locale("en", "GB")
_LEAP_YEAR = 2000  # stands in where no year is known, so that 29 February can be written


@lru_cache(maxsize=10_000)
def written(known: Edtf, locale: Locale) -> str:
    """What is known of a date, as CLDR writes it: `21 May 2024`, `May 2024`, `28 November`; nothing if nothing is."""
    locale = _DAY_FIRST if str(locale) == "en" else locale
    if not (known.year or known.month):
        return ""
    day = date(known.year or _LEAP_YEAR, known.month or 1, known.day or 1)
    if known.year and known.day:
        return str(format_date(day, "long", locale=locale))
    if not known.year and not known.day:
        return str(format_date(day, "LLLL", locale=locale))
    skeleton = "MMMMd" if known.day else "yMMMM" if known.month else "y"
    return str(format_skeleton(skeleton, day, locale=locale))


def as_day(edtf: Edtf) -> date | None:
    """The first day that `edtf` may mean; None where the year is not known."""
    return date(edtf.year, edtf.month or 1, edtf.day or 1) if edtf.year else None

"""Dates as people read them."""

from __future__ import annotations

import calendar
from datetime import date

from ..edtf import Edtf
from ..model import DateBasis

BASIS = {
    DateBasis.STATED: "printed with the article",
    DateBasis.ISSUE: "the date of the issue",
    DateBasis.INFERRED: "worked out from what the article says",
}


def in_words(edtf: str | None) -> str:
    """`21 May 2024`, `28 November 2022 (year inferred)`, `28 November (year unknown)`, `no date`."""
    if not edtf:
        return "no date"
    try:
        known = Edtf.parse(edtf)
    except ValueError:
        return edtf
    words = [str(known.day)] if known.day else []
    words += [calendar.month_name[known.month]] if known.month else []
    words += [f"{known.year:04}"] if known.year else []
    if not words:
        return "no date"
    note = " (year unknown)" if not known.year else " (year inferred)" if known.inferred else ""
    return " ".join(words) + note


def as_day(edtf: Edtf) -> date | None:
    """The first day that `edtf` may mean; None where the year is not known."""
    return date(edtf.year, edtf.month or 1, edtf.day or 1) if edtf.year else None

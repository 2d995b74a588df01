"""When a figure held, as far as its article tells."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ...edtf import Edtf
from ...model import Figure, Record

#: Two dates this close are one time where at least one of them is only the day of an article.
_SAME_NEWS = 31  # days


class Basis(StrEnum):
    """Where the time of a figure comes from."""

    STATED = "stated"  # the sentence gives it
    PUBLISHED = "published"  # the sentence gives none: the article's own date stands in


@dataclass(frozen=True, slots=True)
class AsOf:
    """The days that a figure may be of: one, or all of a month or year where no more is known."""

    first: date
    last: date
    edtf: str
    basis: Basis


def as_of(record: Record, figure: Figure) -> AsOf | None:
    """The time of a figure of `record`: its own, else the article's date; None where no year is known."""
    own = _period(figure.as_of, Basis.STATED)
    published = _period(record.article.date, Basis.PUBLISHED)
    if own is None or (published is not None and own.edtf == published.edtf):
        return published  # "to date" is the day of the article
    return own


def _period(edtf: str | None, basis: Basis) -> AsOf | None:
    try:
        known = Edtf.parse(edtf or "")
    except ValueError:
        return None
    if not known.year:
        return None
    month, last_month = known.month or 1, known.month or 12
    last_day = known.day or calendar.monthrange(known.year, last_month)[1]
    return AsOf(date(known.year, month, known.day or 1), date(known.year, last_month, last_day), edtf or "", basis)


def apart(first: AsOf, second: AsOf) -> bool:
    """Whether they are certainly two times. A year holds all its days; the day of an article is vague by a month."""
    earlier, later = sorted((first, second), key=lambda time: (time.first, time.last))
    gap = (later.first - earlier.last).days
    return gap > (0 if first.basis is second.basis is Basis.STATED else _SAME_NEWS)

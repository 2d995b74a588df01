"""When an article appeared, as far as its EDTF date tells: for sorting and for counting by year."""

from __future__ import annotations

from functools import lru_cache

from ..edtf import Edtf
from ..model import Record

UNDATED = "undated"

_UNKNOWN = Edtf(0)


def when(record: Record) -> Edtf:
    """The date of the record's article; all unknown where it has none or one that we cannot read."""
    return parsed(record.article.date or "")


@lru_cache(maxsize=10_000)
def parsed(date: str) -> Edtf:
    """A date; all unknown where it is none that we can read."""
    try:
        return Edtf.parse(date)
    except ValueError:
        return _UNKNOWN


def year_of(record: Record) -> str:
    """The year a record counts for: `2024`, or `UNDATED`."""
    year = when(record).year
    return f"{year:04}" if year else UNDATED


def newest_first(records: list[Record]) -> list[Record]:
    """The records, newest first: vaguer dates of a year after exact ones, undated ones last, ties by id."""

    def key(record: Record) -> tuple[int, int, int, str]:
        date = when(record)
        return -date.year, -date.month, -date.day, record.article.id

    return sorted(records, key=key)

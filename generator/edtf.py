"""Dates as the atlas writes them: a small part of the Extended Date/Time Format (EDTF, ISO 8601-2).

`2024-05-21`, `2024-05`, `2024`; with `?` where the year is inferred (`2022-11-28?`); `XXXX-11-28` where it is
not known.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

_PATTERN = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>\?)?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Edtf:
    """A date as far as it is known; 0 stands for what is not known, so that vaguer dates sort first."""

    year: int
    month: int = 0
    day: int = 0
    inferred: bool = False

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """The date that `text` writes; raises ValueError with an explanation for anything else."""
        found = _PATTERN.fullmatch(text)
        if found is None:
            raise ValueError(f"{text!r} is no date; write YYYY-MM-DD, YYYY-MM or YYYY")
        year = 0 if found["year"] == "XXXX" else int(found["year"])
        month, day = int(found["month"] or 0), int(found["day"] or 0)
        if found["month"] and not 1 <= month <= 12:
            raise ValueError(f"{text!r} has no month {month}")
        # 2000 is a leap year: a 29 February of an unknown year may stand.
        if found["day"] and not 1 <= day <= calendar.monthrange(year or 2000, month)[1]:
            raise ValueError(f"{text!r} has no day {day}")
        return cls(year, month, day, inferred=bool(found["mark"]))


def _checked(text: str) -> str:
    Edtf.parse(text)
    return text


def _year_as_text(value: object) -> object:
    """YAML reads `date: 2024` as a number."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


#: A field of a pydantic model that holds such a date.
EdtfText = Annotated[str, BeforeValidator(_year_as_text), AfterValidator(_checked)]

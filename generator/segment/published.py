"""The day on which an article was published: of all days printed around it, the one for which most speaks.

A page prints many: when it was published, changed, printed out, clipped; when it happened; since when it has rights.
The word beside a day says which it is (published.yml), its place and its fullness say the rest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from ..script import simplified
from .dateline import Dateline
from .dates import Printed, find_dates
from .dayroles import ROLE, ROLES, WEIGHTS
from .rows import Kind, Row, is_paragraph
from .words import width

_APART = re.compile(r"[|｜丨•·∙;；\t]|\s{2,}|\u3000|[。!?！？]|\.\s|\s[-–—/]+\s|//")
_CLOCK = re.compile(r"\d[:：h]\d\d|\d\.\d\d\s?(?:[ap]\.?m|[A-Z]{3})")
_SET_OFF = re.compile(r"\s*[·•|｜:：–—-]")
_AFTER = re.compile(r"\s*(?:\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?\s*[(（]?")
_BARE = re.compile(r"\W*([^\d:：]{2,30}?)\s*[:：]?\W*")
_ADDRESS = re.compile(r"https?://|\bwww\.")
_TIED = re.compile(r"\b(?:of|on|in|since|from|to|until|by|for|and|the)\s+$", re.IGNORECASE)
_REACH = 48  # characters between a word and the day that it speaks of
_TOGETHER = 2  # characters between two such words that say it together
_BEHIND = 12
_LINE = 200  # columns; a longer line is text
_LITTLE = 4  # letters beside a day that stands alone
_PAST = 3  # days after publication that a story may still tell of
_ENOUGH = 2.0
_SURE = 4.0  # of a day that stands beside that of a whole issue


@dataclass(frozen=True, slots=True)
class Published:
    """The day on which an article was published; `issue`: it is a newspaper's issue."""

    date: Printed
    issue: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A printed day, what speaks for and against it, and whether it is an issue's."""

    date: Printed
    signs: frozenset[str]
    issue: bool = False


def published(
    rows: Sequence[Row], end: int, title: Sequence[int], dateline: Dateline, done: Printed | None, issued: bool
) -> Published | None:
    """The day for which most speaks; None where too little speaks for any but the dateline's.

    `rows`: the article, and from `end` what follows it. `dateline` and `done` are days that its text gives; `issued`
    says that the page has a day of its own besides.
    """
    candidates = list(_candidates(rows, end, title))
    candidates += [
        _Candidate(day, frozenset({sign})) for day, sign in ((dateline.date, "dateline"), (done, "done")) if day
    ]
    if not candidates:
        return None
    told = _latest_told(rows)
    above = {one.date.edtf for one in candidates if "above" in one.signs}
    if len(above) == 1:
        candidates = [
            replace(one, signs=one.signs | ({"only"} if "above" in one.signs else set())) for one in candidates
        ]
    times = Counter((one.date.month, one.date.day) for one in candidates)
    weighed = [
        (_weight(one, told, one.date.day is not None and times[one.date.month, one.date.day] > 1), one)
        for one in candidates
    ]
    best, chosen = max(weighed, key=lambda pair: pair[0])
    if best < (_SURE if issued and "credit" not in chosen.signs else _ENOUGH) or "dateline" in chosen.signs:
        return None
    return Published(_fullest(chosen.date, candidates), chosen.issue)


def _weight(one: _Candidate, told: date | None, again: bool) -> float:
    """What speaks for a day, in the weights of published.yml."""
    day = one.date
    shape = {
        "full": None not in (day.year, day.month or day.either, day.day or day.either),
        "yearless": day.year is None,
        "year only": day.month is None and day.either is None,
        "again": again,
        "outdated": told is not None and _before(day, told),
    }
    return sum(WEIGHTS[sign] for sign in one.signs) + sum(WEIGHTS[sign] for sign, is_so in shape.items() if is_so)


def _fullest(day: Printed, candidates: Sequence[_Candidate]) -> Printed:
    """A day with the year that another line prints with the same month and day."""
    if day.year is not None or day.day is None:
        return day
    same = [one.date for one in candidates if (one.date.month, one.date.day) == (day.month, day.day) and one.date.year]
    return same[0] if len({other.year for other in same}) == 1 else day


def _candidates(rows: Sequence[Row], end: int, title: Sequence[int]) -> Iterator[_Candidate]:
    """The days on short lines around an article, with what each line and each place says of them."""
    paragraphs = [i for i, row in enumerate(rows[:end]) if is_paragraph(row)]
    first, last = (paragraphs[0], paragraphs[-1]) if paragraphs else (len(rows), len(rows))
    tail = next((i for i in range(last + 1, end) if rows[i].kind is Kind.TAIL), end)
    for i, row in enumerate(rows):
        if i in title:
            yield from _in_title(row)
            continue
        if (is_paragraph(row) and row.facts.date is None) or width(row.text) > _LINE:
            continue
        place = "above" if i < first else "below" if i < tail else "tail"
        dates = find_dates(simplified(row.text)) or ((row.facts.date,) if row.facts.date else ())
        for k, day in enumerate(dates):
            signs = {place} | _line_signs(row, day) | ({"footer"} if row.kind is Kind.FOOTER and i > last else set())
            role = _role(row.text, day, dates[k - 1].end if k else 0) or (_role_above(rows, i) if k == 0 else None)
            read = row.facts.date is not None and row.facts.date.edtf == day.edtf
            yield _Candidate(day, frozenset(signs | ({role} if role else set())), read and row.facts.issue)


def _in_title(row: Row) -> Iterator[_Candidate]:
    """The day that opens a title and is set off from it: "3 May 2023 · A bridge for two towns"."""
    for day in find_dates(row.bare)[:1]:
        if day.start == 0 and day.day is not None and _SET_OFF.match(row.bare, day.end):
            yield _Candidate(day, frozenset({"headed"}))


def _line_signs(row: Row, day: Printed) -> set[str]:
    """What the line says of a day on it."""
    beside = row.text[: day.start] + row.text[day.end :]
    credit = row.facts.date is not None and row.kind in (Kind.CREDIT, Kind.BYLINE)
    signs = {
        "credit": credit,
        "label": row.kind is Kind.LABEL,
        "shown": row.kind is Kind.CAPTION,
        "words": row.kind is Kind.TEXT,
        "prose": row.kind is Kind.TEXT and _TIED.search(row.text[: day.start]) is not None,
        "clock": _CLOCK.search(row.text[day.start : day.end]) is not None,
        "alone": sum(map(str.isalpha, beside)) <= _LITTLE,
    }
    return {sign for sign, is_so in signs.items() if is_so}


def _role(text: str, day: Printed, since: int) -> str | None:
    """What the words before a day on its line, or right behind it, say that it is the day of."""
    before = _APART.split(simplified(text)[since : day.start])[-1][-_REACH:]
    found = list(ROLE.finditer(before))
    if found:
        together = [found[-1]]  # "Event date", "Embargoed until"
        together += [one for one, after in pairwise(found) if after.start() - one.end() <= _TOGETHER]
        said = {match.lastgroup for match in together}
        return next((role for role in ROLES if role in said), None)
    behind = simplified(text)[day.end : day.end + _BEHIND]
    gap = _AFTER.match(behind)
    match = ROLE.match(behind, gap.end() if gap else 0)
    return match.lastgroup if match else None


def _role_above(rows: Sequence[Row], i: int) -> str | None:
    """What a label on a line of its own, right above, says of the day: "Published", 发布时间."""
    bare = _BARE.fullmatch(rows[i - 1].text) if i and not rows[i].line.gap else None
    match = ROLE.fullmatch(simplified(bare[1])) if bare else None
    if match is None and i and _ADDRESS.search(rows[i - 1].text):
        match = ROLE.match(simplified(rows[i - 1].text))  # "Saved from https://..."
    return match.lastgroup if match else None


def _latest_told(rows: Sequence[Row]) -> date | None:
    """The second latest day in full that the text tells of, so that one that is planned does no harm."""
    told = sorted({day for row in rows if is_paragraph(row) for one in find_dates(row.text) if (day := _as_day(one))})
    return told[-2] if len(told) > 1 else None


def _as_day(printed: Printed) -> date | None:
    """A day that is printed in full."""
    if printed.year is None or printed.month is None or printed.day is None:
        return None
    try:
        return date(printed.year, printed.month, printed.day)
    except ValueError:
        return None


def _before(printed: Printed, told: date) -> bool:
    """Whether a printed day lies well before one that the text tells of."""
    day = _as_day(printed)
    return day is not None and (told - day).days > _PAST

"""What happened when: articles by the day on which they appeared, and the events and agreements that they date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ..edtf import Edtf
from ..model import Agreement, Event, Record
from .dossier import Dossier
from .order import parsed


class Happening(StrEnum):
    """What kind of thing has a date, in the order in which a day lists them."""

    AGREEMENT = "agreement"
    EVENT = "event"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Moment:
    """A thing with at least a year. Several articles may tell of one agreement or event; the first one tells most."""

    when: Edtf
    date: str  # EDTF, as it was found
    kind: Happening
    told: tuple[tuple[Record, Agreement | Event | None], ...]

    @property
    def year(self) -> int:
        """The year it counts for."""
        return self.when.year


def moments_of(records: Iterable[Record], dossier: Dossier) -> tuple[Moment, ...]:
    """Everything with a year, newest first; what is vaguer stands after what is exact."""
    found = [_moment(record.article.date, Happening.ARTICLE, ((record, None),)) for record in records]
    found += [_moment(one.first.date, Happening.AGREEMENT, one.told) for one in dossier.agreements]
    found += [_moment(one.first.date, Happening.EVENT, one.told) for one in dossier.events]
    order = list(Happening)

    def key(one: Moment) -> tuple[int, int, int, int, str, str]:
        record, finding = one.told[0]
        own = finding.id if finding is not None else ""
        return -one.when.year, -one.when.month, -one.when.day, order.index(one.kind), record.article.id, own

    return tuple(sorted((one for one in found if one.when.year), key=key))


def count_by_year(moments: Iterable[Moment]) -> dict[int, Counter[Happening]]:
    """How many things of each kind every year has, the newest year first; years without any are there too, empty."""
    counts: dict[int, Counter[Happening]] = {}
    for one in moments:
        counts.setdefault(one.year, Counter())[one.kind] += 1
    if not counts:
        return {}
    return {year: counts.get(year, Counter()) for year in range(max(counts), min(counts) - 1, -1)}


def _moment(date: str | None, kind: Happening, told: tuple[tuple[Record, Agreement | Event | None], ...]) -> Moment:
    return Moment(parsed(date or ""), date or "", kind, told)

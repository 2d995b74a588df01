"""What the articles of a shelf report of one country, group or theme: agreements, programmes, people, events.

An article may be about several countries at once, and what it reports then belongs only to those that the finding
names, or whose evidence overlaps the finding's own. What several articles report is one entry with all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..model import Agreement, Event, Evidence, Person, Place, Programme, Record, Tag
from . import axes
from .atlas import Shelf
from .order import parsed
from .overlap import overlap

F = TypeVar("F", Agreement, Programme, Person, Event)

#: Whether a finding of a record belongs to what the dossier is about.
Ties = Callable[[Record, Agreement | Programme | Person | Event], bool]


@dataclass(frozen=True, slots=True)
class Entry(Generic[F]):
    """One thing that articles report, with each article's own finding of it; the first one tells most, or is newest."""

    told: tuple[tuple[Record, F], ...]

    @property
    def first(self) -> F:
        """The finding that stands for all."""
        return self.told[0][1]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is reported; dated things newest first, the others by how many articles report them."""

    agreements: tuple[Entry[Agreement], ...] = ()
    programmes: tuple[Entry[Programme], ...] = ()
    people: tuple[Entry[Person], ...] = ()
    events: tuple[Entry[Event], ...] = ()


def dossier_of(shelf: Shelf, ties: Ties) -> Dossier:
    """What the articles of `shelf` report that `ties` to its subject."""
    records = shelf.records
    agreements = _entries(records, lambda record: record.findings.agreements, ties, _agreement)
    programmes = _entries(records, lambda record: record.findings.programmes, ties, _programme)
    people = _sided(_entries(records, lambda record: record.findings.people, ties, _person))
    events = _entries(records, lambda record: record.findings.events, ties, _event)
    return Dossier(
        agreements=tuple(sorted(agreements, key=lambda one: _latest(one.first.date))),
        programmes=tuple(sorted(programmes, key=lambda one: (-len(one.told), one.first.name.casefold()))),
        people=tuple(sorted(people, key=lambda one: (-len(one.told), one.first.name.casefold()))),
        events=tuple(sorted(events, key=lambda one: _latest(one.first.date))),
    )


def ties_to_country(code: str, home: str | None) -> Ties:
    """Of an article about one partner everything but other countries' agreements and people; else what names it."""

    def ties(record: Record, finding: Agreement | Programme | Person | Event) -> bool:
        partners = record.findings.partners
        alone = len({place.code for place in partners}) == 1
        if isinstance(finding, Agreement):
            others = {party for party in finding.parties if party != home}
            return code in others or (not others and alone)
        if isinstance(finding, Person) and finding.country not in (None, home):
            return finding.country == code
        return alone or overlap(finding.evidence, _evidence(place for place in partners if place.code == code))

    return ties


def ties_to_group(id_: str) -> Ties:
    """What names the group among its parties, or stands in the sentences that are filed under it."""

    def ties(record: Record, finding: Agreement | Programme | Person | Event) -> bool:
        if isinstance(finding, Agreement):
            return id_ in finding.parties
        return overlap(finding.evidence, _evidence(tag for tag in record.findings.groups if tag.id == id_))

    return ties


def ties_to_theme(id_: str) -> Ties:
    """Everything of an article with that theme alone; else what stands in the sentences that are filed under it."""

    def ties(record: Record, finding: Agreement | Programme | Person | Event) -> bool:
        themes = record.findings.themes
        alone = len({tag.id for tag in themes}) == 1
        return alone or overlap(finding.evidence, _evidence(tag for tag in themes if tag.id == id_))

    return ties


def _entries(
    records: Iterable[Record],
    found: Callable[[Record], tuple[F, ...]],
    ties: Ties,
    key: Callable[[Record, F], Hashable],
) -> Iterator[Entry[F]]:
    """The findings that tie to the subject, each thing once, in the order of the records; of an article the first."""
    entries: dict[Hashable, dict[str, tuple[Record, F]]] = {}
    for record in records:
        for finding in found(record):
            if ties(record, finding):
                entries.setdefault(key(record, finding), {}).setdefault(record.article.id, (record, finding))
    return (Entry(tuple(told.values())) for told in entries.values())


def _agreement(record: Record, one: Agreement) -> Hashable:
    """Two articles speak of one agreement if kind, parties and date are the same; without a date nobody can tell."""
    return one.kind, tuple(sorted(one.parties)), one.date or (record.article.id, one.id)


def _programme(record: Record, one: Programme) -> Hashable:
    return one.register_id or axes.slug_of(one.name)


def _person(record: Record, one: Person) -> Hashable:
    return axes.slug_of(one.name), one.country


def _sided(entries: Iterable[Entry[Person]]) -> list[Entry[Person]]:
    """A person without a side is the one of that name who has one, if there is only one."""
    by_name: dict[str, list[Entry[Person]]] = {}
    for entry in entries:
        by_name.setdefault(axes.slug_of(entry.first.name), []).append(entry)
    made = []
    for same in by_name.values():
        known = [entry for entry in same if entry.first.country]
        if len(known) == 1 and len(same) == 2:
            told: dict[str, tuple[Record, Person]] = {}
            for record, person in (*known[0].told, *same[0].told, *same[1].told):
                told.setdefault(record.article.id, (record, person))
            made.append(Entry(tuple(told.values())))
        else:
            made += same
    return made


def _event(record: Record, one: Event) -> Hashable:
    """Reprints tell of one event in the same words; whether others do, nobody can tell."""
    return one.date, one.place, one.what


def _evidence(filed: Iterable[Place | Tag]) -> tuple[Evidence, ...]:
    return tuple(piece for one in filed for piece in one.evidence)


def _latest(date: str | None) -> tuple[int, int, int]:
    """Newest first, vaguer dates of a year after exact ones, undated last."""
    known = parsed(date or "")
    return -known.year, -known.month, -known.day

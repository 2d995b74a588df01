"""Lists of what articles report: agreements, programmes, people, events, each one click from its sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from ...catalog.dossier import Dossier, Entry
from ...model import Agreement, Event, Person, Programme, Record
from ..anchors import Finding, anchor_of
from ..desk import Desk
from ..links import Target
from ..published import what_of
from ..voice import mark

F = TypeVar("F", Agreement, Programme, Person, Event)

#: So many sources are named as saying one thing; the other articles are counted.
_TELLERS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A thing that articles report."""

    cells: tuple[str, ...]
    tellers: tuple[Target, ...]  # who says so, at the very finding
    more: int  # how many articles say so besides
    independent: int  # how many sources the articles are


@dataclass(frozen=True, slots=True)
class Listed:
    """A list on a page: where it stands, what it is called, its columns (one more for who says so) and rows."""

    anchor: str
    heading: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    whole: Target | None = None  # the page with all rows, where these are only the first


#: The lists, in the order of the page: id, heading, columns.
LISTS = {
    "agreements": (mark("Agreements"), (mark("Date"), mark("Kind"), mark("Parties"))),
    "programmes": (mark("Programmes and institutions"), (mark("Name"),)),
    "people": (mark("People"), (mark("Name"), mark("Role"), mark("Side"))),
    "events": (mark("Timeline of events"), (mark("Date"), mark("Place"), mark("What the article says"))),
}


def reported(desk: Desk, dossier: Dossier) -> dict[str, Listed]:
    """The lists of a page by their ids; those without rows are there too."""
    rows = {
        "agreements": _rows(desk, dossier.agreements, _agreement),
        "programmes": _rows(desk, dossier.programmes, _programme),
        "people": _rows(desk, dossier.people, _person),
        "events": _rows(desk, dossier.events, _event),
    }
    gettext = desk.voice.gettext
    return {
        id_: Listed(f"list-{id_}", gettext(heading), tuple(gettext(column) for column in columns), rows[id_])
        for id_, (heading, columns) in LISTS.items()
    }


def teller(desk: Desk, record: Record, finding: Finding) -> Target:
    """Who says so and when, as a link to the finding on the page of the article: `Morning Wire, 21 May 2024`."""
    title = desk.voice.gettext(
        "{source}, {date}", source=desk.names.speaker(record), date=desk.voice.date(record.article.date)
    )
    return replace(desk.names.article(record), title=title, lang="", anchor=anchor_of(finding))


def _rows(
    desk: Desk, entries: tuple[Entry[F], ...], cells: Callable[[Desk, Record, F], tuple[str, ...]]
) -> tuple[Row, ...]:
    return tuple(_row(desk, entry, cells(desk, *entry.told[0])) for entry in entries)


def _row(desk: Desk, entry: Entry[F], cells: tuple[str, ...]) -> Row:
    """Every source is named once, by the first of its articles."""
    voices: dict[str, tuple[Record, F]] = {}
    for record, finding in entry.told:
        voices.setdefault(desk.atlas.voices[record.article.id], (record, finding))
    tellers = tuple(teller(desk, record, finding) for record, finding in [*voices.values()][:_TELLERS])
    return Row(cells, tellers, len(entry.told) - len(tellers), len(voices))


def _agreement(desk: Desk, record: Record, one: Agreement) -> tuple[str, ...]:
    return _date(desk, one.date), desk.voice.gettext(one.kind), desk.names.parties(one)


def _programme(desk: Desk, record: Record, one: Programme) -> tuple[str, ...]:
    known = desk.atlas.taxonomy.programmes.get(one.register_id or "")
    return (desk.voice.label(known.name) if known is not None else _said(desk, record, one.name),)


def _person(desk: Desk, record: Record, one: Person) -> tuple[str, ...]:
    side = desk.names.country_name(one.country) if one.country else ""
    return _said(desk, record, one.name), _said(desk, record, one.role or ""), side


def _event(desk: Desk, record: Record, one: Event) -> tuple[str, ...]:
    what = what_of(one, desk.shown[record.article.id])
    said = desk.voice.gettext("“{words}”", words=_said(desk, record, what)) if what else ""
    return _date(desk, one.date), _said(desk, record, one.place or ""), said


def _date(desk: Desk, edtf: str | None) -> str:
    return desk.voice.date(edtf)


def _said(desk: Desk, record: Record, words: str) -> str:
    """Words of the article, in its language."""
    return desk.voice.foreign(words, record.findings.language)

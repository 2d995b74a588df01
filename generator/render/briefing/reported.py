"""Lists of what articles report: agreements, programmes, people, events, each one click from its sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from ...catalog.agreed import Agreed, agreed_in, key_of, name_of
from ...catalog.axes import NOT_STATED
from ...catalog.dossier import Dossier, Entry
from ...catalog.twice import once
from ...model import Agreement, Event, Person, Programme, Record
from ..anchors import Finding, anchor_of
from ..desk import Desk
from ..links import Target
from ..published import sentence_of, words
from ..voice import mark

F = TypeVar("F", Agreement, Programme, Person, Event)
#: What articles say of one thing: each article's own finding of it.
Told = tuple[tuple[Record, F], ...]
T = TypeVar("T", bound=Agreement | Programme | Person | Event)

#: So many sources are named as saying one thing; the other articles are counted.
_TELLERS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A thing that articles report."""

    cells: tuple[str, ...]
    tellers: tuple[Target, ...]  # who says so, at the very finding
    more: int  # how many articles say so besides
    independent: int  # how many different sources the articles are
    alone: bool  # whether they are all the word of one source


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
    "agreements": (
        mark("Agreements"),
        (mark("Date"), mark("Agreement"), mark("Parties"), mark("What the article says")),
    ),
    "programmes": (mark("Programmes and institutions"), (mark("Name"),)),
    "people": (mark("People"), (mark("Name"), mark("Role"), mark("Side"))),
    "events": (mark("Timeline of events"), (mark("Date"), mark("Place"), mark("What the article says"))),
}


def reported(desk: Desk, dossier: Dossier) -> dict[str, Listed]:
    """The lists of a page by their ids; those without rows are there too."""
    dossier = once(dossier, desk.atlas.duplicates)
    agreed = agreed_in(dossier, desk.atlas.taxonomy, desk.atlas.home)
    listed = {key_of(one.name) for one in agreed if one.name is not None}
    programmes = tuple(entry for entry in dossier.programmes if key_of(entry.first) not in listed)
    rows = {
        "agreements": tuple(_agreement(desk, one) for one in agreed),
        "programmes": _rows(desk, programmes, _programme),
        "people": _rows(desk, dossier.people, _person),
        "events": _rows(desk, tuple(one for one in dossier.events if _tells(desk, one)), _event),
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
    desk: Desk, entries: tuple[Entry[F], ...], cells: Callable[[Desk, Told[F]], tuple[str, ...]]
) -> tuple[Row, ...]:
    ordered = (_best_first(desk, entry.told) for entry in entries)
    return tuple(_row(desk, told, cells(desk, told)) for told in ordered)


def _best_first(desk: Desk, told: tuple[tuple[Record, T], ...]) -> tuple[tuple[Record, T], ...]:
    """Who tells it in words that may be shown before others, and who does in the language of the page before all."""

    def key(one: tuple[Record, T]) -> tuple[bool, bool]:
        record, finding = one
        return bool(desk.voice.apart(record.findings.language)), not _words(desk, record, finding)

    return tuple(sorted(told, key=key))


def _row(desk: Desk, told: tuple[tuple[Record, Finding], ...], cells: tuple[str, ...]) -> Row:
    """Every source is named once, by the first of its articles."""
    voices: dict[str, tuple[Record, Finding]] = {}
    for record, finding in told:
        voices.setdefault(desk.atlas.voices[record.article.id], (record, finding))
    tellers = tuple(teller(desk, record, finding) for record, finding in [*voices.values()][:_TELLERS])
    return Row(cells, tellers, len(told) - len(tellers), len(voices.keys() - {NOT_STATED}), len(voices) == 1)


def _agreement(desk: Desk, agreed: Agreed) -> Row:
    """Its date, which one it is, between whom, and the sentence that says so."""
    every: tuple[tuple[Record, Agreement | Programme], ...] = agreed.entry.told
    told = _best_first(desk, every)
    record, one = told[0]
    if isinstance(one, Programme):
        known = desk.atlas.taxonomy.programmes.get(one.register_id or "")
        parties = desk.names.sides(known.parties if known else ()) or desk.voice.gettext("not stated")
        return _row(desk, told, (_date(desk, None), _name(desk, record, one), parties, says(desk, record, one)))
    title = agreement_title(desk, record, one)
    return _row(desk, told, (_date(desk, one.date), title, desk.names.parties(one), says(desk, record, one)))


def agreement_title(desk: Desk, record: Record, agreement: Agreement) -> str:
    """Which agreement it is: its kind, and its name where the article gives one."""
    kind, name = desk.voice.gettext(agreement.kind), name_of(record, agreement, desk.atlas.taxonomy)
    if name is None:
        return kind
    return desk.voice.gettext("{kind}: {name}", kind=kind, name=_name(desk, record, name))


def _programme(desk: Desk, told: Told[Programme]) -> tuple[str, ...]:
    return (_name(desk, *told[0]),)


def _name(desk: Desk, record: Record, one: Programme) -> str:
    """The register's name, else the one that the article gives."""
    known = desk.atlas.taxonomy.programmes.get(one.register_id or "")
    return desk.voice.label(known.name) if known is not None else _said(desk, record, one.name)


def _person(desk: Desk, told: Told[Person]) -> tuple[str, ...]:
    """The name, and the first role and side that an article gives."""
    record, one = told[0]
    role = next((_said(desk, record, one.role) for record, one in told if one.role), "")
    side = next((desk.names.country_name(one.country) for _, one in told if one.country), "")
    return _said(desk, record, one.name), role, side


def _event(desk: Desk, told: Told[Event]) -> tuple[str, ...]:
    record, one = told[0]
    return _date(desk, one.date), _said(desk, record, one.place or ""), says(desk, record, one)


def _tells(desk: Desk, entry: Entry[Event]) -> bool:
    """Whether anything of an event may be told."""
    return any(_words(desk, record, one) or one.date or one.place for record, one in entry.told)


def _words(desk: Desk, record: Record, one: Agreement | Programme | Person | Event) -> str:
    """The sentence that says so, as far as it may be shown; of an event also an editor's own words."""
    shown = desk.shown[record.article.id]
    return sentence_of(one, shown) if isinstance(one, Event) else words(one.evidence, shown)


def says(desk: Desk, record: Record, one: Agreement | Programme | Event) -> str:
    """The sentence, or where to read it."""
    if said := _words(desk, record, one):
        return desk.voice.gettext("“{words}”", words=_said(desk, record, said))
    place = next((desk.views.in_original(record, piece) for piece in one.evidence), "")
    return desk.voice.gettext("See {place}.", place=place) if place else ""


def _date(desk: Desk, edtf: str | None) -> str:
    return desk.voice.date(edtf)


def _said(desk: Desk, record: Record, words: str) -> str:
    """Words of the article, in its language."""
    return desk.voice.foreign(words, record.findings.language)

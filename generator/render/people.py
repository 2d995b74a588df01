"""People whom articles about cooperation name: in the roles and on the sides that the articles give them, no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from ..catalog.dossier import Entry
from ..model import Person
from ..plaintext import clean
from .anchors import anchor_of
from .briefing.reported import teller
from .desk import Desk
from .escape import Markdown
from .links import Target
from .search import person_entry
from .tree import Page, SearchEntry
from .voice import mark

PEOPLE = Target("people/index.md", mark("People"))

#: With more people than this, each side gets a page of its own.
_ON_ONE_PAGE = 300
_TELLERS = 3
_NO_SIDE = "side-not-stated"


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody in the index."""

    anchor: str
    name: Markdown
    role: Markdown  # as the newest article says it
    tellers: tuple[Target, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Side:
    """The people who speak or work for one country."""

    title: str
    page: Target | None
    number: int
    people: tuple[PersonLine, ...]


def people_pages(desk: Desk) -> Iterator[Page]:
    """The index of people by their side; with many of them a page for each side."""
    entries = desk.dossier.people
    apart = len(entries) > _ON_ONE_PAGE
    gettext = desk.voice.gettext
    lead = desk.voice.ngettext(
        "{n} person in the role in which articles about cooperation name them.",
        "{n} people in the roles in which articles about cooperation name them.",
        len(entries),
    )
    sides, places = list[Side](), dict[str, SearchEntry]()
    for country, same in groupby(_by_side(desk, entries), key=lambda one: one.first.country):
        people = tuple(same)
        title = desk.names.country_name(country) if country else gettext("Side not stated")
        target = Target(f"people/{country.lower() if country else _NO_SIDE}.md", gettext("People: {side}", side=title))
        lines = tuple(_line(desk, one) for one in people)
        sides.append(Side(title, target if apart else None, len(people), () if apart else lines))
        if apart:
            said = desk.voice.ngettext("{n} person.", "{n} people.", len(people))
            names = tuple(dict.fromkeys(clean(one.first.name) for one in people))
            entry = SearchEntry(target.title, said, "person", names)
            yield desk.press.page("people_side", target, said, lead=said, people=lines, search=entry)
        else:
            side = title if country else ""
            places |= {_place(one): person_entry(desk, one.first, side) for one in people}
    page = desk.press.page(
        "people",
        desk.names.index(PEOPLE),
        lead,
        lead=lead,
        sides=sides,
        apart=apart,
        search=SearchEntry(gettext(PEOPLE.title), lead, "page"),
        records=[record for entry in entries for record, _ in entry.told],
    )
    yield replace(page, places=tuple(places.items()))


def _by_side(desk: Desk, entries: tuple[Entry[Person], ...]) -> list[Entry[Person]]:
    """The largest side first, those without one last; within a side as the dossier has them."""
    sizes: dict[str | None, int] = {}
    for entry in entries:
        sizes[entry.first.country] = sizes.get(entry.first.country, 0) + 1

    def key(entry: Entry[Person]) -> tuple[bool, int, str]:
        country = entry.first.country
        return country is None, -sizes[country], desk.names.country_name(country) if country else ""

    return sorted(entries, key=key)


def _place(entry: Entry[Person]) -> str:
    """The id of somebody's row: names recur on other sides, and ids in other articles."""
    return f"{anchor_of(entry.first)}-{(entry.first.country or _NO_SIDE).lower()}"


def _line(desk: Desk, entry: Entry[Person]) -> PersonLine:
    record, person = entry.told[0]
    role = next(((one, found.role) for one, found in entry.told if found.role), (record, ""))
    return PersonLine(
        _place(entry),
        desk.voice.foreign(person.name, record.findings.language),
        desk.voice.foreign(role[1] or "", role[0].findings.language),
        tuple(teller(desk, one, found) for one, found in entry.told[:_TELLERS]),
        max(0, len(entry.told) - _TELLERS),
    )

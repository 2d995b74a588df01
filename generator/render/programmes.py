"""Programmes and institutions that articles name: an index, and a page for each that is registered or named twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..catalog import Shelf, axes
from ..catalog.dossier import Entry, ties_to_country
from ..catalog.order import newest_first
from ..model import Evidence, Programme, Record
from .anchors import anchor_of
from .desk import Desk
from .links import Target
from .paging import newest, year_pages
from .tree import Page, SearchEntry
from .voice import mark

PROGRAMMES = Target("programmes/index.md", mark("Programmes and institutions"))

_INDEX = "index"  # the address of the list itself


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """A programme in the index."""

    target: Target  # its page; where it has none, the place in the article that names it
    kind: str
    partners: tuple[Target, ...]
    number: int
    sources: int  # independent ones
    years: str
    in_years: tuple[str, ...]  # those that have articles


def programme_pages(desk: Desk) -> Iterator[Page]:
    """The index of programmes, and their pages."""
    entries = desk.dossier.programmes
    lead = desk.voice.ngettext(
        "{n} programme, facility or institution that articles about cooperation name.",
        "{n} programmes, facilities and institutions that articles about cooperation name.",
        len(entries),
    )
    yield desk.press.page(
        "programmes",
        desk.names.index(PROGRAMMES),
        lead,
        lead=lead,
        programmes=[_line(desk, entry) for entry in entries],
        records=_records(entries),
    )
    for entry in entries:
        if (target := programme_target(desk, entry)) is not None:
            yield from _page(desk, target, entry)


def programme_target(desk: Desk, entry: Entry[Programme]) -> Target | None:
    """The page of a programme: if the register has it, or if two articles name it."""
    known = desk.atlas.taxonomy.programmes.get(entry.first.register_id or "")
    if known is not None:
        return Target(f"programmes/{known.id}.md", desk.voice.label(known.name))
    slug = axes.slug_of(entry.first.name)
    taken = slug == _INDEX or slug in desk.atlas.taxonomy.programmes
    if len(entry.told) < 2 or taken:
        return None
    record, finding = entry.told[0]
    return Target(f"programmes/{slug}.md", finding.name, desk.voice.apart(record.findings.language))


def _line(desk: Desk, entry: Entry[Programme]) -> ProgrammeLine:
    shelf = _shelf(entry)
    record, finding = entry.told[0]
    place = replace(
        desk.names.article(record),
        title=finding.name,
        lang=desk.voice.apart(record.findings.language),
        anchor=anchor_of(finding),
    )
    return ProgrammeLine(
        programme_target(desk, entry) or place,
        _kind(desk, finding),
        tuple(desk.names.country(code) for code in _partners(desk, entry)),
        len(shelf),
        desk.atlas.independent(shelf),
        desk.names.span(shelf),
        shelf.years,
    )


def _page(desk: Desk, target: Target, entry: Entry[Programme]) -> Iterator[Page]:
    shelf, names, gettext = _shelf(entry), desk.names, desk.voice.gettext
    known = desk.atlas.taxonomy.programmes.get(entry.first.register_id or "")
    lead = desk.voice.ngettext(
        "{n} article about cooperation{of_home} names it.",
        "{n} articles about cooperation{of_home} name it.",
        len(shelf),
        of_home=names.of_home,
    )
    facts: list[tuple[str, str]] = [(gettext("Kind"), _kind(desk, entry.first))]
    if known is not None:
        parties = [names.country_name(one) if one.isupper() else names.group(one).title for one in known.parties]
        facts = [(names.second_heading, names.second_label(known.name)), *facts]
        facts.append((gettext("Parties, as the register has them"), desk.voice.listed(parties)))
    partners = [names.country(code) for code in _partners(desk, entry)]
    facts += [
        (gettext("Partners in these articles"), desk.press.links(target.path, partners)),
        (gettext("Years of the articles"), names.span(shelf)),
        (gettext("Articles"), desk.counted(shelf)),
    ]
    pieces = {record.article.id: finding.evidence for record, finding in entry.told}

    def about(record: Record) -> tuple[Evidence, ...]:
        return pieces[record.article.id]

    spoken = {finding.name for _, finding in entry.told}
    aliases = (known.name.en, known.name.zh, *known.aliases.en, *known.aliases.zh) if known is not None else ()
    yield desk.press.page(
        "programme",
        target,
        lead,
        lead=lead,
        facts=[(label, value) for label, value in facts if value],
        counts=desk.views.counts(shelf, axes.themes, names.theme),
        **newest(desk, target, shelf, about),
        search=SearchEntry(
            target.title, lead, "programme", tuple(dict.fromkeys([target.title, *aliases, *sorted(spoken)]))
        ),
        records=shelf.records,
    )
    yield from year_pages(desk, target, shelf, about)


def _kind(desk: Desk, finding: Programme) -> str:
    known = desk.atlas.taxonomy.programmes.get(finding.register_id or "")
    return desk.voice.gettext(known.kind) if known is not None else ""


def _shelf(entry: Entry[Programme]) -> Shelf:
    return Shelf(tuple(newest_first([record for record, _ in entry.told])))


def _partners(desk: Desk, entry: Entry[Programme]) -> list[str]:
    """The partners with whom articles report it, by name: of an article about several only those it is tied to."""
    found = {
        code
        for record, finding in entry.told
        for code in axes.countries(record)
        if ties_to_country(code, desk.atlas.home)(record, finding)
    }
    return sorted(found, key=desk.names.country_name)


def _records(entries: tuple[Entry[Programme], ...]) -> list[Record]:
    return [record for entry in entries for record, _ in entry.told]

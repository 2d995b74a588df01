"""The pages of countries, of groups, and of the cells where countries and themes cross."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalog import Shelf, axes
from ..catalog.order import newest_first, when
from ..model import Evidence, Record
from .desk import Desk
from .indicators import country_figures
from .lens import lens_pages, lens_target, summary_of
from .links import Target
from .names import COUNTRIES, GROUPS
from .search import cell_entry, country_entry, group_entry
from .tree import Page


def place_pages(desk: Desk) -> Iterator[Page]:
    """The index of countries, a page for each, and one for each cell."""
    lead = desk.voice.ngettext(
        "Cooperation{of_home} by country or region, as {n} article reports it.",
        "Cooperation{of_home} by country or region, as {n} articles report it.",
        len(desk.atlas.filed),
        of_home=desk.names.of_home,
    )
    grid = desk.views.country_by_theme()
    yield desk.press.page(
        "countries",
        desk.names.index(COUNTRIES),
        lead,
        lead=lead,
        countries=desk.country_lines(),
        grid=grid,
        records=desk.atlas.filed.records,
    )
    for code, shelf in desk.atlas.countries.items():
        yield _country(desk, code, shelf)
    yield from lens_pages(desk)
    for (code, theme), shelf in desk.atlas.cells.items():
        yield _cell(desk, code, theme, shelf)


def group_pages(desk: Desk) -> Iterator[Page]:
    """The index of groups, and a page for each that has articles."""
    lead = desk.voice.gettext(
        "Groups of countries that articles report cooperation with or within. A group is not its members."
    )
    counts = desk.views.counts(desk.atlas.filed, axes.groups, desk.names.group)
    index = desk.names.index(GROUPS)
    yield desk.press.page("groups", index, lead, lead=lead, counts=counts, records=desk.atlas.filed.records)
    for id_, shelf in desk.atlas.groups.items():
        yield _group(desk, id_, shelf)


def _country(desk: Desk, code: str, shelf: Shelf) -> Page:
    target = desk.names.country(code)
    lead = desk.reported(shelf, desk.voice.gettext("with {country}", country=desk.voice.with_article(target.title)))
    mentions = desk.atlas.mentions.get(code, Shelf())
    return desk.press.page(
        "country",
        target,
        lead,
        lead=lead,
        facts=[(desk.names.second_heading, desk.names.country_second(code)), *_covered(desk, target.path, shelf)],
        grid=desk.views.themes_by_year(
            shelf, lambda theme: desk.names.cell(code, theme, desk.names.theme(theme).title)
        ),
        groups=desk.views.counts(shelf, axes.groups, desk.names.group),
        figures=country_figures(desk, code),
        lens=lens_target(desk, code),
        remains=summary_of(desk, shelf),
        rows=desk.views.rows(shelf.records, lambda record: _partner_evidence(record, code)),
        mentions=desk.views.rows(mentions.records),
        search=country_entry(desk, code, shelf),
        records=shelf.records,
    )


def _cell(desk: Desk, code: str, theme: str, shelf: Shelf) -> Page:
    target, country, field = desk.names.cell(code, theme), desk.names.country(code), desk.names.theme(theme)
    about = desk.voice.gettext(
        "with {country} on {theme}",
        country=desk.voice.with_article(country.title),
        theme=desk.voice.lower_first(field.title),
    )
    lead = desk.reported(shelf, about)
    return desk.press.page(
        "cell",
        target,
        lead,
        lead=lead,
        country=country,
        theme=field,
        counted=desk.counted(shelf),
        rows=desk.views.rows(shelf.records, lambda record: _cell_evidence(record, code, theme)),
        search=cell_entry(desk, code, theme, shelf),
        records=shelf.records,
    )


def _group(desk: Desk, id_: str, shelf: Shelf) -> Page:
    target = desk.names.group(id_)
    gettext, names = desk.voice.gettext, desk.names
    lead = desk.reported(shelf, gettext("with or within {group}", group=desk.voice.with_article(target.title)))
    group = desk.atlas.taxonomy.groups.get(id_)
    own: list[tuple[str, str]] = []
    if group is not None:
        own = [(names.second_heading, names.second_label(group.labels)), (gettext("Kind"), gettext(group.kind))]
    return desk.press.page(
        "group",
        target,
        lead,
        lead=lead,
        facts=[*own, *_covered(desk, target.path, shelf)],
        counts=desk.views.counts(shelf, axes.countries, desk.names.country),
        grid=desk.views.themes_by_year(shelf, desk.names.theme),
        rows=desk.views.rows(shelf.records, lambda record: _tag_evidence(record, id_)),
        search=group_entry(desk, id_, shelf),
        records=shelf.records,
    )


def _covered(desk: Desk, here: str, shelf: Shelf) -> list[tuple[str, str]]:
    """What a list of articles covers: number, years, first and last date, sources, themes."""
    gettext, number, date = desk.voice.gettext, desk.voice.number, desk.voice.date
    unknown = gettext("not known")
    dated = [record for record in newest_first(list(shelf.records)) if when(record).year]
    sources = desk.views.counts(shelf, axes.sources(desk.atlas.taxonomy), desk.names.source)
    themes = desk.views.counts(shelf, axes.themes, desk.names.theme)
    return [
        (gettext("Articles"), desk.counted(shelf)),
        (gettext("Years"), desk.names.span(shelf)),
        (gettext("First"), date(dated[-1].article.date) if dated else unknown),
        (gettext("Last"), date(dated[0].article.date) if dated else unknown),
        (
            gettext("Sources"),
            desk.press.links(here, [Target(c.target.path, f"{c.target.title} ({number(c.number)})") for c in sources]),
        ),
        (gettext("Themes"), desk.press.links(here, [count.target for count in themes]) or gettext("none")),
    ]


def _partner_evidence(record: Record, code: str) -> tuple[Evidence, ...]:
    return tuple(piece for place in record.findings.partners if place.code == code for piece in place.evidence)


def _cell_evidence(record: Record, code: str, theme: str) -> tuple[Evidence, ...]:
    """The evidence for both at once first, then for the theme, then for the country."""
    about_country, about_theme = _partner_evidence(record, code), _tag_evidence(record, theme)
    both = tuple(piece for piece in about_theme if piece in about_country)
    return (*both, *about_theme, *about_country)


def _tag_evidence(record: Record, id_: str) -> tuple[Evidence, ...]:
    tags = (*record.findings.groups, *record.findings.themes)
    return tuple(piece for tag in tags if tag.id == id_ for piece in tag.evidence)

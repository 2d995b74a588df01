"""The pages of countries, of groups, and of the cells where countries and themes cross."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from ..catalog import Shelf, axes
from ..catalog.alike import most_alike
from ..catalog.dossier import dossier_of, ties_to_country, ties_to_group
from ..catalog.pairs import evidence_of, is_told
from ..model import Evidence, Record
from .briefing import glance, knows, missing_years, reported, theme_years
from .compare import alike_links, compare_link
from .desk import Desk
from .indicators import country_charts, country_figures
from .lens import lens_pages, lens_target, summary_of
from .matrix import country_by_theme, group_by_theme
from .names import COUNTRIES, GROUPS
from .paging import first_rows, list_pages, newest, year_pages
from .search import cell_entry, country_entry, group_entry
from .topics import groups, groups_without
from .tree import Page
from .world import shades_of_countries, world

#: So many articles that only name a country stand on its page.
_MENTIONS = 40


def place_pages(desk: Desk) -> Iterator[Page]:
    """The index of countries, a page for each, and one for each cell."""
    lead = desk.voice.ngettext(
        "Cooperation{of_home} by country or region, as {n} article reports it.",
        "Cooperation{of_home} by country or region, as {n} articles report it.",
        len(desk.atlas.filed),
        of_home=desk.names.of_home,
    )
    index = desk.names.index(COUNTRIES)
    yield desk.press.page(
        "countries",
        index,
        lead,
        wide=True,
        lead=lead,
        world=world(desk, index.path),
        legend=shades_of_countries(desk).legend(desk.voice),
        countries=desk.country_lines(),
        grid=country_by_theme(desk, index.path),
        records=desk.atlas.filed.records,
    )
    alike = most_alike(desk.atlas.countries, axes.themes)
    for code, shelf in desk.atlas.countries.items():
        yield from _country(desk, code, shelf, alike[code])
    yield from lens_pages(desk)
    for (code, theme), shelf in desk.atlas.cells.items():
        yield from _cell(desk, code, theme, shelf)


def group_pages(desk: Desk) -> Iterator[Page]:
    """The index of groups, and a page for each that has articles."""
    lead = desk.voice.gettext(
        "Groups of countries that articles report cooperation with or within. A group is not its members."
    )
    yield desk.press.page(
        "groups",
        desk.names.index(GROUPS),
        lead,
        wide=True,
        lead=lead,
        topics=groups(desk),
        silent=desk.voice.listed(groups_without(desk)),
        grid=group_by_theme(desk),
        records=desk.atlas.filed.records,
    )
    alike = most_alike(desk.atlas.groups, axes.themes)
    for id_, shelf in desk.atlas.groups.items():
        yield from _group(desk, id_, shelf, alike[id_])


def country_parts(desk: Desk, code: str, shelf: Shelf) -> dict[str, Any]:
    """What the page of a country and its brief have in common; also of a country without articles."""
    target, gettext = desk.names.country(code), desk.voice.gettext
    about = gettext("with {country}", country=desk.voice.with_article(target.title))
    nothing = gettext(
        "No article here reports cooperation{of_home} {of_what}.", of_home=desk.names.of_home, of_what=about
    )
    lists = reported(desk, dossier_of(shelf, ties_to_country(code, desk.atlas.home)))
    figures = country_figures(desk, code)
    second = (desk.names.second_heading, desk.names.country_second(code))
    return {
        "lead": desk.reported(shelf, about) if len(shelf) else nothing,
        "knows": knows(desk, target.path, shelf, country=code),
        "facts": [second, *glance(desk, code, shelf, lists, figures)],
        "lists": list(lists.values()),
        "figures": figures,
        "charts": country_charts(desk, code),
        "coverage": theme_years(desk, shelf, lambda theme: desk.names.cell(code, theme, desk.names.theme(theme).title)),
    }


def _country(desk: Desk, code: str, shelf: Shelf, alike: tuple[str, ...]) -> Iterator[Page]:
    """The page of a country, and those with the rest of it."""
    target, parts = desk.names.country(code), country_parts(desk, code, shelf)
    mentions = desk.atlas.mentions.get(code, Shelf()).records
    about = partial(partner_evidence, code=code)
    yield desk.press.page(
        "country",
        target,
        parts["lead"],
        **parts | {"lists": first_rows(desk, target, parts["lists"])},
        lens=lens_target(desk, code),
        remains=summary_of(desk, shelf),
        compare=compare_link(desk, code),
        alike=alike_links(code, [desk.names.country(other) for other in alike], alike),
        **newest(desk, target, shelf, about),
        mentions=desk.views.rows(mentions[:_MENTIONS]),
        unnamed=len(mentions[_MENTIONS:]),
        search=country_entry(desk, code, shelf),
        records=shelf.records,
    )
    yield from list_pages(desk, target, parts["lists"])
    yield from year_pages(desk, target, shelf, about)


def _cell(desk: Desk, code: str, theme: str, shelf: Shelf) -> Iterator[Page]:
    target, country, field = desk.names.cell(code, theme), desk.names.country(code), desk.names.theme(theme)
    lead, evidence = _cell_lead(desk, code, theme, shelf), partial(_cell_evidence, code=code, theme=theme)
    yield desk.press.page(
        "cell",
        target,
        lead,
        lead=lead,
        country=country,
        theme=field,
        counted=desk.counted(shelf),
        missing=desk.voice.listed(missing_years(desk, shelf)),
        **newest(desk, target, shelf, evidence),
        search=cell_entry(desk, code, theme, shelf),
        records=shelf.records,
    )
    yield from year_pages(desk, target, shelf, evidence)


def _cell_lead(desk: Desk, code: str, theme: str, shelf: Shelf) -> str:
    """How many articles report cooperation with the country on the theme, and how many are only filed under both."""
    gettext, ngettext = desk.voice.gettext, desk.voice.ngettext
    country = desk.voice.with_article(desk.names.country_name(code))
    field = desk.names.theme(theme).title
    told = Shelf(tuple(record for record in shelf.records if is_told(record, code, theme)))
    about = gettext("with {country} on {theme}", country=country, theme=desk.voice.lower_first(field))
    said = desk.reported(told, about)
    if len(told) == len(shelf):
        return said
    filed = ngettext(
        "{n} article is filed under {country} and under “{theme}”, but no sentence of it ties one to the other.",
        "{n} articles are filed under {country} and under “{theme}”, but no sentence of theirs ties one to the other.",
        len(shelf) - len(told),
        country=country,
        theme=field,
    )
    return gettext("{said} {filed}", said=said, filed=filed) if len(told) else filed


def _group(desk: Desk, id_: str, shelf: Shelf, alike: tuple[str, ...]) -> Iterator[Page]:
    """The page of a group, and those with the rest of it."""
    target, about = desk.names.group(id_), partial(tag_evidence, id_=id_)
    lists = reported(desk, dossier_of(shelf, ties_to_group(id_))).values()
    gettext, names = desk.voice.gettext, desk.names
    lead = desk.reported(shelf, gettext("with or within {group}", group=desk.voice.with_article(target.title)))
    group = desk.atlas.taxonomy.groups.get(id_)
    own: list[tuple[str, str]] = []
    if group is not None:
        own = [(names.second_heading, names.second_label(group.labels)), (gettext("Kind"), gettext(group.kind))]
    yield desk.press.page(
        "group",
        target,
        lead,
        lead=lead,
        facts=own,
        knows=knows(desk, target.path, shelf),
        counts=desk.views.counts(shelf, axes.countries, desk.names.country),
        lists=first_rows(desk, target, lists),
        coverage=theme_years(desk, shelf, desk.names.theme),
        compare=compare_link(desk, id_),
        alike=alike_links(id_, [names.group(other) for other in alike], alike),
        **newest(desk, target, shelf, about),
        search=group_entry(desk, id_, shelf),
        records=shelf.records,
    )
    yield from list_pages(desk, target, lists)
    yield from year_pages(desk, target, shelf, about)


def partner_evidence(record: Record, code: str) -> tuple[Evidence, ...]:
    """What files an article under a country."""
    return tuple(piece for place in record.findings.partners if place.code == code for piece in place.evidence)


def _cell_evidence(record: Record, code: str, theme: str) -> tuple[Evidence, ...]:
    """The evidence for both at once; where there is none, for the theme, then for the country."""
    about_country, about_theme = partner_evidence(record, code), tag_evidence(record, theme)
    both = tuple(piece for piece in about_theme if piece in about_country)
    return (*evidence_of(record, code, theme), *both) or (*about_theme, *about_country)


def tag_evidence(record: Record, id_: str) -> tuple[Evidence, ...]:
    """What files an article under a group or theme."""
    tags = (*record.findings.groups, *record.findings.themes)
    return tuple(piece for tag in tags if tag.id == id_ for piece in tag.evidence)

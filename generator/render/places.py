"""The pages of countries, of groups, and of the cells where countries and themes cross."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalog import Shelf, axes
from ..catalog.order import newest_first, when
from ..model import Evidence, Record
from ..taxonomy.english import lower_first, with_article
from .dates import in_words
from .desk import Desk
from .links import Target, links
from .names import COUNTRIES, GROUPS, articles
from .search import cell_entry, country_entry, group_entry
from .tree import Page
from .views import span


def place_pages(desk: Desk) -> Iterator[Page]:
    """The index of countries, a page for each, and one for each cell."""
    lead = f"Cooperation{desk.names.of_home} by country or region, as {articles(len(desk.atlas.filed))} report it."
    grid = desk.views.country_by_theme()
    yield desk.press.page(
        "countries",
        COUNTRIES,
        lead,
        lead=lead,
        countries=desk.country_lines(),
        grid=grid,
        records=desk.atlas.filed.records,
    )
    for code, shelf in desk.atlas.countries.items():
        yield _country(desk, code, shelf)
    for (code, theme), shelf in desk.atlas.cells.items():
        yield _cell(desk, code, theme, shelf)


def group_pages(desk: Desk) -> Iterator[Page]:
    """The index of groups, and a page for each that has articles."""
    lead = "Groups of countries that articles report cooperation with or within. A group is not its members."
    counts = desk.views.counts(desk.atlas.filed, axes.groups, desk.names.group)
    yield desk.press.page("groups", GROUPS, lead, lead=lead, counts=counts, records=desk.atlas.filed.records)
    for id_, shelf in desk.atlas.groups.items():
        yield _group(desk, id_, shelf)


def _country(desk: Desk, code: str, shelf: Shelf) -> Page:
    target = desk.names.country(code)
    lead = desk.reported(shelf, f"with {with_article(target.title)}")
    mentions = desk.atlas.mentions.get(code, Shelf())
    return desk.press.page(
        "country",
        target,
        lead,
        lead=lead,
        facts=[("In Chinese", desk.names.country_zh(code)), *_covered(desk, target.path, shelf)],
        grid=desk.views.themes_by_year(
            shelf, lambda theme: desk.names.cell(code, theme, desk.names.theme(theme).title)
        ),
        groups=desk.views.counts(shelf, axes.groups, desk.names.group),
        rows=desk.views.rows(shelf.records, lambda record: _partner_evidence(record, code)),
        mentions=desk.views.rows(mentions.records),
        search=country_entry(desk, code, shelf),
        records=shelf.records,
    )


def _cell(desk: Desk, code: str, theme: str, shelf: Shelf) -> Page:
    target, country, field = desk.names.cell(code, theme), desk.names.country(code), desk.names.theme(theme)
    lead = desk.reported(shelf, f"with {with_article(country.title)} on {lower_first(field.title)}")
    return desk.press.page(
        "cell",
        target,
        lead,
        lead=lead,
        country=country,
        theme=field,
        rows=desk.views.rows(shelf.records, lambda record: _cell_evidence(record, code, theme)),
        search=cell_entry(desk, code, theme, shelf),
        records=shelf.records,
    )


def _group(desk: Desk, id_: str, shelf: Shelf) -> Page:
    target = desk.names.group(id_)
    lead = desk.reported(shelf, f"with or within {with_article(target.title)}")
    group = desk.atlas.taxonomy.groups.get(id_)
    own = [("In Chinese", group.labels.zh), ("Kind", group.kind)] if group is not None else []
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
    dated = [record for record in newest_first(list(shelf.records)) if when(record).year]
    sources = desk.views.counts(shelf, axes.sources(desk.atlas.taxonomy), desk.names.source)
    themes = desk.views.counts(shelf, axes.themes, desk.names.theme)
    return [
        ("Articles", str(len(shelf))),
        ("Years", span(shelf)),
        ("First", in_words(dated[-1].article.date) if dated else "not known"),
        ("Last", in_words(dated[0].article.date) if dated else "not known"),
        ("Sources", links(here, [Target(c.target.path, f"{c.target.title} ({c.number})") for c in sources])),
        ("Themes", links(here, [count.target for count in themes]) or "none"),
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

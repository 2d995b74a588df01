"""The pages of themes and of sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from babel.numbers import format_percent

from ..catalog import Shelf, axes
from ..catalog.alike import most_alike
from ..catalog.axes import NOT_STATED
from ..catalog.dossier import dossier_of, ties_to_theme
from ..catalog.mix import mix_of
from .briefing import by_year, knows, mix_lines, reported, theme_years, year_chart
from .compare import alike_links, compare_link
from .desk import Desk
from .links import Target, external
from .names import SOURCES, THEMES
from .paging import first_rows, list_pages, newest, year_pages
from .places import tag_evidence
from .search import source_entry, theme_entry
from .topics import themes_by_kind
from .tree import Page
from .words import MODES


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in a table."""

    target: Target
    kind: str
    country: str
    mode: str
    number: int
    share: str  # of all articles
    digests: int


@dataclass(frozen=True, slots=True)
class Part:
    """A kind of source: how many there are of it, and how many articles come from them."""

    title: str
    sources: int
    number: int
    share: str


def theme_pages(desk: Desk) -> Iterator[Page]:
    """The index of themes, and a page for each, also for those without articles yet."""
    lead = desk.voice.gettext("Fields of science and technology, and forms of cooperation.")
    index, records = desk.names.index(THEMES), desk.atlas.filed.records
    yield desk.press.page(
        "themes",
        index,
        lead,
        wide=True,
        lead=lead,
        sections=themes_by_kind(desk),
        coverage=theme_years(desk, desk.atlas.filed, desk.names.theme),
        records=records,
    )
    alike = most_alike(desk.atlas.themes, axes.countries)
    for id_, shelf in desk.atlas.themes.items():
        yield from _theme(desk, id_, shelf, alike[id_])


def source_pages(desk: Desk) -> Iterator[Page]:
    """The index of sources, and a page for each."""
    lead = desk.voice.ngettext(
        "Who wrote the {n} article here, and what we may show of it.",
        "Who wrote the {n} articles here, and what we may show of them.",
        len(desk.atlas.records),
    )
    index = desk.names.index(SOURCES)
    lines = sorted((_line(desk, id_) for id_ in desk.atlas.sources), key=lambda line: (-line.number, line.target.title))
    yield desk.press.page(
        "sources",
        index,
        lead,
        lead=lead,
        facts=[
            (desk.voice.gettext("Articles"), desk.counted(desk.atlas.everything)),
            *mix_lines(desk, mix_of(desk.atlas.everything, desk.atlas.voices, desk.atlas.taxonomy)),
        ],
        kinds=_kinds(desk),
        sources=lines,
        records=desk.atlas.records,
    )
    for id_, shelf in desk.atlas.sources.items():
        yield _source(desk, id_, shelf)
        yield from year_pages(desk, desk.names.source(id_), shelf)


def _theme(desk: Desk, id_: str, shelf: Shelf, alike: tuple[str, ...]) -> Iterator[Page]:
    """The page of a theme, and those with the rest of it."""
    target, about = desk.names.theme(id_), partial(tag_evidence, id_=id_)
    lists = reported(desk, dossier_of(shelf, ties_to_theme(id_))).values()
    theme, voice, names = desk.atlas.taxonomy.themes.get(id_), desk.voice, desk.names
    facts: list[tuple[str, str]] = []
    if theme is not None:
        facts = [
            (names.second_heading, names.second_label(theme.labels)),
            (voice.gettext("Kind"), voice.gettext(theme.kind)),
            (voice.gettext("What is filed here"), voice.label(theme.definition)),
        ]
    lead = (
        desk.reported(shelf, voice.gettext("on {theme}", theme=voice.lower_first(target.title)))
        if len(shelf)
        else voice.gettext("No article here reports on it yet.")
    )
    yield desk.press.page(
        "theme",
        target,
        voice.label(theme.definition) if theme is not None else lead,
        lead=lead,
        facts=facts,
        counts=desk.views.counts(
            shelf, axes.countries, lambda code: desk.names.cell(code, id_, desk.names.country_name(code))
        ),
        knows=knows(desk, target.path, shelf),
        lists=first_rows(desk, target, lists),
        years=by_year(desk, shelf),
        chart=year_chart(desk, target.title, shelf),
        compare=compare_link(desk, id_),
        alike=alike_links(id_, [names.theme(other) for other in alike], alike),
        **newest(desk, target, shelf, about),
        search=theme_entry(desk, id_, shelf),
        records=shelf.records,
    )
    yield from list_pages(desk, target, lists)
    yield from year_pages(desk, target, shelf, about)


def _source(desk: Desk, id_: str, shelf: Shelf) -> Page:
    source = desk.atlas.taxonomy.sources.get(id_)
    line, gettext, ngettext, number = _line(desk, id_), desk.voice.gettext, desk.voice.ngettext, desk.voice.number
    lead = (
        ngettext(
            "{n} article here comes without a stated source.",
            "{n} articles here come without a stated source.",
            line.number,
        )
        if id_ == NOT_STATED
        else ngettext(
            "{n} article here comes from this source.", "{n} articles here come from this source.", line.number
        )
    )
    facts: list[tuple[str, str]] = [
        (gettext("Articles"), desk.counted(shelf)),
        (gettext("Our digests"), number(line.digests)),
    ]
    if source is not None:
        unstated = gettext("not stated")
        facts = [
            (desk.names.second_heading, desk.names.second_label(source.name)),
            (gettext("Kind"), line.kind),
            (gettext("Owner's country"), line.country or unstated),
            (
                gettext("Owned or edited by a state"),
                gettext("yes") if source.of_state else gettext("not that we know"),
            ),
            (gettext("Licence"), external(source.licence) if source.licence else unstated),
            (gettext("Website"), external(source.url) if source.url else unstated),
            *facts,
        ]
    return desk.press.page(
        "source",
        line.target,
        lead,
        lead=lead,
        facts=[*facts, (gettext("What we may show"), line.mode)],
        years=by_year(desk, shelf),
        **newest(desk, line.target, shelf),
        search=source_entry(desk, id_, shelf),
        records=shelf.records,
    )


def _line(desk: Desk, id_: str) -> SourceLine:
    source = desk.atlas.taxonomy.sources.get(id_)
    shelf = desk.atlas.sources[id_]
    return SourceLine(
        target=desk.names.source(id_),
        kind=_kind(desk, id_),
        country=desk.names.country_name(source.country) if source is not None and source.country is not None else "",
        mode=desk.voice.gettext(MODES[source.publish if source is not None else desk.atlas.taxonomy.unlisted]),
        number=len(shelf),
        share=_share(desk, len(shelf)),
        digests=sum(record.article.digest_of is not None for record in shelf.records),
    )


def _kind(desk: Desk, id_: str) -> str:
    source = desk.atlas.taxonomy.sources.get(id_)
    return desk.voice.gettext(source.kind) if source is not None else desk.voice.gettext("not listed")


def _kinds(desk: Desk) -> list[Part]:
    """The kinds of sources, those with most articles first."""
    found: dict[str, list[int]] = {}
    for id_, shelf in desk.atlas.sources.items():
        found.setdefault(_kind(desk, id_), []).append(len(shelf))
    parts = [Part(kind, len(own), sum(own), _share(desk, sum(own))) for kind, own in found.items()]
    return sorted(parts, key=lambda part: (-part.number, part.title))


def _share(desk: Desk, number: int) -> str:
    """Of all articles."""
    return str(format_percent(number / len(desk.atlas.records), locale=desk.voice.locale))

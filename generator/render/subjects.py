"""The pages of themes and of sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..catalog import Shelf, axes
from ..catalog.axes import NOT_STATED
from ..taxonomy.english import lower_first
from ..taxonomy.model import Publish
from .desk import Desk
from .links import Target, external
from .names import SOURCES, THEMES, articles
from .search import source_entry, theme_entry
from .tree import Page
from .views import span

MODES = {
    Publish.FACTS: "facts only",
    Publish.EXTRACT: "short extracts",
    Publish.FULL: "whole articles",
}


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in a table."""

    target: Target
    kind: str
    country: str
    mode: str
    number: int
    digests: int


def theme_pages(desk: Desk) -> Iterator[Page]:
    """The index of themes, and a page for each, also for those without articles yet."""
    lead = "Fields of science and technology, and forms of cooperation."
    records = desk.atlas.filed.records
    yield desk.press.page("themes", THEMES, lead, lead=lead, themes=desk.theme_lines(), records=records)
    for id_, shelf in desk.atlas.themes.items():
        yield _theme(desk, id_, shelf)


def source_pages(desk: Desk) -> Iterator[Page]:
    """The index of sources, and a page for each."""
    lead = f"Who wrote the {articles(len(desk.atlas.records))} here, and what we may show of them."
    lines = sorted((_line(desk, id_) for id_ in desk.atlas.sources), key=lambda line: (-line.number, line.target.title))
    yield desk.press.page("sources", SOURCES, lead, lead=lead, sources=lines, records=desk.atlas.records)
    for id_, shelf in desk.atlas.sources.items():
        yield _source(desk, id_, shelf)


def _theme(desk: Desk, id_: str, shelf: Shelf) -> Page:
    target = desk.names.theme(id_)
    theme = desk.atlas.taxonomy.themes.get(id_)
    facts = [("Articles", str(len(shelf))), ("Years", span(shelf))]
    if theme is not None:
        facts = [
            ("In Chinese", theme.labels.zh),
            ("Kind", theme.kind),
            ("What is filed here", theme.definition.en),
            ("收录范围", theme.definition.zh),
            *facts,
        ]
    lead = (
        desk.reported(shelf, f"on {lower_first(target.title)}") if len(shelf) else "No article here reports on it yet."
    )
    return desk.press.page(
        "theme",
        target,
        theme.definition.en if theme is not None else lead,
        lead=lead,
        facts=facts,
        counts=desk.views.counts(
            shelf, axes.countries, lambda code: desk.names.cell(code, id_, desk.names.country_name(code))
        ),
        years=desk.views.by_year(shelf),
        rows=desk.views.rows(shelf.records),
        search=theme_entry(desk, id_, shelf),
        records=shelf.records,
    )


def _source(desk: Desk, id_: str, shelf: Shelf) -> Page:
    source = desk.atlas.taxonomy.sources.get(id_)
    line = _line(desk, id_)
    verb = "comes" if line.number == 1 else "come"
    lead = (
        f"{articles(line.number)} here {verb} without a stated source."
        if id_ == NOT_STATED
        else f"{articles(line.number)} here {verb} from this source."
    )
    facts: list[tuple[str, str]] = [("Articles", str(line.number)), ("Our digests", str(line.digests))]
    if source is not None:
        facts = [
            ("In Chinese", source.name.zh),
            ("Kind", line.kind),
            ("Owner's country", line.country or "not stated"),
            ("Owned or edited by a state", "yes" if source.state_media else "not that we know"),
            ("Licence", external(source.licence) if source.licence else "not stated"),
            ("Website", external(source.url) if source.url else "not stated"),
            *facts,
        ]
    return desk.press.page(
        "source",
        line.target,
        lead,
        lead=lead,
        facts=[*facts, ("What we may show", line.mode)],
        years=desk.views.by_year(shelf),
        rows=desk.views.rows(shelf.records),
        search=source_entry(desk, id_, shelf),
        records=shelf.records,
    )


def _line(desk: Desk, id_: str) -> SourceLine:
    source = desk.atlas.taxonomy.sources.get(id_)
    shelf = desk.atlas.sources[id_]
    return SourceLine(
        target=desk.names.source(id_),
        kind=source.kind if source is not None else "not listed",
        country=desk.names.country_name(source.country) if source is not None and source.country is not None else "",
        mode=MODES[source.publish if source is not None else Publish.EXTRACT],
        number=len(shelf),
        digests=sum(record.article.digest_of is not None for record in shelf.records),
    )

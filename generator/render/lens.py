"""The source-independence lens: what remains of a country's page without some of its sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..catalog import Shelf
from ..catalog.lens import Kind, Leaves, Lens, View, views
from .desk import Desk
from .escape import Markdown
from .links import Target, within
from .tree import Page
from .views import Row


@dataclass(frozen=True, slots=True)
class Seen:
    """What a lens leaves, as its section shows it."""

    id: str  # its place in the address
    title: str
    link: Markdown  # to its section
    numbers: tuple[str, ...]  # `3 of 12`, for each column of the table
    remains: str
    lost: tuple[Target, ...]  # themes that nobody else reports
    unknown: str
    rows: list[Row]
    more: int  # how many articles remain besides


#: So many articles stand under each lens.
_SHOWN = 30


def lens_target(desk: Desk, code: str) -> Target:
    """The page where a country is seen without some of its sources."""
    title = desk.voice.gettext("{country}: who else says so?", country=desk.names.country_name(code))
    return Target(f"countries/{code.lower()}/lens.md", title)


def lens_pages(desk: Desk) -> Iterator[Page]:
    """For each country, what remains of it without state media, without one country's sources, and of one source."""
    gettext = desk.voice.gettext
    for code, shelf in desk.atlas.countries.items():
        whole, lenses = views(shelf, desk.atlas.voices, desk.atlas.taxonomy)
        lead = gettext("What remains of {counted} when some of the sources are left out.", counted=desk.counted(shelf))
        yield desk.press.page(
            "lens",
            lens_target(desk, code),
            lead,
            lead=lead,
            country=desk.names.country(code),
            everything=_numbers(desk, whole, whole),
            lenses=[_seen(desk, code, view, whole) for view in lenses if view.lens is not None],
            records=shelf.records,
        )


def summary_of(desk: Desk, shelf: Shelf) -> str:
    """One line for the country's page: `without state media: 3 of 12 articles, 2 of 5 themes`."""
    whole, lenses = views(shelf, desk.atlas.voices, desk.atlas.taxonomy)
    return _remains(desk, lenses[0], whole)


def _seen(desk: Desk, code: str, view: View, whole: View) -> Seen:
    """What a lens leaves of a country."""
    ngettext = desk.voice.ngettext
    lost = [theme for theme in whole.facts[Kind.THEME] if theme not in view.facts[Kind.THEME]]
    unknown = ngettext(
        "Of {n} of these articles nobody has entered who owns the source.",
        "Of {n} of these articles nobody has entered who owns the sources.",
        view.unknown,
    )
    id_, title = view.lens.id if view.lens is not None else "", _title(desk, view.lens)
    return Seen(
        id=id_,
        title=title,
        link=within(id_, title),
        numbers=_numbers(desk, view, whole),
        remains=_remains(desk, view, whole),
        lost=tuple(desk.names.cell(code, theme, desk.names.theme(theme).title) for theme in lost),
        unknown=unknown if view.unknown else "",
        rows=desk.views.rows(view.shelf.records[:_SHOWN]),
        more=len(view.shelf.records[_SHOWN:]),
    )


def _title(desk: Desk, lens: Lens | None) -> str:
    gettext = desk.voice.gettext
    if lens is None or lens.leaves is Leaves.SINGLE_SOURCE:
        return gettext("Without what only one source says")
    if lens.leaves is Leaves.STATE_MEDIA:
        return gettext("Without state media")
    country = desk.voice.with_article(desk.names.country_name(lens.country or ""))
    return gettext("Without the sources of {country}", country=country)


def _numbers(desk: Desk, view: View, whole: View) -> tuple[str, ...]:
    """Articles, independent sources, and facts of each kind, each as a part of all."""
    pairs = [(len(view.shelf), len(whole.shelf)), (view.sources, whole.sources)]
    pairs += [(view.number(kind), whole.number(kind)) for kind in Kind]
    if view is whole:
        return tuple(desk.voice.number(number) for number, _ in pairs)
    return tuple(desk.voice.gettext("{part} of {all}", part=part, all=all_) for part, all_ in pairs)


def _remains(desk: Desk, view: View, whole: View) -> str:
    return desk.voice.gettext(
        "{lens}: {articles} of {all_articles} articles, {themes} of {all_themes} themes, "
        "{figures} of {all_figures} figures.",
        lens=_title(desk, view.lens),
        articles=len(view.shelf),
        all_articles=len(whole.shelf),
        themes=view.number(Kind.THEME),
        all_themes=whole.number(Kind.THEME),
        figures=view.number(Kind.FIGURE),
        all_figures=whole.number(Kind.FIGURE),
    )

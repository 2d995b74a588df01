"""Two countries, groups or themes side by side: one page for every pair, and a data file for each side.

The page is static; its script reads the two files that the address names (`compare/?a=FR&b=RS`). No pair has a page of
its own, because there are too many of them. The files hold facts and counts, never a word of an article.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..catalog import Shelf, axes
from ..catalog.axes import Axis
from ..catalog.dossier import Ties, dossier_of, ties_to_country, ties_to_group, ties_to_theme
from ..catalog.mix import mix_of
from ..catalog.order import UNDATED
from ..plaintext import clean
from ..site import page_url
from .briefing import LISTS, covered, last_article, mix_lines, reported
from .data import as_json
from .desk import Desk
from .indicators import country_figures
from .links import Target
from .names import COMPARE, COUNTRIES, GROUPS, THEMES
from .tree import Page


@dataclass(frozen=True, slots=True)
class Side:
    """What can be compared."""

    id: str  # as the address has it: `FR`, `space`
    target: Target
    shelf: Shelf
    ties: Ties
    across: Axis  # what its articles are counted by: a country's by themes, a theme's by countries

    @property
    def file(self) -> str:
        """The path of its data below the language's folder."""
        return f"data/compare/{self.target.path.removesuffix('.md')}.json"


def compare_link(desk: Desk, id_: str) -> Target:
    """The page of comparisons with one side chosen."""
    return Target(COMPARE.path, desk.voice.gettext("Compare with another one"), query=(("a", id_),))


def alike_links(id_: str, pages: Iterable[Target], others: Iterable[str]) -> list[Target]:
    """Comparisons with `others`, each under the title of its page."""
    return [
        Target(COMPARE.path, page.title, query=(("a", id_), ("b", other)))
        for page, other in zip(pages, others, strict=True)
    ]


def compare_page(desk: Desk) -> Page:
    """The page on which one chooses two; without a script it says what to do."""
    gettext = desk.voice.gettext
    lead = gettext("Two countries, groups or themes side by side: what was collected about each, and what was not.")
    kinds = [
        (gettext(index.title), [(side.id, side.target.title) for side in sides])
        for index, sides in _sides(desk)
        if sides
    ]
    return desk.press.page(
        "compare",
        desk.names.index(COMPARE),
        lead,
        lead=lead,
        kinds=kinds,
        indexes=[desk.names.index(index) for index, _ in _sides(desk)],
        texts=json.dumps(_texts(desk), ensure_ascii=False),
    )


def compare_files(desk: Desk) -> dict[str, bytes]:
    """What each side is shown with, in the language of the desk, by path."""
    return {
        f"{desk.voice.folder}{side.file}": as_json(_data(desk, side)) for _, sides in _sides(desk) for side in sides
    }


def _sides(desk: Desk) -> Iterator[tuple[Target, list[Side]]]:
    """The sides that have articles, under the index of their kind, by name."""
    atlas, names = desk.atlas, desk.names
    countries = [
        Side(code, names.country(code), shelf, ties_to_country(code, atlas.home), axes.themes)
        for code, shelf in atlas.countries.items()
    ]
    groups = [
        Side(id_, names.group(id_), shelf, ties_to_group(id_), axes.themes) for id_, shelf in atlas.groups.items()
    ]
    themes = [
        Side(id_, names.theme(id_), shelf, ties_to_theme(id_), axes.countries)
        for id_, shelf in atlas.themes.items()
        if len(shelf)
    ]
    for index, sides in ((COUNTRIES, countries), (THEMES, themes), (GROUPS, groups)):
        yield index, sorted(sides, key=lambda side: (side.target.title, side.id))


def _texts(desk: Desk) -> dict[str, object]:
    """What the script says, and the rows that are there also where nothing was collected."""
    gettext = desk.voice.gettext
    return {
        "files": {side.id: side.file for _, sides in _sides(desk) for side in sides},
        "years": covered(desk),
        "themes": [desk.names.theme(id_).title for id_ in desk.atlas.themes],
        "caption": gettext("{a} and {b} side by side", a="{a}", b="{b}"),
        "what": gettext("What"),
        "collected": gettext("What was collected"),
        "reported": gettext("What is reported"),
        "figures": gettext("Newest figures"),
        "byTheme": gettext("Articles by theme"),
        "byCountry": gettext("Articles by country or region"),
        "byYear": gettext("Articles by year"),
        "none": gettext("nothing collected"),
        "choose": gettext("Choose two."),
        "same": gettext("Choose two that differ."),
        "failed": gettext("The data could not be read."),
    }


def _data(desk: Desk, side: Side) -> dict[str, object]:
    """A side for the script: plain texts, numbers, and addresses below the folder of the language."""
    shelf, page = side.shelf, page_url(side.target.path)
    lists = reported(desk, dossier_of(shelf, side.ties))
    mix = mix_of(shelf, desk.atlas.voices, desk.atlas.taxonomy)
    gettext = desk.voice.gettext
    facts = [
        (gettext("Articles"), desk.counted(shelf)),
        (gettext("Years"), desk.names.span(shelf)),
        (gettext("Last article"), last_article(desk, shelf)),
        *mix_lines(desk, mix),
    ]
    years = shelf.count(axes.years)
    return {
        "title": clean(side.target.title),
        "page": page,
        "kind": "country" if side.across is axes.themes else "theme",
        "facts": [[label, clean(value)] for label, value in facts],
        "reported": [
            [lists[id_].heading, len(lists[id_].rows), f"{page}#{lists[id_].anchor}" if lists[id_].rows else ""]
            for id_ in LISTS
        ],
        "figures": _figures(desk, side.id) if side.across is axes.themes else [],
        "across": [[clean(title), number, address] for title, number, address in _across(desk, side)],
        "years": {year: number for year, number in years.items() if year != UNDATED},
    }


def _figures(desk: Desk, code: str) -> list[list[str]]:
    """The newest figures: of which indicator, how much with its time and source, and where its sentence is."""
    found = []
    for one in country_figures(desk, code):
        witness = one.line.witnesses[0]
        told = desk.voice.gettext(
            "{amount} ({date}), according to {source}",
            amount=one.line.amount,
            date=one.line.when,
            source=witness.speaker,
        )
        place = f"{page_url(witness.article.path)}#{witness.article.anchor}"
        found.append([clean(one.indicator.title), clean(told), place])
    return found


def _across(desk: Desk, side: Side) -> Iterator[tuple[str, int, str]]:
    """What its articles are filed under on the other axis: name, number, page."""
    for key, number in side.shelf.count(side.across).items():
        if side.across is axes.countries:
            yield desk.names.country_name(key), number, page_url(desk.names.cell(key, side.id).path)
        elif side.id in desk.atlas.countries:
            yield desk.names.theme(key).title, number, page_url(desk.names.cell(side.id, key).path)
        else:
            yield desk.names.theme(key).title, number, page_url(desk.names.theme(key).path)

"""The facts at a glance: the newest and the most reported, each one click from its sentence and from its list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ...catalog import Shelf, axes
from ..desk import Desk
from ..indicators import CountryFigure
from ..links import Target, link, within
from .knows import Facts
from .reported import Listed, Row

ARTICLES_LIST = "list-articles"
_TOP_THEMES = 5
_TOP_NAMES = 3  # of programmes and people
#: The theme and the indicator of this id are what counsellors ask for first, so it has a line even where it is empty.
_LABORATORIES = "joint-laboratories"


def glance(desk: Desk, code: str, shelf: Shelf, lists: Mapping[str, Listed], figures: list[CountryFigure]) -> Facts:
    """Lines of a table about a country: label and value."""
    here, gettext = desk.names.country(code).path, desk.voice.gettext
    lines = [
        (lists["agreements"].heading, _newest(desk, here, lists["agreements"], _agreement)),
        (lists["programmes"].heading, _most(desk, here, lists["programmes"])),
    ]
    if _LABORATORIES in desk.atlas.taxonomy.themes:
        lines.append(_laboratories(desk, code))
    lines += [(figure_label(desk, here, figure), figure_told(desk, here, figure)) for figure in figures]
    lines += [
        (lists["people"].heading, _most(desk, here, lists["people"])),
        (lists["events"].heading, _newest(desk, here, lists["events"], _event)),
    ]
    groups = desk.views.counts(shelf, axes.groups, desk.names.group)
    themes = desk.views.counts(shelf, axes.themes, lambda id_: desk.names.cell(code, id_, desk.names.theme(id_).title))
    named = [
        Target(one.target.path, gettext("{name} ({number})", name=one.target.title, number=one.number))
        for one in (*groups, *themes[:_TOP_THEMES])
    ]
    lines += [
        (gettext("Groups"), desk.press.links(here, named[: len(groups)])),
        (gettext("Most frequent themes"), desk.press.links(here, named[len(groups) :])),
        (gettext("Articles"), within(ARTICLES_LIST, desk.voice.articles(len(shelf)))),
    ]
    return [(label, value or gettext("none reported here")) for label, value in lines]


def figure_label(desk: Desk, here: str, figure: CountryFigure) -> str:
    """The indicator, as a link to all its figures."""
    return link(here, figure.indicator)


def figure_told(desk: Desk, here: str, figure: CountryFigure) -> str:
    """The newest figure and who says so: `over 114 joint laboratories (2024), according to Morning Wire`."""
    line, witness = figure.line, figure.line.witnesses[0]
    return desk.voice.gettext(
        "{figure} ({date}), according to {source}",
        figure=line.told,
        date=line.when,
        source=link(here, witness.article, witness.speaker),
    )


def _laboratories(desk: Desk, code: str) -> tuple[str, str]:
    cell = desk.atlas.cells.get((code, _LABORATORIES), Shelf())
    target = desk.names.cell(code, _LABORATORIES, desk.voice.articles(len(cell)))
    label = desk.names.theme(_LABORATORIES).title
    return label, link(desk.names.country(code).path, target) if len(cell) else ""


def _newest(desk: Desk, here: str, listed: Listed, told: Callable[[Desk, Row], tuple[str, str]]) -> str:
    """The first row of a list, who says so, and a way to the others."""
    if not listed.rows:
        return ""
    first = listed.rows[0]
    fact, says = told(desk, first)
    source = link(here, first.tellers[0])
    said = desk.voice.gettext("{fact}, according to {source}: {says}", fact=fact, source=source, says=says)
    return _and_others(desk, said, listed, len(listed.rows) - 1)


def _agreement(desk: Desk, row: Row) -> tuple[str, str]:
    """Which one and when, and its sentence."""
    date, title, _, says = row.cells
    return desk.voice.gettext("{title} ({date})", title=title, date=date), says


def _event(desk: Desk, row: Row) -> tuple[str, str]:
    """When and where, and its sentence."""
    date, place, says = row.cells
    return desk.voice.listed(part for part in (date, place) if part), says


def _most(desk: Desk, here: str, listed: Listed) -> str:
    """The first names of a list, each with the number of its articles and one click from its sentence."""
    named = []
    for row in listed.rows[:_TOP_NAMES]:
        name, articles = link(here, replace(row.tellers[0], lang=""), row.cells[0]), len(row.tellers) + row.more
        counted = desk.voice.gettext("{name} ({number})", name=name, number=articles) if articles > 1 else name
        named.append(counted)
    return _and_others(desk, desk.voice.listed(named), listed, len(listed.rows) - len(named)) if named else ""


def _and_others(desk: Desk, said: str, listed: Listed, others: int) -> str:
    if not others:
        return said
    more = within(listed.anchor, desk.voice.ngettext("{n} more", "{n} more", others))
    return desk.voice.gettext("{part}; {unknown}", part=said, unknown=more)

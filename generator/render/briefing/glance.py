"""The facts at a glance: every number leads to its list, every figure to its sentence."""

from __future__ import annotations

from collections.abc import Mapping

from ...catalog import Shelf, axes
from ..desk import Desk
from ..indicators import CountryFigure
from ..links import Target, link, within
from .knows import Facts
from .reported import Listed

ARTICLES_LIST = "list-articles"
_TOP_THEMES = 5
#: The theme and the indicator of this id are what counsellors ask for first, so it has a line even where it is empty.
_LABORATORIES = "joint-laboratories"


def glance(desk: Desk, code: str, shelf: Shelf, lists: Mapping[str, Listed], figures: list[CountryFigure]) -> Facts:
    """Lines of a table about a country: label and value."""
    here, gettext = desk.names.country(code).path, desk.voice.gettext
    lines = [(lists[id_].heading, _number(desk, lists[id_])) for id_ in ("agreements", "programmes")]
    if _LABORATORIES in desk.atlas.taxonomy.themes:
        lines.append(_laboratories(desk, code))
    lines += [(figure_label(desk, here, figure), figure_told(desk, here, figure)) for figure in figures]
    lines += [(lists[id_].heading, _number(desk, lists[id_])) for id_ in ("people", "events")]
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
        "{amount} {what} ({date}), according to {source}",
        amount=line.amount,
        what=line.what,
        date=line.when,
        source=link(here, witness.article, witness.speaker),
    )


def _laboratories(desk: Desk, code: str) -> tuple[str, str]:
    cell = desk.atlas.cells.get((code, _LABORATORIES), Shelf())
    target = desk.names.cell(code, _LABORATORIES, desk.voice.articles(len(cell)))
    label = desk.names.theme(_LABORATORIES).title
    return label, link(desk.names.country(code).path, target) if len(cell) else ""


def _number(desk: Desk, listed: Listed) -> str:
    return within(listed.anchor, desk.voice.number(len(listed.rows))) if listed.rows else ""

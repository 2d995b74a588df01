"""For which themes and years articles were collected, and for which none: gaps are shown, because silence misleads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...catalog import Shelf
from ...catalog.axes import themes, years
from ...catalog.order import UNDATED
from ..charts import Text, bar_chart
from ..desk import Desk
from ..escape import Markdown
from ..links import Target
from ..shades import Shades

#: The newest years that a table has a column for; the others share one.
_YEAR_COLUMNS = 12

Numbers = tuple[int | None, ...]  # None: nothing was collected


@dataclass(frozen=True, slots=True)
class Coverage:
    """A row for every theme that has articles, a column for every year that the atlas covers."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Target, Numbers, int], ...]  # theme, articles in each column, in all
    without: str  # the names of the themes for which nothing was collected
    totals: Numbers  # articles in each column
    total: int
    shades: Shades  # of the articles in a cell


def theme_years(desk: Desk, shelf: Shelf, cell: Callable[[str], Target]) -> Coverage:
    """Articles of `shelf` by theme and year: the themes with most articles first, newest years first.

    `cell` gives the page of a theme that has articles; the others are only named.
    """
    numbers, in_year, of_theme = shelf.cross(themes, years), shelf.count(years), shelf.count(themes)
    columns = _columns(desk, shelf)
    rows: list[tuple[Target, Numbers, int]] = []
    for theme in sorted(of_theme, key=lambda id_: (-of_theme[id_], desk.names.theme(id_).title)):
        cells = tuple(sum(numbers.get((theme, year), 0) for year in wanted) or None for _, wanted in columns)
        rows.append((cell(theme), cells, of_theme[theme]))
    without = sorted(desk.names.theme(id_).title for id_ in desk.atlas.themes if id_ not in of_theme)
    return Coverage(
        tuple(label for label, _ in columns),
        tuple(rows),
        desk.voice.listed(without),
        tuple(sum(in_year.get(year, 0) for year in wanted) or None for _, wanted in columns),
        len(shelf),
        Shades.of(number or 0 for _, cells, _ in rows for number in cells),
    )


def covered(desk: Desk) -> list[str]:
    """Every year from the first to the last that the atlas has articles of, newest first, also those without any."""
    known = desk.atlas.filed.years
    return [f"{year:04}" for year in range(int(known[0]), int(known[-1]) - 1, -1)] if known else []


def by_year(desk: Desk, shelf: Shelf) -> list[tuple[str, int | None, int]]:
    """Articles of `shelf` and independent sources in each covered year, newest first, the unknown year last."""
    found = shelf.split(years)
    named = covered(desk) + ([UNDATED] if UNDATED in found else [])
    of_year = [(year, found.get(year, Shelf())) for year in named]
    return [(desk.names.year(year), len(one) or None, desk.atlas.independent(one)) for year, one in of_year]


def year_chart(desk: Desk, title: str, shelf: Shelf) -> Markdown:
    """Articles of `shelf` in each covered year as bars, the oldest first; nothing for a single year."""
    found = shelf.count(years)
    bars = [(year, found.get(year)) for year in reversed(covered(desk))]
    if len(bars) < 2:
        return Markdown()
    said = desk.voice.gettext("Articles by year: {title}. The table below says the same.", title=title)
    return bar_chart("chart-years", bars, Text(title, said), desk.voice.number)


def missing_years(desk: Desk, shelf: Shelf) -> list[str]:
    """The covered years without articles of `shelf`, oldest first, runs of years together: `2015 to 2018`, `2020`."""
    runs: list[list[str]] = []
    for year in reversed(covered(desk)):
        if year in shelf.years:
            continue
        if runs and int(runs[-1][-1]) + 1 == int(year):
            runs[-1].append(year)
        else:
            runs.append([year])
    span = "{first} to {last}"
    return [run[0] if len(run) == 1 else desk.voice.gettext(span, first=run[0], last=run[-1]) for run in runs]


def _columns(desk: Desk, shelf: Shelf) -> list[tuple[str, set[str]]]:
    """What each column is called, and the years in it."""
    known = covered(desk)
    columns = [(year, {year}) for year in known[:_YEAR_COLUMNS]]
    if older := set(known[_YEAR_COLUMNS:]):
        columns.append((desk.voice.gettext("before {year}", year=known[_YEAR_COLUMNS - 1]), older))
    if UNDATED in shelf.count(years):
        columns.append((desk.names.year(UNDATED), {UNDATED}))
    return columns

"""Countries or groups crossed with themes: how many articles each pair has, the stronger the more."""

from __future__ import annotations

from dataclasses import dataclass

from ..catalog import axes
from .desk import Desk
from .escape import Markdown
from .links import Target, link
from .shades import Shades


@dataclass(frozen=True, slots=True)
class Matrix:
    """A column for each theme that has articles, a row for each country or group: its cells (or nothing), and total."""

    columns: tuple[Target, ...]
    rows: tuple[tuple[Target, tuple[Markdown, ...], int], ...]


def country_by_theme(desk: Desk, here: str) -> Matrix:
    """Countries by name, themes in the order of the taxonomy, for the page at `here`: each cell leads to its page."""
    atlas, names = desk.atlas, desk.names
    shades = Shades.of(len(shelf) for shelf in atlas.cells.values())
    used = {theme for _, theme in atlas.cells}
    columns = [theme for theme in atlas.themes if theme in used]

    def cell(code: str, theme: str) -> Markdown:
        number = len(atlas.cells.get((code, theme), ()))
        target = names.cell(code, theme, desk.voice.number(number))
        return shades.shaded(number, link(here, target)) if number else Markdown()

    rows = tuple(
        (names.country(code), tuple(cell(code, theme) for theme in columns), len(atlas.countries[code]))
        for code in sorted(atlas.countries, key=names.country_name)
    )
    return Matrix(tuple(names.theme(theme) for theme in columns), rows)


def group_by_theme(desk: Desk) -> Matrix:
    """Groups by name and themes in the order of the taxonomy; such a pair has no page of its own."""
    atlas, names = desk.atlas, desk.names
    numbers = {id_: shelf.count(axes.themes) for id_, shelf in atlas.groups.items()}
    shades = Shades.of(number for of_group in numbers.values() for number in of_group.values())
    columns = [theme for theme in atlas.themes if any(theme in of_group for of_group in numbers.values())]

    def cell(id_: str, theme: str) -> Markdown:
        number = numbers[id_].get(theme, 0)
        return shades.shaded(number, desk.voice.number(number)) if number else Markdown()

    rows = tuple(
        (names.group(id_), tuple(cell(id_, theme) for theme in columns), len(atlas.groups[id_]))
        for id_ in sorted(atlas.groups, key=lambda id_: names.group(id_).title)
    )
    return Matrix(tuple(names.theme(theme) for theme in columns), rows)

"""Countries and themes crossed: how many articles each pair has, the stronger the more, each leading to its page."""

from __future__ import annotations

from dataclasses import dataclass

from .desk import Desk
from .escape import Markdown
from .links import Target, link
from .shades import Shades


@dataclass(frozen=True, slots=True)
class Matrix:
    """A column for each theme that has articles, a row for each country that has: its cells (or nothing), and total."""

    columns: tuple[Target, ...]
    rows: tuple[tuple[Target, tuple[Markdown, ...], int], ...]


def country_by_theme(desk: Desk, here: str) -> Matrix:
    """The matrix for the page at `here`, countries by name, themes in the order of the taxonomy."""
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

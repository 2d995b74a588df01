"""The world as a grid of equal tiles: no borders, and a small state is as easy to see as a large one.

It is a list of the parts of the world with a list of places in each; charts.css makes it a picture. Where the tiles
stand says tiles.yml.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from .desk import Desk
from .escape import Markdown, classed, inert
from .links import link
from .shades import Shades

_EMPTY = ".."


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the world: an area of UN M49 (or an ISO code), and where the tile of each code stands, from 1."""

    region: str
    places: tuple[tuple[str, int, int], ...]  # code, row, column


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the world on a page."""

    heading: Markdown
    tiles: tuple[Markdown, ...]


@cache
def blocks() -> tuple[Block, ...]:
    """The picture of tiles.yml."""
    drawn = yaml.safe_load(Path(__file__).with_name("tiles.yml").read_text(encoding="utf-8"))
    return tuple(
        Block(
            str(block["region"]),
            tuple(
                (code, row, column)
                for row, line in enumerate(block["rows"], start=1)
                for column, code in enumerate(line.split(), start=1)
                if code != _EMPTY
            ),
        )
        for block in drawn
    )


def shades_of_countries(desk: Desk) -> Shades:
    """The scale for articles by country."""
    return Shades.of(len(shelf) for shelf in desk.atlas.countries.values())


def world(desk: Desk, here: str) -> list[Part]:
    """The tiles for the page at `here`; those of places with articles lead to their pages."""
    shades, known = shades_of_countries(desk), desk.atlas.taxonomy.countries
    parts = []
    for block in blocks():
        tiles = tuple(
            _tile(desk, here, shades, code, row, column) for code, row, column in block.places if code in known
        )
        if tiles:
            name = desk.voice.locale.territories.get(block.region, block.region)
            parts.append(Part(classed(name, "part", f"part-{block.region.lower()}"), tiles))
    return parts


def _tile(desk: Desk, here: str, shades: Shades, code: str, row: int, column: int) -> Markdown:
    """A place: its code and number for the eye, with its name and what they mean after them."""
    place = ("tile", f"row-{row}", f"column-{column}")
    shelf, name, gettext = desk.atlas.countries.get(code), desk.names.country_name(code), desk.voice.gettext
    if shelf is None:
        own = code == desk.atlas.home
        told = gettext("{name}: the atlas is about its cooperation", name=name) if own else ""
        told = told or gettext("{name}: no articles", name=name)
        return classed(_face(code, "", told), *place, "tile-home" if own else "tile-none")
    told = gettext("{name}: {counted}", name=name, counted=desk.counted(shelf))
    lone = ("tile-lone",) if desk.atlas.independent(shelf) < 2 else ()
    face = _face(code, desk.voice.number(len(shelf)), told)
    return classed(link(here, desk.names.country(code), face), *place, shades.name(len(shelf)), *lone)


def _face(code: str, number: str, told: str) -> Markdown:
    counted = f" <strong>{inert(number)}</strong>" if number else ""
    return Markdown(f"{inert(code)}{counted} {classed(told, 'tile-name')}")

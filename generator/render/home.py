"""The first page."""

from __future__ import annotations

from dataclasses import dataclass

from ..taxonomy.english import lower_first
from .desk import Desk
from .links import Target
from .names import ARTICLES, COUNTRIES, GROUPS, SOURCES, THEMES, articles
from .tree import Page

_NEWEST = 10


@dataclass(frozen=True, slots=True)
class Card:
    """A way into the atlas."""

    target: Target
    note: str


def home_page(desk: Desk) -> Page:
    """What is in the atlas, what is new, and the ways into it."""
    atlas = desk.atlas
    used = sum(1 for shelf in atlas.themes.values() if len(shelf))
    title = f"International cooperation{desk.names.of_home} in science and technology"
    lead = "Who with whom, on what, since when, and who says so."
    cards = [
        Card(COUNTRIES, f"{len(atlas.countries):,} with articles that report cooperation"),
        Card(THEMES, f"{used:,} fields and forms of cooperation"),
        Card(GROUPS, f"{len(atlas.groups):,} that cooperation is reported with or within"),
        Card(SOURCES, f"{len(atlas.sources):,} that the articles come from"),
        Card(ARTICLES, f"{articles(len(atlas.records))}, {len(atlas.filed):,} of them filed"),
    ]
    return desk.press.page(
        "home",
        Target("index.md", title),
        f"{title}: {lower_first(lead)}",
        lead=lead,
        cards=cards,
        rows=desk.views.rows(atlas.records[:_NEWEST]),
        countries=desk.country_lines(),
        themes=[line for line in desk.theme_lines() if line.number],
        records=atlas.records,
    )

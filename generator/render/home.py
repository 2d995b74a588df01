"""The first page."""

from __future__ import annotations

from dataclasses import dataclass

from .desk import Desk
from .links import Target
from .names import ARTICLES, COUNTRIES, GROUPS, SOURCES, THEMES
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
    names, gettext, ngettext = desk.names, desk.voice.gettext, desk.voice.ngettext
    used = sum(1 for shelf in atlas.themes.values() if len(shelf))
    title = gettext("International cooperation{of_home} in science and technology", of_home=names.of_home)
    lead = gettext("Who with whom, on what, since when, and who says so.")
    cards = [
        Card(
            names.index(COUNTRIES),
            gettext("{number} with articles that report cooperation", number=len(atlas.countries)),
        ),
        Card(names.index(THEMES), gettext("{number} fields and forms of cooperation", number=used)),
        Card(
            names.index(GROUPS),
            gettext("{number} that cooperation is reported with or within", number=len(atlas.groups)),
        ),
        Card(names.index(SOURCES), gettext("{number} that the articles come from", number=len(atlas.sources))),
        Card(
            names.index(ARTICLES),
            ngettext(
                "{n} article, {filed} of them filed",
                "{n} articles, {filed} of them filed",
                len(atlas.records),
                filed=len(atlas.filed),
            ),
        ),
    ]
    return desk.press.page(
        "home",
        Target("index.md", title),
        gettext("{title}: {lead}", title=title, lead=desk.voice.lower_first(lead)),
        lead=lead,
        cards=cards,
        counted=desk.counted(atlas.everything),
        rows=desk.views.rows(atlas.records[:_NEWEST]),
        countries=desk.country_lines(),
        themes=[line for line in desk.theme_lines() if line.number],
        records=atlas.records,
    )

"""The first page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from . import topics
from .ask import examples_of
from .desk import Desk
from .headlines import headlines
from .indicators import INDICATORS
from .links import Target
from .names import ARTICLES, ASK, COUNTRIES, GROUPS, SOURCES, THEMES
from .programmes import PROGRAMMES
from .review import REVIEW
from .timeline import TIMELINE
from .tree import Page
from .world import shades_of_countries, world

_NEWEST = 6
_TOP_COUNTRIES = 8


@dataclass(frozen=True, slots=True)
class Card:
    """A way into the atlas, with the number that matters there."""

    number: str
    target: Target
    note: str


def home_page(desk: Desk) -> Page:
    """What is in the atlas, where in the world, what is new, and the ways into it."""
    atlas, names, gettext = desk.atlas, desk.names, desk.voice.gettext
    target = Target(
        "index.md", gettext("International cooperation{of_home} in science and technology", of_home=names.of_home)
    )
    lead = gettext("Who with whom, on what, since when, and who says so.")
    return desk.press.page(
        "home",
        target,
        gettext("{title}: {lead}", title=target.title, lead=desk.voice.lower_first(lead)),
        wide=True,
        lead=lead,
        preview=desk.preview,
        queue=names.index(REVIEW),
        ask=names.index(ASK),
        examples=[Target(ASK.path, text, query=(("question", text),)) for text in examples_of(desk)],
        cards=_cards(desk),
        world=world(desk, target.path),
        legend=shades_of_countries(desk).legend(desk.voice),
        index=names.index(COUNTRIES),
        countries=_most(desk),
        themes=[topic for topic in topics.themes(desk) if topic.number],
        indicators=names.index(INDICATORS),
        headlines=headlines(desk),
        counted=desk.counted(atlas.everything),
        rows=desk.views.rows((atlas.filed.records or atlas.records)[:_NEWEST]),
        articles=names.index(ARTICLES),
        records=atlas.records,
    )


def _most(desk: Desk) -> list[Target]:
    """The countries with most articles, each with its number."""
    return [
        replace(
            line.target,
            title=desk.voice.gettext("{name} ({number})", name=line.target.title, number=line.number),
        )
        for line in desk.country_lines()[:_TOP_COUNTRIES]
    ]


def _cards(desk: Desk) -> list[Card]:
    atlas, names, gettext, ngettext = desk.atlas, desk.names, desk.voice.gettext, desk.voice.ngettext
    number = desk.voice.number
    used = sum(1 for shelf in atlas.themes.values() if len(shelf))
    years = names.span(atlas.filed)
    return [
        Card(
            number(len(atlas.countries)),
            names.index(COUNTRIES),
            gettext("that articles report cooperation with"),
        ),
        Card(number(used), names.index(THEMES), gettext("fields and forms of cooperation")),
        Card(number(len(atlas.groups)), names.index(GROUPS), gettext("that cooperation is reported with or within")),
        Card(number(len(desk.dossier.programmes)), names.index(PROGRAMMES), gettext("that articles name")),
        Card(
            number(len(atlas.records)),
            names.index(ARTICLES),
            ngettext("{n} of them reports cooperation", "{n} of them report cooperation", len(atlas.filed)),
        ),
        Card(
            number(atlas.independent(atlas.everything)),
            names.index(SOURCES),
            desk.of_one_state(atlas.everything) or gettext("whose words the articles report"),
        ),
        Card(years, names.index(TIMELINE), gettext("what happened when")),
    ]

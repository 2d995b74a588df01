"""What a page knows and what it does not: how much was collected, whose word it is, and what was not collected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from babel.numbers import format_percent

from ...catalog import Shelf, axes
from ...catalog.mix import Mix, mix_of
from ...catalog.order import when
from ..desk import Desk
from ..links import Target
from .coverage import missing_years

Facts = list[tuple[str, str]]

#: So many sources are named, those with most articles; the others are counted.
_NAMED_SOURCES = 8


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What stands in the box at the head of a page."""

    known: Facts  # label and value
    missing: str  # what was not collected; empty where there is no gap


def knows(desk: Desk, here: str, shelf: Shelf, country: str | None = None) -> Knowledge:
    """What is known of `shelf`, and what is not. Of a `country` also whether any source there was collected."""
    gettext = desk.voice.gettext
    mix = mix_of(shelf, desk.atlas.voices, desk.atlas.taxonomy)
    lines = [
        (gettext("Articles"), desk.counted(shelf)),
        (gettext("Years"), desk.names.span(shelf)),
        (gettext("Last article"), last_article(desk, shelf)),
        (gettext("Sources"), _sources(desk, here, shelf)),
        *mix_lines(desk, mix),
    ]
    return Knowledge([(label, value) for label, value in lines if value], _missing(desk, shelf, mix, country))


def mix_lines(desk: Desk, mix: Mix) -> Facts:
    """Whose word it is: label and value, plain text."""
    gettext = desk.voice.gettext
    return [
        (gettext("From state media"), _state(desk, mix)),
        (gettext("Owners of the sources"), _numbers(desk, mix.owners, desk.names.country_name)),
        (gettext("Languages"), _numbers(desk, mix.languages, desk.voice.language_name)),
        (gettext("Facts that only one source reports"), _part(desk, mix.single, mix.facts)),
    ]


def last_article(desk: Desk, shelf: Shelf) -> str:
    """The date of the newest article."""
    dated = (record for record in shelf.records if when(record).year)
    newest = next(dated, None)
    return desk.voice.date(newest.article.date) if newest is not None else desk.voice.gettext("not known")


def _sources(desk: Desk, here: str, shelf: Shelf) -> str:
    """The sources with most articles, each with its number, and how many others there are."""
    counts = desk.views.counts(shelf, axes.sources(desk.atlas.taxonomy), desk.names.source)
    named = [Target(one.target.path, _counted(desk, one.target.title, one.number)) for one in counts[:_NAMED_SOURCES]]
    told = desk.press.links(here, named)
    if len(counts) <= _NAMED_SOURCES:
        return told
    others = len(counts) - _NAMED_SOURCES
    more = desk.voice.ngettext("{n} more source", "{n} more sources", others)
    return desk.voice.gettext("{part}; {unknown}", part=told, unknown=more)


def _missing(desk: Desk, shelf: Shelf, mix: Mix, country: str | None) -> str:
    """The gaps in a few words; the table of themes and years shows them all."""
    gettext = desk.voice.gettext
    found = []
    if years := missing_years(desk, shelf):
        found.append(gettext("of {years}", years=desk.voice.listed(years)))
    themes = set(desk.atlas.themes) - set(shelf.count(axes.themes))
    if themes:
        found.append(
            desk.voice.ngettext(
                "on {n} of {all} themes", "on {n} of {all} themes", len(themes), all=len(desk.atlas.themes)
            )
        )
    if country is not None and country not in mix.owners:
        name = desk.voice.with_article(desk.names.country_name(country))
        found.append(gettext("from a source of {country}", country=name))
    return gettext("; ").join(found)


def _state(desk: Desk, mix: Mix) -> str:
    part = _part(desk, mix.state, mix.articles)
    if not mix.unknown:
        return part
    unknown = desk.voice.ngettext(
        "of {n} article nobody has entered who owns the source",
        "of {n} articles nobody has entered who owns the source",
        mix.unknown,
    )
    return desk.voice.gettext("{part}; {unknown}", part=part, unknown=unknown)


def _part(desk: Desk, part: int, whole: int) -> str:
    """`3 of 12 (25%)`; nothing of nothing."""
    if not whole:
        return ""
    share = format_percent(part / whole, locale=desk.voice.locale)
    return desk.voice.gettext("{part} of {all} ({share})", part=part, all=whole, share=share)


def _numbers(desk: Desk, counts: dict[str, int], name: Callable[[str], str]) -> str:
    return desk.voice.listed(_counted(desk, name(key), number) for key, number in counts.items())


def _counted(desk: Desk, name: str, number: int) -> str:
    return desk.voice.gettext("{name} ({number})", name=name, number=number)

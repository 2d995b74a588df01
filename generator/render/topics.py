"""Themes and groups in their overviews: what each is, how much was collected about it, and with whom or on what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..catalog import Shelf, axes
from ..catalog.axes import Axis
from .desk import Desk
from .escape import Markdown
from .links import Target
from .shades import Shades
from .voice import mark

_TIES = 3

#: The parts of the overview of themes; the last is for themes that the taxonomy does not have.
_KINDS = {
    "field": mark("Fields of science and technology"),
    "form": mark("Forms of cooperation"),
    "": mark("Other themes"),
}


@dataclass(frozen=True, slots=True)
class Topic:
    """A theme or a group."""

    target: Target
    second: Markdown  # its name in the second language
    kind: str
    note: str  # what is filed there
    number: int  # articles
    count: Markdown  # the same, the stronger the more; empty for none
    sources: int  # independent ones
    years: str  # empty where none is known
    in_years: tuple[str, ...]  # those that have articles
    ties: tuple[Target, ...]  # the most frequent countries of a theme, the most frequent themes of a group
    all_ties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Topics of one kind under a heading."""

    heading: str
    topics: tuple[Topic, ...]


def themes(desk: Desk) -> list[Topic]:
    """All themes, in the order of the taxonomy."""
    known, names, voice = desk.atlas.taxonomy.themes, desk.names, desk.voice
    shades = Shades.of(len(shelf) for shelf in desk.atlas.themes.values())
    topics = []
    for id_, shelf in desk.atlas.themes.items():
        theme = known.get(id_)
        own = (
            (names.second_label(theme.labels), voice.gettext(theme.kind), voice.label(theme.definition))
            if theme is not None
            else (Markdown(), "", "")
        )
        topics.append(_topic(desk, names.theme(id_), own, shelf, shades, axes.countries, names.country))
    return topics


def themes_by_kind(desk: Desk) -> list[Section]:
    """The overview of themes in its parts; a part without themes is left out."""
    known, by_kind = desk.atlas.taxonomy.themes, dict[str, list[Topic]]()
    for id_, topic in zip(desk.atlas.themes, themes(desk), strict=True):
        by_kind.setdefault(known[id_].kind if id_ in known else "", []).append(topic)
    gettext = desk.voice.gettext
    return [Section(gettext(_KINDS[kind]), tuple(by_kind[kind])) for kind in _KINDS if kind in by_kind]


def groups(desk: Desk) -> list[Topic]:
    """The groups that have articles, those with most first."""
    known, names, voice = desk.atlas.taxonomy.groups, desk.names, desk.voice
    shades = Shades.of(len(shelf) for shelf in desk.atlas.groups.values())
    topics = []
    for id_, shelf in desk.atlas.groups.items():
        group = known.get(id_)
        own = (
            (names.second_label(group.labels), voice.gettext(group.kind), "")
            if group is not None
            else (Markdown(), "", "")
        )
        topics.append(_topic(desk, names.group(id_), own, shelf, shades, axes.themes, names.theme))
    return sorted(topics, key=lambda topic: (-topic.number, topic.target.title))


def groups_without(desk: Desk) -> list[str]:
    """The names of the groups that the taxonomy has and no article is filed under, by name."""
    return sorted(desk.names.group(id_).title for id_ in desk.atlas.taxonomy.groups if id_ not in desk.atlas.groups)


def _topic(
    desk: Desk,
    target: Target,
    own: tuple[Markdown, str, str],
    shelf: Shelf,
    shades: Shades,
    axis: Axis,
    tie: Callable[[str], Target],
) -> Topic:
    second, kind, note = own
    number = len(shelf)
    ties = [count.target for count in desk.views.counts(shelf, axis, tie)]
    return Topic(
        target=target,
        second=second,
        kind=kind,
        note=note,
        number=number,
        count=shades.shaded(number, desk.voice.number(number)) if number else Markdown(),
        sources=desk.atlas.independent(shelf),
        years=desk.names.span(shelf) if shelf.years else "",
        in_years=shelf.years,
        ties=tuple(ties[:_TIES]),
        all_ties=tuple(one.title for one in ties),
    )

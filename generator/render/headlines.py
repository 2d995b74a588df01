"""The figures that the first page shows: of each indicator the line that most articles have added to."""

from __future__ import annotations

from dataclasses import dataclass

from ..catalog.measures import Told
from ..catalog.series import Series
from .desk import Desk
from .figures import Line, counted, line
from .indicators import indicator_target
from .links import Target

_MOST = 4


@dataclass(frozen=True, slots=True)
class Headline:
    """The newest figure of an indicator."""

    indicator: Target
    scope: str
    figure: Line


def headlines(desk: Desk) -> list[Headline]:
    """The newest figure of each indicator whose scope is clear and whose time is known, the best supported first."""
    best: dict[str, Series] = {}
    for one in desk.atlas.series:
        id_ = one.measure.subject.indicator
        if not id_ or one.measure.reach.told is Told.UNCLEAR or not any(point.when for point in one.points):
            continue
        if id_ not in best or _support(one) > _support(best[id_]):
            best[id_] = one
    chosen = sorted(best.values(), key=lambda one: (*(-number for number in _support(one)), one.id))
    return [_headline(desk, one) for one in chosen[:_MOST]]


def _support(series: Series) -> tuple[bool, int, int]:
    """Plain totals before parts and plans, then what most articles say, then what has most points."""
    return not series.measure.aspects, len(list(series.statements)), len(series.points)


def _headline(desk: Desk, series: Series) -> Headline:
    newest = next(point for point in reversed(series.points) if point.when is not None)
    page = indicator_target(desk, series.measure.subject.indicator or "")
    target = Target(page.path, page.title, anchor=series.anchor)
    return Headline(target, counted(desk, series.measure), line(desk, newest))

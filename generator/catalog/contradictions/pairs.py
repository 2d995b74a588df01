"""Which points are compared: those of one series that follow or meet each other, and the newest of related series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..measures import Told, apart
from ..series import Point, Series


def within(series: Series) -> Iterator[tuple[Point, Point]]:
    """Each point with those of its own time, and with the first one after; an undated one with the newest dated.

    Figures whose scope is not clear are not compared: they may be of anybody.
    """
    if series.measure.reach.told is Told.UNCLEAR:
        return
    dated = [point for point in series.points if point.when is not None]
    undated = [point for point in series.points if point.when is None]
    for index, point in enumerate(dated):
        for later in dated[index + 1 :]:
            yield point, later
            if point.when is not None and later.when is not None and apart(point.when, later.when):
                break  # all others are later still
    chain = [*dated[-1:], *undated]
    yield from pairwise(chain)


def across(related: Sequence[Series]) -> Iterator[tuple[Point, Point]]:
    """Of series on one subject: the newest point of each with that of the whole, or of the one before it."""
    clear = [one for one in related if one.measure.reach.told is not Told.UNCLEAR]
    done: set[frozenset[str]] = set()
    for index, one in enumerate(clear):
        other = next((other for other in clear if _holds(other, one)), clear[index - 1] if index else None)
        if other is not None and frozenset((one.id, other.id)) not in done:
            done.add(frozenset((one.id, other.id)))
            yield _newest(other), _newest(one)


def _holds(whole: Series, part: Series) -> bool:
    """Whether the first is of more parties than the second (of all, where it names none), or counts all of its kind."""
    if whole.id == part.id:
        return False
    ours, theirs = whole.measure, part.measure
    wider = not ours.reach.parties or ours.reach.parties > theirs.reach.parties
    if ours.reach.parties == theirs.reach.parties:
        return set(ours.aspects) < set(theirs.aspects) or (
            ours.aspects == theirs.aspects and set(ours.subject.kinds) < set(theirs.subject.kinds)
        )
    return wider and ours.aspects == theirs.aspects and ours.subject.kinds == theirs.subject.kinds


def _newest(series: Series) -> Point:
    """The newest point that has a date; else the last."""
    return next((point for point in reversed(series.points) if point.when is not None), series.points[-1])

"""Indicator history: what several articles say of one measure, as points over time."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from .measures import AsOf, Basis, Measure, Statement, apart


@dataclass(frozen=True, slots=True)
class Point:
    """What was measured at one time, and everybody who says so; the first witness dates it best."""

    witnesses: tuple[Statement, ...]

    @property
    def best(self) -> Statement:
        """The witness that stands for all."""
        return self.witnesses[0]

    @property
    def when(self) -> AsOf | None:
        """The time of the point; None where no witness has a year."""
        return self.best.when


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one measure, the earliest first, those without a date last."""

    id: str  # "agreements-overall": unique among all series, part of addresses
    measure: Measure
    points: tuple[Point, ...]

    @property
    def anchor(self) -> str:
        """A short id for its place on a page, of ASCII letters and digits only."""
        return "series-" + hashlib.sha256(self.id.encode("utf-8", "surrogatepass")).hexdigest()[:10]

    @property
    def statements(self) -> Iterator[Statement]:
        """Every witness of every point."""
        return (statement for point in self.points for statement in point.witnesses)


def series_of(statements: Iterable[Statement]) -> tuple[Series, ...]:
    """The series of all measures, in the order of their keys; the same for any order of the statements.

    What no indicator names becomes a series only where two articles or more measure it.
    """
    found: dict[tuple[object, ...], list[Statement]] = {}
    for statement in sorted(statements, key=lambda one: one.order):
        found.setdefault(statement.measure.key, []).append(statement)
    made = []
    for _, same_measure in sorted(found.items(), key=lambda item: repr(item[0])):
        measure = same_measure[0].measure
        if measure.subject.indicator or len({one.record.article.id for one in same_measure}) > 1:
            made.append(Series(_name(measure), measure, _points(same_measure)))
    return tuple(made)


def _name(measure: Measure) -> str:
    """What the series is called in addresses: `agreements-overall`, `joint-laboratories-centre-rs-planned`."""
    subject = measure.subject
    parts = [subject.indicator, subject.thing, *subject.kinds, subject.unit, measure.reach.key, *measure.aspects]
    return re.sub(r"[\W_]+", "-", "-".join(part for part in parts if part).casefold()).strip("-")


def _points(statements: list[Statement]) -> tuple[Point, ...]:
    """The statements as points: the same amount at the same time is one point, whoever says so."""
    groups: dict[tuple[object, ...], list[list[Statement]]] = {}
    for statement in sorted(statements, key=_chronological):
        of_amount = groups.setdefault(statement.quantity.said, [])
        if of_amount and _same_time(of_amount[-1][0], statement):
            of_amount[-1].append(statement)
        else:
            of_amount.append([statement])
    points = [Point(tuple(sorted(group, key=_precise))) for same in groups.values() for group in same]
    return tuple(sorted(points, key=lambda point: _chronological(point.best)))


def _same_time(first: Statement, second: Statement) -> bool:
    """Whether nothing tells their times apart; one without a date only goes with another without one."""
    if first.when is None or second.when is None:
        return first.when is second.when
    return not apart(first.when, second.when)


def _chronological(statement: Statement) -> tuple[date, date, tuple[str, str]]:
    """By time, those without one last."""
    when = statement.when
    return (when.first, when.last, statement.order) if when else (date.max, date.max, statement.order)


def _precise(statement: Statement) -> tuple[bool, int, date, tuple[str, str]]:
    """Stated times before those of articles, days before months and years, early ones before late ones."""
    when = statement.when
    if when is None:
        return True, 0, date.max, statement.order
    return when.basis is not Basis.STATED, (when.last - when.first).days, when.first, statement.order


def of_country(series: Iterable[Series], code: str) -> tuple[Series, ...]:
    """The series that are about one country and nobody else."""
    return tuple(one for one in series if one.measure.reach.parties == {code})


def by_indicator(series: Iterable[Series], key: Callable[[Series], str]) -> dict[str, tuple[Series, ...]]:
    """The series by `key`, in their order."""
    found: dict[str, list[Series]] = {}
    for one in series:
        found.setdefault(key(one), []).append(one)
    return {name: tuple(same) for name, same in found.items()}

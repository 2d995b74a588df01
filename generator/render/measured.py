"""Indicator history and comparisons as data: facts only, never a sentence of a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from ..catalog.axes import NOT_STATED
from ..catalog.contradictions import Comparison
from ..catalog.measures import Statement
from ..catalog.series import Point, Series, by_indicator
from ..export.csvfile import as_csv
from ..export.table import Column, Table, Type, Value
from .anchors import anchor_of
from .data import as_json
from .desk import Desk
from .figures import counted
from .indicators import OTHERS
from .reasons import reason

_COLUMNS = (
    Column("series", "which figures belong together", required=True),
    Column("indicator", "id in indicators.yml; empty for other figures that recur"),
    Column("scope", "whom it is about and how it is counted, for people"),
    Column("countries", "whom it is about: ISO 3166-1 alpha-2, with blanks between"),
    Column("groups", "whom it is about: ids in groups.yml, with blanks between"),
    Column("scope_told", "stated, implied, overall or unclear"),
    Column("counted_as", "planned, yearly, added, part, origin, attended; with blanks between"),
    Column("as_of", "EDTF: the date of the figure"),
    Column("as_of_basis", "stated; or published: the date of the article stands in"),
    Column("qualifier", "over, at least, about, nearly, up to, less than"),
    Column("value", "the number that is given", Type.NUMBER),
    Column("min", "the lower end of a range", Type.NUMBER),
    Column("max", "the upper end of a range", Type.NUMBER),
    Column("unit", "count, person, percent, an ISO 4217 code or a measure"),
    Column("what", "what is counted, in the words of the article"),
    Column("according_to", "who says so"),
    Column("article_id", "the article that says so", required=True),
    Column("place", "where the article's page shows the figure"),
)


def measured_files(desk: Desk) -> dict[str, bytes]:
    """The data files by path: all series, all comparisons, and a table for each indicator."""
    files = {
        "data/indicators.json": as_json([_series(desk, one) for one in desk.atlas.series]),
        "data/contradictions.json": as_json([_comparison(desk, one) for one in desk.atlas.comparisons]),
    }
    for id_, series in by_indicator(desk.atlas.series, lambda one: one.measure.subject.indicator or OTHERS).items():
        rows = tuple(row for one in series for row in _rows(desk, one))
        files[f"data/indicators/{id_}.csv"] = as_csv(Table(id_, "figures over time", _COLUMNS, rows))
    return files


def _rows(desk: Desk, series: Series) -> Iterator[tuple[Value, ...]]:
    measure = series.measure
    for statement in series.statements:
        figure, known = statement.figure, statement.when
        yield (
            series.id,
            measure.subject.indicator or None,
            counted(desk, measure),
            " ".join(measure.reach.countries),
            " ".join(measure.reach.groups),
            statement.measure.reach.told.value,
            " ".join(measure.aspects),
            known.edtf if known else None,
            known.basis.value if known else None,
            figure.qualifier,
            figure.value,
            figure.low,
            figure.high,
            figure.unit,
            figure.what,
            desk.names.speaker(statement.record),
            statement.record.article.id,
            _place(statement),
        )


def _series(desk: Desk, series: Series) -> dict[str, Any]:
    measure = series.measure
    return {
        "id": series.id,
        "indicator": measure.subject.indicator or None,
        "thing": measure.subject.thing,
        "kinds": list(measure.subject.kinds),
        "unit": measure.subject.unit,
        "scope": {"countries": list(measure.reach.countries), "groups": list(measure.reach.groups)},
        "scope_told": measure.reach.told.value,
        "counted_as": list(measure.aspects),
        "points": [_point(desk, point) for point in series.points],
    }


def _point(desk: Desk, point: Point) -> dict[str, Any]:
    figure, known = point.best.figure, point.when
    voices = {desk.atlas.voices.get(one.record.article.id, one.record.article.id) for one in point.witnesses}
    return {
        "as_of": known.edtf if known else None,
        "as_of_basis": known.basis.value if known else None,
        "value": figure.value,
        "min": figure.low,
        "max": figure.high,
        "qualifier": figure.qualifier,
        "unit": figure.unit,
        "independent_sources": len(voices - {NOT_STATED}),
        "witnesses": [_witness(desk, statement) for statement in point.witnesses],
    }


def _witness(desk: Desk, statement: Statement) -> dict[str, Any]:
    return {
        "article": statement.record.article.id,
        "figure": statement.figure.id,
        "what": statement.figure.what,
        "according_to": desk.names.speaker(statement.record),
        "path": _place(statement),
    }


def _comparison(desk: Desk, comparison: Comparison) -> dict[str, Any]:
    derived = comparison.derived
    return {
        "verdict": comparison.verdict.value,
        "rule": comparison.rule,
        "reason": reason(desk, comparison),
        "indicator": comparison.first.best.measure.subject.indicator or None,
        "scopes": [counted(desk, point.best.measure) for point in _both(comparison)],
        "figures": [_point(desk, point) for point in _both(comparison)],
        "stated_change": derived.statement.figure.value if derived is not None else None,
        "actual_change": round(derived.change, 4) if derived is not None else None,
    }


def _both(comparison: Comparison) -> Iterable[Point]:
    return comparison.first, comparison.second


def _place(statement: Statement) -> str:
    """The figure on the page of its article."""
    return f"articles/{quote(statement.record.article.id)}/#{anchor_of(statement.figure)}"

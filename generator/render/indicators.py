"""The pages of indicators: figures over time, each point with its bound, its witnesses and the way to its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..catalog.measures import Told
from ..catalog.series import Point, Series, by_indicator, of_country
from ..model import Record
from ..taxonomy.model import Nature
from .charts import Dot, Text, line_chart
from .desk import Desk
from .escape import Markdown
from .figures import Line, amount, counted, line, named, what
from .links import Target
from .tree import Page, SearchEntry
from .voice import mark

INDICATORS = Target("indicators/index.md", mark("Indicators"))
#: The page of figures that recur without an indicator of the taxonomy; no indicator has this id.
OTHERS = "others"

NATURES = {
    Nature.STOCK: mark("what there is on a day; it may rise and fall"),
    Nature.CUMULATIVE: mark("a running total, which can only grow"),
    Nature.FLOW: mark("what came about in a period"),
}


@dataclass(frozen=True, slots=True)
class SeriesBlock:
    """A series on a page: its heading, its chart where there are two points or more, and its table."""

    anchor: str
    title: str  # Markdown, with words of an article
    chart: Markdown
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator in the index."""

    target: Target
    second: Markdown
    series: int
    figures: int
    newest: str


@dataclass(frozen=True, slots=True)
class CountryFigure:
    """The newest figure of a series on the page of a country."""

    indicator: Target
    line: Line


def indicator_pages(desk: Desk) -> Iterator[Page]:
    """The index of indicators, and a page for each that has figures."""
    found = by_indicator(desk.atlas.series, _page_of)
    order = [id_ for id_ in (*desk.atlas.taxonomy.indicators, OTHERS) if id_ in found]
    lead = desk.voice.gettext(
        "Figures that several articles give of the same thing, over time. Each one is the statement of its source."
    )
    yield desk.press.page(
        "indicators",
        desk.names.index(INDICATORS),
        lead,
        lead=lead,
        indicators=[_index_line(desk, id_, found[id_]) for id_ in order],
        records=_records(desk.atlas.series),
    )
    for id_ in order:
        yield _page(desk, id_, found[id_])


def country_figures(desk: Desk, code: str) -> list[CountryFigure]:
    """The newest figure of each series that is about the country and nobody else."""
    return [
        CountryFigure(_place_of(desk, one), line(desk, _newest(one))) for one in of_country(desk.atlas.series, code)
    ]


def country_charts(desk: Desk, code: str) -> list[SeriesBlock]:
    """The series that are about the country and nobody else, as far as there is something to draw."""
    blocks = [_block(desk, one) for one in of_country(desk.atlas.series, code)]
    return [block for block in blocks if block.chart]


def indicator_target(desk: Desk, id_: str) -> Target:
    """The page of an indicator; of no indicator that of the other figures."""
    id_ = id_ or OTHERS
    entry = desk.atlas.taxonomy.indicators.get(id_)
    title = desk.voice.label(entry.labels) if entry is not None else desk.voice.gettext("Other figures that recur")
    return Target(f"indicators/{id_}.md", title)


def _page_of(series: Series) -> str:
    return series.measure.subject.indicator or OTHERS


def _place_of(desk: Desk, series: Series) -> Target:
    """The place of a series on the page of its indicator."""
    page = indicator_target(desk, _page_of(series))
    return Target(page.path, page.title, anchor=series.anchor)


def _index_line(desk: Desk, id_: str, series: tuple[Series, ...]) -> IndicatorLine:
    entry = desk.atlas.taxonomy.indicators.get(id_)
    first = _in_order(desk, series)[0]
    newest = desk.voice.gettext(
        "{scope}: {amount}",
        scope=counted(desk, first.measure),
        amount=amount(desk.voice, _newest(first).best.figure),
    )
    return IndicatorLine(
        indicator_target(desk, id_),
        desk.names.second_label(entry.labels) if entry is not None else Markdown(),
        len(series),
        sum(len(one.points) for one in series),
        newest,
    )


def _page(desk: Desk, id_: str, series: tuple[Series, ...]) -> Page:
    target, gettext = indicator_target(desk, id_), desk.voice.gettext
    entry = desk.atlas.taxonomy.indicators.get(id_)
    facts: list[tuple[str, str]] = []
    lead = gettext("Figures of no indicator that two articles or more give of the same thing.")
    if entry is not None:
        lead = desk.voice.label(entry.definition)
        facts = [
            (desk.names.second_heading, desk.names.second_label(entry.labels)),
            (gettext("Kind"), gettext(NATURES[entry.nature])),
        ]
    return desk.press.page(
        "indicator",
        target,
        lead,
        lead=lead,
        facts=facts,
        table=f"data/indicators/{id_}.csv",
        series=[_block(desk, one) for one in _in_order(desk, series)],
        search=SearchEntry(target.title, lead, "indicator", (target.title,)),
        records=_records(series),
    )


def _in_order(desk: Desk, series: Iterable[Series]) -> list[Series]:
    """What is about all first, then what has most points; what is not clear last."""

    def key(one: Series) -> tuple[bool, bool, int, int, str, str]:
        measure = one.measure
        told = measure.reach.told
        aspects = len(measure.aspects)
        return told is Told.UNCLEAR, told is not Told.OVERALL, aspects, -len(one.points), counted(desk, measure), one.id

    return sorted(series, key=key)


def _block(desk: Desk, series: Series) -> SeriesBlock:
    title = desk.voice.gettext(
        "{scope}: {what}", scope=counted(desk, series.measure), what=what(desk, named(desk, series))
    )
    lines = tuple(line(desk, point) for point in series.points)
    return SeriesBlock(series.anchor, title, _chart(desk, series), lines)


def _chart(desk: Desk, series: Series) -> Markdown:
    """The points that have a date, if there are two or more and it is clear whose they are."""
    dots = [_dot(desk, point) for point in series.points if point.when is not None]
    if len(dots) < 2 or series.measure.reach.told is Told.UNCLEAR:
        return Markdown()
    gettext = desk.voice.gettext
    title = gettext("{scope}: {what}", scope=counted(desk, series.measure), what=named(desk, series).figure.what)
    told = desk.voice.listed(
        gettext("{amount} ({date})", amount=dot.label, date=desk.voice.date(point.when.edtf))
        for dot, point in zip(dots, series.points, strict=False)
        if point.when is not None
    )
    text = Text(title, gettext("As of each date: {figures}. The table below says the same.", figures=told))
    return line_chart(f"{series.anchor}-chart", dots, text, desk.voice.number, joined=_is_of_one_thing(desk, series))


def _is_of_one_thing(desk: Desk, series: Series) -> bool:
    """Whether its points are one amount as it changes: a stock, a total, so much in each year; not single sums.

    What no indicator names is one thing where all its articles say so in the same words, and where it is no money.
    """
    entry = desk.atlas.taxonomy.indicators.get(series.measure.subject.indicator)
    if "yearly" in series.measure.aspects:
        return True
    if entry is not None:
        return entry.nature is not Nature.FLOW
    money = len(series.measure.subject.unit) == 3 and series.measure.subject.unit.isupper()
    return not money and len({one.figure.what.casefold() for one in series.statements}) == 1


def _dot(desk: Desk, point: Point) -> Dot:
    """A point on a chart, in the middle of the time that it may be of."""
    figure, quantity, known = point.best.figure, point.best.quantity, point.when
    assert known is not None  # noqa: S101 - only dated points are drawn
    middle = known.first + (known.last - known.first) / 2
    low, high = (float(quantity.low), float(quantity.high) if quantity.high is not None else None)
    if quantity.value is None:
        return Dot(middle, amount(desk.voice, figure), None, low, high)
    if quantity.is_loose or not quantity.is_bound:
        return Dot(middle, amount(desk.voice, figure), float(quantity.value), near=quantity.is_loose)
    open_up = quantity.high is None
    value = float(quantity.value)
    return Dot(middle, amount(desk.voice, figure), value, value if open_up else None, None if open_up else value)


def _newest(series: Series) -> Point:
    """The newest point that has a date; else the last."""
    return next((point for point in reversed(series.points) if point.when is not None), series.points[-1])


def _records(series: Iterable[Series]) -> list[Record]:
    return [statement.record for one in series for statement in one.statements]

"""Small charts, made at build time: dated points with their bounds, and bars of counts by year.

A chart is a figure with inline SVG on one line of HTML, which every Markdown parser leaves alone. Text and attributes
pass the escaping boundary; lines and letters take the colours of the page (`currentColor`, and the classes in
charts.css). The same input gives the same bytes: coordinates are rounded to tenths.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from unicodedata import east_asian_width

from .escape import Markdown, inert

_WIDTH, _HEIGHT = 480, 220
_RIGHT, _TOP, _BOTTOM = 26, 28, 28
_BASE = _HEIGHT - _BOTTOM
_TICKS = 4  # about so many lines across
_YEAR_WIDTH = 40  # a year's label needs so much room
_LETTER = 8  # and a letter of a number so much
_LABELLED = 8  # with more points only the first, the last and the highest carry their number
_NICE = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Dot:
    """A measured amount at a time. `low` without `high` (or the reverse) is a bound, both without `value` a range."""

    when: date
    label: str  # the amount for people: "over 70"
    value: float | None
    low: float | None = None
    high: float | None = None
    near: bool = False  # "about", "nearly": drawn hollow

    @property
    def ends(self) -> tuple[float, ...]:
        """The numbers that the chart has to have room for."""
        return tuple(number for number in (self.value, self.low, self.high) if number is not None)


@dataclass(frozen=True, slots=True)
class Text:
    """What a chart says in words: its name, and what a person who cannot see it should know."""

    title: str
    description: str


def line_chart(
    id_: str, dots: Sequence[Dot], text: Text, number: Callable[[float], str] = "{:,.10g}".format, joined: bool = True
) -> Markdown:
    """Dated amounts from left to right; nothing where there is none. `id_` must be unique on the page.

    A point is a disc, "over 70" a line with an arrow up, "up to 70" one with an arrow down, a range a bar with two
    ends, "about 70" a ring. Points are `joined` if they are of one thing, and where there is one for each time.
    """
    if not dots:
        return Markdown()
    ordered = sorted(dots, key=lambda dot: (dot.when, dot.ends, dot.label))
    years = (ordered[0].when.year, ordered[-1].when.year)
    frame = _frame(max(end for dot in ordered for end in dot.ends), number)
    places = [_Place(dot, frame.x(dot.when, years), frame) for dot in ordered]
    drawn = [*_grid(frame, number), *_years(frame, years)]
    if joined and len({place.x for place in places}) == len(places) > 1:
        drawn.append(_tag("path", d="M" + "L".join(f"{_n(p.x)} {_n(p.y)}" for p in places), **_LINE))
    drawn += [part for place in places for part in _marks(place)]
    drawn += _labels(places)
    return _figure(id_, text, drawn)


def bar_chart(
    id_: str,
    bars: Sequence[tuple[str, int | None]],
    text: Text,
    number: Callable[[float], str] = "{:,.10g}".format,
) -> Markdown:
    """Counts by year or any other step, each with its number; None is a gap: nothing is known there, which is not 0."""
    counts = [count for _, count in bars if count is not None]
    if not counts:
        return Markdown()
    frame = _frame(max(counts), number)
    step = frame.width / len(bars)
    every = max(1, math.ceil(_YEAR_WIDTH / step))
    drawn = _grid(frame, number)
    for index, (label, count) in enumerate(bars):
        middle = frame.left + step * (index + 0.5)
        if index % every == 0:
            drawn.append(_text(label, middle, _BASE + 18))
        if count is None:
            gap = {"class": "atlas-chart__gap", "stroke": "currentColor", "stroke_dasharray": "2 3"}
            drawn.append(_segment(middle - step * 0.3, _BASE - 3, middle + step * 0.3, _BASE - 3, **gap))
            continue
        top = frame.y(count)
        bar = {"class": "atlas-chart__bar", "fill": "currentColor"}
        shape = {"x": _n(middle - step * 0.35), "y": _n(top), "width": _n(step * 0.7), "height": _n(_BASE - top)}
        drawn.append(_tag("rect", **shape, **bar))
        if step >= 14:
            drawn.append(_text(number(count), middle, top - 5))
    return _figure(id_, text, drawn)


_LINE = {"class": "atlas-chart__line", "fill": "none", "stroke": "currentColor", "stroke_opacity": "0.5"}
_MARK = {"class": "atlas-chart__mark", "fill": "none", "stroke": "currentColor", "stroke_width": "2"}


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things stand: from `left` to the right edge, and from zero to `top`, with a line at each `step`."""

    left: float
    top: float
    step: float

    @property
    def width(self) -> float:
        return _WIDTH - self.left - _RIGHT

    def y(self, value: float) -> float:
        return _BASE - (_BASE - _TOP) * value / self.top

    def x(self, day: date, years: tuple[int, int]) -> float:
        """The way from the first day of the first year to the last day of the last one."""
        first, last = date(years[0], 1, 1), date(years[1], 12, 31)
        return self.left + self.width * (day - first).days / (last - first).days


@dataclass(frozen=True, slots=True)
class _Place:
    """A dot and where it stands."""

    dot: Dot
    x: float
    frame: _Frame

    @property
    def y(self) -> float:
        """The height of its number; of a range its middle, of a bound its limit."""
        dot = self.dot
        return self.frame.y(dot.value if dot.value is not None else sum(dot.ends) / len(dot.ends))

    @property
    def shape(self) -> _Box:
        """What it takes up, with its bar or arrow."""
        ends = [self.frame.y(end) for end in self.dot.ends]
        bound = (self.dot.low is None) != (self.dot.high is None)
        arrow = 0.0 if not bound else -18.0 if self.dot.high is None else 18.0
        low, high = (max(ends), min(ends)) if self.dot.value is None else (self.y, self.y)
        return _Box(self.x - 5, min(high, high + arrow) - 4, self.x + 5, max(low, low + arrow) + 4)

    @property
    def seats(self) -> tuple[tuple[float, float, str], ...]:
        """Where its label may stand, the best first: x, y and the end of it that is at x."""
        box = self.shape
        above, below = box.top - 4, box.bottom + 12
        sides = ((self.x + 9, self.y + 4, "start"), (self.x - 9, self.y + 4, "end"))
        return (
            (self.x, above, "middle"),
            (self.x - 5, above, "start"),
            (self.x + 5, above, "end"),
            (self.x, below, "middle"),
            (self.x - 5, below, "start"),
            (self.x + 5, below, "end"),
            *sides,
        )


def _frame(highest: float, number: Callable[[float], str]) -> _Frame:
    """Round steps that reach above the highest number (after P. S. Heckbert, Nice Numbers for Graph Labels, 1990)."""
    rough = max((highest or 1) / _TICKS, sys.float_info.min)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(nice * power for nice in _NICE if nice * power >= rough * (1 - 1e-9))
    if highest == int(highest):
        step = max(step, 1.0)
    top = step * max(1, math.ceil(highest / step - 1e-9))
    longest = max(len(number(_plain(step * index))) for index in range(round(top / step) + 1))
    return _Frame(14 + longest * _LETTER, top, step)


def _plain(number: float) -> float:
    """A whole number as such, without the ends of binary fractions."""
    return int(number) if number == int(number) else round(number, 9)


def _grid(frame: _Frame, number: Callable[[float], str]) -> list[str]:
    """The lines across with their numbers."""
    drawn = []
    for index in range(round(frame.top / frame.step) + 1):
        value = frame.step * index
        line = {"class": "atlas-chart__grid", "stroke": "currentColor", "stroke_opacity": "0.18"}
        drawn.append(_segment(frame.left, frame.y(value), _WIDTH - _RIGHT, frame.y(value), **line))
        drawn.append(_text(number(_plain(value)), frame.left - 6, frame.y(value) + 4, "end"))
    return drawn


def _years(frame: _Frame, years: tuple[int, int]) -> Iterator[str]:
    """The years below, each where it begins and its number in its middle, as many as there is room for."""
    first, last = years
    width = frame.width / (last - first + 1)
    every = max(1, math.ceil(_YEAR_WIDTH / width))
    for year in range(first, last + 1, every):
        start = frame.x(date(year, 1, 1), years)
        tick = {"class": "atlas-chart__grid", "stroke": "currentColor", "stroke_opacity": "0.4"}
        yield _segment(start, _BASE, start, _BASE + 5, **tick)
        yield _text(f"{year:04}", start + min(width, _YEAR_WIDTH) / 2, _BASE + 18)


def _marks(place: _Place) -> Iterator[str]:
    """The shape of a dot."""
    dot, x = place.dot, place.x
    if dot.value is None:
        low, high = (place.frame.y(end) for end in (min(dot.ends), max(dot.ends)))
        caps = f"M{_n(x - 5)} {_n(low)}h10M{_n(x - 5)} {_n(high)}h10"
        yield _tag("path", d=f"M{_n(x)} {_n(low)}V{_n(high)}{caps}", **_MARK)
    elif (dot.low is None) != (dot.high is None):
        way = -1 if dot.high is None else 1
        arrow = f"M{_n(x - 4)} {_n(place.y + way * 9)}l4 {way * 5}l4 {-way * 5}"
        yield _tag("path", d=f"M{_n(x - 6)} {_n(place.y)}h12M{_n(x)} {_n(place.y)}v{way * 13}{arrow}", **_MARK)
    else:
        disc = _MARK if dot.near else {"class": "atlas-chart__dot", "fill": "currentColor"}
        yield _tag("circle", cx=_n(x), cy=_n(place.y), r="4", **disc)


def _labels(places: Sequence[_Place]) -> Iterator[str]:
    """The amounts beside the points, above or below or at a side, where they cover neither a point nor each other.

    Of many points only the first, the last and the highest have one; what finds no room is in the table alone.
    """
    telling = [0, len(places) - 1, min(range(len(places)), key=lambda index: places[index].y)]
    taken = [place.shape for place in places]
    rest = range(len(places)) if len(places) <= _LABELLED else ()
    for index in dict.fromkeys([*telling, *rest]):
        for x, y, anchor in places[index].seats:
            box = _box(places[index].dot.label, x, y, anchor)
            if box.left >= places[index].frame.left - 6 and box.inside and not any(box.meets(other) for other in taken):
                taken.append(box)
                yield _text(places[index].dot.label, x, y, anchor)
                break


@dataclass(frozen=True, slots=True)
class _Box:
    """What a drawing takes up."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def inside(self) -> bool:
        """Whether it leaves the drawing nowhere at the right or the top, and does not lie on the years."""
        return self.right <= _WIDTH and self.top >= 0 and self.bottom <= _BASE

    def meets(self, other: _Box) -> bool:
        """Whether they cover each other, if only in part."""
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.bottom <= other.top or other.bottom <= self.top)


def _box(label: str, x: float, y: float, anchor: str) -> _Box:
    """What a label takes up: a letter is half as wide as high, an ideograph as wide as high."""
    width = sum(_LETTER * (1.8 if east_asian_width(letter) in "WF" else 1) for letter in label)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    return _Box(left, y - 11, left + width, y + 3)


def _figure(id_: str, text: Text, drawn: Sequence[str]) -> Markdown:
    """The chart as a block of HTML on one line."""
    names = f"{inert(id_)}-title {inert(id_)}-text"
    head = f'<svg class="atlas-chart__svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-labelledby="{names}">'
    said = f'<title id="{inert(id_)}-title">{inert(text.title)}</title>'
    said += f'<desc id="{inert(id_)}-text">{inert(text.description)}</desc>'
    return Markdown(f'<figure class="atlas-chart">{head}{said}{"".join(drawn)}</svg></figure>')


def _text(words: str, x: float, y: float, anchor: str = "middle") -> str:
    place = {"x": _n(x), "y": _n(y), "text_anchor": anchor}
    return _tag(
        "text", inert(words), **place, **{"class": "atlas-chart__text", "fill": "currentColor", "font_size": "14"}
    )


def _segment(x1: float, y1: float, x2: float, y2: float, **attributes: str) -> str:
    return _tag("line", x1=_n(x1), y1=_n(y1), x2=_n(x2), y2=_n(y2), **attributes)


def _tag(name: str, content: str = "", /, **attributes: str) -> str:
    """An element whose attributes are our own; `content` is escaped already."""
    written = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in attributes.items())
    return f"<{name}{written}>{content}</{name}>"


def _n(number: float) -> str:
    """A coordinate, to a tenth."""
    return f"{round(number, 1):g}"

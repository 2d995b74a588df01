"""A figure as what it may be: an interval, the number that is printed, and how exactly it is meant."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from ...model import Figure, Qualifier
from .data import words_of

#: How far "about" and "nearly" reach, as a share of the number.
_LOOSE = Fraction(1, 10)
#: What a rounded number may differ from the exact one by, as a share of it: 50 is no rounded 54.
_ROUNDED = Fraction(1, 20)
#: Below this, a whole number that ends in zero is taken as exact: 20 laboratories are not 21.
_COUNTED = 100
#: "Over 70" still says something of a number below this multiple; nobody who knows 700 writes "over 70".
_FARTHEST = 2
#: A number that closely follows the bound: 72 after "over 70".
_CLOSE = Fraction(6, 5)

_LOWER_BOUNDS: frozenset[Qualifier | None] = frozenset({"over", "at least"})
_UPPER_BOUNDS: frozenset[Qualifier | None] = frozenset({"up to", "less than"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a figure says, in the base unit of its kind (1.2 gigawatt and 1,200 megawatt are the same)."""

    unit: str  # base unit: "watt", "count", "CNY"
    value: Fraction | None  # the number that is printed; None for a range
    low: Fraction  # the least it may be
    high: Fraction | None  # the most it may be; None: no end
    step: Fraction  # what one unit of the last telling digit is worth: 100,000 for 1,200,000
    qualifier: Qualifier | None

    @property
    def said(self) -> tuple[object, ...]:
        """All that is said: unit, number, ends, qualifier."""
        return self.unit, self.value, self.low, self.high, self.qualifier

    @property
    def is_range(self) -> bool:
        """Whether two ends are given: "20 to 30", "dozens"."""
        return self.value is None

    @property
    def is_bound(self) -> bool:
        """Whether only a limit is given: "over 70", "up to 500", "20 to 30"."""
        return self.is_range or self.qualifier in _LOWER_BOUNDS or self.qualifier in _UPPER_BOUNDS

    @property
    def is_loose(self) -> bool:
        """Whether it is said to be near the number: "about", "nearly"."""
        return self.qualifier in ("about", "nearly")

    @property
    def middle(self) -> Fraction:
        """One number that stands for it: the printed one, or the middle of the range."""
        if self.value is not None:
            return self.value
        return (self.low + self.high) / 2 if self.high is not None else self.low


def quantity_of(figure: Figure) -> Quantity | None:
    """The figure as a quantity; None where it has neither a number nor an end of a range."""
    unit, factor = _base(figure.unit)
    value = _exact(figure.value, factor)
    low, high = _exact(figure.low, factor), _exact(figure.high, factor)
    if value is None:
        if low is None and high is None:
            return None
        ends = [end for end in (low, high) if end is not None]
        reach = None if figure.qualifier in _LOWER_BOUNDS or high is None else high
        return Quantity(unit, None, min(low or Fraction(0), *ends), reach, Fraction(1), figure.qualifier)
    least, most = _interval(value, figure.qualifier)
    return Quantity(unit, value, least, most, _step(figure, factor), figure.qualifier)


def _exact(number: float | int | None, factor: Fraction) -> Fraction | None:
    """A number without the error of binary fractions: 0.1 is a tenth."""
    return None if number is None else Fraction(str(number)) * factor


@cache
def _base(unit: str) -> tuple[str, Fraction]:
    """The base unit of a unit, and how many of it make one."""
    for base, multiples in words_of("units.yml").items():
        if unit in multiples:
            return base, Fraction(str(multiples[unit]))
    return unit, Fraction(1)


def _interval(value: Fraction, qualifier: Qualifier | None) -> tuple[Fraction, Fraction | None]:
    """What the number may be with its qualifier."""
    if qualifier in _LOWER_BOUNDS:
        return value, None
    if qualifier in _UPPER_BOUNDS:
        return Fraction(0), value
    if qualifier == "nearly":
        return value * (1 - _LOOSE), value
    if qualifier == "about":
        return value * (1 - _LOOSE), value * (1 + _LOOSE)
    return value, value


def _step(figure: Figure, factor: Fraction) -> Fraction:
    """The worth of the last telling digit: 1,200,000 is told to 100,000, 61.5 to 0.1; a percentage at least to 1."""
    text = str(figure.value)
    if "e" in text:
        return factor
    whole, _, decimals = text.partition(".")
    if decimals.strip("0"):
        return Fraction(1, 10 ** len(decimals)) * factor
    zeros = len(whole) - len(whole.rstrip("0")) if whole.strip("0-") else 0
    return Fraction(1 if figure.unit == "percent" else 10**zeros) * factor


def same(first: Quantity, second: Quantity) -> bool:
    """Whether both say the very same, in whatever script and scale."""
    return first.said == second.said


def rounds(first: Quantity, second: Quantity, coarse: int = 1) -> bool:
    """Whether one is the other rounded, or said to be near it.

    Of plain numbers the rougher one must lack at least `coarse` of the other's telling digits, be the other rounded at
    its own last digit, and differ by no more than a twentieth. Whole numbers below a hundred are taken as counted.
    """
    if first.value is None or second.value is None:
        return False
    if first.is_loose or second.is_loose:
        return _meets(first, second)
    if first.qualifier is not None or second.qualifier is not None:
        return False
    rough, exact = (first, second) if first.step >= second.step else (second, first)
    assert rough.value is not None and exact.value is not None  # noqa: S101 - said above, for the type checker
    if rough.step < exact.step * 10**coarse or (rough.step > 1 and exact.value < _COUNTED):
        return False
    difference = abs(rough.value - exact.value)
    return difference <= exact.value * _ROUNDED and difference * 2 <= rough.step


def bounds(first: Quantity, second: Quantity, close: bool = False) -> bool:
    """Whether at least one is a bound or a range, and the other keeps to it.

    An open bound holds below twice its number; `close`: only as far as the next telling digit, and a fifth at most.
    """
    if not (first.is_bound or second.is_bound):
        return False
    return _meets(_closed(first, close), _closed(second, close))


def _closed(quantity: Quantity, close: bool) -> Quantity:
    """The same with an end where it has none."""
    if quantity.high is not None:
        return quantity
    end = quantity.low * _FARTHEST
    if close:
        end = min(quantity.low + quantity.step, quantity.low * _CLOSE)
    return Quantity(quantity.unit, quantity.value, quantity.low, end, quantity.step, quantity.qualifier)


def _meets(first: Quantity, second: Quantity) -> bool:
    """Whether there is a number that both may be."""
    return (second.high is None or first.low <= second.high) and (first.high is None or second.low <= first.high)


def clearly_less(first: Quantity, second: Quantity) -> bool:
    """Whether whatever the first may be is less than whatever the second may be, also when both are rounded."""
    if first.high is None or rounds(first, second):
        return False
    return first.high < second.low

"""Figures are written as people read them in each language."""

from __future__ import annotations

import pytest

from generator.amounts import in_chinese, in_english
from generator.model import Figure, Qualifier, Scope


def figure(value: float | None, unit: str, qualifier: Qualifier | None = None) -> Figure:
    low, high = (20, 30) if value is None else (None, None)
    return Figure("f", value, low, high, unit, "", qualifier, None, None, Scope(), 1.0)


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "english", "chinese"),
    [
        (2500, "person", "over", "over 2,500 people", "逾2500人"),
        (None, "count", None, "20 to 30", "20至30"),
        (61.5, "percent", "about", "about 61.5%", "约61.5%"),
        (10_000_000_000, "CNY", "nearly", "nearly 10,000,000,000 CNY", "近100亿元人民币"),
        (1.5, "gram", None, "1.5 grams", "1.5克"),
        (3, "year", None, "3 years", "3年"),
        (1, "year", None, "1 year", "1年"),
        (1, "count", None, "1", "1"),
        (1, "person", None, "1 person", "1人"),
        (1, "percent", None, "1%", "1%"),
        (2, "foot", "about", "about 2 feet", "约2英尺"),
        (3, "furlong", None, "3 furlongs", "3furlong"),
        (47.5, "megawatt", None, "47.5 megawatts", "47.5兆瓦"),
        (12345, "count", "at least", "at least 12,345", "至少1.2345万"),
    ],
)
def test_a_figure_in_both_languages(
    value: float | None, unit: str, qualifier: Qualifier | None, english: str, chinese: str
) -> None:
    assert in_english(figure(value, unit, qualifier)) == english
    assert in_chinese(figure(value, unit, qualifier)) == chinese

"""Figures are written as people read them in each language."""

from __future__ import annotations

import pytest

from generator.amounts import counted_in_english, in_chinese, in_english
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


@pytest.mark.parametrize(
    ("low", "high", "unit", "english", "chinese", "with_what"),
    [
        (24, 99, "count", "dozens", "几十", "dozens of states"),
        (20, 99, "count", "dozens", "几十", "dozens of states"),
        (200, 999, "person", "hundreds of people", "数百人", "hundreds of states"),
        (2000, 9999, "hectare", "thousands of hectares", "数千公顷", "thousands of hectares states"),
        (20, 98, "count", "20 to 98", "20至98", "20 to 98 states"),
    ],
)
def test_a_round_word_is_told_as_that_word_not_as_numbers_of_ours(
    low: int, high: int, unit: str, english: str, chinese: str, with_what: str
) -> None:
    vague = Figure("f", None, low, high, unit, "states", None, None, None, Scope(), 1.0)
    assert in_english(vague) == english
    assert in_chinese(vague) == chinese
    assert counted_in_english(vague, vague.what) == with_what


def test_what_is_counted_takes_the_place_of_people() -> None:
    young = Figure("f", 50, None, None, "person", "young scientists", None, None, None, Scope(), 1.0)
    assert counted_in_english(young, young.what) == "50 young scientists"

"""Dates in prose are found where they stand and resolved against the article's own date."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.times import find_times

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("times_cases.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:24])
def test_dates_are_resolved_against_the_article(case: dict[str, Any]) -> None:
    assert [time.edtf for time in find_times(case["text"], case["base"])] == case["times"]


def test_only_the_asked_piece_is_read() -> None:
    """Offsets are those of the whole text, also where a part of it is read."""
    text = "In 2019 it began. In 2021 it ended."
    [time] = find_times(text, None, 18)
    assert text[time.start : time.end] == "In 2021"


@given(st.text(alphabet="0123456789年月日 至-—,./()In May Oct last next to截至上本十一三去今"), st.dates())
def test_dates_stand_in_order_and_never_overlap(text: str, day: object) -> None:
    times = find_times(text, str(day))
    assert all(0 <= time.start < time.end <= len(text) and time.edtf for time in times)
    assert all(before.end <= after.start for before, after in pairwise(times))


@pytest.mark.parametrize("blank", ["\n", "\u00a0", "\t", "\n "])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:24])
def test_any_blank_may_stand_in_a_date(case: dict[str, Any], blank: str) -> None:
    """A line may break inside of "last month": whatever is made of it, nothing fails."""
    for time in find_times(case["text"].replace(" ", blank), case["base"]):
        assert time.edtf


def test_a_month_may_stand_on_the_next_line() -> None:
    assert [time.edtf for time in find_times("It woke last\nmonth.", "2024-05-21")] == ["2024-04"]

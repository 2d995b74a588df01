"""The steps of a colour scale have round limits, cover every count, and are few."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalog.steps import STEPS, limits, step_of


@pytest.mark.parametrize(
    ("highest", "expected"),
    [
        (0, (1,)),
        (1, (1,)),
        (4, (1, 2)),
        (9, (1, 2, 5)),
        (40, (1, 2, 5, 10, 20)),
        (800, (1, 5, 20, 100, 500)),
    ],
)
def test_the_limits_are_round_numbers_up_to_the_highest_count(highest: int, expected: tuple[int, ...]) -> None:
    assert limits(highest) == expected


@given(st.integers(min_value=1, max_value=10**9), st.integers(min_value=1, max_value=10**9))
def test_every_count_has_a_step_and_a_higher_count_no_lower_one(one: int, other: int) -> None:
    low, high = sorted((one, other))
    lowest = limits(high)
    assert list(lowest) == sorted(set(lowest))
    assert 1 <= len(lowest) <= STEPS
    assert lowest[-1] <= high
    assert 1 <= step_of(low, lowest) <= step_of(high, lowest) == len(lowest)

"""Steps of a colour scale for counts: few enough to be told apart, with round limits that a legend can print."""

from __future__ import annotations

from itertools import count

STEPS = 5


def limits(highest: int) -> tuple[int, ...]:
    """The lowest count of each step, ascending, at most `STEPS` of them; a lone 1 where there is nothing to count.

    They are numbers of the series 1, 2, 5, 10, 20, 50 ... up to the highest count, spread evenly over it.
    """
    nice: list[int] = []
    for power in count():
        nice += [limit for limit in (10**power, 2 * 10**power, 5 * 10**power) if limit <= max(highest, 1)]
        if 10 ** (power + 1) > highest:
            break
    if len(nice) <= STEPS:
        return tuple(nice)
    return tuple(nice[round(index * (len(nice) - 1) / (STEPS - 1))] for index in range(STEPS))


def step_of(number: int, lowest: tuple[int, ...]) -> int:
    """The step of a count, from 1; 0 for a count below all."""
    return sum(limit <= number for limit in lowest)

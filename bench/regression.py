"""A logistic regression with a ridge, by Newton's steps along one weight after the other, and what its scores mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from generator.extract import logistic

Reading = dict[str, Any]  # "signs": how much of each, and under `label` whether it is right

_RIDGE, _FREE = 1.0, 0.01  # pull on each weight, and on the constants
_ROUNDS = 40


def fit(readings: Sequence[Reading], label: str, free: Sequence[str] = ("constant",)) -> dict[str, float]:
    """The weights that make the labels likeliest; those of the `free` signs are hardly pulled to zero."""
    columns: dict[str, list[tuple[int, float]]] = {}
    for row, reading in enumerate(readings):
        for sign, much in reading["signs"].items():
            if much:
                columns.setdefault(sign, []).append((row, much))
    weights, odds = dict.fromkeys(columns, 0.0), [0.0] * len(readings)
    for _ in range(_ROUNDS):
        for sign, column in columns.items():
            ridge = _FREE if sign in free else _RIDGE
            slope, bend = -ridge * weights[sign], ridge
            for row, much in column:
                likely = logistic.chance({"odds": odds[row]}, {"odds": 1.0})
                slope += (readings[row][label] - likely) * much
                bend += likely * (1 - likely) * much * much
            step = max(-1.0, min(1.0, slope / bend))
            weights[sign] += step
            for row, much in column:
                odds[row] += step * much
    return weights


def chance(weights: Mapping[str, float], reading: Reading) -> float:
    """The probability that the reading is right."""
    return logistic.chance(reading["signs"], weights)


def reliability(scored: Iterable[tuple[float, bool]], steps: Sequence[float]) -> Iterable[str]:
    """For each range of scores: how many were filed, what their scores say, and what share is right."""
    scored = list(scored)
    for low, high in pairwise(steps):
        filed = [(score, right) for score, right in scored if low <= score < high]
        if filed:
            said = sum(score for score, _ in filed) / len(filed)
            share = sum(right for _, right in filed) / len(filed)
            yield f"score {low:.2f} to {high:.2f}: {len(filed)} filed, {said:.2f} said, {share:.2f} right"

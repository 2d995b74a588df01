"""The chance that a logistic regression gives: partners, groups and themes are scored by it."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

_FAR = 30.0  # log odds beyond which nothing changes


def chance(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The probability, 0 to 1, of what shows `signs` (how much of each); signs without a weight say nothing."""
    odds = sum(weights.get(sign, 0.0) * much for sign, much in signs.items())
    return 1 / (1 + exp(-max(-_FAR, min(_FAR, odds))))

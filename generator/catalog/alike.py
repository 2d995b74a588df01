"""Which shelves are most alike: by what their articles are filed under."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from .atlas import Shelf
from .axes import Axis

_MOST = 3


def most_alike(shelves: Mapping[str, Shelf], axis: Axis, most: int = _MOST) -> dict[str, tuple[str, ...]]:
    """For each key those whose shelves are most like its own, by the cosine of their counts along `axis`.

    (Salton, Wong and Yang 1975.) Ties go to the larger shelf, then by key; what shares nothing is left out.
    """
    counts = {key: shelf.count(axis) for key, shelf in shelves.items()}
    norms = {key: sqrt(sum(number * number for number in counted.values())) for key, counted in counts.items()}

    def cosine(one: str, other: str) -> float:
        dot = sum(number * counts[other].get(name, 0) for name, number in counts[one].items())
        return round(dot / (norms[one] * norms[other]), 6) if dot else 0.0

    found = {}
    for key in shelves:
        close = {other: near for other in shelves if other != key and (near := cosine(key, other))}
        found[key] = tuple(sorted(close, key=lambda other: (-close[other], -len(shelves[other]), other))[:most])
    return found

"""Whether findings stand on common text."""

from __future__ import annotations

from collections.abc import Collection

from ..model import Evidence


def overlap(these: Collection[Evidence], those: Collection[Evidence]) -> bool:
    """Whether a piece of the one shares text with a piece of the other."""
    return any(a.field == b.field and a.start < b.end and b.start < a.end for a in these for b in those)

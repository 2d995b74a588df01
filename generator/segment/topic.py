"""What an article speaks of, and whether a line above it tells something of that or only names somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ..script import HAN, simplified
from .lines import REMEMBERED
from .rows import Kind, Row
from .words import all_caps, han

_WORD = re.compile(r"[^\W\d_]{4,}")
_HAN_RUN = re.compile(rf"[{HAN}]+")


def topic_of(rows: Iterable[Row]) -> set[str]:
    """What the article speaks of: the pieces of its words, of which a title mostly repeats some."""
    told = (row.text for row in rows if row.kind is Kind.TEXT and not (row.title_like and row.line.gap))
    return set[str]().union(*map(pieces, told))


@lru_cache(REMEMBERED)
def pieces(text: str) -> frozenset[str]:
    """The beginnings of the longer words of a text, pairs of Han characters."""
    reading = simplified(text)
    words = _WORD.findall(reading.lower())
    if reading.isascii():
        return frozenset([word[:4] for word in words])
    runs = _HAN_RUN.findall(reading)
    pairs = [run[k : k + 2] for run in runs for k in range(len(run) - 1)]
    return frozenset([*(word[:4] for word in words if not han(word)), *pairs])


def shared(text: str, topic: set[str]) -> float:
    """The share of a line's words that the article repeats, 0 to 1."""
    words = pieces(text)
    return len(words & topic) / len(words) if words else 0.0


def is_clause(text: str) -> bool:
    """Whether a line tells something: it has small words of its own, or is as long as headlines are."""
    if han(text):
        return han(text) >= 9
    words = text.split()
    if all_caps(text):
        return len(words) >= 6
    small = any(word[0].islower() for word in words if len(word) > 3)
    return len(words) >= 5 and (len(words) >= 7 or small)


def is_name_shaped(text: str) -> bool:
    """Whether a line is set as a name: a few words, every longer one with a capital; of Han, few characters."""
    if han(text):
        return han(text) <= 6
    words = text.split()
    return len(words) <= 6 and all(word[0].isupper() or not word[0].isalpha() for word in words if len(word) > 4)

"""How likely an editor would file an article under a theme: a weighed sum of what its terms amount to there.

A logistic regression whose weights stand in theme_signs.yml (bench/themes.py fits them), so that a score means what it
says: of all themes with about that score, about that share is right.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import log, log2
from pathlib import Path
from typing import NamedTuple

import yaml

TELLING = 1.5
"""Terms of less weight ("sea", "agreement") only help: they never make more of a theme than the others do."""
TITLE, LEAD = 3.0, 1.5
"""How much more a term counts there."""
IN_TITLE = -1
"""Stands for the title among the indexes of sentences."""

_WORTH = 15.0  # above which the fields of an article say no more
_SENTENCES = 8  # above which more say little

Signs = dict[str, float]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a theme; without weight it is a phrase that means something else and hides the terms in it."""

    theme: str
    name: str
    weight: float


class Word(NamedTuple):
    """A term where it stands, and the share of its weight that it counts there."""

    term: Term
    start: int
    end: int
    text: str
    sentence: int
    share: float


class Whole(NamedTuple):
    """What is known of the article as a whole."""

    sentences: int
    ease: float  # of its length: longer articles say more of everything
    most: float  # what its weightiest field is worth


def load_weights() -> dict[str, float]:
    """The weight of each sign, from theme_signs.yml."""
    text = Path(__file__).with_name("theme_signs.yml").read_text(encoding="utf-8")
    weights: dict[str, float] = {}
    for about, signs in yaml.safe_load(text).items():
        weights |= {f"{about} {sign}": float(weight) for sign, weight in signs.items()}
    return weights


def read_signs(theme: str, words: Collection[Word], worth: float, whole: Whole, is_field: bool) -> Signs:
    """The signs of a theme: those of its kind ("field worth"), and those of its own ("space constant")."""
    telling = [word for word in words if word.term.weight >= TELLING]
    said = {word.sentence for word in telling} - {IN_TITLE}
    signs = {
        "constant": 1.0,
        "worth": log(worth / whole.ease),
        "early": float(_is_early(words)),
        "in passing": float(is_in_passing(words)),
    }
    if is_field:
        signs |= {
            "title": float(any(word.sentence == IN_TITLE for word in telling)),
            "sentences": log2(1 + min(len(said), _SENTENCES)),
            "share": len(said) / max(1, whole.sentences),
            "beside": log(worth / whole.most),  # the field that is worth most
        }
    else:
        signs["fields"] = min(whole.most / whole.ease, _WORTH) / 5  # what the article tells of any field
    kind = "field" if is_field else "form"
    return {f"{about} {sign}": value for about in (kind, theme) for sign, value in signs.items()}


def is_in_passing(words: Collection[Word]) -> bool:
    """Whether nothing but one word, somewhere in the article, tells of the theme."""
    return not (
        _is_early(words) or len({word.term for word in words}) > 1 or len({word.sentence for word in words}) > 1
    )


def _is_early(words: Collection[Word]) -> bool:
    """Whether the title or the head of the body tells of the theme."""
    return any(word.sentence <= 0 or word.share >= LEAD for word in words)

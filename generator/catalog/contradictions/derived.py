"""Shares and multiples that follow from two figures of the same article: "from 40,000 to 62,000, up 55 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from ...model import Evidence, Figure
from ..measures import Statement, apart
from ..measures.data import words_of
from ..measures.quantity import Quantity, quantity_of
from ..series import Point
from .verdict import Comparison, Derived, Verdict

_CHANGES = ("percent", "times")
#: How far a stated change may be from the one of the figures, as a share of it: "1.5 times" for 1.58.
_NEAR = Fraction(1, 10)
_CUES = words_of("changes.yml")
_GROWTH, _FALL = (
    re.compile("|".join([*(rf"\b{word}" for word in _CUES[name]["en"]), *_CUES[name]["zh"]]), re.IGNORECASE)
    for name in ("growth", "fall")
)


def derived_of(statements: Iterable[Statement]) -> Iterator[Comparison]:
    """For each stated change whose sentence also gives both ends: whether it agrees with them."""
    found: dict[tuple[object, ...], list[Statement]] = {}
    for statement in statements:
        for piece in statement.figure.evidence[:1]:
            found.setdefault((statement.record.article.id, piece.start, *_subject(statement)), []).append(statement)
    for ends in found.values():
        dated = sorted((one for one in ends if one.when is not None), key=lambda one: (one.when.first, one.order))  # type: ignore[union-attr]
        if len(dated) == 2 and len(ends) == 2:
            yield from _changes(dated[0], dated[1])


def _subject(statement: Statement) -> tuple[object, ...]:
    return statement.measure.subject, statement.measure.reach.key


def _changes(first: Statement, second: Statement) -> Iterator[Comparison]:
    """The stated changes in the sentence of both, each with what the figures come to."""
    if first.when is None or second.when is None or not apart(first.when, second.when):
        return
    sentence = first.figure.evidence[0]
    changes = [f for f in first.record.findings.figures if f.unit in _CHANGES and _stands_in(f, sentence)]
    before, after = first.quantity.value, second.quantity.value
    if len(changes) != 1 or not before or after is None:
        return
    stated = quantity_of(changes[0])
    signs = [bool(cue.search(sentence.exact)) for cue in (_GROWTH, _FALL)]
    if stated is None or signs[0] is signs[1]:
        return  # a share of something else, or both directions
    ratio = after / before
    agrees = any(_near(stated, reading) for reading in _readings(changes[0].unit, ratio, signs[0]))
    yield Comparison(
        Point((first,)),
        Point((second,)),
        Verdict.AGREEMENT if agrees else Verdict.CONFLICT,
        "change-agrees" if agrees else "change-differs",
        Derived(
            Statement(first.record, changes[0], stated, second.when, second.measure),
            float(ratio - 1),
        ),
    )


def _stands_in(figure: Figure, sentence: Evidence) -> bool:
    return any(piece.start == sentence.start and piece.field == sentence.field for piece in figure.evidence)


def _readings(unit: str, ratio: Fraction, grew: bool) -> list[Fraction]:
    """What may be meant: "a 1.5 times increase" is one and a half on top to some, and half on top to others."""
    change = ratio - 1 if grew else 1 - ratio
    return [change * 100] if unit == "percent" else [change, ratio]


def _near(stated: Quantity, actual: Fraction) -> bool:
    """Whether the stated change is the actual one, as roughly as such changes are told."""
    low, high = stated.low * (1 - _NEAR), None if stated.high is None else stated.high * (1 + _NEAR)
    return actual >= 0 and low <= actual and (high is None or actual <= high)

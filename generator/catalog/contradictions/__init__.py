"""Contradictions: figures on one subject that differ, each pair with a verdict and the rule that gave it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from ...taxonomy import Taxonomy
from ...taxonomy.model import Nature
from ..measures import Statement
from ..series import Series
from . import scopes, values
from .derived import derived_of
from .pairs import across, within
from .verdict import Comparison, Derived, Pair, Rule, Verdict

__all__ = ["RULES", "Comparison", "Derived", "Rule", "Verdict", "compare", "contradictions_of"]

#: All rules of pairs, in the order in which they are asked; the last one always holds.
RULES: tuple[Rule, ...] = (*scopes.RULES, *values.RULES)


def compare(first: Statement, second: Statement, nature: Nature = Nature.STOCK) -> Rule | None:
    """The rule that tells what two figures are to each other; None where they are not of one subject at all."""
    one, other = first.measure.subject, second.measure.subject
    if (one.indicator, one.unit, one.thing) != (other.indicator, other.unit, other.thing):
        return None
    earlier, later = sorted((first, second), key=_chronological)
    pair = Pair(earlier, later, nature)
    return next(rule for rule in RULES if rule.holds(pair))


def contradictions_of(series: Sequence[Series], taxonomy: Taxonomy) -> tuple[Comparison, ...]:
    """What the points of all series are to each other, conflicts first; the same for any order of articles."""
    found = [*_of_pairs(series, taxonomy), *derived_of(one for each in series for one in each.statements)]
    order = list(Verdict)
    return tuple(sorted(found, key=lambda one: (order.index(one.verdict), _named(one))))


def _of_pairs(series: Sequence[Series], taxonomy: Taxonomy) -> Iterator[Comparison]:
    natures: Mapping[str, Nature] = {id_: entry.nature for id_, entry in taxonomy.indicators.items()}
    ordered = sorted(series, key=_subject)
    for (indicator, *_), same_subject in groupby(ordered, key=_subject):
        related = list(same_subject)
        pairs = [pair for one in related for pair in within(one)]
        if indicator:
            pairs += across(related)
        for first, second in pairs:
            rule = compare(first.best, second.best, natures.get(indicator, Nature.STOCK))
            told = rule is not None and rule.verdict is Verdict.UPDATE and _told_at_once(first.best, second.best)
            if rule is not None and not told:
                earlier, later = sorted((first, second), key=lambda point: _chronological(point.best))
                yield Comparison(earlier, later, rule.verdict, rule.id)


def _told_at_once(first: Statement, second: Statement) -> bool:
    """Whether one sentence gives both, as the two ends of a change: "from 400 in 2018 to 300 in 2022"."""
    places = [(one.record.article.id, one.figure.evidence[:1]) for one in (first, second)]
    return places[0] == places[1] and bool(places[0][1])


def _subject(series: Series) -> tuple[str, str, str]:
    subject = series.measure.subject
    return subject.indicator, subject.unit, subject.thing


def _chronological(statement: Statement) -> tuple[str, tuple[str, str]]:
    """By time, those without one last."""
    return statement.when.first.isoformat() if statement.when else "9999", statement.order


def _named(comparison: Comparison) -> tuple[str, tuple[str, str], tuple[str, str]]:
    subject = comparison.first.best.measure.subject
    return subject.indicator or "~", comparison.first.best.order, comparison.second.best.order

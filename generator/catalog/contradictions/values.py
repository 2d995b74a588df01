"""Rules for figures on the same thing: the same, moved on, corrected, rounded, bounded, or in conflict."""

from __future__ import annotations

from ...taxonomy.model import Nature
from ..measures import Basis, Statement, apart, bounds, clearly_less, rounds, same
from ..measures.aspects import corrects
from .verdict import Pair, Rule, Verdict

#: At two times a rounded number must lack this many telling digits, else it may simply have changed.
_COARSE = 2


def _same_value(pair: Pair) -> bool:
    return same(pair.first.quantity, pair.second.quantity)


def _is_apart(pair: Pair) -> bool:
    first, second = pair.first.when, pair.second.when
    return first is not None and second is not None and apart(first, second)


def _fell(pair: Pair) -> bool:
    """A running total was clearly larger before."""
    falls = clearly_less(pair.second.quantity, pair.first.quantity)
    return pair.nature is Nature.CUMULATIVE and _is_apart(pair) and falls


def _still_bounded(pair: Pair) -> bool:
    """At two times, a plain number closely keeps to a bound: nothing says that it has changed."""
    first, second = pair.first.quantity, pair.second.quantity
    one_plain = first.is_bound != second.is_bound
    return _is_apart(pair) and one_plain and bounds(first, second, close=True)


def _still_rounded(pair: Pair) -> bool:
    """At two times, one is clearly a rounding of the other."""
    return _is_apart(pair) and rounds(pair.first.quantity, pair.second.quantity, coarse=_COARSE)


def _later_value(pair: Pair) -> bool:
    """The sentences give two times."""
    return _is_apart(pair) and {_basis(pair.first), _basis(pair.second)} == {Basis.STATED}


def _basis(statement: Statement) -> Basis | None:
    return statement.when.basis if statement.when is not None else None


def _corrected(pair: Pair) -> bool:
    """The same source, or whoever it is by saying so, takes the earlier number back."""
    earlier, later = sorted((pair.first, pair.second), key=lambda one: one.record.article.date or "")
    if (earlier.record.article.date or "") == (later.record.article.date or ""):
        return False
    said = [later.record.article.title or "", *(piece.exact for piece in later.figure.evidence)]
    return _outlet(earlier) == _outlet(later) and corrects(said)


def _outlet(statement: Statement) -> str | None:
    article = statement.record.article
    return article.source_id or article.source


def _undated(pair: Pair) -> bool:
    return pair.first.when is None or pair.second.when is None


RULES = (
    Rule("same-value", Verdict.AGREEMENT, _same_value),
    Rule("total-that-fell", Verdict.CONFLICT, _fell),
    Rule("still-bounded", Verdict.BOUND, _still_bounded),
    Rule("still-rounded", Verdict.ROUNDING, _still_rounded),
    Rule("later-value", Verdict.UPDATE, _later_value),
    Rule("later-report", Verdict.UPDATE, _is_apart),
    Rule("corrected", Verdict.UPDATE, _corrected),
    Rule("rounded", Verdict.ROUNDING, lambda pair: rounds(pair.first.quantity, pair.second.quantity)),
    Rule("within-bound", Verdict.BOUND, lambda pair: bounds(pair.first.quantity, pair.second.quantity)),
    Rule("no-date", Verdict.CONFLICT, _undated),
    Rule("same-time", Verdict.CONFLICT, lambda _: True),
)

"""Rules for figures that measure different things: other places, a part, another way to count."""

from __future__ import annotations

import re

from ...script import HAN
from ..measures import Statement, Told, apart
from ..measures.data import words_of
from .verdict import Pair, Rule, Verdict

#: Sentences about one sum of money have at least this share of the shorter one's words in common.
_SAME_MONEY = 0.6
_WORD = re.compile(rf"[^\W\d_{HAN}]{{4,}}")
_HAN_PAIR = re.compile(rf"(?=([{HAN}]{{2}}))")
_OF_ANY_MONEY = frozenset(word for words in words_of("cues.yml")["of_any_money"].values() for word in words)


def _other_places(pair: Pair) -> bool:
    """Both name countries or groups, and neither's are all among the other's."""
    first, second = _parties(pair)
    return bool(first and second) and not (first <= second or second <= first)


def _part_of_the_whole(pair: Pair) -> bool:
    """One is about some countries or groups, the other about more of them, or about all."""
    first, second = _parties(pair)
    return first != second


def _scope_not_clear(pair: Pair) -> bool:
    """One of them stands in an article about several countries that does not say which it is about."""
    return Told.UNCLEAR in (pair.first.measure.reach.told, pair.second.measure.reach.told)


def _parties(pair: Pair) -> tuple[frozenset[str], frozenset[str]]:
    return pair.first.measure.reach.parties, pair.second.measure.reach.parties


def _unlike_in(aspect: str, pair: Pair) -> bool:
    return (aspect in pair.first.measure.aspects) != (aspect in pair.second.measure.aspects)


def _aspect(id_: str, aspect: str) -> Rule:
    """One is counted in that way and the other is not."""
    return Rule(id_, Verdict.SCOPE, lambda pair: _unlike_in(aspect, pair))


def _other_kind(pair: Pair) -> bool:
    """Further words tell the things apart: marine laboratories and all laboratories."""
    return pair.first.measure.subject.kinds != pair.second.measure.subject.kinds


def _other_money(pair: Pair) -> bool:
    """Two sums of money whose sentences have little in common: mostly two projects."""
    unit = pair.first.quantity.unit
    if not (len(unit) == 3 and unit.isupper()):
        return False
    first, second = _words(pair.first), _words(pair.second)
    return len(first & second) < _SAME_MONEY * min(len(first), len(second))


def _words(statement: Statement) -> set[str]:
    """The telling words of the sentence, and its pairs of Chinese characters."""
    sentence = " ".join(piece.exact.casefold() for piece in statement.figure.evidence[:1])
    return {*_WORD.findall(sentence), *_HAN_PAIR.findall(sentence)} - _OF_ANY_MONEY


def _other_fields(pair: Pair) -> bool:
    """The subject can be anything, and the articles are filed under different fields of science."""
    first, second = pair.first.fields, pair.second.fields
    return not pair.first.measure.subject.thing and bool(first and second) and not first & second


def _told_apart(pair: Pair) -> bool:
    """One article gives both for one time, so its author means two things."""
    if pair.first.record is not pair.second.record:
        return False
    first, second = pair.first.when, pair.second.when
    return first is None or second is None or not apart(first, second)


RULES = (
    Rule("other-places", Verdict.SCOPE, _other_places),
    Rule("scope-not-clear", Verdict.SCOPE, _scope_not_clear),
    Rule("part-of-the-whole", Verdict.SCOPE, _part_of_the_whole),
    _aspect("plan-and-fact", "planned"),
    _aspect("yearly-and-total", "yearly"),
    _aspect("added-and-all", "added"),
    _aspect("some-and-all", "part"),
    _aspect("origin-and-partner", "origin"),
    _aspect("occasion-and-all", "attended"),
    Rule("other-kind", Verdict.SCOPE, _other_kind),
    Rule("other-sum", Verdict.SCOPE, _other_money),
    Rule("other-fields", Verdict.SCOPE, _other_fields),
    Rule("told-apart", Verdict.SCOPE, _told_apart),
)

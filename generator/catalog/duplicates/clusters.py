"""Joins copies into clusters: an article, its reprints, and the reprints of those."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...model import Figure, Record
from .candidates import candidates
from .compare import Overlap, overlap
from .shingles import text_of

#: Boilerplate is a passage that stands in many more articles than the rest of its own: more than twice as many, and 3.
_TIMES, _MORE = 2, 3
#: A text that makes up this share of a longer one is a trimmed reprint; below it, the longer one may be a collection.
_LARGE = 0.4
#: With this many figures each and none in common, two articles are two issues of one form, not one article twice. Texts
#: of few shingles have few figures, and are often made by a form: then one is enough.
_FIGURES, _SHORT = 3, 60


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two articles, and what of each recurs in the other."""

    first: int
    second: int
    first_in_second: Overlap
    second_in_first: Overlap

    def of(self, index: int) -> Overlap:
        """What of the article at `index` recurs in the other."""
        return self.first_in_second if index == self.first else self.second_in_first

    @property
    def size(self) -> int:
        """How many shingles the shorter text has."""
        return min(sum(self.first_in_second.sizes), sum(self.second_in_first.sizes))

    @property
    def shorter_first(self) -> tuple[int, int]:
        """The two indexes, that of the shorter text first."""
        order = sum(self.first_in_second.sizes) <= sum(self.second_in_first.sizes)
        return (self.first, self.second) if order else (self.second, self.first)


def clusters_of(records: Sequence[Record]) -> list[tuple[int, ...]]:
    """The clusters of copies among `records`, as indexes in rising order; articles without a copy are in none."""
    texts = [text_of(record.article.body) for record in records]
    pairs = []
    for first, second in candidates(texts):
        one, two = overlap(texts[first], texts[second].shingles()), overlap(texts[second], texts[first].shingles())
        if any(one.recurring) or any(two.recurring):
            pairs.append(_Pair(first, second, one, two))
    counted = _without_boilerplate(pairs)
    copies = [p for p in pairs if _is_copy(p, counted) and _same_facts(records[p.first], records[p.second], p.size)]
    return joined((pair.first, pair.second) for pair in _without_collections(copies))


def _without_boilerplate(pairs: Iterable[_Pair]) -> dict[int, tuple[bool, ...]]:
    """For each article, which of its passages speak for a copy."""
    holders: dict[int, Counter[int]] = defaultdict(Counter)  # how many other articles hold each passage
    sizes: dict[int, int] = {}
    for pair in pairs:
        for index in (pair.first, pair.second):
            recurring = pair.of(index).recurring
            sizes[index] = len(recurring)
            holders[index].update(at for at, recurs in enumerate(recurring) if recurs)
    counted = {}
    for index, size in sizes.items():
        numbers = [holders[index][at] for at in range(size)]
        usual = max(numbers[0], sorted(numbers)[size // 4])  # an article opens with what it has to say
        counted[index] = tuple(number <= _TIMES * usual + _MORE for number in numbers)
    return counted


def _is_copy(pair: _Pair, counted: dict[int, tuple[bool, ...]]) -> bool:
    shorter, longer = pair.shorter_first
    return pair.of(shorter).is_copy(pair.of(longer), counted[shorter])


def _same_facts(one: Record, two: Record, size: int) -> bool:
    """Whether the facts of two texts allow that they are one: forms such as a monthly notice differ in nothing else.

    A digest in our own words is no reprint of what it retells.
    """
    if (one.article.digest_of is None) != (two.article.digest_of is None):
        return False
    partners = [{place.code for place in record.findings.partners} for record in (one, two)]
    if all(partners) and not partners[0] & partners[1]:
        return False
    figures = [{_amount(figure) for figure in record.findings.figures} for record in (one, two)]
    enough = _FIGURES if size > _SHORT else 1
    return min(map(len, figures)) < enough or bool(figures[0] & figures[1])


def _amount(figure: Figure) -> tuple[float | int | None, ...]:
    return figure.value, figure.low, figure.high


def _without_collections(copies: Sequence[_Pair]) -> list[_Pair]:
    """The pairs without those that only join different articles through a collection that holds them all."""
    known = {frozenset((pair.first, pair.second)) for pair in copies}
    held: dict[int, list[int]] = defaultdict(list)  # longer -> the shorter ones of which it holds much more
    for pair in copies:
        if _small_part(pair):
            shorter, longer = pair.shorter_first
            held[longer].append(shorter)
    collections = {
        longer
        for longer, parts in held.items()
        if any(frozenset((one, two)) not in known for at, one in enumerate(parts) for two in parts[:at])
    }
    return [pair for pair in copies if not (_small_part(pair) and pair.shorter_first[1] in collections)]


def _small_part(pair: _Pair) -> bool:
    _, longer = pair.shorter_first
    whole = pair.of(longer)
    return whole.share((True,) * len(whole.sizes)) < _LARGE


def joined(groups: Iterable[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The groups that have a member in common made one, in rising order (union-find with path halving)."""
    parent: dict[int, int] = {}

    def root(index: int) -> int:
        parent.setdefault(index, index)
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for group in groups:
        for one, two in pairwise(group):
            first, second = sorted((root(one), root(two)))
            parent[second] = first
    members: dict[int, list[int]] = defaultdict(list)
    for index in sorted(parent):
        members[root(index)].append(index)
    return [tuple(found) for found in members.values()]

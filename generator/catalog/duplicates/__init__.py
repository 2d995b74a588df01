"""Reprints and near-copies: articles that are one text, and so one source, however often they were printed.

An article of which at least three fifths recur, passage by passage, in another one is a copy of it. Copies form a
cluster, whose *original* is the one that appeared first. Candidates for translations are kept apart: a person decides
about them, and about any two articles: what an editor says are one article is a cluster.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...model import SAME, Action, Record
from ..order import when
from .clusters import clusters_of, joined
from .translations import translations_of

__all__ = ["Duplicates", "Translated", "find_duplicates"]

_LAST = 9999  # a year after all others


@dataclass(frozen=True, slots=True)
class Translated:
    """Two articles, by id, that may be one in two languages; `facts` is what they agree on."""

    one: str
    other: str
    days: int
    facts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Duplicates:
    """The clusters of copies by each member's id, the original first; and what may be a translation."""

    clusters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    translations: tuple[Translated, ...] = ()

    def original(self, id_: str) -> str:
        """The article that `id_` is a copy of; itself where it is none."""
        return self.clusters.get(id_, (id_,))[0]

    def others(self, id_: str) -> tuple[str, ...]:
        """The other articles with the same text, the original first."""
        return tuple(other for other in self.clusters.get(id_, ()) if other != id_)


def find_duplicates(records: Sequence[Record]) -> Duplicates:
    """The duplicates among `records`, the same for any order of them. Time grows with the number of words."""
    ordered = sorted(records, key=_appeared)
    same, other = _decided(ordered)
    clusters: dict[str, tuple[str, ...]] = {}
    for members in joined([*clusters_of(ordered), *same]):
        ids = tuple(ordered[index].article.id for index in members)
        clusters |= dict.fromkeys(ids, ids)
    originals = [r for r in ordered if clusters.get(r.article.id, (r.article.id,))[0] == r.article.id]
    translations = tuple(
        Translated(originals[one.first].article.id, originals[one.second].article.id, one.days, one.facts)
        for one in translations_of(originals)
        if frozenset((originals[one.first].article.id, originals[one.second].article.id)) not in other
    )
    return Duplicates(dict(sorted(clusters.items())), translations)


def _decided(records: Sequence[Record]) -> tuple[list[tuple[int, int]], set[frozenset[str]]]:
    """What editors said: the pairs (indexes) that are one article, and the pairs (ids) that are two."""
    index = {record.article.id: at for at, record in enumerate(records)}
    same: list[tuple[int, int]] = []
    other: set[frozenset[str]] = set()
    for at, record in enumerate(records):
        for decision in record.decisions:
            id_ = decision.field.removeprefix(SAME)
            if not decision.field.startswith(SAME) or id_ == record.article.id or id_ not in index:
                continue
            if decision.action is Action.ACCEPT:
                same.append((at, index[id_]))
            else:
                other.add(frozenset((record.article.id, id_)))
    return same, other


def _appeared(record: Record) -> tuple[int, int, int, int, str]:
    """The order in which articles appeared: vague dates after exact ones, of one day the longer text first."""
    date = when(record)
    return date.year or _LAST, date.month or 13, date.day or 32, -len(record.article.body), record.article.id

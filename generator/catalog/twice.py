"""One thing of which articles in two languages tell is one thing, not two.

Names cannot be compared across languages. But where two articles are one in two languages, or tell of one day with
the same partners, what is alone of its kind in each of them is the same: the only event of a date, the only agreement
of a kind between the same parties on a date, the only name in a sentence with the same numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from ..model import Agreement, Event, Programme, Record
from . import axes
from .dossier import Dossier, Entry
from .duplicates import Duplicates
from .order import parsed

F = TypeVar("F", Agreement, Programme, Event)

Found = dict[Hashable, int]  # what an article tells once: its sign, and the entry that has it
Link = tuple[int, int]  # two entries that are one

_NOTHING: tuple[Hashable, ...] = ((), None)  # no sign at all
_NUMBERS = re.compile(r"\d+")


def once(dossier: Dossier, duplicates: Duplicates) -> Dossier:
    """The dossier with each thing once, also where articles in two languages tell of it."""
    pairs = [(one.one, one.other) for one in duplicates.translations]
    events = _alone(dossier.events, lambda one: one.date)
    agreements = _alone(dossier.agreements, lambda one: (one.kind, tuple(sorted(one.parties)), one.date))
    programmes = _alone(dossier.programmes, _numbers)
    return Dossier(
        agreements=_joined(dossier.agreements, _translated(pairs, agreements)),
        programmes=_joined(dossier.programmes, _translated(pairs, programmes)),
        people=dossier.people,
        events=_joined(dossier.events, [*_translated(pairs, events), *_of_one_day(dossier.events, events)]),
    )


def _numbers(programme: Programme) -> Hashable:
    """The numbers of its sentence; nothing to go by for what the register knows."""
    said = programme.evidence[0].exact if programme.evidence and programme.register_id is None else ""
    return tuple(sorted(_NUMBERS.findall(said)))


def _alone(entries: tuple[Entry[F], ...], sign: Callable[[F], Hashable]) -> dict[str, Found]:
    """By article the signs that one of its findings has alone, and at which entry that is."""
    told = [(at, record, sign(finding)) for at, entry in enumerate(entries) for record, finding in entry.told]
    counts = Counter((record.article.id, mark) for _, record, mark in told)
    found: dict[str, Found] = {}
    for at, record, mark in told:
        if mark not in _NOTHING and counts[record.article.id, mark] == 1:
            found.setdefault(record.article.id, {})[mark] = at
    return found


def _translated(pairs: Iterable[tuple[str, str]], found: dict[str, Found]) -> Iterator[Link]:
    """The entries that articles which are one in two languages have under the same sign."""
    for one, other in pairs:
        here, there = found.get(one, {}), found.get(other, {})
        yield from ((at, there[sign]) for sign, at in here.items() if sign in there)


def _of_one_day(entries: tuple[Entry[Event], ...], found: dict[str, Found]) -> Iterator[Link]:
    """The events of a known day of which articles with the same partners tell in different languages."""
    first: dict[Hashable, dict[str, int]] = {}  # by day and partners, and by language
    for at, entry in enumerate(entries):
        for record, event in entry.told:
            partners = frozenset(axes.countries(record))
            if partners and parsed(event.date or "").day and event.date in found.get(record.article.id, {}):
                languages = first.setdefault((event.date, partners), {})
                yield from ((other, at) for language, other in languages.items() if language != _language(record))
                languages.setdefault(_language(record), at)


def _language(record: Record) -> str:
    return record.findings.language


def _joined(entries: tuple[Entry[F], ...], links: Iterable[Link]) -> tuple[Entry[F], ...]:
    """The entries, each with all that the ones linked to it tell, at the place of the first of them."""
    leader = list(range(len(entries)))

    def first(at: int) -> int:
        while leader[at] != at:
            at = leader[at]
        return at

    for one, other in links:
        low, high = sorted((first(one), first(other)))
        leader[high] = low
    told: dict[int, list[tuple[Record, F]]] = {}
    for at, entry in enumerate(entries):
        told.setdefault(first(at), []).extend(entry.told)
    return tuple(Entry(tuple(all_of_it)) for all_of_it in told.values())

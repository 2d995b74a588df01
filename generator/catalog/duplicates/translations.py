"""Articles in different languages that may tell the same: candidates for a person to look at, never joined.

Words cannot be compared across languages, but what they say can: the day, the partners, the figures, the programmes
and agreements. Two articles that agree on enough of them may be one article and its translation, or two reports of one
event.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ...edtf import Edtf
from ...model import Record
from ..order import when

#: A translation appears within this many days; vaguer dates are not compared.
_WINDOW = 3
#: What two articles must have in common: this many facts, and this share of those of the one with fewer.
_FACTS, _SHARE = 2, 0.5
#: A fact that more articles hold than this tells nobody apart.
_COMMON = 60

Fact = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Translation:
    """Two articles (their indexes) that may be one in two languages, and what they agree on."""

    first: int
    second: int
    days: int  # between them
    facts: tuple[Fact, ...]  # ("figure", "114"), ("programme", "svom"), ("agreement", ...)


def translations_of(records: Sequence[Record]) -> Iterator[Translation]:
    """The candidates among `records`, by index. The same partners are a must, and facts besides."""
    days = [_day(when(record)) for record in records]
    facts = [frozenset(_facts(record)) for record in records]
    holders: dict[Fact, list[int]] = defaultdict(list)
    for index, record in enumerate(records):
        if days[index] is not None and record.findings.partners:
            for fact in facts[index]:
                holders[fact].append(index)
    pairs: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if len(held) <= _COMMON:
            pairs.update((one, two) for at, two in enumerate(held) for one in held[:at])
    for (one, two), number in sorted(pairs.items()):
        apart = _apart(days[one], days[two])
        enough = number >= max(_FACTS, _SHARE * min(len(facts[one]), len(facts[two])))
        if enough and apart <= _WINDOW and _same_but_for_language(records[one], records[two]):
            yield Translation(one, two, apart, tuple(sorted(facts[one] & facts[two])))


def _same_but_for_language(one: Record, two: Record) -> bool:
    partners = [{place.code for place in record.findings.partners} for record in (one, two)]
    return one.findings.language != two.findings.language and partners[0] == partners[1]


def _facts(record: Record) -> Iterable[Fact]:
    """What an article says that does not depend on its language."""
    found = record.findings
    for figure in found.figures:
        if figure.value is not None and abs(figure.value) >= 10:  # smaller numbers are everywhere
            yield "figure", f"{figure.value:.15g}"
        elif figure.low is not None and figure.high is not None:
            yield "figure", f"{figure.low:.15g}-{figure.high:.15g}"
    for programme in found.programmes:
        if programme.register_id is not None:
            yield "programme", programme.register_id
    for agreement in found.agreements:
        yield "agreement", agreement.kind, *sorted(agreement.parties)
    for event in found.events:
        if event.date is not None and "X" not in event.date:
            yield "event", event.date
    for tag in found.groups:
        yield "group", tag.id


def _day(edtf: Edtf) -> date | None:
    return date(edtf.year, edtf.month, edtf.day) if edtf.year and edtf.month and edtf.day else None


def _apart(one: date | None, two: date | None) -> int:
    """Days between two dates; more than any window where one of them is not known."""
    return abs((one - two).days) if one is not None and two is not None else _WINDOW + 1

"""What the words of a question can mean: names and terms of the taxonomy and of the facts, by their units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from ..catalog import Atlas
from ..taxonomy.model import Terms
from .units import units

#: A term of a theme with less weight only helps to find it, and means too much else.
_TELLING = 2.0

#: Concepts that have names of their own, which may look like a word that asks.
_CALLED = ("country:", "group:", "programme:", "person:")

Units = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Time:
    """A way to say a time: a regular expression, and which of its groups is which year (0: none)."""

    pattern: str
    since: int = 0
    until: int = 0
    after: int = 0
    before: int = 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The meanings of names and terms: each means one or more concepts, such as `country:FR` or `theme:space`."""

    meanings: dict[Units, tuple[str, ...]]
    silent: frozenset[Units]
    times: tuple[Time, ...]
    longest: int  # units of the longest name


def lexicon_of(atlas: Atlas) -> Lexicon:
    """The lexicon of an atlas: whatever its taxonomy knows, and the programmes and people that its articles name."""
    silent = frozenset(units(word) for words in _words()["silent"].values() for word in words)
    meanings: dict[Units, dict[str, None]] = {}
    for concept, names in _asked():
        for name in names:
            meanings.setdefault(units(name), {})[concept] = None
    asked = frozenset(meanings)
    for concept, names in _named(atlas):
        for found in map(units, names):
            # "WHO" is no question about an organisation: what asks for something goes before the names.
            if found and found not in silent and not (found in asked and concept.startswith(_CALLED)):
                meanings.setdefault(found, {})[concept] = None
    return Lexicon(
        {name: tuple(concepts) for name, concepts in sorted(meanings.items())},
        silent,
        tuple(Time(**time) for time in _words()["times"]),
        max(map(len, (*meanings, *silent)), default=1),
    )


def _asked() -> Iterator[tuple[str, Iterable[str]]]:
    """The concepts of questions themselves, with their words."""
    for concept, words in _words()["concepts"].items():
        yield concept, (*words["en"], *words["zh"])


def _named(atlas: Atlas) -> Iterator[tuple[str, Iterable[str]]]:
    """Concepts with the names they go by."""
    taxonomy = atlas.taxonomy
    home = taxonomy.countries.get(atlas.home or "")
    own = home.entry.short_zh if home is not None else ()
    for country in taxonomy.countries.values():
        entry = country.entry
        named = (*_terms(entry.aliases, entry.demonyms, entry.former), *_pairs(own, entry.short_zh))
        yield f"country:{country.code}", (country.en, country.zh, *named)
    for group in taxonomy.groups.values():
        named = (*_terms(group.aliases, group.demonyms), *_pairs(own, group.short_zh))
        yield f"group:{group.id}", (*_both(group.labels), *named)
    for theme in taxonomy.themes.values():
        weighted = {**theme.terms.en, **theme.terms.zh}
        told = (term for term, weight in weighted.items() if weight >= _TELLING)
        yield f"theme:{theme.id}", (*_both(theme.labels), *told)
    for indicator in taxonomy.indicators.values():
        yield f"indicator:{indicator.id}", (*_both(indicator.labels), *indicator.terms.zh)
    for record in atlas.filed.records:
        for programme in record.findings.programmes:
            known = taxonomy.programmes.get(programme.register_id or "")
            names = (*_both(known.name), *_terms(known.aliases)) if known is not None else ()
            yield f"programme:{programme.register_id or programme.name}", (programme.name, *names)
        for person in record.findings.people:
            yield f"person:{person.name}", (person.name,)


def _pairs(own: Iterable[str], others: Iterable[str]) -> Iterator[str]:
    """Chinese pairs with the home, such as 中法: they mean the other one."""
    for first, second in product(own, others):
        if first != second:
            yield from (first + second, second + first)


def _both(labels: Any) -> tuple[str, str]:
    return labels.en, labels.zh


def _terms(*kinds: Terms) -> Iterator[str]:
    for terms in kinds:
        yield from (*terms.en, *terms.zh)


@cache
def _words() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("words.yml").read_text(encoding="utf-8"))
    return data

"""What the words of a question can mean: names and terms of the taxonomy and of the facts, by their units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations, product
from pathlib import Path
from typing import Any

import yaml

from ..catalog import Atlas
from ..taxonomy.model import Terms
from .units import is_han, units

#: A term of a theme with less weight only helps to find it, and means too much else.
_TELLING = 2.0

#: Concepts that have names of their own, which may look like a word that asks.
_CALLED = ("country:", "group:", "programme:", "person:")

#: A word that somebody or something in particular goes by says no theme besides.
_PROPER = ("programme:", "person:")
_GENERAL = ("theme:", "about:", "indicator:")

Units = tuple[str, ...]

_LATIN = re.compile(r"[A-Za-z]+")


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
    """The meanings of names and terms: each means one or more concepts, such as `country:FR` or `theme:space`.

    A term of a theme means `about:space`: it asks for more than the theme.
    """

    meanings: Mapping[Units, tuple[str, ...]]
    silent: frozenset[Units]
    times: tuple[Time, ...]
    capitals: Mapping[str, str]  # full names by those that are another word without their capitals: US
    lengths: Mapping[str, tuple[int, ...]] = field(init=False)  # of the names that begin with a unit, the longest first

    def __post_init__(self) -> None:
        """Finds out how long names can be."""
        lengths: dict[str, set[int]] = {}
        for name in (*self.meanings, *self.silent):
            lengths.setdefault(name[0], set()).add(len(name))
        object.__setattr__(self, "lengths", {one: tuple(sorted(of, reverse=True)) for one, of in lengths.items()})

    def _within(self, name: Units) -> Iterator[str]:
        """The countries and groups that stand in the name of a programme: it names them too."""
        for start, end in combinations(range(len(name) + 1), 2):
            yield from (one for one in self.meanings.get(name[start:end], ()) if one.startswith(_CALLED[:2]))

    def spelled(self, text: str) -> str:
        """The text with full names for those that only their capitals tell from a word, unless all of it is shouted."""
        words = _LATIN.findall(text)
        if len(words) > 1 and all(word == word.upper() for word in words):
            return text
        return _LATIN.sub(lambda word: self.capitals.get(word[0], word[0]), text)

    def longest(self, found: Units, position: int) -> Units:
        """The longest name or silent word at `position`; else the one unit there."""
        for length in self.lengths.get(found[position], ()):
            name = found[position : position + length]
            if len(name) == length and (name in self.meanings or name in self.silent):
                return name
        return found[position : position + 1]

    def told_in(self, text: str) -> frozenset[str]:
        """The concepts that a text names: a term tells its theme."""
        found = units(self.spelled(text))
        told: set[str] = set()
        position = 0
        while position < len(found):
            name = self.longest(found, position)
            meaning = self.meanings.get(name, ())
            told.update(map(theme_of, meaning))
            if any(concept.startswith(_PROPER) for concept in meaning):
                told.update(self._within(name))
            position += len(name)
        return frozenset(told)


def theme_of(concept: str) -> str:
    """The theme that a term is about; any other concept as it is."""
    return f"theme:{concept.removeprefix('about:')}" if concept.startswith("about:") else concept


def lexicon_of(atlas: Atlas) -> Lexicon:
    """The lexicon of an atlas: whatever its taxonomy knows, and the programmes and people that its articles name."""
    silent = frozenset(units(word) for words in _words()["silent"].values() for word in words)
    meanings: dict[Units, dict[str, None]] = {}
    for concept, names in _asked():
        for name in names:
            meanings.setdefault(units(name), {})[concept] = None
    asked = frozenset(meanings)
    capitals: dict[str, str] = {}
    for concept, (first, *others) in _named(atlas):
        for name in (first, *others):
            found, called = units(name), concept.startswith(_CALLED)
            if found in silent or (found in asked and called):  # what asks for something goes before the names
                if called and name.isascii() and name.isalpha() and name.isupper():
                    capitals.setdefault(name, first)
            elif found and not (concept.startswith("about:") and _open(found, silent)):
                meanings.setdefault(found, {})[concept] = None
    return Lexicon(
        _particular({name: tuple(concepts) for name, concepts in sorted(meanings.items())}),
        silent,
        tuple(Time(**time) for time in _words()["times"]),
        dict(sorted(capitals.items())),
    )


def _particular(meanings: dict[Units, tuple[str, ...]]) -> dict[Units, tuple[str, ...]]:
    """The meanings without the themes that a word tells too where it names something, or holds such a name."""
    proper = {name for name, concepts in meanings.items() if any(one.startswith(_PROPER) for one in concepts)}
    made = {}
    for name, concepts in meanings.items():
        called = any(name[i:j] in proper for i, j in combinations(range(len(name) + 1), 2))
        made[name] = tuple(one for one in concepts if not (called and one.startswith(_GENERAL)))
    return {name: concepts for name, concepts in made.items() if concepts}


def _open(term: Units, silent: frozenset[Units]) -> bool:
    """Whether a term ends in a word that leads on to something else, as "students from" does."""
    return not is_han(term[-1]) and term[-1:] in silent


def _asked() -> Iterator[tuple[str, Iterable[str]]]:
    """The concepts of questions themselves, with their words."""
    for concept, words in _words()["concepts"].items():
        yield concept, (*words["en"], *words["zh"])


def _named(atlas: Atlas) -> Iterator[tuple[str, Sequence[str]]]:
    """Concepts with the names they go by, the full one first."""
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
        told = [term for term, weight in weighted.items() if weight >= _TELLING]
        whole = [*map(str.casefold, _both(theme.labels)), "".join(word[0] for word in theme.labels.en.split())]
        yield f"theme:{theme.id}", (*whole, *(term for term in told if any(term in label for label in whole)))
        if told:
            yield f"about:{theme.id}", told
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

"""What a figure counts, in a form in which two articles can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Figure
from ...script import HAN
from ...taxonomy import Taxonomy
from .data import words_of

_DATA = words_of("nouns.yml")
_HAN = re.compile(rf"[{HAN}]")
_WORD = re.compile(r"[^\W_]+(?:[&'’.-][^\W_]+)*")
_HAN_RUN = re.compile(rf"[{HAN}]+")
_LONGEST_NAME = 5  # words
_LONGEST_HAN = 16  # characters
_ENDS = frozenset(_DATA["ends"])
_GENERIC = frozenset(_DATA["generic"]["en"])
_GENERIC_HAN = sorted((*_DATA["generic"]["zh"], *_DATA["generic"]["verbs_zh"]), key=len, reverse=True)
_THINGS = {word: thing for thing, words in _DATA["things"].items() for word in words["en"]}
_THINGS_HAN = sorted(
    ((word, thing) for thing, words in _DATA["things"].items() for word in words["zh"]),
    key=lambda pair: (-len(pair[0]), pair[0]),
)
_KINDS = {word: kind for kind, words in _DATA["kinds"].items() for word in words["en"]}
_KINDS_HAN = [(word, kind) for kind, words in _DATA["kinds"].items() for word in words["zh"]]


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """What is counted: an indicator of the taxonomy or none, the thing, and what tells its kind apart."""

    indicator: str  # id in indicators.yml, or ""
    unit: str  # base unit
    thing: str  # "laboratory"; "" where the indicator takes anything
    kinds: tuple[str, ...] = ()  # "young", "marine"; sorted

    @property
    def is_told(self) -> bool:
        """Whether it can be known again without an indicator: a thing, and words that tell its kind."""
        return bool(self.thing and self.kinds) and self.thing not in _DATA["of_an_occasion"]


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """What countries and groups are called: English names as folded words, Chinese ones as they are."""

    english: frozenset[tuple[str, ...]]
    chinese: frozenset[str]
    groups: dict[str, str]  # the ids of groups by their names, as they are written
    countries: dict[str, str]  # the codes of countries likewise

    def groups_in(self, sentence: str) -> list[str]:
        """The ids of the groups that a sentence names, sorted."""
        found = (self.groups.get(sentence[start:end]) for start, end in _runs(sentence))
        return sorted({id_ for id_ in found if id_ is not None})

    def countries_in(self, sentence: str) -> set[str]:
        """The codes of the countries that a sentence names; a name inside of a longer one is none."""
        found = [run for run in _runs(sentence) if sentence[run[0] : run[1]] in self.countries]
        whole = [a for a in found if not any(b[0] <= a[0] and a[1] <= b[1] and a != b for b in found)]
        return {self.countries[sentence[start:end]] for start, end in whole}


def place_names(taxonomy: Taxonomy) -> PlaceNames:
    """The names of all countries and groups of a taxonomy, their people and adjectives among them."""
    countries = {
        name: country.code
        for country in taxonomy.countries.values()
        for terms in (country.entry.aliases, country.entry.demonyms, country.entry.former)
        for name in (country.en, country.zh, *terms.en, *terms.zh)
    }
    names = list(countries)
    for group in taxonomy.groups.values():
        names += [group.labels.en, group.labels.zh, *group.aliases.en, *group.aliases.zh]
        names += [*group.demonyms.en, *group.demonyms.zh]
    english = {tuple(_WORD.findall(name.casefold())) for name in names if not _HAN.search(name)}
    groups = {
        name: group.id
        for group in taxonomy.groups.values()
        for terms in (group.aliases, group.demonyms)
        for name in (group.labels.en, group.labels.zh, *terms.en, *terms.zh)
    }
    return PlaceNames(frozenset(english), frozenset(name for name in names if _HAN.search(name)), groups, countries)


def _runs(sentence: str) -> Iterator[tuple[int, int]]:
    """Where all runs of a few words stand, and all of a few Chinese characters."""
    words = [(word.start(), word.end()) for word in _WORD.finditer(sentence)]
    for first in range(len(words)):
        for last in range(first, min(first + _LONGEST_NAME, len(words))):
            yield words[first][0], words[last][1]
    for run in _HAN_RUN.finditer(sentence):
        for start in range(run.start(), run.end()):
            for end in range(start + 2, min(start + _LONGEST_HAN, run.end()) + 1):
                yield start, end


def subject_of(figure: Figure, unit: str, taxonomy: Taxonomy, names: PlaceNames) -> Subject:
    """What the figure counts; names of places are left out, they are its scope."""
    read = _chinese if _HAN.search(figure.what) else _english
    thing, kinds = read(figure.what, names)
    indicator = taxonomy.indicators.get(figure.indicator or "")
    if indicator is None:
        return Subject("", unit, thing, kinds)
    named = {kind for kind in kinds if _of_indicator(kind, (*indicator.terms.en, *indicator.terms.zh))}
    rest = tuple(kind for kind in kinds if kind not in named)
    anything = not (indicator.terms.en or indicator.terms.zh) and unit == "person"
    return Subject(indicator.id, unit, "" if anything else thing, () if anything else rest)


def _of_indicator(kind: str, terms: tuple[str, ...]) -> bool:
    """Whether the indicator itself is about that kind: young scientists are young."""
    words = {kind, *(word for word, same in (*_KINDS.items(), *_KINDS_HAN) if same == kind)}
    return any(word in term.casefold() for term in terms for word in words)


def _english(what: str, names: PlaceNames) -> tuple[str, tuple[str, ...]]:
    """The thing and its kinds: `young Serbian scientists` are (scientist, young)."""
    words: list[str] = []
    for word in _without_names(_WORD.findall(what.casefold()), names.english):
        if word in _ENDS and words:
            break
        words.append(word)
    if not words:
        return "", ()
    at = _head(words)
    head = _singular(words[at])
    kinds = {_KINDS.get(word, word) for word in words[:at] if word not in _GENERIC}
    return _THINGS.get(head, head), tuple(sorted(kinds))


def _head(words: list[str]) -> int:
    """The last word; where it is none that we know, the last plural that we know before it: "papers grew"."""
    for at in range(len(words) - 1, -1, -1):
        singular = _singular(words[at])
        if singular in _THINGS and (at == len(words) - 1 or singular != words[at]):
            return at
    return len(words) - 1


def _chinese(what: str, names: PlaceNames) -> tuple[str, tuple[str, ...]]:
    """The same in Chinese: 非洲青年科学家 are (scientist, young)."""
    text = re.sub(r"[\s“”\"「」《》、，]", "", what)
    for name in _names_in(text, names.chinese):
        text = text.replace(name, "")
    head, thing = next(((word, thing) for word, thing in _THINGS_HAN if text.endswith(word)), ("", ""))
    rest = text.removesuffix(head) if head else text
    kinds = set()
    for word, kind in _KINDS_HAN:
        if word in rest:
            kinds.add(kind)
            rest = rest.replace(word, "")
    for word in _GENERIC_HAN:
        rest = rest.replace(word, "")
    if not head:
        return rest, tuple(sorted(kinds))
    return thing, tuple(sorted(kinds | ({rest} if rest else set())))


def _without_names(words: list[str], names: frozenset[tuple[str, ...]]) -> Iterator[str]:
    """The words that belong to no name."""
    index = 0
    while index < len(words):
        long = next(
            (
                n
                for n in range(min(_LONGEST_NAME, len(words) - index), 0, -1)
                if tuple(words[index : index + n]) in names
            ),
            0,
        )
        if not long:
            yield words[index]
        index += long or 1


def _names_in(text: str, names: frozenset[str]) -> list[str]:
    """The names that a short Chinese text holds, the longest first."""
    found = {
        text[i:j]
        for i in range(len(text))
        for j in range(i + 2, min(i + _LONGEST_HAN, len(text)) + 1)
        if text[i:j] in names
    }
    return sorted(found, key=lambda name: (-len(name), name))


def _singular(word: str) -> str:
    """The word without its plural ending, as far as a rule can tell."""
    if word in _THINGS:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word

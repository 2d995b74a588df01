"""What a question asks: conditions that a fact must meet, all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .kinds import Kind
from .lexicon import Lexicon, Time, Units, theme_of
from .own import PLACES
from .units import folded, is_han, units

Choice = tuple[str, ...]  # concepts, of which a fact needs one

#: What is asked for, the most telling first, and the kinds of facts that tell it.
_ASKED: dict[str, tuple[Kind, ...]] = {
    "figure": (Kind.FIGURE,),
    "person": (Kind.PERSON,),
    "country": (Kind.COUNTRY,),
    "event": (Kind.EVENT, Kind.AGREEMENT),
    "time": (),
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was understood."""

    asks: str = ""  # "figure", "person", "country", "event", "time"
    kinds: Choice = ()  # which facts may answer; none: any
    conditions: tuple[Choice, ...] = ()
    terms: tuple[tuple[Units, Choice], ...] = ()  # a fact that says so answers first: words, and what they are about
    words: tuple[Units, ...] = ()  # not known: a fact must hold each of them
    since: int | None = None  # first and last year
    until: int | None = None

    @property
    def empty(self) -> bool:
        """Whether it asks for nothing at all."""
        asked = self.asks or self.kinds or self.conditions or self.terms or self.words
        return not asked and self.since is None and self.until is None

    @property
    def places(self) -> bool:
        """Whether it asks for a country or group."""
        return any(is_place(choice) for choice in self.conditions)


@dataclass(slots=True)
class _Heard:
    """The words of a question by what they do in it."""

    asked: set[str] = field(default_factory=set)
    nouns: list[Choice] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    conditions: list[Choice] = field(default_factory=list)
    terms: list[tuple[Units, Choice]] = field(default_factory=list)
    words: list[Units] = field(default_factory=list)

    def take(self, name: Units, meaning: Choice) -> None:
        """A name or term."""
        if any(concept.startswith("ask:") for concept in meaning):
            self.asked.update(concept[4:] for concept in meaning if concept.startswith("ask:"))
        elif any(concept.startswith("kind:") for concept in meaning):
            self.nouns.append(meaning)
        elif all(concept.startswith("role:") for concept in meaning):
            self.roles += meaning
        elif all(concept.startswith(("about:", "act:")) for concept in meaning):
            self.terms.append((name, tuple(map(theme_of, meaning))))
        else:
            self.conditions.append(tuple(dict.fromkeys(map(theme_of, meaning))))


def is_place(choice: Choice) -> bool:
    """Whether a choice names a country or group."""
    return any(concept.startswith(PLACES) for concept in choice)


def understand(text: str, lexicon: Lexicon) -> Question:
    """The question that `text` asks: times first, then the longest names, from left to right."""
    rest, since, until = _time(folded(lexicon.spelled(text)), lexicon.times)
    heard = _heard(units(rest), lexicon)
    asks = next((one for one in _ASKED if one in heard.asked), "")
    kinds, conditions = _kinds(asks, heard.nouns)
    roles = (tuple(dict.fromkeys(heard.roles)),) if heard.roles else ()
    return Question(
        asks,
        kinds,
        tuple(dict.fromkeys((*heard.conditions, *roles, *conditions))),
        tuple(dict.fromkeys(heard.terms)),
        tuple(dict.fromkeys(heard.words)),
        since,
        until,
    )


def _heard(found: Units, lexicon: Lexicon) -> _Heard:
    heard = _Heard()
    position = after = 0
    while position < len(found):
        name = lexicon.longest(found, position)
        end = position + len(name)
        if name in lexicon.meanings:
            heard.take(name, lexicon.meanings[name])
        elif name not in lexicon.silent:
            if heard.words and position == after and is_han(name[0]) and is_han(heard.words[-1][-1]):
                name = (*heard.words.pop(), *name)  # characters beside each other are one word
            heard.words.append(name)
            after = end
        position = end
    return heard


def _kinds(asks: str, nouns: Iterable[Choice]) -> tuple[Choice, tuple[Choice, ...]]:
    """What may answer, and what else it must say; without a word that asks, the things themselves are meant."""
    if not asks:
        return tuple(dict.fromkeys(one for choice in nouns for one in choice if one != "kind:country")), ()
    kinds = tuple(f"kind:{kind}" for kind in _ASKED[asks])
    if asks == "figure":
        return kinds, tuple(nouns)
    return kinds, tuple(choice for choice in nouns if not {*kinds, "kind:country"} & set(choice))


def _time(text: str, times: Sequence[Time]) -> tuple[str, int | None, int | None]:
    """The text without its time, and the first and last year that it names."""
    for time in times:
        found = re.search(time.pattern, text)
        if found is None:
            continue
        since = _year(found, time.since) if time.since else _next(_year(found, time.after), 1)
        until = _year(found, time.until) if time.until else _next(_year(found, time.before), -1)
        return f"{text[: found.start()]} {text[found.end() :]}", since, until
    return text, None, None


def _year(found: re.Match[str], group: int) -> int | None:
    return int(found[group]) if group else None


def _next(year: int | None, step: int) -> int | None:
    return year + step if year is not None else None

"""What a question asks: conditions that a fact must meet, all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .lexicon import Lexicon, Time, Units
from .units import folded, is_han, units


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was understood."""

    conditions: tuple[tuple[str, ...], ...] = ()  # a fact has at least one concept of each
    words: tuple[Units, ...] = ()  # not known: a fact must hold each of them
    since: int | None = None  # first and last year
    until: int | None = None

    @property
    def empty(self) -> bool:
        """Whether it asks for nothing at all."""
        return not (self.conditions or self.words) and self.since is None and self.until is None


def understand(text: str, lexicon: Lexicon) -> Question:
    """The question that `text` asks: times first, then the longest names, from left to right."""
    rest, since, until = _time(folded(text), lexicon.times)
    conditions: list[tuple[str, ...]] = []
    words: list[Units] = []
    found = units(rest)
    position = after = 0
    while position < len(found):
        name = _longest(found, position, lexicon)
        if name in lexicon.meanings:
            conditions.append(lexicon.meanings[name])
        elif name not in lexicon.silent:
            if words and position == after and is_han(name[0]) and is_han(words[-1][-1]):
                name = (*words.pop(), *name)  # characters beside each other are one word
                position -= len(name) - 1
            words.append(name)
            after = position + len(name)
        position += len(name)
    return Question(tuple(dict.fromkeys(conditions)), tuple(dict.fromkeys(words)), since, until)


def _longest(found: Units, position: int, lexicon: Lexicon) -> Units:
    """The longest name or silent word at `position`; else the one unit there."""
    for end in range(min(len(found), position + lexicon.longest), position, -1):
        name = found[position:end]
        if name in lexicon.meanings or name in lexicon.silent:
            return name
    return found[position : position + 1]


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

"""The words of which every match of a regular expression holds one, derived from its parsed form, and where they stand.

The method is that of Russ Cox, "Regular Expression Matching with a Trigram Index" (2012).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import product
from string import ascii_lowercase
from typing import Any


def _private(name: str) -> Any:
    """A private module of `re`; None where this Python has none."""
    try:
        return import_module(f"re.{name}")
    except ImportError:
        return None


_parser = _private("_parser")  # its nodes are named as in `re.compile(..., re.DEBUG)`
_casefix = _private("_casefix")  # characters that match others than their own capital
#: What goes wrong where these are missing, or are not as they were.
_UNKNOWN = (AttributeError, LookupError, TypeError, ValueError)

_MOST = 48  # strings that a part of an expression is spelt out into; beyond that it may be anything
_CLASS = 10  # characters of a class that is spelt out
_RARE = 3  # characters from which a word is rare enough
_NEAR = 12  # characters between the first and the last place where a match with a word may begin

_EVERYWHERE = frozenset(["", *ascii_lowercase])  # in every text, so that nothing is won by looking for them

Strings = frozenset[str]
_EMPTY: Strings = frozenset({""})


@dataclass(frozen=True, slots=True)
class Offset:
    """How far behind the beginning of a match a word begins, at least and at most."""

    least: int
    most: int

    def __add__(self, other: Offset) -> Offset:
        return Offset(self.least + other.least, self.most + other.most)

    def __or__(self, other: Offset) -> Offset:
        return Offset(min(self.least, other.least), max(self.most, other.most))

    @property
    def near(self) -> bool:
        """Whether a match with the word begins at one of few places."""
        return self.most - self.least <= _NEAR


Words = Mapping[str, Offset]
_HERE = Offset(0, 0)


@dataclass(frozen=True, slots=True)
class _Part:
    """What is known of a part of an expression."""

    strings: Strings | None = None  # all that it matches, if they are few
    words: Words | None = None  # of which each match holds one

    @property
    def needed(self) -> Words | None:
        """Words of which each match holds one, whole matches among them."""
        return _better(self.words, _spread(self.strings, _HERE))


def required_words(pattern: str, flags: int = 0) -> Words:
    """Words in lower case of which every match of `pattern` holds at least one; none where nothing is known.

    They come from private parts of `re`. On a Python where these are other ones nothing is known of any expression.
    """
    try:
        parsed = _parser.parse(pattern, flags)
        words = (_read(parsed).needed if parsed.getwidth()[0] else None) or {}
    except _UNKNOWN:
        return {}
    kept: dict[str, Offset] = {}
    for word in sorted(words, key=lambda word: (len(word), word)):
        shorter = next((other for other in kept if other in word), word)
        at = word.find(shorter)
        inside = words[word] + Offset(at, at)
        kept[shorter] = kept[shorter] | inside if shorter in kept else inside
    return kept


def _read(nodes: Any) -> _Part:
    """What is known of a sequence of nodes."""
    best: Words | None = None
    at = begun = _HERE
    run: Strings = _EMPTY  # what the nodes since the last unknown one match
    whole = True
    for node in nodes:
        part = _read_node(*node)
        least, most = _parser.SubPattern(nodes.state, [node]).getwidth()
        after = at + Offset(least, most)
        joined = _joined(run, part.strings)
        if joined is None:
            whole = False
            best = _better(best, _spread(run, begun))
            joined, begun = (_EMPTY, after) if part.strings is None else (part.strings, at)
        run = joined
        best = _better(best, _shifted(part.words, at))
        at = after
        if run == _EMPTY:
            begun = at
    return _Part(run, best) if whole else _Part(None, _better(best, _spread(run, begun)))


def _read_node(kind: Any, value: Any) -> _Part:
    """The same of one node; what is not known may be anything."""
    part = _Part()
    match str(kind):
        case "LITERAL":
            part = _Part(_spelt([chr(value)]))
        case "IN":
            part = _Part(_spelt(_members(value)))
        case "BRANCH":
            part = _either([_read(branch) for branch in value[1]])
        case "SUBPATTERN":
            part = _read(value[3])
        case "ATOMIC_GROUP":
            part = _read(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            part = _repeated(*value)
        case "ASSERT":
            ahead, inner = value
            part = _Part(_EMPTY, _read(inner).needed if ahead > 0 else None)
        case "AT" | "ASSERT_NOT":
            part = _Part(_EMPTY)
    return part


def _repeated(least: int, most: int, inner: Any) -> _Part:
    """The same of a part that stands several times, or may be missing."""
    part = _read(inner)
    if least == 0:
        return _Part(part.strings | _EMPTY) if part.strings is not None and most == 1 else _Part()
    return part if most == 1 else _Part(None, part.needed)


def _either(branches: Sequence[_Part]) -> _Part:
    """What matches where one of several does."""
    known = [branch.strings for branch in branches if branch.strings is not None]
    if len(known) == len(branches) and len(every := frozenset[str]().union(*known)) <= _MOST:
        return _Part(every)
    words: dict[str, Offset] = {}
    for branch in branches:
        needed = branch.needed
        if needed is None:
            return _Part()
        for word, offset in needed.items():
            words[word] = words[word] | offset if word in words else offset
    return _Part(None, words)


def _spelt(characters: Iterable[str] | None) -> Strings | None:
    """The characters in lower case; None where one of them may match others than itself."""
    lower = frozenset(character.lower() for character in characters or ())
    return lower if lower and lower.isdisjoint(_unsure()) else None


@cache
def _unsure() -> Strings:
    """Characters that match others than their own capital; of i and s prefilter.py knows them."""
    return frozenset(map(chr, _casefix._EXTRA_CASES)) - set("is")


def _members(parts: Iterable[tuple[Any, Any]]) -> Iterator[str] | None:
    """The characters of a class; None where they are many."""
    codes: list[int] = []
    for kind, value in parts:
        if str(kind) == "LITERAL":
            codes.append(value)
        elif str(kind) == "RANGE" and value[1] - value[0] < _CLASS:
            codes += range(value[0], value[1] + 1)
        else:
            return None
    return map(chr, codes) if len(codes) <= _CLASS else None


def _joined(left: Strings, right: Strings | None) -> Strings | None:
    """One of each joined; None where they are too many."""
    if right is None or len(left) * len(right) > _MOST:
        return None
    return frozenset(a + b for a, b in product(left, right))


def _spread(strings: Strings | None, at: Offset) -> Words | None:
    """Strings as words that stand at an offset."""
    return dict.fromkeys(strings, at) if strings is not None else None


def _shifted(words: Words | None, by: Offset) -> Words | None:
    return {word: offset + by for word, offset in words.items()} if words is not None else None


def _better(left: Words | None, right: Words | None) -> Words | None:
    """The words that are rarer in texts: longer ones, then those that tell where a match begins, then fewer."""
    fit = [words for words in (left, right) if words and not any(word in _EVERYWHERE for word in words)]
    return max(fit, key=_worth, default=None)


def _worth(words: Words) -> tuple[int, bool, int]:
    return min(_RARE, *map(len, words)), all(offset.near for offset in words.values()), -len(words)

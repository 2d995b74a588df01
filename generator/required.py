"""The words that every match of a regular expression holds one of, derived from its parsed form.

The method is that of Russ Cox, "Regular Expression Matching with a Trigram Index" (2012).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import product
from typing import Any

_parser: Any = import_module("re._parser")  # its nodes are named as in `re.compile(..., re.DEBUG)`
_casefix: Any = import_module("re._casefix")  # characters that match others than their own capital
_UNSURE = frozenset(map(chr, _casefix._EXTRA_CASES)) - set("is")

_MOST = 48  # strings that a part of an expression is spelt out into; beyond that it may be anything
_CLASS = 8  # characters of a class that is spelt out

Strings = frozenset[str]
_Found = tuple[Strings | None, Strings | None]  # all strings that match, if they are few; words of which each holds one
_EMPTY: Strings = frozenset({""})


def required_words(pattern: str, flags: int = 0) -> Strings:
    """Words in lower case of which every match of `pattern` holds at least one; none where nothing is known."""
    _, found = _read(_parser.parse(pattern, flags))
    words: Strings = found or frozenset()
    return frozenset(word for word in words if not any(other in word for other in words if other != word))


def _read(nodes: Iterable[tuple[Any, Any]]) -> _Found:
    """What is known of a sequence of nodes."""
    best: Strings | None = None
    run: Strings | None = _EMPTY  # what the nodes since the last unknown one match
    whole = True
    for node in nodes:
        strings, words = _read_node(*node)
        joined = _joined(run, strings)
        if joined is None:
            whole = False
            best = _better(best, run)
            joined = strings if strings is not None else _EMPTY
        run = joined
        best = _better(best, words)
    return (run if whole else None), _better(best, run)


def _read_node(kind: Any, value: Any) -> _Found:
    """The same of one node; what is not known may be anything."""
    found: _Found = (None, None)
    match str(kind):
        case "LITERAL":
            found = _spelt([chr(value)]), None
        case "IN":
            found = _spelt(_members(value)), None
        case "BRANCH":
            found = _either([_read(branch) for branch in value[1]])
        case "SUBPATTERN":
            found = _read(value[3])
        case "ATOMIC_GROUP":
            found = _read(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            found = _repeated(*value)
        case "ASSERT":
            ahead, inner = value
            found = _EMPTY, _better(*_read(inner)) if ahead > 0 else None
        case "AT" | "ASSERT_NOT":
            found = _EMPTY, None
    return found


def _repeated(least: int, most: int, inner: Any) -> _Found:
    """The same of a part that stands several times, or may be missing."""
    strings, words = _read(inner)
    if least == 0:
        return (strings | _EMPTY if strings is not None and most == 1 else None), None
    return (strings if most == 1 else None), _better(words, strings)


def _either(branches: Sequence[_Found]) -> _Found:
    """What matches where one of several does."""
    known = [strings for strings, _ in branches if strings is not None]
    every = frozenset[str]().union(*known) if len(known) == len(branches) else None
    if every is not None and len(every) <= _MOST:
        return every, None
    needed = [_better(words, strings) for strings, words in branches]
    held = [words for words in needed if words is not None]
    return None, frozenset[str]().union(*held) if len(held) == len(branches) else None


def _spelt(characters: Iterable[str] | None) -> Strings | None:
    """The characters in lower case; None where one of them may match others than itself."""
    lower = frozenset(character.lower() for character in characters or ())
    return lower if lower and lower.isdisjoint(_UNSURE) else None


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


def _joined(left: Strings | None, right: Strings | None) -> Strings | None:
    """One of each joined; None where they are too many."""
    if left is None or right is None or len(left) * len(right) > _MOST:
        return None
    return frozenset(a + b for a, b in product(left, right))


def _better(left: Strings | None, right: Strings | None) -> Strings | None:
    """The words that are rarer in texts: longer ones, then fewer; an empty one stands everywhere."""
    fit = [words for words in (left, right) if words and "" not in words]
    return max(fit, key=lambda words: (min(3, *map(len, words)), -len(words)), default=None)

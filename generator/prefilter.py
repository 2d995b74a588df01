"""Regular expressions that are tried only where a text holds words that every match of them must hold.

From each expression those words are derived (required.py). One Aho-Corasick automaton with the words of all expressions
reads a text once; then most expressions need not be tried on it at all. What is found is exactly what `re` finds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from sys import maxsize

from ahocorasick_rs import AhoCorasick

from .required import required_words

_TEXTS = 256  # whose words are remembered: the lines of one document, or the body of one article
_ODD = re.compile("[\u0130\u0131\u017f\ud800-\udfff]")  # match i or s without regard to case; halves of a character
_PLAIN = str.maketrans(
    {"\u0130": "i", "\u0131": "i", "\u017f": "s", **{chr(c): "\ufffd" for c in range(0xD800, 0xE000)}}
)

_Owner = tuple[
    int, tuple[int, ...]
]  # the number of an expression that needs a word, and where from its place a match may begin


class Prefilter:
    """The expressions that are tried on the same texts."""

    def __init__(self) -> None:
        self._owners: dict[str, list[_Owner]] = {}
        self._count = 0
        self._automaton: AhoCorasick | None = None  # made anew when an expression was added
        self._needing: list[list[_Owner]] = []
        self.starts = lru_cache(_TEXTS)(self._starts)

    def compile(self, pattern: str, flags: int = 0) -> Pattern:
        """The expression; its methods are those of `re.Pattern`."""
        words = required_words(pattern, flags)
        self._count += 1
        near = all(offset.near for offset in words.values())
        for word, offset in words.items():
            ahead = tuple(range(-offset.most, -offset.least + 1)) if near else (0,)
            self._owners.setdefault(word, []).append((self._count, ahead))
        self._automaton = None
        self.starts.cache_clear()
        return Pattern(re.compile(pattern, flags), self, self._count if words else 0, near)

    def any_of(self, patterns: Iterable[str], flags: int = 0) -> Choice:
        """Several expressions of which any may match."""
        return Choice(self, [self.compile(pattern, flags) for pattern in patterns])

    def _starts(self, text: str) -> dict[int, list[int]]:
        """Where matches may begin, by the number of the expression; of some only where their words begin."""
        if self._automaton is None:
            self._automaton = AhoCorasick(list(self._owners))
            self._needing = list(self._owners.values())
        found: dict[int, list[int]] = {}
        for index, start, _ in self._automaton.find_matches_as_indexes(folded(text), overlapping=True):
            for number, ahead in self._needing[index]:
                starts = found.setdefault(number, [])
                if len(ahead) == 1:
                    starts.append(start + ahead[0])
                else:
                    starts += [start + offset for offset in ahead]
        for number, starts in found.items():
            if len(starts) > 1:
                found[number] = sorted(set(starts))
        return found


class Pattern:
    """A regular expression that is tried only where it may match."""

    __slots__ = ("_filter", "_near", "_pattern", "number", "pattern")

    def __init__(self, compiled: re.Pattern[str], prefilter: Prefilter, number: int, near: bool) -> None:
        self._pattern, self._filter, self.number = compiled, prefilter, number
        self._near = near  # the places where a match may begin are known
        self.pattern = compiled.pattern

    def may_match(self, text: str, start: int = 0, end: int = maxsize) -> bool:
        """Whether `text[start:end]` may hold a match; where it says no, there is none."""
        if not self.number:
            return True
        starts = self._filter.starts(text).get(self.number)
        if starts is None:
            return False
        index = bisect_left(starts, start)
        return index < len(starts) and starts[index] < end

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match in `text[start:end]`."""
        if not self.number:
            return self._pattern.search(text, start, end)
        starts = self._filter.starts(text).get(self.number)
        if starts is None:
            return None
        if not self._near:
            return self._pattern.search(text, start, end) if self.may_match(text, start, end) else None
        for index in range(bisect_left(starts, start) if start else 0, len(starts)):
            if starts[index] >= end:
                break
            if (found := self._pattern.match(text, starts[index], end)) is not None:
                return found
        return None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterable[re.Match[str]]:
        """The matches in `text[start:end]`."""
        if self.number and self._near:
            starts = self._filter.starts(text).get(self.number)
            return self._tried(starts, text, start, end) if starts else ()
        return self._pattern.finditer(text, start, end) if self.may_match(text, start, end) else ()

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The match at `start`."""
        if self.number and self.number not in self._filter.starts(text):
            return None
        return self._pattern.match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of all of `text`."""
        if self.number and self.number not in self._filter.starts(text):
            return None
        return self._pattern.fullmatch(text)

    def _tried(self, starts: list[int], text: str, start: int, end: int) -> list[re.Match[str]]:
        """The matches, each tried where it may begin."""
        matches: list[re.Match[str]] = []
        for index in range(bisect_left(starts, start) if start else 0, len(starts)):
            place = starts[index]
            if place >= end:
                break
            if place >= start and (found := self._pattern.match(text, place, end)) is not None:
                matches.append(found)
                start = found.end()
        return matches

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """`text` with every match replaced."""
        return self._pattern.sub(new, text) if self.may_match(text) else text

    def split(self, text: str) -> Sequence[str]:
        """What stands between the matches (with groups, these too)."""
        return self._pattern.split(text) if self.may_match(text) else [text]


class Choice:
    """Expressions of which those are tried that may match."""

    def __init__(self, prefilter: Prefilter, patterns: Sequence[Pattern]) -> None:
        self._filter, self._patterns = prefilter, tuple(patterns)
        self._always = [pattern for pattern in patterns if not pattern.number]
        self._by_number = {pattern.number: pattern for pattern in patterns if pattern.number}

    def likely_in(self, text: str) -> list[Pattern]:
        """Those that may match somewhere in `text`, in their order."""
        starts = self._filter.starts(text)
        return [pattern for pattern in self._patterns if not pattern.number or pattern.number in starts]

    def found_in(self, text: str) -> bool:
        """Whether any of them matches somewhere in `text`."""
        if any(pattern.search(text) for pattern in self._always):
            return True
        likely = self._filter.starts(text).keys() & self._by_number.keys()
        return any(self._by_number[number].search(text) for number in likely)


def folded(text: str) -> str:
    """`text` as the words are looked up in it: in lower case, and of the same length."""
    if not text.isascii() and _ODD.search(text):
        text = text.translate(_PLAIN)
    return text.lower()

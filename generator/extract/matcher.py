"""Finds many names or terms in a text at once, at word boundaries, with exact offsets.

All patterns run over the folded text in one pass, as overlapping candidates; then each candidate is checked (case, word
boundaries) and the leftmost-longest of those that pass stay. So a longer candidate that fails hides no shorter one.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick

T = TypeVar("T", bound=Hashable)

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("’‘ʼʹ′‛`´＇", "'"),
        **dict.fromkeys("“”„‟″＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    }
)
_SURROGATES = re.compile("[\ud800-\udfff]")  # halves of a character: no automaton reads them
_BLANKS = re.compile(r"\s+")
_UNEVEN_BLANKS = re.compile(r"\s{2,}|[^\S ]")
_FIRST_IDEOGRAPH = "\u2e80"  # from here on scripts are written without blanks
_APART = frozenset(["", " ", "\n", ",", "."])  # what most words stand between: none is a part of any
_START = itemgetter(0)
_HEADLINE_LETTERS = 4  # a shorter name in capitals may be an abbreviation: CHAD, but not US for "us" or MALI for "Ma"


class Hit(NamedTuple, Generic[T]):
    """A place where patterns match: `text` is what stands there, `values` what the patterns stand for."""

    start: int
    end: int
    text: str
    values: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class _Form(Generic[T]):
    """A pattern as written (folded, but with its capitals) and its value."""

    surface: str
    value: T
    caseless: bool  # without a capital

    def fits(self, found: str) -> bool:
        """Whether `found` is written as the pattern asks: capitals as they are, or throughout as in a headline."""
        if found == self.surface or self.caseless:
            return True
        return found.isupper() and sum(map(str.isalpha, found)) >= _HEADLINE_LETTERS


class Matcher(Generic[T]):
    """A set of patterns, compiled once. Work is linear in the text.

    Quotes, dashes and blanks of any kind are alike, and so are one blank, several, and a line break; an empty line
    ends a phrase. A pattern without a capital matches in any case; one with capitals as written, or all in capitals
    from four letters on. Where a pattern begins or ends with a letter or digit of a script that has word boundaries,
    it matches at those only ("China's" and "Sino-French" hold China and French, "Chinatown" does not); Han matches
    anywhere.
    """

    def __init__(self, patterns: Iterable[tuple[str, T]]) -> None:
        forms: dict[str, list[_Form[T]]] = {}
        for pattern, value in patterns:
            surface = _BLANKS.sub(" ", pattern.strip().translate(_ALIKE))
            if surface:
                forms.setdefault(_lower(surface), []).append(_Form(surface, value, surface == surface.lower()))
        self._forms = tuple(forms.values())
        self._sure = tuple(
            tuple(dict.fromkeys(form.value for form in alike)) if all(form.caseless for form in alike) else ()
            for alike in forms.values()
        )  # what stands there however it is written
        self._automaton = AhoCorasick(list(forms))

    def _values(self, index: int, found: str) -> tuple[T, ...]:
        """What the patterns alike in lower case stand for that are written as `found`."""
        return tuple(dict.fromkeys([form.value for form in self._forms[index] if form.fits(found)]))

    def find(self, text: str) -> list[Hit[T]]:
        """The leftmost-longest matches in `text`, in order, none overlapping another; offsets are code points."""
        return leftmost_longest(self.find_all(text))

    def find_all(self, text: str) -> list[Hit[T]]:
        """Every match in `text`, also those inside or across others, by start and then the longest first."""
        folded = _folded(text)
        plain, moved = folded.text, folded.moved
        hits: list[Hit[T]] = []
        for index, start, end in self._automaton.find_matches_as_indexes(folded.readable, overlapping=True):
            apart = plain[end : end + 1] in _APART and plain[start - 1 : start] in _APART
            if not apart and not _bounded(plain, start, end):
                continue
            values = self._sure[index] or self._values(index, plain[start:end])
            if values:
                first, last = (folded.origin(start), folded.origin(end - 1) + 1) if moved else (start, end)
                hits.append(Hit(first, last, text[first:last], values))
        hits.reverse()  # the automaton has them by their ends
        hits.sort(key=_START)
        return hits


def leftmost_longest(hits: Iterable[Hit[T]]) -> list[Hit[T]]:
    """Of hits by start and then the longest first, those that overlap no earlier one."""
    kept: list[Hit[T]] = []
    free = 0
    for hit in hits:
        if hit.start >= free:
            kept.append(hit)
            free = hit.end
    return kept


class _Folded:
    """A text with all quotes, dashes and blanks alike and runs of blanks as one, and the way back to its offsets."""

    def __init__(self, text: str) -> None:
        self._ends: list[int] = []  # folded offset after each run that became shorter
        self._lost: list[int] = [0]  # characters lost before it
        parts: list[str] = []
        done = length = 0
        plain = text.translate(_ALIKE)
        for run in _UNEVEN_BLANKS.finditer(plain):
            # An empty line stays a line break: no phrase runs from one paragraph into the next.
            blank = "\n" if run[0].count("\n") > 1 else " "
            parts += (plain[done : run.start()], blank)
            length += run.start() - done + 1
            done = run.end()
            if done > run.start() + 1:
                self._ends.append(length)
                self._lost.append(done - length)
        self.moved = bool(self._ends)  # its offsets are not those of the text
        self.text = "".join([*parts, plain[done:]]) if parts else plain
        lower = _lower(self.text)
        self.readable = lower if lower.isascii() else _SURROGATES.sub("\ufffd", lower)  # by an automaton

    def origin(self, offset: int) -> int:
        """The offset in the text as it was."""
        return offset + self._lost[bisect_right(self._ends, offset)]


@lru_cache(maxsize=16)  # several matchers read the same article
def _folded(text: str) -> _Folded:
    return _Folded(text)


def _lower(text: str) -> str:
    """`text` in lower case and of the same length (one capital, İ, has a longer lower case and stays)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if c != "İ" else c for c in text)


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether no word is cut at `start` or `end`; a possessive 's cuts none, as in "China's"."""
    if start and _in_word(text[start]):
        before = text[start - 1]
        if _in_word(before) or (before == "'" and start > 1 and _in_word(text[start - 2])):
            return False
    if end < len(text) and _in_word(text[end - 1]):
        rest = text[end : end + 3]
        if _in_word(rest[0]):
            return False
        if rest[0] == "'" and len(rest) > 1 and _in_word(rest[1]):
            return rest[1] in "sS" and not (len(rest) > 2 and _in_word(rest[2]))
    return True


def _in_word(char: str) -> bool:
    """Whether `char` is part of a word in a script that has word boundaries."""
    return char < _FIRST_IDEOGRAPH and (char.isalnum() or (not char.isascii() and unicodedata.combining(char) != 0))

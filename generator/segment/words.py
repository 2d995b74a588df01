"""The word lists of this stage, loaded once, and how a line is compared with them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

import yaml

from ..prefilter import Pattern
from ..script import HAN, simplified
from .lines import LINES, REMEMBERED

_HAN = re.compile(f"[{HAN}]")
_HAN_RUNS = re.compile(f"[{HAN}]+")
_EDGES = " \t\u3000-–—=*_·•|>»›<«「」『』[]【】()（）:：.。!！,，;；\"'“”‘’■●◆▲▶►★☆▍▎▌█┃"
_SENTENCE_END = re.compile(r"(?:[.!?。！？…；]|(?:[.!?。！？…,，]|\w)[\"'”’」』]|\[\d+\])[)）\]】\s]*$")
_NOTED = re.compile(  # a note in brackets behind the stop: who wrote it
    r"(?:[a-zà-ÿ\d\"”’)]{2}\.|。)[\"”’]*\s?[(（\[【][^()（）\[\]【】.。]{1,40}[)）\]】]$"
)
_STOPS = frozenset(".!?。！？…；")
_CLOSERS = frozenset(
    "\"'”’」』)）]】"
)  # only what ends in one of them can be a sentence whose stop stands before its end
_SMALL = re.compile(r"[a-z]")
_LONGEST = 12  # characters of an abbreviation and of what stands before it
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|etc|No|St|Dr|Mr|Mrs)\.$")


@cache
def phrases() -> dict[str, tuple[str, ...]]:
    """The lists of phrases.yml by name."""
    data = yaml.safe_load((Path(__file__).parent / "phrases.yml").read_text(encoding="utf-8"))
    return {name: tuple(str(entry) for entry in entries) for name, entries in data.items()}


@lru_cache(REMEMBERED)
def fold(text: str) -> str:
    """A line as it is compared: NFKC, no case, single spaces, straight quotes, bare of punctuation at both ends."""
    text = unicodedata.normalize("NFKC", simplified(text)).casefold().replace("’", "'").replace("‘", "'")
    return " ".join(text.split()).strip(_EDGES)


@cache
def _phrases_by_start(*names: str) -> dict[str, re.Pattern[str]]:
    """The phrases of lists by their first character, to be matched against a folded line."""
    starts: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in chain.from_iterable(phrases()[name] for name in names):
        pieces = unicodedata.normalize("NFKC", phrase).casefold().split("*")
        if len(pieces) == 1:
            starts[fold(phrase)[:1]].append(re.escape(fold(phrase)))
            continue
        head = pieces[0].strip(" ")
        edge = r"\b" if head[-1:].isascii() and head[-1:].isalnum() else ""
        rest = ".*".join(re.escape(piece) for piece in ["", *pieces[1:]])
        starts[head[:1]].append(re.escape(head) + edge + rest)
    return {start: re.compile("(?:" + "|".join(parts) + ")$", re.DOTALL) for start, parts in starts.items()}


def matches(name: str, text: str) -> bool:
    """Whether the whole line is one of the phrases of a list."""
    return name in lists_with(text)


@lru_cache(REMEMBERED)
def lists_with(text: str) -> frozenset[str]:
    """The lists of which the whole line is one of the phrases."""
    found: set[str] = set()
    for reading in (fold(text), _loose(text)):
        start = reading[:1]
        any_phrase = _phrases_by_start(*phrases()).get(start)
        if any_phrase is not None and any_phrase.match(reading):
            by_name = ((name, _phrases_by_start(name).get(start)) for name in phrases())
            found.update(name for name, phrase in by_name if phrase is not None and phrase.match(reading))
    return frozenset(found)


@lru_cache(REMEMBERED)
def _loose(text: str) -> str:
    """A line folded with its last colon or sign kept, for phrases that end in one."""
    return " ".join(unicodedata.normalize("NFKC", simplified(text)).casefold().split())


@cache
def _any_word(name: str) -> Pattern:
    """A pattern that finds one word of a list anywhere."""
    latin = [re.escape(word) for word in phrases()[name] if not _HAN.search(word)]
    other = [re.escape(word) for word in phrases()[name] if _HAN.search(word)]
    return LINES.compile("|".join([rf"\b(?:{'|'.join(latin)})\b", *other]), re.IGNORECASE)


def holds(name: str, text: str) -> bool:
    """Whether any word of a list stands in the line."""
    return _any_word(name).search(simplified(text)) is not None


def han(text: str) -> int:
    """How many Han characters a text has."""
    return 0 if text.isascii() else _han(text)


@lru_cache(REMEMBERED)
def _han(text: str) -> int:
    return sum(map(len, _HAN_RUNS.findall(text)))


def is_chinese(text: str) -> bool:
    """Whether a text is mostly written in Han characters."""
    return han(text) > 0 and han(text) * 2 > sum(map(str.isalpha, text))


def width(text: str) -> int:
    """The length of a text in Latin characters; a Han character says about as much as three."""
    return len(text) if text.isascii() else len(text) + 2 * _han(text)


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence may end (an abbreviation's full stop ends none)."""
    text = text.rstrip()
    last = text[-1:]
    if last == ".":
        return _ABBREVIATED.search(text, max(0, len(text) - _LONGEST)) is None
    return last in _STOPS or (last in _CLOSERS and _closes_sentence(text))


@lru_cache(REMEMBERED)
def _closes_sentence(text: str) -> bool:
    """Whether a sentence ends before the quotes, brackets, footnote marks or the note at the end of a text."""
    return _SENTENCE_END.search(text) is not None or _NOTED.search(text) is not None


def all_caps(text: str) -> bool:
    """Whether a line is set in capitals (two letters at least)."""
    if _SMALL.search(text):
        return False
    letters = [character for character in text if character.isalpha() and character.upper() != character.lower()]
    return len(letters) > 1 and all(character.isupper() for character in letters)

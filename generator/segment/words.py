"""The word lists of this stage, loaded once, and how a line is compared with them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

import yaml

from ..script import simplified

HAN = re.compile(r"[\u3400-\u9fff]")
_EDGES = " \t\u3000-–—=*_·•|>»›<«「」『』[]【】()（）:：.。!！,，;；\"'“”‘’■●◆▲▶►★☆"
_SENTENCE_END = re.compile(r"(?:[.!?。！？…；]|(?:[.!?。！？…,，]|\w)[\"'”’」』]|\[\d+\])[)）\]】\s]*$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|etc|No|St|Dr|Mr|Mrs)\.$")


@cache
def phrases() -> dict[str, tuple[str, ...]]:
    """The lists of phrases.yml by name."""
    data = yaml.safe_load((Path(__file__).parent / "phrases.yml").read_text(encoding="utf-8"))
    return {name: tuple(str(entry) for entry in entries) for name, entries in data.items()}


def fold(text: str) -> str:
    """A line as it is compared: NFKC, no case, single spaces, straight quotes, bare of punctuation at both ends."""
    text = unicodedata.normalize("NFKC", simplified(text)).casefold().replace("’", "'").replace("‘", "'")
    return " ".join(text.split()).strip(_EDGES)


@cache
def _compiled(name: str) -> re.Pattern[str]:
    """One pattern for a list of phrases.yml, to be matched against a folded line."""
    parts = []
    for phrase in phrases()[name]:
        pieces = unicodedata.normalize("NFKC", phrase).casefold().split("*")
        if len(pieces) == 1:
            parts.append(re.escape(fold(phrase)))
            continue
        head = pieces[0].strip(" ")
        edge = r"\b" if head[-1:].isascii() and head[-1:].isalnum() else ""
        parts.append(re.escape(head) + edge + ".*".join(re.escape(piece) for piece in ["", *pieces[1:]]))
    return re.compile("(?:" + "|".join(parts) + ")$", re.DOTALL)


def matches(name: str, text: str) -> bool:
    """Whether the whole line is one of the phrases of a list."""
    return _compiled(name).match(fold(text)) is not None or _compiled(name).match(_loose(text)) is not None


def _loose(text: str) -> str:
    """A line folded with its last colon or sign kept, for phrases that end in one."""
    return " ".join(unicodedata.normalize("NFKC", simplified(text)).casefold().split())


@cache
def _any_word(name: str) -> re.Pattern[str]:
    """A pattern that finds one word of a list anywhere."""
    latin = [re.escape(word) for word in phrases()[name] if not HAN.search(word)]
    other = [re.escape(word) for word in phrases()[name] if HAN.search(word)]
    return re.compile("|".join([rf"\b(?:{'|'.join(latin)})\b", *other]), re.IGNORECASE)


def holds(name: str, text: str) -> bool:
    """Whether any word of a list stands in the line."""
    return _any_word(name).search(simplified(text)) is not None


def han(text: str) -> int:
    """How many Han characters a text has."""
    return len(HAN.findall(text))


def is_chinese(text: str) -> bool:
    """Whether a text is mostly written in Han characters."""
    letters = sum(character.isalpha() for character in text)
    return han(text) * 2 > letters


def width(text: str) -> int:
    """The length of a text in Latin characters; a Han character says about as much as three."""
    return len(text) + 2 * han(text)


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence may end (an abbreviation's full stop ends none)."""
    text = text.rstrip()
    return _SENTENCE_END.search(text) is not None and _ABBREVIATED.search(text) is None


def all_caps(text: str) -> bool:
    """Whether a line is set in capitals (two letters at least)."""
    letters = [character for character in text if character.isalpha() and character.upper() != character.lower()]
    return len(letters) > 1 and all(character.isupper() for character in letters)

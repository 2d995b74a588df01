"""Cuts a body into sentences, for English and for Chinese, in linear time.

A paragraph's end always ends a sentence. Reference marks such as `[1][2]` belong to the sentence before them, and so do
the quotes and brackets that close after its stop.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml


class Span(NamedTuple):
    """A piece of a text: `text[start:end]`, in code points."""

    start: int
    end: int


_CLOSING = "\"'”’)\\]»」』）】"
_MARKS = r"(?:\s?\[\d{1,3}\])*"
_BREAK = re.compile(
    rf"(?P<han>[。！？；]+[{_CLOSING}]*{_MARKS})"
    rf"|(?P<latin>[.!?]+[{_CLOSING}]*{_MARKS})(?=\s|$|[A-Z“\"])"
    r"|(?P<bullet>(?<=\])\s+(?=-\s|Group\s\d))"  # "... [2] - Next point", as digests write
    r"|(?P<gap>\n[^\S\n]*\n)"
)
_TOKEN = re.compile(r"[^\s(\[“\"‘]*$")
_OPENING = re.compile(r"[\s“\"‘'(\[—–-]*")
_CAPITAL = re.compile(r"[“\"]?[A-Z][a-z]*\s")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Z]")
_LETTERS = re.compile(r"[A-Za-z]+")
_LOOK = 24  # characters before a stop that may belong to its abbreviation


def split_sentences(body: str) -> tuple[Span, ...]:
    """The sentences of `body` in order; blanks around them belong to none."""
    spans: list[Span] = []
    start = 0
    for stop in _BREAK.finditer(body):
        if stop.lastgroup == "latin" and not _ends(body, stop.start(), stop.end()):
            continue
        _add(spans, body, start, stop.end())
        start = stop.end()
    _add(spans, body, start, len(body))
    return tuple(spans)


def _add(spans: list[Span], body: str, start: int, end: int) -> None:
    """Adds what stands between `start` and `end`, without blanks; a lone piece of punctuation is no sentence."""
    piece = body[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if any(map(str.isalnum, body[left:right])):
        spans.append(Span(left, right))


def _ends(body: str, stop: int, end: int) -> bool:
    """Whether the Latin stop at `stop` (its quotes and marks reach to `end`) ends a sentence."""
    found = _TOKEN.search(body, max(0, stop - _LOOK), stop)
    token = found[0] if found else ""
    if end < len(body) and not body[end].isspace():
        return _glued(token, body[end : end + _LOOK])
    following = _OPENING.match(body, end)
    after = body[following.end() : following.end() + _LOOK] if following else ""
    if not after:
        return True
    if after[0].islower():
        return False
    return body[stop] != "." or not _abbreviates(token, after)


def _glued(token: str, after: str) -> bool:
    """Whether a new sentence follows without a blank, as in "published in 2015.China also opened"."""
    word = _CAPITAL.match(after)
    return word is not None and (token.isdigit() or (len(token) > 2 and token.isalpha() and token[1:].islower()))


def _abbreviates(token: str, after: str) -> bool:
    """Whether the stop belongs to the abbreviation or initial `token`, given what comes `after` it."""
    word = token.lower().lstrip("'’")
    if word in _words()["never_last"]:
        return True
    if word in _words()["before_number"]:
        return after[0].isdigit()
    initials = _INITIALS.fullmatch(token) is not None
    if initials or word in _words()["maybe_last"]:
        next_word = _LETTERS.match(after)
        return next_word is None or next_word[0].lower() not in _words()["starters"]
    return False


@cache
def _words() -> dict[str, frozenset[str]]:
    """The abbreviations and the words that begin sentences."""
    data = yaml.safe_load(Path(__file__).with_name("sentences.yml").read_text(encoding="utf-8"))
    return {key: frozenset(words) for key, words in data.items()}

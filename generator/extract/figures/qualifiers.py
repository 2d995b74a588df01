"""Reads whether a number is exact: more than, nearly, about, at least, up to, less than."""

from __future__ import annotations

import re
from typing import cast, get_args

from ...model import Qualifier
from ...script import HAN
from .data import words_of
from .numbers import Number
from .units import PERCENT, TIME_SPANS

_DATA = words_of("qualifiers.yml")
_QUALIFIERS: tuple[Qualifier, ...] = get_args(Qualifier)


def _groups(table: dict[str, list[str]]) -> str:
    """All words of a table as alternatives, the longest first so that "no more than" wins."""
    words = sorted((word for words in table.values() for word in words), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


_BY_WORD = {word: name for table in _DATA.values() for name, words in table.items() for word in words}
_LINK = r"(?:(?:the|a|an|its|their|another|total|a\s+total\s+of|half|over|of)\s+)?"
_BEFORE = re.compile(rf"(?:^|(?<=[^A-Za-z]))(?P<word>{_groups(_DATA['before'])})\s*{_LINK}\Z", re.IGNORECASE)
_LAST_WORDS = (  # one of them ends whatever `_BEFORE` finds
    *sorted({word.split()[-1] for words in _DATA["before"].values() for word in words}),
    *("the", "an", "a", "its", "their", "another", "total", "of", "half", "over"),
)
_BEFORE_HAN = re.compile(rf"(?P<word>{_groups(_DATA['before_zh'])})[有达为\s]?\Z")
_SHARE_HAN = re.compile(rf"(?P<word>{_groups(_DATA['before_zh'])})[占为]?[{HAN}]{{1,10}}的\Z")  # 超过总数的七成
_VERB_HAN = re.compile(rf"(?P<word>至少|最少|最多|至多|起码)[{HAN}]{{1,4}}\Z")  # 至少安排2名
_AFTER_HAN = re.compile(rf"(?P<word>{_groups(_DATA['after_zh'])})")
_UNIT_BEFORE = re.compile(rf"^[{HAN}]{{1,2}}(?=以上|左右|以下)")
_PLACED = re.compile(r"\b(?:is|are|was|were|in|from|just|those|well|at)\s+\Z")
_AFTER = re.compile(r"\s+(?:or|and)\s+(?P<more>more|above|over)\b|\s+or\s+(?P<so>so)\b", re.IGNORECASE)
# "spending over five years" lasts, "for over five years" is a bound.
_BOUND = re.compile(
    r"\b(?:for|after|of|in|than|with|since|lasting|lasts?|lasted|has|have|had|been|is|was|are|were|be|took|takes?|some|by|a|spans?|spanning)\s+\Z",
    re.IGNORECASE,
)
_CONCERNING = re.compile(
    r"\b(?:talk\w*|inform\w*|learn\w*|th(?:ink|ought)|concern\w*|worr\w+|question\w*|stor\w+|know|said|books?)\s+\Z",
    re.IGNORECASE,
)
_NOT_ABOUT_HAN = tuple("条公节合签预契纽制违履")
_NOT_NEAR_HAN = tuple("附最靠临邻远新")
_LASTING_HAN = re.compile(r"(?:了|达|将|有|历时|长达|用时|耗时|已|经过)\Z")


def qualifier_of(number: Number, unit: str, before: str, after: str) -> Qualifier | None:
    """The qualifier from the words around a number; `after` begins behind its unit."""
    if number.more in {"多", "余", "上", "+", "-plus"}:
        return "over"
    if number.more in {"来", "-odd"}:
        return "about"
    return _english(unit, before, after) or _chinese(unit, before, after)


def _english(unit: str, before: str, after: str) -> Qualifier | None:
    match = _BEFORE.search(before[-48:]) if before.rstrip().lower().endswith(_LAST_WORDS) else None
    if match is not None:
        word = " ".join(match["word"].lower().split())
        head = before[-48:][: match.start()]
        if not _misleads(word, head, unit):
            return _as_qualifier(word)
    match = _AFTER.match(after)
    if match is None:
        return None
    return "at least" if match["more"] else "about"


def _misleads(word: str, head: str, unit: str) -> bool:
    """Whether the word is a preposition of place, time or topic here."""
    if word == "over" and unit in TIME_SPANS:
        return head.strip() != "" and _BOUND.search(head) is None
    if word == "under" and unit == "count":
        return _PLACED.search(head) is None
    return word == "about" and _CONCERNING.search(head) is not None


def _chinese(unit: str, before: str, after: str) -> Qualifier | None:
    match = _BEFORE_HAN.search(before[-12:])
    if match is None and unit == PERCENT and before.endswith("的"):
        match = _SHARE_HAN.search(before[-20:])
    if match is None and before[-1:] >= "一":
        match = _VERB_HAN.search(before[-8:])
    if match is not None:
        head = match.string[: match.start()]
        word = match["word"]
        if not (word == "约" and head.endswith(_NOT_ABOUT_HAN)) and not (word == "近" and _is_recent(unit, head)):
            return _as_qualifier(word)
    near = after[:12]
    match = None if near.isascii() else _AFTER_HAN.match(near) or _AFTER_HAN.match(_UNIT_BEFORE.sub("", near))
    return _as_qualifier(match["word"]) if match is not None else None


def _is_recent(unit: str, head: str) -> bool:
    """近三年来 are the last three years, 附近 is a place; 用了近三年 are nearly three."""
    if head.endswith(_NOT_NEAR_HAN):
        return True
    return unit in {"year", "month", "day"} and _LASTING_HAN.search(head) is None


def _as_qualifier(word: str) -> Qualifier | None:
    name = _BY_WORD.get(word)
    return cast("Qualifier", name) if name in _QUALIFIERS else None

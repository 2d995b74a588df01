"""Cutting a sentence to the length that the rights policy allows, around the words that matter."""

from __future__ import annotations

import re
from fractions import Fraction

from ..script import UNSPACED
from ..settings import Rights

Anchors = tuple[str, ...]

#: Han and kana are written without spaces and count by the character. Other scripts count by the word, and what goes
#: on without a space for longer than a word can, counts as several.
_TOKEN = re.compile(rf"(?:(?P<han>[{UNSPACED}])|[^\W{UNSPACED}]{{1,30}})[^\w\s…]*")  # with its punctuation

#: Fewer words or characters than this say nothing: then only the place is given.
_LEAST = 8


def length(text: str) -> int:
    """The words and Han characters of `text`."""
    return sum(1 for _ in _TOKEN.finditer(text))


def cut(text: str, anchors: Anchors, rights: Rights, left: int) -> str | None:
    """At most one extract's worth of `text`, and at most `left` words and characters, around the first of `anchors`.

    In mixed text words and Han characters both use up the one limit. None where nothing useful may be shown.
    """
    tokens = list(_TOKEN.finditer(text))
    # A limit of zero forbids every token.
    costs = [
        Fraction(1, limit) if limit else Fraction(2)
        for limit in (rights.han if token["han"] else rights.words for token in tokens)
    ]
    if len(tokens) <= left and sum(costs) <= 1:
        return text
    first, last = _window(costs, _anchor(text, tokens, anchors), left)
    if last - first + 1 < _LEAST:
        return None
    before = "… " if first > 0 else ""
    after = " …" if last < len(tokens) - 1 else ""
    return f"{before}{text[tokens[first].start() if first > 0 else 0 : tokens[last].end()]}{after}"


def _anchor(text: str, tokens: list[re.Match[str]], anchors: Anchors) -> int:
    """The token where the first anchor that occurs stands; the first token where none does."""
    folded = text.casefold()
    if len(folded) != len(text):  # offsets would not be those of `text`
        folded = text
    for anchor in anchors:
        at = folded.find(anchor.casefold())
        if anchor and at >= 0:
            return next((i for i, token in enumerate(tokens) if token.end() > at), 0)
    return 0


def _window(costs: list[Fraction], anchor: int, left: int) -> tuple[int, int]:
    """The first and last token of the widest allowed window around `anchor`; last < first where none is allowed."""
    if not costs or left < 1 or costs[anchor] > 1:
        return 0, -1
    first = last = anchor
    spent = costs[anchor]
    grown = True
    while grown and last - first + 1 < left:
        grown = False
        if last + 1 < len(costs) and spent + costs[last + 1] <= 1:
            last, spent, grown = last + 1, spent + costs[last + 1], True
        if first > 0 and last - first + 1 < left and spent + costs[first - 1] <= 1:
            first, spent, grown = first - 1, spent + costs[first - 1], True
    return first, last

"""How a figure is counted: by the year, on top of others, as a plan, as a part; read from the clause around it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...model import Figure
from .data import words_of

_DATA = words_of("cues.yml")
_BEFORE_ONLY = frozenset(_DATA["before_only"])
_ONLY_OF: dict[str, list[str]] = _DATA["only_of"]
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_STOP = re.compile(r"[;:；：。，]|,(?=\s)")
_NEAR = 24  # characters before a number in which "new" and "from" belong to it
_SCALES = range(13)  # 1.2 million, 18万 and 3亿 are printed without their zeros


def _any_of(cues: dict[str, list[str]]) -> re.Pattern[str]:
    english = [rf"\b{re.escape(word)}\b" for word in cues.get("en", [])]
    return re.compile("|".join([*english, *map(re.escape, cues.get("zh", []))]), re.IGNORECASE)


_ASPECTS = {name: _any_of(cues) for name, cues in _DATA["aspects"].items()}
_WORLD = _any_of(_DATA["world"])
_ABROAD = _any_of(_DATA["abroad"])
_BOTH = _any_of(_DATA["both"])
_CORRECTION = _any_of(_DATA["correction"])


def aspects_of(figure: Figure, thing: str) -> tuple[str, ...]:
    """The aspects of a figure that counts `thing`, sorted: `("planned", "yearly")`; none for a plain count."""
    sentence = figure.evidence[0].exact if figure.evidence else ""
    before, after = _clause(figure, sentence)
    near = before[-_NEAR:]
    found = {
        name
        for name, cue in _ASPECTS.items()
        if (thing in _ONLY_OF[name] if name in _ONLY_OF else True)
        and (cue.search(near) or cue.search(figure.what) if name in _BEFORE_ONLY else cue.search(f"{before} {after}"))
    }
    return tuple(sorted(found))


def speaks_of_the_world(sentence: str) -> bool:
    """Whether a sentence speaks of all countries, so that a figure without a party is of all of them."""
    return _WORLD.search(sentence) is not None


def speaks_of_countries(sentence: str) -> bool:
    """Whether it speaks of countries at large: of all of them, where it names none."""
    return _ABROAD.search(sentence) is not None


def speaks_of_both(sentence: str) -> bool:
    """Whether it speaks of two sides that it does not name in full."""
    return _BOTH.search(sentence) is not None


def corrects(texts: Iterable[str]) -> bool:
    """Whether one of the texts says that it corrects an earlier one."""
    return any(_CORRECTION.search(text) for text in texts)


def _clause(figure: Figure, sentence: str) -> tuple[str, str]:
    """What stands before and after the number in its clause; the whole sentence where it is not found."""
    start, end = _place(figure, sentence)
    stops = [0, *(stop.end() for stop in _STOP.finditer(sentence, 0, start))]
    after = _STOP.search(sentence, end)
    return sentence[stops[-1] : start], sentence[end : after.start() if after else len(sentence)]


def _place(figure: Figure, sentence: str) -> tuple[int, int]:
    """Where the number stands: as digits, else before the first word of what is counted."""
    wanted = figure.value if figure.value is not None else figure.low
    for number in _NUMBER.finditer(sentence):
        printed = float(number[0].replace(",", ""))
        if wanted is not None and any(abs(printed * 10**power - wanted) <= wanted * 1e-9 for power in _SCALES):
            return number.span()
    first = figure.what.split(" ", 1)[0]
    at = sentence.find(first) if first else -1
    return (at, at) if at >= 0 else (len(sentence), len(sentence))

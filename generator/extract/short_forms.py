"""The one-character country names of Chinese: pairs and rows such as 中法 and 中日韩, and sides such as 法方.

The characters are common ones, so a run of them counts only where its borders and the rest of the article allow it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from .lexicon import ShortForms
from .not_places import PLACE_BY_SOUND, is_transcribed

Weights = Mapping[str, float]  # party -> how much the rest of the article speaks of it

_LONGEST_ROW = 4
_DELIMITERS = frozenset("，。！？；：、“”‘’（）()《》〈〉【】—–-…·|/ \t\n\r\u3000,.;:!?\"'")
_BORDERS = _DELIMITERS | frozenset("在与和及对为由了的是将把向从以就使让该次届日月年后前：")


@dataclass(frozen=True, slots=True)
class Short:
    """A character that stands for a party; `sure` is false where it was only the likeliest reading."""

    start: int
    end: int
    party: str
    sure: bool


def of_the_time(forms: ShortForms, text: str) -> ShortForms:
    """The short forms as an article reads them that names a state which is no more: 中南 may be with 南斯拉夫."""
    changed = {
        char: (party,) if party else ()
        for char, names in forms.dissolved.items()
        for name, party in names.items()
        if name in text
    }
    return replace(forms, parties={**forms.parties, **changed}) if changed else forms


def find_short_forms(
    text: str, taken: Callable[[int], bool], forms: ShortForms, seen: Weights, home: str | None
) -> Iterator[Short]:
    """The short forms in `text` outside of what is `taken` by full names, given the parties `seen` in the article."""
    for piece in forms.runs.finditer(text):
        start = piece.start()
        for index in range(piece.start(), piece.end() + 1):
            if index < piece.end() and not taken(index):
                continue
            if start < index:
                yield from _read_run(text, start, index, forms, seen, home)
                if index - start == 1 and taken(index) and _is_home(text, start, forms, home):
                    yield Short(start, index, str(home), True)  # 中印尼: the home's character before a full name
            start = index + 1


def _is_home(text: str, index: int, forms: ShortForms, home: str | None) -> bool:
    """Whether the character at `index` stands for the home, and a word may begin there."""
    return home in forms.parties[text[index]] and _bordered(text, index)


def is_short_name(text: str, start: int, end: int, forms: ShortForms) -> bool:
    """Whether a short form of several characters stands for its party: after that of another, or as a side."""
    if text[end : end + 1] and text[end] in forms.not_before.get(text[end - 1], ""):
        return False
    paired = start > 0 and text[start - 1] in forms.parties and _bordered(text, start - 1)
    return paired or text.startswith(("方", "双方", "两国"), end)


def _read_run(text: str, start: int, end: int, forms: ShortForms, seen: Weights, home: str | None) -> Iterator[Short]:
    """A run of characters that are short forms, as a side, as a row of parties, or as nothing."""
    if _is_side(text, end, forms):
        side = _resolve(text[end - 1], forms, seen, home)
        if side is not None and (side[0] == home or side[0] in seen):
            yield Short(end - 1, end, *side)
        end -= 1
    if end - start > 2 * _LONGEST_ROW:
        return  # no language writes such a row
    # The last character may begin the next word (中意|科技), the first may end one: the longest row that holds is read.
    for length in range(min(end - start, _LONGEST_ROW), 1, -1):
        for first in range(start, end - length + 1):
            row = _row(text, first, first + length, forms, seen, home)
            if row is not None:
                yield from (Short(first + offset, first + offset + 1, *reading) for offset, reading in enumerate(row))
                return


def _row(
    text: str, start: int, end: int, forms: ShortForms, seen: Weights, home: str | None
) -> list[tuple[str, bool]] | None:
    """The parties of the characters from `start` to `end`, each with whether it is sure; None where they are no row."""
    if start and text[start - 1] in forms.not_after.get(text[start], ""):
        return None  # 其|中法
    if end < len(text) and text[end] in forms.not_before.get(text[end - 1], ""):
        return None  # 中法|律
    if any(word in text[start:end] for word in forms.not_pairs):
        return None
    ours = any(home in forms.parties[char] for char in text[start:end])
    if "中" not in text[start:end] and (
        is_transcribed(text, start, end) or (not ours and PLACE_BY_SOUND.match(text, end))
    ):
        return None  # the name of a place goes on: 巴尔|喀什湖, 加拉|巴哥
    readings = [_resolve(text[index], forms, seen, home) for index in range(start, end)]
    row = [reading for reading in readings if reading is not None]
    if len(row) < len(readings) or len({party for party, _ in row}) < len(row):
        return None
    return row if _believable(text, start, end, row, forms, seen, home) else None


def _is_side(text: str, end: int, forms: ShortForms) -> bool:
    """Whether 方 follows and means a side."""
    if text[end : end + 1] != "方" or text[end - 1 : end + 1] in forms.not_sides:
        return False
    return text[end + 1 : end + 2] not in tuple(forms.not_after_side)


def _resolve(char: str, forms: ShortForms, seen: Weights, home: str | None) -> tuple[str, bool] | None:
    """The party that `char` means in this article, and whether something in it says so."""
    candidates = forms.parties[char]
    if home in candidates:
        return home, True
    best = sorted((c for c in candidates if seen.get(c)), key=lambda c: -seen[c])
    if best and (len(best) == 1 or seen[best[0]] > seen[best[1]]):
        return best[0], True
    if len(candidates) == 1:
        return candidates[0], False
    likeliest = forms.likeliest.get(char)
    return (likeliest, False) if likeliest in candidates else None


def _believable(
    text: str,
    start: int,
    end: int,
    row: list[tuple[str, bool]],
    forms: ShortForms,
    seen: Weights,
    home: str | None,
) -> bool:
    """Whether a row of characters names parties: the article names them in full, or their surroundings say so."""
    if all(sure for _, sure in row):
        return True
    if not any(party == home or party in seen for party, _ in row) and home is not None:
        return False
    if any(char not in forms.plain and not sure for char, (_, sure) in zip(text[start:end], row, strict=True)):
        return False
    related = text.startswith(forms.relation, end) or text.startswith("方", end)
    return related or (_bordered(text, start) and text[end : end + 1] in _DELIMITERS)


def _bordered(text: str, start: int) -> bool:
    """Whether a word may begin at `start`."""
    return start == 0 or text[start - 1] in _BORDERS

"""Paragraphs out of lines: words and sentences that a column edge or a line's end broke are joined again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from ..model import Line
from .rows import Row, is_turn
from .words import ends_sentence, han, phrases, width

_HYPHENS = "-\u2010\u00ad¬"
_BROKEN = re.compile(rf"([^\W\d_]+)[{_HYPHENS}]$")
_WRAP_LIMIT = 110  # columns; longer lines are paragraphs


def is_wrapped(rows: Sequence[Row]) -> bool:
    """Whether lines are broken at a width: many follow without a blank line, and in the middle of a sentence."""
    widths = [width(row.text) for row in rows]
    if sum(wide for wide in widths if wide > _WRAP_LIMIT) > sum(widths) / 2:
        return False  # most of the text stands in lines that nobody broke
    pairs = [(a, b) for a, b in pairwise(rows) if not b.line.gap and b.line.number - a.line.number <= 1]
    broken = [(a, b) for a, b in pairs if not ends_sentence(a.text)]
    if len(pairs) < 3 or len(broken) < 0.45 * len(pairs) or median(width(a.text) for a, _ in pairs) > _WRAP_LIMIT:
        return False
    going_on = [b for _, b in broken if b.text[:1].islower() or han(b.text[:1]) or b.text[:1].isdigit()]
    full = 0.7 * max(width(a.text) for a, _ in pairs)
    return len(going_on) >= 0.4 * len(broken) and sum(width(a.text) >= full for a, _ in broken) >= 0.6 * len(broken)


def paragraphs(rows: Sequence[Row], wrapped: bool, printed: bool) -> list[str]:
    """The paragraphs of an article's rows. `printed`: a newspaper page, where sentences go on in the next column."""
    columns = printed or any(_is_broken_word(a.text, b.text) for a, b in pairwise(rows) if b.line.gap)
    out: list[str] = []
    for before, row in zip([None, *rows], rows, strict=False):
        if before is not None and out and _goes_on(before, row, out[-1], wrapped, columns):
            out[-1] = joined(out[-1], row.text, rows)
        else:
            out.append(row.text)
    return out


def _goes_on(before: Row, row: Row, text: str, wrapped: bool, columns: bool) -> bool:
    """Whether `row` goes on with the paragraph `text` that ends with the row `before`."""
    if row.line.level or before.line.level or row.line.strong or before.line.strong:
        return False
    if _is_broken_word(text, row.text):
        return True
    if wrapped and not row.line.gap:
        return not (is_turn(row.text) and ends_sentence(before.text))
    if ends_sentence(text) or re.search(r"[:：]$", text) or is_turn(row.text):
        return False
    first = row.text.lstrip("\"'“‘(（")[:1]
    if first.islower():
        return width(text) > 30 or text.endswith(",")
    return columns and row.line.gap and width(text) > 90 and first not in "-•·■●◆–—"


def _is_broken_word(text: str, following: str) -> bool:
    """Whether a word is broken between two lines: a hyphen at the end, a small letter at the start."""
    return following[:1].islower() and text[-1:] in _HYPHENS and _BROKEN.search(text) is not None


def joined(text: str, following: str, rows: Sequence[Row | Line]) -> str:
    """Two lines as one: a broken word closed as other `rows` have it, Chinese without a space."""
    broken = _BROKEN.search(text) if text[-1:] in _HYPHENS else None
    if broken and following[:1].isalpha():
        head = text[: broken.end() - 1]
        return head + ("-" if _keeps_hyphen(broken[1], following, rows) else "") + following
    if re.search(r"\w-$", text):
        return text + following
    glue = "" if han(text[-1:]) or text[-1:] in "，、；：“（《" or han(following[:1]) else " "
    return text + glue + following


def _keeps_hyphen(first: str, following: str, rows: Sequence[Row | Line]) -> bool:
    """Whether the hyphen at a break belongs to the word: as the same text has it elsewhere, else by its first part."""
    if not following[:1].islower():
        return True
    second = re.match(r"[^\W\d_]*", following)
    rest = second[0] if second else ""
    everything = "\n".join(row.text for row in rows)
    if re.search(rf"\b{re.escape(first)}{re.escape(rest)}\b", everything, re.IGNORECASE):
        return False
    if re.search(rf"\b{re.escape(first)}-{re.escape(rest)}\b", everything, re.IGNORECASE):
        return True
    return first.lower() in phrases()["hyphenated"]

"""Lines that were broken at a width, joined again before anything else is read of them.

A line goes on in the next one where the next one's first word had no room left on it, as every program that breaks
lines does it; signs of how the lines are set (indents, capitals, marks of items, credits) can speak against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..model import Line
from ..taxonomy import SourceNames
from .columns import joined
from .dateline import read_dateline
from .rows import Kind, classify, is_marked, is_turn
from .words import all_caps, ends_sentence, han

_WIDEST, _NARROWEST = 112, 24  # columns at which lines are broken
_FEWEST = 3  # breaks that show the width
_MOST = 0.6  # of the breaks stand near the width
_SLACK = 0.12  # of the width: hands break lines so much earlier
_SHORT = 0.6  # of the width; a shorter line goes on in none
_HYPHENS = "-\u2010\u00ad¬"
_BULLET = re.compile(r"[-–—•·*‣▪○●■□◆◇►▶»>]\s*\S")
_MARKS = frozenset("■□●○◆◇▲△★☆▪►▶※")  # open each line of a list
_WHOLE_BRACKET = re.compile(r"[(（\[【][^()（）\[\]【】]+[)）\]】]\W*")
_SENTENCE = re.compile(r"[.!?][\"”’)]*(?:\s[A-Z\"“‘(]|$)|[。！？；]")  # one ends here
_QUOTES = "\"'“‘「『(（"
_LINES_OF_TEXT = 4  # a block of so many lines is text, though no sentence ends in it


def unwrapped(lines: Sequence[Line], sources: SourceNames) -> tuple[list[Line], bool]:
    """The lines, those of each paragraph joined to one; and whether the text was broken at a width at all."""
    limit = _page_width(lines)
    if limit is None:
        return list(lines), False
    out: list[Line] = []
    for run in _runs(lines, limit, sources):
        told = any(_SENTENCE.search(line.text) for line in run) or run[-1].text[-1:] in _HYPHENS
        out += [_whole(run, lines)] if len(run) > 1 and (told or len(run) >= _LINES_OF_TEXT) else run
    return out, True


def _whole(run: Sequence[Line], lines: Sequence[Line]) -> Line:
    """Lines as one."""
    text = run[0].text
    for line in run[1:]:
        text = joined(text, line.text, lines)
    return replace(run[0], text=text)


def _columns(text: str) -> int:
    """The columns that a text takes; characters of Chinese pages are two wide."""
    return len(text) + (sum(not character.isascii() for character in text) if han(text) else 0)


def _right(line: Line) -> int:
    """The column at which a line ends."""
    return line.indent + _columns(line.text)


def _room(after: Line) -> int:
    """The columns that the first word of a line needs on the line above, with the blank before it."""
    return 2 if han(after.text[:1]) else len(after.text.split(" ", 1)[0]) + 1


def _breaks(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """The neighbours of which the second goes on in the middle of a sentence."""
    for line, after in pairwise(lines):
        if _are_apart(line, after) or ends_sentence(line.text):
            continue
        small = after.text.lstrip(_QUOTES)[:1].islower()
        if _NARROWEST <= _right(line) <= _WIDEST and (small or (han(line.text[-1:]) and han(after.text[:1]))):
            yield line, after


def _page_width(lines: Sequence[Line]) -> int | None:
    """The column at which the lines of a page are broken; None for a page whose lines are paragraphs."""
    found = list(_breaks(lines))
    if len(found) < _FEWEST:
        return None
    rights = sorted(_right(line) for line, _ in found)
    limit = rights[-1 - len(rights) // 10]
    full = sum(_is_full(line, after, limit) for line, after in found)
    widths = [_right(line) for line in lines if not line.level]
    unbroken = sum(wide for wide in widths if wide > (1 + _SLACK) * limit)
    return limit if full >= _MOST * len(found) and unbroken <= sum(widths) / 2 else None


def _is_full(line: Line, after: Line, limit: int) -> bool:
    """Whether the next line's first word had no room left on a line."""
    return _right(line) + _room(after) > (1 - _SLACK) * limit


def _are_apart(line: Line, after: Line) -> bool:
    """Whether something else than a break stands between two lines: a gap, a heading, cells of a table."""
    broken = line.text[-1:] in _HYPHENS and line.text[-2:-1].isalpha() and after.text[:1].islower()
    follows = after.number - line.number in (0, 1, 1 + broken)  # in a column, a blank line may stand inside a word
    set_apart = (after.gap and not broken) or after.level or line.level or after.strong != line.strong or not follows
    return bool(set_apart) or "\t" in line.text + after.text or not _has_words(line) or not _has_words(after)


def _has_words(line: Line) -> bool:
    return any(character.isalnum() for character in line.text)


def _runs(lines: Sequence[Line], limit: int, sources: SourceNames) -> Iterator[list[Line]]:
    """The lines in groups, each one paragraph."""
    run: list[Line] = []
    for line in lines:
        if run and not _goes_on(run, line, limit, sources):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _goes_on(run: Sequence[Line], after: Line, limit: int, sources: SourceNames) -> bool:
    """Whether a line goes on with the paragraph whose lines so far are `run`."""
    line = run[-1]
    listed_on = after.text[:1] in _MARKS and run[0].text[:1] == after.text[:1]
    if listed_on or _are_apart(line, after) or _right(line) > (1 + _SLACK) * limit:
        return False
    small = after.text.lstrip(_QUOTES)[:1].islower()
    if small and line.text[-1:] in _HYPHENS:
        return True
    ended = ends_sentence(line.text)
    if all_caps(line.text) != all_caps(after.text) and min(len(line.text.split()), len(after.text.split())) > 1:
        return False
    if (len(run) == 1 and not small and _is_apart(line, sources)) or (ended and _opens_anew(after, sources)):
        return False
    full = _is_full(line, after, limit)
    listed = _BULLET.match(run[0].text) or is_marked(run[0].text)
    if after.indent > line.indent + 1 and not (listed and full and small and len(run) == 1):
        return False  # a new paragraph, or the text under a title; only items hang
    return full or (small and not ended and _right(line) > _SHORT * limit)


def _is_apart(line: Line, sources: SourceNames) -> bool:
    """Whether a line is a credit, a caption or the page's own; a dateline belongs to its text."""
    text = read_dateline(line.text) is not None or line.text[-1:] in "，、；,;"
    return not text and classify(line, sources).kind is not Kind.TEXT


def _opens_anew(line: Line, sources: SourceNames) -> bool:
    """Whether a line under the end of a sentence is an item, a speaker's turn, a credit, a caption or a notice."""
    text = line.text
    marked = _BULLET.match(text) is not None or is_marked(text) or _WHOLE_BRACKET.fullmatch(text) is not None
    return marked or is_turn(text) or classify(line, sources).kind is not Kind.TEXT

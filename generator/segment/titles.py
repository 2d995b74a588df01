"""Which of the lines above an article is its title, and which are the site's, a section's or a subtitle."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .rows import Kind, Row
from .source import SourceNames, is_publication
from .words import all_caps, fold, han, width

_HANGING = re.compile(
    r"(?:\b(?:to|of|and|the|in|for|with|on|a|an|by|from|at|as|its|their|over|under|into|or|between|after|before"
    r"|that|&)|[、，：,:–—-])$",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(r"^[-–—―─]{1,3}\s*\S")
_MAX_LINES = 4  # of one title


def title_rows(
    rows: Sequence[Row], candidates: Sequence[int], outlets: set[str], sources: SourceNames, wrapped: bool
) -> list[int]:
    """The indices of the rows that make the title among the title-like rows of a head; empty where none may.

    `outlets` are folded names that the document itself gives as its outlet; `wrapped`: lines are broken at a width.
    """
    kept = [i for i in candidates if not _SUBTITLE.match(rows[i].text) or rows[i].line.level]
    own = [i for i in kept if fold(rows[i].bare) not in outlets]
    own = [i for i in own if not is_publication(rows[i].bare, sources) or rows[i].line.level] or own
    marked_up = [i for i in own if rows[i].line.level]
    choice = marked_up or _without_sections(rows, own) or own
    if not choice:
        return []
    return _continued(rows, choice[0], wrapped)


def _without_sections(rows: Sequence[Row], candidates: list[int]) -> list[int]:
    """The candidates without very short first ones, which name a section when a longer line follows."""
    while len(candidates) > 1:
        first, second = rows[candidates[0]], rows[candidates[1]]
        apart = second.line.gap or candidates[1] - candidates[0] > 1
        longer = any(not _is_section(rows[i].bare, apart=True) for i in candidates[1:])
        if not (longer and _is_section(first.bare, apart)):
            break
        candidates = candidates[1:]
    return candidates


def _is_section(text: str, apart: bool) -> bool:
    """Whether a line is too short for a title: a word, or two if the next line stands apart; of Han four or six."""
    return han(text) <= (6 if apart else 4) if han(text) else len(text.split()) <= (2 if apart else 1)


def _continued(rows: Sequence[Row], first: int, wrapped: bool) -> list[int]:
    """A title's first row and the rows that go on with it."""
    taken = [first]
    for i in range(first + 1, min(first + _MAX_LINES, len(rows))):
        previous, row = rows[taken[-1]], rows[i]
        if row.kind is not Kind.TEXT or not row.title_like or row.line.level or previous.line.level or row.marked:
            break
        if _SUBTITLE.match(row.text):
            break
        hanging = _HANGING.search(previous.text) is not None
        both_caps = all_caps(previous.text) and all_caps(row.text)
        if row.line.gap and not (hanging and both_caps):
            break
        broken = wrapped and (han(previous.text) > 0 or width(previous.text) > 36)
        if not (hanging or both_caps or broken):
            break
        taken.append(i)
    return taken


def title_text(rows: Sequence[Row], indices: Sequence[int]) -> str | None:
    """The title as printed, on one line, without the ■ or number of an item."""
    if not indices:
        return None
    parts = [rows[i].bare if n == 0 else rows[i].text for n, i in enumerate(indices)]
    text = parts[0]
    for part in parts[1:]:
        text += part if text.endswith("-") or (han(text[-1:]) and han(part[:1])) else " " + part
    return text.strip() or None


def is_subtitle(row: Row) -> bool:
    """Whether a row under a title goes on with it rather than with the article."""
    return _SUBTITLE.match(row.text) is not None or (row.title_like and len(row.text.split()) <= 24)

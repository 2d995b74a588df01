"""A title without the name of its page: "Title | Section | Site", as browsers' tabs and saved pages have it.

Such a line that only repeats another is left out. Else what stands behind its last marks must be a name, and something
must say that it is the page's: what it looks like, another line, an address, or the mark itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..script import HAN
from ..taxonomy import SourceNames
from .boilerplate import is_furniture
from .outlet import domains, is_host
from .rows import Row, is_paragraph
from .source import is_outlet, letterhead_name
from .topic import is_clause, is_name_shaped, shared, topic_of
from .words import fold, han, matches, width

_MARK = re.compile(rf"\s*[|｜丨]\s*|\s*_+\s*(?=[{HAN}A-ZÀ-Þ])|\s+[-–—·:]\s+|(?<=[{HAN}])[-–—]{{1,2}}(?=[{HAN}])")
_SETS_APART = re.compile(r"\s*[|｜丨_]+\s*")  # titles themselves hardly hold such a mark
_DIGIT = re.compile(r"\d")
_ROWS = 20  # among which the title stands
_TOLD = 0.2  # of a title's words, its text has at least
_WORDS = 5  # of a name without another sign
_HAN = 10
_LEAST = 4  # letters of a name that stands by chance in no other line


def without_site_lines(rows: Sequence[Row], sources: SourceNames) -> tuple[list[Row], str | None]:
    """The rows without lines that repeat the title, alone or with the site's name ("Title - Site"); and that name."""
    head = [row for row in rows[:_ROWS] if row.title_like]
    texts = {fold(row.text) for row in head}
    site: str | None = None
    for row in head:
        parts = _MARK.split(row.text)
        if len(parts) < 2:
            continue
        first, last = parts[0].strip(), parts[-1].strip()
        if any(fold(part) in texts and width(part) > width(last) for part in _openings(row.text)):
            site = last
        named = width(last) > width(first) or letterhead_name(first, sources) is not None
        if site is None and len(first) > 3 and fold(last) in texts - {fold(row.text)} and named:
            site = first  # "Site - Section - Title"
    if site is None:
        return list(rows), None
    kept, seen = [], set[str]()
    for i, row in enumerate(rows):
        folded = fold(row.text)
        repeats = (
            folded == fold(site)
            or (folded.endswith(fold(site)) and any(fold(p) in texts for p in _openings(row.text)))
            or (folded.startswith(fold(site)) and fold(_MARK.split(row.text)[-1]) in texts - {folded})
        )
        if i < _ROWS and row.title_like and (repeats or folded in seen):
            continue
        seen.add(folded)
        kept.append(row)
    return kept, site


def _openings(text: str) -> list[str]:
    """What stands before each separator of "Title - Section - Site"."""
    return [text[: match.start()] for match in _MARK.finditer(text)]


def without_site_names(rows: Sequence[Row], sources: SourceNames) -> tuple[list[Row], str | None]:
    """The rows, with titles above the text cut before their page's name; and that name, None where none was cut."""
    limit = next((i for i, row in enumerate(rows) if is_paragraph(row)), len(rows))
    hosts = domains(row.text for row in rows)
    kept, site = list(rows), None
    for i, row in enumerate(rows[: min(limit, _ROWS)]):
        others = [other for other in rows if other is not row]
        cut = _cut(row, others, hosts, sources) if row.title_like and not row.marked else None
        if cut is not None and shared(cut[0], topic_of(rows[i + 1 :])) >= _TOLD:
            title, name = cut
            kept[i] = replace(row, line=replace(row.line, text=title))
            site = site or name
    return kept, site


def _cut(row: Row, others: Sequence[Row], hosts: set[str], sources: SourceNames) -> tuple[str, str | None] | None:
    """A line before its page's name, and that name (None for a section's alone); None for a line without any."""
    marks = list(_MARK.finditer(row.text))
    cut: tuple[str, str | None] | None = None
    end = len(row.text)
    for mark in reversed(marks):
        title, name = row.text[: mark.start()].strip(), row.text[mark.end() : end].strip()
        section = matches("label", name)
        own = _is_own(name, others, hosts, sources) or (_SETS_APART.fullmatch(mark[0]) and _is_short_name(name))
        if not (_tells(title, sources) and (section or own)):
            break
        cut = (title, (cut[1] if cut else None) or (None if section else name))
        end = mark.start()
    return cut if cut is not None and not _SETS_APART.search(cut[0]) else None


def _tells(title: str, sources: SourceNames) -> bool:
    """Whether a line may be a title, and is neither a row of buttons nor whose page it is."""
    return is_clause(title) and not is_furniture(title) and letterhead_name(title, sources) is None


def _is_own(name: str, others: Sequence[Row], hosts: set[str], sources: SourceNames) -> bool:
    """Whether a name is an outlet's or institution's, or the page says elsewhere that it is its own."""
    if letterhead_name(name, sources) is not None or is_outlet(name, sources) or is_host(name, hosts):
        return True
    folded = fold(name)
    told = len(folded) >= _LEAST or han(folded) > 1
    return told and is_name_shaped(name) and any(_names(other, folded) for other in others)


def _names(row: Row, folded: str) -> bool:
    """Whether a line is a name and nothing else, or gives it as its source."""
    return fold(row.text) == folded or (row.facts.source is not None and fold(row.facts.source) == folded)


def _is_short_name(name: str) -> bool:
    """Whether a text is as short as the names of pages are, and set as a name."""
    short = 0 < len(name.split()) <= _WORDS and han(name) <= _HAN
    return short and not _DIGIT.search(name) and (is_name_shaped(name) or han(name) > 0)

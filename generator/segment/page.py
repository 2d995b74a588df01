"""The head of the page: whose page it is, of what day, and where the head ends and articles begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .masthead import Masthead, left_over
from .rows import Kind, Row, is_digest_word
from .source import SourceNames, is_publication
from .words import ends_sentence, fold

_SITE_SEPARATOR = re.compile(r"\s*[|｜丨_]\s*|\s+[-–—·:]\s+|(?<=[\u3400-\u9fff])[-–—]{1,2}(?=[\u3400-\u9fff])")
_SITE_ROWS = 20  # among which the title stands
_HEAD_ROWS = 14  # a masthead stands in the first lines


def read_head(rows: Sequence[Row], sources: SourceNames) -> tuple[Masthead, int]:
    """The masthead of a document and the number of rows it takes; an empty one and 0 where there is none."""
    limit = next((i for i, row in enumerate(rows) if is_paragraph(row)), len(rows))
    head = range(min(limit, _HEAD_ROWS))
    issues = [i for i in head if rows[i].kind is Kind.ISSUE]
    names = [i for i in head if rows[i].kind is Kind.TEXT and not rows[i].marked]
    if issues:
        return _with_issue(rows, issues, names, limit, sources)
    if len(names) > 1 and is_publication(rows[names[0]].text, sources):
        name = names[0]
        after = name + 1
        dated = after < limit and rows[after].kind is Kind.CREDIT and rows[after].facts.source is None
        date = rows[after].facts.date if dated else None
        return Masthead(_clean(rows[name].text), date), after + dated if name == 0 else 0
    dated_only = [i for i in head if rows[i].kind is Kind.CREDIT and rows[i].facts.issue]
    if dated_only and names and dated_only[0] < names[0]:
        facts = rows[dated_only[0]].facts
        return Masthead(facts.source, facts.date), dated_only[0] + 1
    return Masthead(), 0


def with_collection_head(masthead: Masthead, head: Sequence[Row]) -> Masthead:
    """The masthead filled up from the lines above a collection's first item: its name and its date."""
    date = next((row.facts.date for row in head if row.facts.date is not None), None)
    name = next((row.text for row in head if row.title_like and is_digest_word(row.text)), None)
    return Masthead(masthead.name or name, masthead.date or date)


def without_site_lines(rows: Sequence[Row]) -> tuple[list[Row], str | None]:
    """The rows without lines that repeat the title, alone or with the site's name ("Title - Site"); and that name."""
    head = [row for row in rows[:_SITE_ROWS] if row.title_like]
    texts = {fold(row.text) for row in head}
    site: str | None = None
    for row in head:
        parts = _SITE_SEPARATOR.split(row.text)
        if len(parts) > 1 and any(fold(part) in texts for part in _openings(row.text)):
            site = parts[-1].strip()
    if site is None:
        return list(rows), None
    kept, seen = [], set[str]()
    for i, row in enumerate(rows):
        folded = fold(row.text)
        repeats = folded == fold(site) or (
            folded.endswith(fold(site)) and any(fold(p) in texts for p in _openings(row.text))
        )
        if i < _SITE_ROWS and row.title_like and (repeats or folded in seen):
            continue
        seen.add(folded)
        kept.append(row)
    return kept, site


def _openings(text: str) -> list[str]:
    """What stands before each separator of "Title - Section - Site"."""
    return [text[: match.start()] for match in _SITE_SEPARATOR.finditer(text)]


def _with_issue(
    rows: Sequence[Row], issues: list[int], names: list[int], limit: int, sources: SourceNames
) -> tuple[Masthead, int]:
    """The masthead of a page that prints volume, number, edition or a tagline."""
    before = [i for i in names if i < issues[0]]
    after = [i for i in names if i > issues[0]]
    name: str | None = None
    if before and (after or is_publication(rows[before[0]].text, sources)):
        name = rows[before[0]].text
    elif not before:
        name = left_over(rows[issues[0]].text) or None
        if name is None and len(after) > 1 and is_publication(rows[after[0]].text, sources):
            name, issues = rows[after[0]].text, [*issues, after[0]]
    end = issues[0] + 1
    while end < limit and (end in issues or _belongs(rows[end])):
        end += 1
    block = [row for row in rows[:end] if row.facts.date is not None]
    if before and name is None:  # the only title of the page stands above the issue line: it is the article's
        return Masthead(None, block[0].facts.date if block else None), 0
    return Masthead(_clean(name) if name else None, block[0].facts.date if block else None), end


def _belongs(row: Row) -> bool:
    """Whether a row under an issue line still belongs to the masthead."""
    return row.kind in (Kind.ISSUE, Kind.FURNITURE, Kind.FOOTER) or (
        row.kind is Kind.CREDIT and row.facts.source is None and row.facts.byline is None
    )


def _clean(name: str) -> str:
    """A paper's name without its brackets."""
    return name.strip().strip("《》").strip()


def is_paragraph(row: Row) -> bool:
    """Whether a row is running text: the article's words, and no title or subhead."""
    return row.kind is Kind.TEXT and not row.title_like and (ends_sentence(row.text) or len(row.text) > 60)

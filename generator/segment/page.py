"""The head of the page: whose page it is, of what day, and where the head ends and articles begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..taxonomy import SourceNames
from .dates import Printed, find_dates
from .masthead import Masthead, issue_name
from .rows import Kind, Row, is_digest_word, is_paragraph
from .source import is_publication, letterhead_name
from .topic import is_clause, is_name_shaped, shared, topic_of
from .words import all_caps

_NAME_END = re.compile(r"\s+[—–|-]+\s+|\s*[|｜（(]\s*|,\s+(?=\d)")
_HEAD_ROWS = 14  # a masthead stands in the first lines


def read_head(rows: Sequence[Row], sources: SourceNames) -> tuple[Masthead, int]:
    """The masthead of a document and the number of rows it takes; an empty one and 0 where there is none."""
    limit = next((i for i, row in enumerate(rows) if is_paragraph(row)), len(rows))
    head = range(min(limit, _HEAD_ROWS))
    issues = [i for i in head if rows[i].kind is Kind.ISSUE]
    names = [i for i in head if rows[i].kind is Kind.TEXT and not rows[i].marked]
    if issues:
        return _with_issue(rows, issues, names, limit, sources)
    if len(names) > 1 and (is_publication(rows[names[0]].text, sources) or _is_dated_name(rows, names[0])):
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


def with_closing_issue(masthead: Masthead, rows: Sequence[Row]) -> Masthead:
    """The masthead of an article that names its paper and issue at its end: 《...》（2024年09月13日　第11版）."""
    last = next((i for i in reversed(range(len(rows))) if is_paragraph(rows[i])), len(rows))
    issue = next((row for row in rows[last + 1 :] if row.kind is Kind.ISSUE and row.facts.date), None)
    if issue is None or issue.facts.date is None or issue.facts.date.year is None:
        return masthead
    return Masthead(masthead.name or _clean(issue_name(issue.text) or "") or None, issue.facts.date, closing=True)


def _is_dated_name(rows: Sequence[Row], i: int) -> bool:
    """Whether a line is in capitals over nothing but a weekday and a date, as a paper's name is."""
    below = rows[i + 1] if i + 1 < len(rows) else rows[i]
    date = below.facts.date if below.kind is Kind.CREDIT and below.facts.source is None else None
    named = all_caps(rows[i].text) and is_name_shaped(rows[i].text)
    return i == 0 and named and date is not None and date.weekday is not None and date.year is not None


def with_collection_head(masthead: Masthead, head: Sequence[Row], sources: SourceNames) -> Masthead:
    """The masthead filled up from the lines above a collection's first item: its name and its date."""
    dates = [date for row in head for date in ([row.facts.date] if row.facts.date else find_dates(row.text))]
    names = [row.text for row in head if row.title_like]
    marked_up = [row.text for row in head if row.line.level == 1]
    digests = [_NAME_END.split(name)[0] for name in names if is_digest_word(name)]
    stated = next((row.facts.source for row in head if row.facts.source and not row.facts.issue), None)
    outlets = [outlet for name in names if (outlet := letterhead_name(name, sources)) is not None]
    named = [name for name in names if is_name_shaped(name) and not re.search(r"\d", name)]
    name = masthead.name or stated or next(iter([*outlets, *named[:1], *digests, *marked_up]), None)
    own = [masthead.date] if masthead.date else []
    days = [*own, *(date for date in dates if date.year)] or [date for date in dates if date.weekday is not None]
    return Masthead(name, max(days, key=_fullness, default=None))


def with_collection_foot(masthead: Masthead, rows: Sequence[Row]) -> Masthead:
    """The masthead of a collection that tells its name and day under its last item, and nowhere else a day."""
    last = next((i for i in reversed(range(len(rows))) if is_paragraph(rows[i])), len(rows))
    foot = next((row.facts for row in rows[last + 1 :] if row.kind is Kind.CREDIT and row.facts.colophon), None)
    others = any(row.facts.date is not None for row in rows[: last + 1])
    if foot is None or masthead.date is not None or others:
        return masthead
    return Masthead(foot.source or masthead.name, foot.date)


def name_above(rows: Sequence[Row], title: Sequence[int], sources: SourceNames) -> str | None:
    """The outlet or institution that a page's letterhead names above the title; else a first line set as a name."""
    head = [row for row in rows[: title[0] if title else 0] if row.kind is Kind.TEXT and row.title_like]
    named = next((name for row in head if (name := letterhead_name(row.text, sources)) is not None), None)
    if named is None and head and not head[0].marked and is_name_shaped(head[0].text) and len(head[0].text) > 3:
        named = head[0].text
    return _clean(named) if named else None


def _with_issue(
    rows: Sequence[Row], issues: list[int], names: list[int], limit: int, sources: SourceNames
) -> tuple[Masthead, int]:
    """The masthead of a page that prints volume, number, edition or a tagline."""
    before = [i for i in names if i < issues[0]]
    after = [i for i in names if i > issues[0]]
    topic = topic_of(rows)
    name: str | None = None
    named = next((i for i in before if _names_paper(rows[i], topic, sources)), None)
    if named is not None:
        name = _whole_name(rows, named)
    elif not before:
        name = issue_name(rows[issues[0]].text)
        if name is None and len(after) > 1 and is_publication(rows[after[0]].text, sources):
            name, issues = rows[after[0]].text, [*issues, after[0]]
    end = issues[0] + 1
    while end < limit and (end in issues or _belongs(rows[end])):
        end += 1
    block = [row for row in rows[:end] if row.facts.date is not None]
    date = max((row.facts.date for row in block if row.facts.date), key=_fullness, default=None)
    titled = [i for i in before if i != named and is_clause(rows[i].text) and shared(rows[i].text, topic) > 0]
    if before and not after and (named is None or titled):  # the title stands above the issue line
        return Masthead(name or issue_name(rows[issues[0]].text), date), 0
    return Masthead(_clean(name) if name else None, date), end


def _whole_name(rows: Sequence[Row], first: int) -> str:
    """A paper's name that is set in capitals on several lines without a gap."""
    parts = [rows[first].text]
    for row in rows[first + 1 : first + 3]:
        if row.kind is not Kind.TEXT or row.line.gap or not (all_caps(row.text) and all_caps(parts[0])):
            break
        parts.append(row.text)
    return " ".join(parts)


def _names_paper(row: Row, topic: set[str], sources: SourceNames) -> bool:
    """Whether a line above an issue line is the paper's name rather than the title of an article."""
    if letterhead_name(row.text, sources) is not None or is_digest_word(row.text):
        return True
    return not is_clause(row.text) or shared(row.text, topic) == 0


def _fullness(date: Printed) -> int:
    """How much of a date is printed."""
    return sum(part is not None for part in (date.year, date.month, date.day))


def _belongs(row: Row) -> bool:
    """Whether a row under an issue line still belongs to the masthead."""
    return row.kind in (Kind.ISSUE, Kind.FURNITURE, Kind.FOOTER) or (
        row.kind is Kind.CREDIT and row.facts.source is None and row.facts.byline is None
    )


def _clean(name: str) -> str:
    """A paper's name without its brackets."""
    quoted = re.match(r"《([^》]+)》", name.strip())
    return quoted[1] if quoted else name.strip().strip("《》").strip()

"""Where an article begins.

Signs are read in their order of weight: the headings of a page that is marked up; a title with a credit, byline or
dateline under it; credits that close items; numbers, rules and capitals of a collection (sections.py); and, on a
newspaper page, lines that are set like headings. A document without any of them is one article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..script import HAN
from .alignment import by_topics
from .boilerplate import is_end_mark
from .dateline import read_dateline
from .dates import find_dates
from .rows import Kind, Row, is_digest_word, is_paragraph
from .sections import (
    by_headings,
    by_numbers,
    by_rules,
    by_section_heads,
    by_underlines,
    greeting_in,
    is_collection,
    is_rule,
)
from .titles import is_continued, is_dashed
from .topic import shared, topic_of
from .words import all_caps, ends_sentence, han, width

_SKIPPED = (Kind.LABEL, Kind.CAPTION, Kind.EDITOR, Kind.FURNITURE, Kind.ISSUE)
_OF_THE_POST = re.compile(  # what closes one post of several, and heads no other stories
    r"^\W*(?:filed under|posted (?:in|under)|tags?|tagged|topics?|labels|categor(?:y|ies)|标签|关键词|分类)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(rf"[。！？”]\s*[（(][{HAN}·\s]{{2,14}}[）)]$")  # "...。（苏禾）" ends a story
_HEADING, _SHORT_HEADING = (
    12,
    7,
)  # Han characters of a story's heading: under a text, and under a running head or a rule
_HEAD_LINES = 4  # subtitles and standfirsts between a title and its credit


def find_starts(rows: Sequence[Row], first: int, newspaper: bool) -> list[int]:
    """The rows at which articles begin, in order, none before `first`; one article begins at `first` itself."""
    headings = [i for i in range(first, len(rows)) if rows[i].kind is Kind.TEXT and rows[i].line.level]
    found = _by_headings(rows, headings, newspaper) if headings else []
    if len(found) < 2 and not (newspaper and headings):
        found = _by_heads(rows, first)
    if len(found) < 2 and not headings:
        rules = (by_section_heads, _by_closings, _by_marks, by_headings, by_numbers)
        found = next((starts for rule in rules if (starts := rule(rows, first))), found)
    found = max(found, by_rules(rows, first), by_underlines(rows, first), key=len)
    if len(found) < 2:
        found = by_topics(rows, first, newspaper or first > 0 or is_collection(rows)) or found
    if newspaper and not headings:
        found = sorted({*found, *_by_setting(rows, first)})
    found = list(_outside_tails(rows, _apart(rows, found), newspaper))
    found = [_with_credit_above(rows, _whole(rows, i, first), first) for i in found]
    found = list(_past_greeting(rows, found)) if len(found) > 2 else found
    return found if len(found) > 1 else [first]


def _past_greeting(rows: Sequence[Row], found: Sequence[int]) -> Iterator[int]:
    """The starts without that of a letter's opening under its subject: "Dear readers," and some words."""
    start, end = found[0], found[1]
    greeting = greeting_in(rows[start:end])
    title = start + greeting.stop if greeting else start
    if title < end:
        yield title
    yield from found[1:]


def _whole(rows: Sequence[Row], start: int, first: int) -> int:
    """The first line of a title that was found by one of its later lines."""
    while start > first and rows[start - 1].title_like and is_continued(rows[start - 1], rows[start]):
        start -= 1
    return start


def _with_credit_above(rows: Sequence[Row], start: int, first: int) -> int:
    """The start of an item whose date or source stands above its title: after a gap, and right over it."""
    top = start
    while top > first and not rows[top].line.gap and rows[top - 1].kind in (Kind.CREDIT, Kind.BYLINE, Kind.LABEL):
        top -= 1
    return top if rows[top].line.gap or top == first or is_rule(rows[top - 1]) else start


def _by_headings(rows: Sequence[Row], headings: list[int], newspaper: bool) -> list[int]:
    """The headings that begin articles: the highest of a newspaper page, those with a credit of their own elsewhere."""
    levels = Counter(rows[i].line.level for i in headings)
    top = min(levels)
    if newspaper or (top == 1 and levels[1] > 1):
        return [i for i in headings if rows[i].line.level == top and _has_text(rows, i)]
    second = min((level for level in levels if level > 1), default=2)
    if levels[1] == 1 and levels[second] > 1 and _is_title_page(rows, headings, second):
        return [i for i in headings if rows[i].line.level == second and _has_text(rows, i)]
    headed = [i for i in headings if is_head(rows, i)]
    if len(headed) > 1:
        return headed
    if any(is_digest_word(row.text) for row in rows[: headings[0] + 1]):
        below = [level for level, count in levels.items() if count > 1]
        return [i for i in headings if below and rows[i].line.level == min(below) and _has_text(rows, i)]
    return headed


def _is_title_page(rows: Sequence[Row], headings: list[int], level: int) -> bool:
    """Whether the first heading names a letter or an issue: a date, no text of its own, nothing of its items."""
    first, second = headings[0], next(i for i in headings if rows[i].line.level == level)
    between = rows[first + 1 : second]
    dated = any(row.facts.date is not None or find_dates(row.text) for row in [rows[first], *between])
    alone = not any(is_paragraph(row) and width(row.text) > 120 for row in between)
    return rows[first].line.level == 1 and alone and dated and shared(rows[first].text, topic_of(rows)) < 0.5


def _by_heads(rows: Sequence[Row], first: int) -> list[int]:
    """The title-like lines that have a credit, byline or dateline under them; the right one of each group of lines."""
    groups: list[list[int]] = []
    for i in range(first, len(rows)):
        if not (rows[i].title_like and is_head(rows, i)) or (i and is_dashed(rows[i]) and rows[i - 1].title_like):
            continue
        if groups and not any(is_paragraph(row) for row in rows[groups[-1][-1] : i]):
            groups[-1].append(i)
        else:
            groups.append([i])
    if len(groups) < 2:
        return [group[0] for group in groups]
    usual = Counter(len(group) for group in groups[1:]).most_common(1)[0][0]
    return [_own_head(rows, group, usual) for group in groups]


def _by_closings(rows: Sequence[Row], first: int) -> list[int]:
    """The titles of items that each close with a byline, or with source and date: "(Northern Herald, 10 May 2024)"."""
    dated = [i for i in range(first, len(rows)) if rows[i].facts.source and rows[i].facts.date]
    signed = [i for i in range(first, len(rows)) if rows[i].kind is Kind.BYLINE]
    closings = dated if len(dated) > 1 else signed
    if len(closings) < 2:
        closings = [i for i in range(first + 1, len(rows) + 1) if _is_signed(rows, i - 1)]
    if len(closings) < 2 or not all(is_paragraph(rows[i - 1]) for i in closings):
        return []
    starts = []
    for begin, end in zip([first, *closings[:-1]], closings, strict=True):
        body = next((i for i in range(begin, end) if is_paragraph(rows[i])), end)
        titles = [i for i in range(begin, body) if rows[i].title_like]
        last = next((k for k, i in reversed([*enumerate(titles)]) if rows[i].line.gap), 0)
        own = [i for i in titles if rows[i].marked] or (titles if closings is signed else titles[last:])
        starts.append(own[0] if own else begin)
    return starts


def _is_signed(rows: Sequence[Row], i: int) -> bool:
    """Whether a paragraph ends with its writer's name in brackets, over the next item's title or nothing."""
    below = next((row for row in rows[i + 1 :] if not is_rule(row)), None)
    ends = below is None or below.kind is not Kind.TEXT or below.title_like
    return ends and is_paragraph(rows[i]) and _SIGNED.search(rows[i].text) is not None


def _own_head(rows: Sequence[Row], group: list[int], usual: int) -> int:
    """The first line of an item's own head: lines above it belong to the page or to a section."""
    marked = [i for i in group if rows[i].marked]
    return marked[-1] if marked else group[-min(usual, len(group))]


def is_head(rows: Sequence[Row], i: int) -> bool:
    """Whether the title-like line `i` stands above a credit, byline or dateline with text under it."""
    lines = 0
    for j in range(i + 1, len(rows)):
        row = rows[j]
        if row.kind in (Kind.CREDIT, Kind.BYLINE):
            return _text_follows(rows, j)
        if row.kind in _SKIPPED:
            continue
        if row.kind is not Kind.TEXT or lines == _HEAD_LINES:
            return False
        if read_dateline(row.text) is not None:
            return True
        if not row.title_like:
            standfirst = width(row.text) <= 400 and j + 1 < len(rows) and rows[j + 1].kind is Kind.BYLINE
            if not standfirst:
                return False
        lines += 1
    return False


def _text_follows(rows: Sequence[Row], credit: int) -> bool:
    """Whether the credit at `credit` stands above an article rather than at the end of one."""
    source_only = rows[credit].facts.date is None and rows[credit].facts.byline is None
    for row in rows[credit + 1 :]:
        if is_paragraph(row) or (row.kind is Kind.TEXT and not row.title_like):
            return True
        if row.kind in (Kind.TAIL, Kind.FOOTER) or (source_only and row.title_like):
            return False
    return False


def _has_text(rows: Sequence[Row], heading: int) -> bool:
    """Whether text stands under a heading before the next one of its level: a heading alone is no article."""
    level = rows[heading].line.level
    for row in rows[heading + 1 :]:
        if row.kind is Kind.TEXT and 0 < row.line.level <= level:
            return False
        if row.kind is Kind.TEXT and not row.line.level:
            return True
    return False


def _by_marks(rows: Sequence[Row], first: int) -> list[int]:
    """The ■ or numbered titles of a collection that says that it is one."""
    if not is_collection(rows):
        return []
    return [
        i
        for i in range(first, len(rows) - 1)
        if rows[i].marked and rows[i].title_like and any(is_paragraph(row) for row in rows[i + 1 : i + 3])
    ]


def _by_setting(rows: Sequence[Row], first: int) -> Iterator[int]:
    """On a newspaper page without mark-up: lines in capitals or with every word capitalised, over a paragraph."""
    before: Row | None = None
    for i in range(first, len(rows)):
        row = rows[i]
        if row.kind is not Kind.TEXT:
            before = row if row.kind is not Kind.CAPTION else before
            continue
        signed = before is not None and _SIGNED.search(before.text) is not None
        closed = before is None or before.kind is not Kind.TEXT or ends_sentence(before.text) or signed
        under = rows[min(i + 1, len(rows) - 1)]
        alone = under.line.gap or under.kind is not Kind.TEXT or is_paragraph(under)
        if (
            row.title_like
            and row.line.gap
            and closed
            and _set_like_a_title(row.text, None if signed else before)
            and (alone or not han(row.text))
        ):
            yield i
        before = row


def _set_like_a_title(text: str, before: Row | None) -> bool:
    """Whether a line is set like the heading of a story rather than like a subhead; `before`: what stands over it."""
    if han(text):
        return han(text) >= (_HEADING if before is not None and before.kind is Kind.TEXT else _SHORT_HEADING)
    words = [word for word in text.split() if len(word) > 3]
    return (all_caps(text) and len(text.split()) >= 3) or (
        len(text.split()) >= 5 and len(words) >= 3 and all(word.strip("\"'“‘(")[:1].isupper() for word in words)
    )


def _apart(rows: Sequence[Row], found: list[int]) -> Iterator[int]:
    """The starts that have text between them: several lines of one head begin one article."""
    last: int | None = None
    for i in found:
        if last is None or any(row.kind is Kind.TEXT and not row.title_like for row in rows[last:i]):
            yield i
            last = i


def _outside_tails(rows: Sequence[Row], found: Iterator[int], newspaper: bool) -> Iterator[int]:
    """The starts that are no teasers under "Related": after such a heading only a page of several articles goes on."""
    count, tail, seen_text = 0, False, 0
    position = 0
    for i in found:
        for row in rows[position:i]:
            seen_text += is_paragraph(row)
            ends = is_end_mark(row.text) or _OF_THE_POST.match(row.text) is not None
            tail |= row.kind is Kind.TAIL and seen_text > 0 and not ends and count < 2
        position = i
        if not tail or newspaper:
            count += 1
            yield i

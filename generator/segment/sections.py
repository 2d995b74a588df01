"""Where the items of a collection begin that have no credit of their own: between rules, under uniform headings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .rows import Kind, Row, is_digest_word, is_paragraph
from .topic import is_clause, is_name_shaped
from .words import all_caps, ends_sentence, fold, holds

_RULE = re.compile(r"^\s*(?P<mark>[=*_~—–\-#·•■◆●○+])(?:\s*(?P=mark)){2,}\s*$")
_OF_SEVERAL = re.compile(
    r"^\W*(?:(?:message|item|story|article|no\.?)\s*[:：#]?\s*\d{1,2}|\d{1,2}\s*(?:/|of)\s*\d{1,2})\W*$", re.IGNORECASE
)
_FIRST = re.compile(r"^(?:\W*(?:1|一|①)(?!\d)|[■●◆▲▶►★☆◎□○◇※•➤❖>»])")
_OF_ALL = re.compile(r"^\W*\d{1,2}\s?/\s?\d{1,2}\b")
_IN_THIS_ISSUE = re.compile(
    r"^\W*(?:in this (?:issue|edition)|contents|inside|(?:today's|this week's|this month's) (?:topics|headlines"
    r"|stories)|(?:top |main )?(?:topics|headlines|stories)|本期目录|本期要目|本期导读|目录)\W*$",
    re.IGNORECASE,
)
_HEAD_ROWS = 12


def is_rule(row: Row) -> bool:
    """Whether a row is nothing but a drawn line."""
    return row.kind in (Kind.FURNITURE, Kind.TAIL) and _RULE.match(row.text) is not None


def is_collection(rows: Sequence[Row]) -> bool:
    """Whether the lines above the first paragraph say that several items follow."""
    limit = next((i for i, row in enumerate(rows) if is_paragraph(row)), len(rows))
    return any(is_digest_word(row.text) or _IN_THIS_ISSUE.match(row.text) for row in rows[: min(limit, _HEAD_ROWS)])


def without_contents(rows: Sequence[Row]) -> list[Row]:
    """The rows without a table of contents: lines above the text that stand again further down."""
    limit = next((i for i, row in enumerate(rows) if is_paragraph(row)), len(rows))
    later = {row.bare.casefold() for row in rows[limit:] if row.title_like}
    again = [i for i, row in enumerate(rows) if row.title_like and row.bare.casefold() in later]
    first = {rows[i].bare.casefold(): i for i in reversed(again)}
    contents = {i for i in first.values() if i < limit}
    head = {i for i in range(limit) if _IN_THIS_ISSUE.match(rows[i].text)}
    if len(contents) < 2 and not head:
        return list(rows)
    return [row for i, row in enumerate(rows) if i not in contents | head]


def by_rules(rows: Sequence[Row], first: int) -> list[int]:
    """The titles that open the sections between rules of one kind, where each section is a title with text under it."""
    rules: dict[str, list[int]] = defaultdict(list)
    for i in range(first, len(rows)):
        if is_rule(rows[i]) and not _is_underline(rows, i):
            rules[rows[i].text.strip()[0]].append(i)
    best: list[int] = []
    for places in rules.values():
        edges = [first - 1, *places, len(rows)]
        spans = [(a + 1, b) for a, b in pairwise(edges)]
        starts = [start for a, b in spans if (start := _item(rows, a, b)) is not None]
        best = max(best, starts, key=len)
    numbered = sum(_OF_SEVERAL.match(row.text) is not None for row in rows) > 1
    said = is_collection(rows[: best[0] + 1]) if best else False
    told = [i for i in best if _is_told_apart(rows, i)]
    if len(told) > 1 and all(i in told for i in best[1:-1]):
        return told  # a letter's opening and its last words are no items
    return best if len(best) > 1 and (said or numbered) else []


def _item(rows: Sequence[Row], start: int, end: int) -> int | None:
    """The title of the item in a section: the title-like line nearest above its first paragraph's head."""
    body = next((i for i in range(start, end) if is_paragraph(rows[i])), None)
    if body is None:
        return None
    titles = [i for i in range(start, body) if rows[i].title_like]
    return next((i for i in titles if _is_under_source(rows, i)), titles[0] if titles else None)


def _is_told_apart(rows: Sequence[Row], title: int) -> bool:
    """Whether an item has a number, a credit right under its title, or its outlet right over it."""
    below = rows[title + 1] if title + 1 < len(rows) else None
    credited = below is not None and below.kind in (Kind.CREDIT, Kind.BYLINE)
    return rows[title].marked or credited or _is_under_source(rows, title)


def _is_under_source(rows: Sequence[Row], title: int) -> bool:
    """Whether nothing but a name of an outlet stands right over a title."""
    return title > 0 and rows[title - 1].facts.source is not None and rows[title - 1].facts.date is None


def by_underlines(rows: Sequence[Row], first: int) -> list[int]:
    """The titles that are underlined with a rule of their own."""
    starts = [i for i in range(first, len(rows) - 1) if rows[i].title_like and _is_underline(rows, i + 1)]
    return starts if len(starts) > 1 else []


def _is_underline(rows: Sequence[Row], i: int) -> bool:
    """Whether the row is a rule right under a title."""
    return is_rule(rows[i]) and not rows[i].line.gap and i > 0 and rows[i - 1].title_like


def by_headings(rows: Sequence[Row], first: int) -> list[int]:
    """In a collection: the lines that stand alone over a paragraph, those in capitals where some are."""
    if not is_collection(rows):
        return []
    starts = []
    for i in range(first, len(rows) - 1):
        row = rows[i]
        before = next((above for above in reversed(rows[:i]) if above.kind is Kind.TEXT), None)
        closed = before is None or ends_sentence(before.text) or before.title_like
        if row.title_like and row.line.gap and closed and is_paragraph(rows[i + 1]):
            starts.append(i)
    capitals = [i for i in starts if all_caps(rows[i].bare)]
    if len(capitals) > 1 or not any(holds("collection", row.text) for row in rows[:_HEAD_ROWS]):
        return capitals if len(capitals) > 1 else []
    return starts if len(starts) > 1 else []


def without_repeats(rows: Sequence[Row]) -> list[Row]:
    """The rows; a name that stands above the text and below it, and a line that recurs below, are the page's own.

    A line over a credit is a title, however often it recurs: items of a digest may have the same.
    """
    limit = next((i for i, row in enumerate(rows) if is_paragraph(row)), len(rows))
    head = {fold(row.text) for row in rows[:limit] if row.title_like and is_name_shaped(row.text)}
    credited = {i for i, (_, under) in enumerate(pairwise(rows)) if under.kind is Kind.CREDIT and not under.facts.empty}
    below = {i: fold(row.text) for i, row in enumerate(rows) if i >= limit and row.title_like and i not in credited}
    head |= {text for text, count in Counter(below.values()).items() if count > 1}
    return [replace(row, kind=Kind.FOOTER) if i > limit and below.get(i) in head else row for i, row in enumerate(rows)]


def by_numbers(rows: Sequence[Row], first: int) -> list[int]:
    """The numbered titles 1, 2, 3 ... of a page that has no title and no text above the first of them."""
    starts = [
        i for i in range(first, len(rows) - 1) if rows[i].marked and rows[i].title_like and is_paragraph(rows[i + 1])
    ]
    if len(starts) < 2 or not _FIRST.match(rows[starts[0]].text):
        return []
    if all(_OF_ALL.match(rows[i].text) for i in starts):
        return starts  # 1/3, 2/3, 3/3 say it themselves
    above = rows[first : starts[0]]
    told = any(is_paragraph(row) or (row.title_like and not _is_head_line(row)) for row in above)
    return [] if told else starts


def _is_head_line(row: Row) -> bool:
    """Whether a line above numbered items names a page or a period rather than telling something."""
    return is_digest_word(row.text) or not is_clause(row.text) or is_name_shaped(row.text)

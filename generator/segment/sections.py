"""Where the items of a collection begin that have no credit of their own: between rules, under uniform headings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .rows import Kind, Row, is_digest_word, is_paragraph, is_turn
from .topic import is_clause, is_name_shaped
from .words import all_caps, ends_sentence, fold, holds, width

_RULE = re.compile(r"^\s*(?P<mark>[=*_~—–\-#·•■◆●○+━─═▬―.…‐])(?:\s*(?P=mark)){2,}\s*$")
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
_GENRE = re.compile(
    r"^\W*(?:(?:full |edited )?transcript|podcast|programme|program|episode(?: \d+)?|transkript"
    r"|transcripción|transcription|文字实录|节目实录|节目文字稿)\s*(?:[:：|｜]|\s[–—-])\s*\S",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?:\s*[.…·]{2,}\s*|\s+)(?:p(?:age|\.)?\s?)?\d{1,3}\s*$", re.IGNORECASE)  # "Title .... 7"
_SALUTATION = re.compile(
    r"^\W*(?:dear|hello|hi|good (?:morning|afternoon|evening|day)|greetings|welcome)\b.{0,60}[,!:.]$"
    r"|^\W*(?:亲爱的|尊敬的|各位|诸位).{0,20}[，：:！,]$|^.{2,12}(?:您好|你好|大家好)[，：:！,]?$",
    re.IGNORECASE,
)
_OPENING = 400  # columns of a letter's opening, with its subject
_HEAD_ROWS = 12
_NAME_SENTENCE = re.compile(r"^(?P<name>[^.。!?]{4,60})[.。]\s*\S")
_LAST_ROWS = 3  # among which a page speaks of itself
_FEWEST_SECTIONS = 3
_FEWEST_ITEMS = 2  # in a list of contents
_ANNOUNCES = re.compile(  # "Three stories this week", 本期三则消息
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:short |news )?"
    r"(?:stories|items|pieces|notes|reports|articles|dispatches|headlines)\b"
    r"|[两二三四五六七八九十\d]{1,2}\s?[则条篇个](?:短)?(?:消息|新闻|要闻|报道|动态|快讯|故事|文章)",
    re.IGNORECASE,
)
_SECTION = 40  # columns of a section's name


def is_rule(row: Row) -> bool:
    """Whether a row is nothing but a drawn line."""
    return row.kind in (Kind.FURNITURE, Kind.TAIL) and _RULE.match(row.text) is not None


def is_collection(rows: Sequence[Row]) -> bool:
    """Whether the lines above the first paragraph say that several items follow."""
    limit = next((i for i, row in enumerate(rows) if is_paragraph(row)), len(rows))
    return any(is_digest_word(row.text) or _IN_THIS_ISSUE.match(row.text) for row in rows[: min(limit, _HEAD_ROWS)])


def without_contents(rows: Sequence[Row]) -> list[Row]:
    """The rows without a table of contents: lines above the text that stand again further down."""
    listed = announced(rows)
    rows = [row for i, row in enumerate(_as_headings(rows, listed)) if i not in listed]
    limit = next((i for i, row in enumerate(rows) if is_paragraph(row)), len(rows))
    later = {row.bare.casefold() for row in rows[limit:] if row.title_like}
    again = [i for i, row in enumerate(rows) if row.title_like and row.bare.casefold() in later]
    first = {rows[i].bare.casefold(): i for i in reversed(again)}
    contents = {i for i in first.values() if i < limit}
    head = {i for i in range(limit) if _IN_THIS_ISSUE.match(rows[i].text)}
    if len(contents) < 2 and not head:
        return list(rows)
    return [row for i, row in enumerate(rows) if i not in contents | head]


def _as_headings(rows: Sequence[Row], listed: dict[int, int]) -> Sequence[Row]:
    """The rows with the titles that a list of contents announces as headings; where they tell something, of items.

    The sections of one article are called by names, and its title stands over the list.
    """
    titles = set(listed.values())
    told = sum(is_clause(rows[i].bare) for i in titles)
    above = rows[: min(listed, default=0)]
    single = any(row.title_like and is_clause(row.text) and not is_digest_word(row.text) for row in above)
    if len(titles) < _FEWEST_ITEMS or 2 * told < len(titles) or single or any(row.line.level for row in rows):
        return rows
    return [replace(row, line=replace(row.line, level=1)) if i in titles else row for i, row in enumerate(rows)]


def announced(rows: Sequence[Row]) -> dict[int, int]:
    """The lines of a list of contents, each with the title that it announces: two or more in a row."""
    titles = {_entry(row): i for i, row in enumerate(rows) if row.title_like and _is_over_text(rows, i)}
    listed = {i: titles[_entry(row)] for i, row in enumerate(rows) if titles.get(_entry(row), i) > i}
    return {i: title for i, title in listed.items() if listed.keys() & {i - 1, i + 1}}


def _entry(row: Row) -> str:
    """What a line announces, without its number and its page."""
    return fold(_PAGE.sub("", row.bare)) or row.text


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
    if len(best) > 2 and any(_ANNOUNCES.search(row.text) for row in rows[first : best[1]]):
        return best[1:] if any(_ANNOUNCES.search(row.text) for row in rows[best[0] : best[1]]) else best
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


def with_genre_lines(rows: Sequence[Row]) -> list[Row]:
    """The rows; a line over the title that tells a genre and a programme is a label: "TRANSCRIPT — Night Desk"."""
    limit = next((i for i, row in enumerate(rows) if is_paragraph(row)), len(rows))
    titles = [i for i in range(limit) if rows[i].title_like and rows[i].line.gap and not is_turn(rows[i].text)]
    last = max(titles, default=0)
    genres = {i for i in range(last) if rows[i].title_like and not rows[i].line.level and _GENRE.match(rows[i].text)}
    return [replace(row, kind=Kind.LABEL) if i in genres else row for i, row in enumerate(rows)]


def with_section_heads(rows: Sequence[Row]) -> list[Row]:
    """The rows; where each text of a page has two lines right over it, the upper names its section, not the item."""
    limit = next((i for i, row in enumerate(rows) if is_paragraph(row)), 0)
    blocks = [i for i in range(max(limit - 2, 0), len(rows) - 2) if _is_sectioned(rows, i)]
    texts = [i for i, (above, row) in enumerate(pairwise(rows), 1) if _opens_block(above, row)]
    if len(blocks) < _fewest_sections(rows) or not {*texts} <= {i + 2 for i in blocks}:
        return list(rows)
    return [replace(row, kind=Kind.LABEL) if i in blocks else row for i, row in enumerate(rows)]


def by_section_heads(rows: Sequence[Row], first: int) -> list[int]:
    """The titles that stand between the name of a section and a text, right under the one and over the other."""
    starts = [
        i + 1
        for i in range(first, len(rows) - 2)
        if rows[i].kind is Kind.LABEL and (rows[i].line.gap or i == first) and _is_titled(rows, i)
    ]
    return starts if len(starts) >= _fewest_sections(rows) else []


def _fewest_sections(rows: Sequence[Row]) -> int:
    """How many sections a page has at least that is one: of two, each could be a title over its subtitle."""
    return _FEWEST_ITEMS if is_collection(rows) else _FEWEST_SECTIONS


def _is_sectioned(rows: Sequence[Row], i: int) -> bool:
    """Whether a name of a section, a title and a text stand in a block, or a label in the name's place."""
    row = rows[i]
    named = row.kind is Kind.LABEL or (row.title_like and width(row.text) <= _SECTION and not row.marked)
    return named and row.line.gap and not row.line.level and _is_titled(rows, i)


def _is_titled(rows: Sequence[Row], i: int) -> bool:
    """Whether a title and a text stand right under a line."""
    title, text = rows[i + 1], rows[i + 2]
    return title.title_like and not title.line.gap and is_paragraph(text) and not text.line.gap


def _opens_block(above: Row, row: Row) -> bool:
    """Whether a text starts under something else than a text."""
    return is_paragraph(row) and not is_paragraph(above)


def without_repeats(rows: Sequence[Row]) -> list[Row]:
    """The rows; a name that stands above the text and below it, and a line that recurs below, are the page's own.

    A line over a credit is a title, however often it recurs: items of a digest may have the same.
    """
    limit = next((i for i, row in enumerate(rows) if is_paragraph(row)), len(rows))
    head = {fold(row.text) for row in rows[:limit] if row.title_like and is_name_shaped(row.text)}
    names = {fold(row.text) for row in rows[:limit] if row.title_like and is_name_shaped(row.text)}
    credited = {i for i, (_, under) in enumerate(pairwise(rows)) if under.kind is Kind.CREDIT and not under.facts.empty}
    credited |= {i for i, row in enumerate(rows) if row.marked and _is_over_text(rows, i)}
    listed = announced(rows)
    credited |= {*listed, *listed.values()}
    below = {i: fold(row.text) for i, row in enumerate(rows) if i >= limit and row.title_like and i not in credited}
    head |= {text for text, count in Counter(below.values()).items() if count > 1}
    signed = {i for i in range(max(limit + 1, len(rows) - _LAST_ROWS), len(rows)) if _signed_name(rows[i]) in names}
    return [
        replace(row, kind=Kind.FOOTER) if i in signed or (i > limit and below.get(i) in head) else row
        for i, row in enumerate(rows)
    ]


def _is_over_text(rows: Sequence[Row], i: int) -> bool:
    """Whether a text stands under a row, rules and credits aside."""
    aside = (Kind.CREDIT, Kind.BYLINE, Kind.CAPTION)
    return next((is_paragraph(row) for row in rows[i + 1 :] if not (is_rule(row) or row.kind in aside)), False)


def _signed_name(row: Row) -> str | None:
    """The name that stands as a sentence of its own before a notice: "Radio Fjord. On air in Oslo since 1951."."""
    match = _NAME_SENTENCE.match(row.text) if row.kind is Kind.TEXT else None
    return fold(match["name"]) if match else None


def greeting_in(rows: Sequence[Row]) -> range | None:
    """The rows of a letter's opening, "Dear readers," and some words, up to the title below; None without one."""
    start = next((i for i, row in enumerate(rows) if _SALUTATION.match(row.text)), None)
    if start is None:
        return None
    end = next((i for i in range(start + 1, len(rows)) if rows[i].title_like and rows[i].line.gap), len(rows))
    told = sum(width(row.text) for row in rows[:end] if row.kind is Kind.TEXT)
    return range(start, end) if told <= _OPENING else None


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
    if (greeting := greeting_in(above)) is not None:
        above = [*above[: greeting.start], *above[greeting.stop :]]
    told = any(is_paragraph(row) or (row.title_like and not _is_head_line(row)) for row in above)
    return [] if told else starts


def _is_head_line(row: Row) -> bool:
    """Whether a line above numbered items names a page or a period rather than telling something."""
    return is_digest_word(row.text) or not is_clause(row.text) or is_name_shaped(row.text)

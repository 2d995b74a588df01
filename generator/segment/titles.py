"""Which of the lines above an article is its title, and which are the site's, a section's or a subtitle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from ..taxonomy import SourceNames
from .dates import find_dates
from .rows import Kind, Row, is_digest_word, is_paragraph
from .source import is_press_office, is_state, letterhead_name
from .topic import is_clause, is_name_shaped, shared, topic_of
from .words import all_caps, ends_sentence, fold, han, width

_HANGING = re.compile(
    r"(?:\b(?:to|of|and|the|in|for|with|on|a|an|by|from|at|as|its|their|over|under|into|or|between|after|before"
    r"|that|&)|[、，：,:–—-])$",
    re.IGNORECASE,
)
_MENU = re.compile(
    r"[|｜•›»▾]|\s>{1,2}\s|^\[[^\]]{2,40}\](?:\s|$)|\b(?:since|est\.?|founded in) (?:1[89]|20)\d\d$"
)  # also "[logo] ..."
_POINT = re.compile(r"[•‣▪◦·*–-]\s*\S")
_SMALL_WORD = re.compile(r"[a-zß-ÿ]{4}")
_QUOTED = re.compile(r"^[\"“「『‘].+[\"”」』’]$")
_POSTCODE = re.compile(r"\b(?!(?:19|20)\d\d\b)\d{4,6}\b|\bP\.?\s?O\.? Box\b")
_SUBTITLE = re.compile(r"^[-–—―─]{1,3}\s*\S")
_ADDED = re.compile(
    r"\b(?:news|from|the|of|an?|press|media|releases?|newsletter|bulletin|digest|online|english|edition|daily|weekly"
    r"|welcome|full|text|wire|service|to|issue|website|home|page|at|by)\b|[\W\d_]|数字报|电子[报版]|中文[网版]|官网|网站|客户端"
)
_HALF = 0.5  # of the Han characters of a title's second line has the first at least
_MAX_LINES = 4  # of one title
_ZH_HANGING = re.compile(r"[为與与和及或让讓使将將把向从從在对對给給以的]")
_REST, _SHORTER = 4, 0.7  # Han characters of a title's second line at least, and the share of the first at most
_ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]$")  # where an outlet is
_TAGLINE = re.compile(r"\s[—–|·]\s")  # between a page's name and what it is
_FEWEST_WORDS, _FEWEST_HAN = 3, 5  # of a title over its deck
_LONGER = 1.25  # times as wide is a deck at least
_MISTAKEN = (Kind.TEXT, Kind.FURNITURE, Kind.ISSUE)
_ITS_WORDS = 0.3  # of a line that may be the title after all, has the text
_WIDEST = 200  # columns of a title
_FULL = 5  # words of a title that needs no line above it
_MOSTLY = 0.5  # of a line's words, has the article
_SOME = 0.3  # of its words: a name that the article hardly speaks of
_WEIGHTS: dict[str, float] = {
    sign: entry["weight"]
    for sign, entry in yaml.safe_load(Path(__file__).with_name("titles.yml").read_text(encoding="utf-8")).items()
}
_NEVER = -7.5  # a line with no more weight is no title even where nothing else may be one


def title_rows(
    rows: Sequence[Row],
    candidates: Sequence[int],
    below: set[int],
    outlets: set[str],
    sources: SourceNames,
    wrapped: bool,
) -> list[int]:
    """The indices of the rows that make the title among the title-like rows of a head; empty where none may.

    `below`: those of the candidates that stand under the credit of the page; `outlets` are folded names that the
    document itself gives as its outlet; `wrapped`: lines are broken at a width.
    The line for which most speaks is taken.
    """
    choices = title_choices(rows, candidates, below, outlets, sources, wrapped)
    if not choices:
        return []
    weights = [sum(_WEIGHTS[sign] * much for sign, much in choice.signs.items()) for choice in choices]
    best = max(weights)
    return choices[weights.index(best)].rows if best > _NEVER else []


@dataclass(frozen=True, slots=True)
class Choice:
    """A line, with those that go on with it, that may be the title; and how much of each sign it shows."""

    rows: list[int]
    signs: dict[str, float]  # by their names in titles.yml, 0 to 1


def title_choices(
    rows: Sequence[Row],
    candidates: Sequence[int],
    below: set[int],
    outlets: set[str],
    sources: SourceNames,
    wrapped: bool,
) -> list[Choice]:
    """The lines among which `title_rows` chooses, for the same arguments."""
    kept = [i for i in candidates if not _SUBTITLE.match(rows[i].text) or rows[i].line.level]
    if any(rows[i].line.level for i in kept):
        kept = [i for i in kept if rows[i].line.level or rows[i].line.strong]
    lines = {i: _continued(rows, i, wrapped, sources) for i in kept}
    kept = [i for i in kept if not any(i in lines[j][1:] for j in kept if j < i)]
    if not kept:
        return []
    topic = topic_of(rows[kept[0] :])
    return [
        Choice(
            lines[i],
            _signs(rows, lines[i], kept, topic, sources) | {"below": i in below, "outlet": _is(rows[i], outlets)},
        )
        for i in kept
    ]


def _is(row: Row, outlets: set[str]) -> bool:
    """Whether a line is the name of an outlet, perhaps with what pages add to it: "News from the ..."."""
    text = fold(row.bare)
    return text in outlets or any(name in text and not _ADDED.sub("", text.replace(name, " ")) for name in outlets)


def _signs(
    rows: Sequence[Row], lines: list[int], candidates: list[int], topic: set[str], sources: SourceNames
) -> dict[str, float]:
    """What titles.yml explains of a line."""
    i, row = lines[0], rows[lines[0]]
    text = title_text(rows, lines) or row.bare
    following = rows[lines[-1] + 1 :]
    under = next((other for other in following if other.kind is not Kind.CAPTION), None)
    lead = topic_of([other for other in following if is_paragraph(other)][:1])
    credited = under is not None and under.kind in (Kind.CREDIT, Kind.BYLINE)
    name, told = is_name_shaped(text), shared(text, topic)
    return {
        "heading": row.line.level > 0,
        "strong": row.line.strong,
        "marked": row.marked,
        "topic": told,
        "lead": shared(text, lead),
        "clause": is_clause(text),
        "quoted": _QUOTED.match(text) is not None,
        "gap": row.line.gap,
        "closed": credited or (under is not None and not under.title_like),
        "credited": credited,
        "first": len(candidates) > 1 and i == candidates[0],
        "inside": any(is_paragraph(other) for other in rows[:i]),
        "follows": i - 1 in candidates and not row.line.gap and not row.line.level,
        "second": i - 1 in candidates and _is_full(rows[i - 1].bare),
        "decked": any(_is_deck(rows, lines[-1], j, sources) for j in candidates if j == lines[-1] + 1),
        "deck-of": any(_is_deck(rows, j, i, sources) for j in candidates if j == i - 1),
        "told-above": any(_is_told(rows, j, topic, told) for j in candidates if j < i),
        "coded": _is_coded(text),
        "outranked": any(1 < rows[j].line.level < row.line.level for j in candidates),
        "listed": _is_listed(rows, i),
        "over": _is_over_deck(rows, lines),
        "deck": all_caps(text) and any(all_caps(rows[j].bare) for j in candidates if j < i),
        "name": name,
        "untold-name": name and told < _SOME,
        "recurs": name and not han(text) and _recurs(text, rows[i + 1 :]),
        "section": len(candidates) > 1 and is_section(text, _stands_apart(rows, i, candidates)),
        "short": 0 < han(text) <= 6 or (not han(text) and len(text.split()) <= 3),
        "commas": text.count(",") > 1,
        "menu": _MENU.search(text) is not None and not row.line.level,
        "address": _is_address(text),
        "digest": is_digest_word(text) and not row.line.level,
        "dated": find_dates(text) != () and not is_clause(text),
        "letterhead": _is_letterhead(row, sources) and row.line.level != 1,
    }


def _is_full(text: str) -> bool:
    """Whether a line has as many words as titles have, and is no shout."""
    return han(text) > 8 or (len(text.split()) > 3 and not all_caps(text))


def _is_told(rows: Sequence[Row], i: int, topic: set[str], told: float) -> bool:
    """Whether a line over another tells something too, and the article speaks of it as much or more."""
    text = rows[i].bare
    return is_clause(text) and shared(text, topic) >= max(told, _MOSTLY)


def _is_coded(text: str) -> bool:
    """Whether a line is a code, as wire services set over a story: numbers, capitals and words of three letters."""
    words = text.split()
    numbered = sum(any(character.isdigit() for character in word) for word in words)
    return numbered > 1 and not han(text) and not _SMALL_WORD.search(text)


def _is_deck(rows: Sequence[Row], i: int, j: int, sources: SourceNames) -> bool:
    """Whether row `j` is longer than row `i` right above it, and that is no name of a page, a section or a place."""
    title, deck = rows[i].bare, rows[j].bare
    enough = han(title) >= _FEWEST_HAN or len(title.split()) >= _FEWEST_WORDS
    named = _is_letterhead(rows[i], sources) or _MENU.search(title) is not None or find_dates(title) != ()
    named |= _TAGLINE.search(title) is not None
    return enough and not named and not is_digest_word(title) and width(deck) >= _LONGER * width(title)


def _is_listed(rows: Sequence[Row], i: int) -> bool:
    """Whether a line is a point of a list: it and a neighbour begin with a bullet."""
    return any(_POINT.match(rows[i].text) and _POINT.match(rows[j].text) for j in (i - 1, i + 1) if 0 <= j < len(rows))


def _is_over_deck(rows: Sequence[Row], lines: list[int]) -> bool:
    """Whether a line in capitals of some words stands right over a longer one that is not."""
    text, under = rows[lines[-1]].text, rows[lines[-1] + 1 : lines[-1] + 2]
    caps = all_caps(text) and len(text.split()) > 2  # two words are a section's name
    return caps and any(row.title_like and not row.line.gap and not all_caps(row.text) for row in under)


def _is_letterhead(row: Row, sources: SourceNames) -> bool:
    """Whether a line only names whose page it is."""
    text = _ASIDE.sub("", row.bare)
    return letterhead_name(text, sources) is not None or is_state(text) or is_press_office(text)


def _is_address(text: str) -> bool:
    """Whether a line is a postal address: a postcode among names, and no small word."""
    small = any(word.islower() and len(word) > 3 for word in text.split())
    return _POSTCODE.search(text) is not None and not small and re.search(r"[,·|•]", text) is not None


def _recurs(text: str, rows: Sequence[Row]) -> bool:
    """Whether a line stands word for word inside a sentence further down, as names do and titles hardly ever."""
    return any(text.casefold() in row.text.casefold() for row in rows if not row.title_like)


def _stands_apart(rows: Sequence[Row], i: int, candidates: list[int]) -> bool:
    """Whether a gap or another line stands between a candidate and the next one."""
    following = next((j for j in candidates if j > i), None)
    return following is None or rows[following].line.gap or following - i > 1


def is_section(text: str, apart: bool) -> bool:
    """Whether a line is too short for a title: a word, or two if the next line stands apart; of Han four or six."""
    return han(text) <= (6 if apart else 4) if han(text) else len(fold(text).split()) <= (2 if apart else 1)


def _continued(rows: Sequence[Row], first: int, wrapped: bool, sources: SourceNames) -> list[int]:
    """A title's first row and the rows that go on with it."""
    taken = [first]
    for i in range(first + 1, min(first + _MAX_LINES, len(rows))):
        previous, row = rows[taken[-1]], rows[i]
        if row.kind is not Kind.TEXT or not row.title_like or row.line.level or previous.line.level or row.marked:
            break
        hanging = _HANGING.search(previous.text) is not None
        both_caps = all_caps(previous.text) and all_caps(row.text) and not _is_kicker(previous.text, row.text)
        going_on = not row.line.gap and (row.text[:1].islower() or _balanced(rows, i) or _is_broken(rows, i))
        named = _is_letterhead(previous, sources) or (_is_letterhead(row, sources) and not both_caps)
        if _SUBTITLE.match(row.text) or (named and not hanging):
            break
        if row.line.gap and not (hanging and both_caps):
            break
        full = _REST * 2 <= han(previous.text) >= _HALF * han(row.text) or (
            not han(previous.text) and width(previous.text) > 36
        )
        broken = wrapped and full
        alike = wrapped and not row.line.gap and _in_title_case(previous.text) and _in_title_case(row.text)
        if not (hanging or both_caps or broken or going_on or alike):
            break
        taken.append(i)
    return taken


def _is_kicker(text: str, under: str) -> bool:
    """Whether a line in capitals is a code or a word over a whole title in capitals, the name of a section."""
    alone = len(text.split()) == 1 and len(under.split()) >= _FULL and not _HANGING.search(text)
    return alone or _is_coded(text)


def is_continued(row: Row, under: Row) -> bool:
    """Whether a line set as titles are goes on in the next one: in capitals, in a small letter, after a little word."""
    if under.line.gap or under.marked or row.line.level or under.line.level or not under.title_like:
        return False
    in_capitals = all_caps(row.text) and all_caps(under.text) and len(row.text.split()) > 1
    return in_capitals or under.text[:1].islower() or _HANGING.search(row.text) is not None


def _in_title_case(text: str) -> bool:
    """Whether every longer word of a line starts with a capital, and some letters are small."""
    words = [word for word in text.split() if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words) and not all_caps(text)


def _balanced(rows: Sequence[Row], i: int) -> bool:
    """Whether a Chinese title was cut in two before row `i`: two lines of about a length, and nothing else near."""
    first, second = rows[i - 1].text, rows[i].text
    sizes = sorted((han(first), han(second)))
    alone = rows[i - 1].line.gap and (i + 1 == len(rows) or rows[i + 1].line.gap)
    return alone and sizes[0] >= 4 and sizes[1] <= min(15, 2.5 * sizes[0]) and not is_digest_word(first)


def _is_broken(rows: Sequence[Row], i: int) -> bool:
    """Whether a Chinese title goes on in row `i`: with a little word, or as the shorter of two lines over a credit.

    A deck is longer than its title, and a kicker shorter than what stands under it.
    """
    first, second = rows[i - 1], rows[i]
    if min(han(first.text), han(second.text)) < _REST or is_digest_word(first.text):
        return False
    under = rows[i + 1] if i + 1 < len(rows) else None
    over = i > 1 and rows[i - 2].title_like and not first.line.gap and han(rows[i - 2].text) > han(second.text)
    closed = under is not None and under.kind in (Kind.CREDIT, Kind.BYLINE)
    shorter = han(first.text) >= 2 * _REST and han(second.text) <= _SHORTER * han(first.text)
    shorter = shorter and shared(second.text, topic_of(row for row in rows[i + 1 :] if is_paragraph(row))) > 0
    return _ZH_HANGING.match(second.text) is not None or (closed and shorter and not over)


def title_text(rows: Sequence[Row], indices: Sequence[int]) -> str | None:
    """The title as printed, on one line, without the ■ or number of an item."""
    if not indices:
        return None
    parts = [rows[i].bare if n == 0 else rows[i].text for n, i in enumerate(indices)]
    text = parts[0]
    for part in parts[1:]:
        text += part if text.endswith("-") or (han(text[-1:]) and han(part[:1])) else " " + part
    return text.strip() or None


def mistaken_title(rows: Sequence[Row]) -> list[int]:
    """The line over the text that was taken for something else and is the title; for heads where nothing else may be.

    It tells something, is no sentence, and the text has most of its words: a button or a number of an issue has not.
    """
    text = next((i for i, row in enumerate(rows) if row.kind is Kind.TEXT and ends_sentence(row.text)), len(rows))
    topic = topic_of(row for row in rows[text:] if is_paragraph(row))
    lines = [i for i in range(text) if rows[i].kind in _MISTAKEN and _may_be_title(rows[i])]
    told = {i: shared(rows[i].text, topic) for i in lines}
    best = max(lines, key=lambda i: told[i], default=None)
    return [best] if best is not None and told[best] >= _ITS_WORDS else []


def _may_be_title(row: Row) -> bool:
    """Whether a line is a clause as long as titles are, with nothing that only menus and prompts have."""
    return is_clause(row.text) and width(row.text) <= _WIDEST and _MENU.search(row.text) is None


def is_dashed(row: Row) -> bool:
    """Whether a line starts with a dash, as the second line of a title does."""
    return _SUBTITLE.match(row.text) is not None


def is_subtitle(row: Row) -> bool:
    """Whether a row under a title goes on with it rather than with the article."""
    return _SUBTITLE.match(row.text) is not None or (row.title_like and len(row.text.split()) <= 24)

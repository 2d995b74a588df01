"""Proposes English names: capitalised words around "Programme", "Joint Laboratory", "Observatory" and their like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...prefilter import Pattern
from ..bodies import BODIES
from ..sentences import Span
from .proposal import Proposal, words

_TOKEN = re.compile(r"[^\W_][\w’'.+/‐‑–—-]*|[,;:.!?()\"“”&«»]|\S")
_ABBREVIATED = re.compile(r"\.\w")  # U.S.
_WORD = re.compile(r"[A-Z\u00c0-\u00de]|\d{4}$|\d+(?:st|nd|rd|th)$")
_EDITION = re.compile(r"\d{4}|\d+(?:st|nd|rd|th)")
_LINKS = frozenset({"of", "for", "on", "and", "&", "in", "de", "du", "la", "the"})
_TAILS = frozenset({"of", "for", "on"})
_COMPOUND = re.compile(r"[A-Z][\w.]*[-‐‑–—][A-Z]\w*")
_SHORT = re.compile(r"\s?\(\s?([A-Z][A-Za-z0-9&-]{1,11})\s?\)")
_POSSESSIVE = re.compile(r"['’]s?$")
_MISSION = BODIES.compile(r"\b(?!COVID)([A-Z][\w’']{3,}-\d{1,2}[A-Z]?)\b(?!\s?(?:per|%))")
_SPACE = BODIES.compile(
    r"\b(?:satellite|probe|mission|spacecraft|orbit|lunar|space|rover|lander|crewed|launched)\w*", re.I
)
_QUOTED = BODIES.compile(
    r"[\"“]([A-Z][^\"“”\n]{2,60})[\"”]\s(?:[a-z]+\s)?(?:programme|program|project|initiative|plan|scheme|campaign)\b"
)
_PLURALS = frozenset({"Fellowship", "Scholarship", "Action", "Dialogue", "Award", "Satellite"})
_FINAL = '.!?”"])'
_PHRASE = 40  # words of a run of capitalised words
_LONGEST = 16  # words of a name
_SHOUTED = 0.75  # share of capitalised words from which a sentence is a headline


def propose_english(text: str, span: Span) -> Iterator[Proposal]:
    """The names of programmes in one sentence."""
    if _any_head().search(text, span.start, span.end):
        tokens = [_Token(found[0], found.start(), found.end()) for found in _TOKEN.finditer(text, span.start, span.end)]
        if text[span.end - 1] in _FINAL or not _is_headline(tokens):
            for phrase in _phrases(text, tokens):
                yield from _names(text, phrase)
    yield from (Proposal(found.start(1), found.end(1), 0.6) for found in _QUOTED.finditer(text, span.start, span.end))
    if _SPACE.search(text, span.start, span.end):
        yield from (
            Proposal(found.start(1), found.end(1), 0.6) for found in _MISSION.finditer(text, span.start, span.end)
        )


class _Token:
    """A word or a mark of a sentence."""

    __slots__ = ("end", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        stripped = text if _ABBREVIATED.search(text) else text.rstrip(".") or text
        self.text, self.start, self.end = stripped, start, start + len(stripped)

    @property
    def capital(self) -> bool:
        """Whether it can stand in a name."""
        return _WORD.match(self.text) is not None and self.text not in _lists()["months"]

    @property
    def stem(self) -> str:
        """The word without possessive and plural."""
        word = _POSSESSIVE.sub("", self.text)
        singular = word.removesuffix("s")
        return singular if singular in _heads() else word


def _is_headline(tokens: Sequence[_Token]) -> bool:
    letters = [token for token in tokens if token.text[0].isalpha() and token.text not in _LINKS]
    return len(letters) > 4 and sum(token.text[0].isupper() for token in letters) > _SHOUTED * len(letters)


def _phrases(text: str, tokens: Sequence[_Token]) -> Iterator[list[_Token]]:
    """Runs of capitalised words, with the small words that may link them."""
    phrase: list[_Token] = []
    linked: list[_Token] = []
    for token in tokens:
        if token.capital and len(phrase) < _PHRASE and _near(text, linked or phrase, token):
            phrase += [*linked, token]
            linked = []
            if _POSSESSIVE.search(token.text) and token.text.rstrip("’'s") not in {"Women", "Children", "Farmer"}:
                yield phrase
                phrase = []
        elif phrase and (token.text in _LINKS or token.text in '"“”' or _is_row(phrase, linked, token)):
            linked.append(token)
        else:
            if phrase:
                yield phrase
            phrase, linked = ([token], []) if token.capital else ([], [])
    yield phrase


def _near(text: str, before: Sequence[_Token], token: _Token) -> bool:
    """Whether only one blank, or quotes, stand between a word and those before it."""
    return not before or "\n\n" not in text[before[-1].end : token.start]


def _is_row(phrase: Sequence[_Token], linked: Sequence[_Token], token: _Token) -> bool:
    """Whether a comma continues a row of fields: "Science, Technology and Innovation"."""
    return token.text == "," and not linked and phrase[-1].text in _lists()["fields"]


def _names(text: str, phrase: list[_Token]) -> Iterator[Proposal]:
    """The names in a phrase: one, or several that "and" joins."""
    for part in _split(phrase):
        name = _trim(part)
        strength = _strength(name)
        if strength:
            start, end = name[0].start, name[-1].end
            if name[-1].text.endswith(("'s", "’s")):
                end -= 2
            start, end = _balanced(text, start, end)
            short = _SHORT.match(text, end)
            yield Proposal(start, end, strength, short[1] if short else None)


def _split(phrase: list[_Token]) -> Iterator[list[_Token]]:
    """Cuts at "and" (and at a comma) where a whole name stands before it and another one comes after it."""
    heads = [index for index in range(len(phrase)) if _is_head(phrase, index)]
    at = 0
    for index, token in enumerate(phrase[:-1]):
        if token.text not in {"and", "&", ","} or not any(at <= head < index for head in heads):
            continue
        follows = bool(heads) and heads[-1] > index
        opens = phrase[index + 1].text == "the" or _COMPOUND.fullmatch(phrase[index + 1].text) is not None
        if token.text == "," or (follows and (opens or index - 1 in heads)):
            yield phrase[at:index]
            at = index + 1
    yield phrase[at:]


def _trim(part: list[_Token]) -> list[_Token]:
    """The name in a part of a phrase: behind words that open a sentence, up to the head and its tail."""
    lists, start = _lists(), 0
    while start < len(part) and _is_opener(part[start], lists["starters"]):
        start += 1
    heads = [index for index in range(start, len(part)) if _is_head(part, index)]
    if not heads:
        return []
    first = heads[0]
    while first + 1 < len(part) and _is_head(part, first + 1):
        first += 1
    end = first + 1
    if end < len(part) and part[end].text in _TAILS:
        end = _tail(part, end)
    elif heads[-1] > first and all(token.text not in _TAILS for token in part[first : heads[-1]]):
        end = heads[-1] + 1
    return part[start:end]


def _tail(part: Sequence[_Token], at: int) -> int:
    """Where the words after "of", "for" or "on" end."""
    end = at
    for index in range(at, len(part)):
        if part[index].text in '"“”,' and not any(t.capital for t in part[index + 1 : index + 2]):
            break
        if part[index].text == "in" and not (index + 1 < len(part) and part[index + 1].text in _lists()["fields"]):
            break  # "Cooperation in Science" is a name, "Forum in Science City" is not
        if part[index].capital:
            end = index + 1
    return end


def _is_opener(token: _Token, starters: frozenset[str]) -> bool:
    return token.text.lower() in starters or not token.capital or _EDITION.fullmatch(token.text) is not None


def _is_head(part: Sequence[_Token], index: int) -> bool:
    """Whether the word makes the name one of a programme."""
    stem = part[index].stem
    qualifiers = words()["qualified"].get(stem)
    if qualifiers is not None:
        return index > 0 and part[index - 1].text in qualifiers
    return stem in _heads()


def _strength(name: Sequence[_Token]) -> float:
    """How surely a trimmed phrase is the name of a programme; 0: it is none."""
    lists = _lists()
    texts = [token.text for token in name]
    if not 1 < len(name) <= _LONGEST or any(text in lists["never"] for text in texts):
        return 0.0
    head = next((index for index in range(len(name)) if _is_head(name, index)), 0)
    while head + 1 < len(name) and _is_head(name, head + 1):
        head += 1
    if name[head - 1].text in _LINKS or (name[head].text.endswith("s") and name[head].stem not in _PLURALS):
        return 0.0  # "Director of Protocol"; "Innovation Networks"
    before = [token for token in name[:head] if token.capital]
    telling = [t for t in before if t.text.lower() not in lists["generic"] and t.stem not in _heads()]
    tail = [t for t in name[head + 1 :] if t.capital and t.text.lower() not in lists["generic"]]
    joint = any(_COMPOUND.match(text) or text in lists["joint"] for text in texts[: head + 1])
    if name[head].stem in lists["institutions"]:
        return 0.8 if joint and (telling or tail) else 0.0
    if name[head].stem in lists["devices"]:
        return 0.6 if len(before) > 1 and telling else 0.0
    if not telling and not (tail and (before or joint)):
        return 0.0
    return 0.8 if joint or len(before) > 1 or tail else 0.6


def _balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """The name without a quotation mark that has no partner in it, and with one that its own has just before it."""
    name = text[start:end]
    if name.count("“") + name.count("”") == 1 or name.count('"') == 1:
        at = next(index for index, char in enumerate(name) if char in '“”"')
        if start and text[start - 1] in '“"' and name[at] in '”"':
            return start - 1, end  # "Belt and Road" Technology Exchange Conference
        return (start, start + at) if at > len(name) // 2 else (start + at + 1, end)
    return start, end


@cache
def _lists() -> dict[str, frozenset[str]]:
    """The word lists as sets."""
    return {key: frozenset(value) for key, value in words().items() if isinstance(value, list)}


@cache
def _heads() -> frozenset[str]:
    lists = _lists()
    return lists["heads"] | lists["institutions"] | lists["devices"] | frozenset(words()["qualified"])


@cache
def _any_head() -> Pattern:
    return BODIES.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(_heads())))})s?\b")

"""Finds the people whom an article names: who they are, and which side they stand for."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import exp

from ...model import Article, Evidence, Person
from ...script import as_printed, simplified
from ..places import Places
from ..sentences import Span
from .han import find_han
from .han_roles import role_before
from .latin import find_latin
from .lexicon import PeopleLexicon, compile_people
from .mention import THRESHOLD, Mention, Text
from .sides import side_of

__all__ = ["PeopleLexicon", "compile_people", "find_people"]

LONGEST = 1000  # characters of a piece of evidence
_WORTH = 1.6  # points that leave one doubt in e: with it the score is the share that is right in labelled articles
_BEST = 3  # pieces of evidence per person
_NEIGHBOUR = re.compile(r"(?:,\s+|,?\s+(?:and|or|to|from|&|with)\s+|、|和|与|及|到|至)")
_NEIGHBOUR_POINTS = 1.25
_NAMESAKES = 40  # no article has more people of one surname; a list of names may pretend to
_ALONE_POINTS = 1.0  # for a surname that speaks or has a title elsewhere
_CREDIT = re.compile(
    r"\((?:Photo|PHOTO|Image|Reporting|Additional reporting|Editing|Edited|Written|By|Credit|Source)\b[^)]{0,120}\)"
    r"|\((?:[A-Z][\w.]*\s){0,4}[A-Z][\w.]*/\s?[A-Z][^()\n]{2,40}\)"  # (Silk Road Daily/Li Na)
    r"|\b(?:By|BY)\s+[A-Z][^.,;:()\n]{2,60}?\s(?:Updated|Published|Posted|UPDATED|[0-9]{1,2}[:.\s])"
    r"|(?m:^\s*(?:(?:Editors?|Author|Reporter|Photo|Source):|(?:By|BY|Edited by|"
    r"(?:Hosted|Presented|Produced|Narrated|Transcribed|Translated|Written|Reporting) by)\b:?)\s[^\n]{0,60}(?<![.!?])$)"
)
_CREDIT_ZH = re.compile(
    r"[（(][^（）()\n]{0,8}(?:记者|通讯员|编辑|责编|摄影|作者|实习生|供稿|图)[^（）()\n]{0,40}[）)]"
    r"|(?m:^(?:本报|本刊|特约|驻外)*(?:记者|作者|编辑|责任编辑|责编|通讯员|供稿|摄影|来源)\s*[:：]?\s*[^\n，。]{0,24}$)"
    r"|(?m:^[^\n，。]{0,16}[电讯]\s+(?:特约|本报|本刊|驻外)?(?:记者|通讯员)\s*[^\n，。]{0,24}$)"
)


@dataclass(slots=True)
class _Somebody:
    """A person while the article is read: the whole name and everywhere it stands."""

    name: str
    parts: tuple[str, ...]
    family_first: bool
    mentions: list[Mention] = field(default_factory=list)


def find_people(
    article: Article, sentences: Sequence[Span], places: Places, lexicon: PeopleLexicon
) -> tuple[Person, ...]:
    """The people named in `article`, in the order of their first mention; `sentences` are those of the body."""
    title = article.title or ""
    texts = (
        Text("title", simplified(title), (Span(0, len(title)),), places.title, title),
        Text("body", simplified(article.body), sentences, places.body, article.body),
    )
    found = [mention for text in texts for mention in _mentions(text, lexicon, article.source)]
    people = _gather(found, article.byline)
    ids: set[str] = set()
    return tuple(_person(somebody, ids, lexicon) for somebody in people)


def _mentions(text: Text, lexicon: PeopleLexicon, source: str | None) -> list[Mention]:
    """All candidates in the order of the text; one beside a person in a list is the likelier for it."""
    found = sorted([*find_latin(text, lexicon.latin, lexicon.han), *find_han(text, lexicon.han)], key=lambda m: m.start)
    found = _without_credits(text.text, _without_outlet(text.text, found, source))
    alone = {m.parts[0]: m.support for m in found if len(m.parts) == 1 and m.support >= 1}
    points = [
        m.points + (_ALONE_POINTS if len(m.parts) > 1 and m.points > 0 and m.parts[-1] in alone else 0) for m in found
    ]
    order = [*range(1, len(found)), *range(len(found) - 2, -1, -1)]
    for turn, index in enumerate(order):
        other = index - 1 if turn < len(found) - 1 else index + 1
        first, second = sorted((found[index], found[other]), key=lambda m: m.start)
        if 0 < points[index] < THRESHOLD <= points[other] and _NEIGHBOUR.fullmatch(text.text, first.end, second.start):
            points[index] += _NEIGHBOUR_POINTS
    return [_settled(m, worth, _own_role(m, found, points, lexicon)) for m, worth in zip(found, points, strict=True)]


def _settled(mention: Mention, points: float, role: Span | None) -> Mention:
    """The candidate with its points and role after a look at the others."""
    if points == mention.points and role == mention.role:
        return mention
    return replace(mention, points=points, role=role)


def _without_outlet(text: str, found: list[Mention], source: str | None) -> list[Mention]:
    """The candidates that do not stand in the name of the outlet: Xin Hua She is nobody called Xin Hua."""
    if not source:
        return found
    named = [(place.start(), place.end()) for place in re.finditer(re.escape(simplified(source)), text)]
    return [m for m in found if not any(start <= m.start and m.end <= end for start, end in named)]


def _without_credits(text: str, found: list[Mention]) -> list[Mention]:
    """The candidates that are no reporter's, editor's or photographer's."""
    for pattern in (_CREDIT, _CREDIT_ZH):
        bounds = [bound for credit in pattern.finditer(text) for bound in credit.span()]
        found = [mention for mention in found if bisect_right(bounds, mention.start) % 2 == 0]
    return found


def _own_role(
    mention: Mention, found: Sequence[Mention], points: Sequence[float], lexicon: PeopleLexicon
) -> Span | None:
    """The role without the person named before it: in 院长侯某与主席 the second role begins after the first name."""
    role = mention.role
    if role is None or role.end != mention.start:
        return role
    floor = 0
    for index in range(bisect_left(found, role.start, key=lambda m: m.start), len(found)):
        if found[index].start >= role.end:
            break
        if points[index] >= THRESHOLD and found[index].end <= role.end:
            floor = found[index].end
    return role_before(mention.text.text, role.end, lexicon.han, floor) if floor else role


def _gather(found: Sequence[Mention], byline: str | None) -> list[_Somebody]:
    """The persons with all their mentions: whole names first, then what stands for them."""
    people: list[_Somebody] = []
    sure = [m for m in found if m.points >= THRESHOLD and (m.text.field == "body" or m.points >= THRESHOLD + 1)]
    index: dict[str, list[_Somebody]] = {}
    for mention in sorted(sure, key=lambda m: (-len(m.parts), -len(m.name))):
        if _whose(mention, index) is None:
            somebody = _Somebody(_printed(mention), mention.parts, mention.family_first)
            people.append(somebody)
            for part in {*mention.parts, mention.key}:
                index.setdefault(part, []).append(somebody)
    for mention in found:
        somebody_named = _whose(mention, index)
        if somebody_named is not None:
            somebody_named.mentions.append(mention)
    return sorted(people, key=lambda p: (p.mentions[0].text.field == "body", p.mentions[0].start))


def _printed(mention: Mention) -> str:
    """The name as the article has it."""
    text = mention.text
    if text.text == text.printed:
        return mention.name
    return as_printed(mention.name, text.text[mention.start :], text.printed[mention.start :]) or mention.name


def _whose(mention: Mention, index: dict[str, list[_Somebody]]) -> _Somebody | None:
    """Whose name the mention is: the whole of it, a stretch of it, or its first and last words."""
    for somebody in index.get(mention.key, [])[:_NAMESAKES]:
        if somebody.parts == mention.parts or len(mention.parts) == 1:
            return somebody
    for somebody in index.get(mention.parts[-1], [])[:_NAMESAKES]:
        if _same(mention.parts, somebody.parts):
            return somebody
    return None


def _same(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the shorter name is a stretch of the longer one, or has its first and last words."""
    if len(short) > len(long):
        return False
    if any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1)):
        return True
    return len(short) == 2 and short[0] == long[0] and short[-1] == long[-1]


def _person(somebody: _Somebody, ids: set[str], lexicon: PeopleLexicon) -> Person:
    """What is published of somebody: the best role, the side, and up to three sentences, the telling one first."""
    told = max(somebody.mentions, key=_telling)
    role = country = None
    if told.role is not None:
        role = re.sub(r"\s+", " ", told.text.printed[told.role.start : told.role.end]).strip()
        country = side_of(told.text, told.role)
    worth = sum(max(0.0, m.points) for m in somebody.mentions)
    quotes = dict.fromkeys(_evidence(m) for m in (told, *somebody.mentions))
    name = "person:" + _slug(somebody.name)
    identity, number = name, 2
    while identity in ids:
        identity, number = f"{name}-{number}", number + 1
    ids.add(identity)
    return Person(
        id=identity,
        name=somebody.name,
        role=role,
        country=country,
        score=round(1 - exp(-worth / _WORTH), 4),
        evidence=tuple(quotes)[:_BEST],
    )


def _telling(mention: Mention) -> tuple[bool, bool, float]:
    """How much a mention tells: a role, a role that names the side, and how sure it is."""
    side = mention.role is not None and side_of(mention.text, mention.role) is not None
    return mention.role is not None, side, mention.points


def _evidence(mention: Mention) -> Evidence:
    """The sentence that holds the mention; of a very long one a window around it."""
    text, spans = mention.text, mention.text.sentences
    index = max(0, bisect_right(spans, mention.start, key=lambda span: span.start) - 1)
    span = spans[index] if spans else Span(mention.start, mention.end)
    start, end = min(span.start, mention.start), max(span.end, mention.end)
    if end - start > LONGEST:
        start = max(start, mention.start - LONGEST // 2)
        end = min(end, start + LONGEST)
        start += len(text.text[start:end]) - len(text.text[start:end].lstrip())
        end -= len(text.text[start:end]) - len(text.text[start:end].rstrip())
    return Evidence(text.field, text.printed[start:end], start, end)


def _slug(name: str) -> str:
    """Letters and digits in lower case joined by hyphens: Latin letters without accents, others kept."""
    return "-".join(re.findall(r"[^\W_]+", "".join(_plain(name)).lower())) or "unnamed"


def _plain(name: str) -> Iterable[str]:
    for character in unicodedata.normalize("NFC", name):
        base = unicodedata.normalize("NFKD", character)[:1]
        yield base if base.isascii() and base.isalpha() else "" if character in "'’‘" else character

"""Finds the programmes, facilities, missions and bodies of cooperation that an article names.

Those of the register are known by their names; others are proposed where the wording shows that something is one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model import Article, Evidence, Programme
from ...script import HAN
from ..cooperation import Sentence
from ..matcher import Matcher
from ..quotation import quote_around
from .chinese import propose_chinese
from .english import propose_english
from .proposal import Proposal
from .register import ProgrammeLexicon, compile_programmes, find_known

__all__ = ["ProgrammeLexicon", "compile_programmes", "find_programmes"]

_KNOWN = 0.95
_REPEATED = 0.1  # more for a proposed name that two sentences hold
_WIDEST = 120  # characters of the longest name of the register or of a party
_MOST = 3  # pieces of evidence of one finding
_CHINESE = re.compile(rf"[{HAN}]")
_LATIN = re.compile(r"[A-Za-z]{3}")
_ARTICLES = re.compile(r"[\s\"“”‐‑–—―-]+")


@dataclass(frozen=True, slots=True)
class _Found:
    """A name where it stands first, and what it is called by after that."""

    start: int
    name: str
    key: str  # of the register, or made from the name
    register_id: str | None
    score: float
    names: tuple[str, ...]


def find_programmes(
    article: Article, sentences: Sequence[Sentence], lexicon: ProgrammeLexicon
) -> tuple[Programme, ...]:
    """The programmes that the article names, known ones first, each once, with the sentences that name it."""
    known = list(_known(article, lexicon))
    proposed = list(_proposed(article, sentences, [item for item in known if item[0] == "body"]))
    merged = _merge(known, article, proposed)
    evidence = _evidence(article, sentences, merged)
    programmes = [
        Programme(
            f"programme:{found.key}",
            found.name,
            found.register_id,
            round(found.score + (_REPEATED if found.register_id is None and len(evidence[found.key]) > 1 else 0), 2),
            tuple(evidence[found.key][:_MOST]),
        )
        for found in merged.values()
        if evidence[found.key]
    ]
    return tuple(sorted(programmes, key=lambda programme: (-programme.score, programme.id)))


_Known = tuple[str, int, int, str]


def _known(article: Article, lexicon: ProgrammeLexicon) -> Iterator[_Known]:
    for field, text in (("title", article.title or ""), ("body", article.body)):
        yield from ((field, *item) for item in find_known(text, lexicon))


def _proposed(article: Article, sentences: Sequence[Sentence], known: Sequence[_Known]) -> Iterator[Proposal]:
    """The proposals of the body that are neither known, nor the name of a group."""
    mine = [sentence for sentence in sentences if sentence.field == "body"]
    taken = sorted({(start, end) for _, start, end, _ in known} | {(s.start, s.end) for m in mine for s in m.spots})
    for sentence in mine:
        for proposal in _patterns(article.body, sentence):
            first = bisect_left(taken, (proposal.start - _WIDEST, 0))
            here = taken[first : bisect_left(taken, (proposal.end, 0))]
            if not any(_same(article.body, proposal, start, end) for start, end in here):
                yield proposal


def _patterns(text: str, sentence: Sentence) -> Iterator[Proposal]:
    span = sentence.span
    if _CHINESE.search(text, span.start, span.end):
        yield from propose_chinese(text, span, sentence.spots)
    if _LATIN.search(text, span.start, span.end):
        yield from propose_english(text, span)


def _same(text: str, proposal: Proposal, start: int, end: int) -> bool:
    """Whether a proposal adds too little to what is known at `start:end` to be another programme."""
    if proposal.end <= start or end <= proposal.start:
        return False
    more = len(text[proposal.start : proposal.end]) - (min(end, proposal.end) - max(start, proposal.start))
    return more < (4 if _CHINESE.search(text, start, end) else 14)


def _merge(known: Sequence[_Known], article: Article, proposed: Sequence[Proposal]) -> dict[str, _Found]:
    """One entry a programme, under its id in the register or the key of its name."""
    merged: dict[str, _Found] = {}
    for field, start, end, identifier in sorted(known, key=lambda item: item[0]):  # the body first
        name = ((article.title or "") if field == "title" else article.body)[start:end]
        if identifier not in merged:
            merged[identifier] = _Found(start, name, identifier, identifier, _KNOWN, (name,))
        elif name not in merged[identifier].names:
            first = merged[identifier]
            merged[identifier] = _Found(start, first.name, identifier, identifier, _KNOWN, (*first.names, name))
    for proposal in proposed:
        name = article.body[proposal.start : proposal.end]
        key = _key(name)
        short = (proposal.short,) if proposal.short and proposal.short != name else ()
        if key and key not in merged:
            merged[key] = _Found(proposal.start, name, key, None, proposal.strength, (name, *short))
    return merged


def _key(name: str) -> str:
    """A readable key that small differences of spelling do not change."""
    return re.sub(r"[^\w+.-]", "", _ARTICLES.sub("-", name.strip().casefold())).strip("-.")[:80]


def _evidence(
    article: Article, sentences: Sequence[Sentence], merged: dict[str, _Found]
) -> defaultdict[str, list[Evidence]]:
    """The sentences that name each programme, by any of its names in this article, in order."""
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    if not merged:
        return found
    matcher = Matcher((name, item.key) for item in merged.values() for name in item.names)
    for field, text in (("body", article.body), ("title", article.title or "")):
        mine = [sentence for sentence in sentences if sentence.field == field]
        at = 0
        for hit in matcher.find_all(text):
            while at < len(mine) and mine[at].span.end < hit.end:
                at += 1
            if at == len(mine):
                break
            if hit.start < mine[at].span.start:
                continue
            quoted = quote_around(article, mine[at], hit.start, hit.end)
            for key in hit.values:
                if quoted not in found[key][-1:]:
                    found[key].append(quoted)
    return found

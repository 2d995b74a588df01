"""Finds in an article whom it cooperates with, what it is about, and what a person should check.

`extract` is a pure function of the article, the lexicon (compiled once from the taxonomy) and the home.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ..model import Article, Findings
from .cooperation import Sentence, read_sentences
from .groups import find_groups
from .language import detect_language
from .lexicon import Lexicon, compile_lexicon
from .parties import Reader, weigh_parties
from .partners import find_partners, mentions_of
from .places import Places, find_places
from .relevance import is_general, is_linked
from .review import find_review_items
from .sentences import Span, split_sentences
from .themes import find_themes

__all__ = ["Lexicon", "compile_lexicon", "extract"]


def extract(article: Article, lexicon: Lexicon, home: str | None, never_partners: Collection[str]) -> Findings:
    """The findings in `article`; `home` and `never_partners` are ISO codes."""
    spans = split_sentences(article.body)
    places = find_places(article, lexicon, home)
    sentences = _read(article, spans, places, lexicon)
    reader = Reader(home, lambda party: home is not None and home in (party, lexicon.part_of.get(party)))
    cases = weigh_parties(sentences, reader)
    outlet = lexicon.source_country.get(article.source_id or "")
    if not is_linked(sentences, cases, reader, outlet):
        cases = {party: replace(case, points=case.explicit) for party, case in cases.items()}
    partners, mentions = find_partners(
        article, cases, lambda code: not reader.is_home(code) and code not in never_partners
    )
    groups = find_groups(article, cases, lexicon.group_kinds)
    enough = len(partners) + len(groups) > (1 if home is None else 0)
    relevant = enough or is_general(sentences, reader, cases)
    if not relevant:
        partners, mentions, groups = (), mentions_of(article, cases), ()
    return Findings(
        language=article.language or detect_language(article.body or article.title or ""),
        relevant=relevant,
        partners=partners,
        mentions=mentions,
        groups=groups,
        themes=find_themes(article.title, article.body, spans, lexicon.themes),
        review=tuple(find_review_items(article, relevant, partners, groups, places.doubtful)),
    )


def _read(article: Article, spans: Sequence[Span], places: Places, lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The title as one sentence, and those of the body."""
    title = article.title or ""
    head = (Span(0, len(title)),) if title else ()
    return (
        *read_sentences("title", title, head, places.title, lexicon.cues.find(title)),
        *read_sentences("body", article.body, spans, places.body, lexicon.cues.find(article.body)),
    )

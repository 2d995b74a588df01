"""Finds in an article whom it cooperates with, what it is about, and what a person should check.

`extract` is a pure function of the article, the lexicon (compiled once from the taxonomy) and the home.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from ..model import Article, Findings
from ..script import simplified
from ..taxonomy import Taxonomy
from .cooperation import Sentence, read_sentences
from .details import DetailLexicon, compile_details, with_details
from .groups import find_groups, own_cues
from .language import language_of
from .lexicon import FilingLexicon, compile_filing
from .named import Named
from .parties import Reader, weigh_parties
from .partners import find_partners, mentions_of
from .places import Places, find_places
from .relevance import is_about_measures, is_general, is_linked
from .review import find_review_items
from .sentences import Span, split_sentences
from .signs import chances, read_texts
from .themes import find_themes

__all__ = ["Lexicon", "compile_lexicon", "extract"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that `extract` reads with, compiled once."""

    filing: FilingLexicon
    details: DetailLexicon


def compile_lexicon(taxonomy: Taxonomy) -> Lexicon:
    """The lexicon of a taxonomy; costs a fraction of a second, so do it once."""
    return Lexicon(compile_filing(taxonomy), compile_details(taxonomy))


def extract(article: Article, lexicon: Lexicon, home: str | None, never_partners: Collection[str]) -> Findings:
    """The findings in `article`; `home` and `never_partners` are ISO codes."""
    filing = lexicon.filing
    spans = split_sentences(article.body)
    reading = replace(article, title=article.title and simplified(article.title), body=simplified(article.body))
    places = find_places(reading, filing, home)
    sentences = _read(reading, spans, places, filing)
    reader = Reader(
        home,
        is_home=lambda party: home is not None and home in (party, filing.part_of.get(party)),
        acts=lambda party: home not in filing.actors.get(party, (home,)),
    )
    cases = weigh_parties(sentences, reader)
    outlet = filing.source_country.get(article.source_id or "")
    linked = is_linked(sentences, reader, outlet)
    cases = {party: case if linked and case.may_imply_home else case.without_implied() for party, case in cases.items()}
    barred = filing.ungoverned.union(never_partners)
    odds = chances(read_texts(reading, filing.signs), cases, sentences, reader, filing.signs)
    partners, mentions = find_partners(
        article, cases, odds, lambda code: not reader.is_home(code) and code not in barred
    )
    filed_under = {*(place.code for place in partners), home or ""}
    groups = find_groups(article, cases, filing.group_kinds, filed_under)
    enough = len(partners) + len(groups) > (1 if home is None else 0)
    relevant = (enough or is_general(sentences, reader, cases)) and not is_about_measures(sentences)
    if not relevant:
        partners, mentions, groups = (), mentions_of(article, cases), ()
    filed = frozenset((*(place.code for place in partners), *(tag.id for tag in groups)))
    named = Named(places.title, places.body, article.body, filed, reader.is_home)
    findings = Findings(
        language=language_of(article.language, article.title, article.body),
        relevant=relevant,
        partners=partners,
        mentions=mentions,
        groups=groups,
        themes=find_themes(article.title, article.body, spans, filing.themes, named),
        review=tuple(find_review_items(article, relevant, partners, groups, places.doubtful)),
    )
    return with_details(findings, article, spans, sentences, places, home, lexicon.details)


def _read(article: Article, spans: Sequence[Span], places: Places, lexicon: FilingLexicon) -> tuple[Sentence, ...]:
    """The title as one sentence, and those of the body; all characters are simplified ones."""
    title = article.title or ""
    head = (Span(0, len(title)),) if title else ()
    kinds = lexicon.group_kinds
    year = int(article.date[:4]) if article.date and article.date[:4].isdigit() else None
    in_title = own_cues(title, lexicon.cues.find(title), places.title, kinds)
    in_body = own_cues(article.body, lexicon.cues.find(article.body), places.body, kinds)
    return (
        *read_sentences("title", title, head, places.title, in_title, year),
        *read_sentences("body", article.body, spans, places.body, in_body, year),
    )

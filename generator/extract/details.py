"""What an article says besides whom it files under: figures, people, programmes, agreements, events, quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import Article, Findings
from ..taxonomy import Taxonomy
from .agreements import find_agreements
from .cooperation import Sentence
from .events import find_events
from .figures import FigureLexicon, compile_figures, find_figures
from .people import PeopleLexicon, compile_people, find_people
from .places import Places
from .programmes import ProgrammeLexicon, compile_programmes, find_programmes
from .quotes import find_quotes
from .sentences import Span


@dataclass(frozen=True, slots=True)
class DetailLexicon:
    """What the details are read with, compiled once."""

    figures: FigureLexicon
    people: PeopleLexicon
    programmes: ProgrammeLexicon


def compile_details(taxonomy: Taxonomy) -> DetailLexicon:
    """The lexicons of a taxonomy."""
    return DetailLexicon(compile_figures(taxonomy), compile_people(taxonomy), compile_programmes(taxonomy))


def with_details(
    findings: Findings,
    article: Article,
    spans: Sequence[Span],
    sentences: Sequence[Sentence],
    places: Places,
    home: str | None,
    lexicon: DetailLexicon,
) -> Findings:
    """The findings with everything else that the article says."""
    people = find_people(article, spans, places, lexicon.people)
    return replace(
        findings,
        figures=find_figures(article, spans, places, lexicon.figures, home),
        people=people,
        programmes=find_programmes(article, sentences, lexicon.programmes),
        agreements=find_agreements(article, sentences, home),
        events=find_events(article, sentences),
        quotes=find_quotes(article, spans, people),
    )

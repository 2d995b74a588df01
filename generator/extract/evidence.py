"""The sentences that say so, as quotations with offsets."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Article, Evidence
from .cooperation import Sentence
from .sentences import Span

LONGEST = 1000  # characters of a piece of evidence; of a longer sentence a window around the name is kept
_BEST = 3  # pieces of evidence per finding


def quote(article: Article, sentence: Sentence, party: str) -> Evidence:
    """The sentence as evidence; where it is too long, what stands around the party's first name in it."""
    text = (article.title or "") if sentence.field == "title" else article.body
    span = sentence.span
    if span.end - span.start > LONGEST:
        at = next((spot.start for spot in sentence.spots if spot.party == party), span.start)
        span = _window(text, span, at)
    return Evidence(sentence.field, text[span.start : span.end], span.start, span.end)


def best(article: Article, found: Iterable[tuple[float, Sentence]], party: str) -> tuple[Evidence, ...]:
    """The weightiest sentences as evidence, the weightiest first and earlier ones before later ones."""
    ranked = sorted(found, key=lambda item: -item[0])
    return tuple(dict.fromkeys(quote(article, sentence, party) for _, sentence in ranked))[:_BEST]


def _window(text: str, span: Span, at: int) -> Span:
    """A piece of at most LONGEST characters around `at`, which begins and ends between words where there are any."""
    start = max(span.start, at - LONGEST // 2)
    end = min(span.end, start + LONGEST)
    blank = text.find(" ", start, at) if start > span.start else -1
    start = blank + 1 if blank >= 0 else start
    blank = text.rfind(" ", at, end) if end < span.end else -1
    return Span(start, blank if blank > at else end)

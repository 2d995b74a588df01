"""A sentence as evidence for something that stands at one place in it."""

from __future__ import annotations

from ..model import Article, Evidence
from .cooperation import Sentence

_LONGEST = 600  # characters of a piece of evidence; of a longer sentence, what stands around the finding


def text_of(article: Article, sentence: Sentence) -> str:
    """The text that the sentence's offsets count in."""
    return (article.title or "") if sentence.field == "title" else article.body


def quote_around(article: Article, sentence: Sentence, first: int, last: int) -> Evidence:
    """The sentence, or as much of it around `text[first:last]` as a piece of evidence may hold."""
    start, end = sentence.span.start, sentence.span.end
    if end - start > _LONGEST:
        start = max(start, first - _LONGEST // 2)
        end = min(end, max(last, start + _LONGEST))
    return Evidence(sentence.field, text_of(article, sentence)[start:end], start, end)

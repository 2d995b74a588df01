"""What the tests of programmes, agreements and events share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from generator.extract import Lexicon
from generator.extract.cooperation import Sentence, read_sentences
from generator.extract.places import find_places
from generator.extract.programmes import ProgrammeLexicon, compile_programmes
from generator.extract.sentences import Span, split_sentences
from generator.model import Article
from generator.taxonomy import Taxonomy

Prepare = Callable[..., tuple[Article, Sequence[Sentence]]]


@pytest.fixture(scope="session")
def register(taxonomy: Taxonomy) -> ProgrammeLexicon:
    """The register that we ship, compiled."""
    return compile_programmes(taxonomy)


@pytest.fixture(scope="session")
def prepare(lexicon: Lexicon) -> Prepare:
    """An article with a body, and its sentences as the rules read them: `prepare(body, title=None, home="CN")`."""

    def run(
        body: str, title: str | None = None, home: str | None = "CN", date: str | None = "2024-05-06"
    ) -> tuple[Article, Sequence[Sentence]]:
        article = Article("a.txt", 1, "a", title, date, None, None, None, None, None, body)
        places = find_places(article, lexicon.filing, home)
        head = (Span(0, len(title)),) if title else ()
        return article, (
            *read_sentences("title", title or "", head, places.title, lexicon.filing.cues.find(title or "")),
            *read_sentences("body", body, split_sentences(body), places.body, lexicon.filing.cues.find(body)),
        )

    return run

"""Pages that chance puts together from parts of many outlets give their article, whatever stands around it."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.ingest import ingest_file
from generator.segment import segment
from generator.settings import Limits
from generator.taxonomy import SourceNames

from .folding import folded
from .layouts import Layout, layouts

_PAGES = 250
#: The share of the pages in which each part must be right: what was reached, less a page or two. It may only rise.
_LEAST = {
    "en": {"one": 0.99, "title": 0.97, "date": 0.99, "source": 0.98, "byline": 0.98, "end": 0.99},
    "zh": {"one": 0.99, "title": 0.95, "date": 0.98, "source": 0.98, "byline": 0.99, "end": 0.98},
}


def right(page: Layout, path: Path) -> dict[str, bool]:
    """Which parts of a page are found as they should be."""
    path.write_text(page.text, encoding="utf-8")
    document, problems = ingest_file(path, path.name, Limits(), path.name)
    assert document is not None, problems
    articles, _ = segment(document, SourceNames({}), path.name)
    article = articles[0]
    return {
        "one": len(articles) == 1,
        "title": folded(article.title) == folded(page.title),
        "date": article.date == page.date,
        "source": page.source is None or folded(article.source) == folded(page.source),
        "byline": page.byline is None or folded(article.byline) == folded(page.byline),
        "end": folded(article.body).endswith(folded(page.body[-1])),
    }


@cache
def _shares(language: str) -> dict[str, float]:
    """The share of pages in which each part is right."""
    counts: Counter[str] = Counter()
    with TemporaryDirectory() as folder:
        for page in layouts(language, _PAGES, seed=1):
            counts.update(part for part, is_right in right(page, Path(folder, "page.txt")).items() if is_right)
    return {part: counts[part] / _PAGES for part in _LEAST[language]}


@pytest.mark.parametrize(("language", "part"), [(language, part) for language in _LEAST for part in _LEAST[language]])
def test_a_part_is_found_on_nearly_every_page(language: str, part: str) -> None:
    assert _shares(language)[part] >= _LEAST[language][part]

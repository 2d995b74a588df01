"""Whole documents of invented outlets come apart as their .yml says: titles, dates, sources, bylines, bodies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.ingest import ingest_file
from generator.model import Article
from generator.segment import segment
from generator.settings import Limits
from generator.taxonomy import SourceNames

from .folding import folded

CASES = Path(__file__).parent / "cases"
DOCUMENTS = sorted(path for path in CASES.iterdir() if path.suffix != ".yml")
NO_SOURCES = SourceNames({})


def _articles(path: Path) -> list[Article]:
    document, problems = ingest_file(path, path.name, Limits(), path.name)
    assert document is not None, problems
    articles, problems = segment(document, NO_SOURCES, path.name)
    assert problems == []
    return articles


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_comes_apart_as_its_label_says(path: Path) -> None:
    wanted: list[dict[str, Any]] = yaml.safe_load(path.with_suffix(".yml").read_text(encoding="utf-8"))
    articles = _articles(path)
    assert [folded(article.title) for article in articles] == [folded(want["title"]) for want in wanted]
    for article, want in zip(articles, wanted, strict=True):
        found = (article.date, folded(article.source), folded(article.byline))
        assert found == (want["date"], folded(want["source"]), folded(want["byline"]))
        assert folded(article.body).startswith(folded(want["body_start"]))
        assert folded(article.body).endswith(folded(want["body_end"]))
        assert [text for text in want.get("absent", []) if text in article.body] == []
        assert [text for text in want.get("contains", []) if text not in article.body] == []
        assert [text for text in want.get("paragraphs", []) if text not in article.body.split("\n\n")] == []


def test_there_are_documents_to_try() -> None:
    assert len(DOCUMENTS) >= 30

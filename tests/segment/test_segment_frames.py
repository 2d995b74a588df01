"""The same article under every kind of head, and over every kind of tail, comes out the same."""

from __future__ import annotations

import re
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

FRAMES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "frames.yml").read_text(encoding="utf-8"))
ARTICLES: dict[str, dict[str, str]] = FRAMES["articles"]
TAILS = [(language, tail) for language, tails in FRAMES["tails"].items() for tail in tails]


def _only_article(path: Path, text: str) -> Article:
    path.write_text(text, encoding="utf-8")
    document, problems = ingest_file(path, path.name, Limits(), path.name)
    assert document is not None, problems
    articles, _ = segment(document, SourceNames({}), path.name)
    assert [folded(article.body)[:20] for article in articles[1:]] == []
    return articles[0]


@pytest.mark.parametrize("case", FRAMES["heads"], ids=lambda case: case["head"][:40].replace("\n", " "))
def test_a_head_gives_title_date_source_and_byline(case: dict[str, Any], tmp_path: Path) -> None:
    wanted = ARTICLES[case["language"]]
    gap = "\n" if re.search(r"[^\n]\n$", case["head"]) else ""
    article = _only_article(tmp_path / f"page.{case['format']}", case["head"] + gap + wanted["body"] + "\n")
    assert folded(article.title) == folded(case.get("printed", wanted["title"]))
    assert article.date == case["date"]
    assert (folded(article.source), folded(article.byline)) == (folded(case["source"]), folded(case["byline"]))
    assert folded(article.body) == folded(wanted["body"])


@pytest.mark.parametrize(("language", "tail"), TAILS, ids=[tail[:40] for _, tail in TAILS])
def test_a_tail_is_cut(language: str, tail: str, tmp_path: Path) -> None:
    wanted = ARTICLES[language]
    article = _only_article(tmp_path / "page.txt", f"{wanted['title']}\n\n2023-07-18\n\n{wanted['body']}\n\n{tail}\n")
    assert folded(article.title) == folded(wanted["title"])
    assert folded(article.body) == folded(wanted["body"])


@pytest.mark.parametrize("case", FRAMES["closings"], ids=lambda case: case["tail"][:40].replace("\n", " "))
def test_a_closing_gives_date_and_byline(case: dict[str, Any], tmp_path: Path) -> None:
    wanted = ARTICLES[case["language"]]
    article = _only_article(tmp_path / "page.txt", f"{wanted['title']}\n\n{wanted['body']}\n\n{case['tail']}\n")
    assert folded(article.title) == folded(wanted["title"])
    assert (article.date, folded(article.byline)) == (case["date"], folded(case["byline"]))
    assert folded(article.body) == folded(wanted["body"])

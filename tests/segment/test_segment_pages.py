"""An article comes out the same whatever its page prints around it, and the page tells whose it is and when."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.ingest import ingest_file
from generator.segment import segment
from generator.settings import Limits
from generator.taxonomy import SourceNames

from .folding import folded

HERE = Path(__file__).parent
PAGES: list[dict[str, Any]] = yaml.safe_load((HERE / "pages.yml").read_text(encoding="utf-8"))
ARTICLES: dict[str, dict[str, str]] = yaml.safe_load((HERE / "frames.yml").read_text(encoding="utf-8"))["articles"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["head"][:50].replace("\n", " "))
def test_a_page_gives_its_article(page: dict[str, Any], tmp_path: Path) -> None:
    wanted = ARTICLES[page["language"]]
    body = wanted["body"]
    if page.get("html"):
        body = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in body.split("\n\n"))
    head = page["head"].format(title=wanted["title"], TITLE=wanted["title"].upper())
    path = tmp_path / "page.txt"
    path.write_text(f"{head}{body}\n\n{page['tail']}\n", encoding="utf-8")
    document, problems = ingest_file(path, path.name, Limits(), path.name)
    assert document is not None, problems
    articles, _ = segment(document, SourceNames({}), path.name)
    assert [folded(article.title) for article in articles] == [folded(wanted["title"])]
    article = articles[0]
    assert folded(article.body) == folded(wanted["body"])
    found = (article.date, folded(article.source), folded(article.byline))
    assert found == (page["date"], folded(page["source"]), folded(page["byline"]))

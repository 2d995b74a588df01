"""An article comes out the same whatever its page prints around it, and the page tells whose it is and when."""

from __future__ import annotations

import html
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.ingest import ingest_file
from generator.segment import segment
from generator.settings import Limits
from generator.taxonomy import SourceNames

HERE = Path(__file__).parent
PAGES: list[dict[str, Any]] = yaml.safe_load((HERE / "pages.yml").read_text(encoding="utf-8"))
ARTICLES: dict[str, dict[str, str]] = yaml.safe_load((HERE / "frames.yml").read_text(encoding="utf-8"))["articles"]


def _folded(text: object) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", str(text or "")).casefold())


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
    assert [_folded(article.title) for article in articles] == [_folded(wanted["title"])]
    article = articles[0]
    assert _folded(article.body) == _folded(wanted["body"])
    found = (article.date, _folded(article.source), _folded(article.byline))
    assert found == (page["date"], _folded(page["source"]), _folded(page["byline"]))

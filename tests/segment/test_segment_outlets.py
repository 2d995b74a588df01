"""Pages in the manner of many outlets and tools, all invented, give title, writer and the end of the text."""

from __future__ import annotations

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

PAGES: list[dict[str, Any]] = [
    page
    for path in sorted((Path(__file__).parent / "outlets").glob("*.yml"))
    for page in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def _letters(text: object) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", str(text or "")).casefold())


def _among(found: object, wanted: object) -> bool:
    """Whether an answer is the one that is wanted, or one of several."""
    return _letters(found) in [_letters(one) for one in (wanted if isinstance(wanted, list) else [wanted])]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page["manner"]))
def test_a_page_gives_title_writer_and_end(page: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / f"page.{page.get('suffix', 'txt')}"
    path.write_text(page["page"], encoding="utf-8")
    document, problems = ingest_file(path, path.name, Limits(), path.name)
    assert document is not None, problems
    articles, _ = segment(document, SourceNames({}), path.name)
    assert len(articles) == len(page["articles"])
    for article, want in zip(articles, page["articles"], strict=True):
        assert _among(article.title, want["title"]), article.title
        assert _among(article.byline, want.get("byline")), article.byline
        assert _letters(article.body).endswith(_letters(want["end"])), article.body[-60:]

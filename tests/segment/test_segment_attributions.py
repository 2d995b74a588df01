"""Of all days and names that stand around an article, its own are found, whoever printed the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.ingest import ingest_file
from generator.segment import segment
from generator.settings import Limits
from generator.taxonomy import SourceNames

from .folding import folded

DATA: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "attributions.yml").read_text(encoding="utf-8"))


def _page(case: dict[str, str]) -> str:
    """The page with its article filled in."""
    text = case["page"]
    for name, body in DATA["bodies"].items():
        paragraphs = "".join(f"<p>{paragraph}</p>\n" for paragraph in body.strip().split("\n\n"))
        text = text.replace(f"{{html_{name}}}", paragraphs).replace(f"{{{name}}}", body.rstrip("\n"))
    return text


@pytest.mark.parametrize("case", DATA["pages"], ids=lambda case: case["page"][:60].replace("\n", " "))
def test_a_page_gives_its_day_and_outlet(case: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / f"page.{case['format']}"
    path.write_text(_page(case), encoding="utf-8")
    document, problems = ingest_file(path, path.name, Limits(), path.name)
    assert document is not None, problems
    articles, _ = segment(document, SourceNames({}), path.name)
    assert [article.date for article in articles] == [case["date"]]
    assert [folded(article.source) for article in articles] == [folded(case["source"])]

"""Several items on one page come apart under every layout that outlets print them in."""

from __future__ import annotations

import textwrap
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

DIGESTS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "digests.yml").read_text(encoding="utf-8"))
MONTHS = ["", "January", "February", "March", "April", "May"]


def _page(layout: dict[str, Any], items: list[dict[str, str]]) -> str:
    """The page that a layout makes of the items."""
    printed = []
    for n, item in enumerate(items, start=1):
        year, month, day = (int(part) for part in item["date"].split("-"))
        printed.append(
            layout["item"].format(
                **item,
                TITLE=item["title"].upper(),
                n=n,
                zhn="一二三"[n - 1],
                kicker=("OCEANS", "CRAFTS", "EARTH")[n - 1],
                wrapped=textwrap.fill(item["text"], 40),
                letter="abc"[n - 1],
                city=("Tema", "Valletta", "Lima")[n - 1],
                CITY=("TEMA", "VALLETTA", "LIMA")[n - 1],
                dd=day,
                iso=item["date"],
                day=f"{day} {MONTHS[month]} {year}",
                dmy=f"{day} {MONTHS[month][:3]} {year}",
                zhday=f"{year}年{month}月{day}日",
            )
        )
    titles = {f"title{n}": item["title"] for n, item in enumerate(items, start=1)}
    return str(layout["head"].format(**titles) + layout["between"].join(printed) + layout.get("tail", ""))


def _articles(path: Path, text: str) -> list[Article]:
    path.write_text(text, encoding="utf-8")
    document, problems = ingest_file(path, path.name, Limits(), path.name)
    assert document is not None, problems
    return segment(document, SourceNames({}), path.name)[0]


@pytest.mark.parametrize("layout", DIGESTS["layouts"], ids=lambda layout: layout["name"])
def test_items_come_apart(layout: dict[str, Any], tmp_path: Path) -> None:
    items = DIGESTS["items"][layout["language"]]
    articles = _articles(tmp_path / "page.txt", _page(layout, items))
    titles = [layout.get("titled", "{title}").format(**item) for item in items]
    assert [folded(article.title) for article in articles] == [folded(title) for title in titles]
    for article, item in zip(articles, items, strict=True):
        assert folded(article.body) == folded(item["text"])
        for field in layout["tells"]:
            assert folded(getattr(article, field)) == folded(item[field])
        if "2023" in layout["head"] + layout.get("tail", "") and "date" not in layout["tells"]:
            assert (article.date or "").startswith("2023-05")

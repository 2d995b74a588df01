"""A small made tree, and a way to build it with the repository's own mkdocs.yml."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.publish.plugin import AtlasPlugin
from generator.render.tree import Page, SearchEntry, Tree

ROOT = Path(__file__).parents[2]
SECTIONS = (
    *("countries", "groups", "compare", "themes", "programmes", "people", "indicators", "contradictions", "timeline"),
    *("articles", "sources", "data", "ask", "changes", "search"),
)

Build = Callable[..., Path]


@pytest.fixture(scope="session")
def made_tree() -> Tree:
    """One page of each section and for searching in both languages, an article, and a data file."""
    pages = []
    for folder in ("", "zh/"):
        pages.append(Page(f"{folder}index.md", "Home", "# Home\n\n[Countries](countries/index.md)\n"))
        for name in SECTIONS:
            title, path = name.capitalize(), f"{folder}{name}/index.md"
            pages.append(Page(path, title, f"# {title}\n\n[Home](../index.md)\n", date(2023, 4, 5)))
    entry = SearchEntry("Dual titles", "Some text.", "article", facets={"year": ("2024",)})
    pages.append(Page("articles/2024-a.md", "Dual", "# Dual\n\n## Part\n\n[Part](#part)\n", date(2024, 5, 21), entry))
    return Tree(tuple(pages), {"data/records.json": b'{"made": true}\n'})


@pytest.fixture
def publish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Builds a tree into a new folder as `mkdocs build --strict` does; raises Abort on a warning."""
    monkeypatch.delenv("SITE_URL", raising=False)

    def run(tree: Tree, name: str = "site", **options: Any) -> Path:
        site = tmp_path / name
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site), strict=True, **options)
        plugin = config.plugins["atlas"]
        assert isinstance(plugin, AtlasPlugin)
        monkeypatch.setattr(plugin, "tree", tree)  # for this build alone: MkDocs keeps the plugin
        build(config)
        return site

    return run


@pytest.fixture(scope="session")
def broken_links() -> Callable[[Path], list[str]]:
    """Every link of a site that leads to no file in it, or to no place in that file."""
    return lambda site: list(_broken_links(site.resolve()))


def _broken_links(site: Path) -> Iterator[str]:
    pages = {path: html.document_fromstring(path.read_bytes()) for path in site.rglob("*.html")}
    anchors = {path: {*tree.xpath("//@id"), *tree.xpath("//a/@name")} for path, tree in pages.items()}
    base = urlsplit(str(pages[site / "index.html"].xpath("string(//link[@rel='canonical']/@href)"))).path
    for path, tree in pages.items():
        for link in tree.xpath("//a/@href | //link[@rel!='canonical']/@href | //script/@src | //img/@src"):
            address, anchor = urldefrag(str(link))
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = path.parent / unquote(parts.path) if parts.path else path
            if parts.path.startswith("/"):  # on the page for wrong addresses, which may stand anywhere
                target = site / unquote(parts.path).removeprefix(base or "/")
            target = target.resolve()
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (anchor and unquote(anchor) not in anchors.get(target, {unquote(anchor)})):
                yield f"{path.relative_to(site)}: {link}"

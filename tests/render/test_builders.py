"""The tree, written as plain files, builds with plain MkDocs and not one warning."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.catalog import catalog
from generator.render import render, write_tree

from .corpus import project, records, taxonomy
from .test_pages import hostile_records


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that MkDocs makes of ordinary and hostile articles, with every link checked."""
    root = tmp_path_factory.mktemp("plain")
    the_project = project(root)
    atlas, _ = catalog([*records(), *hostile_records()], taxonomy(), the_project.settings)
    write_tree(render(atlas, the_project), root / "docs", the_project)
    (root / "mkdocs.yml").write_text(
        "site_name: Plain\nplugins: []\nmarkdown_extensions: [tables]\nnav: [index.md, countries/index.md]\n"
        "validation: {links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}}\n"
    )
    build(load_config(str(root / "mkdocs.yml"), strict=True))
    return root / "site"


def test_an_article_whose_address_is_chinese_is_linked_and_built(site: Path) -> None:
    assert (site / "articles" / "2022-11-28-天文台-3c4d" / "index.html").is_file()
    page = html.parse(str(site / "countries" / "rs" / "index.html"))
    targets = [anchor.get("href") for anchor in page.iter("a")]
    assert "../../articles/2022-11-28-%E5%A4%A9%E6%96%87%E5%8F%B0-3c4d/" in targets


def test_hostile_titles_stay_text_in_the_head_of_the_page(site: Path) -> None:
    for path in (site / "articles").glob("2024-hostile-*/index.html"):
        page = html.parse(str(path))
        scripts = [script.text or "" for script in page.iter("script")]
        assert not any("alert" in script for script in scripts)
        assert not any(key.startswith("on") for element in page.iter("*") for key in element.attrib)
    first = html.parse(str(site / "articles" / "2024-hostile-00" / "index.html"))
    assert unescape(first.findtext(".//title")).startswith("<script>alert(1)</script>")

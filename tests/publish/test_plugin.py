"""What the adapter makes of a tree: a site that is complete, the same every time, and safe."""

from __future__ import annotations

import gzip
import json
import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html
from mkdocs.config import load_config

from generator.problems import error, warning
from generator.publish.plugin import AtlasPlugin, _report
from generator.render.escape import html_text
from generator.render.tree import Page, SearchEntry, Tree

ROOT = Path(__file__).parents[2]
Build = Callable[..., Path]

NASTY = "</title><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def contents(site: Path) -> dict[str, bytes]:
    """All files of a site by path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_strict_build_has_every_page_and_file(publish: Build, made_tree: Tree) -> None:
    """Pages, data files, the search index and the page for wrong addresses stand in the site."""
    site = publish(made_tree)
    assert (site / "articles/2024-a/index.html").is_file()
    assert (site / "data/records.json").read_bytes() == b'{"made": true}\n'
    assert (site / "search/pagefind-entry.json").is_file()
    assert (site / "404.html").is_file()
    assert (site / "assets/licences/pagefind.txt").is_file()


def test_every_link_leads_somewhere(publish: Build, made_tree: Tree, broken_links: Callable[[Path], list[str]]) -> None:
    """Links, anchors, scripts and styles of all pages exist below the site's root."""
    assert broken_links(publish(made_tree)) == []


def test_pages_ask_no_other_host(publish: Build, made_tree: Tree) -> None:
    """No page loads a font, script, style or image from elsewhere."""
    for path in publish(made_tree).rglob("*.html"):
        tree = html.document_fromstring(path.read_bytes())
        loaded = tree.xpath("//script/@src | //img/@src | //link[@rel!='canonical']/@href | //iframe/@src")
        assert [link for link in loaded if urlsplit(link).netloc] == []


def test_two_builds_are_the_same(publish: Build, made_tree: Tree) -> None:
    """The same tree gives the same bytes in every file, the packed sitemap and the search index too."""
    url = "https://example.org/atlas/"
    assert contents(publish(made_tree, "one", site_url=url)) == contents(publish(made_tree, "two", site_url=url))


def test_the_sitemap_tells_the_dates_of_the_articles(publish: Build, made_tree: Tree) -> None:
    """A page is as new as its newest article; one that tells of none is as new as the newest of all."""
    site = publish(made_tree, site_url="https://example.org/atlas/")
    sitemap = gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode()
    assert sitemap == (site / "sitemap.xml").read_text(encoding="utf-8")
    dates = dict(
        zip(
            html.fromstring(sitemap.encode()).xpath("//loc/text()"),
            html.fromstring(sitemap.encode()).xpath("//lastmod/text()"),
            strict=True,
        )
    )
    assert dates["https://example.org/atlas/themes/"] == "2023-04-05"
    assert dates["https://example.org/atlas/articles/2024-a/"] == "2024-05-21"
    assert dates["https://example.org/atlas/"] == dates["https://example.org/atlas/about/"] == "2024-05-21"


def test_the_sitemap_knows_each_page_in_its_other_languages(publish: Build, made_tree: Tree) -> None:
    """The first language is also the one for everybody else; a page that is there once names no other."""
    site = publish(made_tree, site_url="https://example.org/atlas/")
    pages = html.fromstring((site / "sitemap.xml").read_bytes()).xpath("//url")
    leads = {
        page.xpath("string(loc)"): {link.get("hreflang"): link.get("href") for link in page if link.get("hreflang")}
        for page in pages
    }
    english, chinese = "https://example.org/atlas/themes/", "https://example.org/atlas/zh/themes/"
    assert leads[english] == leads[chinese] == {"en": english, "x-default": english, "zh": chinese}
    assert leads["https://example.org/atlas/articles/2024-a/"] == {}


def test_no_single_letter_leads_to_another_page(publish: Build, made_tree: Tree) -> None:
    """Material's script follows these links at the touch of n, p, full stop and comma."""
    site = publish(made_tree)
    assert html.document_fromstring((site / "themes" / "index.html").read_bytes()).xpath("//link[@rel='next']") == []
    assert html.document_fromstring((site / "themes" / "index.html").read_bytes()).xpath("//link[@rel='prev']") == []


@pytest.mark.parametrize("year", [1, 1955, 2999, 9999])
def test_dates_that_no_format_carries(publish: Build, made_tree: Tree, year: int) -> None:
    """An article from long ago, or with a slip in its year, does not break the build."""
    pages = (*(Page(page.path, page.title, page.markdown, date(year, 1, 1)) for page in made_tree.pages),)
    assert (publish(Tree(pages)) / "sitemap.xml.gz").is_file()


def test_without_dates_the_day_is_the_given_one(
    publish: Build, made_tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no article has a date, SOURCE_DATE_EPOCH decides."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    pages = tuple(Page(page.path, page.title, page.markdown) for page in made_tree.pages)
    site = publish(Tree(pages), site_url="https://example.org/")
    assert set(html.fromstring((site / "sitemap.xml").read_bytes()).xpath("//lastmod/text()")) == {"2001-09-09"}


def test_titles_and_descriptions_are_text(publish: Build, made_tree: Tree) -> None:
    """A title or description with HTML in it, escaped by render, is printed as it is and adds no element."""
    stated = json.dumps(html_text(NASTY))  # as render writes it
    head = f"---\ntitle: {stated}\ndescription: {stated}\n---\n"
    page = Page("articles/nasty.md", NASTY, f"{head}\n# Plain\n", None, SearchEntry(NASTY, NASTY, "article"))
    tree = html.document_fromstring(
        (publish(Tree((*made_tree.pages, page))) / "articles/nasty/index.html").read_bytes()
    )
    assert not tree.xpath("//img[@onerror]")
    assert not [script for script in tree.xpath("//script/text()") if "alert" in script]
    assert NASTY in tree.findtext(".//title")
    assert tree.xpath("//meta[@name='description']/@content") == [NASTY]


def test_a_written_page_wins(publish: Build, made_tree: Tree) -> None:
    """An owner's own page takes the place of a generated one of the same path."""
    site = publish(Tree((*made_tree.pages, Page("method.md", "Other", "# Not the owner's method\n"))))
    assert "the owner's method" not in (site / "method/index.html").read_text(encoding="utf-8")


def test_errors_fail_a_strict_build_and_hints_do_not(caplog: pytest.LogCaptureFixture) -> None:
    """An error is a warning of MkDocs (which --strict refuses); what a person should look at is information."""
    with caplog.at_level(logging.INFO, logger="mkdocs.plugins"):
        _report(error("empty-file", "there is nothing in it.", file="content/articles/a.txt"))
        _report(warning("same-title", "two articles are called alike."))
    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"]
    assert "content/articles/a.txt: error: [empty-file]" in caplog.records[0].getMessage()


def test_the_preview_watches_what_an_editor_changes() -> None:
    """Articles, decisions, taxonomy, pages and templates are watched, and nothing that a build writes."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    plugin = config.plugins["atlas"]
    assert isinstance(plugin, AtlasPlugin)
    watched = plugin.on_config(config).watch
    assert [Path(folder).relative_to(ROOT).as_posix() for folder in watched] == ["content", "templates"]
    assert not any(Path(config.site_dir).is_relative_to(folder) for folder in watched)

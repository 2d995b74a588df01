"""Articles that try to run scripts, leave tables or load images become text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


def pages(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    """Address and content of every page of a site."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), html.document_fromstring(path.read_bytes())


def test_no_page_has_foreign_elements(hostile_site: Path, site: Path) -> None:
    """The pages of hostile articles have the elements and attributes of well-behaved ones, and no others."""

    def shape(folder: Path) -> set[tuple[str, str]]:
        return {
            (str(element.tag), str(name))
            for _, tree in pages(folder)
            for element in tree.iter(html.etree.Element)
            for name in ("", *element.attrib)
        }

    allowed = {
        ("td", "style"),
        ("th", "style"),
        ("td", ""),
        ("ol", ""),
        ("h4", ""),
        ("em", ""),
        ("code", ""),
        ("pre", ""),
    }
    assert shape(hostile_site) - shape(site) - allowed == set()


def test_no_link_runs_or_leaves(hostile_site: Path) -> None:
    """No address of a page is a script, data or an invented host; no attribute is an event handler."""
    for path, tree in pages(hostile_site):
        for element in tree.iter(html.etree.Element):
            for name, value in element.attrib.items():
                assert not name.lower().startswith("on"), f"{path}: {name}"
                if name in ("href", "src", "action"):
                    assert not value.strip().lower().startswith(("javascript:", "data:", "vbscript:")), (
                        f"{path}: {value}"
                    )
                    assert "invented.example" not in value or element.tag == "a", f"{path}: {value}"
        scripts = tree.xpath("//script[not(@type='application/ld+json')]/text()")  # that type is data, and runs nothing
        assert not [text for text in scripts if "alert(" in text], path


def test_braces_stay_braces(hostile_site: Path) -> None:
    """Nothing in an article is run by a template or an extension of Markdown."""
    text = " ".join(tree.text_content() for _, tree in pages(hostile_site))
    assert "site_dir:" not in text
    assert " 49 " not in text


def test_nothing_happens_when_they_are_read(visit: Visit, hostile_home: str, hostile_site: Path) -> None:
    """No dialog, no error and no request to elsewhere on any page (the fixture watches)."""
    page = visit(hostile_home)
    for path, _ in pages(hostile_site):
        page.goto(hostile_home + path.replace("#", "%23").removesuffix("index.html"))


def test_nothing_happens_when_they_are_found(visit: Visit, hostile_home: str) -> None:
    """Titles and extracts of hostile articles are text in the results too."""
    page = visit(hostile_home)
    for query in ("France", "alert", "script", "<script>alert(1)</script>"):
        page.locator("#atlas-search-open").click()
        page.locator("#atlas-search-input").fill(query)
        page.wait_for_function("query => document.getElementById('atlas-search-status').textContent !== ''", arg=query)
        page.wait_for_timeout(300)
        assert page.locator("#atlas-search-results :is(script, img, svg, iframe, b)").count() == 0
        page.keyboard.press("Escape")
    expect(page.locator("#atlas-search")).to_be_hidden()

"""In a real browser the two languages are one site: each searches its own pages, and the switch keeps the place."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


def ask(page: Page, query: str) -> None:
    """Types a query into the search dialog and waits for its answer, in either language."""
    page.locator("#atlas-search-open").click()
    page.keyboard.insert_text(query)
    expect(page.locator("#atlas-search-status")).to_have_text(re.compile(r"results?$|条结果$"))


@pytest.mark.parametrize(
    ("query", "first", "kind"),
    [
        ("塞尔维亚", "塞尔维亚", "国家或地区"),
        ("Serbia", "塞尔维亚", "国家或地区"),
        ("联合实验室", "联合实验室", "主题"),
        ("telescope", "A French telescope travels on a Chinese satellite", "文章"),
        ("格局", "中塞两国共建实验室推动科技合作新格局", "文章"),
    ],
)
def test_chinese_pages_find_chinese_pages(visit: Visit, home: str, query: str, first: str, kind: str) -> None:
    """Whatever the language of the query, the result is a page in the reader's language, once."""
    page = visit(home + "zh/")
    ask(page, query)
    assert page.locator(".atlas-result__title").first.inner_text() == first
    assert page.locator(".atlas-result__kind").first.inner_text() == kind
    addresses = [str(link.get_attribute("href")) for link in page.locator(".atlas-result").all()]
    assert all(address.startswith(home + "zh/") for address in addresses)
    assert len(addresses) == len(set(addresses))


@pytest.mark.parametrize(
    ("start", "query", "title"),
    [
        ("", "法国", "A French telescope travels on a Chinese satellite"),
        ("zh/", "Serbia", "中塞两国共建实验室推动科技合作新格局"),
    ],
)
def test_a_query_in_one_language_finds_articles_in_the_other(
    visit: Visit, home: str, start: str, query: str, title: str
) -> None:
    """What we say of an article is found in both languages."""
    page = visit(home + start)
    ask(page, query)
    assert title in page.locator(".atlas-result__title").all_inner_texts()


def test_the_switch_keeps_the_place(visit: Visit, home: str) -> None:
    """There and back again, from a page deep in the site."""
    page = visit(home + "countries/rs/")
    page.get_by_role("link", name="中文", exact=True).click()
    page.wait_for_url(home + "zh/countries/rs/")
    assert page.locator("h1").inner_text() == "塞尔维亚"
    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_url(home + "countries/rs/")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_header_has_room_for_both(visit: Visit, home: str, width: int) -> None:
    """No sideways scrolling, and the switch is in the window."""
    for path in ("", "zh/"):
        page = visit(home + path, viewport={"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        box = page.locator(".atlas-languages__link").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width

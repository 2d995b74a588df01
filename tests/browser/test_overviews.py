"""The overviews in a real browser: tiles and matrix on every screen, the menu, the first page; nothing jumps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]

OVERVIEWS = ("", "zh/", "countries/", "programmes/", "people/", "timeline/", "sources/", "ask/", "changes/")
#: Pages that a script fills, and those with tables that it makes ready.
JUMPY = (
    *("", "zh/", "countries/rs/", "articles/", "countries/", "indicators/", "ask/?question=Serbia", "timeline/"),
    *("search/?q=laboratory", "search/", "compare/", "compare/?a=RS&b=FR"),
)
#: A page may jump so much while it loads (Cumulative Layout Shift; https://web.dev/articles/cls calls 0.1 good).
MOST_SHIFT = 0.05
COUNT_SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("path", OVERVIEWS)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_overview_scrolls_sideways(visit: Visit, home: str, path: str, width: int) -> None:
    page = visit(home + path, viewport={"width": width, "height": 800})
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("path", JUMPY)
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_jumps_while_a_page_loads(visit: Visit, home: str, path: str, width: int) -> None:
    page = visit(home + "method/", fresh=True, viewport={"width": width, "height": 800})
    page.add_init_script(COUNT_SHIFTS)
    page.goto(home + path)
    page.wait_for_load_state("networkidle")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.shift") < MOST_SHIFT


def test_nothing_jumps_while_an_article_loads(visit: Visit, home: str) -> None:
    page = visit(home + "articles/", fresh=True)
    address = page.get_by_role("link", name="Two institutes open a laboratory").first.get_attribute("href")
    page.add_init_script(COUNT_SHIFTS)
    page.goto(page.url + str(address))
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shift") < MOST_SHIFT


@pytest.mark.parametrize("width", [390, 1280])
def test_all_tiles_are_of_one_size_large_enough_to_touch_and_apart(visit: Visit, home: str, width: int) -> None:
    """A target needs 24 CSS pixels each way (WCAG 2.2, 2.5.8); no tile covers another."""
    page = visit(home + "countries/", viewport={"width": width, "height": 800})
    boxes = page.locator(".atlas-tile").evaluate_all(
        "tiles => tiles.map((tile) => tile.getBoundingClientRect()).map((box) => [box.x, box.y, box.width, box.height])"
    )
    assert len(boxes) == 250
    assert len({(round(box[2], 1), round(box[3], 1)) for box in boxes}) == 1
    assert boxes[0][2] >= 24
    assert boxes[0][3] >= 24
    places = {(round(box[0]), round(box[1])) for box in boxes}
    assert len(places) == 250


def test_a_tile_leads_to_its_country_and_says_its_name_by_keyboard(visit: Visit, home: str) -> None:
    page = visit(home + "countries/")
    serbia = page.locator(".atlas-tile a").filter(has_text="Serbia")
    name = serbia.locator(".atlas-tile-name")
    assert name.evaluate("element => element.getBoundingClientRect().width") <= 1
    serbia.focus()
    assert name.evaluate("element => element.getBoundingClientRect().width") > 40
    page.keyboard.press("Enter")
    page.wait_for_url(home + "countries/rs/")


def test_the_matrix_scrolls_inside_itself_and_keeps_its_first_column(visit: Visit, home: str) -> None:
    page = visit(home + "countries/", viewport={"width": 320, "height": 800})
    page.wait_for_load_state("networkidle")
    cell = page.locator(":is(.atlas-matrix + *, .atlas-matrix + table) tbody th").first
    assert cell.evaluate("element => getComputedStyle(element).position") == "sticky"


def test_the_menu_shows_the_section_of_a_page_below_an_index(visit: Visit, home: str) -> None:
    page = visit(home + "countries/rs/", viewport={"width": 1280, "height": 800})
    active = page.locator(".atlas-tabs .md-tabs__item--active").all_inner_texts()
    assert active == ["Countries and regions", "World view"]
    page.locator(".atlas-tabs").get_by_role("link", name="Groups").click()
    page.wait_for_url(home + "groups/")


def test_the_first_page_asks_and_searches(visit: Visit, home: str) -> None:
    page = visit(home)
    page.get_by_label("Ask for facts").fill("Serbia")
    page.keyboard.press("Enter")
    page.wait_for_url(home + "ask/?question=Serbia")
    expect(page.locator(".atlas-ask-facts li").first).to_be_visible()
    page.goto(home)
    page.get_by_label("Search the articles").fill("telescope")
    page.keyboard.press("Enter")
    page.wait_for_url(home + "?q=telescope")
    expect(page.locator(".atlas-result").first).to_be_visible()

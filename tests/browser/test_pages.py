"""The pages work for a reader: at any address, in both colour schemes, on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]

PAGES = ("", "countries/", "countries/rs/", "themes/", "sources/", "articles/", "method/", "about/")


@pytest.mark.parametrize("path", PAGES)
def test_pages_open_without_a_complaint(visit: Visit, home: str, path: str) -> None:
    """No error on the console, no request to another host, one main heading."""
    page = visit(home + path)
    assert page.locator("h1").count() == 1
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_scrolls_only_downwards(visit: Visit, home: str, path: str) -> None:
    """Wide tables scroll inside themselves, never the page."""
    page = visit(home + path, viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def test_a_country_page_leads_to_its_articles(visit: Visit, home: str) -> None:
    """From the home page a reader gets to a country, and from there to an article."""
    page = visit(home)
    page.locator(".atlas-tile a").filter(has_text="Serbia").click()
    assert page.locator("h1").inner_text() == "Serbia"
    page.get_by_role("link", name="Two institutes open a laboratory").first.click()
    assert "Novi Sad" in page.locator("h1").inner_text()


def test_the_chosen_colours_stay(visit: Visit, home: str) -> None:
    """The switch goes from the system's scheme to light to dark, and a new page remembers it."""
    page = visit(home, color_scheme="light")
    scheme = page.locator("body")
    for _ in range(2):
        page.locator("label[for^=__palette]:visible").click()
    assert scheme.get_attribute("data-md-color-scheme") == "slate"
    page.goto(home + "countries/")
    assert scheme.get_attribute("data-md-color-scheme") == "slate"


def test_the_systems_colours_come_first(visit: Visit, home: str) -> None:
    """Without a choice the page follows the system."""
    assert visit(home, color_scheme="dark").locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert visit(home, color_scheme="light").locator("body").get_attribute("data-md-color-scheme") == "default"


def test_a_wrong_address_is_answered_below_a_path(browser: object, visit: Visit, home_below: str) -> None:
    """The page for it has its styles, a way on, and a search that works, however deep the address."""
    page = visit(home_below)
    page.evaluate("address => window.history.pushState({}, '', address)", home_below)
    response = page.request.get(home_below + "no/such/page/")
    assert response.status == 404
    page.route("**/no/such/page/", lambda route: route.fulfill(body=response.text(), content_type="text/html"))
    page.goto(home_below + "no/such/page/")
    assert page.locator("h1").inner_text() == "Page not found"
    page.get_by_role("link", name="countries and regions").last.click()
    assert page.url == home_below + "countries/"


def test_without_scripts_there_is_a_list(visit: Visit, home: str) -> None:
    """Where JavaScript is off, the place of the search leads to all articles."""
    page = visit(home, java_script_enabled=False)
    assert page.locator("#atlas-search-open").is_hidden()
    page.locator("noscript a, a.atlas-search-open").click()
    assert page.url == home + "articles/"

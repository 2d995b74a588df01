"""The search page: facets that combine and are counted, in an address that can be sent, from the keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
STATUS, TITLES = "#atlas-find-status", "#atlas-find-results .atlas-result__title"


def titles(page: Page) -> list[str]:
    """The titles of the results."""
    return page.locator(TITLES).all_inner_texts()


def test_facets_combine_and_are_counted(visit: Visit, home: str) -> None:
    """Each number says how many pages the value would show; values of one facet add up, facets narrow down."""
    page = visit(home + "search/?kind=article")
    expect(page.locator(STATUS)).to_have_text("3 results")
    expect(page.locator("label", has_text="Serbia").locator(".atlas-facet__count")).to_have_text("2")
    page.get_by_role("checkbox", name="Serbia").check()
    expect(page.locator(STATUS)).to_have_text("2 results")
    expect(page.get_by_role("checkbox", name="Serbia")).to_be_focused()
    expect(page.locator("label", has_text="France").locator(".atlas-facet__count")).to_have_text("1")
    page.get_by_role("checkbox", name="France").check()
    expect(page.locator(STATUS)).to_have_text("3 results")
    page.get_by_role("group", name="Language").get_by_role("checkbox", name="Chinese").check()
    expect(page.locator(STATUS)).to_have_text("1 result")
    assert titles(page) == ["中塞两国共建实验室推动科技合作新格局"]
    page.get_by_role("button", name="Remove all filters").click()
    expect(page.locator("#atlas-find-clear")).to_be_hidden()


def test_the_state_stands_in_the_address(visit: Visit, home: str) -> None:
    """A view can be sent, read in the other language, and gone back from."""
    page = visit(home + "search/?q=laboratory&country=RS&kind=article")
    expect(page.locator(STATUS)).to_have_text("2 results")
    page.get_by_role("group", name="Language").get_by_role("checkbox", name="English").check()
    expect(page.locator(STATUS)).to_have_text("1 result")
    assert page.url.endswith("?q=laboratory&kind=article&country=RS&language=en")
    page.go_back()
    expect(page.locator(STATUS)).to_have_text("2 results")
    page.locator(".atlas-languages__link").click()
    page.wait_for_url(lambda url: url.endswith("/zh/search/?q=laboratory&country=RS&kind=article"))
    expect(page.get_by_role("checkbox", name="塞尔维亚")).to_be_checked()


def test_without_words_all_pages_are_listed_newest_first(visit: Visit, home: str) -> None:
    """Filters alone make a list; the index is not fetched for it."""
    page = visit(home + "search/?kind=article")
    expect(page.locator(STATUS)).to_have_text("3 results")
    assert [title[:8] for title in titles(page)] == ["Two inst", "中塞两国共建实验", "A French"]


@pytest.mark.parametrize(("query", "found"), [("laboratory", True), ("laboratories", True), ("labyrinth", False)])
def test_a_word_that_no_page_has_finds_nothing(visit: Visit, home: str, query: str, found: bool) -> None:
    """Not what begins with its first letters."""
    page = visit(f"{home}search/?q={query}")
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    assert bool(titles(page)) is found


@pytest.mark.parametrize("query", ["實驗室推動", "实验室推动", "實验室推动"])
def test_traditional_and_simplified_alike(visit: Visit, home: str, query: str) -> None:
    """However a word is written, and mixed."""
    page = visit(home + "search/")
    page.get_by_label("Search for").fill(query)
    expect(page.locator(TITLES).first).to_have_text("中塞两国共建实验室推动科技合作新格局")


def test_most_of_many_words_are_enough(visit: Visit, home: str) -> None:
    """Where no page has all words, those with most of them are shown, and that is said."""
    page = visit(home + "search/?q=telescope+satellite+french+Begovic")
    expect(page.locator(STATUS)).to_contain_text("No page has all these words")
    assert titles(page)[0] == "A French telescope travels on a Chinese satellite"


def test_a_misspelt_word_finds_those_that_begin_alike(visit: Visit, home: str) -> None:
    """A word that no page has, and that is said; one that nothing resembles finds nothing."""
    page = visit(home + "search/?q=telesope")
    expect(page.locator(STATUS)).to_contain_text("words that begin alike")
    assert titles(page)[0] == "A French telescope travels on a Chinese satellite"
    page = visit(home + "search/?q=qelescope")
    expect(page.locator(STATUS)).to_have_text("Nothing found for “qelescope”.")


def test_a_phrase_is_found_as_it_stands(visit: Visit, home: str) -> None:
    """What stands in quotation marks is found side by side only, in Chinese as well."""
    page = visit(home + 'search/?q="开放的新格局"')
    expect(page.locator(STATUS)).to_have_text("1 result")
    page = visit(home + 'search/?q="新格局开放"')
    expect(page.locator(STATUS)).to_contain_text("Nothing found")


def test_the_dialog_leads_to_all_results(visit: Visit, home: str) -> None:
    """With what was typed; on the search page the key / goes to its own field."""
    page = visit(home + "countries/")
    page.keyboard.press("/")
    page.keyboard.insert_text("Begović")
    expect(page.locator(".atlas-result").first).to_be_visible()
    page.get_by_role("link", name="All results, with filters").press("Enter")
    page.wait_for_url("**/search/?q=Begovi*")
    expect(page.locator(STATUS)).to_have_text("2 results")
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.get_by_label("Search for")).to_be_focused()
    expect(page.locator("#atlas-search")).to_be_hidden()


def test_it_fits_a_phone(visit: Visit, home: str) -> None:
    """The filters are folded away, and open from the keyboard."""
    page = visit(home + "search/?q=China", viewport={"width": 390, "height": 844})
    expect(page.locator(STATUS)).to_contain_text("result")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.get_by_role("checkbox").first).to_be_hidden()
    page.locator("#atlas-find-filters summary").press("Enter")
    expect(page.get_by_role("checkbox").first).to_be_visible()

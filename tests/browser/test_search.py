"""Searching finds people, places, themes and Chinese words, from the keyboard alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from generator.publish.tokens import index_form, query_form

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


def ask(page: Page, query: str) -> None:
    """Types a query into the search dialog and waits for its answer."""
    page.locator("#atlas-search-open").click()
    page.keyboard.insert_text(query)  # as an input method does: no key goes up
    expect(page.locator("#atlas-search-status")).to_have_text(re.compile(r"results?$|^Nothing found"))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Serbia", "Serbia"),
        ("塞尔维亚", "Serbia"),
        ("Begović", "Milica Begović"),
        ("begovic", "Milica Begović"),
        ("Joint laboratories", "Joint laboratories"),
        ("格局", "中塞两国共建实验室推动科技合作新格局"),
        ("推动", "中塞两国共建实验室推动科技合作新格局"),
        ("构建开放的新格局", "中塞两国共建实验室推动科技合作新格局"),
        ("telesc", "A French telescope travels on a Chinese satellite"),
    ],
)
def test_what_is_found_first(visit: Visit, home: str, query: str, first: str) -> None:
    """A country by any of its names, a person with or without accents, a theme, parts of Chinese words."""
    page = visit(home)
    ask(page, query)
    assert page.locator(".atlas-result__title").first.inner_text() == first


def test_what_a_result_shows(visit: Visit, home: str) -> None:
    """Title, kind, date and source, and the place in the text with the words marked."""
    page = visit(home)
    ask(page, "格局")
    result = page.locator(".atlas-result").first
    assert result.locator(".atlas-result__kind").inner_text() == "Article"
    assert "11 April 2024" in result.locator(".atlas-result__note").inner_text()
    assert "构建开放的新格局，每年培养三十名青年人才。" in result.locator(".atlas-result__text").inner_text()
    assert set(result.locator("mark").all_inner_texts()) == {"格局"}


@pytest.mark.parametrize("query", ["qxqxq", "不存在"])
def test_nothing_found(visit: Visit, home: str, query: str) -> None:
    """A search without a result says so and lists nothing."""
    page = visit(home)
    ask(page, query)
    expect(page.locator("#atlas-search-status")).to_have_text(f"Nothing found for “{query}”.")
    assert page.locator(".atlas-result").count() == 0


def test_from_the_keyboard_alone(visit: Visit, home: str) -> None:
    """Control-K opens, arrows choose, Enter follows; Escape closes and gives the focus back."""
    page = visit(home)
    page.keyboard.press("Control+k")
    expect(page.locator("#atlas-search-input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#atlas-search")).to_be_hidden()
    ask(page, "Serbia")
    chosen = page.locator(".atlas-result[aria-selected=true]")
    active = page.locator("#atlas-search-input")
    assert chosen.get_attribute("id") == active.get_attribute("aria-activedescendant")
    page.keyboard.press("ArrowDown")
    second = page.locator(".atlas-result").nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    assert chosen.count() == 1
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(home + "countries/rs/")


def test_enter_means_what_is_typed(visit: Visit, home: str) -> None:
    """Who types fast and presses Enter gets the answer to the whole query."""
    page = visit(home)
    ask(page, "Serbia")
    page.locator("#atlas-search-input").select_text()
    page.keyboard.type("telescope")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")
    assert "telescope" in page.locator("h1").inner_text()


def test_the_query_stands_in_the_address(visit: Visit, home: str) -> None:
    """A search can be linked to, and going back from a result returns to it."""
    page = visit(home + "?q=Begovic")
    expect(page.locator(".atlas-result").first).to_contain_text("Person")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/#person-*")
    expect(page.locator("tr:has(:target)")).to_contain_text("Begović")
    page.go_back()
    expect(page.locator("#atlas-search-input")).to_have_value("Begovic")
    page.keyboard.press("Escape")
    page.wait_for_url(home)


def test_nothing_is_loaded_before_a_search(visit: Visit, home: str) -> None:
    """The engine comes with the first use of the search."""
    page = visit(home)
    page.wait_for_load_state("networkidle")
    loaded = "performance.getEntriesByType('resource').filter(entry => entry.name.includes('/search/')).length"
    assert page.evaluate(loaded) == 0
    page.locator("#atlas-search-open").click()
    page.wait_for_function(f"{loaded} > 0")


def test_it_works_below_a_path(visit: Visit, home_below: str) -> None:
    """Index and results are found wherever the site is hosted, from a deep page too."""
    page = visit(home_below + "countries/fr/")
    ask(page, "Serbia")
    page.keyboard.press("Enter")
    page.wait_for_url(home_below + "countries/rs/")


def test_facets_are_in_the_index(visit: Visit, home: str) -> None:
    """Country, theme, year, source, language and kind are counted."""
    page = visit(home)
    facets = page.evaluate(
        """async (base) => {
          const { createInstance } = await import(base + "pagefind.js");
          return createInstance({ basePath: base, noWorker: true }).filters();
        }""",
        home + "search/",
    )
    assert {"country", "theme", "year", "source", "language", "kind"} <= set(facets)
    assert facets["kind"]["article"] == 3
    assert facets["year"]["2024"] == 3
    assert facets["language"] == {"zh Chinese": 1, "en English": 2}


def test_the_browser_cuts_as_the_index_does(visit: Visit, home: str) -> None:
    """han.js asks for the same tokens as tokens.py, and makes readable text of an index's tokens again."""
    page = visit(home)
    module = f"import('{home}assets/han.js')"

    @settings(max_examples=150, deadline=None)
    @given(st.text(st.sampled_from("新格局合作中法々〇𠮷 aé5，（）。“”.,- "), max_size=24))
    def agree(text: str) -> None:
        script = f"async text => (await {module}).queryForm(text)"
        assert page.evaluate(script, text) == query_form(text)

    agree()
    for text in (
        "中国与塞尔维亚（共建）实验室，2024年3月2日。",
        "张三 李四 said “yes” to 合作, and left",
        "A plain title: here",
    ):
        script = f"async text => (await {module}).plain(text)"
        assert page.evaluate(script, index_form(text)) == text, json.dumps(text)

"""A comparison is chosen by keyboard and kept in the address; a link to a sentence shows it; paper has no chrome."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


def test_two_countries_are_compared_by_keyboard_and_stand_in_the_address(visit: Visit, home: str) -> None:
    page = visit(home + "compare/?a=FR")
    expect(page.get_by_role("status")).to_have_text("Choose two.")
    page.get_by_label("The other side").focus()
    page.keyboard.type("Serbia")
    expect(page).to_have_url(re.compile(r"compare/\?a=FR&b=RS$"))
    table = page.get_by_role("table", name="France and Serbia side by side")
    expect(table.get_by_role("columnheader", name="Serbia")).to_be_visible()
    expect(table.get_by_role("row", name=re.compile("^Open science"))).to_contain_text("nothing collected")
    table.get_by_role("columnheader", name="France").get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("France")
    page.go_back()
    expect(page.get_by_role("table", name="France and Serbia side by side")).to_be_visible()


def test_two_themes_are_compared_on_a_phone_and_the_page_scrolls_only_downwards(visit: Visit, home: str) -> None:
    page = visit(home + "zh/compare/?a=FR&b=RS", viewport={"width": 390, "height": 800})
    expect(page.get_by_role("table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def test_without_scripts_the_page_says_what_to_do(visit: Visit, home: str) -> None:
    page = visit(home + "compare/", java_script_enabled=False)
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("noscript p")).to_contain_text("This page needs JavaScript")
    expect(page.get_by_role("combobox")).to_have_count(0)


def test_a_claim_leads_to_its_finding_which_stands_out(visit: Visit, home: str) -> None:
    page = visit(home + "countries/rs/")
    claim = page.locator("td a[href*='/articles/'][href*='#']").first
    claim.click()
    expect(page).to_have_url(re.compile(r"/articles/.*#[a-z]+-[0-9a-f]{10}$"))
    marked = page.locator("tr:has(:target), li:has(:target)").first
    expect(marked).to_be_visible()
    assert marked.evaluate("row => getComputedStyle(row).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_on_paper_there_is_no_chrome_and_no_table_is_cut(visit: Visit, home: str) -> None:
    page = visit(home + "countries/rs/", viewport={"width": 680, "height": 960})  # A4 between its margins
    page.emulate_media(media="print")
    for chrome in (".md-header", ".md-tabs", ".md-sidebar--secondary", ".atlas-footer"):
        expect(page.locator(chrome).first).to_be_hidden()
    assert page.evaluate("[...document.querySelectorAll('table')].every(t => t.getBoundingClientRect().right <= 681)")
    made = page.pdf(format="A4", prefer_css_page_size=True)
    assert re.search(rb"/MediaBox ?\[ ?0 0 59[45]\.?\d* 84[12]", made)

"""Tables sort and filter from the keyboard too, the view stands in the address; without a script they are tables."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import built, serving

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
NUMBER = 9  # of articles: more than a table needs to be filtered
COUNTRIES = ("France", "Serbia", "Kenya")


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a list of articles; one of them has no year."""
    folder = tmp_path_factory.mktemp("listed")
    articles = folder / "articles"
    articles.mkdir()
    for number in range(NUMBER):
        country = COUNTRIES[number % 3]
        date = f"2024-{number + 1:02}-1{number}"
        text = f"China and {country} opened a joint laboratory for crops in town {number}.\n"
        also = "Scientists of Kenya work there too, in cooperation with China.\n" if number == 0 else ""
        head = f"---\ntitle: Laboratory number {number} opens\ndate: {date}\nlanguage: en\n---\n\n"
        Path(articles, f"{number}.md").write_text(head + text + also, encoding="utf-8")
    yield from serving(built(folder, articles, folder / "site"))


def titles(page: Page) -> list[str]:
    """The titles that are shown, from top to bottom."""
    rows = page.locator("table:has(time) tbody tr:visible > :nth-child(2)")
    return [text.split()[2] for text in rows.all_inner_texts()]


def sorter(page: Page, name: str) -> Locator:
    """The head of a column."""
    return page.get_by_role("columnheader", name=name).get_by_role("button").first


def test_a_column_sorts_by_keys_for_machines(visit: Visit, listed: str) -> None:
    """Dates as days, not as words; first as readers expect, then the other way, then as it was."""
    page = visit(listed + "articles/")
    before = titles(page)
    head = page.get_by_role("columnheader", name="Date").first
    sorter(page, "Date").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert titles(page) == [str(number) for number in reversed(range(NUMBER))]
    sorter(page, "Date").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert titles(page) == [str(number) for number in range(NUMBER)]
    sorter(page, "Date").click()
    assert head.get_attribute("aria-sort") is None
    assert titles(page) == before


def test_sorting_from_the_keyboard(visit: Visit, listed: str) -> None:
    """A head is a button: the focus stays on it."""
    page = visit(listed + "articles/")
    sorter(page, "Article").focus()
    page.keyboard.press("Enter")
    assert titles(page) == [str(number) for number in range(NUMBER)]
    page.keyboard.press("Space")
    assert titles(page) == [str(number) for number in reversed(range(NUMBER))]
    expect(sorter(page, "Article")).to_be_focused()


def test_filtering_by_text_and_by_one_of_several_values(visit: Visit, listed: str) -> None:
    """Each link of a cell is a value; filters combine, and how many rows are left is told."""
    page = visit(listed + "articles/")
    choose = page.get_by_label("Partners and groups")
    choose.select_option("Kenya")
    assert sorted(titles(page)) == ["0", "2", "5", "8"]
    expect(page.locator(".atlas-tools__status")).to_have_text("4 of 9 rows")
    page.get_by_label("Filter", exact=True).fill("number 5")
    assert titles(page) == ["5"]
    expect(page.locator(".atlas-tools__status")).to_have_text("1 of 9 rows")
    page.get_by_role("button", name="Show all").click()
    assert len(titles(page)) == NUMBER
    expect(page.get_by_label("Filter", exact=True)).to_be_focused()


def test_a_country_is_found_by_each_of_its_themes(visit: Visit, listed: str) -> None:
    """What a cell shows may be a span, or the most frequent ones; a filter knows all that it is told."""
    page = visit(listed + "articles/")
    page.evaluate(
        """async () => {
          const text = await (await fetch("../countries/")).text();
          const fresh = new DOMParser().parseFromString(text, "text/html");
          const body = fresh.querySelector("table tbody");
          body.querySelector("td:last-child").innerHTML = '<span data-values="One&#10;Two">One and more</span>';
          for (const row of [...body.rows]) body.append(row.cloneNode(true));
          document.querySelector(".md-content").replaceWith(fresh.querySelector(".md-content"));
          document$.next(document);
        }"""
    )
    for theme in ("One", "Two"):
        page.get_by_role("combobox", name="Most frequent themes").select_option(theme)
        expect(page.locator("table").first.locator("tbody tr:visible")).to_have_count(2)


def test_what_is_shown_is_saved_with_what_it_says_for_machines(visit: Visit, listed: str) -> None:
    """The rows that are left, in their order: days, names, and the address of each article."""
    page = visit(listed + "articles/?articles.partners-and-groups=Serbia&articles.sort=date")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as CSV").click()
    lines = [*csv.DictReader(download.value.path().read_text(encoding="utf-8-sig").splitlines())]
    assert [line["Date"] for line in lines] == ["2024-02-11", "2024-05-14", "2024-08-17"]
    assert {line["Partners and groups"] for line in lines} == {"Serbia"}
    assert lines[0]["Address"].startswith(listed + "articles/2024-02-11-")


def test_a_table_has_a_name_and_a_row_a_head(visit: Visit, listed: str) -> None:
    page = visit(listed + "articles/")
    table = page.get_by_role("table", name="Articles", exact=True)
    expect(table.get_by_role("rowheader")).to_have_count(NUMBER)
    expect(table.get_by_role("rowheader").first).to_contain_text("Laboratory number")


def test_a_view_can_be_sent_and_gone_back_from(visit: Visit, listed: str) -> None:
    """The address holds order and filters under the heading of the table."""
    page = visit(listed + "articles/")
    page.get_by_label("Partners and groups").select_option("Serbia")
    sorter(page, "Date").click()
    assert "articles.sort=-date" in page.url
    assert "articles.partners-and-groups=Serbia" in page.url
    assert titles(page) == ["7", "4", "1"]
    sent = visit(page.url)
    assert titles(sent) == ["7", "4", "1"]
    expect(sent.get_by_label("Partners and groups")).to_have_value("Serbia")
    page.go_back()
    expect(page.get_by_role("columnheader", name="Date").first).not_to_have_attribute("aria-sort", "descending")
    assert len(titles(page)) == 3
    page.go_back()
    assert len(titles(page)) == NUMBER


def test_a_value_that_is_gone_limits_nothing(visit: Visit, listed: str) -> None:
    """An old address shows the whole table rather than an empty one."""
    page = visit(listed + "articles/?articles.partners-and-groups=Atlantis&articles.sort=nothing")
    assert len(titles(page)) == NUMBER


def test_instant_navigation_makes_new_tables_ready(visit: Visit, listed: str) -> None:
    """What Material tells of a new page is heard, and no table is made ready twice."""
    page = visit(listed + "articles/")
    page.evaluate(
        """async () => {
          const text = await (await fetch("../countries/")).text();
          const fresh = new DOMParser().parseFromString(text, "text/html");
          document.querySelector(".md-content").replaceWith(fresh.querySelector(".md-content"));
          document$.next(document);
          document$.next(document);
        }"""
    )
    heads = page.locator(".md-content table").first.locator("thead th")
    assert heads.locator(".atlas-sort").count() == heads.count()
    sorter(page, "Articles").click()
    expect(page.locator("[aria-sort]")).to_have_count(1)


def test_without_a_script_it_is_a_table(visit: Visit, listed: str) -> None:
    """All rows, no dead controls."""
    page = visit(listed + "articles/", java_script_enabled=False)
    assert len(titles(page)) == NUMBER
    assert page.locator(".atlas-sort, .atlas-tools").count() == 0


def test_facts_are_not_sorted(visit: Visit, listed: str) -> None:
    """A table of facts about one thing keeps its order."""
    page = visit(listed + "countries/fr/")
    facts = page.locator("table:has(.atlas-plain)").first
    expect(facts).to_be_visible()
    assert facts.locator(".atlas-sort").count() == 0


@pytest.mark.parametrize("path", ["articles/", "countries/", "sources/", "indicators/"])
def test_tables_fit_a_phone(visit: Visit, listed: str, path: str) -> None:
    """No page scrolls sideways, and a card says what each of its lines is; it stays a table."""
    page = visit(listed + path, viewport={"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    if path == "articles/":
        label = page.locator("td").nth(2).evaluate("cell => getComputedStyle(cell, '::before').content")
        assert label.startswith('"Partners and groups"')
        assert page.get_by_role("row").count() == NUMBER + 1

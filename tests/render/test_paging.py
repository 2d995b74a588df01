"""Pages with many articles stay short, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Person, Place, Programme, Record, Tag
from generator.render import Page, paging, render
from tests.render.corpus import article, project, record
from tests.render.test_briefing import atlas_of
from tests.render.test_pages import pages_of


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few is many here."""
    monkeypatch.setattr(paging, "_MOST", 3)
    monkeypatch.setattr(paging, "_SHOWN", 2)


def made(number: int) -> Record:
    """An article of 2023 or 2024, of a person of its own, and of one programme."""
    return record(
        article(f"a-{number}", date=f"{2023 + number % 2}-01-{number + 1:02}"),
        partners=(Place("p", "FR", 1.0),),
        themes=(Tag("space", 1.0),),
        people=(Person(f"person:{number}", f"Ana {number}", "rector", "FR", 0.9),),
        programmes=(Programme("programme:sky", "Sky Bridge", None, 0.9),),
    )


def pages(root: Path, number: int) -> dict[str, Page]:
    the_project = project(root)
    return pages_of(render(atlas_of([made(one) for one in range(number)], the_project), the_project))


def listed(markdown: str) -> int:
    """How many articles the list of a page has."""
    return sum(line.startswith("- <strong>") and "/articles/a-" in line for line in markdown.splitlines())


@pytest.mark.parametrize("path", ["countries/fr", "countries/fr/space", "themes/space", "programmes/sky-bridge"])
def test_a_page_with_many_articles_shows_the_newest_and_leads_to_all_by_year(tmp_path: Path, path: str) -> None:
    whole = pages(tmp_path, 7)
    page = whole[f"{path}.md"].markdown
    stem = path.rpartition("/")[2]
    assert listed(page) == 2
    assert f"[2024 (3)]({stem}/articles/2024.md), [2023 (4)]({stem}/articles/2023.md)" in page
    assert [listed(whole[f"{path}/articles/{year}.md"].markdown) for year in (2023, 2024)] == [4, 3]


def test_the_page_of_a_source_leads_to_its_years(tmp_path: Path) -> None:
    whole = pages(tmp_path, 7)
    assert "(morning-wire/articles/2024.md)" in whole["sources/morning-wire.md"].markdown
    assert listed(whole["sources/morning-wire/articles/2024.md"].markdown) == 3


def test_a_page_with_few_articles_shows_all(tmp_path: Path) -> None:
    whole = pages(tmp_path, 3)
    assert listed(whole["countries/fr.md"].markdown) == 3
    assert [path for path in whole if "/articles/20" in path] == []


def test_a_long_list_leads_to_a_page_with_all_of_it(tmp_path: Path) -> None:
    whole = pages(tmp_path, 7)
    assert whole["countries/fr.md"].markdown.count("| rector |") == 2
    assert "[All 7](fr/list-people.md)" in whole["countries/fr.md"].markdown
    assert whole["countries/fr/list-people.md"].markdown.count("| rector |") == 7

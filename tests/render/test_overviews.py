"""Timeline, programmes, people, sources, matrix: what they list, and where it leads."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.catalog import catalog
from generator.model import Event, Person, Place, Programme, Record
from generator.render import Page, render
from generator.render import people as people_module
from generator.render import timeline as timeline_module
from generator.taxonomy.model import ProgrammeEntry
from tests.render.corpus import article, project, record, records, taxonomy
from tests.render.test_pages import pages_of, tree_of

REGISTER = ProgrammeEntry.model_validate(
    {"id": "two-moons", "name": {"en": "Two Moons", "zh": "双月计划"}, "kind": "mission", "parties": ["CN", "FR"]}
)


def told(
    id_: str,
    date: str | None = "2024-05-21",
    *,
    programmes: tuple[Programme, ...] = (),
    people: tuple[Person, ...] = (),
    events: tuple[Event, ...] = (),
) -> Record:
    made = record(article(id_, date=date), partners=(Place("partner:FR", "FR", 0.9),))
    return replace(made, findings=replace(made.findings, programmes=programmes, people=people, events=events))


def named(name: str, register: str | None = None) -> Programme:
    return Programme(f"programme:{name.casefold()}", name, register, 0.9)


def pages(root: Path, *made: Record) -> dict[str, Page]:
    the_project = project(root, "CN")
    known = replace(taxonomy(), programmes={"two-moons": REGISTER})
    return pages_of(render(catalog(list(made), known, the_project.settings)[0], the_project))


def test_a_registered_programme_has_a_page_and_so_has_one_named_in_two_articles(tmp_path: Path) -> None:
    once, twice = named("Sky Bridge"), named("River Net")
    made = pages(
        tmp_path, told("a", programmes=(named("TM", "two-moons"), once, twice)), told("b", "2022", programmes=(twice,))
    )
    assert {path for path in made if path.startswith("programmes/")} == {
        "programmes/index.md",
        "programmes/two-moons.md",
        "programmes/river-net.md",
    }
    index = made["programmes/index.md"].markdown
    assert "| [Two Moons](two-moons.md) | mission | [France](../countries/fr.md) | 1 | 1 | 2024 |" in index
    years = '<span data-values="2024&#10;2022">2022 to 2024</span>'  # a filter finds it by both
    assert f"| [River Net](river-net.md) |  | [France](../countries/fr.md) | 2 | 1 | {years} |" in index
    assert "| [Sky Bridge](../articles/a.md#programme-" in index
    page = made["programmes/two-moons.md"].markdown
    assert "双月计划" in page
    assert "| Parties, as the register has them | China, France |" in page


def test_a_programme_is_found_under_all_its_names(tmp_path: Path) -> None:
    page = pages(tmp_path, told("a", programmes=(named("TM", "two-moons"),)))["programmes/two-moons.md"]
    assert page.search is not None
    assert {"Two Moons", "双月计划", "TM"} <= set(page.search.names)


def test_a_name_that_looks_like_a_page_of_ours_gets_none(tmp_path: Path) -> None:
    programmes = (named("Index"), named("two moons"))
    made = pages(tmp_path, told("a", programmes=programmes), told("b", programmes=programmes))
    assert [path for path in made if path.startswith("programmes/")] == ["programmes/index.md"]


def test_people_stand_by_their_side_in_the_role_that_the_article_gives(tmp_path: Path) -> None:
    someone = Person("person:a", "Ana Novak", "head of the *laboratory*", "RS", 0.9)
    other = Person("person:b", "B. Unplaced", None, None, 0.9)
    made = pages(tmp_path, told("a", people=(other, someone)))["people/index.md"]
    page = made.markdown
    assert page.index("## Serbia") < page.index("## Side not stated")
    row = "Ana Novak | head of the &#42;laboratory&#42; | [Morning Wire, 21 May 2024](../articles/a.md#person-"
    assert row in page
    places = {entry.title: place for place, entry in made.places}  # a search for a name leads to its row
    assert f'| <span id="{places["Ana Novak"]}"></span>{row}' in page
    assert places.keys() == {"Ana Novak", "B. Unplaced"}


def test_many_people_get_a_page_for_each_side(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_module, "_ON_ONE_PAGE", 1)
    crowd = tuple(Person(f"person:{n}", f"Person {n}", None, side, 0.9) for n, side in enumerate(("RS", None)))
    made = pages(tmp_path, told("a", people=crowd))
    assert "| [Serbia](rs.md) | 1 |" in made["people/index.md"].markdown
    assert "Person 0" in made["people/rs.md"].markdown
    assert "Person 1" in made["people/side-not-stated.md"].markdown


def test_the_timeline_shows_gaps_and_leads_to_each_finding(tmp_path: Path) -> None:
    met = Event("event:1", "They met.", "Belgrade", "2022-10", 0.9)
    page = pages(tmp_path, told("a", events=(met,)))["timeline/index.md"].markdown
    assert "| 2024 | 0 | 0 | 1 |" in page
    assert "| 2023 | – | – | – |" in page
    assert "### October 2022" in page
    assert "- <strong>October 2022</strong> · Event: Belgrade – according to [Morning Wire" in page
    assert 'class="atlas-chart__gap"' in page


def test_a_long_timeline_gets_a_page_for_each_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_module, "_ON_ONE_PAGE", 1)
    made = pages(tmp_path, told("a"), told("b", "2022"))
    assert "| [2024](2024.md) |" in made["timeline/index.md"].markdown
    assert "| 2023 | – |" in made["timeline/index.md"].markdown
    assert "### 2022, month not known" in made["timeline/2022.md"].markdown


def test_the_timeline_as_a_table_holds_no_more_words_than_its_page(tmp_path: Path) -> None:
    secret = Event("event:1", "Words nobody may show.", "Belgrade", "2022-10", 0.9)
    the_project = project(tmp_path, "CN")
    atlas, _ = catalog([told("a", events=(secret,))], taxonomy(), the_project.settings)
    table = render(atlas, the_project).files["data/timeline.csv"].decode("utf-8-sig")
    assert "2022-10,event,,Belgrade,Morning Wire,a,articles/a/#event-" in table
    assert "Words nobody may show" not in table


def test_the_matrix_leads_from_each_number_to_its_articles(tmp_path: Path) -> None:
    page = pages_of(tree_of(records(), tmp_path))["countries/index.md"].markdown
    assert "[1](fr/space.md)</span>" in page


@pytest.mark.parametrize("path", ["programmes/index.md", "people/index.md", "timeline/index.md", "sources/index.md"])
def test_an_atlas_without_articles_says_so_on_every_overview(tmp_path: Path, path: str) -> None:
    page = pages_of(tree_of([], tmp_path))[path].markdown
    assert "yet." in page
    assert "|" not in page.split("---", 2)[2]

"""The box at the head of a page: what is known, and what was not collected."""

from __future__ import annotations

from pathlib import Path

from generator.catalog import catalog
from generator.model import Place
from generator.render import render
from tests.render.corpus import article, project, record, taxonomy
from tests.render.test_pages import pages_of


def box(root: Path, *sources: str) -> str:
    """The box of the page of France, with an article from each of `sources`."""
    made = [
        record(article(f"a-{number}", source=name, source_id=None), partners=(Place("p", "FR", 1.0),))
        for number, name in enumerate(sources)
    ]
    the_project = project(root)
    atlas, _ = catalog(made, taxonomy(), the_project.settings)
    page = str(pages_of(render(atlas, the_project))["countries/fr.md"].markdown)
    return page.split('<div class="atlas-knows"></div>')[1].split("## ", maxsplit=1)[0]


def test_gaps_stand_last_and_apart_and_the_note_closes_the_box(tmp_path: Path) -> None:
    told = box(tmp_path, "Alpha")
    facts, note = told.strip().rsplit("\n\n", 1)
    assert facts.splitlines()[-1].startswith("- <strong>Nothing was collected</strong> ")
    assert note.startswith('<p class="atlas-note">')


def test_of_many_sources_the_first_are_named_and_the_others_counted(tmp_path: Path) -> None:
    told = box(tmp_path, *(f"Outlet {number}" for number in range(10)))
    (line,) = (line for line in told.splitlines() if line.startswith("- <strong>Sources</strong>"))
    assert line.count("](") == 8
    assert line.endswith("; 2 more sources")

"""The page "What changed": told by kind and article, and nothing of an article that is no longer published."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest

from generator.changes import Note, difference, snapshot
from generator.pipeline import read_project
from generator.render import render

_ARTICLE = """\
{title}

Source: Andes Post | 2024-03-05

China and Chile opened a joint observatory on Monday. Chilean and Chinese astronomers will share {number} telescopes.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two articles."""
    folder = tmp_path / "content" / "articles"
    folder.mkdir(parents=True)
    (tmp_path / "content" / "atlas.yml").write_text("home: CN\nlanguages: [en, zh]\n", encoding="utf-8")
    (folder / "stars.txt").write_text(_ARTICLE.format(title="Chile and China count stars", number=12), encoding="utf-8")
    (folder / "secret.txt").write_text(_ARTICLE.format(title="Quokka telescope plan", number=3), encoding="utf-8")
    return tmp_path


def page(project: Path, history: list[Note], path: str = "changes/index.md") -> str:
    run, atlas = read_project(project)
    return next(page.markdown for page in render(atlas, run.project, history=history).pages if page.path == path)


def noted(project: Path) -> Note:
    return Note("2024-04-01", difference({}, snapshot(read_project(project)[1])))


def test_without_a_note_the_page_says_how_to_make_one(project: Path) -> None:
    assert "atlas note" in page(project, [])


def test_nothing_changed_since_a_note_of_the_same_facts(project: Path) -> None:
    text = page(project, [noted(project)])
    assert "## Since 1 April 2024\n\nNothing changed." in text
    assert text.index("## Since") < text.index("## 1 April 2024")
    assert "| New article | 2 |" in text


def test_a_changed_title_is_told_with_what_it_was(project: Path) -> None:
    note = noted(project)
    file = project / "content" / "articles" / "stars.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("2024-03-05", "2024-03-06"), encoding="utf-8")
    text = page(project, [note])
    assert "no longer published" in text  # the date is part of the address: the old page went, and a new one came
    assert "[Chile and China count stars]" in text


def test_an_article_that_went_leaves_no_title_and_no_fact_behind(project: Path) -> None:
    note = noted(project)
    (project / "content" / "articles" / "secret.txt").unlink()
    text = page(project, [note])
    assert "| Article removed | 1 |" in text
    assert "uokka" not in text


def test_the_chinese_page_writes_dates_as_chinese_does(project: Path) -> None:
    assert "2024年4月1日" in page(project, [noted(project)], "zh/changes/index.md")


def test_each_note_is_an_entry_of_a_feed_that_the_page_leads_to(project: Path) -> None:
    run, atlas = read_project(project)
    history = [noted(project)]
    tree = render(atlas, run.project, history=history)
    feed = feedparser.parse(tree.files["changes/changes.atom.xml"])
    assert [entry.title for entry in feed.entries] == ["Changes of 1 April 2024"]
    assert "Chile and China count stars" in feed.entries[0].summary
    assert "changes.atom.xml" in next(page.markdown for page in tree.pages if page.path == "changes/index.md")
    assert "zh/changes/changes.atom.xml" in tree.files
    assert not [path for path in render(atlas, run.project).files if path.startswith("changes/")]


def test_the_feed_tells_nothing_of_an_article_that_went(project: Path) -> None:
    history = [noted(project)]
    (project / "content" / "articles" / "secret.txt").unlink()
    run, atlas = read_project(project)
    files = render(atlas, run.project, history=history).files
    assert b"uokka" not in files["changes/changes.atom.xml"] + files["changes/changes.feed.json"]

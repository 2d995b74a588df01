"""Nothing of a draft, an embargoed or a withdrawn article is in the published site, in any file of any kind."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.pipeline import render_project
from generator.publish import build_site
from generator.render import Tree

from .leaks import texts_of
from .test_site import project

#: Each article that is held back has words that nothing else has: in title, body, names, source, figures.
HELD = {
    "draft": ("Quokkadraft", "state: draft\n"),
    "embargoed": ("Quokkaembargo", "state: embargoed\nuntil: 2026-12-01\n"),
    "withdrawn": ("Quokkagone", "state: withdrawn\nwhy: Its publisher asked for it.\n"),
    "mistyped": ("Quokkatypo", "state: drfat\n"),
}
OPEN = """China and Chile build a telescope

China and Chile signed an agreement on a joint telescope on 20 May 2024, said Mina Okafor, minister of science of Chile.
The two countries have 12 joint laboratories.
"""


def text(canary: str, front: str) -> str:
    return f"""---
{front}source: The {canary} Herald
date: 2024-05-21
---
{canary} and China agree on the sea

China and Peru signed an agreement on the {canary} Ocean Talent Programme on 20 May 2024. The two countries have 77421
joint {canary.lower()} laboratories. "We will look after the {canary} sea for as long as we can," said Ana {canary},
minister of science of Peru.
"""


def words(canary: str) -> re.Pattern[str]:
    """The canary, whatever its case and whatever stands around it; and the figure that only such articles have."""
    return re.compile(f"{canary}|77,?421", re.IGNORECASE)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with an article of each state, one of them decided in a curation file."""
    folder = project(tmp_path_factory.mktemp("held"))
    articles, curation = folder / "content" / "articles", folder / "content" / "curation"
    articles.mkdir()
    curation.mkdir()
    (folder / "content" / "atlas.yml").write_text("home: CN\ncontact: mailto:a@example.org\n", encoding="utf-8")
    (articles / "open.txt").write_text(OPEN, encoding="utf-8")
    for name, (canary, front) in HELD.items():
        (articles / f"{name}.txt").write_text(text(canary, front), encoding="utf-8")
    (articles / "decided.txt").write_text(text("Quokkadecided", ""), encoding="utf-8")
    run, _ = render_project(folder)
    (record,) = [record for record in run.records if record.article.doc == "decided.txt"]
    decision = f"article: {record.article.id}\nby: Ana Editor\non: 2026-11-21\nwhy: Not checked yet.\nstate: draft\n"
    (curation / "decided.yml").write_text(decision, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published site of a day before the embargo ends."""
    _, tree = render_project(root, today=date(2026, 11, 30))
    return build_site(root, tree, tmp_path_factory.mktemp("site"))[0]


def tree_of(root: Path, **options: object) -> tuple[str, Tree]:
    """All text of a tree's pages and files, and the tree."""
    _, tree = render_project(root, **options)  # type: ignore[arg-type]
    parts = [page.path + page.title + page.markdown + str(page.search) for page in tree.pages]
    parts += [path + data.decode("utf-8", "replace") for path, data in tree.files.items()]
    return "\n".join(parts), tree


CANARIES = [canary for canary, _ in HELD.values()] + ["Quokkadecided"]


@pytest.mark.parametrize("canary", CANARIES)
def test_no_file_of_the_site_has_a_word_of_it(built: Path, canary: str) -> None:
    """Only the address of a withdrawn article stays, and stands where addresses do."""
    wanted = words(canary)
    own = re.compile(r"[\w-]*quokkagone[\w-]*-and-china-agree-on-the-sea-[0-9a-f]{6}", re.IGNORECASE)
    for name, found in texts_of(built):
        left = own.sub("", found) if canary == "Quokkagone" else found
        assert not wanted.search(left), name


def test_the_search_of_the_site_would_find_such_words(built: Path) -> None:
    """The words of the published article are found in pages, feeds, data and search index: the search looks there."""
    seen = {name.split("/")[0] for name, found in texts_of(built) if "telescope" in found.casefold()}
    assert {"index.html", "articles", "countries", "data", "search"} <= seen


def test_nothing_is_counted(root: Path) -> None:
    """The site is the same as if the articles that are held back had never come, but for the tombstone."""
    run, held = render_project(root, today=date(2026, 11, 30))
    assert sorted(record.status.state for record in run.held) == [*["draft"] * 3, "embargoed", "withdrawn"]
    names = [record.article.doc for record in run.held]
    moved = {name: (root / "content" / "articles" / name).rename(root / name) for name in names}
    try:
        _, alone = render_project(root, today=date(2026, 11, 30))
    finally:
        for name, path in moved.items():
            path.rename(root / "content" / "articles" / name)
    stones = {page.path for page in held.pages if "tombstone" in page.markdown}
    assert [page for page in held.pages if page.path not in stones] == list(alone.pages)
    assert len(stones) == 1
    assert held.files == alone.files


def test_a_tombstone_says_that_and_why_and_nothing_else(built: Path) -> None:
    (page,) = built.glob("articles/*quokkagone*/index.html")
    html = page.read_text(encoding="utf-8")
    assert "Withdrawn article" in html
    assert "Its publisher asked for it." in html
    assert not re.search(r"Peru|2024|talent|laborator", html.split("<article", 1)[1].split("</article>", 1)[0])


def test_every_page_has_a_way_to_ask_for_a_correction(built: Path) -> None:
    for page in built.rglob("*.html"):
        assert 'href="mailto:a@example.org"' in page.read_text(encoding="utf-8"), page


def test_an_embargo_ends_on_its_day(root: Path) -> None:
    before, _ = tree_of(root, today=date(2026, 11, 30))
    on_the_day, _ = tree_of(root, today=date(2026, 12, 1))
    without, _ = tree_of(root)
    assert "Quokkaembargo" not in before + without
    assert "Quokkaembargo" in on_the_day
    assert "embargoed until" not in on_the_day
    assert "Quokkadraft" not in on_the_day


def test_the_preview_shows_and_marks_what_is_held_back(root: Path) -> None:
    """Drafts and embargoed articles stand in lists and on pages with their state; withdrawn ones nowhere."""
    shown, tree = tree_of(root, preview=True, today=date(2026, 11, 30))
    assert "Quokkagone and China" not in shown
    pages = {page.path: page.markdown for page in tree.pages}
    for canary, state in (
        ("quokkadraft", "draft, not published"),
        ("quokkaembargo", "embargoed until 1 December 2026"),
        ("quokkatypo", "draft, not published"),
        ("quokkadecided", "draft, not published"),
    ):
        (page,) = [markdown for path, markdown in pages.items() if canary in path and path.startswith("articles/")]
        assert state in page
    assert pages["articles/index.md"].count("draft, not published") == 3


def test_a_mistyped_state_is_an_error_and_keeps_the_article_back(root: Path) -> None:
    run, _ = render_project(root)
    (problem,) = [problem for problem in run.problems if problem.file == "content/articles/mistyped.txt"]
    assert (problem.severity, problem.line, problem.field) == ("error", 2, "state")
    assert "draft" in (problem.example or "")

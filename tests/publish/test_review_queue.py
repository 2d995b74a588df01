"""The review queue is in the editor's preview, and in nothing that is published."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.utils.meta import get_data
from pydantic import ValidationError

from generator.pipeline import read_project, render_project
from generator.publish import build_site
from generator.render import Tree, render
from generator.review import queue
from generator.settings import Project, Settings

from .leaks import texts_of
from .test_site import project

#: A name that only the queue asks about, and one that is hostile.
ARTICLE = """---
title: "A laboratory <b>for</b> amber {{ 7 * 7 }} | x"
source: The Quokkaqueue Post
---

China and Estonia opened a joint laboratory for amber in Tallinn.

They signed an agreement on the Baltic Amber Exchange Programme with *stars* and <script>alert(1)</script> in it.
"""
#: What only the queue says.
CANARY = re.compile(r"review queue|待核清单|not in sources\.yml|atlas review|- decide:|/review/", re.IGNORECASE)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = project(tmp_path_factory.mktemp("queue"))
    (folder / "content" / "articles").mkdir(exist_ok=True)
    (folder / "content" / "atlas.yml").write_text("home: CN\nlanguages: [en, zh]\n", encoding="utf-8")
    (folder / "content" / "articles" / "amber.md").write_text(ARTICLE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def preview(root: Path) -> Tree:
    return render_project(root, preview=True)[1]


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published site."""
    return build_site(root, render_project(root)[1], tmp_path_factory.mktemp("site"))[0]


def test_the_published_site_has_no_file_page_link_or_word_of_it(built: Path) -> None:
    assert not (built / "review").exists()
    assert not (built / "zh" / "review").exists()
    assert [name for name, text in texts_of(built) if CANARY.search(text)] == []


def test_the_search_for_such_words_would_find_them(root: Path, preview: Tree, tmp_path: Path) -> None:
    """The canary sings: a preview that was published would show it, on the page alone and in no search entry."""
    site = build_site(root, preview, tmp_path / "site")[0]
    found = {name for name, text in texts_of(site) if CANARY.search(text)}
    assert {"review/index.html", "zh/review/index.html"} <= found
    assert not {name for name in found if name.startswith(("search/", "zh/search/", "data/"))}
    html = (site / "review" / "index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in html
    assert "49" not in re.findall(r"<h2[^>]*>.*?</h2>", html, re.DOTALL)[0]
    assert re.search(r"<pre><code># A laboratory", html) or "&#35; A laboratory" in html


def test_a_queue_that_is_handed_to_a_public_build_is_not_shown(root: Path) -> None:
    run, atlas = read_project(root)
    questions = queue(atlas, run.curation, run.problems)
    assert questions
    tree = render(atlas, run.project, queue=questions)
    assert [page.path for page in tree.pages if CANARY.search(page.path + page.markdown + str(page.search))] == []


def test_the_page_has_each_question_with_link_place_and_snippet(root: Path, preview: Tree) -> None:
    run, atlas = read_project(root, preview=True)
    (page,) = [page for page in preview.pages if page.path == "review/index.md"]
    assert page.search is None
    for item in queue(atlas, run.curation, run.problems):
        assert item.reason.heading in page.markdown
        assert item.file in page.markdown
        assert f'<a href="vscode://file{root}/{item.file}:{item.line or 1}">' in page.markdown
        assert item.record is not None
        assert f"../articles/{item.record.article.id}.md" in page.markdown
    assert page.markdown.count("<pre><code>") == len(queue(atlas, run.curation, run.problems))


def test_the_first_page_and_every_article_of_a_preview_lead_to_the_queue(root: Path, preview: Tree) -> None:
    leading = {page.path for page in preview.pages if "review/index.md)" in page.markdown}
    articles = {f"articles/{record.article.id}.md" for record in read_project(root, preview=True)[1].records}
    assert articles
    assert leading == {f"{folder}{path}" for path in {"index.md", *articles} for folder in ("", "zh/")}


def test_a_file_opens_in_the_editor_of_the_owner() -> None:
    settings = Settings(editor="idea://open?file={path}&line={line}")
    address = Project(Path("/a b/项目"), settings).edit_address("content/x.yml", 7)
    assert address == "idea://open?file=/a%20b/%E9%A1%B9%E7%9B%AE/content/x.yml&line=7"


@pytest.mark.parametrize("address", ["", "{path}", "vscode://file/", 'vscode://file{path}" onclick="x'])
def test_an_address_that_opens_no_file_is_refused(address: str) -> None:
    with pytest.raises(ValidationError, match="editor"):
        Settings(editor=address)


def test_the_chinese_page_is_chinese(preview: Tree) -> None:
    (page,) = [page for page in preview.pages if page.path == "zh/review/index.md"]
    markdown, data = get_data(page.markdown)
    own = re.sub(
        r"<(pre|code|span)\b.*?</\1>|<a [^>]*>|\]\(.*?\)|\w+&#58;[\w-]+|&#?\w+;", " ", markdown, flags=re.DOTALL
    )
    known = {"accept", "reject", "correct", "decide", "sources", "programmes", "yml"}
    assert data["title"] == "待核清单"
    assert {word for word in re.findall(r"[A-Za-z]{3,}", own) if word not in known} <= set(
        re.findall(r"[A-Za-z]{3,}", ARTICLE + " class atlas note lead " + " partner theme group figure score")
    )

"""The page on which one can ask offers only questions that the atlas answers."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.pipeline import read_project
from generator.render import answers, render

_ARTICLE = """\
China and Serbia open a laboratory for river ice

Source: Danube Post | 2021-03-05

China and Serbia opened a joint laboratory for river ice and climate change in Novi Sad on Friday.
"""


@pytest.mark.parametrize(("tag", "home"), [("en", "index.md"), ("zh", "zh/index.md")])
def test_every_question_that_is_offered_has_an_answer(tmp_path: Path, tag: str, home: str) -> None:
    folder = tmp_path / "content" / "articles"
    folder.mkdir(parents=True)
    (tmp_path / "content" / "atlas.yml").write_text("home: CN\nlanguages: [en, zh]\n", encoding="utf-8")
    (folder / "ice.txt").write_text(_ARTICLE, encoding="utf-8")
    run, atlas = read_project(tmp_path)
    page = next(page.markdown for page in render(atlas, run.project).pages if page.path == home)
    questions = [unquote(found) for found in re.findall(r"\?question=([^)]+)\)", page)]
    assert questions
    assert all(answers(atlas, run.project, question, tag).lines for question in questions)


@pytest.mark.parametrize("path", ["ask/index.md", "zh/ask/index.md"])
def test_an_empty_atlas_offers_no_questions(tmp_path: Path, path: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "atlas.yml").write_text("home: CN\nlanguages: [en, zh]\n", encoding="utf-8")
    run, atlas = read_project(tmp_path)
    page = next(page.markdown for page in render(atlas, run.project).pages if page.path == path)
    assert "For example" not in page and "例如" not in page
    assert "atlas-ask-examples" not in page

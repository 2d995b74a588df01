"""`atlas ask`: facts with their sentences on stdout, and no evidence where there is none."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

_ARTICLE = """\
China and Serbia open a laboratory for river ice

Source: Danube Post | 2021-03-05

China and Serbia opened a joint laboratory for river ice in Novi Sad on Friday. It has 14 researchers.
Mira Petrov, director of the laboratory in Serbia, spoke of the ice.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "articles"
    folder.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    (tmp_path / "content" / "atlas.yml").write_text("home: CN\nlanguages: [en, zh]\n", encoding="utf-8")
    (folder / "ice.txt").write_text(_ARTICLE, encoding="utf-8")
    return tmp_path


def ask(project: Path, *question: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(project), "ask", *question], catch_exceptions=False)


def test_an_answer_names_the_sentence_the_source_and_the_article(project: Path) -> None:
    result = ask(project, "how", "many", "researchers", "with", "Serbia")
    assert "It has 14 researchers." in result.stdout
    assert "Danube Post, 5 March 2021: China and Serbia open a laboratory for river ice" in result.stdout


def test_a_chinese_question_is_answered_in_chinese(project: Path) -> None:
    assert "2021年3月5日" in ask(project, "中国与塞尔维亚").stdout


def test_a_program_gets_one_object_a_fact(project: Path) -> None:
    found = [json.loads(line) for line in ask(project, "--format", "json", "Serbia").stdout.splitlines()]
    keys = {"kind", "fact", "sentence", "place", "around", "source", "date", "article", "page"}
    assert found and all(set(one) == keys for one in found)


def test_a_fact_leads_to_the_file_it_is_from_or_to_its_place_on_the_site(project: Path) -> None:
    found = json.loads(ask(project, "--format", "json", "who", "Serbia").stdout.splitlines()[0])
    assert (project / "content" / "articles" / Path(found["page"]).name).is_file()
    (project / "mkdocs.yml").write_text("site_name: Test\nsite_url: https://atlas.example/\n", encoding="utf-8")
    found = json.loads(ask(project, "--format", "json", "who", "Serbia").stdout.splitlines()[0])
    assert re.fullmatch(r"https://atlas\.example/articles/[^/]+/#person-[0-9a-f]+", found["page"])


def test_what_only_its_article_is_about_is_said_with_a_fact(project: Path) -> None:
    """The second sentence names no country: that the article has only one partner makes it an answer, which is said."""
    stdout = ask(project, "how", "many", "researchers", "with", "Serbia").stdout
    assert "from an article on Serbia" in stdout


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("who is the director", "1 fact."),
        ("谁是主任", "1 项事实。"),
        ("laboratories with Peru", "No evidence"),
        ("与秘鲁的实验室", "没有依据"),
    ],
)
def test_how_many_facts_there_are_is_said_in_the_language_of_the_question(
    project: Path, question: str, said: str
) -> None:
    result = ask(project, question)
    assert result.exit_code == 0
    assert said in result.stderr
    assert bool(result.stdout) is not said.startswith(("No", "没有"))

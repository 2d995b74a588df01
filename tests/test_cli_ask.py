"""`atlas ask`: facts with their sentences on stdout, and no evidence where there is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

_ARTICLE = """\
China and Serbia open a laboratory for river ice

Source: Danube Post | 2021-03-05

China and Serbia opened a joint laboratory for river ice in Novi Sad on Friday. It has 14 researchers.
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
    assert {"kind", "fact", "sentence", "source", "date", "article", "page"} == set(found[0])


def test_without_evidence_nothing_is_printed_and_that_is_said(project: Path) -> None:
    result = ask(project, "laboratories with Peru")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No evidence." in result.stderr

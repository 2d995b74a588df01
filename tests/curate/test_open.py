"""What nobody has decided yet changes nothing; and whether two articles are one is an editor's word."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.curate import file_name, load_curation, snippet, stub
from generator.model import SAME, Action, Record
from generator.settings import Project, Settings

from .conftest import shared
from .sample import about, digest, read, write

SIGNED = "by: Ana Editor\non: 2026-11-21\nwhy: Compared.\n"


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return about(read(write(tmp_path, {"a.txt": digest("bridge"), "b.txt": digest("later")}))[0], "114")


def test_an_open_entry_is_no_fault_changes_nothing_and_has_a_place(tmp_path: Path, record: Record) -> None:
    """A file of open entries alone need not be signed."""
    text = stub(record, [snippet(record, "partner:RS", "decide"), snippet(record, "title", "decide")])
    run, _ = read(write(tmp_path, {}, {file_name(record): text}))
    assert [problem for problem in run.problems if "curation" in (problem.file or "")] == []
    assert about(run, "114") == record
    curation, _ = load_curation(Project(tmp_path, Settings()), shared()[0])
    lines = text.splitlines()
    waiting = curation.waiting[record.article.id]
    assert {lines[line - 1].split("#")[0].strip() for line in waiting.values()} == {
        "- decide: partner:RS",
        "- decide: title",
    }


def test_one_word_decides(tmp_path: Path, record: Record) -> None:
    """Only the entry whose word the editor changed is applied."""
    text = SIGNED + f"article: {record.article.id}\ndecisions:\n" + snippet(record, "partner:RS", "decide")
    text = text.replace("decide: partner", "reject: partner") + snippet(record, "title", "decide")
    run, _ = read(write(tmp_path, {}, {"a.yml": text}))
    assert [(one.field, one.action) for one in about(run, "114").decisions] == [("partner:RS", Action.REJECT)]


@pytest.mark.parametrize("action", ["accept", "reject"])
def test_articles_that_an_editor_calls_one_are_one_source(tmp_path: Path, record: Record, action: str) -> None:
    run, atlas = read(tmp_path)
    other = about(run, "potatoes").article.id
    assert atlas.duplicates.others(record.article.id) == ()
    text = f"{SIGNED}article: {record.article.id}\ndecisions:\n  - {action}: {SAME}{other}\n"
    run, atlas = read(write(tmp_path, {}, {"a.yml": text}))
    assert [problem for problem in run.problems if "curation" in (problem.file or "")] == []
    assert atlas.duplicates.others(other) == ((record.article.id,) if action == "accept" else ())


def test_a_word_about_an_article_that_is_not_there_is_stale(tmp_path: Path, record: Record) -> None:
    text = f"{SIGNED}article: {record.article.id}\ndecisions:\n  - accept: {SAME}{record.article.id}x\n"
    run, _ = read(write(tmp_path, {}, {"a.yml": text}))
    (problem,) = [problem for problem in run.problems if problem.code == "stale-override"]
    assert (problem.line, problem.field) == (6, "decisions[0].accept")
    assert problem.example == SAME + record.article.id

"""`atlas review`: from the list to a signed decision, in a file or by key; nothing of an editor's is overwritten."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.cli.review import walk
from generator.pipeline import read_project
from generator.review import REASONS

ARTICLE = """---
title: A laboratory for amber opens
source: The Amber Post
---

China and Estonia opened a joint laboratory for amber in Tallinn. Scientists of both countries will work there.

They signed an agreement on the Baltic Amber Exchange Programme. {}
"""
#: The two questions that walks are about.
ASKED = ("--kind", "no-date", "--kind", "new-programme")
PROGRAMME = "programme:baltic-amber-exchange-programme"
DECISION = "article: {}\nby: Ana Editor\non: 2026-11-21\nwhy: Mine.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    (tmp_path / "content" / "atlas.yml").write_text("home: CN\n", encoding="utf-8")
    write(tmp_path, "amber.txt", "")
    return tmp_path


def write(project: Path, name: str, words: str) -> None:
    (project / "content" / "articles" / name).write_text(ARTICLE.format(words), encoding="utf-8")


def run(project: Path, *arguments: str, typed: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(main, ["-C", str(project), "review", *arguments], input=typed)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def questions(project: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(project, "--format", "json").stdout.splitlines()]


def only_id(project: Path) -> str:
    (record,) = read_project(project, preview=True)[0].records
    return record.article.id


def files(project: Path) -> dict[str, bytes]:
    folder = project / "content" / "curation"
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*"))} if folder.is_dir() else {}


def curated(project: Path, name: str, text: str) -> Path:
    path = project / "content" / "curation" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_help_tells_every_option_and_kind_with_examples() -> None:
    said = CliRunner().invoke(main, ["review", "--help"]).stdout
    assert "Examples:" in said
    for word in ("--write", "--kind", "--limit", "--format", "--by", *REASONS):
        assert word in said


def test_the_list_has_evidence_reason_place_and_snippet(project: Path) -> None:
    said = run(project).stdout
    assert said.startswith("1. ")
    for words in (
        "No date was found.",
        "“They signed an agreement on the Baltic Amber Exchange Programme.” (paragraph 2)",
        f"   Decide in content/curation/{only_id(project)}.yml (new)",
        "  - accept: programme:baltic-amber-exchange-programme",
        "item 1 of content/articles/amber.txt",
        "- id: the-amber-post",
    ):
        assert words in said


def test_json_has_the_same_and_limit_and_kind_choose(project: Path) -> None:
    found = questions(project)
    assert {one["kind"] for one in found} >= {"no-date", "new-programme", "unknown-source"}
    assert [one["rank"] for one in found] == list(range(1, len(found) + 1))
    urgencies = [float(one["urgency"]) for one in found]
    assert urgencies == sorted(urgencies, reverse=True)
    limited = run(project, "--limit", "1", "--format", "json").stdout.splitlines()
    assert [json.loads(line) for line in limited] == found[:1]
    of_kind = run(project, "--kind", "new-programme", "--format", "json").stdout.splitlines()
    assert {json.loads(line)["kind"] for line in of_kind} == {"new-programme"}


@pytest.mark.parametrize("arguments", [["--kind", "x"], ["--limit", "0"], ["no-such-article"]])
def test_wrong_usage_says_what_is_right(project: Path, arguments: list[str]) -> None:
    result = run(project, *arguments)
    assert result.exit_code == 2
    assert result.stderr


def test_stubs_change_nothing_and_a_second_run_writes_nothing(project: Path) -> None:
    before = read_project(project, preview=True)[1].records
    asked = {one["about"] for one in questions(project) if one["about"]}
    assert run(project, "--write").exit_code == 0
    first = files(project)
    assert set(first) == {f"{only_id(project)}.yml"}
    assert run(project, "--write").exit_code == 0
    assert files(project) == first
    checked, atlas = read_project(project, preview=True)
    assert atlas.records == before
    assert [problem for problem in checked.problems if "curation" in (problem.file or "")] == []
    still = [one for one in questions(project) if one["about"]]
    assert {one["about"] for one in still} == asked
    lines = first[f"{only_id(project)}.yml"].decode().splitlines()
    for one in still:
        assert lines[int(one["line"]) - 1].startswith(f"  - decide: {one['about']}")


def test_one_word_and_a_signature_correct_the_article(project: Path) -> None:
    """What README tells an editor to do."""
    run(project, "--write")
    (path,) = (project / "content" / "curation").iterdir()
    text = path.read_text(encoding="utf-8")
    text = text.replace("decide: programme:", "reject: programme:")
    text = re.sub(r"^by:.*", "by: Ana Editor", text, flags=re.MULTILINE)
    text = re.sub(r"^on:.*", "on: 2026-11-21", text, flags=re.MULTILINE)
    text = re.sub(r"^why:.*", "why: It is a phrase.", text, flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    checked, atlas = read_project(project)
    assert [problem for problem in checked.problems if "curation" in (problem.file or "")] == []
    assert atlas.records[0].findings.programmes == ()
    assert PROGRAMME not in {one["about"] for one in questions(project)}


def test_what_an_editor_wrote_stays_and_open_entries_follow(project: Path) -> None:
    mine = "# My file.\r\n" + DECISION.format(only_id(project)).replace("\n", "\r\n") + "themes: [space]  # all\r\n"
    path = curated(project, "mine.yml", mine)
    assert run(project, "--write").exit_code == 0
    made = path.read_bytes().decode()
    assert made.startswith(mine)
    assert "- decide: date" in made
    assert made.count("\r\n") == made.count("\n")
    assert list(files(project)) == ["mine.yml"]
    first = files(project)
    run(project, "--write")
    assert files(project) == first


@pytest.mark.parametrize(
    "text",
    [
        "article: {id}\nby: A\non: 2026-11-21\nwhy: B\ndecisions: [{{reject: theme:space, was: astronomy}}]\n",
        "article: {id}\npartners: nobody\n",
        "article: {id}: no YAML\n",
        "article: another-one\nby: A\non: 2026-11-21\nwhy: B\nstate: draft\n",
    ],
    ids=["in-brackets", "wrong", "no-yaml", "another-article"],
)
def test_a_file_that_cannot_be_added_to_is_left_alone_and_named(project: Path, text: str) -> None:
    id_ = only_id(project)
    path = curated(project, f"{id_}.yml", text.format(id=id_))
    before = path.read_bytes()
    result = run(project, "--write")
    assert (result.exit_code, path.read_bytes()) == (0, before)
    assert f"Skipped content/curation/{id_}.yml" in result.stderr


@pytest.mark.parametrize(
    "content",
    [
        b"article: another-one\nby: A\non: 2026-11-21\nwhy: B\nthemes: [space]\n",
        b"article: another-one\nby: A\non: 2026-11-21\nwhy: B\ndecisions:\n  - {reject: theme:space, was: space}\n",
        "article: x\nwhy: 不宜".encode("gb18030"),
    ],
    ids=["of-another-article", "its-decisions", "not-utf8"],
)
def test_an_answer_is_not_written_into_a_file_about_something_else(project: Path, content: bytes) -> None:
    id_ = only_id(project)
    path = curated(project, f"{id_}.yml", "")
    path.write_bytes(content)
    result = run(project, id_, "--kind", "no-date", typed="a\nAna\nSeen.\nq\n")
    assert (result.exit_code, path.read_bytes()) == (0, content)
    assert "Not written: it is there and is wrong, or about another article" in result.stdout


def test_an_article_is_walked_by_key(project: Path) -> None:
    """Accept, then correct: each answer is written with who, when and why, and shown by the atlas."""
    id_ = only_id(project)
    typed = "c\n2024-11-28\nThe printed page says so.\na\n\n"
    result = run(project, id_, *ASKED, "--by", "Ana Editor", typed=typed)
    assert result.exit_code == 0
    assert "2 decisions written" in result.stdout
    (record,) = read_project(project)[1].records
    assert record.article.date == "2024-11-28"
    assert {(one.field, one.by, one.why) for one in record.decisions} == {
        ("date", "Ana Editor", "The printed page says so."),
        (PROGRAMME, "Ana Editor", "The printed page says so."),
    }
    assert "Nothing to decide" in run(project, id_, *ASKED).stdout


def test_answers_fill_the_entries_that_wait(project: Path) -> None:
    run(project, "--write", *ASKED)
    run(project, "laboratory-for-amber", *ASKED, typed="a\nAna Editor\nNobody knows.\nq\n")
    (path,) = (project / "content" / "curation").iterdir()
    assert path.read_text(encoding="utf-8").count("decide:") == 1
    assert len(read_project(project)[1].records[0].decisions) == 1


def test_a_faulty_answer_is_explained_and_asked_again(project: Path) -> None:
    result = run(project, only_id(project), "--kind", "no-date", typed="x\nc\nin May\nAna\nSeen.\ns\n")
    assert "One of the keys" in result.stdout
    assert "Not written" in result.stdout
    assert "invalid-field" in result.stdout
    assert files(project) == {}


@pytest.mark.parametrize("typed", ["", "a\nAna\n", b"\xff\xfe\x00"])
def test_input_that_ends_or_is_odd_ends_the_walk_and_writes_nothing_half(project: Path, typed: str | bytes) -> None:
    result = run(project, only_id(project), typed=typed)
    assert result.exit_code in (0, 1)
    assert "Traceback" not in result.output
    assert files(project) == {}


def test_ctrl_c_keeps_what_was_decided(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["a", "Ana Editor", "Seen."])

    def typed(prompt: str) -> str:
        answer = next(answers, None)
        if answer is None:
            raise KeyboardInterrupt
        return answer

    monkeypatch.setattr(walk, "_line", typed)
    result = run(project, only_id(project))
    assert (result.exit_code, "Stopped." in result.stdout) == (0, True)
    assert "1 decision written" in result.stdout
    assert len(files(project)) == 1


def test_a_missing_partner_is_typed(project: Path) -> None:
    (project / "content" / "articles" / "amber.txt").write_text(
        "---\ntitle: Open science\ndate: 2024-05-21\nsource: Xinhua\n---\n\n"
        "China will strengthen international scientific and technological cooperation and share research data.\n",
        encoding="utf-8",
    )
    run(
        project,
        only_id(project),
        "--kind",
        "no-partner",
        "--by",
        "Ana Editor",
        typed="c\nee, ASEAN, eu\nIt names them.\n",
    )
    (record,) = read_project(project)[1].records
    assert [place.code for place in record.findings.partners] == ["EE"]
    assert [tag.id for tag in record.findings.groups] == ["asean", "eu"]
    assert "no-partner" not in {one["kind"] for one in questions(project)}


def test_drafts_are_in_the_queue(project: Path) -> None:
    curated(project, "a.yml", DECISION.format(only_id(project)) + "state: draft\n")
    assert {one["article"] for one in questions(project)} == {only_id(project)}


def test_a_part_of_an_id_that_several_have_is_not_guessed(project: Path) -> None:
    write(project, "second.txt", "It has 12 rooms.")
    result = run(project, "amber")
    assert result.exit_code == 2
    assert "2 articles have 'amber' in their id" in result.stderr

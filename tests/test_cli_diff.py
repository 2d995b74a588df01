"""`atlas diff` and `atlas note`: two states compared, from builds, files and git revisions."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.changes import apply, snapshot
from generator.cli import main
from generator.pipeline import read_project

_ARTICLE = """\
Chile and China count the stars together

Source: Andes Post | 2024-03-05

China and Chile opened a joint observatory on Monday. Chilean and Chinese astronomers will share 12 telescopes there.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A committed project with one article."""
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    (tmp_path / "content" / "atlas.yml").write_text("home: CN\n", encoding="utf-8")
    (tmp_path / "content" / "articles" / "stars.txt").write_text(_ARTICLE, encoding="utf-8")
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "one"]):
        who = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org"]
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True)
    return tmp_path


def run(project: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["-C", str(project), *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def change(project: Path, old: str, new: str) -> None:
    path = project / "content" / "articles" / "stars.txt"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_nothing_differs_from_the_revision_that_was_not_changed(project: Path) -> None:
    result = run(project, "diff", "HEAD")
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_changed_figure_is_told_with_the_article_it_stands_in(project: Path) -> None:
    change(project, "12 telescopes", "15 telescopes")
    lines = run(project, "diff", "HEAD").stdout.splitlines()
    assert [line.split("  ")[1].split(" ")[0] for line in lines] == ["fact-removed", "fact-added"]
    assert all("2024-03-05-chile-and-china" in line for line in lines)


def test_the_patch_of_two_states_leads_from_one_to_the_other(project: Path) -> None:
    before = snapshot(read_project(project)[1])
    change(project, "2024-03-05", "2024-03-06")
    patch = json.loads(run(project, "diff", "HEAD", "--format", "patch").stdout)
    assert apply(before, patch) == snapshot(read_project(project)[1])


def test_changes_can_be_read_by_a_program(project: Path) -> None:
    (project / "content" / "articles" / "stars.txt").unlink()
    (found,) = [json.loads(line) for line in run(project, "diff", "HEAD", "--format", "json").stdout.splitlines()]
    assert found["kind"] == "article-removed"
    assert found["was"] == "Chile and China count the stars together"


@pytest.mark.parametrize("name", ["no-such-revision", "--output=x", "content"])
def test_what_is_no_state_of_an_atlas_is_refused_with_an_example(project: Path, name: str) -> None:
    result = run(project, "diff", "--", str(project / name) if name == "content" else name)
    assert result.exit_code == 1
    assert "Example: atlas diff" in result.stderr
    assert not (project / "x").exists()


def test_a_revision_with_links_that_lead_out_of_it_is_read(project: Path) -> None:
    (project / "content" / "articles" / "far.txt").symlink_to("/etc/hostname")
    for arguments in (
        ["add", "."],
        ["-c", "user.name=Ana", "-c", "user.email=ana@example.org", "commit", "-qm", "two"],
    ):
        subprocess.run(["git", *arguments], cwd=project, check=True)
    (project / "content" / "articles" / "far.txt").unlink()
    result = run(project, "diff", "HEAD")
    assert (result.exit_code, result.stdout) == (0, "")


def test_without_git_a_revision_is_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = run(project, "diff", "HEAD")
    assert (result.exit_code, "git cannot be run" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("facts", "shape", "said"),
    [
        ("[" * 100_000, "text", "cannot be read"),
        ('{"articles": {"x": {"title": null}}}', "patch", "no facts that `atlas build` wrote"),
    ],
)
def test_odd_files_of_facts_are_refused(project: Path, facts: str, shape: str, said: str) -> None:
    (project / "old.json").write_text('{"articles": {"x": {}}}', encoding="utf-8")
    (project / "new.json").write_text(facts, encoding="utf-8")
    result = run(project, "diff", str(project / "old.json"), str(project / "new.json"), "--format", shape)
    assert (result.exit_code, said in result.stderr) == (1, True)


@pytest.mark.parametrize("shape", ["text", "json", "patch"])
def test_half_a_character_is_told_as_its_escape(project: Path, shape: str) -> None:
    (project / "old.json").write_text('{"articles": {}}', encoding="utf-8")
    (project / "new.json").write_text('{"articles": {"x": {"title": "a \\ud800"}}}', encoding="utf-8")
    result = run(project, "diff", str(project / "old.json"), str(project / "new.json"), "--format", shape)
    assert (result.exit_code, r"a \ud800" in result.stdout) == (0, True)


def test_notes_are_kept_by_day_and_only_where_something_changed(project: Path) -> None:
    first = run(project, "note", "--on", "2026-01-01")
    assert Path(first.stdout.strip()).name == "2026-01-01.json"
    assert run(project, "note", "--on", "2026-01-02").stdout == ""
    change(project, "12 telescopes", "15 telescopes")
    run(project, "note", "--on", "2026-01-03")
    assert sorted(path.name for path in (project / "content" / "history").iterdir()) == [
        "2026-01-01.json",
        "2026-01-03.json",
    ]


@pytest.mark.parametrize("day", ["2025-12-31", "winter"])
def test_a_note_needs_a_day_that_is_not_before_the_last(project: Path, day: str) -> None:
    run(project, "note", "--on", "2026-01-01")
    result = run(project, "note", "--on", day)
    assert result.exit_code == 2
    assert "Example: --on" in result.stderr

"""Decisions that cannot all be meant are errors with line, field and an example, and none of them is applied."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problems import Severity

from .sample import about, digest, read, write

SIGNED = "by: Ana Editor\non: 2026-11-21\nwhy: Read again.\n"


@pytest.mark.parametrize(
    ("lines", "line", "field"),
    [
        ("partners: [NO]\ndecisions:\n  - {reject: partner:NO, was: NO}\n", 7, "decisions[0]"),
        ("partners: [NO]\ndecisions:\n  - {accept: partner:RS, was: RS}\n", 7, "decisions[0]"),
        ("partners: [NO]\ndecisions:\n  - {add: partner, new: {code: CL}}\n", 7, "decisions[0]"),
        ("themes: [space]\ndecisions:\n  - {reject: theme:space, was: space}\n", 7, "decisions[0]"),
        ("partners: [CN, SE]\n", 5, "partners"),
        ("decisions:\n  - {add: partner, new: {code: CN}}\n", 6, "decisions[0]"),
        ("decisions:\n  - {correct: partner:RS, was: RS, to: {code: CN}}\n", 6, "decisions[0]"),
        ("decisions:\n  - accept: same:{id}\n", 6, "decisions[0].accept"),
        ("document: digest.txt\npartners: [SE]\n", 5, "document"),
    ],
)
def test_a_contradiction_is_an_error(tmp_path: Path, lines: str, line: int, field: str) -> None:
    run, _ = read(write(tmp_path, {"d.txt": digest("bridge", "later")}))
    id_ = about(run, "114").article.id
    run, _ = read(write(tmp_path, {}, {"one.yml": f"article: {id_}\n{SIGNED}{lines.replace('{id}', id_)}"}))
    (problem,) = run.problems
    assert (problem.severity, problem.code) == (Severity.ERROR, "contradiction")
    assert (problem.file, problem.line, problem.field) == ("content/curation/one.yml", line, field)
    assert problem.example
    assert field == "document" or about(run, "114").decisions == ()


def test_a_second_file_names_the_first_with_its_line(tmp_path: Path) -> None:
    run, _ = read(write(tmp_path, {"d.txt": digest("bridge")}))
    text = f"# notes\narticle: {about(run, '114').article.id}\n{SIGNED}themes: [space]\n"
    run, _ = read(write(tmp_path, {}, {"a.yml": text, "b.yml": text}))
    (problem,) = run.problems
    assert (problem.code, problem.file, problem.line) == ("double-override", "content/curation/b.yml", 2)
    assert (problem.field, "a.yml" in (problem.example or "")) == ("article", True)


@pytest.mark.parametrize("key", ["article", "document"])
def test_what_is_gone_has_the_line_of_its_name(tmp_path: Path, key: str) -> None:
    decisions = "decisions: [{split: a, before: b c}]" if key == "document" else "themes: [space]"
    run, _ = read(write(tmp_path, {"d.txt": digest("bridge")}, {"a.yml": f"# x\n{key}: gone\n{SIGNED}{decisions}\n"}))
    assert [(one.code, one.line, one.field) for one in run.problems] == [("stale-override", 2, key)]

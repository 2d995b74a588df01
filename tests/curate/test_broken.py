"""Every broken curation file of broken/ says its file, line, field, what is wrong, and what is right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.curate import load_curation
from generator.problems import Severity
from generator.settings import Project, Settings
from generator.taxonomy import Taxonomy, load_taxonomy

CASES = sorted(Path(__file__).with_name("broken").glob("*.yml"))


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return load_taxonomy(Project(Path("/nonexistent"), Settings()))[0]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_broken_file_says_where_what_and_how(case: Path, taxonomy: Taxonomy, tmp_path: Path) -> None:
    """The first problem is the expected one, the decision is not applied, and nothing else is lost."""
    folder = tmp_path / "content" / "curation"
    folder.mkdir(parents=True)
    (folder / case.name).write_bytes(case.read_bytes())
    wanted = yaml.safe_load(case.with_suffix(".problem.yaml").read_text(encoding="utf-8"))
    curation, problems = load_curation(Project(tmp_path, Settings()), taxonomy)
    (problem, *_) = problems
    assert problem.severity is Severity.ERROR
    assert problem.file == f"content/curation/{case.name}"
    assert (problem.code, problem.line, problem.field or None) == (wanted["code"], wanted["line"], wanted["field"])
    assert wanted["says"] in problem.message
    assert re.search(wanted["example"].replace("[CL", r"\[CL"), problem.example or ""), problem.example
    assert (curation.articles, curation.documents, curation.corpus) == ({}, {}, ())


def test_there_are_many_kinds_of_broken_files() -> None:
    assert len(CASES) >= 10

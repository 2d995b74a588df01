"""Every key is in docs/curation.md; the examples there, those in README and our own decisions are right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.curate import load_curation
from generator.curate.kinds import KINDS
from generator.curate.schema import STEPS, ArticleFile, CorpusFile, DocumentFile
from generator.model import State
from generator.settings import Project, Settings

from .conftest import shared
from .sample import read

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "curation.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = [found for found in re.findall(r"```yaml\n(.*?)```", TEXT + README, re.DOTALL) if "why:" in found]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_right(tmp_path: Path, example: str) -> None:
    folder = tmp_path / "content" / "curation"
    folder.mkdir(parents=True)
    (folder / "one.yml").write_text(example, encoding="utf-8")
    curation, problems = load_curation(Project(tmp_path, Settings()), shared()[0])
    assert problems == []
    assert curation.articles or curation.documents or curation.corpus


def test_every_key_is_shown() -> None:
    keys = {key for model in (ArticleFile, DocumentFile, CorpusFile) for key in model.model_fields}
    keys |= {key for step in STEPS.values() for key in step.model_fields}
    keys |= {key for kind in KINDS.values() for key in kind.fields.model_fields} | set(KINDS) | set(State)
    assert {key for key in keys if f"`{key}" not in TEXT and f"{key}:" not in TEXT} == set()


def test_the_decisions_that_come_with_the_atlas_apply() -> None:
    run, _ = read(ROOT)
    assert [problem for problem in run.problems if "curation" in (problem.file or "")] == []
    decided = {record.article.id for record in run.records if record.decisions}
    assert decided == {path.stem for path in (ROOT / "content" / "curation").glob("*.yml")}
    assert decided

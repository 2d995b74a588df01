"""All projects of these tests have the taxonomy that comes with us, so it is read and compiled once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from generator import pipeline
from generator.extract import Lexicon, compile_lexicon
from generator.problems import Problem
from generator.settings import Project, Settings
from generator.taxonomy import Taxonomy, load_taxonomy


@cache
def shared() -> tuple[Taxonomy, Lexicon]:
    taxonomy, problems = load_taxonomy(Project(Path("/nonexistent"), Settings()))
    assert problems == []
    return taxonomy, compile_lexicon(taxonomy)


@pytest.fixture(autouse=True)
def _compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def taxonomy(_: Project) -> tuple[Taxonomy, list[Problem]]:
        return shared()[0], []

    def lexicon(_: Taxonomy) -> Lexicon:
        return shared()[1]

    monkeypatch.setattr(pipeline, "load_taxonomy", taxonomy)
    monkeypatch.setattr(pipeline, "compile_lexicon", lexicon)

"""A project's own register is read and checked like the rest of the taxonomy."""

from __future__ import annotations

from pathlib import Path

from generator.settings import Project, Settings
from generator.taxonomy import load_taxonomy

ENTRY = "- {id: reef-watch, name: {en: Reef Watch, zh: 珊瑚礁观测}, kind: programme, parties: [FJ, nowhere]}\n"


def test_a_party_that_the_taxonomy_does_not_have_is_reported(tmp_path: Path) -> None:
    """The entry stays, and the problem names its field."""
    folder = tmp_path / "content" / "taxonomy"
    folder.mkdir(parents=True)
    (folder / "programmes.yml").write_text(ENTRY, encoding="utf-8")
    taxonomy, problems = load_taxonomy(Project(tmp_path, Settings()))
    assert list(taxonomy.programmes) == ["reef-watch"]
    assert [(problem.code, problem.field) for problem in problems] == [("unknown-party", "reef-watch.parties")]

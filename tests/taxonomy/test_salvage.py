"""Whatever is wrong in sources.yml, no more of a source is published for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline import render_project
from generator.problems import Severity
from generator.settings import Project, Settings
from generator.taxonomy import Taxonomy, compile_sources, load_taxonomy
from generator.taxonomy.model import Publish

ENTRY = "- id: herald\n  name: {en: Northern Herald, zh: 北方先驱报}\n  kind: newspaper\n  publish: facts\n"
SENTENCE = "China and Serbia signed an agreement on a joint telescope in Belgrade"
ARTICLE = (
    "A telescope is agreed for the two academies\nNorthern Herald· 2024-05-21 09:10\n\n"
    f"{SENTENCE} on 20 May 2024. The academies of both countries will build it together with engineers of the two "
    "sides, and open it to students of both countries as soon as its dome is finished.\n\n"
    + "The mountain is far from any town, and its nights are dark for most of the year. " * 5
    + "\n"
)


def taxonomy_of(root: Path, sources: str | bytes) -> Taxonomy:
    path = root / "content" / "taxonomy" / "sources.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(sources if isinstance(sources, bytes) else sources.encode())
    taxonomy, problems = load_taxonomy(Project(root, Settings()))
    assert {problem.severity for problem in problems if "sources" in (problem.file or "")} == {Severity.ERROR}
    return taxonomy


@pytest.mark.parametrize(
    "sources",
    [
        ENTRY.replace("facts", "fact"),
        ENTRY.replace("publish: facts", "Publish: facts"),
        ENTRY.replace("publish: facts", "publish: "),
        ENTRY.replace("facts", "full").replace("newspaper", "newspapr"),
        ENTRY.replace(", zh: 北方先驱报", ""),
        ENTRY.replace("{en: Northern Herald, zh: 北方先驱报}", "Northern Herald"),
        ENTRY.replace("name: ", "nmae: ") + "  aliases: [Northern Herald]\n",
        ENTRY.replace("name: ", "nmae: ") + "  aliases: Northern Herald\n",
        ENTRY.replace("facts", "full").replace("kind: newspaper", "kind: [a]\n  country: [1]\n  url: x"),
        "- {id: herald, name: {en: Other, zh: 其他}, kind: newspaper, publish: full}\n" + ENTRY,
        ENTRY + "- {id: herald, name: {en: Other, zh: 其他}, kind: newspaper, publish: full}\n",
    ],
)
def test_a_faulty_entry_still_names_its_source_and_allows_facts_alone(tmp_path: Path, sources: str) -> None:
    taxonomy = taxonomy_of(tmp_path, sources)
    assert compile_sources(taxonomy).find("NORTHERN HERALD") == "herald"
    assert taxonomy.sources["herald"].publish is Publish.FACTS


@pytest.mark.parametrize(
    "sources",
    [
        ENTRY.replace("id: herald", "id: The Herald!"),
        ENTRY.replace("- id: herald\n  name", "- name"),
        ENTRY.replace("name: ", "nmae: "),
        "- Northern Herald\n",
        "northern-herald: facts\n",
        "- id: [unclosed\n",
        ENTRY.encode("gb18030"),
    ],
)
def test_an_entry_whose_names_cannot_be_read_may_be_any_unknown_source(tmp_path: Path, sources: str | bytes) -> None:
    """So of those, too, facts alone are published until it is mended."""
    assert taxonomy_of(tmp_path, sources).unlisted is Publish.FACTS


def test_other_faults_and_other_entries_change_nothing_for_unknown_sources(tmp_path: Path) -> None:
    good = "- {id: other, name: {en: Other, zh: 其他}, kind: newspaper, publish: full}\n"
    taxonomy = taxonomy_of(tmp_path, ENTRY.replace("facts", "fact") + good)
    assert (taxonomy.unlisted, taxonomy.sources["other"].publish) == (Publish.EXTRACT, Publish.FULL)


@pytest.mark.parametrize("publish", ["facts", "fact", "extract"])
def test_no_sentence_of_a_source_is_published_for_a_typo(tmp_path: Path, publish: str) -> None:
    """In no file of the site; the same search finds the sentence where the entry allows extracts."""
    for name, text in (
        ("content/taxonomy/sources.yml", ENTRY.replace("facts", publish)),
        ("content/articles/a.txt", ARTICLE),
        ("content/atlas.yml", "home: CN\n"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    _, tree = render_project(tmp_path)
    texts = [*(page.markdown for page in tree.pages), *(content.decode("latin-1") for content in tree.files.values())]
    assert any("joint telescope in Belgrade" in text for text in texts) == (publish == "extract")

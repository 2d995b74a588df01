"""What an editor words is shown in the editor's words, wherever a source's sentence may not be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator import pipeline
from generator.taxonomy.model import Publish

from .conftest import shared
from .sample import about, digest, read, write

SIGNED = "by: Ana Editor\non: 2026-11-21\nwhy: Read again.\n"
COPY = "China and Serbia signed an agreement on a joint telescope in Belgrade"


def built(root: Path, decision: str, publish: str = "facts") -> str:
    """All that the site says, with a decision about the article of the bridge."""
    write(root, {"d.txt": digest("bridge", "later")})
    id_ = about(read(root)[0], "114").article.id
    write(root, {}, {"one.yml": f"article: {id_}\n{SIGNED}decisions:\n{decision}"})
    taxonomy = replace(shared()[0], unlisted=Publish(publish))  # the Herald is not listed
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "load_taxonomy", lambda _: (taxonomy, []))
        run, tree = pipeline.render_project(root)
    assert [problem for problem in run.problems if "curation" in (problem.file or "")] == []
    pages = [page.markdown for page in tree.pages if id_ in page.path]
    assert len(pages) == 1
    files = [data.decode("latin-1") for path, data in tree.files.items() if id_ in path]
    return "\n".join([*pages, *files])


@pytest.mark.parametrize("publish", ["facts", "extract"])
@pytest.mark.parametrize(
    ("decision", "words"),
    [
        ("  - add: event\n    new: {what: A fish party, date: 2024-03-04}\n", "A fish party"),
        ("  - add: quote\n    new: {text: Many fish, speaker: Ana Novak}\n", "Many fish"),
        ("  - add: person\n    new: {name: Ana Novak, role: keeper of fish}\n", "keeper of fish"),
        ("  - add: figure\n    new: {value: 7, what: red fish}\n", "red fish"),
        ("  - add: programme\n    new: {name: Fish Programme}\n", "Fish Programme"),
        ("  - add: agreement\n    new: {parties: [CN, RS], kind: fish pact}\n", "fish pact"),
        ("  - add: event\n    new: {what: It met, place: Fish Hall}\n", "Fish Hall"),
        ("  - correct: figure:114-cooperation-agreements\n    was: 114\n    to: {what: red fish}\n", "red fish"),
    ],
)
def test_an_editors_words_are_shown(tmp_path: Path, decision: str, words: str, publish: str) -> None:
    assert words in built(tmp_path, decision, publish)


@pytest.mark.parametrize("publish", ["facts", "extract"])
def test_an_event_is_told_in_the_words_that_correct_it(tmp_path: Path, publish: str) -> None:
    write(tmp_path, {"d.txt": digest("bridge", "later")})
    (event, *_) = about(read(tmp_path)[0], "114").findings.events
    quoted = f"  - correct: {event.id}\n    sentence: {event.evidence[0].exact[:30]}\n"
    said = built(tmp_path, f"{quoted}    to: {{what: The fish lab opened}}\n", publish)
    assert said.count("The fish lab opened") >= 2  # the table of events, and that of decisions


def test_what_is_copied_from_the_article_stays_its_sources(tmp_path: Path) -> None:
    said = built(tmp_path, f"  - add: event\n    new: {{what: '{COPY}'}}\n")
    assert "joint telescope in Belgrade" not in said

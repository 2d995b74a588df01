"""A decision stays with what it is about, whatever else changes; where that itself has changed, it is reported."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.curate.kinds import KINDS
from generator.curate.match import Stale, find
from generator.curate.schema import Reject
from generator.model import Evidence, Figure, Findings, Scope
from generator.pipeline import Run
from generator.problems import Severity

from .sample import ITEMS, about, digest, read, write

SIGNED = "by: Ana Editor\non: 2026-11-21\nwhy: Checked.\n"
#: Words that only one item has, with the decision about it.
WORDS = {"bridge": "114", "brief": "materials", "twin": "glaciers", "later": "potatoes"}


def decisions(root: Path) -> dict[str, str]:
    """For each item of the digest a file that rejects its partner and changes its title."""
    write(root, {"d.txt": digest()})
    run, _ = read(root)
    files = {}
    for name, words in WORDS.items():
        record = about(run, words)
        (partner,) = record.findings.partners
        entry = f"  - reject: {partner.id}\n    sentence: {partner.evidence[0].exact}\n"
        entry += f"  - correct: title\n    was: {record.article.title}\n    to: Decided {name}\n"
        files[f"{name}.yml"] = f"article: {record.article.id}\n{SIGNED}decisions:\n{entry}"
    return files


def decided(run: Run) -> dict[str, str]:
    """Which item each decision came to."""
    titles = {name: about(run, words).article.title or "" for name, words in WORDS.items()}
    return {name: title for name, title in titles.items() if title.startswith("Decided")}


ALL = {name: f"Decided {name}" for name in WORDS}


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(list(ITEMS)))
def test_decisions_survive_any_order_of_the_items(tmp_path: Path, order: list[str]) -> None:
    """Each comes to its own item, also where two have the same title and date."""
    files = decisions(tmp_path)
    run, _ = read(write(tmp_path, {"d.txt": digest(*order)}, files))
    assert decided(run) == ALL
    assert all(record.findings.partners == () for record in run.records)
    assert [problem.code for problem in run.problems if problem.code == "stale-override"] == []


EDITS = {
    "a-word-elsewhere-in-the-article": ("They have", "They have", "will share seeds", "will soon share seeds"),
    "a-new-sentence": ("Scientists of Peru", "Some 30 fields were sown. Scientists of Peru", "", ""),
    "a-new-first-paragraph": ("China and Peru signed", "The day was bright.\n\nChina and Peru signed", "", ""),
    "another-article": ("Some 40 scientists from Hungary", "Some 41 scientists from Hungary", "", ""),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_decisions_survive_an_edit_elsewhere_in_the_document(tmp_path: Path, edit: tuple[str, str, str, str]) -> None:
    files = decisions(tmp_path)
    text = digest().replace(edit[0], edit[1]).replace(edit[2] or "\0", edit[3])
    assert text != digest()
    run, _ = read(write(tmp_path, {"d.txt": text}, files))
    assert decided(run) == ALL
    assert [problem.code for problem in run.problems if problem.code == "stale-override"] == []


def test_decisions_survive_an_article_that_comes_or_goes(tmp_path: Path) -> None:
    """One that goes takes nothing but its own decision with it, and that is reported."""
    files = decisions(tmp_path)
    more = ITEMS["bridge"].replace("A telescope is agreed", "A dome is built").replace("114", "15")
    run, _ = read(write(tmp_path, {"d.txt": f"{more}\n\n{digest()}"}, files))
    assert decided(run) == ALL
    run, _ = read(write(tmp_path, {"d.txt": digest("later", "brief", "twin")}, files))
    assert [record.article.title for record in run.records] == [
        f"Decided {name}" for name in ("later", "brief", "twin")
    ]
    (problem,) = [problem for problem in run.problems if problem.code == "stale-override"]
    assert (problem.severity, problem.file) == (Severity.WARNING, "content/curation/bridge.yml")


def test_a_decision_about_one_of_two_twins_is_never_applied_to_the_other(tmp_path: Path) -> None:
    files = decisions(tmp_path)
    run, _ = read(write(tmp_path, {"d.txt": digest("bridge", "later", "twin")}, {"brief.yml": files["brief.yml"]}))
    assert not any(record.decisions for record in run.records)
    (problem,) = run.problems
    assert problem.code == "stale-override"
    assert problem.example in {record.article.id for record in run.records}


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("China and Serbia signed an agreement on a", "China and Serbia signed an agreement about a", "sentence"),
        ("China and Serbia signed", "China and Croatia signed", "reject"),
    ],
)
def test_a_decision_whose_evidence_has_changed_is_reported_and_not_applied(
    tmp_path: Path, before: str, after: str, field: str
) -> None:
    """With the place, what changed, what is there now; and the article is to be reviewed."""
    files = decisions(tmp_path)
    text = digest().replace(before, after)
    text = text.replace("of Serbia.", "of the country.") if field == "reject" else text
    run, _ = read(write(tmp_path, {"d.txt": text}, files))
    record = about(run, "telescope in Belgrade")
    (problem,) = [problem for problem in run.problems if problem.code == "stale-override"]
    assert (problem.file, problem.line) == ("content/curation/bridge.yml", 6 if field == "reject" else 7)
    assert (problem.field or "").startswith("decisions[0]")
    assert problem.example
    assert [place.id for place in record.findings.partners] == ["partner:RS" if field == "sentence" else "partner:HR"]
    assert [item.code for item in record.findings.review] == ["stale-override"]
    assert record.article.title == "Decided bridge"


def test_a_decision_whose_quoted_value_has_changed_is_reported_and_not_applied(tmp_path: Path) -> None:
    text = "decisions:\n  - correct: date\n    was: 2024-05-20\n    to: 2024-05-19\n"
    write(tmp_path, {"d.txt": digest("bridge")})
    (record,) = read(tmp_path)[0].records
    run, _ = read(write(tmp_path, {}, {"one.yml": f"article: {record.article.id}\n{SIGNED}{text}"}))
    (problem,) = run.problems
    assert (problem.line, problem.field, problem.example) == (7, "decisions[0].was", "was: 2024-05-21")
    assert run.records[0].article.date == "2024-05-21"


def figure(id_: str, sentence: str) -> Figure:
    piece = Evidence("body", sentence, 0, len(sentence))
    return Figure(id_, 40, None, None, "person", "scientists", None, None, None, Scope(), 0.8, (piece,))


def test_a_number_at_the_end_of_an_id_may_change() -> None:
    """The finding of the same name that says the quoted sentence is the one; where two do, none is."""
    first, second = figure("figure:40-scientists", "They sent 40."), figure("figure:40-scientists-2", "We sent 40.")
    step = Reject(reject="figure:40-scientists-2", sentence="They sent 40.", was=40)
    found = Findings("en", True, figures=(first, second))
    assert find(KINDS["figure"], step.reject, step, found) is first
    twice = Findings("en", True, figures=(first, replace(first, id="figure:40-scientists-3"), second))
    assert isinstance(find(KINDS["figure"], step.reject, step, twice), Stale)
    other = Reject(reject="figure:40-scientists-2", sentence="Nobody sent any.")
    assert isinstance(find(KINDS["figure"], other.reject, other, found), Stale)

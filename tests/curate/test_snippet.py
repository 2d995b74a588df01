"""A snippet is a decision that its editor only has to sign: it loads, and fits what it was written for."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from generator.curate import file_name, snippet, stub
from generator.curate.kinds import KINDS, findings_of, id_of
from generator.model import Record, ReviewItem

from .sample import about, digest, read, write


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return about(read(write(tmp_path, {"d.txt": digest()}))[0], "114")


def signed(text: str) -> str:
    for name, value in (("by", "Ana Editor"), ("on", "2026-11-21"), ("why", "Checked.")):
        text = "\n".join(f"{name}: {value}" if line.startswith(f"{name}:") else line for line in text.split("\n"))
    return text


@pytest.mark.parametrize("action", ["accept", "reject", "correct"])
def test_a_snippet_of_every_finding_applies(
    tmp_path: Path, record: Record, action: Literal["accept", "reject", "correct"]
) -> None:
    ids = [id_of(kind, one) for kind in KINDS.values() for one in findings_of(kind, record.findings)]
    assert {id_.partition(":")[0] for id_ in ids} >= {
        "partner",
        "theme",
        "figure",
        "person",
        "agreement",
        "event",
        "quote",
    }
    text = stub(record, [*(snippet(record, id_, action) for id_ in ids), snippet(record, "title", action)])
    run, _ = read(write(tmp_path, {}, {file_name(record): signed(text)}))
    assert [problem for problem in run.problems if problem.code != "same-title-and-date"] == []
    (decided,) = [found for found in run.records if found.article.id == record.article.id]
    assert {(one.field, one.action.value) for one in decided.decisions} == {(id_, action) for id_ in [*ids, "title"]}


@pytest.mark.parametrize("kind", KINDS)
def test_a_snippet_to_add_a_finding_is_complete(tmp_path: Path, record: Record, kind: str) -> None:
    write(tmp_path, {}, {file_name(record): signed(stub(record, [snippet(record, f"add:{kind}")]))})
    run, _ = read(tmp_path)
    assert [problem.code for problem in run.problems if problem.severity == "error"] == []


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (ReviewItem("date-without-year", "x"), "accept: date"),
        (ReviewItem("no-title", "x"), "accept: title"),
        (ReviewItem("no-partner", "x"), "add: partner"),
        (ReviewItem("low-score", "x", "partner:RS"), "accept: partner:RS"),
    ],
)
def test_an_item_for_review_has_its_snippet(record: Record, item: ReviewItem, words: str) -> None:
    assert words in snippet(record, item)


def test_an_unsigned_stub_says_what_it_lacks(tmp_path: Path, record: Record) -> None:
    write(tmp_path, {}, {file_name(record): stub(record, [snippet(record, "partner:RS")])})
    run, _ = read(tmp_path)
    lacking = [problem.field for problem in run.problems if problem.severity == "error"]
    assert lacking == ["decisions[0].by", "decisions[0].on", "decisions[0].why"]


def test_what_is_not_there_has_no_snippet(record: Record) -> None:
    with pytest.raises(KeyError):
        snippet(record, "figure:115-agreements")

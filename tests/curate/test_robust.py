"""Whatever a curation file says, it is applied or reported; nothing of it ends in a traceback."""

from __future__ import annotations

import tempfile
from pathlib import Path

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.curate import Curation, curate, leftover, load_curation
from generator.curate.kinds import AMOUNT, KINDS
from generator.curate.schema import STEPS, ArticleFile, CorpusFile, DocumentFile
from generator.model import Record
from generator.problems import Problem
from generator.settings import Project, Settings

from .conftest import shared
from .sample import about, digest, read, write

KEYS = sorted(
    {key for model in (ArticleFile, DocumentFile, CorpusFile, *STEPS.values()) for key in model.model_fields}
    | {key for kind in KINDS.values() for key in kind.fields.model_fields}
)
WORDS = [
    "partner:RS",
    "figure:114-cooperation-agreements",
    "title",
    "RS",
    "2024-05-21",
    "programme:a",
    "draft",
    "theme:",
]
PLAIN = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.sampled_from(WORDS))
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.one_of(st.sampled_from(KEYS), PLAIN), inner, max_size=4)
    ),
    max_leaves=8,
)
ENTRIES = st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=4)
SIGNED = {"by": "Ana Editor", "on": "2026-11-21", "why": "Checked."}


def sample() -> Record:
    with tempfile.TemporaryDirectory() as folder:
        return about(read(write(Path(folder), {"d.txt": digest("bridge")}))[0], "114")


RECORD: list[Record] = []


def run(text: str) -> list[Problem]:
    """The problems of a curation file, read and applied."""
    return applied(text)[0]


def applied(text: str) -> tuple[list[Problem], Record]:
    """The problems of a curation file, and the record after it."""
    RECORD[:] = RECORD or [sample()]
    record = RECORD[0]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "content", "curation", "one.yml")
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        curation, problems = load_curation(Project(Path(folder), Settings()), shared()[0])
    assert curation != Curation() or problems
    made = curate(record.article, record.findings, "CN", curation, shared()[0])
    return [*problems, *made.problems, *leftover(curation, [made.record])], made.record


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=5), st.lists(ENTRIES, max_size=3), st.booleans())
def test_any_fields_are_applied_or_reported(fields: dict[str, object], entries: list[object], named: bool) -> None:
    data = {**SIGNED, **fields, "decisions": entries}
    if named:
        data["article"] = "2024-05-21-a-telescope-is-agreed-for-the-two-academies-90a737"
    for problem in run(yaml.safe_dump(data, allow_unicode=True)):
        assert problem.file == "content/curation/one.yml"
        assert problem.line is None or problem.line >= 1
        assert problem.message


@given(st.integers(0, 400), st.text(max_size=6))
def test_any_damage_to_a_file_is_applied_or_reported(at: int, damage: str) -> None:
    text = (
        "article: 2024-05-21-a-telescope-is-agreed-for-the-two-academies-90a737\nby: Ana\non: 2026-11-21\nwhy: So.\n"
        "state: draft\ndecisions:\n  - correct: figure:114-cooperation-agreements\n    was: {value: 114, as_of: null}\n"
        "    to: {as_of: 2022, scope: {countries: [RS]}}\n  - add: partner\n    new: {code: CL}\n"
    )
    run((text[:at] + damage + text[at + len(damage) :]).encode("utf-8", "ignore").decode("utf-8"))


@given(st.sampled_from(["accept", "reject", "correct"]), st.sampled_from(WORDS), VALUES, VALUES)
def test_anything_may_be_quoted(action: str, target: str, was: object, to: object) -> None:
    entry = {action: target, "was": was, **({"to": to} if action == "correct" else {})}
    data = {"article": "2024-05-21-a-telescope-is-agreed-for-the-two-academies-90a737", **SIGNED, "decisions": [entry]}
    run(yaml.safe_dump(data, allow_unicode=True))


@given(st.dictionaries(st.sampled_from(AMOUNT), st.none() | st.integers() | st.floats(), min_size=1), st.booleans())
@example({"value": float("inf")}, False)
@example({"value": float("nan")}, True)
@example({"value": 10**400}, False)
@example({"min": 5}, False)
@example({"min": 9, "max": 5}, True)
def test_a_figure_always_has_an_amount_that_can_be_told(to: dict[str, object], new: bool) -> None:
    """What an editor gives it is whole and finite, or reported."""
    given_ = {"add": "figure", "new": {**to, "what": "lakes"}}
    other = {"correct": "figure:114-cooperation-agreements", "was": 114, "to": to}
    data = {"article": "2024-05-21-a-telescope-is-agreed-for-the-two-academies-90a737", **SIGNED}
    problems, made = applied(yaml.safe_dump({**data, "decisions": [given_ if new else other]}))
    for figure in made.findings.figures:
        assert (figure.value is None) != (figure.low is None)
        assert all(part is None or abs(part) < 1e19 for part in (figure.value, figure.low, figure.high))
        assert (figure.low or 0) <= (figure.high or 0) or figure.low is None
    figures = {value for figure in made.findings.figures for value in (figure.value, figure.low, figure.high)}
    assert problems or {value for value in to.values() if value is not None} <= figures

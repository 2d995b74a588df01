"""The findings on our own labelled articles: a change may raise these scores, not lower them (`ratchet.yml`)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.curate import Curation
from generator.evaluate import Evaluation, Label, evaluate, load_labels
from generator.exchange import to_json
from generator.pipeline import Tools, prepare, read

ROOT = Path(__file__).resolve().parents[2]
LABELLED = Path(__file__).parent / "labelled"
RATCHET: dict[str, float] = yaml.safe_load((Path(__file__).parent / "ratchet.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def labels() -> list[Label]:
    found, problems = load_labels(LABELLED / "gold.jsonl", "gold.jsonl")
    assert problems == []
    return found


@pytest.fixture(scope="module")
def evaluation(labels: list[Label]) -> Evaluation:
    run, tools = prepare(ROOT)
    tools = Tools(tools.lexicon, tools.sources, Curation())
    homes = {label.doc: label.home for label in labels}
    records = [
        to_json(record)
        for doc, home in homes.items()
        for record in read(run, tools, [(LABELLED / "docs" / doc, doc)], home)
    ]
    return evaluate(labels, records)


def test_the_set_is_large_and_varied(labels: list[Label]) -> None:
    assert len(labels) >= 60
    assert sum(label.language == "zh" for label in labels) >= 20
    assert len({label.home for label in labels}) >= 5
    assert {theme for label in labels for theme in label.themes} >= set(prepare(ROOT)[0].taxonomy.themes)


@pytest.mark.parametrize("kind", RATCHET)
def test_the_score_has_not_fallen(evaluation: Evaluation, kind: str) -> None:
    score = evaluation.measures[kind].f1
    assert score is not None
    assert score >= RATCHET[kind], f"{kind}: {score:.3f} is below {RATCHET[kind]:.3f}"


def test_every_finding_has_evidence_that_stands_where_it_says(evaluation: Evaluation) -> None:
    kinds = ("partners", "groups", "themes", "figures", "people", "programmes", "agreements", "events", "quotes")
    for _, record in evaluation.pairs:
        for kind in kinds if record is not None else ():
            for finding in record[kind]:  # type: ignore[literal-required, index]
                assert finding["evidence"], (kind, finding)
                for piece in finding["evidence"]:
                    text = (record["title"] if piece["field"] == "title" else record["body"]) or ""  # type: ignore[index]
                    assert text[piece["start"] : piece["end"]] == piece["exact"], (kind, finding)

"""An evaluation counts what is right, extra and missing, and says where; a faulty label is named by its line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.evaluate import as_html, as_table, evaluate, load_labels
from generator.evaluate.measure import letters
from generator.evaluate.report import marked
from generator.exchange import RecordJson
from generator.settings import BUNDLED

BODY = "Chile and China share a telescope. It has 12 mirrors & <b>cost</b> 3 million dollars."


def evidence(start: int, end: int) -> list[dict[str, Any]]:
    return [{"field": "body", "exact": BODY[start:end], "start": start, "end": end}]


def record(**changed: Any) -> RecordJson:
    """A record as the machine prints it."""
    data: dict[str, Any] = {
        "schema": 1, "doc": "folder/a.txt", "item": 1, "id": "x", "url": None, "title": "A telescope",
        "date": "2024-05-21?", "date_basis": "inferred", "source": "The Dome", "source_id": None, "byline": None,
        "language": "en", "home": "CN", "relevant": True, "body": BODY, "summary": "",
        "partners": [{"code": "CL", "id": "partner:CL", "score": 0.9, "evidence": evidence(0, 34)}],
        "mentions": [{"code": "PE", "id": "mention:PE", "score": 0.5, "evidence": []}],
        "groups": [],
        "themes": [{"id": "astronomy", "score": 0.8, "evidence": evidence(0, 34), "terms": ["telescope"]}],
        "figures": [], "people": [], "programmes": [], "agreements": [], "events": [], "quotes": [], "review": [],
    }  # fmt: skip
    return data | changed  # type: ignore[return-value]


LABEL: dict[str, Any] = {
    "doc": "a.txt",
    "item": 1,
    "home": "CN",
    "title": "A Telescope!",
    "date": "2024-05-21?",
    "source": "Dome Weekly",
    "source_accept": ["The Dome"],
    "language": "en",
    "relevant": True,
    "body_start": "Chile and China",
    "body_end": "3 million dollars.",
    "partner_countries": ["CL"],
    "mentioned_countries": ["CL", "PE"],
    "not_countries": ["PE"],
    "themes": ["astronomy"],
}


def labels(tmp_path: Path, *changes: dict[str, Any]) -> Any:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(LABEL | change) for change in changes) + "\n", encoding="utf-8")
    found, problems = load_labels(path, "gold.jsonl")
    assert problems == []
    return found


def test_a_right_record_scores_full_in_every_kind(tmp_path: Path) -> None:
    evaluation = evaluate(labels(tmp_path, {}), [record()])
    assert {kind: measure.f1 for kind, measure in evaluation.measures.items() if measure.f1 not in (1.0, None)} == {}
    assert evaluation.worst() == []


@pytest.mark.parametrize(
    ("change", "kind", "says"),
    [
        ({"partner_countries": ["CL", "AR"]}, "partners", "missing AR"),
        ({"partner_countries": []}, "partners", "extra CL"),
        ({"not_countries": ["CL"]}, "not_filed_wrongly", "['CL'] instead of []"),
        ({"themes": ["space"]}, "themes", "extra astronomy; missing space"),
        ({"date": "2024-05-22"}, "date", "'2024-05-21?' instead of '2024-05-22'"),
        ({"relevant": False, "partner_countries": []}, "relevant", "True instead of False"),
        ({"body_end": "It has 12 mirrors"}, "body_ends", None),
        ({"figures": [{"value": 12, "unit": "count"}]}, "figures", "missing 12"),
        ({"people": [{"name": "Ana Roe"}]}, "people", "missing anaroe"),
    ],
)
def test_every_difference_is_counted_and_named(
    tmp_path: Path, change: dict[str, Any], kind: str, says: str | None
) -> None:
    evaluation = evaluate(labels(tmp_path, change), [record()])
    differences = evaluation.measures[kind].differences
    if says is None:  # within the slack that a body's end has
        assert differences == []
    else:
        assert differences == [("a.txt#1", says)]
        assert f"{kind}: {says}" in as_table(evaluation)


@pytest.mark.parametrize(
    "change",
    [{"optional_partner_countries": ["CL"], "partner_countries": []}, {"optional_themes": ["astronomy"], "themes": []}],
)
def test_what_is_optional_counts_neither_way(tmp_path: Path, change: dict[str, Any]) -> None:
    evaluation = evaluate(labels(tmp_path, change), [record()])
    assert all(measure.extra == measure.missing == 0 for measure in evaluation.measures.values())


def test_articles_too_many_and_too_few_both_count(tmp_path: Path) -> None:
    other = {"item": 2, "title": "Another", "body_start": "Not there at all"}
    evaluation = evaluate(labels(tmp_path, {}, other), [record(), record(item=3, title="Caption", body="A caption.")])
    articles = evaluation.measures["articles"]
    assert (articles.right, articles.extra, articles.missing) == (1, 1, 1)
    assert evaluation.worst()[0][0] == "a.txt#2"


def test_figures_count_by_value_and_their_qualifiers_for_themselves(tmp_path: Path) -> None:
    figure = {
        "id": "f", "value": 12, "min": None, "max": None, "unit": "count", "what": "mirrors", "qualifier": "over",
        "as_of": None, "indicator": None, "scope": {"countries": [], "groups": []}, "score": 1.0, "evidence": [],
    }  # fmt: skip
    wanted = {"figures": [{"value": 12.0, "unit": "count", "qualifier": "more than"}], "figures_exhaustive": True}
    evaluation = evaluate(labels(tmp_path, wanted), [record(figures=[figure, figure | {"value": 3e6}])])
    assert (evaluation.measures["figures"].right, evaluation.measures["figures"].extra) == (1, 1)
    assert evaluation.measures["qualifiers"].right == 1


def test_a_score_is_reliable_when_as_many_are_right(tmp_path: Path) -> None:
    wanted = labels(tmp_path, {}, {"doc": "b.txt", "partner_countries": []})
    evaluation = evaluate(wanted, [record(), record(doc="b.txt")])
    assert evaluation.measures["partners"].reliability() == [(0.9, 0.5, 2)]


@pytest.mark.parametrize(
    ("line", "says"),
    [("{", "no JSON object"), ("[]", ""), ('{"item": 1}', "doc: "), ('{"doc": "a", "themes": "space"}', "themes: ")],
)
def test_a_faulty_label_is_named_by_its_line_and_the_others_are_used(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{json.dumps(LABEL)}\n\n{line}\n", encoding="utf-8")
    found, problems = load_labels(path, "gold.jsonl")
    assert len(found) == 1
    assert [(problem.file, problem.line) for problem in problems] == [("gold.jsonl", 3)]
    assert says in str(problems[0])


def test_names_are_compared_without_case_width_and_punctuation() -> None:
    assert letters("Ｄ\u00a0Chang'e-6（嫦娥）") == "dchange6嫦娥"


def test_the_page_marks_evidence_and_escapes_the_text(tmp_path: Path) -> None:
    evaluation = evaluate(labels(tmp_path, {}), [record()])
    page = as_html(evaluation, [BUNDLED / "templates"])
    assert '<mark title="partners themes">Chile and China share a telescope.</mark>' in page
    assert "&lt;b&gt;cost&lt;/b&gt;" in page
    assert "<b>" not in page
    assert "".join(text for text, _ in marked(record())) == BODY

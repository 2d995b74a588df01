"""The wire format is a promise: its keys, their order, and the schema that says so."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from pydantic import ValidationError

from generator.exchange import check_json, json_schema, to_json
from generator.model import (
    Action,
    Agreement,
    Archive,
    Article,
    DateBasis,
    Decision,
    Event,
    Evidence,
    Figure,
    Findings,
    Naming,
    Person,
    Place,
    Programme,
    Quote,
    Record,
    ReviewItem,
    Scope,
    Tag,
)

KEYS = [
    *("schema", "doc", "item", "id", "url", "title", "date", "date_basis", "source", "source_id", "byline", "language"),
    *("home", "relevant", "body", "summary", "partners", "mentions", "groups", "themes", "figures", "people"),
    *("programmes", "agreements", "events", "quotes", "review", "summary_zh"),
    *("title_gloss", "archive", "state", "until", "decisions"),
]
SENTENCE = Evidence("body", "中法 build 𝄞.", 0, 11)
RECORD = Record(
    Article(
        doc="a/b.txt",
        item=2,
        id="2024-a",
        title="A title",
        date="2022-11-28?",
        date_basis=DateBasis.INFERRED,
        source="The Wire",
        source_id="wire",
        byline="Ada Quill",
        url="https://wire.example/1",
        body="中法 build 𝄞.",
    ),
    Findings(
        "zh",
        True,
        partners=(Place("partner:FR", "FR", 0.9, (SENTENCE,)),),
        mentions=(Place("mention:US", "US", 0.4),),
        groups=(Tag("asean", 0.5, (SENTENCE,), ("ASEAN",)),),
        themes=(Tag("space", 0.8, (SENTENCE,), ("satellite", "orbit"), (Naming(("FR",), SENTENCE),)),),
        figures=(
            Figure(
                "figure:1",
                None,
                3,
                5,
                "MW",
                "turbines",
                "over",
                "2022",
                None,
                Scope(("FR",), ("asean",)),
                0.7,
                (SENTENCE,),
            ),
        ),
        people=(Person("person:ada", "Ada", None, "FR", 0.6, (SENTENCE,)),),
        programmes=(Programme("programme:x", "X", "x-1", 0.5, (SENTENCE,)),),
        agreements=(Agreement("agreement:1", ("CN", "FR"), "treaty", None, 0.4, (SENTENCE,)),),
        events=(Event("event:1", "launch", "Kourou", "2022-11", 0.3, (SENTENCE,)),),
        quotes=(Quote("quote:1", "Ada", "Build.", 0.2, (SENTENCE,)),),
        review=(ReviewItem("year-inferred", "The year was worked out."),),
    ),
    "CN",
    "Reports cooperation.",
    decisions=(Decision("title", "Title", "ed", "2024-01-02", "a typo", Action.CORRECT, "A title"),),
    archive=Archive("https://keep.example/1", "2024-01-03"),
)
BARE = Record(
    Article("a.txt", 1, "a", None, None, None, None, None, None, None, ""), Findings("en", False), None, "Reports none."
)


def test_the_keys_are_the_promised_ones_in_their_order() -> None:
    assert list(to_json(RECORD)) == KEYS
    assert list(to_json(BARE)) == KEYS


def test_a_record_in_full() -> None:
    data = to_json(RECORD)
    piece = {"field": "body", "exact": "中法 build 𝄞.", "start": 0, "end": 11}
    assert data["schema"] == 1
    assert data["date_basis"] == "inferred"
    assert data["partners"] == [{"code": "FR", "id": "partner:FR", "score": 0.9, "evidence": [piece]}]
    assert data["mentions"] == [{"code": "US", "id": "mention:US", "score": 0.4, "evidence": []}]
    assert data["groups"] == [{"id": "asean", "score": 0.5, "evidence": [piece]}]
    named = [{"parties": ["FR"], "evidence": piece}]
    terms = ["satellite", "orbit"]
    assert data["themes"] == [{"id": "space", "score": 0.8, "evidence": [piece], "terms": terms, "named": named}]
    assert data["figures"] == [
        {
            "id": "figure:1",
            "value": None,
            "min": 3,
            "max": 5,
            "unit": "MW",
            "what": "turbines",
            "qualifier": "over",
            "as_of": "2022",
            "indicator": None,
            "scope": {"countries": ["FR"], "groups": ["asean"]},
            "score": 0.7,
            "evidence": [piece],
        }
    ]
    assert data["people"] == [
        {"id": "person:ada", "name": "Ada", "role": None, "country": "FR", "score": 0.6, "evidence": [piece]}
    ]
    assert data["programmes"] == [
        {"name": "X", "id": "x-1", "finding": "programme:x", "score": 0.5, "evidence": [piece]}
    ]
    assert data["agreements"] == [
        {
            "id": "agreement:1",
            "parties": ["CN", "FR"],
            "kind": "treaty",
            "date": None,
            "score": 0.4,
            "evidence": [piece],
        }
    ]
    assert data["events"] == [
        {"id": "event:1", "what": "launch", "place": "Kourou", "date": "2022-11", "score": 0.3, "evidence": [piece]}
    ]
    assert data["quotes"] == [{"id": "quote:1", "speaker": "Ada", "text": "Build.", "score": 0.2, "evidence": [piece]}]
    assert data["archive"] == {"url": "https://keep.example/1", "on": "2024-01-03"}
    assert data["decisions"] == [
        {
            "field": "title",
            "action": "correct",
            "was": "Title",
            "now": "A title",
            "by": "ed",
            "on": "2024-01-02",
            "why": "a typo",
        }
    ]
    assert data["review"] == [{"code": "year-inferred", "message": "The year was worked out."}]


@pytest.mark.parametrize("record", [RECORD, BARE])
def test_what_we_write_is_what_the_schema_says_also_after_a_round_trip(record: Record) -> None:
    assert check_json(json.loads(json.dumps(to_json(record)))) == to_json(record)


def test_more_keys_are_fine_and_missing_or_wrong_ones_are_not() -> None:
    data = dict(to_json(RECORD))
    check_json({**data, "more": 1})
    for wrong in ({**data, "schema": 2}, {**data, "partners": None}, {k: v for k, v in data.items() if k != "body"}):
        with pytest.raises(ValidationError):
            check_json(wrong)


def test_a_score_outside_its_range_is_wrong() -> None:
    place = replace(RECORD.findings.partners[0], score=1.5)
    with pytest.raises(ValidationError):
        check_json(to_json(replace(RECORD, findings=replace(RECORD.findings, partners=(place,)))))


def test_the_schema_is_json_schema_of_2020_with_every_key_required_and_others_allowed() -> None:
    schema = json_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert list(schema["properties"]) == KEYS
    assert schema["required"] == KEYS
    assert schema["additionalProperties"] is True
    json.dumps(schema)

"""What a person is told of two snapshots."""

from __future__ import annotations

from generator.changes import Change, JsonObject, Kind, describe

_ONE: JsonObject = {
    "title": "Lakes measured together",
    "date": "2024-05",
    "partners": {"CL": {}},
    "figures": {"figure:12-lakes": {"value": 12, "what": "lakes"}},
}


def _atlas(**articles: JsonObject) -> JsonObject:
    return {"version": 1, "articles": articles}


def test_equal_snapshots_tell_nothing() -> None:
    assert describe(_atlas(a=_ONE), _atlas(a=dict(_ONE))) == []


def test_a_new_and_a_removed_article_are_told_by_their_titles_only() -> None:
    assert describe(_atlas(a=_ONE), _atlas(b=_ONE)) == [
        Change(Kind.ARTICLE_REMOVED, "a", was="Lakes measured together"),
        Change(Kind.ARTICLE_ADDED, "b", now="Lakes measured together"),
    ]


def test_a_changed_fact_is_told_with_what_it_was() -> None:
    changed: JsonObject = {**_ONE, "date": "2024-05-21", "figures": {"figure:12-lakes": {"value": 13, "what": "lakes"}}}
    assert describe(_atlas(a=_ONE), _atlas(a=changed)) == [
        Change(Kind.FACT_CHANGED, "a", "date", "2024-05", "2024-05-21"),
        Change(Kind.FACT_CHANGED, "a", "figures/figure:12-lakes/value", 12, 13),
    ]


def test_a_finding_that_is_new_or_gone_is_one_change_each() -> None:
    changed: JsonObject = {"title": _ONE["title"], "date": _ONE["date"], "partners": {"CL": {}, "PE": {}}}
    assert describe(_atlas(a=_ONE), _atlas(a=changed)) == [
        Change(Kind.FACT_REMOVED, "a", "figures/figure:12-lakes", was={"value": 12, "what": "lakes"}),
        Change(Kind.FACT_ADDED, "a", "partners/PE", now={}),
    ]


def test_new_and_settled_contradictions_are_told_after_the_articles() -> None:
    old: JsonObject = {"articles": {}, "contradictions": {"x": {"verdict": "conflict"}}}
    new: JsonObject = {"articles": {"a": _ONE}, "contradictions": {"y": {"verdict": "conflict"}}}
    assert [(change.kind, change.subject) for change in describe(old, new)] == [
        (Kind.ARTICLE_ADDED, "a"),
        (Kind.CONTRADICTION_ADDED, "y"),
        (Kind.CONTRADICTION_REMOVED, "x"),
    ]

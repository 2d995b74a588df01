"""Findings are sound whatever the article: evidence stands at its offsets, nothing is filed twice, nothing raises."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model import Findings, Place, Tag

NAMES = ["China", "France", "中法", "中国", "日本", "Jordan", "Miller", "ASEAN", "Georgia", "Sino-", "方", "以"]
WORDS = [
    "合作",
    "signed an agreement",
    "the two countries",
    "did not sign",
    "rank",
    "in English",
    "behind ",
    "在",
    "举行",
]
DEBRIS = [", ", ". ", "。", "\n\n", "[1]", "\x00", "’", "é", " ", "\u200b", "，", "; ", "- ", "“", "·"]


def sound(found: Findings, title: str, body: str) -> None:
    """Fails where evidence does not stand or a place is filed twice."""
    findings: list[Place | Tag] = [*found.partners, *found.mentions, *found.groups, *found.themes]
    for finding in findings:
        assert 0 <= finding.score <= 1
        assert finding.evidence
        for piece in finding.evidence:
            text = title if piece.field == "title" else body
            assert text[piece.start : piece.end] == piece.exact
            assert 0 < piece.end - piece.start <= 1000
    codes = [place.code for place in (*found.partners, *found.mentions)]
    assert len(codes) == len(set(codes))
    if not found.relevant:
        assert not found.partners
        assert not found.groups


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(NAMES + WORDS + DEBRIS), max_size=40), st.sampled_from(["CN", "FR", None]))
def test_any_text_gives_sound_findings(read: Any, pieces: list[str], home: str | None) -> None:
    """Random mixtures of names, words and debris never raise and always give sound findings."""
    body, title = "".join(pieces), "".join(pieces[:5])
    sound(read(body, title=title, home=home), title, body)


def test_a_very_long_sentence_is_quoted_by_a_window_around_the_name(read: Any) -> None:
    """Evidence is at most 1000 characters and holds the name."""
    body = "word " * 500 + "China and Chile signed a cooperation agreement " + "word " * 500
    found = read(body)
    (piece,) = found.partners[0].evidence
    assert "Chile" in piece.exact
    assert len(piece.exact) <= 1000
    sound(found, "T", body)


def test_the_same_article_gives_the_same_findings(read: Any) -> None:
    """Extraction is a pure function."""
    body = "China and Chile signed an agreement. 中巴两国合作。"
    assert read(body) == read(body)


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ({"date": None}, ["no-date"]),
        ({"date": "XXXX-11-28"}, ["date-without-year"]),
        ({"date": "2022-11-28?"}, ["date-without-year"]),
        ({"title": None}, ["no-title"]),
        ({"body": "International scientific cooperation needs open data."}, ["no-partner"]),
        ({"body": "消息说，中新双方签署合作协议，双方共建实验室。"}, ["ambiguous-pair"]),
    ],
)
def test_what_a_person_should_decide_is_queued(more: dict[str, Any], codes: list[str], read: Any) -> None:
    """Doubts about date, title and partners are review items."""
    article = {"body": "China and Chile signed a cooperation agreement.", **more}
    assert [item.code for item in read(**article).review] == codes


def test_the_stated_language_wins(read: Any) -> None:
    """A language that the file states is not guessed."""
    assert read("Some words in a row.", language="nl").language == "nl"
    assert read("Some words in a row.").language == "en"


def test_territories_and_never_partners_are_no_partners(read: Any) -> None:
    """A territory of the home is not its partner."""
    found = read("China and Hong Kong signed an agreement on science cooperation. France joined the agreement, too.")
    assert [place.code for place in found.partners] == ["FR"]


def test_an_outlet_of_the_home_need_not_name_it(taxonomy: Any, read: Any) -> None:
    """Where the outlet is the home's, its cooperation with others is that of the home."""
    body = "The academy and institutes in Chile and Peru opened a joint laboratory in Arica."
    outlet = next(source.id for source in taxonomy.sources.values() if source.country == "CN")
    assert {place.code for place in read(body, source_id=outlet).partners} == {"CL", "PE"}


def test_a_capital_alone_files_nobody(read: Any) -> None:
    """Capitals and cities only support a country that the article names."""
    found = read("China signed an agreement with a university in Addis Ababa.")
    assert found.partners == ()
    assert found.mentions == ()

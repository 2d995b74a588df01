"""Programmes: the register, short forms, and what every finding promises."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract.agreements import find_agreements
from generator.extract.events import find_events
from generator.extract.matcher import Matcher
from generator.extract.programmes import ProgrammeLexicon, find_programmes
from generator.model import Agreement, Event, Programme
from generator.taxonomy import Taxonomy

NO_REGISTER = ProgrammeLexicon(Matcher([]), frozenset())
WORDS = (
    *("Programme", "China-Peru Joint Laboratory", "signed an agreement", "on May 3", "China", "Kenya", "\n\n", "(ABC)"),
    *(
        "“",
        "”",
        "计划",
        "中国与肯尼亚",
        "5月3日",
        "在北京签署",
        "协议",
        "联合实验室",
        "，",
        "。",
        "opened in Lima",
        ". ",
    ),
)


def test_the_register_is_large_and_no_name_stands_for_two(taxonomy: Taxonomy) -> None:
    """At least 120 entries, with every name belonging to one of them."""
    entries = taxonomy.programmes.values()
    owners: dict[str, str] = {}
    for entry in entries:
        for name in {entry.name.en, entry.name.zh, *entry.aliases.en, *entry.aliases.zh}:
            assert owners.setdefault(name, entry.id) == entry.id, name
    assert len(entries) >= 120


def test_a_programme_is_found_by_any_of_its_names_once(prepare: Callable[..., Any], register: ProgrammeLexicon) -> None:
    """Name and short form are one finding, with all its sentences."""
    article, sentences = prepare("Mali uses the Square Kilometre Array. The SKA is large. Rain fell.", "SKA and Mali")
    (found,) = find_programmes(article, sentences, register)
    assert (found.id, found.register_id, found.name) == ("programme:ska", "ska", "Square Kilometre Array")
    assert [(piece.field, piece.exact) for piece in found.evidence] == [
        ("body", "Mali uses the Square Kilometre Array."),
        ("body", "The SKA is large."),
        ("title", "SKA and Mali"),
    ]


def test_a_short_form_that_the_text_introduces_stands_for_the_name(prepare: Callable[..., Any]) -> None:
    """What a proposal has in brackets behind it is evidence later."""
    body = "The Upper Nile Malaria Initiative (UNMI) began. Doctors praise UNMI."
    article, sentences = prepare(body)
    (found,) = find_programmes(article, sentences, NO_REGISTER)
    assert found.id == "programme:upper-nile-malaria-initiative"
    assert [piece.exact for piece in found.evidence] == body.replace(". ", ".|").split("|")


def test_a_short_form_in_a_headline_of_capitals_is_a_word(
    prepare: Callable[..., Any], register: ProgrammeLexicon
) -> None:
    """FAST may be the adverb there."""
    article, sentences = prepare("Rain fell in Mali.", "SCIENTISTS ACT FAST IN MALI")
    assert find_programmes(article, sentences, register) == ()


def test_two_agreements_of_the_same_parties_have_different_ids(prepare: Callable[..., Any]) -> None:
    """The date tells them apart, and a report without one belongs to the first."""
    body = (
        "China and Peru signed an agreement on May 2, 2024. China and Peru had signed an agreement in 1999. "
        "China and Peru signed the agreement in good spirits."
    )
    article, sentences = prepare(body)
    found = find_agreements(article, sentences, "CN")
    assert [(item.id, item.date) for item in found] == [
        ("agreement:agreement-cn-pe", "2024-05-02"),
        ("agreement:agreement-cn-pe-1999", "1999"),
    ]
    assert len(found[0].evidence) == 2


def test_a_date_alone_is_no_event(prepare: Callable[..., Any]) -> None:
    """Neither is a deed without day or place."""
    assert find_events(*prepare("It was May 3, 2024. The forum was launched in 2013. The forum opened in Lima.")) == ()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_evidence_quotes_the_text_exactly(prepare: Callable[..., Any], register: ProgrammeLexicon, body: str) -> None:
    """Whatever the text, findings have ids of their own, and evidence is a part of the text."""
    article, sentences = prepare(body)
    found: list[Sequence[Programme | Agreement | Event]] = [
        find_programmes(article, sentences, register),
        find_agreements(article, sentences, "CN"),
        find_events(article, sentences),
    ]
    for findings in found:
        assert len({finding.id for finding in findings}) == len(findings)
        for finding in findings:
            assert finding.evidence
            assert all(body[piece.start : piece.end] == piece.exact for piece in finding.evidence)

"""Questions are understood word by word, in both languages, and nothing is guessed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.ask import Lexicon, lexicon_of, understand
from generator.ask.units import folded, units
from generator.catalog import catalog
from generator.settings import Project, Settings
from generator.taxonomy import Taxonomy, load_taxonomy

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return load_taxonomy(Project(Path("/nowhere"), Settings()))[0]


@pytest.fixture(scope="module")
def lexicon(taxonomy: Taxonomy) -> Lexicon:
    return lexicon_of(catalog([], taxonomy, Settings(home="CN"))[0])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["ask"] or "nothing")
def test_a_question_is_understood_as_an_analyst_means_it(case: dict[str, Any], lexicon: Lexicon) -> None:
    question = understand(case["ask"], lexicon)
    assert len(question.conditions) == len(case["means"])
    for wanted, found in zip(case["means"], question.conditions, strict=True):
        assert set(wanted) <= set(found)
    assert ["".join(word) for word in question.words] == case.get("words", [])
    assert (question.since, question.until) == (case.get("since"), case.get("until"))


def test_every_country_can_be_asked_for_in_both_languages(taxonomy: Taxonomy, lexicon: Lexicon) -> None:
    for country in taxonomy.countries.values():
        for name in (country.en, country.zh):
            question = understand(f"agreements {name}", lexicon)
            assert any(f"country:{country.code}" in choice for choice in question.conditions), name
            assert not question.words, name


@given(st.text())
def test_any_text_is_a_question(text: str) -> None:
    lexicon = Lexicon({("space",): ("theme:space",)}, frozenset({("with",)}), (), 1)
    question = understand(text, lexicon)
    assert question.empty or question.conditions or question.words


@given(st.text())
def test_units_of_units_are_the_same(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert all(units(unit) for unit in units(text))

"""Questions are understood word by word, in both languages, and nothing is guessed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.ask import Lexicon, lexicon_of, understand
from generator.ask.lexicon import Units, theme_of
from generator.ask.units import folded, is_han, units
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
    assert (question.asks, [] if question.asks else list(question.kinds)) == (
        case.get("asks", ""),
        case.get("kinds", []),
    )
    assert list(map(list, question.conditions)) == case.get("means", [])
    assert [f"{joined(name)}: {' '.join(about)}" for name, about in question.terms] == case.get("terms", [])
    assert list(map(joined, question.words)) == case.get("words", [])
    assert (question.since, question.until) == (case.get("since"), case.get("until"))


def joined(name: Units) -> str:
    """A name as one writes it."""
    return ("" if is_han(name[0]) else " ").join(name)


def test_every_country_can_be_asked_for_in_both_languages(taxonomy: Taxonomy, lexicon: Lexicon) -> None:
    for country in taxonomy.countries.values():
        for name in (country.en, country.zh):
            question = understand(f"agreements {name}", lexicon)
            assert any(f"country:{country.code}" in choice for choice in question.conditions), name
            assert not question.words, name


def stands_in(wanted: Units, text: str) -> bool:
    """Whether the units stand in the text in their order; a year may have stood between or beside them."""
    rest = iter(units(re.sub(r"\d{4}", r" \g<0> ", folded(text))))
    return all(unit in rest for unit in wanted) or "".join(wanted) in "".join(units(text))


PIECES = (
    "Serbia",
    "the Czech Republic",
    "法國",
    "塞尔维亚",
    "space",
    "联合实验室",
    "with",
    "的",
    "瓦坎达",
    "since",
    "2020",
    "2015年以前",
)


@settings(deadline=None, max_examples=300)
@example(text="2020ก2020")
@given(text=st.lists(st.sampled_from((*PIECES, " ", ", ")) | st.text(max_size=6), max_size=8).map("".join))
def test_a_question_asks_for_what_its_text_says_and_nothing_else(text: str, lexicon: Lexicon) -> None:
    question = understand(text, lexicon)
    text = lexicon.spelled(text)
    meant = {*question.conditions, *(about for _, about in question.terms)}
    for choice in meant:
        assert any(
            stands_in(name, text) and set(choice) & set(map(theme_of, concepts))
            for name, concepts in lexicon.meanings.items()
        )
    assert all(stands_in(word, text) for word in question.words)
    years = {int(year) for year in re.findall(r"(?=(\d{4}))", folded(text))}
    asked = {year for year in (question.since, question.until) if year is not None}
    assert asked <= {year + step for year in years for step in (-1, 0, 1)}
    if question.empty:
        assert set(units(text)) <= {unit for word in (*lexicon.silent, ("国", "家")) for unit in word}


@given(st.text())
def test_units_of_units_are_the_same(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert all(units(unit) for unit in units(text))

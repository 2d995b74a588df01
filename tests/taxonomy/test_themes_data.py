"""The themes that ship with the atlas are complete and free of slips."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.extract.themes import compile_themes
from generator.taxonomy.model import Terms, ThemeEntry
from generator.yamlfile import load_list

FIELDS = [
    "space",
    "astronomy",
    "nuclear-energy",
    "energy",
    "climate-environment",
    "biodiversity",
    "oceans-polar",
    "artificial-intelligence",
    "digital-economy",
    "information-technology",
    "biotechnology-health",
    "agriculture-food",
    "materials-manufacturing",
    "transport-infrastructure",
    "fundamental-research",
]
FORMS = [
    "research-infrastructure",
    "talent-exchange",
    "technology-transfer",
    "joint-laboratories",
    "innovation-policy",
    "open-science",
    "governance-security",
]
THEMES, PROBLEMS = load_list(
    Path(__file__).parents[2] / "content" / "taxonomy" / "themes.yml", ThemeEntry, "content/taxonomy/themes.yml"
)
each_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)


def test_the_file_loads_without_problems() -> None:
    """Every entry is valid."""
    assert PROBLEMS == []


def test_all_themes_are_there_fields_first() -> None:
    """The fifteen fields and seven forms, in the order of the site's navigation."""
    assert [theme.id for theme in THEMES] == FIELDS + FORMS


@each_theme
def test_kind_and_code_agree(theme: ThemeEntry) -> None:
    """A field has a FORD code, a form has none."""
    assert theme.kind == ("field" if theme.id in FIELDS else "form")
    assert (theme.ford is not None) == (theme.kind == "field")


@each_theme
def test_terms_in_both_languages(theme: ThemeEntry) -> None:
    """At least forty terms a language, weighted from 0.5 to 3, some of them telling."""
    for terms in (theme.terms.en, theme.terms.zh):
        assert len(terms) >= 40
        assert all(0.5 <= weight <= 3 for weight in terms.values())
        assert max(terms.values()) == 3


@each_theme
def test_languages_are_not_mixed_up(theme: ThemeEntry) -> None:
    """No ideograph in an English list; in a Chinese one only abbreviations do without."""
    han = re.compile(r"[\u3400-\u9fff]")
    assert not [term for term in (*theme.terms.en, *theme.unlike.en) if han.search(term)]
    assert all(han.search(term) or term.isupper() for term in (*theme.terms.zh, *theme.unlike.zh))


@each_theme
def test_unlike_phrases_do_not_deny_terms(theme: ThemeEntry) -> None:
    """No phrase is a term and its own exception, and none stands twice."""
    unlike = (*theme.unlike.en, *theme.unlike.zh)
    assert not set(unlike) & {*theme.terms.en, *theme.terms.zh}
    assert len(set(unlike)) == len(unlike)


@each_theme
def test_unlike_phrases_hold_a_term(theme: ThemeEntry) -> None:
    """A phrase that hides no term has no use."""
    bare = theme.model_copy(update={"unlike": Terms()})
    matcher = compile_themes({theme.id: bare}).matcher
    assert [phrase for phrase in (*theme.unlike.en, *theme.unlike.zh) if not matcher.find(phrase)] == []


@each_theme
def test_matches_are_entity_addresses(theme: ThemeEntry) -> None:
    """Matches lead to Wikidata's entities, not to its pages."""
    for address in (*theme.exact_match, *theme.close_match):
        assert re.fullmatch(r"https://www\.wikidata\.org/entity/Q[1-9]\d*", address)

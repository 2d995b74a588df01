"""Two kinds of words tell a theme only together: in one sentence, close to each other, in either order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.lexicon import Kind
from generator.extract.named import Named, side_by_side
from generator.extract.places import Spot
from generator.extract.sentences import split_sentences
from generator.extract.themes import ThemeLexicon, compile_themes, find_themes
from generator.extract.together import BETWEEN, COUNTRIES
from generator.taxonomy.model import Labels, Terms, ThemeEntry, ThemeTerms, Together
from generator.yamlfile import load_list

ROOT = Path(__file__).parents[2]
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "together_cases.yml").read_text(encoding="utf-8"))
_NAME = Labels(en="Open science", zh="开放科学")
SMALL = compile_themes(
    {
        "open": ThemeEntry(
            id="open",
            kind="form",
            labels=_NAME,
            definition=_NAME,
            terms=ThemeTerms(en={"open access": 3}),
            together=(Together(weight=2.6, en=(("data", "map"), ("anyone", "open")), zh=(("数据",), ("公开",))),),
            unlike=Terms(en=("open house",)),
        )
    }
)
_FILLER = "Nobody was hurt. " * 3


def told(text: str, lexicon: ThemeLexicon = SMALL) -> dict[str, tuple[str, ...]]:
    """The themes of a text, each with the words that made it."""
    return {tag.id: tag.terms for tag in find_themes(None, text, split_sentences(text), lexicon)}


@pytest.mark.parametrize("text", ["Anyone may copy the data.", "The maps are for anyone.", "台站的数据全部公开。"])
def test_a_pair_tells_in_either_order_and_shows_its_words(text: str) -> None:
    (words,) = told(text)["open"]
    first, second = words.split(BETWEEN)
    assert text.index(first) < text.index(second)


@pytest.mark.parametrize(
    "text",
    [
        "The data are kept. " + _FILLER + "Anyone may come.",
        "The data, " + "which fill a very large room in the cellar, " * 3 + "are for anyone.",
        "Data and maps. Data!",
        "The data were shown at an open house.",
    ],
    ids=["two sentences", "too far", "one kind alone", "a phrase that means something else"],
)
def test_words_apart_tell_nothing(text: str) -> None:
    assert told(text) == {}


def test_what_a_term_says_is_not_counted_again() -> None:
    """A phrase that is a term holds its words already."""
    assert told("Open access to data.")["open"] == ("Open access",)


@given(st.text(alphabet="data open anyone map. \n", max_size=120))
def test_pairs_stand_in_the_text(text: str) -> None:
    """Whatever the text, what is shown of a pair is there, in its order."""
    for terms in told(text).values():
        for term in terms:
            at = -1
            for word in term.split(BETWEEN):
                at = text.index(word, at + 1)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_the_default_taxonomy_reads_plain_words(case: dict[str, Any], shipped: ThemeLexicon) -> None:
    """Forms of cooperation are told in everyday words of both languages, and not by their look-alikes."""
    found = told(case["text"], shipped)
    assert (case["theme"] in found) is case.get("told", True), found


@pytest.fixture(scope="module")
def shipped() -> ThemeLexicon:
    themes, problems = load_list(ROOT / "content/taxonomy/themes.yml", ThemeEntry, "themes.yml")
    assert problems == []
    return compile_themes({entry.id: entry for entry in themes})


def _ordered(*first: str) -> ThemeLexicon:
    pair = Together(weight=3, within=30, ordered=True, en=(first, ("laboratory",)))
    form = ThemeEntry(
        id="labs", kind="form", labels=_NAME, definition=_NAME, terms=ThemeTerms(en={"bench": 1}), together=(pair,)
    )
    return compile_themes({"labs": form})


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("They opened a joint seismic laboratory.", True),
        ("A laboratory wrote joint papers.", False),
        ("After the joint call, a laboratory burnt down.", False),
        ("A joint call went out. A laboratory burnt down.", False),
    ],
)
def test_where_only_one_order_tells_the_second_follows_in_the_same_clause(text: str, tells: bool) -> None:
    """A joint laboratory is one; a laboratory that wrote joint papers is not."""
    assert ("labs" in told(text, _ordered("joint"))) is tells


@pytest.mark.parametrize(
    ("text", "names", "tells"),
    [
        ("The Irish-Omani wind laboratory opened.", ("Irish", "Omani"), True),
        ("Ireland and Oman opened a laboratory.", ("Ireland", "Oman"), True),
        ("Ireland sent Oman a new laboratory.", ("Ireland", "Oman"), False),
        ("The laboratory of an Irish-Omani couple burnt down.", ("Irish", "Omani"), False),
    ],
)
def test_two_countries_side_by_side_are_a_word_of_a_kind(text: str, names: tuple[str, str], tells: bool) -> None:
    """Whatever countries they are: the lexicon lists none."""
    spots = tuple(
        Spot(text.index(name), text.index(name) + len(name), Kind.NAME, code)
        for name, code in zip(names, ("IE", "OM"), strict=True)
    )
    named = Named((), spots, text)
    found = find_themes(None, text, split_sentences(text), _ordered(COUNTRIES), named)
    assert ("labs" in {tag.id for tag in found}) is tells
    assert len(list(side_by_side(text, spots))) == ("sent" not in text)

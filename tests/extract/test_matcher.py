"""The matcher finds terms at word boundaries, leftmost-longest, with exact offsets."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.matcher import Hit, Matcher

NAMES = Matcher(
    [
        ("China", "CN"),
        ("France", "FR"),
        ("French", "FR"),
        ("Upper Volta", "BF"),
        ("Côte d'Ivoire", "CI"),
        ("Guinea", "GN"),
        ("Guinea-Bissau", "GW"),
        ("Mali", "ML"),
        ("US", "US"),
        ("Timor", "region"),
        ("Timor", "TL"),
        ("tea", "crop"),
        ("中国", "CN"),
        ("中国科学院", "CAS"),
        ("5G网络", "telecom"),
    ]
)


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.text, value) for hit in NAMES.find(text) for value in hit.values]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China's and China’s", [("China", "CN"), ("China", "CN")]),
        ("Sino-French", [("French", "FR")]),
        ("France–China", [("France", "FR"), ("China", "CN")]),
        ("Chinatown, Frenchman, preFrance, China2", []),
        ("Françe, Malié, Mali\u0301", []),
        ("“China” ‘France’", [("China", "CN"), ("France", "FR")]),
        ("Côte d’Ivoire", [("Côte d’Ivoire", "CI")]),
        ("O’Mali and Mali'ko", []),
        ("Guinea\u2011Bissau; Guinea", [("Guinea\u2011Bissau", "GW"), ("Guinea", "GN")]),
        ("Guinea-Bissauan", [("Guinea", "GN")]),
        ("Upper\n  Volta", [("Upper\n  Volta", "BF")]),
        ("Upper\u00a0Volta", [("Upper\u00a0Volta", "BF")]),
        ("Upper\n\nVolta", []),
        ("FRANCE AND UPPER VOLTA", [("FRANCE", "FR"), ("UPPER VOLTA", "BF")]),
        ("france, FrancE", []),
        ("US and us", [("US", "US")]),
        ("Tea, TEA, tea; team", [("Tea", "crop"), ("TEA", "crop"), ("tea", "crop")]),
        ("Timor", [("Timor", "region"), ("Timor", "TL")]),
        ("与China合作", [("China", "CN")]),
        ("在中国科学院和中国", [("中国科学院", "CAS"), ("中国", "CN")]),
        ("用5G网络，不用15G网络", [("5G网络", "telecom")]),
    ],
)
def test_what_matches_where(text: str, expected: list[tuple[str, str]]) -> None:
    """Boundaries, capitals, quotes, dashes and blanks follow the rules of the class."""
    assert found(text) == expected


def test_patterns_that_differ_in_case_only_keep_their_own_values() -> None:
    """A bird is no country."""
    matcher = Matcher([("Turkey", "TR"), ("turkey", "bird")])
    assert [hit.values for hit in matcher.find("Turkey turkey")] == [("TR", "bird"), ("bird",)]


def test_no_patterns_and_blank_patterns_match_nothing() -> None:
    """An empty taxonomy is no error."""
    assert Matcher[str]([]).find("China") == []
    assert Matcher([(" ", "blank")]).find("a b") == []


def test_a_capital_with_a_longer_lower_case_keeps_offsets() -> None:
    """The dotted capital İ becomes two characters in lower case."""
    assert Matcher([("tea", 1)]).find("İİ tea") == [Hit(3, 6, "tea", (1,))]


def test_all_matches_hold_those_inside_others() -> None:
    """Who resolves overlaps differently gets every match, the longest first at each place."""
    assert [hit.text for hit in NAMES.find_all("Guinea-Bissau 中国科学院")] == [
        "Guinea-Bissau",
        "Guinea",
        "中国科学院",
        "中国",
    ]


ALPHABET = "aAb c\n\u00a0’'-–中国İé1"


@given(st.text(alphabet=ALPHABET, max_size=60), st.lists(st.text(alphabet="aAb c-中国é1'", max_size=5), max_size=8))
def test_hits_are_exact_ordered_and_apart(text: str, patterns: list[str]) -> None:
    """Every hit quotes the text at its offsets, and no hit overlaps the next."""
    hits = Matcher([(pattern, pattern) for pattern in patterns]).find(text)
    for hit in hits:
        assert text[hit.start : hit.end] == hit.text
        assert hit.start < hit.end
        assert set(hit.values) <= set(patterns)
    assert all(one.end <= other.start for one, other in pairwise(hits))


@given(st.text(alphabet=ALPHABET, max_size=40), st.text(alphabet=ALPHABET, max_size=40))
def test_a_word_between_blanks_is_always_found(before: str, after: str) -> None:
    """Whatever stands around it, a term that stands alone is found where it stands."""
    hits = Matcher([("tea", 1)]).find(f"{before} tea {after}")
    assert Hit(len(before) + 1, len(before) + 4, "tea", (1,)) in hits


@given(
    st.lists(st.sampled_from(["中国", "科学", "中国科", "学院"]), unique=True),
    st.text(alphabet="中国科学院", max_size=30),
)
def test_ideographs_match_leftmost_longest(patterns: list[str], text: str) -> None:
    """The matches are those of a plain scan that takes the longest pattern at each place."""
    expected, place = [], 0
    while place < len(text):
        fitting = [pattern for pattern in patterns if text.startswith(pattern, place)]
        if fitting:
            longest = max(fitting, key=len)
            expected.append((place, longest))
            place += len(longest)
        else:
            place += 1
    assert [(hit.start, hit.text) for hit in Matcher([(p, p) for p in patterns]).find(text)] == expected

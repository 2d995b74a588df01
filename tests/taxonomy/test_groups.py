"""The shipped groups are those the atlas promises, and no country or other group is mistaken for them."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from generator.settings import Project, Settings
from generator.taxonomy import Group, load_taxonomy

ROOT = Path(__file__).resolve().parents[2]
TAXONOMY, PROBLEMS = load_taxonomy(Project(ROOT, Settings()))
GROUPS = TAXONOMY.groups
LANGUAGES = ("en", "zh")
PROMISED = [
    "asean",
    "african-union",
    "africa",
    "eu",
    "belt-and-road",
    "brics",
    "sco",
    "celac",
    "arab-league",
    "gcc",
    "cis",
    "mercosur",
    "pacific-islands",
    "apec",
    "g7",
    "g20",
    "g77",
    "oecd",
    "un",
    "unesco",
    "iaea",
    "cern",
    "esa",
    "ceec",
    "global-south",
    "artemis-accords",
    "isa",
    "europe",
    "asia",
]


def _surfaces(group: Group, language: str) -> set[str]:
    """Everything that may stand for a group in a text."""
    label: str = getattr(group.labels, language)
    return {label, *getattr(group.aliases, language), *getattr(group.demonyms, language)}


def _members(group: str, day: str) -> set[str]:
    """Who belonged to a group on a day."""
    found = set()
    for entry in GROUPS[group].members:
        if (entry.since or "") <= day <= (entry.until or "9999"):
            found.add(entry.code)
    return found


def test_the_promised_groups_are_there_and_load_without_problems() -> None:
    assert set(PROMISED) <= set(GROUPS)
    assert [str(p) for p in PROBLEMS if p.file and "groups" in p.file] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_belongs_to_two_groups_or_to_a_country(language: str) -> None:
    claimed = defaultdict(set)
    for group in GROUPS.values():
        for word in _surfaces(group, language):
            claimed[word].add(group.id)
    for country in TAXONOMY.countries.values():
        entry = country.entry
        for terms in (entry.aliases, entry.demonyms, entry.capital, entry.cities, entry.former):
            for word in getattr(terms, language):
                claimed[word].add(country.code)
    shared = {word: who for word, who in claimed.items() if len(who) > 1 and who & set(GROUPS)}
    assert shared == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unlike_phrase_holds_a_word_of_its_group_and_is_no_name_itself(language: str) -> None:
    names = {word for group in GROUPS.values() for word in _surfaces(group, language)}
    for group in GROUPS.values():
        for phrase in getattr(group.unlike, language):
            assert any(surface in phrase for surface in _surfaces(group, language)), (group.id, phrase)
            assert phrase not in names, (group.id, phrase)


def test_no_member_stands_twice_in_a_group() -> None:
    for group in GROUPS.values():
        codes = [member.code for member in group.members]
        assert len(codes) == len(set(codes)), group.id


@pytest.mark.parametrize(
    ("group", "day", "count"),
    [
        ("eu", "2019-12-31", 28),
        ("eu", "2021-01-01", 27),
        ("brics", "2023-06-01", 5),
        ("brics", "2025-02-01", 10),
        ("asean", "2025-01-01", 10),
        ("asean", "2025-12-01", 11),
        ("african-union", "2025-01-01", 55),
        ("sco", "2025-01-01", 10),
        ("nato", "2025-01-01", 32),
        ("oecd", "2025-01-01", 38),
        ("arab-league", "2025-01-01", 22),
        ("gcc", "2025-01-01", 6),
        ("apec", "2025-01-01", 21),
        ("g7", "2025-01-01", 7),
        ("g20", "2025-01-01", 19),
        ("celac", "2025-01-01", 33),
        ("cern", "2025-12-01", 25),
        ("esa", "2025-12-01", 23),
        ("commonwealth", "2025-01-01", 56),
        ("ecowas", "2025-06-01", 12),
        ("sadc", "2025-01-01", 16),
        ("east-african-community", "2025-01-01", 8),
        ("caribbean", "2025-01-01", 15),
        ("pacific-islands", "2025-01-01", 18),
        ("ceec", "2021-01-01", 17),
        ("ceec", "2025-01-01", 14),
        ("opec", "2025-01-01", 12),
    ],
)
def test_membership_follows_the_day(group: str, day: str, count: int) -> None:
    assert len(_members(group, day)) == count, sorted(_members(group, day))

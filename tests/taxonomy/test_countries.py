"""The shipped countries are complete, name every place once, and hold no dead entries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale

from generator.settings import Project, Settings
from generator.taxonomy import Country, Taxonomy, load_taxonomy
from generator.taxonomy.model import CountryEntry
from generator.yamlfile import parse

ROOT = Path(__file__).resolve().parents[2]
#: CLDR's territories that ISO 3166-1 does not list: reserved codes, unions of states, and places to test with.
NOT_ISO = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
#: Places without a seat of government of their own name, or whose capital is the place itself.
NO_CAPITAL = {"AQ", "BV", "DJ", "GI", "HM", "IO", "MO", "SG", "UM", "VA"}
LANGUAGES = ("en", "zh")


def _taxonomy() -> Taxonomy:
    taxonomy, problems = load_taxonomy(Project(ROOT, Settings()))
    assert [str(p) for p in problems if p.file and "countries" in p.file] == []
    return taxonomy


COUNTRIES = _taxonomy().countries


def _names(country: Country, language: str, *fields: str) -> set[str]:
    """What the given fields of a country hold in a language, with its names."""
    found = {country.en if language == "en" else country.zh}
    for field in fields:
        found.update(getattr(getattr(country.entry, field), language))
    return found


def _surfaces(country: Country, language: str) -> set[str]:
    """Everything that may stand for a country in a text."""
    return _names(country, language, "aliases", "demonyms", "capital", "cities", "former")


def _words(entry: CountryEntry) -> Iterator[tuple[str, str]]:
    """Every word of an entry with its field."""
    for field in ("aliases", "demonyms", "capital", "cities", "former", "unlike"):
        for language in LANGUAGES:
            for word in getattr(getattr(entry, field), language):
                yield f"{field}.{language}", word
    for field in ("short_zh", "prefix"):
        for word in getattr(entry, field):
            yield field, word


def test_every_place_of_iso_3166_and_kosovo_stands_in_the_file_once() -> None:
    cldr = {code for code in Locale("en").territories if re.fullmatch("[A-Z]{2}", str(code))}
    assert set(COUNTRIES) == cldr - NOT_ISO
    assert len(COUNTRIES) == 250
    assert list(COUNTRIES) == sorted(COUNTRIES)


def _texts(data: object) -> Iterator[str]:
    """Every text in YAML data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for item in data.values() if isinstance(data, dict) else data:
            yield from _texts(item)


@pytest.mark.parametrize("name", ["countries.yml", "groups.yml"])
def test_no_word_has_blanks_around_it(name: str) -> None:
    data, _, _ = parse((ROOT / "content/taxonomy" / name).read_text(encoding="utf-8"), name)
    assert [text for text in _texts(data) if text != text.strip() or not text] == []


def test_no_word_stands_twice_in_its_field() -> None:
    for country in COUNTRIES.values():
        words = list(_words(country.entry))
        assert len(words) == len(set(words)), country.code


def test_every_word_is_in_the_script_of_its_language() -> None:
    for country in COUNTRIES.values():
        for field, word in _words(country.entry):
            han = bool(re.search(r"[\u3400-\u9fff]", word))
            assert han == (field.endswith("zh")), (country.code, field, word)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fields", [("aliases", "demonyms", "former"), ("capital",), ("cities",)])
def test_no_two_countries_claim_the_same_word(language: str, fields: tuple[str, ...]) -> None:
    """But for the two Congos, which the article must tell apart."""
    claimed = defaultdict(set)
    for country in COUNTRIES.values():
        for word in _names(country, language, *fields):
            claimed[word].add(country.code)
    shared = {word: codes for word, codes in claimed.items() if len(codes) > 1}
    assert set(map(frozenset, shared.values())) <= {frozenset({"CD", "CG"})}, shared


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unlike_phrase_holds_a_word_of_its_country(language: str) -> None:
    for country in COUNTRIES.values():
        surfaces = {*_surfaces(country, language), *(f"{prefix}-" for prefix in country.entry.prefix)}
        for phrase in getattr(country.entry.unlike, language):
            assert any(surface in phrase and surface != phrase for surface in surfaces), (country.code, phrase)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_unlike_phrase_is_itself_the_name_of_a_country(language: str) -> None:
    names = {
        word for c in COUNTRIES.values() for word in _names(c, language, "aliases", "demonyms", "capital", "former")
    }
    for country in COUNTRIES.values():
        assert names.isdisjoint(getattr(country.entry.unlike, language)), country.code


def test_every_place_has_its_capital_in_both_languages_but_for_a_known_few() -> None:
    without = {c.code for c in COUNTRIES.values() if not (c.entry.capital.en and c.entry.capital.zh)}
    assert without == NO_CAPITAL


def test_territories_belong_to_a_country_that_belongs_to_none() -> None:
    for country in COUNTRIES.values():
        owner = country.entry.part_of
        assert owner is None or COUNTRIES[owner].entry.part_of is None, country.code
    assert {c.code for c in COUNTRIES.values() if c.entry.part_of == "CN"} == {"HK", "MO"}
    assert all(COUNTRIES[code].entry.part_of is None for code in ("TW", "PS", "XK", "EH"))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("US", ["U.S.", "USA", "America", "Americans", "美國"]),
        ("GB", ["UK", "Britain", "Scotland", "Northern Ireland", "Welsh", "英國", "苏格兰"]),
        ("AE", ["UAE", "Emirati", "阿联酋"]),
        ("KR", ["ROK", "Republic of Korea", "Korean", "大韩民国"]),
        ("KP", ["DPRK", "North Korean", "北朝鲜"]),
        ("CD", ["DRC", "DR Congo", "刚果(金)", "刚果民主共和国", "扎伊尔"]),
        ("CG", ["Republic of the Congo", "Congo-Brazzaville", "刚果(布)"]),
        ("TR", ["Turkey", "Turkish", "土耳其共和国"]),
        ("CI", ["Ivory Coast", "Côte d'Ivoire", "象牙海岸"]),
        ("NO", ["Norwegian", "Norwegians"]),
        ("FR", ["French", "Frenchman", "法蘭西"]),
        ("DE", ["West Germany", "东德"]),
        ("SA", ["沙特", "Saudi"]),
        ("BA", ["Bosnia", "波黑"]),
        ("NZ", ["紐西蘭", "新西蘭", "纽西兰"]),
    ],
)
def test_names_that_articles_print_are_known(code: str, words: list[str]) -> None:
    known = _surfaces(COUNTRIES[code], "en") | _surfaces(COUNTRIES[code], "zh")
    assert set(words) <= known


@pytest.mark.parametrize(
    ("pair", "code"), [("法", "FR"), ("英", "GB"), ("奥", "AT"), ("澳", "AU"), ("新", "NZ"), ("新", "SG"), ("阿", "AR")]
)
def test_short_forms_may_belong_to_several_countries(pair: str, code: str) -> None:
    assert pair in COUNTRIES[code].entry.short_zh

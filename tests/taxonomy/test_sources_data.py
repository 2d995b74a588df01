"""The sources that ship with the atlas are unambiguous and carry no right that nobody gave."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from babel import Locale

from generator.taxonomy import Taxonomy, compile_sources
from generator.taxonomy.model import Publish, SourceEntry
from generator.yamlfile import load_list

SOURCES, PROBLEMS = load_list(
    Path(__file__).parents[2] / "content" / "taxonomy" / "sources.yml", SourceEntry, "content/taxonomy/sources.yml"
)
GENRES = {"news flash", "editorial", "press release", "opinion", "comment", "news", "快讯", "社论", "评论", "新闻"}


def names(source: SourceEntry) -> set[str]:
    return {name.casefold() for name in (source.name.en, source.name.zh, *source.aliases)}


def test_the_file_loads_without_problems() -> None:
    """Every entry is valid."""
    assert PROBLEMS == []
    assert len(SOURCES) >= 400
    assert len({source.country for source in SOURCES}) >= 100


def test_no_id_stands_twice() -> None:
    """An id names one source."""
    assert len({source.id for source in SOURCES}) == len(SOURCES)


def test_no_name_is_claimed_twice() -> None:
    """A name as printed leads to one source, whatever its capitals, and however it is spaced and punctuated."""
    claims = Counter(name for source in SOURCES for name in names(source))
    assert [name for name, count in claims.items() if count > 1] == []
    found = compile_sources(Taxonomy({}, {}, {}, {source.id: source for source in SOURCES}))
    assert [(name, source.id) for source in SOURCES for name in names(source) if found.find(name) != source.id] == []


def test_no_alias_repeats_a_name_of_its_own_source() -> None:
    """An alias adds something."""
    for source in SOURCES:
        assert len(set(source.aliases)) == len(source.aliases)
        assert not set(source.aliases) & {source.name.en, source.name.zh}


@pytest.mark.parametrize(
    "printed", ["Ke Ji Ri Bao", "科技日报", "科技日報", "Science and Technology Daily", "KEJI RIBAO"]
)
def test_one_outlet_is_found_in_several_scripts(printed: str) -> None:
    """However a paper writes the name of another, the entry is the same."""
    found = compile_sources(Taxonomy({}, {}, {}, {source.id: source for source in SOURCES}))
    assert found.find(printed) == "science-and-technology-daily"


def test_a_government_speaks_for_a_state_whichever_it_is() -> None:
    """No country's ministries are held to be more independent than another's."""
    government = [source for source in SOURCES if source.kind in ("ministry", "government")]
    assert {source.country for source in government} >= {"CN", "US", "GB", "DE", "RU", "KR", "BR", "ZA"}
    assert all(source.of_state for source in government)


def test_genres_are_no_sources() -> None:
    """A word for a kind of article is no outlet."""
    assert not [source.id for source in SOURCES if names(source) & GENRES]


def test_countries_are_real() -> None:
    """Codes are those of CLDR."""
    territories = Locale("en").territories
    assert [source.id for source in SOURCES if source.country and source.country not in territories] == []


def test_only_a_licence_allows_whole_articles() -> None:
    """Other people's articles are shown in extracts; our own digest in full."""
    full = [source for source in SOURCES if source.publish is Publish.FULL]
    assert all(source.licence for source in full)
    assert [(source.id, source.kind) for source in SOURCES if source.kind == "own"] == [("cooperation-atlas", "own")]
    assert {source.publish for source in SOURCES if source not in full} == {Publish.EXTRACT}

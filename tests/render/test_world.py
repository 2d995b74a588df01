"""The world as tiles: every place has one, none covers another, and a tile says what it shows."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from babel import Locale

from generator.render.world import blocks
from generator.settings import Project, Settings
from generator.taxonomy import load_taxonomy
from tests.render.corpus import records
from tests.render.test_pages import pages_of, tree_of

STYLES = Path(__file__).parents[2] / "templates" / "theme" / "assets" / "charts.css"
WIDEST = 9  # tiles side by side on a phone


def test_every_place_of_the_taxonomy_has_exactly_one_tile() -> None:
    taxonomy, _ = load_taxonomy(Project(Path("nowhere"), Settings()))
    tiles = Counter(code for block in blocks() for code, _, _ in block.places)
    assert set(tiles) == set(taxonomy.countries)
    assert set(tiles.values()) == {1}


def test_tiles_do_not_cover_each_other_and_fit_a_phone() -> None:
    for block in blocks():
        places = [(row, column) for _, row, column in block.places]
        assert len(set(places)) == len(places)
        assert max(column for _, column in places) <= WIDEST


def test_every_part_and_every_place_of_a_tile_has_its_rule() -> None:
    styles = STYLES.read_text(encoding="utf-8")
    for block in blocks():
        assert f".atlas-part-{block.region.lower()})" in styles
        for _, row, column in block.places:
            assert f".atlas-row-{row} {{" in styles
            assert f".atlas-column-{column} {{" in styles


def test_every_part_has_a_name_in_every_language() -> None:
    for tag in ("en", "zh", "fr", "ar"):
        assert all(Locale.parse(tag).territories.get(block.region) for block in blocks())


def test_a_tile_says_how_many_articles_and_sources_it_counts(tmp_path: Path) -> None:
    page = pages_of(tree_of(records(), tmp_path))["countries/index.md"].markdown
    (france,) = [line for line in page.splitlines() if re.match(r" +- .*\[FR ", line)]
    assert "France: 4 articles, 4 sources" in france
    assert "(fr.md)" in france
    assert "tile-lone" not in france


def test_a_place_without_articles_leads_nowhere_and_the_home_says_that_it_is_one(tmp_path: Path) -> None:
    lines = pages_of(tree_of(records(), tmp_path))["countries/index.md"].markdown.splitlines()
    (states,) = [line for line in lines if re.match(r" +- .*>US ", line)]
    (china,) = [line for line in lines if re.match(r" +- .*>CN ", line)]
    assert "United States: no articles" in states
    assert "China: the atlas is about its cooperation" in china
    assert "](" not in states + china

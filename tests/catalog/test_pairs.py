"""A theme of an article belongs to those of its partners of whom the article tells it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.catalog import Atlas, axes, catalog
from generator.catalog.pairs import evidence_of, is_told, of_party, on_theme
from generator.extract import Lexicon, compile_lexicon, extract
from generator.model import Article, Evidence, Findings, Naming, Place, Record, Tag
from generator.settings import BUNDLED, Project, Settings
from generator.taxonomy import load_taxonomy

TAXONOMY = load_taxonomy(Project(BUNDLED, Settings(home="CN")))[0]
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "pairs_cases.yml").read_text(encoding="utf-8"))
SAID, ASIDE = Evidence("body", "x", 0, 10), Evidence("body", "y", 20, 30)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return compile_lexicon(TAXONOMY)


def atlas_of(*records: Record) -> Atlas:
    return catalog(list(records), TAXONOMY, Settings(home="CN"))[0]


def record(*partners: Place, groups: tuple[Tag, ...] = (), themes: tuple[Tag, ...] = ()) -> Record:
    article = Article("a.txt", 1, "a", "Title", "2024", None, None, None, None, None, "x" * 40)
    return Record(article, Findings("en", True, partners=partners, groups=groups, themes=themes), "CN", "")


def partner(code: str, *evidence: Evidence) -> Place:
    return Place(f"partner:{code}", code, 1.0, evidence)


def theme(id_: str, *named: Naming, evidence: tuple[Evidence, ...] = ()) -> Tag:
    return Tag(id_, 1.0, evidence, named=named)


def themes_by_country(atlas: Atlas) -> dict[str, list[str]]:
    return {code: sorted(shelf.count(axes.themes)) for code, shelf in atlas.countries.items()}


@pytest.mark.parametrize("case", CASES, ids=[case["claim"] for case in CASES])
def test_invented_articles_have_exactly_the_pairs_that_they_tell_of(case: dict[str, Any], lexicon: Lexicon) -> None:
    body = "\n\n".join(" ".join(paragraph.split()) for paragraph in case["body"].split("\n\n"))
    article = Article("a.txt", 1, "a", case["title"], "2024", None, None, None, None, None, body.strip())
    found = extract(article, lexicon, "CN", ())
    atlas = atlas_of(Record(article, found, "CN", ""))
    pairs: dict[str, list[str]] = {}
    for code, id_ in atlas.cells:
        if id_ in case["only"]:
            pairs.setdefault(code, []).append(id_)
    assert pairs == case["pairs"]
    untold = [
        [c, t] for (c, t), shelf in atlas.cells.items() if t in case["only"] and not is_told(shelf.records[0], c, t)
    ]
    assert sorted(untold) == case.get("untold", [])


def test_counts_on_every_shelf_follow_whom_the_sentences_name() -> None:
    made = record(
        partner("PE"),
        partner("KE"),
        groups=(Tag("brics", 1.0),),
        themes=(theme("space", Naming(("PE",), SAID)), theme("energy", Naming(("KE", "brics"), ASIDE))),
    )
    atlas = atlas_of(made)
    assert themes_by_country(atlas) == {"KE": ["energy"], "PE": ["space"]}
    assert set(atlas.cells) == {("KE", "energy"), ("PE", "space")}
    assert atlas.groups["brics"].count(axes.themes) == {"energy": 1}
    assert atlas.themes["space"].count(axes.countries) == {"PE": 1}
    assert atlas.themes["space"].count(axes.groups) == {}
    assert atlas.theme_by_year() == {("energy", "2024"): 1, ("space", "2024"): 1}
    assert atlas.records == (made,)  # the article itself keeps all of it


def test_a_theme_that_names_nobody_stays_with_all_and_is_only_filed_under_both() -> None:
    made = record(partner("PE"), partner("KE"), themes=(theme("space"),))
    assert themes_by_country(atlas_of(made)) == {"KE": ["space"], "PE": ["space"]}
    assert not is_told(made, "PE", "space")


def test_a_theme_of_a_group_alone_is_of_no_country() -> None:
    made = record(
        partner("PE"), partner("KE"), groups=(Tag("brics", 1.0),), themes=(theme("space", Naming(("brics",), SAID)),)
    )
    assert themes_by_country(atlas_of(made)) == {"KE": [], "PE": []}


@pytest.mark.parametrize(
    ("named", "told"), [((), True), (("PE",), True), (("brics",), True), (("JP",), False)], ids=str
)
def test_the_only_partner_has_all_themes_and_is_told_of_unless_another_country_is(
    named: tuple[str, ...], told: bool
) -> None:
    made = record(partner("PE"), themes=(theme("space", *([Naming(named, SAID)] if named else [])),))
    assert of_party(made, "PE") == made
    assert is_told(made, "PE", "space") is told


def test_a_theme_that_an_editor_gave_belongs_to_those_of_the_same_sentence() -> None:
    made = record(partner("PE", SAID), partner("KE", ASIDE), themes=(theme("space", evidence=(ASIDE,)),))
    assert [place.code for place in on_theme(made, "space").findings.partners] == ["KE"]
    assert is_told(made, "KE", "space")


def test_a_title_that_both_stand_in_ties_nobody() -> None:
    title = Evidence("title", "Title", 0, 5)
    made = record(partner("PE", title), partner("KE", title), themes=(theme("space", evidence=(title,)),))
    assert themes_by_country(atlas_of(made)) == {"KE": ["space"], "PE": ["space"]}
    assert not is_told(made, "KE", "space")


def test_the_evidence_of_a_pair_is_what_names_the_country() -> None:
    made = record(partner("PE"), partner("KE"), themes=(theme("space", Naming(("PE",), SAID), Naming(("KE",), ASIDE)),))
    assert evidence_of(made, "KE", "space") == (ASIDE,)
    assert evidence_of(made, "KE", "energy") == ()

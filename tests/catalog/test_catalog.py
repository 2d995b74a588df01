"""Every record stands where it belongs, in the same order on every run."""

from __future__ import annotations

import random

import pytest

from generator.catalog import Atlas, axes, catalog
from generator.catalog.order import UNDATED
from generator.model import Article, Findings, Place, Record, Tag
from generator.problems import Severity
from generator.settings import Settings
from generator.taxonomy import Source, Taxonomy, Theme

TAXONOMY = Taxonomy(
    countries={},
    groups={},
    themes={
        id_: Theme.model_validate({"id": id_, "kind": "field", "labels": label, "definition": label, "terms": {}})
        for id_, label in (("space", {"en": "Space", "zh": "航天"}), ("energy", {"en": "Energy", "zh": "能源"}))
    },
    sources={
        "daily": Source.model_validate({"id": "daily", "name": {"en": "Daily", "zh": "日报"}, "kind": "newspaper"})
    },
)


def record(
    id_: str,
    date: str | None = "2024-01-01",
    partners: str = "",
    themes: str = "",
    relevant: bool = True,
    **changes: str | int | None,
) -> Record:
    fields: dict[str, object] = {
        "doc": f"{id_}.txt",
        "item": 1,
        "id": id_,
        "title": f"Title {id_}",
        "date": date,
        "date_basis": None,
        "source": None,
        "source_id": None,
        "byline": None,
        "url": None,
        "body": "Text.",
    }
    findings = Findings(
        "en",
        relevant,
        partners=tuple(Place(f"partner:{code}", code, 1.0) for code in partners.split()),
        mentions=tuple(Place(f"mention:{code}", code, 1.0) for code in ("FR", "JP")),
        groups=(Tag("asean", 1.0),),
        themes=tuple(Tag(theme, 1.0) for theme in themes.split()),
    )
    return Record(Article(**{**fields, **changes}), findings, "CN", "")  # type: ignore[arg-type]


def atlas_of(*records: Record) -> Atlas:
    return catalog(list(records), TAXONOMY, Settings(home="CN"))[0]


def ids(records: tuple[Record, ...]) -> list[str]:
    return [one.article.id for one in records]


def test_records_are_newest_first_vaguer_dates_later_undated_last_and_ties_by_id() -> None:
    dates = {
        "g": None,
        "f": "XXXX-11-28",
        "e": "2023",
        "d": "2023-05",
        "c": "2023-05-02?",
        "b": "2024-01-01",
        "a": "2024-01-01",
        "h": "not a date",
    }
    made = [record(id_, date) for id_, date in dates.items()]
    assert ids(atlas_of(*made).records) == ["a", "b", "c", "d", "e", "f", "g", "h"]


def test_countries_themes_groups_and_cells_hold_their_records() -> None:
    atlas = atlas_of(
        record("a", "2024", "FR RS", "space"), record("b", "2023", "FR", "space energy"), record("c", None, "RS")
    )
    assert {code: ids(shelf.records) for code, shelf in atlas.countries.items()} == {"FR": ["a", "b"], "RS": ["a", "c"]}
    assert {cell: ids(shelf.records) for cell, shelf in atlas.cells.items()} == {
        ("FR", "energy"): ["b"],
        ("FR", "space"): ["a", "b"],
        ("RS", "space"): ["a"],
    }
    assert ids(atlas.themes["energy"].records) == ["b"]
    assert ids(atlas.groups["asean"].records) == ["a", "b", "c"]
    assert atlas.countries["FR"].years == ("2024", "2023")


def test_counts_add_up() -> None:
    atlas = atlas_of(
        record("a", "2024", "FR RS", "space"), record("b", "2023", "FR", "space energy"), record("c", None, "RS")
    )
    assert atlas.country_by_year() == {("FR", "2023"): 1, ("FR", "2024"): 1, ("RS", "2024"): 1, ("RS", UNDATED): 1}
    assert atlas.country_by_theme() == {("FR", "energy"): 1, ("FR", "space"): 2, ("RS", "space"): 1}
    assert atlas.theme_by_year() == {("energy", "2023"): 1, ("space", "2023"): 1, ("space", "2024"): 1}
    assert atlas.filed.count(axes.themes) == {"space": 2, "energy": 1}


def test_an_article_without_cooperation_is_listed_and_filed_nowhere() -> None:
    atlas = atlas_of(record("a", "2024", "FR", "space", relevant=False))
    assert ids(atlas.records) == ["a"]
    assert not atlas.filed.records
    assert not atlas.countries
    assert not atlas.groups
    assert not atlas.cells
    assert not atlas.themes["space"].records
    assert ids(atlas.sources[axes.NOT_STATED].records) == ["a"]
    assert ids(atlas.languages["en"].records) == ["a"]


def test_every_theme_of_the_taxonomy_has_a_shelf() -> None:
    assert list(atlas_of().themes) == ["space", "energy"]


def test_a_country_is_mentioned_only_where_it_is_no_partner() -> None:
    atlas = atlas_of(record("a", partners="FR"), record("b", partners="RS"), record("c", partners="FR", relevant=False))
    assert {code: ids(shelf.records) for code, shelf in atlas.mentions.items()} == {
        "FR": ["b", "c"],
        "JP": ["a", "b", "c"],
    }


@pytest.mark.parametrize(
    ("source_id", "printed", "key"),
    [
        ("daily", "DAILY", "daily"),
        (None, None, "not-stated"),
        (None, "  ", "not-stated"),
        (None, "The Post & Courier", "the-post-courier"),
        (None, "《天文周刊》", "天文周刊"),
        (None, "Daily", "daily-unlisted"),
        (None, "Not stated", "not-stated-unlisted"),
        (None, "INDEX", "index-unlisted"),
    ],
)
def test_a_source_is_its_entry_or_its_printed_name(source_id: str | None, printed: str | None, key: str) -> None:
    """A printed name that only looks like a listed source does not get its identity."""
    assert list(atlas_of(record("a", source=printed, source_id=source_id)).sources) == [key]


@pytest.mark.parametrize("name", ["***", "x" * 500, "../../etc/passwd", "🛰"])
def test_any_printed_name_makes_a_short_harmless_key(name: str) -> None:
    slug = axes.slug_of(name)
    assert 0 < len(slug) <= 70
    assert "/" not in slug
    assert "." not in slug


def test_long_names_that_begin_alike_stay_apart() -> None:
    assert axes.slug_of("x" * 500) != axes.slug_of("x" * 501)


def test_the_order_of_the_input_does_not_matter() -> None:
    made = [record(f"r{index}", f"20{index:02}", "FR RS", "space") for index in range(12)]
    made.append(record("r3", doc="zz.txt"))
    first = catalog(made, TAXONOMY, Settings())
    assert catalog(random.Random(1).sample(made, len(made)), TAXONOMY, Settings()) == first


def test_of_two_articles_with_one_id_the_later_is_left_out_and_reported() -> None:
    one, two = record("a", doc="1.txt", title="One"), record("A", doc="2.txt", item=3, title="Two")
    atlas, problems = catalog([two, one], TAXONOMY, Settings())
    assert ids(atlas.records) == ["a"]
    (problem,) = problems
    assert (problem.severity, problem.code) == (Severity.ERROR, "double-id")
    assert problem.file == "content/articles/2.txt"
    assert "item 3 of 2.txt" in problem.message
    assert "item 1 of 1.txt" in problem.message


@pytest.mark.parametrize(
    ("title", "date", "doubled"),
    [
        ("A telescope for two", "2024-05-21", True),
        ("“A TELESCOPE, for　two!”", "2024-05-21", True),
        ("Ａ telescope for two", "2024-05-21?", True),
        ("A telescope for two", "2024-05-22", False),
        ("A telescope for three", "2024-05-21", False),
        (None, "2024-05-21", False),
        ("—", "2024-05-21", False),
    ],
)
def test_a_second_article_with_the_same_title_and_date_is_kept_and_reported(
    title: str | None, date: str, doubled: bool
) -> None:
    one = record("a", "2024-05-21", doc="1.txt", title="A telescope for two")
    two = record("b", date, doc="2.txt", item=2, title=title)
    atlas, problems = catalog([one, two], TAXONOMY, Settings())
    assert len(atlas.records) == 2
    assert [problem.code for problem in problems] == ["same-title-and-date"] * doubled
    for problem in problems:
        assert problem.severity is Severity.WARNING
        assert "item 2 of 2.txt" in problem.message
        assert "item 1 of 1.txt" in problem.message
        assert "Remove one" in problem.message


def test_articles_without_a_title_are_no_doubles_of_each_other() -> None:
    assert catalog([record("a", title=None), record("b", title=None)], TAXONOMY, Settings())[1] == []

"""Figures of one measure are points over time; whoever gives the same one is its witness, in any order of articles."""

from __future__ import annotations

import random

from generator.catalog.contradictions import contradictions_of
from generator.catalog.measures import statements_of
from generator.catalog.series import Series, of_country, series_of
from generator.model import Evidence, Figure, Findings, Qualifier, Record, Scope
from generator.settings import BUNDLED, Project, Settings
from generator.taxonomy import load_taxonomy

from .test_catalog import record

TAXONOMY = load_taxonomy(Project(BUNDLED, Settings()))[0]


def told(
    id_: str,
    value: int,
    as_of: str | None = None,
    date: str | None = "2024-05-21",
    qualifier: Qualifier | None = None,
    what: str = "joint laboratories",
    indicator: str | None = "joint-laboratories",
    countries: tuple[str, ...] = ("FR",),
) -> Record:
    said = f"They have {value} {what}."
    figure = Figure(
        f"figure:{value}", value, None, None, "count", what, qualifier, as_of, indicator, Scope(countries), 0.9,
        (Evidence("body", said, 0, len(said)),),
    )  # fmt: skip
    return Record(record(id_, date).article, Findings("en", True, figures=(figure,)), "CN", "")


def made(*records: Record) -> tuple[Series, ...]:
    return series_of(statements_of(records, TAXONOMY))


def shape(series: Series) -> list[tuple[float | int | None, list[str]]]:
    """The points of a series: amount and articles."""
    return [(p.best.figure.value, [one.record.article.id for one in p.witnesses]) for p in series.points]


def test_points_are_in_the_order_of_their_times_undated_ones_last() -> None:
    (series,) = made(told("a", 9, None, None), told("b", 7, "2023"), told("c", 5, "2019-05"), told("d", 8))
    assert shape(series) == [(5, ["c"]), (7, ["b"]), (8, ["d"]), (9, ["a"])]


def test_the_same_amount_at_one_time_is_one_point_and_the_best_dated_witness_stands_for_it() -> None:
    (series,) = made(told("a", 7, "2023"), told("b", 7, "2023-05-02"), told("c", 7, "2023-06-01", qualifier="over"))
    assert shape(series) == [(7, ["b", "a"]), (7, ["c"])]


def test_the_same_amount_years_later_is_a_point_of_its_own() -> None:
    (series,) = made(told("a", 7, "2019"), told("b", 7, "2023"))
    assert shape(series) == [(7, ["a"]), (7, ["b"])]


def test_other_scopes_and_other_ways_to_count_are_other_series() -> None:
    series = made(
        told("a", 7),
        told("b", 8, countries=("RS",)),
        told("c", 9, countries=()),
        told("d", 3, what="new joint laboratories"),
        told("e", 4, what="joint research centres"),
        told("f", 5, what="marine joint laboratories"),
    )
    assert sorted(len(one.points) for one in series) == [1] * 6
    assert len({one.id for one in series}) == len({one.anchor for one in series}) == 6


def test_a_figure_without_an_indicator_makes_a_series_only_if_it_is_told_well_and_twice() -> None:
    assert not made(told("a", 7, what="solar boats", indicator=None))
    assert not made(told("a", 7, what="boats", indicator=None), told("b", 8, what="boats", indicator=None))
    people = [told(id_, 70, what="visiting guests and young people", indicator=None) for id_ in "ab"]
    assert not made(*people)
    (series,) = made(*(told(id_, 7, what="solar boats", indicator=None) for id_ in "ab"))
    assert shape(series) == [(7, ["a", "b"])]


def test_a_country_has_the_series_that_are_about_it_alone() -> None:
    series = made(told("a", 7), told("b", 8, countries=("FR", "RS")), told("c", 9, countries=()))
    assert [shape(one) for one in of_country(series, "FR")] == [[(7, ["a"])]]


def test_series_and_comparisons_are_the_same_for_any_order_of_articles() -> None:
    records = [
        told(f"{number:02}", 5 + number % 7, f"20{10 + number % 9}", countries=(("FR",), (), ("RS",))[number % 3])
        for number in range(40)
    ]
    first = made(*records)
    shuffled = random.Random(7).sample(records, len(records))
    assert made(*shuffled) == first
    assert contradictions_of(made(*shuffled), TAXONOMY) == contradictions_of(first, TAXONOMY)

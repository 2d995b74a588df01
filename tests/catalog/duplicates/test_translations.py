"""What may be one article in two languages is shown to a person, and joined with nothing."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest

from generator.catalog.duplicates import Duplicates, find_duplicates
from generator.model import Agreement, Article, Figure, Findings, Place, Programme, Record, Scope


@dataclass(frozen=True)
class Facts:
    """What an article says, in any language."""

    language: str
    date: str = "2024-05-21"
    partners: str = "FR"
    figures: tuple[float, ...] = (114, 4_600_000)
    programmes: str = "svom"
    agreement: bool = False


def record(id_: str, facts: Facts, body: str = "") -> Record:
    article = Article(f"{id_}.txt", 1, id_, id_, facts.date, None, None, None, None, None, body or id_)
    found = Findings(
        facts.language,
        True,
        partners=tuple(Place(f"partner:{code}", code, 1.0) for code in facts.partners.split()),
        figures=tuple(
            Figure(f"f:{value}", value, None, None, "count", "things", None, None, None, Scope(), 1.0)
            for value in facts.figures
        ),
        programmes=tuple(Programme(f"p:{name}", name, name, 1.0) for name in facts.programmes.split()),
        agreements=(Agreement("a", ("CN", "FR"), "protocol", None, 1.0),) if facts.agreement else (),
    )
    return Record(article, found, "CN", "")


def found(one: Facts, other: Facts) -> bool:
    duplicates = find_duplicates([record("one", one), record("other", other)])
    assert not duplicates.clusters
    return bool(duplicates.translations)


@pytest.mark.parametrize(
    ("other", "candidate"),
    [
        (Facts("zh"), True),
        (Facts("zh", date="2024-05-24"), True),
        (Facts("zh", date="2024-05-18"), True),
        (Facts("zh", figures=(114,)), True),
        (Facts("zh", figures=(114, 4_600_000, 12, 13)), True),
        (Facts("en"), False),
        (Facts("zh", date="2024-05-25"), False),
        (Facts("zh", date="2024-05"), False),
        (Facts("zh", date="2024-05-21", partners="FR RS"), False),
        (Facts("zh", partners=""), False),
        (Facts("zh", figures=(115, 4_700_000)), False),
        (Facts("zh", figures=(114,), programmes="other"), False),
        (Facts("zh", figures=(3, 4), programmes=""), False),
    ],
)
def test_the_same_partners_and_facts_within_three_days_in_another_language(other: Facts, candidate: bool) -> None:
    assert found(Facts("en", agreement=True), other) is candidate


def test_small_numbers_tell_no_articles_apart() -> None:
    assert not found(Facts("en", figures=(2, 3, 4), programmes=""), Facts("zh", figures=(2, 3, 4), programmes=""))


def test_a_candidate_names_what_the_two_agree_on() -> None:
    (candidate,) = find_duplicates([record("b", Facts("en")), record("a", Facts("zh", date="2024-05-22"))]).translations
    assert (candidate.one, candidate.other, candidate.days) == ("b", "a", 1)
    assert candidate.facts == (("figure", "114"), ("figure", "4600000"), ("programme", "svom"))


def test_of_a_cluster_only_the_original_is_compared() -> None:
    body = (
        "The two institutes will measure the same sea with the same instruments from Monday on, for forty years. " * 2
    )
    copies = [record(f"copy{n}", Facts("en", date=f"2024-05-2{n}"), body) for n in range(3)]
    duplicates = find_duplicates([*copies, record("translated", Facts("zh"))])
    assert set(duplicates.clusters) == {"copy0", "copy1", "copy2"}
    assert [(one.one, one.other) for one in duplicates.translations] == [("copy0", "translated")]


def test_the_order_of_the_articles_does_not_matter() -> None:
    records = [record(f"r{n}", Facts("en" if n % 2 else "zh", date=f"2024-05-{10 + n}")) for n in range(9)]
    duplicates = find_duplicates(records)
    assert duplicates.translations
    assert find_duplicates(random.Random(3).sample(records, 9)) == duplicates


def test_without_articles_there_are_no_duplicates() -> None:
    assert find_duplicates([]) == Duplicates()

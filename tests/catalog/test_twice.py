"""What articles in two languages tell of is one thing, where it is the only one that it can be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.catalog.atlas import Shelf
from generator.catalog.dossier import Dossier, dossier_of
from generator.catalog.duplicates import Duplicates, Translated
from generator.catalog.twice import once
from generator.model import Agreement, Article, Event, Evidence, Findings, Place, Programme, Record

PAIR = Duplicates(translations=(Translated("en", "zh", 0, ()),))


def record(language: str, partner: str = "FR", **found: tuple[object, ...]) -> Record:
    written = Article("a.txt", 1, language, "T", "2024", None, "Wire", None, None, None, "")
    partners = (Place("p", partner, 1.0),)
    return Record(written, Findings(language, True, partners=partners, **found), "CN", "")  # type: ignore[arg-type]


def dossier(*records: Record) -> Dossier:
    return dossier_of(Shelf(records), lambda record, finding: True)


def event(what: str, date: str) -> Event:
    return Event(f"event:{what}", what, None, date, 1.0)


def programme(name: str, sentence: str, register_id: str | None = None) -> Programme:
    return Programme(f"p:{name}", name, register_id, 1.0, (Evidence("body", sentence, 0, len(sentence)),))


@pytest.mark.parametrize(
    ("english", "chinese", "duplicates", "number"),
    [
        ([("met", "2023")], [("会议", "2023")], PAIR, 1),
        ([("met", "2023")], [("会议", "2023")], Duplicates(), 2),
        ([("met", "2023-05-08")], [("会议", "2023-05-08")], Duplicates(), 1),
        ([("met", "2023-05-08")], [("会议", "2023-05-09")], PAIR, 2),
        ([("met", "2023"), ("signed", "2023")], [("会议", "2023")], PAIR, 3),
        ([("met", None)], [("会议", None)], PAIR, 2),
    ],
)
def test_the_only_event_of_a_date_in_both_languages_is_one(
    english: list[tuple[str, str]], chinese: list[tuple[str, str]], duplicates: Duplicates, number: int
) -> None:
    """Of articles that are not known to be one only with the same partners, and only where the day is known."""
    made = dossier(
        record("en", events=tuple(event(*one) for one in english)),
        record("zh", events=tuple(event(*one) for one in chinese)),
    )
    assert len(once(made, duplicates).events) == number


def test_events_of_one_day_with_other_partners_or_in_one_language_stay_apart() -> None:
    day = "2023-05-08"
    other = dossier(record("en", events=(event("met", day),)), record("zh", "RS", events=(event("会议", day),)))
    assert len(once(other, Duplicates()).events) == 2
    again = replace(record("en", events=(event("sang", day),)), article=replace(record("en").article, id="again"))
    same = dossier(record("en", events=(event("met", day),)), again)
    assert len(once(same, Duplicates()).events) == 2


def test_agreements_and_programmes_are_told_apart_by_kind_parties_and_numbers() -> None:
    centre, translated = programme("River Centre", "In 2016 it opened."), programme("河中心", "2016年成立。")
    house, known = programme("Whale House", "It stands there."), programme("SVOM", "In 2016 it rose.", "svom")
    treaty, also = (Agreement(f"a:{id_}", ("CN", "FR"), "treaty", None, 1.0) for id_ in ("en", "zh"))
    made = dossier(
        record("en", programmes=(centre, house, known), agreements=(treaty,)),
        record("zh", programmes=(translated, programme("鲸馆", "它在那里。")), agreements=(also,)),
    )
    found = once(made, PAIR)
    assert [len(one.told) for one in found.agreements] == [2]
    assert {one.first.name: len(one.told) for one in found.programmes if len(one.told) > 1} == {"River Centre": 2}
    assert len(found.programmes) == len(made.programmes) - 1


def test_nothing_is_lost_and_the_order_stays() -> None:
    made = dossier(
        record("en", events=(event("met", "2023"), event("sang", "2021"))),
        record("zh", events=(event("会议", "2023"),)),
    )
    found = once(made, PAIR)
    assert [one.first.date for one in found.events] == ["2023", "2021"]
    assert sum(len(one.told) for one in found.events) == 3

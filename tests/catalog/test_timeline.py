"""The timeline holds everything that has a year, each thing once, and shows the years that have nothing."""

from __future__ import annotations

from dataclasses import replace

from generator.catalog.atlas import Shelf
from generator.catalog.dossier import dossier_of
from generator.catalog.timeline import Happening, Moment, count_by_year, moments_of
from generator.model import Agreement, Event, Record
from tests.render.corpus import article, record


def told(id_: str, date: str | None, events: tuple[Event, ...] = (), agreements: tuple[Agreement, ...] = ()) -> Record:
    made = record(article(id_, date=date))
    return replace(made, findings=replace(made.findings, events=events, agreements=agreements))


def timeline(*records: Record) -> tuple[Moment, ...]:
    return moments_of(records, dossier_of(Shelf(records), lambda record, finding: True))


def event(date: str | None, id_: str = "event:1") -> Event:
    return Event(id_, "They met.", "Nowhere", date, 0.9)


def test_things_stand_newest_first_and_vague_dates_after_exact_ones() -> None:
    made = timeline(
        told("a", "2021", (event("2023-05"), event("2023-05-02", "event:2"))),
        told("b", "2023-06-01"),
        told("c", "2023"),
    )
    assert [(one.kind, one.date) for one in made] == [
        (Happening.ARTICLE, "2023-06-01"),
        (Happening.EVENT, "2023-05-02"),
        (Happening.EVENT, "2023-05"),
        (Happening.ARTICLE, "2023"),
        (Happening.ARTICLE, "2021"),
    ]


def test_what_has_no_year_is_not_on_it() -> None:
    assert timeline(told("a", None, (event(None), event("XXXX-11-28", "event:2"))), told("b", "XXXX-11-28")) == ()


def test_an_agreement_of_which_two_articles_tell_is_there_once() -> None:
    signed = Agreement("agreement:1", ("CN", "FR"), "memorandum", "2024-03-01", 0.9)
    made = timeline(told("a", "2024-03-02", agreements=(signed,)), told("b", "2024-03-03", agreements=(signed,)))
    (agreement,) = [one for one in made if one.kind is Happening.AGREEMENT]
    assert [record.article.id for record, _ in agreement.told] == ["a", "b"]


def test_years_without_anything_are_counted_as_empty_between_the_others() -> None:
    counts = count_by_year(timeline(told("a", "2020"), told("b", "2023", (event("2023-01-01"),))))
    assert {year: dict(of_year) for year, of_year in counts.items()} == {
        2023: {Happening.EVENT: 1, Happening.ARTICLE: 1},
        2022: {},
        2021: {},
        2020: {Happening.ARTICLE: 1},
    }
    assert list(counts) == [2023, 2022, 2021, 2020]
    assert count_by_year(()) == {}

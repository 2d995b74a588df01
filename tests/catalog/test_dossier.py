"""What a briefing rests on: which findings belong to a country, whose word it is, and what is most alike."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog import Shelf
from generator.catalog.alike import most_alike
from generator.catalog.axes import themes
from generator.catalog.dossier import dossier_of, ties_to_country, ties_to_group, ties_to_theme
from generator.catalog.mix import mix_of
from generator.model import (
    Agreement,
    Article,
    Event,
    Evidence,
    Findings,
    Person,
    Place,
    Programme,
    Record,
    Tag,
)
from generator.taxonomy import Source, Taxonomy

HERE, ELSEWHERE = (Evidence("body", "x", 0, 10),), (Evidence("body", "y", 20, 30),)


def record(id_: str, *codes: str, date: str = "2024", **found: Any) -> Record:
    """An article about these partners, the first one by the sentence HERE, the others by ELSEWHERE."""
    article = Article(f"{id_}.txt", 1, id_, id_, date, None, None, None, None, None, "x" * 40)
    partners = tuple(
        Place(f"partner:{code}", code, 1.0, HERE if not index else ELSEWHERE) for index, code in enumerate(codes)
    )
    return Record(article, Findings("en", True, partners=partners, **found), "CN", "")


def agreement(id_: str, *parties: str, date: str | None = None) -> Agreement:
    return Agreement(id_, parties, "protocol", date, 1.0, HERE)


def test_an_agreement_belongs_to_its_parties_alone() -> None:
    made = record("a", "FR", "RS", agreements=(agreement("1", "CN", "RS"), agreement("2", "CN", "FR")))
    ours = dossier_of(Shelf((made,)), ties_to_country("FR", "CN"))
    assert [entry.first.id for entry in ours.agreements] == ["2"]


@pytest.mark.parametrize(("codes", "found"), [(("FR",), ["1"]), (("FR", "RS"), [])])
def test_an_agreement_without_a_known_partner_belongs_to_the_only_one(codes: tuple[str, ...], found: list[str]) -> None:
    made = record("a", *codes, agreements=(agreement("1", "CN"),))
    assert [e.first.id for e in dossier_of(Shelf((made,)), ties_to_country("FR", "CN")).agreements] == found


def test_of_several_partners_each_has_what_its_own_sentences_say() -> None:
    programmes = (Programme("p1", "Here", None, 1.0, HERE), Programme("p2", "Elsewhere", None, 1.0, ELSEWHERE))
    shelf = Shelf((record("a", "FR", "RS", programmes=programmes),))
    for code, name in (("FR", "Here"), ("RS", "Elsewhere")):
        assert [e.first.name for e in dossier_of(shelf, ties_to_country(code, "CN")).programmes] == [name]


def test_nobody_of_another_side_stands_on_the_page_of_a_country() -> None:
    people = (Person("1", "Ada", None, "RS", 1.0, HERE), Person("2", "Bo", None, "CN", 1.0, HERE))
    shelf = Shelf((record("a", "FR", people=people),))
    assert [e.first.name for e in dossier_of(shelf, ties_to_country("FR", "CN")).people] == ["Bo"]


def test_one_thing_in_several_articles_is_one_entry_the_newest_article_first() -> None:
    same = [record(id_, "FR", agreements=(agreement(id_, "CN", "FR", date="2023-05"),)) for id_ in "ab"]
    undated = record("c", "FR", agreements=(agreement("c", "CN", "FR"),))
    entries = dossier_of(Shelf((*same, undated)), ties_to_country("FR", "CN")).agreements
    assert [[one.article.id for one, _ in entry.told] for entry in entries] == [["a", "b"], ["c"]]


def test_a_person_without_a_side_is_the_one_who_has_one_unless_there_are_two() -> None:
    def named(id_: str, side: str | None) -> Record:
        return record(id_, "FR", people=(Person("p", "Ada Quill", None, side, 1.0, HERE),))

    def sides(*records: Record) -> list[tuple[str | None, int]]:
        people = dossier_of(Shelf(records), lambda record, finding: True).people
        return sorted((entry.first.country or "", len(entry.told)) for entry in people)

    assert sides(named("a", None), named("b", "FR")) == [("FR", 2)]
    assert sides(named("a", None), named("b", "FR"), named("c", "CN")) == [("", 1), ("CN", 1), ("FR", 1)]


def test_groups_and_themes_have_what_stands_in_their_sentences() -> None:
    event = Event("e", "They met.", None, None, 1.0, HERE)
    made = record("a", "FR", events=(event,), groups=(Tag("asean", 1.0, HERE), Tag("brics", 1.0, ELSEWHERE)))
    assert len(dossier_of(Shelf((made,)), ties_to_group("asean")).events) == 1
    assert not dossier_of(Shelf((made,)), ties_to_group("brics")).events
    themed = record("b", "FR", events=(event,), themes=(Tag("space", 1.0, ELSEWHERE),))
    assert len(dossier_of(Shelf((themed,)), ties_to_theme("space")).events) == 1


def test_the_mix_counts_state_media_unknown_owners_and_single_sources() -> None:
    source = {"id": "wire", "name": {"en": "Wire", "zh": "社"}, "kind": "agency", "country": "CN", "state_media": True}
    known = Taxonomy({}, {}, {}, {"wire": Source.model_validate(source)})
    shelf = Shelf((record("a", "FR", themes=(Tag("space", 1.0),)), record("b", "FR", themes=(Tag("space", 1.0),))))
    mix = mix_of(shelf, {"a": "wire", "b": "village-post"}, known)
    assert (mix.articles, mix.state, mix.unknown, mix.owners, mix.facts, mix.single) == (2, 1, 1, {"CN": 1}, 1, 0)
    alone = mix_of(Shelf(shelf.records[:1]), {"a": "wire"}, known)
    assert (alone.facts, alone.single, alone.languages) == (1, 1, {"en": 1})


def test_the_most_alike_share_themes_and_what_shares_none_is_left_out() -> None:
    def shelf(*ids: str) -> Shelf:
        return Shelf(tuple(record(id_, "FR", themes=(Tag(id_, 1.0),)) for id_ in ids))

    shelves = {"A": shelf("space", "energy"), "B": shelf("space", "energy"), "C": shelf("space"), "D": shelf("oceans")}
    alike = most_alike(shelves, themes)
    assert alike["A"] == ("B", "C")
    assert alike["D"] == ()

"""An agreement goes by the name that an article gives it."""

from __future__ import annotations

import pytest

from generator.catalog.agreed import agreed_in, is_agreement
from generator.catalog.atlas import Shelf
from generator.catalog.dossier import Dossier, dossier_of, ties_to_country
from generator.model import Agreement, Article, Evidence, Findings, Place, Programme, Record
from generator.taxonomy import Taxonomy
from generator.taxonomy.model import ProgrammeEntry

REGISTER = {
    id_: ProgrammeEntry.model_validate({"id": id_, "name": {"en": id_, "zh": id_}, "kind": kind, "parties": parties})
    for id_, kind, parties in (
        ("river-accord", "agreement", ["CN", "RS"]),
        ("sky-convention", "agreement", []),
        ("agreement-house", "institution", ["CN"]),
    )
}
TAXONOMY = Taxonomy({}, {}, {}, {}, programmes=REGISTER)
FIRST, SECOND = Evidence("body", "They signed it.", 0, 15), Evidence("body", "It was there.", 16, 29)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Blue River Free Trade Agreement", True),
        ("Agreement on Whales and Seals", True),
        ("Memorandum of Understanding", True),
        ("Blue River Agreement Museum", False),
        ("Treatyville Institute", False),
        ("蓝河自由贸易协定", True),
        ("《蓝河条约》", True),
        ("蓝河协议研究所", False),
    ],
)
def test_a_name_that_ends_as_agreements_do_is_an_agreements(name: str, expected: bool) -> None:
    assert is_agreement(Programme("p", name, None, 1.0), TAXONOMY) is expected


def test_the_register_knows_better_than_the_name() -> None:
    assert not is_agreement(Programme("p", "House of the Agreement", "agreement-house", 1.0), TAXONOMY)
    assert is_agreement(Programme("p", "What was said by the river", "river-accord", 1.0), TAXONOMY)


def dossier(agreements: tuple[Agreement, ...], programmes: tuple[Programme, ...]) -> Dossier:
    written = Article("a.txt", 1, "a", "A", "2024", None, "Wire", None, None, None, "They signed it. It was there.")
    partners = (Place("partner:RS", "RS", 1.0, (FIRST,)),)
    found = Findings("en", True, partners=partners, agreements=agreements, programmes=programmes)
    return dossier_of(Shelf((Record(written, found, "CN", ""),)), ties_to_country("RS", "CN"))


def test_the_name_in_its_sentence_is_the_agreements_and_makes_no_second_one() -> None:
    signed = Agreement("a", ("CN", "RS"), "treaty", None, 1.0, (FIRST,))
    named = Programme("p", "Blue River Treaty", None, 1.0, (FIRST, SECOND))
    (one,) = agreed_in(dossier((signed,), (named,)), TAXONOMY, "CN")
    assert one.entry.first == signed
    assert one.name == named


def test_a_name_elsewhere_is_an_agreement_of_its_own_but_not_one_of_the_whole_world() -> None:
    signed = Agreement("a", ("CN", "RS"), "treaty", None, 1.0, (FIRST,))
    names = (
        Programme("p1", "Blue River Treaty", None, 1.0, (SECOND,)),
        Programme("p2", "Accord of the river", "river-accord", 1.0, (SECOND,)),
        Programme("p3", "Sky Convention", "sky-convention", 1.0, (SECOND,)),
        Programme("p4", "Blue River Institute", None, 1.0, (SECOND,)),
    )
    found = agreed_in(dossier((signed,), names), TAXONOMY, "CN")
    assert [one.name.id if one.name is not None else None for one in found] == [None, "p2", "p1"]

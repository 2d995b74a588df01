"""What a figure may be, when, of whom and of what: the ground on which two figures are compared."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalog.measures import bounds, clearly_less, rounds, same
from generator.catalog.measures.aspects import aspects_of
from generator.catalog.measures.quantity import Quantity, quantity_of
from generator.catalog.measures.reach import Told, reach_of
from generator.catalog.measures.subject import place_names, subject_of
from generator.catalog.measures.times import apart, as_of
from generator.model import Evidence, Figure, Findings, Place, Qualifier, Record, Scope, Tag
from generator.settings import BUNDLED, Project, Settings
from generator.taxonomy import load_taxonomy

from .test_catalog import record

TAXONOMY = load_taxonomy(Project(BUNDLED, Settings()))[0]
NAMES = place_names(TAXONOMY)
NUMBERS = st.integers(1, 10**12) | st.floats(0.01, 1e9, allow_nan=False).map(lambda number: round(number, 2))
QUALIFIERS: list[Qualifier | None] = [None, "over", "nearly", "about", "at least", "up to", "less than"]


def figure(
    value: float | None,
    qualifier: Qualifier | None = None,
    unit: str = "count",
    what: str = "joint laboratories",
    said: str = "",
    **more: object,
) -> Figure:
    fields: dict[str, object] = {
        "low": None,
        "high": None,
        "as_of": None,
        "indicator": None,
        "scope": Scope(),
        "score": 0.9,
        "evidence": (Evidence("body", said, 0, len(said)),),
    }
    return Figure(id="f", value=value, unit=unit, what=what, qualifier=qualifier, **{**fields, **more})  # type: ignore[arg-type]


def quantity(
    value: float | None,
    qualifier: Qualifier | None = None,
    unit: str = "count",
    low: float | None = None,
    high: float | None = None,
) -> Quantity:
    made = quantity_of(figure(value, qualifier, unit, low=low, high=high))
    assert made is not None
    return made


def test_a_figure_without_any_number_is_no_quantity() -> None:
    assert quantity_of(figure(None)) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((1.2, "gigawatt"), (1200, "megawatt")),
        ((0.1, "tonne"), (100, "kilogram")),
        ((3, "hectare"), (30000, "square metre")),
    ],
)
def test_units_of_one_kind_are_compared_in_their_base_unit(one: tuple[float, str], other: tuple[float, str]) -> None:
    assert same(quantity(one[0], unit=one[1]), quantity(other[0], unit=other[1]))


@pytest.mark.parametrize(
    ("rough", "exact", "expected"),
    [
        (1_200_000, 1_187_000, True),
        (187_000, 187_342, True),
        (120, 119, True),
        (300, 312, True),
        (62, 61.5, True),
        (62, 62.4, True),
        (100, 149, False),
        (20, 21, False),
        (114, 119, False),
        (50, 53, False),
        (1_200_000, 1_260_000, False),
    ],
)
def test_a_rounded_number_is_the_exact_one_at_its_own_last_digit(rough: float, exact: float, expected: bool) -> None:
    assert rounds(quantity(rough), quantity(exact)) is expected
    assert rounds(quantity(exact), quantity(rough)) is expected


@pytest.mark.parametrize(
    ("first", "second", "loose", "close"),
    [
        (quantity(70, "over"), quantity(72), True, True),
        (quantity(70, "over"), quantity(115), True, False),
        (quantity(70, "over"), quantity(720), False, False),
        (quantity(70, "over"), quantity(53), False, False),
        (quantity(70, "over"), quantity(80, "nearly"), True, True),
        (quantity(500, "up to"), quantity(480), True, True),
        (quantity(500, "up to"), quantity(510), False, False),
        (quantity(None, low=20, high=30), quantity(27), True, True),
        (quantity(None, low=20, high=30), quantity(64), False, False),
        (quantity(70), quantity(70), False, False),
    ],
    ids=str,
)
def test_a_bound_says_how_far_a_number_may_be(first: Quantity, second: Quantity, loose: bool, close: bool) -> None:
    assert bounds(first, second) is bounds(second, first) is loose
    assert bounds(first, second, close=True) is close


@given(NUMBERS, st.sampled_from(QUALIFIERS), NUMBERS, st.sampled_from(QUALIFIERS))
def test_comparisons_do_not_depend_on_the_order_and_contradict_no_other(
    one: float, first: Qualifier | None, other: float, second: Qualifier | None
) -> None:
    a, b = quantity(one, first), quantity(other, second)
    assert rounds(a, b) == rounds(b, a)
    assert bounds(a, b) == bounds(b, a)
    assert not (clearly_less(a, b) and clearly_less(b, a))
    assert not (clearly_less(a, b) and (rounds(a, b) or bounds(a, b)))


@given(NUMBERS, st.sampled_from(QUALIFIERS))
def test_a_figure_is_the_same_as_itself_and_within_its_own_ends(value: float, qualifier: Qualifier | None) -> None:
    made = quantity(value, qualifier)
    assert same(made, made)
    assert made.value == Fraction(str(value))
    assert made.low <= made.value and (made.high is None or made.value <= made.high)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("2022", "2024-01-01"), ("2023", "2024-01-01"), True),
        (("2022", "2024-01-01"), ("2022-06", "2024-01-01"), False),
        (("2022-05", "2024-01-01"), ("2022-06", "2024-01-01"), True),
        ((None, "2024-01-01"), (None, "2024-01-20"), False),
        ((None, "2024-01-01"), (None, "2024-06-20"), True),
        (("2023-12-31", "2024-06-01"), (None, "2024-01-20"), False),
        (("2024-01-01", "2024-01-01"), ("2024-01-02", "2024-01-02"), False),
    ],
)
def test_two_times_are_apart_only_if_no_day_can_be_both(
    first: tuple[str | None, str], second: tuple[str | None, str], expected: bool
) -> None:
    times = [as_of(record("r", date), figure(1, as_of=own)) for own, date in (first, second)]
    assert times[0] is not None and times[1] is not None
    assert apart(times[0], times[1]) is apart(times[1], times[0]) is expected


@pytest.mark.parametrize("own", ["XXXX-11-28", None, "soon"])
def test_without_a_year_there_is_no_time(own: str | None) -> None:
    assert as_of(record("r", None), figure(1, as_of=own)) is None


@pytest.mark.parametrize(
    ("what", "thing", "kinds"),
    [
        ("joint laboratories", "laboratory", ()),
        ("labs", "laboratory", ()),
        ("联合实验室", "laboratory", ()),
        ("young Serbian scientists", "scientist", ("young",)),
        ("非洲青年科学家", "scientist", ("young",)),
        ("scientific and technological cooperation projects", "project", ()),
        ("合作项目", "project", ()),
        ("government-level collaboration agreements", "agreement", ()),
        ("政府间科技合作协定", "agreement", ()),
        ("marine joint laboratories", "laboratory", ("marine",)),
        ("joint projects with Serbia", "project", ()),
        ("papers grew", "paper", ()),
        ("laboratory equipment", "equipment", ("laboratory",)),
        ("", "", ()),
    ],
)
def test_what_is_counted_is_told_alike_in_both_languages(what: str, thing: str, kinds: tuple[str, ...]) -> None:
    subject = subject_of(figure(1, what=what), "count", TAXONOMY, NAMES)
    assert (subject.thing, subject.kinds) == (thing, kinds)


def test_an_indicators_own_words_tell_no_kinds_apart() -> None:
    young = subject_of(figure(1, what="young scientists", indicator="young-scientists"), "person", TAXONOMY, NAMES)
    assert young.kinds == ()


@pytest.mark.parametrize(
    ("said", "value", "what", "thing", "aspects"),
    [
        ("China trains 900 people a year.", 900, "people", "person", ("yearly",)),
        ("中国每年培训900人。", 900, "人", "person", ("yearly",)),
        ("It signed 9 new agreements, and will open more.", 9, "new agreements", "agreement", ("added",)),
        ("China will support 50 young scientists.", 50, "young scientists", "scientist", ("planned",)),
        ("Of 40 projects, 12 of which are new, most run well.", 12, "", "project", ("part",)),
        ("Scientists from 20 countries met.", 20, "countries", "country", ("origin",)),
        ("It trained 300 people from abroad.", 300, "people", "person", ()),
        ("It has signed 114 agreements; it will sign more.", 114, "agreements", "agreement", ()),
    ],
)
def test_the_clause_says_how_a_figure_is_counted(
    said: str, value: int, what: str, thing: str, aspects: tuple[str, ...]
) -> None:
    assert aspects_of(figure(value, what=what, said=said), thing) == aspects


def about(partners: str = "", groups: str = "", mentions: str = "") -> Record:
    made = record("r")
    findings = Findings(
        "en",
        True,
        partners=tuple(Place(f"partner:{code}", code, 1.0) for code in partners.split()),
        mentions=tuple(Place(f"mention:{code}", code, 1.0) for code in mentions.split()),
        groups=tuple(Tag(id_, 1.0) for id_ in groups.split()),
    )
    return Record(made.article, findings, "CN", "")


@pytest.mark.parametrize(
    ("made", "told", "key", "how"),
    [
        (about("RS"), figure(1, scope=Scope(("FR",))), "fr", Told.STATED),
        (about("RS"), figure(1, said="They run one."), "rs", Told.IMPLIED),
        (about("RS FR"), figure(1, said="They run one."), "unclear", Told.UNCLEAR),
        (about("RS"), figure(1, said="With many countries it runs one."), "overall", Told.OVERALL),
        (about(), figure(1, said="They run one."), "overall", Told.OVERALL),
        (about("", "asean"), figure(1, said="They run one."), "asean", Told.IMPLIED),
        (about("RS FR"), figure(1, said="With ASEAN countries it runs one."), "asean", Told.IMPLIED),
        (about("RS FR"), figure(1, said="与东盟国家共建一个。"), "asean", Told.IMPLIED),
        (about("RS FR"), figure(1, said="On its visit to Serbia, it opened one."), "rs", Told.IMPLIED),
        (about("RS", "", "JP"), figure(1, said="For Japan, it runs one."), "unclear", Told.UNCLEAR),
        (about("RS", "", "JP"), figure(1, said="For Serbia, as for Japan, it runs one."), "unclear", Told.UNCLEAR),
        (about("RS"), figure(1, said="在印度洋，双方建成一个。"), "rs", Told.IMPLIED),
        (about("RS"), figure(1, said="China now has one, with partners."), "unclear", Told.UNCLEAR),
        (about("RS"), figure(1, said="中国已有一个。"), "unclear", Told.UNCLEAR),
        (about("RS"), figure(1, said="China and the other of the two countries run one."), "rs", Told.IMPLIED),
        (about("RS"), figure(1, said="中国表示，双方共有一个。"), "rs", Told.IMPLIED),
    ],
)
def test_a_figure_is_about_whom_its_clause_sentence_or_article_names(
    made: Record, told: Figure, key: str, how: Told
) -> None:
    reach = reach_of(made, told, NAMES)
    assert (reach.key, reach.told) == (key, how)

"""Charts are readable drawings: bounds look like bounds, gaps like gaps, and hostile words stay words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.render.charts import Dot, Text, bar_chart, line_chart
from tests.render.markdowns import trees

TEXT = Text("Joint laboratories", "Two points, from 2022 to 2025.")
HOSTILE = '</title><script>alert(1)</script> {++x++} $a$ `b` "c" *d* :smile: --8<-- "/etc/passwd" ]]> <!--'


def svg(chart: str) -> etree._Element:
    """The drawing as XML, which is stricter than HTML."""
    found = etree.fromstring(chart).find("svg")
    assert found is not None
    return found


def test_a_chart_has_a_role_a_name_and_a_description() -> None:
    drawing = svg(line_chart("c1", [Dot(date(2022, 11, 28), "114", 114)], TEXT))
    assert drawing.get("role") == "img"
    assert drawing.get("aria-labelledby") == "c1-title c1-text"
    assert [(node.get("id"), node.text) for node in drawing[:2]] == [
        ("c1-title", TEXT.title),
        ("c1-text", TEXT.description),
    ]


def test_a_plain_number_is_a_disc_and_an_approximate_one_a_ring() -> None:
    dots = [Dot(date(2022, 1, 1), "53", 53), Dot(date(2023, 1, 1), "about 60", 60, 54, 66, near=True)]
    discs = list(svg(line_chart("c", dots, TEXT)).iter("circle"))
    assert [disc.get("fill") for disc in discs] == ["currentColor", "none"]


@pytest.mark.parametrize(
    ("dot", "way"),
    [(Dot(date(2022, 1, 1), "over 70", 70, low=70), "v-13"), (Dot(date(2022, 1, 1), "up to 70", 70, high=70), "v13")],
    ids=["over", "up to"],
)
def test_a_bound_is_a_line_with_an_arrow_to_its_open_side(dot: Dot, way: str) -> None:
    (path,) = svg(line_chart("c", [dot], TEXT)).iter("path")
    assert way in str(path.get("d"))


def test_a_range_is_a_bar_between_its_ends() -> None:
    (path,) = svg(line_chart("c", [Dot(date(2022, 1, 1), "20 to 30", None, 20, 30)], TEXT)).iter("path")
    assert str(path.get("d")).count("h10") == 2


def test_points_are_joined_only_where_each_time_has_one() -> None:
    apart = [Dot(date(2022, 1, 1), "1", 1), Dot(date(2023, 1, 1), "2", 2)]
    assert len(list(svg(line_chart("c", apart, TEXT)).iter("path"))) == 1
    at_once = [Dot(date(2022, 1, 1), "1", 1), Dot(date(2022, 1, 1), "2", 2)]
    assert not list(svg(line_chart("c", at_once, TEXT)).iter("path"))


def test_sums_that_are_not_of_one_thing_are_not_joined() -> None:
    apart = [Dot(date(2022, 1, 1), "1", 1), Dot(date(2023, 1, 1), "2", 2)]
    assert not list(svg(line_chart("c", apart, TEXT, joined=False)).iter("path"))


@given(
    st.lists(
        st.tuples(st.dates(date(2020, 1, 1), date(2024, 12, 31)), st.integers(0, 60_000_000)), min_size=1, max_size=12
    )
)
def test_no_label_covers_another_or_a_point(amounts: list[tuple[date, int]]) -> None:
    dots = [Dot(day, f"{amount:,} EUR", amount) for day, amount in amounts]
    drawing = svg(line_chart("c", dots, TEXT, joined=False))
    labels = [_box(node) for node in drawing.iter("text") if str(node.text).endswith(" EUR")]
    ends = (node for node in drawing.iter("text") if node.get("text-anchor") == "end" and "EUR" not in str(node.text))
    axis = max(float(str(node.get("x"))) for node in ends)  # where its numbers end
    points = [(float(str(disc.get("cx"))), float(str(disc.get("cy")))) for disc in drawing.iter("circle")]
    assert labels
    for index, (left, right, line) in enumerate(labels):
        assert left >= axis
        assert right <= 480
        assert not [x for x, y in points if left < x < right and line - 11 < y < line + 3]
        assert not [o for o in labels[:index] if o[0] < right and left < o[1] and abs(o[2] - line) < 14]


def _box(node: etree._Element) -> tuple[float, float, float]:
    """The ends of a label, eight units a letter, and the height of its line."""
    x, width = float(str(node.get("x"))), 8 * len(str(node.text))
    left = {"start": x, "middle": x - width / 2, "end": x - width}[str(node.get("text-anchor"))]
    return left, left + width, float(str(node.get("y")))


def test_a_year_without_a_count_is_a_gap_and_zero_is_a_number() -> None:
    drawing = svg(bar_chart("b", [("2020", 3), ("2021", None), ("2022", 0)], TEXT))
    assert len([line for line in drawing.iter("line") if line.get("class") == "atlas-chart__gap"]) == 1
    assert len(list(drawing.iter("rect"))) == 2
    assert [node.text for node in drawing.iter("text")].count("0") == 2  # the axis and the bar


def test_nothing_to_draw_is_no_chart() -> None:
    assert line_chart("c", [], TEXT) == ""
    assert bar_chart("c", [("2020", None)], TEXT) == ""


@pytest.mark.parametrize("words", [HOSTILE, "逾70", "ملف", "a\u202eb\x00c"])
def test_words_in_a_chart_stay_words_for_every_markdown_parser(words: str) -> None:
    chart = line_chart(f"x{HOSTILE}", [Dot(date(2022, 1, 1), words, 7)], Text(words, words))
    assert "\n" not in chart
    for tree in trees(f"Before.\n\n{chart}\n\nAfter.\n"):
        assert [str(child.tag) for child in tree] == ["p", "figure", "p"]
        assert not tree.xpath("//script | //img | //a")
        assert len(tree.xpath("//svg")) == 1


@given(
    st.lists(
        st.builds(
            Dot,
            st.dates(date(1950, 1, 1), date(2100, 1, 1)),
            st.text(max_size=12),
            st.floats(0, 1e15, allow_nan=False) | st.integers(0, 10**12),
        ),
        min_size=1,
        max_size=30,
    )
)
def test_any_amounts_at_any_times_stand_inside_the_drawing(dots: list[Dot]) -> None:
    chart = line_chart("c", dots, TEXT)
    assert chart == line_chart("c", list(reversed(dots)), TEXT)
    for disc in svg(chart).iter("circle"):
        assert 0 <= float(str(disc.get("cx"))) <= 480
        assert 0 <= float(str(disc.get("cy"))) <= 220

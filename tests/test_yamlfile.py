"""YAML that people write is read as they meant it; whatever is wrong is a problem with a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.yamlfile import dotted, parse


@pytest.mark.parametrize(
    ("text", "value"),
    [("NO", "NO"), ("yes", "yes"), ("off", "off"), ("true", True), ("False", False), ("2024-05-21", "2024-05-21")],
)
def test_only_true_and_false_are_booleans_and_dates_stay_text(text: str, value: object) -> None:
    data, _, problems = parse(f"key: {text}", "a.yml")
    assert (data, problems) == ({"key": value}, [])


@pytest.mark.parametrize(
    "text",
    [
        "a: [",
        "a: {b: 1, b: 2}",
        "a: !!bool maybe",
        "a: !!timestamp soon",
        'a: !!int ""',
        "a: !!python/object:os.system x",
        "? [a]\n: b",
        "- *unknown",
        "<<: 3",
        "a: \x00",
    ],
)
def test_text_that_cannot_be_read_is_one_problem_with_a_line(text: str) -> None:
    data, _, problems = parse(text, "a.yml", first_line=10)
    assert data is None
    assert [(p.code, p.file) for p in problems] == [("yaml-syntax", "a.yml")]
    assert problems[0].line is not None
    assert problems[0].line >= 10


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    parse(text, "a.yml")


def test_lines_are_those_of_the_deepest_key_that_is_there() -> None:
    _, positions, _ = parse("a:\n  b:\n    - x\n    - y\n", "a.yml")
    assert positions.line(["a", "b", 1]) == 4
    assert positions.line(["a", "b", 7]) == 2
    assert positions.line(["a", "c"]) == 1


def test_paths_read_as_people_write_them() -> None:
    assert dotted(["themes", 3, "labels", "en"]) == "themes[3].labels.en"


def test_a_tab_is_told_as_one() -> None:
    (problem,) = parse("a:\n\tb: 1\n", "x.yml")[2]
    assert (problem.line, problem.example) == (2, "blanks in the place of the tab")

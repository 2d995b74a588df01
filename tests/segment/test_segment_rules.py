"""Each small rule reads its lines: dates, credits, datelines, years, kinds of lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import Line
from generator.segment.bullets import split_bullets
from generator.segment.columns import is_wrapped, paragraphs
from generator.segment.credits import read_credit
from generator.segment.dateline import read_dateline
from generator.segment.dates import find_dates
from generator.segment.rows import Kind, Row, classify
from generator.segment.year import infer_year
from generator.taxonomy import SourceNames

HERE = Path(__file__).parent
NO_SOURCES = SourceNames({})


def _data(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(("printed", "wanted"), _data("dates.yml").items())
def test_printed_dates_are_read(printed: str, wanted: list[str]) -> None:
    assert [date.edtf for date in find_dates(printed)] == wanted


@pytest.mark.parametrize(("line", "wanted"), _data("credits.yml").items())
def test_a_credit_line_gives_source_byline_and_date(line: str, wanted: list[str | None] | None) -> None:
    facts = read_credit(line, NO_SOURCES)
    assert (facts and [facts.source, facts.byline, facts.date and facts.date.edtf]) == wanted


@pytest.mark.parametrize(("text", "wanted"), _data("datelines.yml").items())
def test_a_dateline_gives_place_day_agency_and_reporter(text: str, wanted: list[str | None] | None) -> None:
    found = read_dateline(text)
    read = found and [found.place, found.date and found.date.edtf, found.agency, found.byline, text[found.end :]]
    assert read == wanted


@pytest.mark.parametrize(("day", "text", "name", "year"), _data("years.yml"))
def test_a_missing_year_is_worked_out_where_the_text_allows_it(
    day: str, text: str, name: str, year: int | None
) -> None:
    assert infer_year(find_dates(day)[0], text, name) == year


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in _data("lines.yml").items() for text in texts]
)
def test_a_line_is_what_it_looks_like(kind: str, text: str) -> None:
    assert classify(Line(text), NO_SOURCES).kind == kind


def _rows(*lines: str) -> list[Row]:
    return [
        Row(Line(line.removeprefix("|"), number, gap=line.startswith("|")), Kind.TEXT)
        for number, line in enumerate(lines, start=1)
    ]


def test_a_word_broken_at_a_column_edge_is_closed() -> None:
    rows = _rows("|They built an observa-", "|tory on the ridge.")
    assert paragraphs(rows, wrapped=False, printed=False) == ["They built an observatory on the ridge."]


def test_a_hyphen_that_belongs_to_the_word_is_kept() -> None:
    rows = _rows("|Sci-tech ties grow, and so do sci-", "|tech parks in a state-", "|owned forest.")
    assert paragraphs(rows, wrapped=False, printed=False) == [
        "Sci-tech ties grow, and so do sci-tech parks in a state-owned forest."
    ]


def test_a_sentence_broken_at_a_column_edge_goes_on() -> None:
    rows = _rows("|Fishermen and engineers from both", "|coasts came to the meeting.")
    assert paragraphs(rows, wrapped=False, printed=False) == [
        "Fishermen and engineers from both coasts came to the meeting."
    ]


def test_a_subhead_stays_a_paragraph() -> None:
    rows = _rows("|It ended well.", "|What comes next", "|Malta is a partner.")
    assert len(paragraphs(rows, wrapped=False, printed=True)) == 3


def test_hard_wrapped_lines_are_told_from_paragraphs() -> None:
    wrapped = _rows(
        "|Two harbours will share a tide gauge, the pilots",
        "of both said on Monday after a year of tests.",
        "It reports the level of the water each minute",
        "by radio, and its keepers take turns in the obser-",
        "vatory on the mole.",
    )
    assert is_wrapped(wrapped)
    assert len(paragraphs(wrapped, wrapped=True, printed=True)) == 1
    assert not is_wrapped(_rows("|One sentence.", "Another one.", "A third one.", "And the last."))


def test_digest_text_on_one_line_comes_apart_at_bullets_and_groups() -> None:
    text = "Core Viewpoint - It matters [1]. Group 1: Labs - One opened [1] - Two will [2] Group 2 - A third may [3]"
    assert split_bullets(text) == [
        "It matters [1].",
        "Group 1: Labs",
        "One opened [1]",
        "Two will [2]",
        "A third may [3]",
    ]


def test_a_dash_inside_a_sentence_is_no_bullet() -> None:
    assert split_bullets("The ship - a gift - sails [1].") == ["The ship - a gift - sails [1]."]


def test_a_source_is_known_by_any_of_its_names_in_any_spelling() -> None:
    names = SourceNames({"fjordwire": "fjord"})
    assert names.find("FJORD-Wire") == "fjord"
    assert names.find("Ｆｊｏｒｄ　Ｗｉｒｅ") == "fjord"
    assert names.find("Fjord") is None
    assert names.find(None) is None

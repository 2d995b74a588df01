"""Ids are readable, unique, stable, and safe in addresses and file names."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.segment.identity import article_id, slug


def test_an_id_is_date_title_and_hash() -> None:
    assert re.fullmatch(
        r"2024-05-21-sao-tome-opens-a-lab-[0-9a-f]{6}",
        article_id("a.txt", "São Tomé opens a lab!", 0, "2024-05-21", "x"),
    )


def test_an_id_survives_edits_of_the_body_and_a_better_guess_of_the_year() -> None:
    first = article_id("a.txt", "A title", 0, "2024-05-21?", "one body")
    assert first == article_id("a.txt", "A title", 0, "XXXX-05-21", "another body")
    assert first.startswith("xxxx-05-21-a-title-")


def test_equal_titles_of_one_document_and_of_two_documents_differ() -> None:
    ids = {article_id(name, "A title", n, None, "x") for name in ("a.txt", "b.txt") for n in (0, 1)}
    assert len(ids) == 4


def test_an_article_without_title_is_named_by_its_first_words() -> None:
    assert article_id("a.txt", None, 0, None, "The river rose again").startswith("undated-the-river-rose-again-")


def test_a_chinese_slug_keeps_its_characters_and_fits_a_file_name() -> None:
    assert slug("中国与乌拉圭") == "中国与乌拉圭"
    assert len(slug("中" * 200).encode()) <= 100


@given(st.text(), st.text(), st.one_of(st.none(), st.text(max_size=12)))
def test_an_id_holds_only_lower_case_letters_digits_and_hyphens(name: str, title: str, date: str | None) -> None:
    made = article_id(name, title, 0, date, "body")
    assert made == made.lower()
    assert all(character == "-" or character.isalnum() for character in made)
    assert not made.startswith("-")
    assert not made.endswith("-")
    assert len(made.encode("utf-8", "surrogatepass")) <= 160

"""Ids are readable, unique, stable, and safe in addresses and file names."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.identity import Head, article_ids, new_id, slug

BRIEF: Head = ("News in brief", "2024-05-21", "The river rose again.")
OTHER: Head = ("News in brief", "2024-05-21", "A laboratory opens.")
LATER: Head = ("News in brief", "2024-06-01", "A laboratory opens.")
ALONE: Head = ("A bridge", None, "It was opened.")


def one_id(title: str | None, date: str | None, body: str = "body", name: str = "a.txt") -> str:
    return article_ids(name, [(title, date, body)])[0]


def test_an_id_is_date_title_and_hash() -> None:
    assert re.fullmatch(r"2024-05-21-sao-tome-opens-a-lab-[0-9a-f]{6}", one_id("São Tomé opens a lab!", "2024-05-21"))


def test_an_id_survives_edits_of_the_body_and_a_better_guess_of_the_year() -> None:
    first = one_id("A title", "2024-05-21?", "one body")
    assert first == one_id("A title", "XXXX-05-21", "another body")
    assert first.startswith("xxxx-05-21-a-title-")


def test_equal_titles_of_one_document_and_of_two_documents_differ() -> None:
    ids = {id_ for name in ("a.txt", "b.txt") for id_ in article_ids(name, [BRIEF, OTHER, LATER])}
    assert len(ids) == 6


@given(st.permutations([BRIEF, OTHER, LATER, ALONE, (None, None, "It rains."), (None, None, "It snows.")]))
def test_ids_do_not_depend_on_the_order_of_the_items(heads: list[Head]) -> None:
    ids = dict(zip(heads, article_ids("a.txt", heads), strict=True))
    assert ids == dict(zip(sorted(heads, key=str), article_ids("a.txt", sorted(heads, key=str)), strict=True))


def test_an_id_that_twins_would_share_belongs_to_neither() -> None:
    """A decision about one of them cannot come to stand for the other."""
    assert one_id(*BRIEF) not in article_ids("a.txt", [BRIEF, OTHER])
    assert article_ids("a.txt", [BRIEF, LATER])[0] == one_id(*BRIEF)


def test_copies_have_different_ids_too() -> None:
    assert len(set(article_ids("a.txt", [ALONE, ALONE, ALONE]))) == 3


def test_a_new_id_is_not_taken() -> None:
    taken = article_ids("a.txt", [BRIEF])
    assert new_id("a.txt", ALONE, taken) == article_ids("a.txt", [ALONE])[0]
    assert new_id("a.txt", OTHER, taken) not in taken


def test_an_article_without_title_is_named_by_its_first_words() -> None:
    assert one_id(None, None, "The river rose again").startswith("undated-the-river-rose-again-")


def test_a_chinese_slug_keeps_its_characters_and_fits_a_file_name() -> None:
    assert slug("中国与乌拉圭") == "中国与乌拉圭"
    assert len(slug("中" * 200).encode()) <= 100


@given(st.text(), st.text(), st.one_of(st.none(), st.text(max_size=12)))
def test_an_id_holds_only_lower_case_letters_digits_and_hyphens(name: str, title: str, date: str | None) -> None:
    made = one_id(title, date, name=name)
    assert made == made.lower()
    assert all(character == "-" or character.isalnum() for character in made)
    assert not made.startswith("-")
    assert not made.endswith("-")
    assert len(made.encode("utf-8", "surrogatepass")) <= 160

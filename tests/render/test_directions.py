"""Titles that run from right to left or do not end: they keep their own direction, and leave room for the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.render.corpus import article, record
from tests.render.test_pages import pages_of, tree_of


def page_of(root: Path, title: str) -> str:
    return str(pages_of(tree_of([record(article("a", title=title))], root))["articles/a.md"].markdown)


def test_a_title_from_right_to_left_is_cited_in_its_own_direction(tmp_path: Path) -> None:
    """Else the date behind it would stand before it."""
    cited = page_of(tmp_path, "ثلاثة أقمار (2024)").split("## Cite and follow")[1]
    assert cited.count('“<span dir="auto">ثلاثة أقمار (2024)</span>”') == 2


@pytest.mark.parametrize(
    ("title", "small"), [("A " * 49 + "b", False), ("A " * 60 + "b", True), ("合" * 50, False), ("合" * 51, True)]
)
def test_a_long_title_is_set_smaller(tmp_path: Path, title: str, small: bool) -> None:
    """A Han character is as wide as two letters."""
    assert ('# <span class="atlas-long">' in page_of(tmp_path, title)) is small

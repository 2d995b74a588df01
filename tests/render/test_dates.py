"""Dates are printed as people write them in each language, with what is not known about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.render.voice import voice_of
from generator.settings import Project, Settings


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-05-21", "21 May 2024"),
        ("2024-05", "May 2024"),
        ("2024", "2024"),
        ("2022-11-28?", "28 November 2022 (year inferred)"),
        ("2022?", "2022 (year inferred)"),
        ("XXXX-11-28", "28 November (year unknown)"),
        ("XXXX-11", "November (year unknown)"),
        ("XXXX", "no date"),
        (None, "no date"),
        ("", "no date"),
        ("some day", "some day"),
    ],
)
def test_a_date_in_words(edtf: str | None, words: str) -> None:
    assert voice_of(Project(Path(), Settings()), "en").date(edtf) == words

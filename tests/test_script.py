"""Traditional characters are read as simplified ones, each in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.script import as_printed, folding, simplified


@given(st.text(st.characters() | st.sampled_from(sorted(map(chr, folding()))), max_size=40))
def test_the_reading_keeps_places_and_is_its_own_reading(text: str) -> None:
    reading = simplified(text)
    assert len(reading) == len(text)
    assert simplified(reading) == reading
    assert as_printed(reading, reading, text) == text or not text


@pytest.mark.parametrize(
    ("printed", "reading"),
    [
        ("中國與法國的聯合實驗室", "中国与法国的联合实验室"),
        ("頭髮，發展；皇后，以後", "头发，发展；皇后，以后"),  # several that are read as one
        ("乾旱，樹幹，干預", "干旱，树干，干预"),
        ("臺灣，檯燈，颱風，台州", "台湾，台灯，台风，台州"),
        ("著名，藉由，覆蓋", "著名，藉由，覆盖"),  # simplified texts have these too: they stay
        ("𫗴", "𫗴"),
        ("Beijing’s 10,000 “users”", "Beijing’s 10,000 “users”"),
    ],
)
def test_characters_are_read_as_their_simplified_forms(printed: str, reading: str) -> None:
    assert simplified(printed) == reading


@pytest.mark.parametrize(
    ("value", "told"),
    [("实验室", "實驗室"), ("法国", "法國"), ("航天", "航天"), (None, None), ("", "")],
)
def test_names_are_told_as_printed(value: str | None, told: str | None) -> None:
    """What stands nowhere in the print is told as it was read."""
    printed = "與法國共建聯合實驗室"
    assert as_printed(value, simplified(printed), printed) == told

"""Sentences are cut where a reader would cut them, in both languages."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.sentences import split_sentences

CASES = {
    name: text
    for case in yaml.safe_load(Path(__file__).with_name("sentences_cases.yml").read_text(encoding="utf-8"))
    for name, text in case.items()
}


@pytest.mark.parametrize("name", CASES)
def test_sentences_end_at_the_bars(name: str) -> None:
    """Every case of sentences_cases.yml is cut exactly at its bars."""
    text = CASES[name].replace("|", "")
    wanted = [piece.strip() for piece in CASES[name].split("|") if any(map(str.isalnum, piece))]
    assert [text[span.start : span.end] for span in split_sentences(text)] == wanted


@given(st.text(alphabet='aB.?! \n"”。；[1]-ü中国9', max_size=200))
def test_sentences_are_ordered_and_lose_no_word(text: str) -> None:
    """Spans follow one another without overlap, carry no blanks at their ends, and hold every letter and digit."""
    spans = split_sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    pieces = [text[span.start : span.end] for span in spans]
    assert all(piece == piece.strip() and piece for piece in pieces)
    assert [c for c in "".join(pieces) if c.isalnum()] == [c for c in text if c.isalnum()]


def test_a_long_text_without_stops_is_one_sentence() -> None:
    """Nothing is quadratic in a long unbroken text."""
    text = "word " * 100_000
    assert len(split_sentences(text)) == 1
    assert len(split_sentences("a." * 100_000)) == 1

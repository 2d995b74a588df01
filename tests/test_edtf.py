"""Dates are read strictly, and vaguer dates sort before exact ones."""

from __future__ import annotations

import pytest

from generator.edtf import Edtf


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-21", Edtf(2024, 5, 21)),
        ("2024-05", Edtf(2024, 5)),
        ("2024", Edtf(2024)),
        ("2022-11-28?", Edtf(2022, 11, 28, inferred=True)),
        ("XXXX-02-29", Edtf(0, 2, 29)),
    ],
)
def test_the_forms_that_the_atlas_writes_are_read(text: str, expected: Edtf) -> None:
    assert Edtf.parse(text) == expected


@pytest.mark.parametrize(
    "text", ["21 May 2024", "2024-13-01", "2023-02-29", "2024-5-1", "", "2024-05-21T10:00", "２０２４"]
)
def test_anything_else_is_refused_with_the_text_in_the_message(text: str) -> None:
    with pytest.raises(ValueError, match=r"has no|is no date") as caught:
        Edtf.parse(text)
    assert repr(text) in str(caught.value)


def test_vaguer_dates_sort_first() -> None:
    order = ["XXXX-11-28", "2024", "2024-05", "2024-05-21", "2024-05-22?"]
    assert sorted(["2024-05-21", "2024", "2024-05-22?", "XXXX-11-28", "2024-05"], key=Edtf.parse) == order

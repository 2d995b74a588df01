"""A printed brief says whose it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish.pdf import print_pdf

PRINTER = """#!/bin/sh
for one in "$@"; do case $one in --print-to-pdf=*) cp {pdf} "${{one#--print-to-pdf=}}";; esac; done
"""


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (
            b"<</Creator (Some/5.0 \\(a; b\\) Browser)\n/Producer (x)>>",
            b"<</Creator (Cooperation Atlas)        \n/Producer (x)>>",
        ),
        (b"<</Creator (short)>>", b"<</Creator (short)>>"),
        (b"<</Producer (x)>>", b"<</Producer (x)>>"),
    ],
)
def test_our_name_is_the_creator_and_no_byte_moves(made: bytes, expected: bytes, tmp_path: Path) -> None:
    browser, pdf, out = tmp_path / "browser", tmp_path / "made.pdf", tmp_path / "out.pdf"
    pdf.write_bytes(made)
    browser.write_text(PRINTER.format(pdf=pdf), encoding="utf-8")
    browser.chmod(0o755)
    print_pdf("<p>x", out, str(browser))
    assert out.read_bytes() == expected
    assert len(expected) == len(made)

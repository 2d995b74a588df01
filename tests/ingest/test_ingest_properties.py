"""What holds for any bytes and any text."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.ingest import ingest_file
from generator.ingest.repair import repair, unify_breaks
from generator.ingest.spaces import BETWEEN, mend_blanks
from generator.settings import Limits

TEXT = st.text(st.characters(codec="utf-8"), max_size=200)
#: Texts made of what the rules look for.
HARD = st.lists(
    st.sampled_from(
        ["â€", "\x9d", "œ", "™", "Ã©", "\u00ad", "\u200b", "\u200d", "\xa0", "?", "a", "中", "。", " ", "\n", "**"]
    ),
    max_size=30,
).map("".join)
MARKUP = st.lists(
    st.sampled_from(
        ["---\n", "title: x\n", "<p>", "</", "<table><tr><td>", "<!--", "&#0;", "**", "[x](", "|", "&a ", "*a", "中"]
    ),
    max_size=30,
).map("".join)


def _ingest(data: bytes, suffix: str) -> tuple[object, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(data)
        document, problems = ingest_file(path, "a", Limits(), "a")
        assert (document is None) <= bool(problems)
        if document is not None:
            assert document.lines
            cells = [cell for line in document.lines for cell in line.text.split(BETWEEN)]
            assert all(cell and cell == " ".join(cell.split()) for cell in cells)
            assert all(0 <= line.level <= 6 for line in document.lines)
        return document, problems


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300), st.sampled_from([".txt", ".md", ".html"]))
def test_no_bytes_raise(data: bytes, suffix: str) -> None:
    """Any bytes become a document or problems, and the same ones each time."""
    assert _ingest(data, suffix) == _ingest(data, suffix)


@settings(deadline=None, max_examples=60)
@given(MARKUP | HARD, st.sampled_from([".txt", ".md", ".html"]))
def test_no_markup_raises(text: str, suffix: str) -> None:
    """Broken mark-up and front matter become a document or problems."""
    _ingest(text.encode(), suffix)


@settings(deadline=None)
@given(TEXT | HARD)
@example("â€")
@example("\x85\u2028\u2029\v\f")
def test_repair_is_done_after_once(text: str) -> None:
    """Repairing what is repaired changes nothing, and the number of lines stays."""
    once, _ = repair(unify_breaks(text))
    assert repair(once) == (once, ())
    assert once.count("\n") == unify_breaks(text).count("\n")


@settings(deadline=None)
@given(st.text(st.sampled_from("abc XYZ 中国合作，。！“”（）《》—…123\n"), max_size=200))
def test_clean_text_is_left_alone(text: str) -> None:
    """Text without damage comes out as it went in."""
    assert repair(text) == (text, ())


@given(st.lists(st.text(st.sampled_from("ab ?.,:(A中"), max_size=30), max_size=5))
def test_mending_blanks_only_touches_question_marks(lines: list[str]) -> None:
    """Nothing but blanks and question marks is ever changed."""
    for before, after in zip(lines, mend_blanks(lines), strict=True):
        assert before.replace("?", "").replace(" ", "") == after.replace("?", "").replace(" ", "")


def test_plain_text_does_not_pay_for_html() -> None:
    """Importing the stage does not import trafilatura."""
    code = "import sys, generator.ingest; sys.exit('trafilatura' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

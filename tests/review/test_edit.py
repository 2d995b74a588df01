"""Entries go into an editor's file, and everything else in it stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.review import extended, settled, signed

CASES = yaml.safe_load(Path(__file__).with_name("edits.yml").read_text(encoding="utf-8"))
NEW = '  # Asked.\n  - decide: partner:RS   # accept, reject, or correct\n    was: {code: "RS"}\n'
ANSWER = signed(
    '  - accept: partner:RS   # accept, reject, or correct\n    was: {code: "RS"}\n', "Ana", "2026-11-21", "Yes."
)


@pytest.mark.parametrize("case", CASES["extended"], ids=lambda case: case["name"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_entries_are_added_at_the_end_of_the_decisions(case: dict[str, str], end: str) -> None:
    """All lines of the file stay, in their order and with their ends; the new ones stand together."""
    made = extended(case["text"].replace("\n", end), [NEW])
    wanted = case.get("wanted")
    assert made == (None if wanted is None else wanted.replace("\n", end))


@pytest.mark.parametrize("case", CASES["settled"], ids=lambda case: case["name"])
def test_an_answer_takes_the_place_of_its_open_entry(case: dict[str, str]) -> None:
    assert settled(case["text"], "partner:RS", ANSWER) == case.get("wanted")


@given(st.text(max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    """Whatever stands in a file, either it is extended as meant, or nothing is done."""
    made = extended(text, [NEW])
    assert made is None or yaml.safe_load(made)["decisions"][-1] == {"decide": "partner:RS", "was": {"code": "RS"}}
    settled(text, "partner:RS", ANSWER)


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), max_size=3), st.integers(0, 6), st.booleans())
def test_what_was_decided_stays(pairs: list[tuple[str, str]], indent: int, more: bool) -> None:
    """Files of any indentation and quoting hold the same decisions as before, then the new one."""
    blanks = " " * indent
    entries = [{"add": "person", "new": {"name": one}, "why": two} for one, two in pairs]
    listed = yaml.safe_dump(entries, allow_unicode=True) if entries else ""
    text = "article: a\ndecisions:\n" + "".join(f"{blanks}{line}\n" for line in listed.split("\n") if line)
    text += "state: draft\n" if more else ""
    before = yaml.safe_load(text)
    made = extended(text, [NEW, NEW])
    if made is not None:
        after = yaml.safe_load(made)
        assert after.pop("decisions")[: len(entries)] == (before.pop("decisions") or [])
        assert after == before

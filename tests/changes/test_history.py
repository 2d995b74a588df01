"""The notes of what was published: one after the other they give the last state, and a broken one harms no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.changes import Note, load_history, next_note, state_after


def test_notes_applied_in_order_give_the_last_state() -> None:
    first = next_note([], {"a": {"x": 1}}, "2026-01-01")
    assert first is not None
    second = next_note([first], {"a": {"x": 2}, "b": {}}, "2026-02-01")
    assert second is not None
    assert second.patch == {"a": {"x": 2}, "b": {}}
    assert state_after([first, second]) == {"a": {"x": 2}, "b": {}}


def test_nothing_is_noted_where_nothing_changed() -> None:
    assert next_note([Note("2026-01-01", {"a": {"x": 1}})], {"a": {"x": 1}}, "2026-02-01") is None


def test_a_second_note_of_a_day_takes_the_place_of_the_first() -> None:
    notes = [Note("2026-01-01", {"a": 1}), Note("2026-02-01", {"a": 2})]
    assert next_note(notes, {"a": 3}, "2026-02-01") == Note("2026-02-01", {"a": 3})
    assert next_note(notes, {"a": 1}, "2026-02-01") == Note("2026-02-01", {})


def test_a_note_before_the_last_is_refused() -> None:
    with pytest.raises(ValueError, match="2026-02-01"):
        next_note([Note("2026-02-01", {"a": 2})], {"a": 3}, "2026-01-01")


def test_a_broken_note_is_a_problem_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "2026-01-01.json").write_text('{"a": 1}')
    (tmp_path / "2026-01-02.json").write_text("{")
    (tmp_path / "2026-01-03.json").write_text("[]")
    (tmp_path / "winter.json").write_text("{}")
    (tmp_path / "2026-01-04.json").write_bytes(b"\xff")
    (tmp_path / "2026-01-05.json").write_text("[" * 100_000)
    notes, problems = load_history(tmp_path, "content/history")
    assert notes == [Note("2026-01-01", {"a": 1})]
    assert [problem.file for problem in problems] == [
        f"content/history/{name}.json" for name in ("2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05", "winter")
    ]


def test_what_is_written_can_be_read_again(tmp_path: Path) -> None:
    note = next_note([], {"articles": {"ä": {"title": "湖"}}}, "2026-01-01")
    assert note is not None
    (tmp_path / "2026-01-01.json").write_text(json.dumps(note.patch, ensure_ascii=False), encoding="utf-8")
    assert load_history(tmp_path, "history") == ([note], [])

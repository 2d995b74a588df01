"""The history of what was published: `content/history/`, a merge patch for each time that an editor noted it.

Applied one after the other, from nothing, the patches give what was published last; so nothing is kept twice, and each
file alone says what was new then.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..problems import Problem, error
from .patch import Json, JsonObject, apply, difference

_EXAMPLE = "a file that `atlas note` wrote, such as content/history/2026-11-22.json"


@dataclass(frozen=True, slots=True)
class Note:
    """What changed up to a day, against the note before it."""

    on: str  # ISO 8601 date
    patch: JsonObject


def load_history(folder: Path, shown: str) -> tuple[list[Note], list[Problem]]:
    """The notes in `folder`, oldest first; a file that is no note is a problem, and the others go on."""
    notes, problems = [], []
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        try:
            patch = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError) as fault:
            problems.append(_broken(f"{shown}/{path.name}", f"it cannot be read: {fault}"))
            continue
        if not isinstance(patch, dict) or not _is_day(path.stem):
            problems.append(_broken(f"{shown}/{path.name}", "it is no JSON object under the name of a day"))
            continue
        notes.append(Note(path.stem, patch))
    return notes, problems


def state_after(notes: Iterable[Note]) -> dict[str, Json]:
    """The snapshot that the notes come to; the empty one without any."""
    state: dict[str, Json] = {}
    for note in notes:
        state = apply(state, note.patch)
    return state


def next_note(notes: list[Note], now: JsonObject, on: str) -> Note | None:
    """The note of `now`, to stand last; it takes the place of one of the same day. None where nothing changed since.

    Raises ValueError if a note of a later day exists: its patch stands on what was published before it.
    """
    if notes and notes[-1].on > on:
        raise ValueError(f"there is a later note, of {notes[-1].on}")
    if not difference(state_after(notes), now):
        return None
    return Note(on, difference(state_after(note for note in notes if note.on < on), now))


def _is_day(name: str) -> bool:
    try:
        return date.fromisoformat(name).isoformat() == name
    except ValueError:
        return False


def _broken(file: str, why: str) -> Problem:
    return error("history", f"{why}.", file=file, example=_EXAMPLE)

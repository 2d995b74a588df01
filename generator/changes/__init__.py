"""What changed between two states of an atlas: snapshots of its facts, the patch between two, and what it means."""

from .describe import Change, Kind, describe
from .history import Note, load_history, next_note, state_after
from .patch import Json, JsonObject, apply, difference
from .snapshot import snapshot

__all__ = [
    "Change",
    "Json",
    "JsonObject",
    "Kind",
    "Note",
    "apply",
    "describe",
    "difference",
    "load_history",
    "next_note",
    "snapshot",
    "state_after",
]

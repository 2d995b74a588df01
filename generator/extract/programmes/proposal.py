"""What the patterns of both languages hand on, and the word lists that they read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that its own wording shows to be one of a programme: `text[start:end]`."""

    start: int
    end: int
    strength: float  # 0..1
    short: str | None = None  # the short form that the text introduces in brackets after it


@cache
def words() -> dict[str, Any]:
    """The lists in words.yml."""
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("words.yml").read_text(encoding="utf-8"))
    return data

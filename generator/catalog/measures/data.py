"""The word lists beside this file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def words_of(file: str) -> dict[str, Any]:
    """The content of one of the YAML files beside this module."""
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name(file).read_text(encoding="utf-8"))
    return data

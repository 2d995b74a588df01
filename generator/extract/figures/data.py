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


def any_of(words: list[str] | dict[str, Any]) -> str:
    """The words as alternatives of a regular expression, the longest first; a blank matches any white space."""
    return "|".join(word.replace(" ", r"\s+") for word in sorted(words, key=len, reverse=True))

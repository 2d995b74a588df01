"""What other programs call the fields of front matter, and how they write them (frontmatter.yml)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import yaml

_NAMES: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "frontmatter.yml").read_text(encoding="utf-8"))
_TIMED = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d?:\d\d.*")
_PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}\??")
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_LONGEST = 60  # characters of a date
_WIKI_LINK = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]]+)\]\]")
_ADDRESS = re.compile(r"https?://\S+")


def field_of(key: str) -> str | None:
    """The field of ours that another program calls `key`; None for a key that says something else."""
    return _FIELD_OF.get(_folded(key))


def in_our_words(data: Mapping[Any, Any], fields: Collection[str]) -> tuple[dict[Any, Any], str | None, set[str]]:
    """Front matter under our own names, a date that is no EDTF, and the keys that were another name of a field.

    What stands under our own name comes first; an address under a name of the source is the article's address.
    """
    own = {key: value for key, value in data.items() if key in fields}
    understood: set[str] = set()
    for key, value in data.items():
        field = None if key in own else field_of(str(key))
        text = _text(value)
        if field is not None and text and (field != "date" or _YEAR.search(text)):
            understood.add(key)
            own.setdefault(field, text)
    if isinstance(own.get("source"), str) and _ADDRESS.fullmatch(own["source"].strip()):
        own.setdefault("url", own.pop("source"))
        named = (_text(data[key]) for key in understood if field_of(key) == "source")
        own |= next(({"source": name} for name in named if not _ADDRESS.fullmatch(name)), {})
    for key in ("author", "byline"):
        if isinstance(own.get(key), (list, str)) and (names := _text(own[key])):
            own[key] = names
    date = own.get("date")
    timed = _TIMED.fullmatch(date.strip()) if isinstance(date, str) else None
    if timed:
        own["date"] = timed[1]
    elif isinstance(date, str) and len(date) <= _LONGEST and _YEAR.search(date) and not _PLAIN.fullmatch(date.strip()):
        return {key: value for key, value in own.items() if key != "date"}, date.strip(), understood
    return own, None, understood


def _text(value: Any) -> str:
    """A value as text: the names of a list or of things that have names, links without their marks."""
    if isinstance(value, list):
        return ", ".join(text for item in value if (text := _text(item)))
    if isinstance(value, dict):
        return _text(value.get("name"))
    return _WIKI_LINK.sub(r"\1", str(value)).strip() if isinstance(value, (str, int)) and value is not True else ""


def _folded(key: str) -> str:
    return re.sub(r"[\s_-]", "", unicodedata.normalize("NFKC", key).casefold())


_FIELD_OF = {_folded(name): field for field, names in _NAMES.items() for name in (field, *names)}

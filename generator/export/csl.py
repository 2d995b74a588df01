"""References as CSL-JSON (schema 1.0), for Zotero, Pandoc and every citation processor."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..plaintext import clean
from .reference import Author, Reference


def csl_json(references: Iterable[Reference]) -> str:
    """The references as a JSON array."""
    items = [_item(reference) for reference in references]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _item(reference: Reference) -> dict[str, Any]:
    fields = {
        "id": reference.key,
        "type": reference.kind.value,
        "title": clean(reference.title),
        "author": [_name(author) for author in reference.authors],
        "container-title": clean(reference.outlet),
        "issued": _issued(reference),
        "language": clean(reference.language),
        "URL": clean(reference.url),
        "accessed": {"date-parts": [_parts(reference.accessed)]} if reference.accessed else None,
        "keyword": ", ".join(clean(word).replace(",", "") for word in reference.keywords),
        "note": clean(reference.note),
    }
    return {name: value for name, value in fields.items() if value}


def _name(author: Author) -> dict[str, str]:
    if author.family:
        return {"family": clean(author.family), "given": clean(author.given)}
    return {"literal": clean(author.name)}


def _issued(reference: Reference) -> dict[str, Any] | None:
    """The date; an inferred one is marked as `circa`, one without a year is told in words."""
    if reference.day():
        mark = {"circa": True} if reference.date is not None and reference.date.inferred else {}
        return {"date-parts": [_parts(reference.day())], **mark}
    return {"literal": clean(reference.date_words)} if reference.date_words else None


def _parts(day: str) -> list[int]:
    return [int(part) for part in day.split("-")]

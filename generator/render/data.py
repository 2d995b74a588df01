"""The data files: facts about the articles for other programs, and the schema of the wire format."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from ..changes import snapshot
from ..exchange import json_schema
from ..model import Record
from .desk import Desk


def data_files(desk: Desk) -> dict[str, bytes]:
    """The data files by path. They hold facts only, never a word of an article's body."""
    return {
        "data/articles.json": as_json([_facts(record) for record in desk.atlas.records]),
        "data/facts.json": as_json(snapshot(desk.atlas)),  # what `atlas diff` compares
        "data/record.schema.json": as_json(json_schema()),
    }


def _facts(record: Record) -> dict[str, Any]:
    article, findings, filed = record.article, record.findings, record.filed
    return {
        "id": article.id,
        "title": article.title,
        "date": article.date,
        "date_basis": article.date_basis.value if article.date_basis is not None else None,
        "source": article.source,
        "source_id": article.source_id,
        "digest_of": article.digest_of.outlet if article.digest_of is not None else None,
        "language": findings.language,
        "filed": filed,
        "partners": [place.code for place in findings.partners] if filed else [],
        "groups": [tag.id for tag in findings.groups] if filed else [],
        "themes": [tag.id for tag in findings.themes] if filed else [],
        "url": article.url,
        "path": f"articles/{quote(article.id)}/",
    }


def as_json(data: object) -> bytes:
    """JSON for people and programs; what cannot be encoded (a lone surrogate) is written as its escape."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")

"""The facts of an atlas at one moment, as one JSON object: what two moments are compared by.

It holds facts only, no sentence of a source, and no score: a score moves with every release of the rules, and says
nothing about the world. What is not known is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..catalog import Atlas
from ..catalog.contradictions import Comparison, Verdict
from ..catalog.measures import Statement
from ..exchange import to_json
from ..model import Record
from .patch import Json

VERSION = 1

#: What is told of an article itself, and of each kind of finding: keys of the wire format.
_ARTICLE = ("title", "date", "source", "source_id", "byline", "language", "url", "relevant")
_FINDINGS: dict[str, tuple[str, ...]] = {
    "figures": ("value", "min", "max", "unit", "what", "qualifier", "as_of", "indicator", "scope"),
    "people": ("name", "role", "country"),
    "programmes": ("name", "id"),
    "agreements": ("parties", "kind", "date"),
    "events": ("place", "date"),
}


def snapshot(atlas: Atlas) -> dict[str, Json]:
    """The facts of every article of `atlas` by its id; each finding by the id that is stable inside the article."""
    return {
        "version": VERSION,
        "articles": {record.article.id: _facts(record) for record in sorted(atlas.records, key=lambda r: r.article.id)},
        "contradictions": dict(sorted(_conflict(one) for one in atlas.comparisons if one.verdict is Verdict.CONFLICT)),
    }


def _conflict(comparison: Comparison) -> tuple[str, dict[str, Json]]:
    """A contradiction by its id, which is made of those of its two figures."""
    figures = sorted((comparison.first.best, comparison.second.best), key=lambda statement: statement.order)
    id_ = " ~ ".join(f"{article}/{figure}" for article, figure in (statement.order for statement in figures))
    return id_, {"rule": comparison.rule, "figures": [_stated(statement) for statement in figures]}


def _stated(statement: Statement) -> dict[str, Json]:
    article, figure = statement.order
    return {"article": article, "figure": figure}


def _facts(record: Record) -> dict[str, Json]:
    wire: Mapping[str, Any] = to_json(record)
    facts: dict[str, Json] = _known(wire, _ARTICLE)
    if record.filed:
        facts["partners"] = {place["code"]: {} for place in wire["partners"]}
        facts["groups"] = {tag["id"]: {} for tag in wire["groups"]}
        facts["themes"] = {tag["id"]: {} for tag in wire["themes"]}
        for kind, keys in _FINDINGS.items():
            facts[kind] = {_id(kind, found): _known(found, keys) for found in wire[kind]}
    return facts


def _id(kind: str, found: Mapping[str, Any]) -> str:
    """The finding's id: the wire format keeps `id` of a programme for its place in the register."""
    return str(found["finding" if kind == "programmes" else "id"])


def _known(data: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Json]:
    return {key: data[key] for key in keys if data[key] is not None}

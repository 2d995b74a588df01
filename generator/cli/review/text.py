"""An item of the queue in words for the terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable

from ...plaintext import clean
from ...render.rights import paragraph_of
from ...review import Item
from ...review.item import NOTED


def where(item: Item) -> str:
    """`content/curation/a.yml:12`, or that the file is to be made."""
    return f"{item.file}:{item.line}" if item.line is not None else f"{item.file} (new)" if item.about else item.file


def lines(rank: int, item: Item) -> Iterable[str]:
    """An item as the terminal shows it: controls in a source's words do nothing there."""
    yield f"{rank}. {item.reason.heading} ({item.reason.code}, urgency {item.urgency:.0f})"
    yield from about(item)
    yield f"   Decide in {where(item)}"
    yield f"     # {item.reason.advice}"
    yield from (f"   {line}" for line in item.snippet.rstrip("\n").split("\n") if line)
    yield ""


def about(item: Item) -> Iterable[str]:
    """What an item is about, why it is asked, and the evidence."""
    if item.record is not None:
        article = item.record.article
        yield f"   {clean(article.title or '(no title)')}"
        yield f"   Article {article.id}, item {article.item} of content/articles/{clean(article.doc)}"
    yield f"   {clean(item.why)}"
    if item.reason.code in NOTED:
        yield f"   {clean(item.note)}"
    for piece in item.evidence[:2]:
        yield f"   “{clean(piece.exact)}” ({_place(item, piece.field)})"


def _place(item: Item, field: str) -> str:
    number = paragraph_of(item.evidence[0], item.record.article.body) if item.record and field == "body" else None
    return f"paragraph {number}" if number else "title"


def as_json(rank: int, item: Item) -> dict[str, object]:
    """An item for programs."""
    article = item.record.article if item.record is not None else None
    return {
        "rank": rank,
        "kind": item.reason.code,
        "urgency": round(item.urgency, 1),
        "why": item.why,
        "note": item.note,
        "article": article.id if article else None,
        "title": article.title if article else None,
        "document": f"content/articles/{article.doc}" if article else None,
        "item": article.item if article else None,
        "about": item.about or None,
        "evidence": [
            {
                "field": piece.field,
                "exact": piece.exact,
                "start": piece.start,
                "end": piece.end,
                "paragraph": paragraph_of(piece, article.body) if article else None,
            }
            for piece in item.evidence
        ],
        "file": item.file,
        "line": item.line,
        "snippet": item.snippet,
    }

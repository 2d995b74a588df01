"""Where the page of an article shows a finding: every finding has a place of its own to link to."""

from __future__ import annotations

import hashlib

from ..model import Agreement, Event, Figure, Person, Place, Programme, Quote, Tag

Finding = Place | Tag | Figure | Person | Programme | Agreement | Event | Quote


def anchor_of(finding: Finding) -> str:
    """The id of the finding's row on the page of its article: `figure-3f2a910c44`; ASCII, whatever its own id holds."""
    return f"{type(finding).__name__.lower()}-{_digest(finding.id)}"


def anchor_of_article(id_: str) -> str:
    """The id of an article's place in a list of articles."""
    return f"article-{_digest(id_)}"


def anchor_of_paragraph(number: int) -> str:
    """The id of a paragraph in the text of an article, from 1."""
    return f"p{number}"


def _digest(id_: str) -> str:
    return hashlib.sha256(id_.encode("utf-8", "surrogatepass")).hexdigest()[:10]

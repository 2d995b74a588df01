"""What records can be counted by. An axis gives the keys of a record; a record counts once for each of them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable

from ..model import Record
from ..taxonomy import Taxonomy
from .order import year_of

Axis = Callable[[Record], Iterable[str]]

NOT_STATED = "not-stated"

#: What people write where an article does not say who published it.
NOBODY = frozenset({"", "not stated", "unknown"})

_TAKEN = {NOT_STATED, "index"}  # pages of our own among those of the sources
_LONGEST_SLUG = 60  # characters; four bytes each still make a file name


def countries(record: Record) -> Iterable[str]:
    """The partners' codes."""
    return dict.fromkeys(place.code for place in record.findings.partners)


def themes(record: Record) -> Iterable[str]:
    """The ids of the themes."""
    return dict.fromkeys(tag.id for tag in record.findings.themes)


def groups(record: Record) -> Iterable[str]:
    """The ids of the groups."""
    return dict.fromkeys(tag.id for tag in record.findings.groups)


def years(record: Record) -> Iterable[str]:
    """The one year it counts for."""
    return (year_of(record),)


def languages(record: Record) -> Iterable[str]:
    """The one language of its body."""
    return (record.findings.language,)


def sources(taxonomy: Taxonomy) -> Axis:
    """The one source of a record: an id of sources.yml, else a slug of the printed name, else `NOT_STATED`."""

    def axis(record: Record) -> Iterable[str]:
        article = record.article
        if article.source_id is not None:
            return (article.source_id,)
        return (unlisted(article.source, taxonomy),)

    return axis


def unlisted(name: str | None, taxonomy: Taxonomy) -> str:
    """The key of a source that sources.yml does not have, from its printed name; `NOT_STATED` without one."""
    if not (name or "").strip():
        return NOT_STATED
    slug = slug_of(name or "")
    # A name that only looks like a listed source must not borrow its identity, nor its rights.
    return f"{slug}-unlisted" if slug in taxonomy.sources or slug in _TAKEN else slug


def slug_of(name: str) -> str:
    """A name as part of an address: letters and digits of any script, joined by hyphens, never empty."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    slug = re.sub(r"[\W_]+", "-", folded).strip("-")
    if slug and len(slug) <= _LONGEST_SLUG:
        return slug
    digest = hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{slug[:_LONGEST_SLUG].strip('-') or 'source'}-{digest}"

"""Who says what an article says, and how many different ones say it.

An article's *voice* is its source: for one of our own digests, the outlet that it retells; for a reprint, the source of
the original. Articles of one voice are one independent source. All articles without a stated source count as one, since
nothing shows that they are several.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Record
from ..taxonomy import SourceNames, Taxonomy, compile_sources
from . import axes
from .duplicates import Duplicates


def voices_of(records: Iterable[Record], taxonomy: Taxonomy, duplicates: Duplicates) -> dict[str, str]:
    """The voice of each article, by its id: an id of sources.yml, else a slug of the name, else `axes.NOT_STATED`."""
    names = compile_sources(taxonomy)
    own = {record.article.id: _own_voice(record, names, taxonomy) for record in records}
    return {id_: _of_cluster(duplicates.clusters.get(id_, (id_,)), own) for id_ in own}


def _own_voice(record: Record, names: SourceNames, taxonomy: Taxonomy) -> str:
    article = record.article
    if article.digest_of is None:
        return article.source_id or axes.unlisted(article.source, taxonomy)
    outlet = article.digest_of.outlet
    if outlet.strip().casefold() in axes.NOBODY:
        return axes.NOT_STATED
    return names.find(outlet) or axes.unlisted(outlet, taxonomy)


def _of_cluster(members: tuple[str, ...], own: dict[str, str]) -> str:
    """The voice of the original, or of the first copy that states one."""
    stated = (own[member] for member in members if own.get(member, axes.NOT_STATED) != axes.NOT_STATED)
    return next(stated, axes.NOT_STATED)

"""Who says what an article says, and how many different ones say it.

An article's *voice* is its source: for one of our own digests, the outlet that it retells; for a reprint, the source of
the original. Articles of one voice are one source. What states no source is nobody's voice, and neither is a digest of
ours that names no outlet: they are counted as articles and not as sources.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..model import Record
from ..taxonomy import SourceNames, Taxonomy, compile_sources
from . import axes
from .duplicates import Duplicates

#: The kind of our own digests in sources.yml.
OWN = "own"


def of_one_state(voices: Iterable[str], taxonomy: Taxonomy) -> tuple[str, int] | None:
    """The country whose state speaks through most of the sources, and how many these are; None for fewer than two."""
    known = (taxonomy.sources.get(voice) for voice in set(voices))
    states = Counter(one.country for one in known if one is not None and one.of_state and one.country)
    most = min(states.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
    return most if most[1] > 1 else None


def voices_of(records: Iterable[Record], taxonomy: Taxonomy, duplicates: Duplicates) -> dict[str, str]:
    """The voice of each article, by its id: an id of sources.yml, else a slug of the name, else `axes.NOT_STATED`."""
    names = compile_sources(taxonomy)
    own = {record.article.id: _own_voice(record, names, taxonomy) for record in records}
    return {id_: _of_cluster(duplicates.clusters.get(id_, (id_,)), own) for id_ in own}


def _own_voice(record: Record, names: SourceNames, taxonomy: Taxonomy) -> str:
    article = record.article
    if article.digest_of is None:
        listed = taxonomy.sources.get(article.source_id or "")
        own = listed is not None and listed.kind == OWN
        return axes.NOT_STATED if own else article.source_id or axes.unlisted(article.source, taxonomy)
    outlet = article.digest_of.outlet
    if outlet.strip().casefold() in axes.NOBODY:
        return axes.NOT_STATED
    return names.find(outlet) or axes.unlisted(outlet, taxonomy)


def _of_cluster(members: tuple[str, ...], own: dict[str, str]) -> str:
    """The voice of the original, or of the first copy that states one."""
    stated = (own[member] for member in members if own.get(member, axes.NOT_STATED) != axes.NOT_STATED)
    return next(stated, axes.NOT_STATED)

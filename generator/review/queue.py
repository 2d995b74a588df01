"""The queue: every open question of a corpus, worst first, each with the file and line for its answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..catalog import Atlas
from ..curate import Curation, file_name
from ..problems import Problem
from . import corpus
from .article import items_of
from .item import Item


def queue(atlas: Atlas, curation: Curation, problems: Iterable[Problem]) -> list[Item]:
    """What nobody has decided yet; of several questions about one finding only the worst, since one answer settles all.

    `problems` are those of the run that read the atlas.
    """
    asked: dict[tuple[str, ...], Item] = {}
    for item in sorted(_all(atlas, problems), key=lambda item: item.order):
        id_ = item.record.article.id if item.record is not None and item.about else ""
        key = (id_, item.about) if id_ else (item.reason.code, item.file, str(item.line), item.snippet)
        asked.setdefault(key, _placed(item, curation))
    return list(asked.values())


def _all(atlas: Atlas, problems: Iterable[Problem]) -> Iterator[Item]:
    yield from corpus.stale(atlas.records, problems)
    yield from corpus.conflicts(atlas)
    yield from corpus.doubles(atlas)
    yield from corpus.sources(atlas)
    for record in atlas.records:
        yield from items_of(record)


def _placed(item: Item, curation: Curation) -> Item:
    """The item with the file of its article's decisions, and the line where its answer goes if the file is there."""
    if item.file or item.record is None:
        return item
    id_ = item.record.article.id
    if id_ not in curation.files:
        faulty = curation.faulty.get(id_)
        return replace(item, file=faulty or f"content/curation/{file_name(item.record)}", line=1 if faulty else None)
    last = max((ruling.at.line for ruling in curation.articles.get(id_, ())), default=1)
    return replace(item, file=curation.files[id_], line=curation.waiting.get(id_, {}).get(item.about, last))

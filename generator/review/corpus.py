"""What to ask about several articles together, and about decisions that found nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..catalog import Atlas
from ..catalog.contradictions import Comparison, Verdict
from ..catalog.doubles import twins
from ..catalog.measures import Statement
from ..catalog.unknown import unknown_sources
from ..curate import snippet
from ..model import SAME, Action, Record
from ..problems import Problem
from .item import Item, Value
from .reasons import REASONS

#: Where entries of sources belong.
SOURCES = "content/taxonomy/sources.yml"


def conflicts(atlas: Atlas) -> Iterator[Item]:
    """For each figure that contradicts another one, a question about it; one that an editor has decided is settled."""
    seen: set[tuple[str, str]] = set()
    for comparison in atlas.comparisons:
        if comparison.verdict is not Verdict.CONFLICT:
            continue
        first, second = comparison.first.best, comparison.second.best
        for one, other in ((first, second), (second, first)):
            if one.order not in seen and not _decided(one.record, one.figure.id):
                seen.add(one.order)
                yield _conflict(comparison, one, other)


def _conflict(comparison: Comparison, one: Statement, other: Statement) -> Item:
    values: dict[str, Value] = {
        "amount": one.figure,
        "other": other.figure,
        "article": other.record,
        "rule": comparison.rule,
    }
    ready = snippet(one.record, one.figure.id)
    item = _item("conflict", one.record, one.figure.id, ready, values)
    return replace(item, evidence=one.figure.evidence)


def doubles(atlas: Atlas) -> Iterator[Item]:
    """Articles that may be one, in one language or two, unless they are known to be, or known not to be."""
    by_id = {record.article.id: record for record in atlas.records}
    for first, second in twins(atlas.records):
        same = second.article.id in atlas.duplicates.others(first.article.id)
        if not same:
            yield from _pair("possible-duplicate", first, second, {})
    for pair in atlas.duplicates.translations:
        yield from _pair("possible-translation", by_id[pair.one], by_id[pair.other], {"number": len(pair.facts)})


def _pair(code: str, first: Record, second: Record, values: Mapping[str, Value]) -> Iterator[Item]:
    about, reverse = SAME + first.article.id, SAME + second.article.id
    if not _decided(second, about) and not _decided(first, reverse):
        yield _item(code, second, about, snippet(second, about), {"article": first, **values})


def sources(atlas: Atlas) -> Iterator[Item]:
    """Sources that the register lacks, unless an editor has accepted what is printed above all their articles."""
    by_id = {record.article.id: record for record in atlas.records}
    for source in unknown_sources(atlas.records, atlas.taxonomy):
        left = [id_ for id_ in source.articles if not _accepted(by_id[id_], "source")]
        if left:
            values: dict[str, Value] = {"name": source.name, "number": len(left)}
            yield replace(_item("unknown-source", by_id[left[0]], "", source.entry, values), file=SOURCES)


def stale(records: Iterable[Record], problems: Iterable[Problem]) -> Iterator[Item]:
    """Decisions that are not applied, with their own place; of an article where it is still there."""
    asked = {
        item.message: record for record in records for item in record.findings.review if item.code == "stale-override"
    }
    for problem in problems:
        if problem.code == "stale-override":
            record = asked.get(f"{problem.field}: {problem.message}")
            ready = f"    {problem.example}\n" if problem.example else ""
            item = _item("stale-override", record, "", ready, {"field": problem.field or ""})
            yield replace(item, file=problem.file or "", line=problem.line, note=problem.message)


def _item(code: str, record: Record | None, about: str, ready: str, values: Mapping[str, Value]) -> Item:
    reason = REASONS[code]
    return Item(reason, reason.harm * reason.doubt, record, about, ready, values)


def _decided(record: Record, about: str) -> bool:
    return any(decision.field == about for decision in record.decisions)


def _accepted(record: Record, about: str) -> bool:
    return any(decision.field == about and decision.action is Action.ACCEPT for decision in record.decisions)

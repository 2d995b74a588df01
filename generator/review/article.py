"""What to ask about one article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..curate import Choice, snippet
from ..curate.kinds import KINDS, Finding, Kind, findings_of, id_of
from ..model import Evidence, Figure, Programme, Record, ReviewItem
from .item import Item, Value
from .reasons import REASONS, SHARE, SURE, Reason

_OPENING = 200  # characters of the body that are shown where nothing else says what the article is about

#: What a question that the machine asked is about; the others are asked here, of the findings themselves.
_FIELDS = {
    "no-title": "title",
    "no-date": "date",
    "date-without-year": "date",
    "no-partner": "relevant",
    "ambiguous-pair": "relevant",
}
_ASKED_ELSEWHERE = frozenset({"low-score", "unknown-source", "stale-override"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding, and why it is doubted."""

    reason: Reason
    share: float
    values: dict[str, Value]


def items_of(record: Record) -> Iterator[Item]:
    """The questions about an article that no editor has answered yet."""
    decided = {decision.field for decision in record.decisions}
    for asked in record.findings.review:
        if asked.code not in _ASKED_ELSEWHERE:
            item = _asked(record, asked)
            if not decided & ({item.about} | ({"partners"} if item.about == "relevant" else set())):
                yield item
    if not record.filed:  # nothing of what was found is shown anywhere
        return
    for kind in KINDS.values():
        if kind.slot in decided or kind.name not in SHARE:
            continue
        for finding in findings_of(kind, record.findings):
            if id_of(kind, finding) not in decided:
                yield from _doubted(record, kind, finding)


def _asked(record: Record, asked: ReviewItem) -> Item:
    """A question that the machine asked when it read the article."""
    reason = REASONS.get(asked.code, REASONS["other"])
    about = _FIELDS.get(asked.code) or asked.about or "relevant"
    date = record.article.date or ""
    doubt = 1.0 if asked.code == "date-without-year" and "X" in date else reason.doubt
    action: Choice = "correct" if asked.code in ("no-title", "no-date") else "accept"
    ready = snippet(record, "add:partner" if asked.code == "no-partner" else about, action)
    values = {"what": asked.message, "date": date}
    return Item(reason, reason.harm * doubt, record, about, ready, values, _opening(record), note=asked.message)


def _doubted(record: Record, kind: Kind, finding: Finding) -> Iterator[Item]:
    """The one question about a finding: the worst."""
    found = list(_doubts(kind, finding))
    items = [
        Item(
            one.reason,
            one.reason.harm * one.share * max(one.reason.doubt, 1 - finding.score),
            record,
            id_of(kind, finding),
            snippet(record, id_of(kind, finding)),
            one.values,
            finding.evidence,
        )
        for one in found
    ]
    yield from sorted(items, key=lambda item: item.order)[:1]


def _doubts(kind: Kind, finding: Finding) -> Iterator[Doubt]:
    if finding.score < SURE:
        values: dict[str, Value] = {"finding": id_of(kind, finding), "score": f"{finding.score:.2f}"}
        yield Doubt(REASONS["low-score"], SHARE[kind.name], values)
    if isinstance(finding, Figure) and finding.unit == "count" and not finding.what.strip():
        yield Doubt(REASONS["figure-without-unit"], 1.0, {"amount": finding})
    if isinstance(finding, Programme) and finding.register_id is None:
        yield Doubt(REASONS["new-programme"], 1.0, {"name": finding.name})


def _opening(record: Record) -> tuple[Evidence, ...]:
    """How the article begins."""
    body = record.article.body
    end = len(body.partition("\n\n")[0])
    if end > _OPENING:
        end = max(body.rfind(" ", 0, _OPENING), 0) or _OPENING
    return (Evidence("body", body[:end], 0, end),) if end else ()

"""The page of contradictions: conflicts first, each with both sentences, who says them, when, and the rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..catalog.contradictions import Comparison, Verdict
from .desk import Desk
from .figures import Line, counted, line
from .indicators import indicator_target
from .links import Target
from .reasons import VERDICTS, reason
from .tree import Page, SearchEntry
from .voice import mark

CONTRADICTIONS = Target("contradictions/index.md", mark("Contradictions"))

#: With more pairs of one verdict than this, the page shows the first ones; the data file has all.
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """Two figures, and what they are to each other."""

    about: Target
    scope: str
    reason: str
    rule: str
    lines: tuple[Line, Line]


@dataclass(frozen=True, slots=True)
class Section:
    """The pairs of one verdict."""

    heading: str
    meaning: str
    number: int
    entries: tuple[Entry, ...]


def contradiction_pages(desk: Desk) -> Iterator[Page]:
    """The one page."""
    found = desk.atlas.comparisons
    conflicts = sum(one.verdict is Verdict.CONFLICT for one in found)
    lead = desk.voice.ngettext(
        "Where articles give different figures on one subject: {n} conflict, and what only looks like one.",
        "Where articles give different figures on one subject: {n} conflicts, and what only looks like one.",
        conflicts,
    )
    target = desk.names.index(CONTRADICTIONS)
    yield desk.press.page(
        "contradictions",
        target,
        lead,
        lead=lead,
        sections=[_section(desk, verdict, [one for one in found if one.verdict is verdict]) for verdict in VERDICTS],
        search=SearchEntry(target.title, lead, "page", (target.title,)),
        records=[point.best.record for one in found for point in (one.first, one.second)],
    )


def _section(desk: Desk, verdict: Verdict, found: list[Comparison]) -> Section:
    heading, meaning = (desk.voice.gettext(text) for text in VERDICTS[verdict])
    return Section(heading, meaning, len(found), tuple(_entry(desk, one) for one in found[:_SHOWN]))


def _entry(desk: Desk, comparison: Comparison) -> Entry:
    first, second = comparison.first.best.measure, comparison.second.best.measure
    scopes = list(dict.fromkeys(counted(desk, measure) for measure in (first, second)))
    return Entry(
        indicator_target(desk, first.subject.indicator),
        desk.voice.gettext(" / ").join(scopes),
        reason(desk, comparison),
        comparison.rule,
        (line(desk, comparison.first), line(desk, comparison.second)),
    )

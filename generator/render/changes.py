"""The page "What changed": what an editor noted as published, and what is new since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from ..changes import Change, Json, JsonObject, Kind, Note, apply, describe, snapshot
from ..export.feed import ATOM
from ..model import Record
from .beside import feed_path
from .desk import Desk
from .links import Target
from .names import CHANGES
from .tree import Page
from .voice import mark

Records: TypeAlias = Mapping[str, Record]  # those that the site shows, by id

#: Changes told one by one on a page; the data file holds them all.
_TOLD = 100

#: Where the feed stands, and its page.
STEM = "changes/changes"

_KINDS = {
    Kind.ARTICLE_ADDED: mark("New article"),
    Kind.ARTICLE_REMOVED: mark("Article removed"),
    Kind.FACT_ADDED: mark("New fact"),
    Kind.FACT_REMOVED: mark("Fact removed"),
    Kind.FACT_CHANGED: mark("Fact changed"),
    Kind.CONTRADICTION_ADDED: mark("New contradiction"),
    Kind.CONTRADICTION_REMOVED: mark("Contradiction gone"),
}

#: What the first part of a fact's path is called.
_FACTS = {
    "title": mark("Title"),
    "date": mark("Date"),
    "source": mark("Source"),
    "source_id": mark("Source"),
    "byline": mark("Byline"),
    "language": mark("Language"),
    "url": mark("Address"),
    "relevant": mark("Reports cooperation"),
    "partners": mark("Partner"),
    "groups": mark("Group"),
    "themes": mark("Theme"),
    "figures": mark("Figure"),
    "people": mark("Person"),
    "programmes": mark("Programme"),
    "agreements": mark("Agreement"),
    "events": mark("Event"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A change as the page tells it."""

    kind: str
    targets: tuple[Target, ...] = ()  # the articles that it is about, as far as they are published
    fact: str = ""
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """The changes up to a day, or since the last."""

    heading: str
    counts: tuple[tuple[str, int], ...]
    lines: tuple[Line, ...]
    more: int  # changes that are not told one by one


@dataclass(frozen=True, slots=True)
class News:
    """A note of the history as a feed tells it."""

    on: date
    heading: str
    counts: str
    titles: tuple[str, ...]  # of the articles that it is about


def changes_page(desk: Desk, history: Iterable[Note]) -> Page:
    """What changed since the last note, and with each note before, newest first."""
    notes = list(history)
    records = {record.article.id: record for record in desk.atlas.records}
    releases = [_release(desk, records, heading, changes) for heading, changes in _compared(desk, notes)]
    lead = desk.voice.gettext("What is new in this atlas: articles, facts that changed, and contradictions.")
    return desk.press.page(
        "changes",
        desk.names.index(CHANGES),
        lead,
        lead=lead,
        releases=releases,
        feed=feed_path(desk.voice, STEM, ATOM) if notes else None,
        records=desk.atlas.records,
    )


def news_of(desk: Desk, history: Iterable[Note]) -> list[News]:
    """What each note tells, newest first, for a feed."""
    notes = {desk.voice.date(note.on): note.on for note in history}
    records = {record.article.id: record for record in desk.atlas.records}
    news = []
    for heading, changes in _compared(desk, list(history)):
        if heading in notes:
            release = _release(desk, records, heading, changes)
            counted = (desk.voice.gettext("{kind}: {n}", kind=kind, n=count) for kind, count in release.counts)
            named = dict.fromkeys(target.title for line in release.lines for target in line.targets)
            news.append(News(date.fromisoformat(notes[heading]), heading, desk.voice.listed(counted), tuple(named)))
    return news


def _compared(desk: Desk, notes: list[Note]) -> Iterator[tuple[str, list[Change]]]:
    """The changes since the last note, and up to each one, newest first, with their headings."""
    states: list[JsonObject] = [{}]
    for note in notes:
        states.append(apply(states[-1], note.patch))
    if notes:
        since = desk.voice.gettext("Since {date}", date=desk.voice.date(notes[-1].on))
        yield since, describe(states[-1], snapshot(desk.atlas))
    for note, before, after in reversed(list(zip(notes, states, states[1:], strict=False))):
        yield desk.voice.date(note.on), describe(before, after)


def _release(desk: Desk, records: Records, heading: str, changes: list[Change]) -> Release:
    told = [change for change in changes if _may_be_told(change, records)]
    counts = Counter(change.kind for change in told)
    return Release(
        heading,
        tuple((desk.voice.gettext(_KINDS[kind]), counts[kind]) for kind in Kind if counts[kind]),
        tuple(_line(desk, records, change) for change in told[:_TOLD]),
        max(0, len(told) - _TOLD),
    )


def _may_be_told(change: Change, records: Records) -> bool:
    """Whether the page may say it: of an article that is no longer published, only that it went."""
    if change.kind is Kind.ARTICLE_REMOVED:
        return True
    return all(id_ in records for id_ in _articles_of(change))


def _articles_of(change: Change) -> list[str]:
    """The ids of the articles that a change is about: a contradiction has two."""
    if change.kind not in (Kind.CONTRADICTION_ADDED, Kind.CONTRADICTION_REMOVED):
        return [change.subject]
    told = change.now if isinstance(change.now, Mapping) else change.was
    figures = told.get("figures") if isinstance(told, Mapping) else None
    found = figures if isinstance(figures, Sequence) else ()
    return [str(figure["article"]) for figure in found if isinstance(figure, Mapping) and "article" in figure]


def _line(desk: Desk, records: Records, change: Change) -> Line:
    kind = desk.voice.gettext(_KINDS[change.kind])
    if change.kind is Kind.ARTICLE_REMOVED:
        back = records.get(change.subject)  # published again since
        return Line(kind, (desk.names.article(back),) if back is not None else ())
    targets = tuple(desk.names.article(records[id_]) for id_ in dict.fromkeys(_articles_of(change)))
    if change.kind in (Kind.FACT_ADDED, Kind.FACT_REMOVED, Kind.FACT_CHANGED):
        return Line(kind, targets, _fact(desk, change.fact), _said(change.was), _said(change.now))
    return Line(kind, targets)


def _fact(desk: Desk, path: str) -> str:
    """`Partner: France` for `partners/FR`; of a finding its kind and its name, as far as its id tells it."""
    kind, _, id_ = path.partition("/")
    label = desk.voice.gettext(_FACTS[kind]) if kind in _FACTS else kind
    match kind:
        case "partners":
            name = desk.names.country_name(id_)
        case "groups":
            name = desk.names.group(id_).title
        case "themes":
            name = desk.names.theme(id_).title
        case _:
            name = id_.partition(":")[2].replace("-", " ").replace("/", ", ")
    return desk.voice.gettext("{kind}: {name}", kind=label, name=name) if name else label


def _said(value: Json) -> str:
    """A value for people: of an object what it holds, in its order."""
    if isinstance(value, Mapping):
        return ", ".join(said for inner in value.values() if (said := _said(inner)))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(_said(inner) for inner in value)
    return "" if value is None else str(value)

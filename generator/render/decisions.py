"""What editors decided about an article, and what stays of one that they withdrew."""

from __future__ import annotations

from collections.abc import Iterator

from ..catalog import Tombstone
from ..model import Decision, Record
from .desk import Desk
from .details import Table
from .links import Target
from .tree import Page
from .words import ACTIONS, DECIDED_FIELDS


def decisions_of(desk: Desk, record: Record) -> Table | None:
    """The decisions about the record's article: what, what the machine had found, what it is now, who, when and why."""
    if not record.decisions:
        return None
    gettext = desk.voice.gettext
    columns = (
        gettext("Decided about"),
        gettext("Decision"),
        gettext("The machine had found"),
        gettext("Now"),
        gettext("Decided by"),
        gettext("On"),
        gettext("Why"),
    )
    rows = tuple(_row(desk, decision) for decision in record.decisions)
    return Table(gettext("Decisions of editors"), columns, rows)


def _row(desk: Desk, decision: Decision) -> tuple[str, ...]:
    about = desk.voice.gettext(decision.field) if decision.field in DECIDED_FIELDS else decision.field
    action = desk.voice.gettext(ACTIONS[decision.action])
    day = desk.voice.date(decision.on)
    return about, action, decision.was, decision.now, decision.by, day, decision.why


def tombstone_pages(desk: Desk) -> Iterator[Page]:
    """A page for each withdrawn article: its address, and why it is empty."""
    for stone in desk.atlas.withdrawn:
        yield _tombstone(desk, stone)


def _tombstone(desk: Desk, stone: Tombstone) -> Page:
    gettext = desk.voice.gettext
    title = gettext("Withdrawn article")
    lead = gettext("The article that was here has been withdrawn. Nothing of it is shown or counted any more.")
    return desk.press.page("tombstone", Target(f"articles/{stone.id}.md", title), lead, lead=lead, why=stone.why)

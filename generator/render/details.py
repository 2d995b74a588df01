"""The tables of an article's page besides places and themes: figures, people, programmes, agreements, events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Evidence, Findings, Record
from .anchors import Finding, anchor_of
from .desk import Desk
from .escape import Markdown, findable
from .figures import amount
from .published import sentence_of, text_of
from .rights import Shown


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a heading; each row has a cell for each column."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def details(desk: Desk, record: Record) -> list[Table]:
    """What else was found in the record's article, as facts; tables without rows are left out."""
    found, where, gettext = record.findings, _Where(desk, record), desk.voice.gettext
    tables = [
        Table(
            gettext("Figures"),
            (gettext("Figure"), gettext("Of what"), gettext("As of"), gettext("Says so")),
            tuple(_figures(found, where)),
        ),
        Table(
            gettext("People"),
            (gettext("Name"), gettext("Role"), gettext("Side"), gettext("Says so")),
            tuple(_people(found, where)),
        ),
        Table(
            gettext("Programmes and institutions"),
            (gettext("Name"), gettext("Says so")),
            tuple(_programmes(found, where)),
        ),
        Table(
            gettext("Agreements"),
            (gettext("Kind"), gettext("Parties"), gettext("Date"), gettext("Says so")),
            tuple(_agreements(found, where)),
        ),
        Table(
            gettext("Events"),
            (gettext("Date"), gettext("Place"), gettext("What the article says")),
            tuple(_events(found, where)),
        ),
        Table(
            gettext("Quoted words"),
            (gettext("Who"), gettext("Words"), gettext("Where")),
            tuple(_quotes(found, where)),
        ),
    ]
    return [table for table in tables if table.rows]


@dataclass(frozen=True, slots=True)
class _Where:
    """Tells where evidence stands, and as much of its words as may be shown."""

    desk: Desk
    record: Record

    @property
    def shown(self) -> Shown:
        """What may be shown of the article."""
        return self.desk.shown[self.record.article.id]

    def said(self, words: str) -> Markdown:
        """Words of the article, in its language."""
        return self.desk.voice.foreign(words, self.record.findings.language)

    def date(self, edtf: str | None) -> str:
        """A date, or nothing."""
        return self.desk.voice.date(edtf) if edtf else ""

    def at(self, finding: Finding, text: str) -> Markdown:
        """What names a finding, as a place that can be linked."""
        return findable(anchor_of(finding), text, self.desk.voice.gettext("Link to this finding"))

    def says(self, evidence: tuple[Evidence, ...]) -> str:
        """The words and their place, `“They signed.” (paragraph 3)`; the place alone where words may not be shown."""
        quote = self.desk.views.best(self.record, evidence, own=True)
        if quote is None:
            return ""
        if quote.words is None:
            return self.desk.voice.gettext("See {place}.", place=quote.place)
        return self.desk.voice.gettext("“{words}” ({place})", words=quote.words, place=quote.place)


def _figures(found: Findings, where: _Where) -> Iterable[tuple[str, ...]]:
    for figure in found.figures:
        number = where.at(figure, amount(where.desk.voice, figure))
        yield number, where.said(figure.what), where.date(figure.as_of), where.says(figure.evidence)


def _people(found: Findings, where: _Where) -> Iterable[tuple[str, ...]]:
    for person in found.people:
        side = where.desk.names.country_name(person.country) if person.country else ""
        name = where.at(person, where.said(person.name))
        yield name, where.said(person.role or ""), side, where.says(person.evidence)


def _programmes(found: Findings, where: _Where) -> Iterable[tuple[str, ...]]:
    for programme in found.programmes:
        yield where.at(programme, where.said(programme.name)), where.says(programme.evidence)


def _agreements(found: Findings, where: _Where) -> Iterable[tuple[str, ...]]:
    desk = where.desk
    for agreement in found.agreements:
        kind = where.at(agreement, desk.voice.gettext(agreement.kind))
        date = where.date(agreement.date)
        yield kind, desk.names.parties(agreement), date, where.says(agreement.evidence)


def _events(found: Findings, where: _Where) -> Iterable[tuple[str, ...]]:
    for event in found.events:
        if not (event.date or event.place or sentence_of(event, where.shown)):
            continue  # nothing that may be told
        date = where.at(event, where.desk.voice.date(event.date))
        says = where.said(event.what) if event.own else where.says(event.evidence)
        yield date, where.said(event.place or ""), says


def _quotes(found: Findings, where: _Where) -> Iterable[tuple[str, ...]]:
    for quote in found.quotes:
        if words := text_of(quote, where.shown):
            speaker = where.said(quote.speaker) if quote.speaker else where.desk.voice.gettext("not stated")
            place = where.desk.views.best(where.record, quote.evidence, own=True)
            yield where.at(quote, speaker), where.said(words), place.place if place is not None else ""

"""The tables of an article's page besides places and themes: figures, people, programmes, agreements, events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..amounts import in_english
from ..model import Evidence, Findings, Record
from .dates import in_words
from .desk import Desk
from .rights import place_of


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a heading; each row has a cell for each column."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def details(desk: Desk, record: Record) -> list[Table]:
    """What else was found in the record's article, as facts; tables without rows are left out."""
    found, where = record.findings, _Where(desk, record)
    tables = [
        Table("Figures", ("Figure", "Of what", "As of", "Says so"), tuple(_figures(found, where))),
        Table("People", ("Name", "Role", "Side", "Where"), tuple(_people(desk, found, where))),
        Table("Programmes and institutions", ("Name", "Where"), tuple(_programmes(desk, found, where))),
        Table("Agreements", ("Kind", "Parties", "Date", "Says so"), tuple(_agreements(desk, found, where))),
        Table("Events", ("Date", "Place", "What the article says", "Where"), tuple(_events(found, where))),
        Table("Quoted words", ("Who", "Words", "Where"), tuple(_quotes(found, where))),
    ]
    return [table for table in tables if table.rows]


@dataclass(frozen=True, slots=True)
class _Where:
    """Tells where evidence stands, and as much of its words as may be shown."""

    desk: Desk
    record: Record

    def place(self, evidence: Iterable[Evidence]) -> str:
        """The place of the first piece: `paragraph 3`."""
        return next((place_of(piece, self.record.article.body) for piece in evidence), "")

    def words(self, evidence: Iterable[Evidence]) -> str:
        """The words of the first piece, as far as they may be shown."""
        shown = self.desk.shown[self.record.article.id]
        return next((words for piece in evidence if (words := shown.quote(piece))), "")

    def says(self, evidence: tuple[Evidence, ...]) -> str:
        """The words and their place, `“They signed.” (paragraph 3)`; the place alone where words may not be shown."""
        words, place = self.words(evidence), self.place(evidence)
        return f"“{words}” ({place})" if words else place

    @property
    def whole(self) -> bool:
        """Whether the words of the article may be shown without limit."""
        return self.desk.shown[self.record.article.id].body


def _date(edtf: str | None) -> str:
    return in_words(edtf) if edtf else ""


def _figures(found: Findings, where: _Where) -> Iterable[tuple[str, ...]]:
    for figure in found.figures:
        yield in_english(figure), figure.what, _date(figure.as_of), where.says(figure.evidence)


def _people(desk: Desk, found: Findings, where: _Where) -> Iterable[tuple[str, ...]]:
    for person in found.people:
        side = desk.names.country_name(person.country) if person.country else ""
        yield person.name, person.role or "", side, where.place(person.evidence)


def _programmes(desk: Desk, found: Findings, where: _Where) -> Iterable[tuple[str, ...]]:
    for programme in found.programmes:
        yield programme.name, where.place(programme.evidence)


def _agreements(desk: Desk, found: Findings, where: _Where) -> Iterable[tuple[str, ...]]:
    for agreement in found.agreements:
        parties = [
            desk.names.country_name(party) if party.isupper() else desk.names.group(party).title
            for party in agreement.parties
        ]
        yield agreement.kind, ", ".join(parties), _date(agreement.date), where.says(agreement.evidence)


def _events(found: Findings, where: _Where) -> Iterable[tuple[str, ...]]:
    for event in found.events:
        what = event.what if where.whole else where.words(event.evidence)
        yield _date(event.date), event.place or "", what, where.place(event.evidence)


def _quotes(found: Findings, where: _Where) -> Iterable[tuple[str, ...]]:
    for quote in found.quotes:
        words = quote.text if where.whole else where.words(quote.evidence)
        yield quote.speaker or "", words, where.place(quote.evidence)

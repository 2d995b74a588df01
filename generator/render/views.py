"""The parts that pages have in common, ready for their templates: tables of counts, and lists of articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..catalog import Shelf
from ..catalog.axes import Axis
from ..model import Evidence, Record
from .anchors import anchor_of_paragraph
from .escape import Markdown
from .links import Target, external, within
from .names import Names
from .rights import Shown, paragraph_of


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of evidence as a page shows it: the words that may be shown, and where they stand."""

    words: Markdown | None
    place: str


@dataclass(frozen=True, slots=True)
class Row:
    """An article in a list."""

    article: Target
    edtf: str | None
    date: str
    source: Target
    speaker: str
    partners: tuple[Target, ...]
    groups: tuple[Target, ...]
    themes: tuple[Target, ...]
    filed: bool
    digest: bool
    decided: bool  # an editor has changed something about it
    state: str  # what a preview says of an article that is not published
    about: str  # what a title in another language is about, besides the themes
    quote: Quote | None = None  # the best evidence for what the list is about


@dataclass(frozen=True, slots=True)
class Count:
    """How many articles something has."""

    target: Target
    number: int
    sources: int  # independent ones


@dataclass(frozen=True, slots=True)
class Views:
    """Makes the common parts for the pages of one atlas."""

    names: Names
    shown: dict[str, Shown]  # by article id

    def quote(self, record: Record, evidence: Evidence, own: bool = False) -> Quote:
        """The words of a piece of evidence, as far as they may be shown, on the article's `own` page or another."""
        words = self.shown[record.article.id].quote(evidence)
        return Quote(
            self.names.voice.foreign(words, record.findings.language) if words is not None else None,
            self.place(record, evidence) if own else self.where(record, evidence),
        )

    def place(self, record: Record, evidence: Evidence) -> str:
        """As `where`, on the article's own page: a link to the paragraph, there or, where it may not be, out there."""
        number = paragraph_of(evidence, record.article.body)
        if number is None:
            return self.where(record, evidence)
        if self.shown[record.article.id].body:
            return within(anchor_of_paragraph(number), self.where(record, evidence))
        return self.in_original(record, evidence)

    def in_original(self, record: Record, evidence: Evidence) -> str:
        """Where to read a piece of evidence that may not be shown: a link to the original, if its address is known."""
        number, gettext = paragraph_of(evidence, record.article.body), self.names.voice.gettext
        if number is None or record.article.url is None:
            return self.where(record, evidence)
        return external(record.article.url, gettext("paragraph {number} of the original", number=number))

    def where(self, record: Record, evidence: Evidence) -> str:
        """Where a piece of evidence stands, for people: `title`, `paragraph 3`."""
        place = paragraph_of(evidence, record.article.body)
        gettext = self.names.voice.gettext
        return gettext("title") if place is None else gettext("paragraph {number}", number=place)

    def best(self, record: Record, evidence: tuple[Evidence, ...], own: bool = False) -> Quote | None:
        """The first piece that may be shown, body before title; else the place of the first."""
        pieces = sorted(evidence, key=lambda piece: piece.field == "title")
        quotes = [self.quote(record, piece, own) for piece in pieces]
        return next((quote for quote in quotes if quote.words is not None), quotes[0] if quotes else None)

    def row(self, record: Record, quote: Quote | None = None) -> Row:
        """The record as a list shows it."""
        names, findings, filed = self.names, record.findings, record.filed
        return Row(
            article=names.article(record),
            edtf=record.article.date,
            date=names.voice.date(record.article.date),
            source=names.source_of(record),
            speaker=names.speaker(record),
            partners=tuple(names.country(place.code) for place in findings.partners) if filed else (),
            groups=tuple(names.group(tag.id) for tag in findings.groups) if filed else (),
            themes=tuple(names.theme(tag.id) for tag in findings.themes) if filed else (),
            filed=filed,
            digest=record.article.digest_of is not None,
            decided=bool(record.decisions),
            state=names.state(record),
            about=names.about(record, themes=False),
            quote=quote,
        )

    def rows(
        self, records: Iterable[Record], about: Callable[[Record], tuple[Evidence, ...]] | None = None
    ) -> list[Row]:
        """The records as a list shows them, each with the best evidence for what the list is `about`."""
        return [self.row(r, self.best(r, about(r)) if about is not None else None) for r in records]

    def counts(self, shelf: Shelf, axis: Axis, target: Callable[[str], Target]) -> list[Count]:
        """How many articles of `shelf` each key of `axis` has: the most first, ties by name."""
        counted = [
            Count(target(key), len(of_key), self.names.atlas.independent(of_key))
            for key, of_key in shelf.split(axis).items()
        ]
        return sorted(counted, key=lambda count: (-count.number, count.target.title))

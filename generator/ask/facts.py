"""The facts that questions are answered with, each with what it says itself, and what its article is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from ..catalog import Atlas
from ..edtf import Edtf
from ..model import Evidence, Place, Record, Tag
from ..script import HAN
from .kinds import Finding, Kind
from .lexicon import Lexicon
from .own import Reading, reading_of

#: Tells the words of a piece of evidence, as far as they may be shown.
Shows: TypeAlias = Callable[[Record, Evidence], str | None]
#: Tells in a few words of ours what a finding is; of None what the article reports.
Tells: TypeAlias = Callable[[Record, Finding | None], str]

#: A year in a sentence; with a Chinese measure word behind it a number is none.
_YEAR = re.compile(rf"(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d|(?!年|至|到)[{HAN}])")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of one record. Concepts are "country:FR", "theme:space", "kind:figure", ..."""

    kind: Kind
    record: Record
    finding: Finding | None  # None: the article itself
    own: frozenset[str]  # of the finding and its sentence
    of: frozenset[str]  # whom a figure or a sentence on a country is of, and what is counted
    around: Reading  # what its article is about
    years: tuple[int, ...]  # its own; else those of its sentence and of its article
    dated: bool  # whether it tells a time itself
    told: str  # what it says, in a few words of ours
    evidence: Evidence | None
    sentence: str | None  # what may be shown of the evidence

    @property
    def words(self) -> str:
        """Everything that a word of a question is looked for in."""
        title = self.record.article.title or "" if self.finding is None else ""
        return " ".join((title, self.told, self.sentence or ""))

    @property
    def year(self) -> int:
        """The last of its years; 0 without any."""
        return max(self.years, default=0)


def facts_of(atlas: Atlas, lexicon: Lexicon, shows: Shows, tells: Tells) -> Iterator[Fact]:
    """The facts of all filed records, the newest article first."""
    for record in atlas.filed.records:
        about = _About(record, reading_of(record, atlas.home, lexicon), shows, tells)
        found = record.findings
        for figure in found.figures:
            yield about.fact(Kind.FIGURE, figure, figure.as_of)
        for agreement in found.agreements:
            yield about.fact(Kind.AGREEMENT, agreement, agreement.date)
        for programme in found.programmes:
            yield about.fact(Kind.PROGRAMME, programme)
        for event in found.events:
            yield about.fact(Kind.EVENT, event, event.date)
        for person in found.people:
            yield about.fact(Kind.PERSON, person)
        yield from about.sentences(Kind.COUNTRY, found.partners)
        yield from about.sentences(Kind.ARTICLE, (*found.groups, *found.themes))
        yield about.fact(Kind.ARTICLE, None)


@dataclass(frozen=True, slots=True)
class _About:
    """Makes the facts of one record."""

    record: Record
    reading: Reading
    shows: Shows
    tells: Tells

    def fact(
        self, kind: Kind, finding: Finding | None, date: str | None = None, evidence: Evidence | None = None
    ) -> Fact:
        """One fact with its first piece of evidence, or the one that is given."""
        record, reading = self.record, self.reading
        pieces = (evidence,) if evidence is not None else finding.evidence if finding is not None else ()
        shown = next(((piece, said) for piece in pieces if (said := self.shows(record, piece))), None)
        piece, sentence = shown or (pieces[0] if pieces else None, None)
        own, named = _year(date), _named(piece)
        around = () if own else (*named, *_year(record.article.date))
        return Fact(
            kind,
            record,
            finding,
            reading.own(kind, finding, piece),
            reading.of(finding, piece),
            reading,
            tuple(sorted({*own, *around})),
            bool(own or named),
            self.tells(record, finding),
            piece,
            sentence,
        )

    def sentences(self, kind: Kind, findings: Iterable[Place | Tag]) -> Iterator[Fact]:
        """A fact for each sentence that an article is filed by, its title last: that tells least."""
        seen: set[tuple[object, ...]] = set()
        for finding in findings:
            for piece in sorted(finding.evidence, key=lambda piece: piece.field == "title"):
                key = (piece.field, piece.start, finding.id if kind is Kind.COUNTRY else "")
                if key not in seen:
                    seen.add(key)
                    yield self.fact(kind, finding, evidence=piece)


def _year(date: str | None) -> tuple[int, ...]:
    try:
        year = Edtf.parse(date or "").year
    except ValueError:
        return ()
    return (year,) if year else ()


def _named(piece: Evidence | None) -> tuple[int, ...]:
    """The years that a sentence names."""
    return tuple(int(year) for year in _YEAR.findall(piece.exact)) if piece is not None else ()

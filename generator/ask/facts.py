"""The facts that questions are answered with, each with its concepts, its year and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from ..catalog import Atlas
from ..edtf import Edtf
from ..model import Agreement, Event, Evidence, Figure, Person, Programme, Record

Finding: TypeAlias = Figure | Agreement | Programme | Event | Person

#: Tells the words of a piece of evidence, as far as they may be shown.
Shows: TypeAlias = Callable[[Record, Evidence], str | None]
#: Tells in a few words of ours what a finding is; of None what the article reports.
Tells: TypeAlias = Callable[[Record, Finding | None], str]


class Kind(StrEnum):
    """What kind of fact it is, in the order in which an answer lists them."""

    FIGURE = "figure"
    AGREEMENT = "agreement"
    PROGRAMME = "programme"
    EVENT = "event"
    PERSON = "person"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of one record."""

    kind: Kind
    record: Record
    finding: Finding | None  # None: the article itself
    concepts: frozenset[str]  # "country:FR", "theme:space", "kind:figure", ...
    year: int | None
    told: str  # what it says, in a few words of ours
    sentence: str | None  # what may be shown of the evidence

    @property
    def words(self) -> str:
        """Everything that a word of a question is looked for in."""
        return " ".join((self.record.article.title or "", self.told, self.sentence or ""))


def facts_of(atlas: Atlas, shows: Shows, tells: Tells) -> Iterator[Fact]:
    """The facts of all filed records, the newest article first."""
    for record in atlas.filed.records:
        about = _About(record, atlas.home, shows, tells)
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
        yield about.fact(Kind.ARTICLE, None)


@dataclass(frozen=True, slots=True)
class _About:
    """Makes the facts of one record."""

    record: Record
    home: str | None
    shows: Shows
    tells: Tells

    def fact(self, kind: Kind, finding: Finding | None, date: str | None = None) -> Fact:
        """One fact; its year is its own, else the article's."""
        record = self.record
        evidence = finding.evidence if finding is not None else ()
        sentence = next((said for piece in evidence if (said := self.shows(record, piece))), None)
        concepts = {f"kind:{kind}", *self._places(finding), *(f"theme:{tag.id}" for tag in record.findings.themes)}
        concepts |= _own(finding)
        if finding is None:
            concepts |= {concept for one in _findings(record) for concept in _own(one)}
        year = _year(date) or _year(record.article.date)
        return Fact(kind, record, finding, frozenset(concepts), year, self.tells(record, finding), sentence)

    def _places(self, finding: Finding | None) -> set[str]:
        """Whom a fact is about: what it says itself; else the countries of its sentence; else the article's."""
        found = self.record.findings
        countries = [place.code for place in found.partners]
        groups = [tag.id for tag in found.groups]
        match finding:
            case Figure(scope=scope) if scope.countries or scope.groups:
                countries, groups = list(scope.countries), list(scope.groups)
            case Agreement(parties=parties) if parties:
                countries = [party for party in parties if party.isupper()]
                groups = [party for party in parties if not party.isupper()]
            case Person(country=str(code)) if code != self.home:
                countries = [code]
            case _ if finding is not None:
                pieces = set(finding.evidence)
                beside = [place.code for place in found.partners if pieces & set(place.evidence)]
                countries = beside or countries
        home = {f"country:{self.home}"} if self.home else set()
        return home | {f"country:{code}" for code in countries} | {f"group:{id_}" for id_ in groups}


def _own(finding: Finding | None) -> set[str]:
    """The concepts that are the finding's own."""
    match finding:
        case Figure(indicator=str(indicator)):
            return {f"indicator:{indicator}"}
        case Agreement():
            return {"indicator:agreements"}
        case Programme(name=name, register_id=id_):
            return {f"programme:{id_ or name}"}
        case Person(name=name):
            return {f"person:{name}"}
        case _:
            return set()


def _findings(record: Record) -> Iterable[Finding]:
    found = record.findings
    return (*found.figures, *found.programmes, *found.people)


def _year(date: str | None) -> int | None:
    try:
        return Edtf.parse(date or "").year or None
    except ValueError:
        return None

"""What a fact says itself, and what only its article is about: the difference between an answer and a guess."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from babel.numbers import is_currency

from ..catalog.overlap import overlap
from ..model import Agreement, Evidence, Figure, Person, Place, Programme, Record
from .kinds import Finding, Kind
from .lexicon import Lexicon

PLACES = ("country:", "group:")

#: What a person or figure is itself: a sentence that holds the word makes nothing else in it one.
_THEIRS = ("role:", "kind:person", "indicator:")


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads the sentences of one record."""

    record: Record
    home: frozenset[str]
    lexicon: Lexicon
    sole: frozenset[str]  # the only partner of the article, country or group
    themes: frozenset[str]  # of the article
    several: bool  # whether it has several partners, so that its themes are not those of each
    _known: frozenset[str]  # the countries that the article names
    _told: dict[str, frozenset[str]] = field(default_factory=dict)

    def own(self, kind: Kind, finding: Finding | None, piece: Evidence | None) -> frozenset[str]:
        """The concepts of the finding and its sentence."""
        said = self._said(piece)
        match finding:
            case None:
                said = {one for one in self._read(self.record.article.title or "") if _apart(one)}
            case Agreement(parties=parties) if parties:
                said = {one for one in said if not one.startswith(PLACES)} | set(_places(parties))
                said.add("indicator:agreements")
            case Person(name=name, role=role, country=code):
                if code is not None and f"country:{code}" not in self.home:
                    said = {one for one in said if not one.startswith(PLACES)}
                said |= _roles(self._read(role or "")) or _roles(self._read(_text(piece)))
                said |= {f"person:{name}", *_places([code] if code else [])}
            case Programme(name=name, register_id=id_):
                said.add(f"programme:{id_ or name}")
            case Place(code=code):
                said.add(f"country:{code}")
            case Figure():
                said |= self._counted(finding, piece)
        return frozenset(self.home | said | {f"kind:{kind}"})

    def of(self, finding: Finding | None, piece: Evidence | None) -> frozenset[str]:
        """Whom a figure or a sentence on a country is of, and what the figure counts; nothing of other findings."""
        if isinstance(finding, Place):
            return self.home | {f"country:{finding.code}"}
        return self._counted(finding, piece) if isinstance(finding, Figure) else frozenset()

    def _counted(self, figure: Figure, piece: Evidence | None) -> frozenset[str]:
        """Whom a figure is of, as far as it or its sentence says, and what it counts."""
        scope = set(_places((*figure.scope.countries, *figure.scope.groups)))
        of = scope or {one for one in self._said(piece) if one.startswith(PLACES)}
        what = {one for one in self._read(figure.what) if not one.startswith(PLACES)}
        if figure.indicator:
            what.add(f"indicator:{figure.indicator}")
        if figure.unit == "person":
            what.add("kind:person")
        if is_currency(figure.unit):
            what.add("kind:money")
        return frozenset(self.home | of | what)

    def _said(self, piece: Evidence | None) -> set[str]:
        """What a sentence says: names and terms in it, and what the article is filed under because of it."""
        if piece is None:
            return set()
        found = self.record.findings
        said = {one for one in self._read(piece.exact) if _apart(one)}
        said |= {f"country:{place.code}" for place in found.partners if overlap((piece,), place.evidence)}
        said |= {f"group:{tag.id}" for tag in found.groups if overlap((piece,), tag.evidence)}
        said |= {
            f"theme:{tag.id}" for tag in found.themes if overlap((piece,), tag.evidence[:1])
        }  # its best: others only help
        named = ((one.name, f"programme:{one.register_id or one.name}", one) for one in found.programmes)
        said |= {concept for name, concept, one in named if name in piece.exact or overlap((piece,), one.evidence)}
        return said | {f"person:{one.name}" for one in found.people if one.name in piece.exact}

    def _read(self, text: str) -> frozenset[str]:
        """What the words of a text mean; countries are those that the article is known to name."""
        if text not in self._told:
            told = self.lexicon.told_in(text)
            self._told[text] = frozenset(
                one
                for one in told
                if one in self._known or not one.startswith(("country:", "programme:", "person:", "ask:"))
            )
        return self._told[text]


def reading_of(record: Record, home: str | None, lexicon: Lexicon) -> Reading:
    """The reading of a record."""
    found = record.findings
    countries = {f"country:{place.code}" for place in found.partners}
    groups = {f"group:{tag.id}" for tag in found.groups}
    partners = countries or groups
    return Reading(
        record,
        frozenset({f"country:{home}"} if home else ()),
        lexicon,
        frozenset(partners if len(partners) == 1 else ()),
        frozenset(f"theme:{tag.id}" for tag in found.themes),
        len(partners) > 1,
        frozenset(countries | {f"country:{place.code}" for place in found.mentions}),
    )


def _apart(concept: str) -> bool:
    return not concept.startswith(_THEIRS)


def _roles(concepts: Iterable[str]) -> set[str]:
    return {one for one in concepts if one.startswith("role:")}


def _places(parties: Iterable[str]) -> Iterator[str]:
    """Countries go by codes in capitals, groups by ids."""
    return (f"country:{party}" if party.isupper() else f"group:{party}" for party in parties)


def _text(piece: Evidence | None) -> str:
    return piece.exact if piece is not None else ""

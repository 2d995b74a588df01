"""Whom a figure is about: named by its clause, understood from its article, or all countries."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...model import Figure, Record
from ..overlap import overlap
from .aspects import speaks_of_both, speaks_of_countries, speaks_of_the_world
from .subject import PlaceNames


class Told(StrEnum):
    """How the scope of a figure is known."""

    STATED = "stated"  # its clause names the countries or groups
    IMPLIED = "implied"  # the article is about one partner or group, and the sentence about nobody else
    OVERALL = "overall"  # nobody in particular: cooperation as a whole
    UNCLEAR = "unclear"  # the article is about several, or the sentence about others or the home alone


@dataclass(frozen=True, slots=True)
class Reach:
    """The countries and groups that a figure is about; none of both: all, or not clear."""

    countries: tuple[str, ...] = ()  # ISO codes, sorted
    groups: tuple[str, ...] = ()  # ids in groups.yml, sorted
    told: Told = Told.OVERALL

    @property
    def parties(self) -> frozenset[str]:
        """Codes and ids together."""
        return frozenset((*self.countries, *self.groups))

    @property
    def key(self) -> str:
        """The same for the same parties, however they are told: `id-la`, `belt-and-road`, `overall`, `unclear`."""
        parts = [*(code.lower() for code in self.countries), *self.groups]
        return "-".join(parts) or (Told.UNCLEAR if self.told is Told.UNCLEAR else Told.OVERALL)


def reach_of(record: Record, figure: Figure, names: PlaceNames) -> Reach:
    """Whom a figure of `record` is about."""
    scope = figure.scope
    if scope.countries or scope.groups:
        return Reach(tuple(sorted(scope.countries)), tuple(sorted(scope.groups)), Told.STATED)
    sentence = figure.evidence[0].exact if figure.evidence else ""
    if scope.world or speaks_of_the_world(sentence):
        return Reach()
    return _around(record, figure, sentence, names)


def _around(record: Record, figure: Figure, sentence: str, names: PlaceNames) -> Reach:
    """Of a figure whose clause names nobody: whom its sentence is about, else its article."""
    found = record.findings
    partners = [place.code for place in found.partners]
    named = names.countries_in(sentence) & {*partners, *(place.code for place in found.mentions), record.home}
    if named - {*partners, record.home}:
        return Reach(told=Told.UNCLEAR)  # the clause names nobody, and one of those around it is no partner
    here = [p.code for p in found.partners if p.code in named or overlap(p.evidence, figure.evidence)]
    groups = names.groups_in(sentence)
    if here or groups:
        return _understood(here, groups)
    both = speaks_of_both(sentence)
    if not both and speaks_of_countries(sentence):
        return Reach()
    if not both and named:
        return Reach(told=Told.UNCLEAR)  # what the home has need not be with the partner of the article
    return _understood(partners, [tag.id for tag in found.groups])


def _understood(partners: list[str], groups: list[str]) -> Reach:
    """The one partner, or without partners the one group; several leave it open, none means all."""
    if len(partners) == 1:
        return Reach((partners[0],), (), Told.IMPLIED)
    if not partners and len(groups) == 1:
        return Reach((), (groups[0],), Told.IMPLIED)
    return Reach(told=Told.UNCLEAR if partners or groups else Told.OVERALL)

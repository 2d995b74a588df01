"""What remains of a shelf when it is seen without some of its sources.

Each lens leaves something out and says what is left: articles, independent sources, and facts by their kind. A fact is
one thing that articles report: a theme, a programme, an agreement, a figure. Whether a source is owned or edited by a
state, and in which country its owner is, stands in sources.yml; what is not known is left in, and counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ..model import Record
from ..taxonomy import Source, Taxonomy
from . import axes
from .atlas import Shelf


class Leaves(StrEnum):
    """What a lens leaves out."""

    STATE_MEDIA = "state-media"  # sources that a state owns or edits
    COUNTRY = "country"  # sources whose owner is in one country
    SINGLE_SOURCE = "single-source"  # facts that only one independent source reports


class Kind(StrEnum):
    """The kinds of facts."""

    THEME = "themes"
    PROGRAMME = "programmes"
    AGREEMENT = "agreements"
    FIGURE = "figures"


Fact = tuple[Kind, str]


@dataclass(frozen=True, slots=True)
class Lens:
    """One way of seeing a shelf."""

    leaves: Leaves
    country: str | None = None  # ISO code, where it leaves out a country's sources

    @property
    def id(self) -> str:
        """Its place in addresses: `without-state-media`, `without-cn`, `without-single-source-facts`."""
        if self.leaves is Leaves.COUNTRY:
            return f"without-{(self.country or '').lower()}"
        return "without-state-media" if self.leaves is Leaves.STATE_MEDIA else "without-single-source-facts"


@dataclass(frozen=True, slots=True)
class View:
    """What a lens leaves of a shelf."""

    lens: Lens | None  # None: everything
    shelf: Shelf
    sources: int  # independent ones
    unknown: int  # articles that remain although nobody knows who owns their source
    facts: dict[Kind, tuple[str, ...]]  # the keys of those that remain, sorted

    def number(self, kind: Kind) -> int:
        """How many facts of a kind remain."""
        return len(self.facts[kind])


def views(shelf: Shelf, voices: Mapping[str, str], taxonomy: Taxonomy) -> tuple[View, list[View]]:
    """All of a shelf, and what each lens that leaves anything out, or could, lets through.

    There is a lens for state media, for each country that owns a source of the shelf, and for single-source facts.
    """
    owners = {id_: taxonomy.sources.get(voice) for id_, voice in voices.items()}
    countries = {owner.country for r in shelf.records if (owner := owners.get(r.article.id)) and owner.country}
    lenses = [Lens(Leaves.STATE_MEDIA), *(Lens(Leaves.COUNTRY, code) for code in sorted(countries))]
    seen = [_without_sources(lens, shelf, voices, owners) for lens in lenses]
    whole = _view(None, shelf.records, voices, owners, _facts_of(shelf.records))
    return whole, [*seen, _without_single_source(shelf, voices, owners)]


def facts(record: Record) -> Iterator[Fact]:
    """What a record reports, each under a key that other articles share if they report the same."""
    found = record.findings
    for theme in axes.themes(record):
        yield Kind.THEME, theme
    for programme in found.programmes:
        yield Kind.PROGRAMME, programme.register_id or axes.slug_of(programme.name)
    for agreement in found.agreements:
        yield Kind.AGREEMENT, "|".join((agreement.kind, *sorted(agreement.parties), agreement.date or ""))
    for figure in found.figures:
        amount = figure.value if figure.value is not None else f"{figure.low}-{figure.high}"
        yield Kind.FIGURE, f"{amount}|{figure.unit}|{figure.indicator or axes.slug_of(figure.what)}"


def _without_sources(lens: Lens, shelf: Shelf, voices: Mapping[str, str], owners: Mapping[str, Source | None]) -> View:
    def stays(record: Record) -> bool:
        owner = owners.get(record.article.id)
        if owner is None:
            return True
        return not owner.of_state if lens.leaves is Leaves.STATE_MEDIA else owner.country != lens.country

    records = tuple(record for record in shelf.records if stays(record))
    return _view(lens, records, voices, owners, _facts_of(records))


def _without_single_source(shelf: Shelf, voices: Mapping[str, str], owners: Mapping[str, Source | None]) -> View:
    told: dict[Fact, set[str]] = defaultdict(set)
    for record in shelf.records:
        for fact in facts(record):
            told[fact].add(voices[record.article.id])
    kept = {fact for fact, by in told.items() if len(by - {axes.NOT_STATED}) > 1}
    records = tuple(record for record in shelf.records if not kept.isdisjoint(facts(record)))
    return _view(Lens(Leaves.SINGLE_SOURCE), records, voices, owners, kept)


def _facts_of(records: Iterable[Record]) -> set[Fact]:
    return {fact for record in records for fact in facts(record)}


def _view(
    lens: Lens | None,
    records: tuple[Record, ...],
    voices: Mapping[str, str],
    owners: Mapping[str, Source | None],
    kept: set[Fact],
) -> View:
    ids = [record.article.id for record in records]
    return View(
        lens,
        Shelf(records),
        sources=len({voices[id_] for id_ in ids} - {axes.NOT_STATED}),
        unknown=sum(owners.get(id_) is None for id_ in ids),
        facts={kind: tuple(sorted(key for of, key in kept if of is kind)) for kind in Kind},
    )

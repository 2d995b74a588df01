"""The atlas: every record, and where it stands. Immutable; everything in it is sorted the same way on every run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ..model import Record
from ..taxonomy import Taxonomy
from . import axes
from .axes import Axis
from .contradictions import Comparison
from .duplicates import Duplicates
from .independence import of_one_state
from .order import UNDATED, year_of
from .series import Series


@dataclass(frozen=True, slots=True)
class Shelf:
    """The records filed under one thing (a country, a theme, a cell ...), newest first."""

    records: tuple[Record, ...] = ()

    def __len__(self) -> int:
        return len(self.records)

    def count(self, axis: Axis) -> dict[str, int]:
        """How many records each key of `axis` has: the most first, ties by key."""
        counts = Counter(key for record in self.records for key in axis(record))
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def split(self, axis: Axis) -> dict[str, Shelf]:
        """The records of each key of `axis`, in the order of `count`."""
        found: dict[str, list[Record]] = {key: [] for key in self.count(axis)}
        for record in self.records:
            for key in axis(record):
                found[key].append(record)
        return {key: Shelf(tuple(records)) for key, records in found.items()}

    def cross(self, rows: Axis, columns: Axis) -> dict[tuple[str, str], int]:
        """How many records each pair of keys has."""
        counts = Counter((row, column) for record in self.records for row in rows(record) for column in columns(record))
        return dict(sorted(counts.items()))

    @property
    def years(self) -> tuple[str, ...]:
        """The years that its records count for, newest first; undated ones are left out."""
        return tuple(sorted({year_of(record) for record in self.records} - {UNDATED}, reverse=True))


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stays of a withdrawn article: no fact of it, so that no page can show one."""

    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Atlas:
    """The catalogue of a corpus. Countries, groups, themes and cells hold filed records only; sources hold all.

    A record on the shelf of a country or group has the themes that are the country's or group's, one on the shelf of a
    theme has the partners and groups whose theme it is: see pairs.py. So whatever is counted there is true of both.
    """

    taxonomy: Taxonomy
    home: str | None
    everything: Shelf  # every record, also those that report no cooperation
    filed: Shelf
    countries: dict[str, Shelf]  # by code
    groups: dict[str, Shelf]  # by id
    themes: dict[str, Shelf]  # by id: every theme of the taxonomy, also those without records
    cells: dict[tuple[str, str], Shelf]  # by code and theme; only those with records
    sources: dict[str, Shelf]  # by id, see `axes.sources`
    languages: dict[str, Shelf]  # by BCP 47 tag
    mentions: dict[str, Shelf]  # by code: records that name the country and are not filed under it
    withdrawn: tuple[Tombstone, ...] = ()  # articles that are not here any more, by id
    duplicates: Duplicates = field(default_factory=Duplicates)
    voices: dict[str, str] = field(default_factory=dict)  # whose word each article is, by its id: see independence.py
    series: tuple[Series, ...] = ()  # indicator history, in the order of their keys
    comparisons: tuple[Comparison, ...] = ()  # what figures on one subject are to each other, conflicts first

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record, newest first."""
        return self.everything.records

    def independent(self, shelf: Shelf) -> int:
        """How many different sources the articles of a shelf come from; what states none comes from none."""
        return len(self._sources(shelf))

    def of_one_state(self, shelf: Shelf) -> tuple[str, int] | None:
        """The country whose state speaks through most of the sources of a shelf, and how many; None for one or none."""
        return of_one_state(self._sources(shelf), self.taxonomy)

    def _sources(self, shelf: Shelf) -> set[str]:
        return {self.voices[record.article.id] for record in shelf.records} - {axes.NOT_STATED}

    def source_of(self, record: Record) -> str:
        """The key under which `sources` holds the record."""
        return next(iter(axes.sources(self.taxonomy)(record)))

    def country_by_year(self) -> dict[tuple[str, str], int]:
        """Filed articles by country and year."""
        return self.filed.cross(axes.countries, axes.years)

    def country_by_theme(self) -> dict[tuple[str, str], int]:
        """Filed articles by country and theme."""
        return {cell: len(shelf) for cell, shelf in self.cells.items()}

    def theme_by_year(self) -> dict[tuple[str, str], int]:
        """Filed articles by theme and year."""
        return self.filed.cross(axes.themes, axes.years)

"""Puts all records in their places: countries, themes, groups, sources, and where they cross."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..model import Record
from ..problems import Problem
from ..settings import Settings
from ..taxonomy import Taxonomy
from . import axes
from .atlas import Atlas, Shelf, Tombstone
from .axes import Axis
from .contradictions import contradictions_of
from .doubles import same_title_and_date, without_double_ids
from .duplicates import find_duplicates
from .independence import voices_of
from .measures import statements_of
from .order import newest_first
from .pairs import of_party, on_theme
from .series import series_of

__all__ = ["Atlas", "Shelf", "Tombstone", "catalog"]


def catalog(
    records: list[Record], taxonomy: Taxonomy, settings: Settings, withdrawn: Iterable[Record] = ()
) -> tuple[Atlas, list[Problem]]:
    """The atlas of `records`, the same for any order of them, and what is wrong with them as a whole.

    Of two records with one id only the first (by file, then item) is in it; nothing is ever overwritten silently.
    Of `withdrawn` ones it keeps the address and the reason, and nothing else.
    """
    unique, problems = without_double_ids(records)
    problems.extend(same_title_and_date(unique))
    ordered = newest_first(unique)
    filed = [record for record in ordered if record.filed]
    countries, themes = _shelves(filed, axes.countries, of_party), _shelves(filed, axes.themes, on_theme)
    duplicates = find_duplicates(ordered)
    series = series_of(statements_of(filed, taxonomy))
    atlas = Atlas(
        taxonomy=taxonomy,
        home=settings.home,
        everything=Shelf(tuple(ordered)),
        filed=Shelf(tuple(filed)),
        countries=countries,
        groups=_shelves(filed, axes.groups, of_party),
        themes={id_: themes.get(id_, Shelf()) for id_ in dict.fromkeys([*taxonomy.themes, *themes])},
        cells=_cells(countries),
        sources=_shelves(ordered, axes.sources(taxonomy)),
        languages=_shelves(ordered, axes.languages),
        mentions=_shelves(ordered, _mentions),
        withdrawn=tuple(Tombstone(id_, why) for id_, why in sorted({(r.article.id, r.status.why) for r in withdrawn})),
        duplicates=duplicates,
        voices=voices_of(ordered, taxonomy, duplicates),
        series=series,
        comparisons=contradictions_of(series, taxonomy),
    )
    return atlas, problems


def _shelves(
    records: Iterable[Record], axis: Axis, seen: Callable[[Record, str], Record] = lambda record, _: record
) -> dict[str, Shelf]:
    """The records by each key of `axis`, as they are `seen` from it; keys sorted."""
    found: dict[str, list[Record]] = {}
    for record in records:
        for key in axis(record):
            found.setdefault(key, []).append(seen(record, key))
    return {key: Shelf(tuple(found[key])) for key in sorted(found)}


def _cells(countries: dict[str, Shelf]) -> dict[tuple[str, str], Shelf]:
    """The records of each country by theme."""
    return {
        (code, theme): of_theme
        for code in countries
        for theme, of_theme in sorted(countries[code].split(axes.themes).items())
    }


def _mentions(record: Record) -> Iterable[str]:
    """The countries it names without being filed under them."""
    partners = set(axes.countries(record)) if record.filed else set()
    return (code for code in dict.fromkeys(place.code for place in record.findings.mentions) if code not in partners)

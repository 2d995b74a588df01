"""Reads the taxonomy files of a project, adds the names of CLDR, and reports every fault with file, line and field."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from babel import Locale

from ..problems import Problem, error
from ..settings import Project
from ..yamlfile import load_list
from .model import (
    Country,
    CountryEntry,
    GroupEntry,
    IndicatorEntry,
    ProgrammeEntry,
    Publish,
    SourceEntry,
    Taxonomy,
    ThemeEntry,
)
from .salvage import doubtful, salvaged, strictest

Item = TypeVar("Item")


def load_taxonomy(project: Project) -> tuple[Taxonomy, list[Problem]]:
    """The taxonomy of `project` from its valid entries, and the faults of the others.

    A source whose entry has a fault is kept for what can be read of it, and allows facts alone; so do sources that are
    not listed, as long as one of them may be meant by an entry whose names cannot be read.
    """
    problems: list[Problem] = []

    def entries(name: str, model: type[Item]) -> list[Item]:
        path = project.taxonomy_file(name)
        found, faults = load_list(path, model, project.display(path))  # type: ignore[type-var]
        problems.extend(faults)
        return found

    path = project.taxonomy_file("sources.yml")
    outlets, faulty = load_list(path, SourceEntry, project.display(path), salvaged)
    problems.extend(faulty)
    _by_id(outlets, lambda s: s.id, "sources.yml", problems)
    countries = [_named(entry) for entry in entries("countries.yml", CountryEntry)]
    taxonomy = Taxonomy(
        countries=_by_id(countries, lambda c: c.code, "countries.yml", problems),
        groups=_by_id(entries("groups.yml", GroupEntry), lambda g: g.id, "groups.yml", problems),
        themes=_by_id(entries("themes.yml", ThemeEntry), lambda t: t.id, "themes.yml", problems),
        sources=strictest(outlets),
        programmes=_by_id(entries("programmes.yml", ProgrammeEntry), lambda p: p.id, "programmes.yml", problems),
        indicators=_by_id(entries("indicators.yml", IndicatorEntry), lambda i: i.id, "indicators.yml", problems),
        unlisted=Publish.FACTS if doubtful(faulty) else Publish.EXTRACT,
    )
    problems.extend(_dangling(taxonomy))
    if project.taxonomy_file("programmes.yml").is_relative_to(
        project.root
    ):  # ours names countries that a project may lack
        problems.extend(_dangling_parties(taxonomy))
    return taxonomy, problems


def _named(entry: CountryEntry) -> Country:
    """The country under the owner's names, else under those of CLDR, else under its code."""
    english, chinese = Locale("en").territories, Locale("zh").territories
    if entry.names is not None:
        return Country(entry, entry.names.en, entry.names.zh)
    return Country(entry, english.get(entry.code, entry.code), chinese.get(entry.code, entry.code))


def _by_id(items: Iterable[Item], key: Callable[[Item], str], file: str, problems: list[Problem]) -> dict[str, Item]:
    """The items by id; the first of two with the same id stays, the other is a problem."""
    found: dict[str, Item] = {}
    for item in items:
        if key(item) in found:
            problems.append(
                error("double-id", f"{key(item)!r} stands twice; the first is used.", file=f"content/taxonomy/{file}")
            )
        else:
            found[key(item)] = item
    return found


def _dangling(taxonomy: Taxonomy) -> Iterable[Problem]:
    """References to countries that the taxonomy does not have."""
    for country in taxonomy.countries.values():
        owner = country.entry.part_of
        if owner is not None and owner not in taxonomy.countries:
            yield _unknown("countries.yml", f"{country.code}.part_of", owner)
    for group in taxonomy.groups.values():
        for member in group.members:
            if member.code not in taxonomy.countries:
                yield _unknown("groups.yml", f"{group.id}.members", member.code)
    for source in taxonomy.sources.values():
        if source.country is not None and source.country not in taxonomy.countries:
            yield _unknown("sources.yml", f"{source.id}.country", source.country)


def _dangling_parties(taxonomy: Taxonomy) -> Iterable[Problem]:
    """Parties of programmes that the taxonomy does not have."""
    for programme in taxonomy.programmes.values():
        for party in programme.parties:
            if party not in taxonomy.countries and party not in taxonomy.groups:
                yield error(
                    "unknown-party",
                    f"{party!r} is neither in countries.yml nor in groups.yml.",
                    file="content/taxonomy/programmes.yml",
                    field=f"{programme.id}.parties",
                    example="[FR, eu]",
                )


def _unknown(file: str, field: str, code: str) -> Problem:
    return error(
        "unknown-country",
        f"{code!r} is not in countries.yml.",
        file=f"content/taxonomy/{file}",
        field=field,
        example="FR",
    )

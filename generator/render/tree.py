"""What render hands to publish: a complete tree of Markdown pages and data files.

Paths are POSIX, below the site's root.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What the search engine may know of a page; its text has passed the rights policy and is plain, not escaped."""

    title: str
    text: str
    kind: str  # "article", "country", "theme", "group", "source", "cell", "programme", "person" ...: see search.html
    names: tuple[str, ...] = ()  # what people type to find this very page: names and aliases, in every language
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)  # country, theme, year ... -> values: see `facet`
    note: str = ""  # the line shown under the title: date, source
    date: str = ""  # of an article, as far as results can be sorted by it: "2024-05-21"


def facet(key: str, label: str) -> str:
    """A value of a facet: `FR France`. The key holds no blank; it is the same in all languages, for addresses."""
    return key if key == label else f"{key} {label}"


@dataclass(frozen=True, slots=True)
class Page:
    """A page: Markdown with its front matter."""

    path: str  # "countries/fr.md"
    title: str  # plain, not escaped
    markdown: str
    updated: date | None = None  # newest date among the articles it tells of; None: not known
    search: SearchEntry | None = None  # None: not to be found by searching
    places: tuple[tuple[str, SearchEntry], ...] = ()  # what is found by itself, with the id of its place on the page


@dataclass(frozen=True, slots=True)
class Tree:
    """Everything a site builder needs, complete."""

    pages: tuple[Page, ...]
    files: dict[str, bytes] = field(default_factory=dict)  # data files by path: "data/record.schema.json"

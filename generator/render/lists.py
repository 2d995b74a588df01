"""The files beside pages: references to the articles of a list, its feeds, and the pages of articles that moved."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from ..catalog.order import when
from ..export.bibtex import bibtex
from ..export.csl import csl_json
from ..export.feed import ATOM, JSON_FEED, Entry, Feed, atom, json_feed
from ..export.head import redirect
from ..export.reference import Reference
from ..export.ris import ris
from ..model import Record
from ..site import Site, page_url
from .beside import feed_path
from .changes import STEM, News
from .citing import atlas_reference, each_once
from .dates import as_day
from .desk import Desk
from .library import Library, days_of
from .names import CHANGES

#: Entries of a feed: enough for who looks once a month, few enough that hundreds of feeds stay small.
_NEWEST = 20
#: The files with the reference to the atlas itself.
ATLAS = "data/atlas"


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of articles that has files of its own."""

    key: str  # stable: "countries/FR"
    title: str
    page: str  # "countries/fr.md"
    stem: str  # of its files: "countries/fr"
    records: tuple[Record, ...]


def files_beside(library: Library, desks: Iterable[Desk], moved: Mapping[str, str]) -> dict[str, bytes]:
    """References once; feeds, and pages at the old addresses of articles that moved, for each desk's language."""
    files: dict[str, bytes] = {}
    for desk in desks:
        if not files:
            files = reference_files(library, lists_of(desk))
        files |= feed_files(desk, library, lists_of(desk)) | _redirects(desk, library, moved)
    return files


def _redirects(desk: Desk, library: Library, moved: Mapping[str, str]) -> dict[str, bytes]:
    """A page for each old id that leads to where the article is now."""
    titles = {record.article.id: desk.names.article(record).title for record in library.atlas.records}
    folder = f"{desk.voice.folder}articles"
    return {
        f"{folder}/{old}/index.html": redirect(
            f"../{quote(new)}/", library.site.address(f"{folder}/{new}.md"), titles.get(new, new), desk.voice.tag
        )
        for old, new in moved.items()
    }


def lists_of(desk: Desk) -> Iterator[Listed]:
    """All articles, and those of each country, group and theme that has any."""
    atlas, names = desk.atlas, desk.names
    if atlas.records:
        title = desk.voice.gettext("All articles")
        yield Listed("all", title, "articles/index.md", "articles/all", atlas.records)
    for code, shelf in atlas.countries.items():
        target = names.country(code)
        yield Listed(f"countries/{code}", target.title, target.path, target.path.removesuffix(".md"), shelf.records)
    for kind, shelves, target_of in (("groups", atlas.groups, names.group), ("themes", atlas.themes, names.theme)):
        for id_, shelf in shelves.items():
            target = target_of(id_)
            if len(shelf):
                stem = target.path.removesuffix(".md")
                yield Listed(f"{kind}/{id_}", target.title, target.path, stem, shelf.records)


def reference_files(library: Library, lists: Iterable[Listed]) -> dict[str, bytes]:
    """References to the atlas, to each article, and to all of each list, in three formats."""
    records = library.atlas.records
    days = days_of(records)
    whole = atlas_reference(library.site, library.version(records), days[1] if days is not None else None)
    files = _in_all_formats(ATLAS, [whole])
    for id_, reference in library.references.items():
        files |= _in_all_formats(f"articles/{id_}", [reference])
    for listed in lists:
        references = each_once(library.references[record.article.id] for record in listed.records)
        files |= _in_all_formats(listed.stem, references)
    return files


def _in_all_formats(stem: str, references: list[Reference]) -> dict[str, bytes]:
    return {
        f"{stem}.bib": bibtex(references).encode(),
        f"{stem}.ris": ris(references).encode(),
        f"{stem}.csl.json": csl_json(references).encode(),
    }


def feed_files(desk: Desk, library: Library, lists: Iterable[Listed]) -> dict[str, bytes]:
    """The feeds of each list in the desk's language; articles without a year stand last, without a day."""
    files: dict[str, bytes] = {}
    for listed in lists:
        feed = _feed(desk, library, listed)
        files[feed_path(desk.voice, listed.stem, ATOM)] = atom(feed)
        files[feed_path(desk.voice, listed.stem, JSON_FEED)] = json_feed(feed)
    return files


def _feed(desk: Desk, library: Library, listed: Listed) -> Feed:
    here = feed_path(desk.voice, listed.stem, ATOM)
    site, folder = library.site, desk.voice.folder
    return Feed(
        id=f"{desk.atlas.home or ''}:{folder}{listed.key}",
        title=f"{site.name}: {listed.title}",
        author=site.name,
        language=desk.voice.tag,
        page=_address(site, here, folder + listed.page),
        atom=_address(site, here, here),
        json=_address(site, here, feed_path(desk.voice, listed.stem, JSON_FEED)),
        entries=tuple(_entry(desk, library, here, record) for record in listed.records[:_NEWEST]),
        note=site.description,
    )


def changes_feed(desk: Desk, site: Site, news: Iterable[News]) -> dict[str, bytes]:
    """The feed of what changed, an entry for each note of the history; none where nothing was noted."""
    here, folder = feed_path(desk.voice, STEM, ATOM), desk.voice.folder
    page = _address(site, here, f"{folder}{CHANGES.path}")
    entries = tuple(
        Entry(
            id=f"changes:{folder}{one.on}",
            title=desk.voice.gettext("Changes of {date}", date=one.heading),
            address=page,
            published=one.on,
            updated=one.on,
            summary=desk.voice.listed([one.counts, *one.titles[:_NEWEST]]),
        )
        for one in list(news)[:_NEWEST]
    )
    if not entries:
        return {}
    feed = Feed(
        id=f"{desk.atlas.home or ''}:{folder}changes",
        title=f"{site.name}: {desk.names.index(CHANGES).title}",
        author=site.name,
        language=desk.voice.tag,
        page=page,
        atom=_address(site, here, here),
        json=_address(site, here, feed_path(desk.voice, STEM, JSON_FEED)),
        entries=entries,
        note=site.description,
    )
    return {here: atom(feed), feed_path(desk.voice, STEM, JSON_FEED): json_feed(feed)}


def _entry(desk: Desk, library: Library, here: str, record: Record) -> Entry:
    """An article; an editor's decision about it is a change of it."""
    reference, day = library.references[record.article.id], as_day(when(record))
    decided = [date.fromisoformat(made.on) for made in record.decisions if len(made.on) == len("2024-05-21")]
    date_ = desk.voice.date(str(day) if day is not None else record.article.date)
    said = desk.voice.gettext("{source}, {date}.", source=desk.names.speaker(record), date=date_)
    return Entry(
        id=record.article.id,
        title=desk.names.article(record).title,
        address=_address(library.site, here, f"{desk.voice.folder}articles/{record.article.id}.md"),
        published=day,
        updated=max([*decided, *([day] if day is not None else [])], default=None),
        summary=f"{said} {desk.summary(record)}",
        original=reference.url,
        language=record.findings.language,
        tags=reference.keywords,
    )


def _address(site: Site, here: str, path: str) -> str:
    """The public address of a page or file; where the site's is not known, the way to it from the file `here`."""
    if public := site.address(path):
        return public
    url = page_url(path)
    way = posixpath.relpath(url or ".", posixpath.dirname(here) or ".")
    return quote(way) + ("/" if url.endswith("/") or not url else "")

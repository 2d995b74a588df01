"""What stands beside a page: files with its references, feeds to follow, and how to cite it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from ..export import head, jsonld
from ..export.feed import ATOM, JSON_FEED
from ..model import Record
from .citing import in_words, original_date
from .escape import Markdown, in_language, inert
from .library import Library, newest_of
from .links import Target
from .voice import Voice

#: The formats of references: ending, name, media type.
_FORMATS = (
    ("bib", "BibTeX", "application/x-bibtex"),
    ("ris", "RIS", "application/x-research-info-systems"),
    ("csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json"),
)
_FEEDS = ((ATOM, "Atom"), (JSON_FEED, "JSON Feed"))
#: The kinds of pages that have files under their own name, and those that have the files of all articles.
_OWN, _ALL = frozenset({"country", "group", "theme"}), frozenset({"articles", "home", "data"})


@dataclass(frozen=True, slots=True)
class Beside:
    """Files are pairs of a path in the tree and a name."""

    cite: str  # the page, for people
    original: str = ""  # of an article's page: the original, for people
    references: tuple[tuple[str, str], ...] = ()
    feeds: tuple[tuple[str, str], ...] = ()
    head: str = ""  # HTML for the page's head
    links: tuple[dict[str, str], ...] = ()  # `link` elements for it: rel, type, title, and the path below the root


@dataclass(frozen=True, slots=True)
class Asides:
    """Makes what stands beside the pages of one language."""

    library: Library
    voice: Voice

    def of(self, kind: str, target: Target, description: str, records: Sequence[Record]) -> Beside | None:
        """What stands beside a page of this kind that tells of these records; nothing beside one that tells of none."""
        if not records:
            return None
        if kind == "article":
            return self._article(target, description, records[0])
        stem = target.path.removesuffix(".md") if kind in _OWN else "articles/all" if kind in _ALL else ""
        return self._list(target, records, stem)

    def _article(self, target: Target, summary: str, record: Record) -> Beside:
        """An article's page: the reference to the original, for people, programs and search engines."""
        site, id_ = self.library.site, record.article.id
        reference, date = self.library.references[id_], original_date(record)
        address = site.address(self.voice.folder + target.path)
        document = jsonld.article(reference, target.title, summary, self.voice.tag, address, site.name)
        files = references_at(f"articles/{id_}")
        types = [media_type for _, _, media_type in _FORMATS]
        return Beside(
            self._cite(target, (record,)),
            in_words(reference, self.voice.date(date) if date else ""),
            files,
            head=head.citation_tags(reference, site.name) + head.script(document),
            links=tuple(_link("describedby", t, name, path) for t, (path, name) in zip(types, files, strict=True)),
        )

    def _list(self, target: Target, records: Sequence[Record], stem: str) -> Beside:
        """The page of a list; `stem` is that of its files, where it has any."""
        if not stem:
            return Beside(self._cite(target, records))
        feeds = tuple((feed_path(self.voice, stem, media_type), name) for media_type, name in _FEEDS)
        return Beside(
            self._cite(target, records),
            references=references_at(stem),
            feeds=feeds,
            links=tuple(
                _link("alternate", media_type, f"{target.title} ({name})", path)
                for (media_type, _), (path, name) in zip(_FEEDS, feeds, strict=True)
            ),
        )

    def _cite(self, target: Target, records: Sequence[Record]) -> str:
        """The page as a line for a bibliography, with the version of what it tells."""
        say, date, site = self.voice.gettext, self.voice.date, self.library.site
        last, version = newest_of(records), self.library.version(records)
        if site.built is not None:
            state = say("version {version} of {day}", version=version, day=date(str(site.built)))
        elif last is not None:
            state = say("version {version}, articles up to {day}", version=version, day=date(last.article.date))
        else:
            state = say("version {version}", version=version)
        title = in_language(target.title, "")  # what runs from right to left does not mix with what is around it
        cited = say("{site}: “{title}”, {state}.", site=say(site.name), title=title, state=state)
        address = site.address(self.voice.folder + target.path)
        return Markdown(f"{cited} {inert(address)}") if address else cited


def feed_path(voice: Voice, stem: str, media_type: str) -> str:
    """Where a list's feed is in the tree."""
    return f"{voice.folder}{stem}.{'atom.xml' if media_type == ATOM else 'feed.json'}"


def references_at(stem: str) -> tuple[tuple[str, str], ...]:
    """The files with references of this stem, in every format: path and name."""
    return tuple((f"{stem}.{ending}", name) for ending, name, _ in _FORMATS)


def _link(rel: str, media_type: str, title: str, path: str) -> dict[str, str]:
    return {"rel": rel, "type": media_type, "title": title, "path": quote(path)}

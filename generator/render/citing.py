"""What a bibliography says of the articles in the atlas, and of the atlas; our digest of an article is a note."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ..catalog.axes import NOBODY
from ..edtf import Edtf
from ..export.authors import authors_of
from ..export.reference import Author, Kind, Reference
from ..model import Record
from ..plaintext import clean
from ..script import HAN
from ..site import Site
from ..taxonomy import Source, SourceNames
from .escape import Markdown, in_language, inert
from .names import Names

_KINDS = {
    "agency": Kind.NEWSPAPER,
    "newspaper": Kind.NEWSPAPER,
    "magazine": Kind.MAGAZINE,
    "journal": Kind.JOURNAL,
}
#: Whose unsigned articles are their own word: they are the author.
_CORPORATE = frozenset(
    {"agency", "ministry", "government", "international organisation", "university", "institution", "company"}
)
_HAN = re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Citer:
    """Cites articles, in the words of one language."""

    names: Names
    site: Site
    outlets: SourceNames

    def reference(self, record: Record) -> Reference:
        """The article as its outlet published it. A digest of ours cites the article that it retells.

        Its author is whom the byline names; of an unsigned piece of an agency, ministry, university and the like,
        that body. A title of our own stands in square brackets, as cataloguers do it.
        """
        article, retold, voice = record.article, record.article.digest_of, self.names.voice
        date = original_date(record)
        title = clean(article.title or "")
        if retold is not None:
            title = clean(retold.title or "") or (f"[{title}]" if title else "")
        outlet, source = self._outlet(record)
        authors = authors_of(article.byline or "") if retold is None else ()
        if not authors and outlet and source is not None and source.kind in _CORPORATE:
            authors = (Author(outlet),)
        return Reference(
            id=article.id,
            kind=_KINDS.get(source.kind, Kind.WEBPAGE) if source is not None else Kind.NEWSPAPER,
            title=title or f"[{voice.gettext('Untitled article')}]",
            authors=authors,
            outlet=outlet,
            date=_parsed(date),
            date_words=voice.date(date) if date else "",
            language=record.findings.language if retold is None else "",
            url=(retold.url if retold is not None else article.url) or "",
            accessed=record.archive.on if record.archive is not None else "",
            note=self._note(record),
            keywords=self.keywords(record),
        )

    def keywords(self, record: Record) -> tuple[str, ...]:
        """What the article is filed under, by name."""
        if not record.filed:
            return ()
        names, found = self.names, record.findings
        labels = (
            *(names.country_name(place.code) for place in found.partners),
            *(names.group(tag.id).title for tag in found.groups),
            *(names.theme(tag.id).title for tag in found.themes),
        )
        return tuple(dict.fromkeys(labels))

    def _outlet(self, record: Record) -> tuple[str, Source | None]:
        """The outlet of the original, under its name in the language of the article; and its entry."""
        article, sources = record.article, self.names.atlas.taxonomy.sources
        if article.digest_of is not None:
            printed = clean(article.digest_of.outlet)
            source = sources.get(self.outlets.find(printed) or "")
            chinese = _HAN.search(article.digest_of.title or printed) is not None
        else:
            printed = clean(article.source or "")
            source = sources.get(article.source_id or "")
            chinese = record.findings.language.startswith("zh")
        if source is None:
            return "" if printed.casefold() in NOBODY else printed, None
        return source.name.zh if chinese else source.name.en, source

    def _note(self, record: Record) -> str:
        """How the date is known, where a copy is kept, and what the atlas has of the article."""
        voice, article, archive, date = self.names.voice, record.article, record.archive, original_date(record)
        known = _parsed(date)
        notes = []
        if date and known is not None and (known.inferred or not known.year):
            notes.append(voice.gettext("Date: {date}.", date=voice.date(date)))
        if archive is not None:
            day = voice.date(archive.on)
            notes.append(voice.gettext("Archived copy of {day}: {address}", day=day, address=archive.url))
        if article.digest_of is not None:
            title = self.names.article(record).title
            notes.append(
                voice.gettext("Retold in our own words in {site}: “{title}”.", site=self.site.name, title=title)
            )
        if page := self.site.address(f"articles/{article.id}.md"):
            notes.append(voice.gettext("Filed in {site}: {address}", site=self.site.name, address=page))
        return " ".join(notes)


def atlas_reference(site: Site, version: str, newest: date | None) -> Reference:
    """The atlas as a whole, by its version: of the day on which it was built, else of its `newest` article."""
    day = site.built or newest
    return Reference(
        id=re.sub(r"\W+", "-", site.name.casefold()).strip("-"),
        kind=Kind.DATASET,
        title=site.name,
        authors=(Author(site.name),),
        date=Edtf.parse(day.isoformat()) if day is not None else None,
        url=site.url,
        note=f"Version {version}",
    )


def each_once(references: Iterable[Reference]) -> list[Reference]:
    """The references, with those to the same original (that several digests retell) made one, and its notes joined."""
    found: dict[tuple[object, ...], Reference] = {}
    for one in references:
        original = (one.title, one.outlet, one.date, one.url, one.authors)
        known = found.setdefault(original, one)
        note = known.note if one.note in known.note else f"{known.note} {one.note}"
        found[original] = replace(known, note=note, keywords=tuple(dict.fromkeys((*known.keywords, *one.keywords))))
    return list(found.values())


def in_words(reference: Reference, date: str) -> Markdown:
    """The reference as a line for people: authors, title, outlet, `date`, address; names keep their own direction."""
    parts = [
        ", ".join(in_language(author.name, "") for author in reference.authors),
        f"“{in_language(reference.title, '')}”",
        ", ".join(in_language(part, "") for part in (reference.outlet, date) if part),
        inert(reference.url),
    ]
    return Markdown(". ".join(part for part in parts if part))


def original_date(record: Record) -> str | None:
    """The date of the original."""
    retold = record.article.digest_of
    return retold.date if retold is not None else record.article.date


def _parsed(date: str | None) -> Edtf | None:
    try:
        return Edtf.parse(date) if date else None
    except ValueError:
        return None

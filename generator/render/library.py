"""What the atlas offers to libraries and machines: references, feeds, downloads, and the version they are of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..catalog import Atlas
from ..catalog.order import when
from ..export.reference import Reference
from ..model import Record
from ..settings import Project, Settings
from ..site import Site
from ..taxonomy import compile_sources
from .citing import Citer
from .dates import as_day
from .names import Names
from .published import publishable, published
from .rights import Shown

_DIGITS = 10  # of a version: enough to tell any two states of an atlas apart


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that may leave the house, of one atlas; the same for all languages of the site."""

    atlas: Atlas
    settings: Settings
    site: Site
    shown: dict[str, Shown]  # what may be published, by article id
    references: dict[str, Reference]  # by article id
    lines: dict[str, str]  # by article id: what is published of it, as a line of JSON
    hashes: dict[str, str]  # by article id: of that line

    def version(self, records: Iterable[Record]) -> str:
        """What the content of these records goes by: it changes when anything published of them does."""
        joined = "\n".join(self.hashes[record.article.id] for record in records)
        return hashlib.sha256(joined.encode()).hexdigest()[:_DIGITS]

    @property
    def licence(self) -> str:
        """The licence of our own facts and words (an SPDX id or an address), as sources.yml has it; or nothing."""
        own = self.atlas.taxonomy.sources.get(self.settings.own_source)
        return own.licence or "" if own is not None else ""


def library_of(atlas: Atlas, project: Project, names: Names) -> Library:
    """The library of an atlas, in the words of `names`."""
    shown = publishable(atlas, project.settings)
    citer = Citer(names, project.site, compile_sources(atlas.taxonomy))
    lines = {
        record.article.id: json.dumps(published(record, shown[record.article.id]), ensure_ascii=False)
        for record in atlas.records
    }
    return Library(
        atlas,
        project.settings,
        project.site,
        shown,
        {record.article.id: citer.reference(record) for record in atlas.records},
        lines,
        {id_: hashlib.sha256(line.encode("utf-8", "backslashreplace")).hexdigest() for id_, line in lines.items()},
    )


def newest_of(records: Iterable[Record]) -> Record | None:
    """The record with the latest date; None where no year is known."""
    dated = [(day, record) for record in records if (day := as_day(when(record))) is not None]
    return max(dated, key=lambda pair: pair[0])[1] if dated else None


def days_of(records: Iterable[Record]) -> tuple[date, date] | None:
    """The first and the last day that the records' dates give; None where no year is known."""
    days = [day for record in records if (day := as_day(when(record))) is not None]
    return (min(days), max(days)) if days else None

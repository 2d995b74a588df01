"""The page of everything there is to download, what each file holds, and how to cite the atlas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..export import head, jsonld
from ..export.table import Table
from .beside import references_at
from .desk import Desk
from .downloads import Download, Holdings, licence_of
from .library import Library, days_of
from .lists import ATLAS
from .names import DATA
from .tree import Page
from .voice import mark

_UNITS = (mark("bytes"), mark("kB"), mark("MB"), mark("GB"))


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file in a table."""

    path: str
    name: str
    note: str
    size: str
    columns: tuple[tuple[str, str, str], ...] = ()  # of a table: name, kind of value, meaning
    rows: int = 0


def data_page(desk: Desk, library: Library, holdings: Holdings, more: Mapping[str, bytes]) -> Page:
    """The page; `more` are data files besides the downloads, by path."""
    say, target = desk.voice.gettext, desk.names.index(DATA)
    tables = {f"data/csv/{table.name}.csv": table for table in holdings.tables}
    whole = [_line(desk, one) for one in holdings.downloads if "/" not in one.path.removeprefix("data/")]
    parts = [_line(desk, one, tables[one.path]) for one in holdings.downloads if one.path in tables]
    others = [FileLine(path, path.rpartition("/")[2], "", size(desk, len(data))) for path, data in sorted(more.items())]
    parquet = [_line(desk, one) for one in holdings.downloads if one.path.endswith(".parquet")]
    lead = say("Everything on this site as data: for a spreadsheet, a database, a reference manager or a program.")
    licence = licence_of(library)
    return desk.press.page(
        "data",
        target,
        lead,
        lead=lead,
        whole=whole,
        parts=parts,
        others=others,
        parquet=parquet,
        licence=licence,
        public=bool(library.site.url),
        references=desk.voice.listed([desk.press.file(target.path, path, name) for path, name in references_at(ATLAS)]),
        version=library.version(library.atlas.records),
        head=head.script(_data_set(desk, library, holdings)),
        records=library.atlas.records,
    )


def _line(desk: Desk, download: Download, table: Table | None = None) -> FileLine:
    say = desk.voice.gettext
    columns = tuple((c.name, say(c.type.value), say(c.note)) for c in table.columns) if table is not None else ()
    return FileLine(
        download.path,
        say(download.name),
        say(download.note),
        size(desk, len(download.content)),
        columns,
        len(table.rows) if table is not None else 0,
    )


def size(desk: Desk, number: int) -> str:
    """A number of bytes as people read it: `812 bytes`, `1.2 MB` (of 1,000 kB)."""
    amount, unit = float(number), 0
    while amount >= 1000 and unit < len(_UNITS) - 1:
        amount, unit = amount / 1000, unit + 1
    return f"{desk.voice.number(round(amount, 1) if unit else number)} {desk.voice.gettext(_UNITS[unit])}"


def _data_set(desk: Desk, library: Library, holdings: Holdings) -> str:
    """The data set for search engines."""
    site, records = library.site, library.atlas.records
    covered, licence = days_of(records), licence_of(library)
    modified = site.built or (covered[1] if covered is not None else None)
    return jsonld.data_set(
        jsonld.DataSet(
            name=site.name,
            description=site.description or site.name,
            address=site.address(desk.voice.folder + DATA.path),
            version=library.version(records),
            modified=modified.isoformat() if modified is not None else "",
            covered="/".join(day.isoformat() for day in covered) if covered is not None else "",
            licence=licence.address if licence is not None else "",
            publisher=site.name,
            languages=desk.settings.languages,
            downloads=tuple(_distribution(desk, library, holdings.downloads)),
        )
    )


def _distribution(desk: Desk, library: Library, downloads: Iterable[Download]) -> Iterable[jsonld.Download]:
    """Where the address of the site is not known, files are named as seen from this page."""
    up = "../" * desk.voice.folder.count("/")
    for one in downloads:
        address = library.site.address(one.path) or up + "../" + one.path
        yield jsonld.Download(desk.voice.gettext(one.name), address, one.media_type, len(one.content), one.sha256)

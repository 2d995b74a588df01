"""The whole atlas as files to download: tables in several formats, records, and the descriptors that explain them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from ..export import parquet
from ..export.csvfile import as_csv
from ..export.datapackage import Licence, Package, data_package
from ..export.sqlite import as_sqlite
from ..export.table import Column, Table
from ..export.xlsx import as_xlsx
from .library import Library, days_of
from .tables import Facts
from .voice import mark

#: Tables that only tie others together: of no use in a workbook, whose articles name what they are filed under.
_TIES = frozenset({"partners", "mentions", "article_groups", "article_themes", "article_pairs", "indicators"})

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download."""

    path: str  # "data/atlas.xlsx"
    name: str  # what it is called; to be translated
    note: str  # what it holds; to be translated
    media_type: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The hash of its content, hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Holdings:
    """What there is to download, and the tables in it."""

    downloads: tuple[Download, ...]
    tables: tuple[Table, ...]

    @property
    def files(self) -> dict[str, bytes]:
        """The files by path."""
        return {download.path: download.content for download in self.downloads}


def holdings_of(library: Library) -> Holdings:
    """All downloads of an atlas."""
    tables = [_about(library), *Facts(library.atlas, library.site, library.shown).tables()]
    tables.insert(1, _columns(tables))
    csv = [
        Download(f"data/csv/{table.name}.csv", f"{table.name}.csv", table.note, "text/csv", as_csv(table))
        for table in tables
    ]
    whole = _whole(library, tables)
    return Holdings((*whole, *csv, *_descriptors(library, tables, csv), *_parquet(library, tables)), tuple(tables))


def _whole(library: Library, tables: Sequence[Table]) -> Iterator[Download]:
    """Everything in one file, for each kind of program."""
    sheets = [table for table in tables if table.name not in _TIES]
    yield Download(
        "data/atlas.xlsx",
        mark("Excel workbook"),
        mark("A sheet for each table, without those that only tie others together"),
        XLSX,
        as_xlsx(sheets, library.site.name),
    )
    yield Download(
        "data/atlas.db",
        mark("SQLite database"),
        mark("All tables with their keys; opens in Datasette and DB Browser"),
        "application/vnd.sqlite3",
        as_sqlite(tables),
    )
    lines = [library.lines[record.article.id] + "\n" for record in library.atlas.records]
    yield Download(
        "data/records.jsonl",
        mark("JSON Lines"),
        mark("One record with all its findings on each line; of the articles' words only what we may show"),
        "application/jsonl",
        "".join(lines).encode("utf-8", "backslashreplace"),
    )


def _descriptors(library: Library, tables: Sequence[Table], csv: Sequence[Download]) -> Iterator[Download]:
    site, built = library.site, library.site.built
    licence = licence_of(library)
    package = Package(
        name="cooperation-atlas",
        title=site.name,
        description=site.description or site.name,
        version=library.version(library.atlas.records),
        homepage=site.url,
        licence=licence,
        created=datetime.combine(built, time(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if built is not None else "",
    )
    resources = [
        (table, download.path.removeprefix("data/"), download.content)
        for table, download in zip(tables, csv, strict=True)
    ]
    yield Download(
        "data/datapackage.json",
        mark("Data Package"),
        mark("Describes the CSV files, their columns and keys (Frictionless, version 2)"),
        "application/json",
        data_package(package, resources),
    )


def _parquet(library: Library, tables: Sequence[Table]) -> Iterator[Download]:
    """The tables as Parquet where the owner wants them; the pipeline reports where that cannot be done."""
    if library.settings.parquet and parquet.available():
        for table in tables:
            path = f"data/parquet/{table.name}.parquet"
            media_type = "application/vnd.apache.parquet"
            yield Download(path, f"{table.name}.parquet", table.note, media_type, parquet.as_parquet(table))


def licence_of(library: Library) -> Licence | None:
    """The licence of our own facts and words, with its address."""
    licence = library.licence
    if not licence:
        return None
    if licence.startswith(("https://", "http://")):
        return Licence("", licence)
    return Licence(licence, f"https://spdx.org/licenses/{licence}.html")


def _about(library: Library) -> Table:
    """What the tables are of, and under what they may be used."""
    licence, covered = licence_of(library), days_of(library.atlas.records)
    facts = {
        "title": library.site.name,
        "description": library.site.description,
        "version": library.version(library.atlas.records),
        "home": library.atlas.home or "",
        "articles": str(len(library.atlas.records)),
        "first_date": covered[0].isoformat() if covered else "",
        "last_date": covered[1].isoformat() if covered else "",
        "url": library.site.url,
        "licence": (licence.name or licence.address) if licence is not None else "",
        "rights": "The articles belong to their publishers; claims are theirs. "
        "A count of articles does not measure cooperation.",
    }
    columns = (Column("name", mark("what is told"), required=True), Column("value", mark("what it is")))
    return Table("about", mark("What the tables are of"), columns, tuple(facts.items()), ("name",))


def _columns(tables: Sequence[Table]) -> Table:
    """What each column of each table means."""
    columns = (
        Column("table", mark("the table"), required=True),
        Column("column", mark("the column"), required=True),
        Column("type", mark("string, integer, number or boolean"), required=True),
        Column("note", mark("what it means"), required=True),
        Column("refers_to", mark("the table and column where its values stand")),
    )
    rows = tuple(
        (table.name, column.name, column.type.value, column.note, column.refers_to or None)
        for table in tables
        for column in table.columns
    )
    return Table("columns", mark("What each column means"), columns, rows, ("table", "column"))

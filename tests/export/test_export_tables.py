"""Tables as files: what their own programs read is what was put in, harmless, and the same bytes every time."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from frictionless import Package as Frictionless
from hypothesis import given

from generator.export.csvfile import as_csv
from generator.export.datapackage import Licence, Package, data_package
from generator.export.parquet import as_parquet, available
from generator.export.sqlite import as_sqlite
from generator.export.table import Column, Table, Type
from generator.export.xlsx import as_xlsx
from generator.plaintext import clean

from .samples import NASTY, TEXTS

COUNTRIES = Table(
    "countries",
    "Countries",
    (Column("code", "ISO 3166-1", required=True), Column("name", "In English")),
    (("FR", "France"), ("RS", "Serbia")),
    key=("code",),
)
FIGURES = Table(
    "figures",
    "Figures",
    (
        Column("id", "Number of the row", Type.INTEGER, required=True),
        Column("country", "Whose", refers_to="countries.code"),
        Column("value", "How many", Type.NUMBER),
        Column("own", "Whether it is ours", Type.BOOLEAN),
        Column("what", "Of what"),
    ),
    (
        (1, "FR", -2.5, True, "satellites"),
        (2, "RS", 10_000_000_000, False, "=1+1"),
        (3, None, None, None, "中法合作"),
        (4, "FR", 0.25, True, None),
    ),
    key=("id",),
)
TABLES = (COUNTRIES, FIGURES)
PACKAGE = Package(
    "atlas",
    "Atlas",
    "Everything in tables",
    "1a2b3c4d5e",
    "https://atlas.example/",
    Licence("CC-BY-4.0", "https://spdx.org/licenses/CC-BY-4.0.html"),
    "2024-05-21T00:00:00Z",
)


def texts(*values: str) -> Table:
    """A table of one column."""
    return Table("texts", "Texts", (Column("text", "A text"),), tuple((value,) for value in values))


def cells(data: bytes) -> list[list[str]]:
    """A CSV file as a program reads it that knows the mark."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_begins_with_the_mark_that_excel_needs_and_has_its_line_ends() -> None:
    data = as_csv(FIGURES)
    assert data.startswith(b"\xef\xbb\xbfid,country,value,own,what\r\n")
    assert cells(data)[1:] == [
        ["1", "FR", "-2.5", "true", "satellites"],
        ["2", "RS", "10000000000", "false", "'=1+1"],
        ["3", "", "", "", "中法合作"],
        ["4", "FR", "0.25", "true", ""],
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "＝", "＋", "－", "＠", "\u202e="])
def test_no_text_of_a_csv_file_is_run_as_a_formula(start: str) -> None:
    assert cells(as_csv(texts(f'{start}cmd|"/c calc"!A1')))[1][0].startswith("'")


@given(TEXTS, TEXTS)
def test_any_text_comes_back_from_csv(first: str, second: str) -> None:
    read = [row[0] if row else "" for row in cells(as_csv(texts(first, second)))[1:]]
    assert [
        text.removeprefix("'") if not clean(was).startswith("'") else text
        for text, was in zip(read, (first, second), strict=True)
    ] == [clean(first), clean(second)]


def test_xlsx_has_a_sheet_for_each_table_and_texts_stay_texts() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(TABLES, "Atlas")))
    assert book.sheetnames == ["countries", "figures"]
    assert book.properties.title == "Atlas"
    assert list(book["figures"].values) == [
        ("id", "country", "value", "own", "what"),
        (1, "FR", -2.5, True, "satellites"),
        (2, "RS", 10_000_000_000, False, "=1+1"),
        (3, None, None, None, "中法合作"),
        (4, "FR", 0.25, True, None),
    ]
    assert book["figures"]["E3"].data_type == "s"  # openpyxl would say "f" of a formula
    assert book["figures"].freeze_panes == "A2"


def test_xlsx_takes_nasty_and_very_long_texts() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx([texts(*NASTY, "x" * 40_000)], "Atlas")))
    read = [row[0] for row in book["texts"].values][1:]
    assert read[:-1] == [clean(text) for text in NASTY]
    assert len(read[-1]) == 32_767


def opened(data: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    return connection


def test_sqlite_has_tables_with_keys_that_hold() -> None:
    with opened(as_sqlite(TABLES)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert [row[2:5] for row in connection.execute("PRAGMA foreign_key_list(figures)")] == [
            ("countries", "country", "code")
        ]
        joined = "SELECT name, value FROM figures JOIN countries ON country = code ORDER BY id"
        assert connection.execute(joined).fetchall() == [("France", -2.5), ("Serbia", 1e10), ("France", 0.25)]


def test_sqlite_takes_nasty_texts_and_names() -> None:
    made = Table('odd "name"', "Odd", (Column('a "column"', "Odd"),), tuple((text,) for text in NASTY))
    with opened(as_sqlite([made])) as connection:
        assert [row[0] for row in connection.execute('SELECT * FROM "odd ""name"""')] == [clean(t) for t in NASTY]


@pytest.mark.parametrize(
    "write",
    [
        lambda: as_sqlite(TABLES),
        lambda: as_xlsx(TABLES, "Atlas"),
        lambda: as_csv(FIGURES),
        lambda: data_package(PACKAGE, [(FIGURES, "csv/figures.csv", as_csv(FIGURES))]),
    ],
    ids=["sqlite", "xlsx", "csv", "datapackage"],
)
def test_the_same_tables_give_the_same_bytes_at_another_time(
    write: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock says another year the second time; no file may tell."""
    first = write()

    monkeypatch.setattr("time.time", lambda: 1_900_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 2, 3, 4, 5, 6, 0, 34, 0))
    assert write() == first


def test_xlsx_is_dated_by_no_clock() -> None:
    with zipfile.ZipFile(io.BytesIO(as_xlsx(TABLES, "Atlas"))) as parts:
        properties = parts.read("docProps/core.xml").decode()
    assert re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", properties) == ["1980-01-01T00:00:00Z"] * 2


def write_package(folder: Path, tables: tuple[Table, ...] = TABLES) -> Path:
    """The data package on disk, as it is published."""
    resources = [(table, f"csv/{table.name}.csv", as_csv(table)) for table in tables]
    (folder / "csv").mkdir()
    for _, path, content in resources:
        (folder / path).write_bytes(content)
    descriptor = folder / "datapackage.json"
    descriptor.write_bytes(data_package(PACKAGE, resources))
    return descriptor


def test_the_data_package_validates(tmp_path: Path) -> None:
    """Frictionless checks the descriptor, sizes, hashes, the types of all values, and the keys between the tables."""
    report = Frictionless(str(write_package(tmp_path))).validate()
    assert report.valid, report.flatten(["fieldName", "type", "note"])
    assert [task.stats["rows"] for task in report.tasks] == [2, 4]


def test_the_validator_would_find_a_broken_key(tmp_path: Path) -> None:
    """The check above can fail."""
    broken = Table(FIGURES.name, FIGURES.note, FIGURES.columns, ((1, "XX", None, None, None),), FIGURES.key)
    report = Frictionless(str(write_package(tmp_path, (COUNTRIES, broken)))).validate()
    assert [error[0] for error in report.flatten(["type"])] == ["foreign-key"]


def test_the_descriptor_follows_version_two(tmp_path: Path) -> None:
    """What the profile of version 2 wants beyond what the validator checks."""
    data = json.loads(write_package(tmp_path).read_bytes())
    assert data["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert {"profile", "author"}.isdisjoint(data)  # of version 1
    assert data["licenses"] == [{"name": "CC-BY-4.0", "path": "https://spdx.org/licenses/CC-BY-4.0.html"}]
    assert len({resource["name"] for resource in data["resources"]}) == len(data["resources"])
    for resource in data["resources"]:
        assert resource["$schema"] == "https://datapackage.org/profiles/2.0/dataresource.json"
        assert resource["schema"]["$schema"] == "https://datapackage.org/profiles/2.0/tableschema.json"
        assert not resource["path"].startswith(("/", ".")) and ".." not in resource["path"]
        assert resource["hash"].startswith("sha256:")
        for key in resource["schema"].get("foreignKeys", []):
            assert isinstance(key["fields"], list) and isinstance(key["reference"]["fields"], list)


@pytest.mark.skipif(not available(), reason="the extra `parquet` (pyarrow) is not installed")
def test_parquet_comes_back_with_its_types() -> None:
    from pyarrow import parquet  # noqa: PLC0415 - only there with the extra

    read = parquet.read_table(io.BytesIO(as_parquet(FIGURES)))
    assert read.column_names == [column.name for column in FIGURES.columns]
    assert read.to_pylist()[2] == {"id": 3, "country": None, "value": None, "own": None, "what": "中法合作"}

"""Tables as a SQLite database that Datasette opens; the same bytes for the same tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from ..plaintext import clean
from .table import Column, Table, Type, Value

_TYPES = {Type.STRING: "TEXT", Type.INTEGER: "INTEGER", Type.NUMBER: "REAL", Type.BOOLEAN: "INTEGER"}
#: Where the header of a database names the release of SQLite that wrote it (4 bytes): the only bytes that would differ.
_RELEASE = slice(96, 100)
_ANY_RELEASE = (3_040_000).to_bytes(4, "big")


def as_sqlite(tables: Iterable[Table]) -> bytes:
    """The database. A table must follow those it refers to."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute("BEGIN")
        for table in tables:
            _create(connection, table)
        connection.execute("COMMIT")
        data = bytearray(connection.serialize())
    finally:
        connection.close()
    data[_RELEASE] = _ANY_RELEASE
    return bytes(data)


def _create(connection: sqlite3.Connection, table: Table) -> None:
    lines = [_column(column) for column in table.columns]
    if table.key:
        lines.append(f"PRIMARY KEY ({', '.join(_name(name) for name in table.key)})")
    for column in table.columns:
        if column.refers_to:
            other, _, key = column.refers_to.partition(".")
            lines.append(f"FOREIGN KEY ({_name(column.name)}) REFERENCES {_name(other)} ({_name(key)})")
    connection.execute(f"CREATE TABLE {_name(table.name)} (\n  " + ",\n  ".join(lines) + "\n)")
    for column in table.columns:
        if column.refers_to and table.key[:1] != (column.name,):
            index = _name(f"{table.name}_{column.name}")
            connection.execute(f"CREATE INDEX {index} ON {_name(table.name)} ({_name(column.name)})")
    places = ", ".join("?" for _ in table.columns)
    rows = ([_value(value) for value in row] for row in table.rows)
    connection.executemany(f"INSERT INTO {_name(table.name)} VALUES ({places})", rows)  # noqa: S608 - names are quoted


def _column(column: Column) -> str:
    return f"{_name(column.name)} {_TYPES[column.type]}{' NOT NULL' if column.required else ''}"


def _value(value: Value) -> Value:
    return clean(value) if isinstance(value, str) else value


def _name(name: str) -> str:
    """An identifier in quotes."""
    return '"' + name.replace('"', '""') + '"'

"""A table of facts, in no format yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Value = str | int | float | bool | None


class Type(StrEnum):
    """What a column holds, by its name in Table Schema."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; its note is what people read about it."""

    name: str
    note: str
    type: Type = Type.STRING
    required: bool = False
    refers_to: str = ""  # "countries.code": the table and column where each of its values stands


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of values, one for each column. `key` names the columns that tell its rows apart."""

    name: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    key: tuple[str, ...] = ()

"""Tables as an Excel workbook, a sheet for each; the same bytes for the same tables."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from ..plaintext import clean
from .table import Column, Table, Value

#: Limits of the format.
MOST_ROWS = 1_048_575  # below the row of headings
_LONGEST_TEXT = 32_767
_LONGEST_NAME = 31
#: What every text is written as: a text, whatever it looks like.
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_CREATED = datetime(1980, 1, 1)  # a fixed day, so that the bytes do not change
_NARROWEST, _WIDEST = 8, 48  # characters


def as_xlsx(tables: Iterable[Table], title: str) -> bytes:
    """The workbook. A table of more rows than a sheet can have is cut there."""
    out = io.BytesIO()
    book = Workbook(out, _OPTIONS)
    book.set_properties({"title": clean(title), "created": _CREATED})
    bold = book.add_format({"bold": True})
    for table in tables:
        sheet = book.add_worksheet(table.name[:_LONGEST_NAME])
        sheet.freeze_panes(1, 0)
        for index, column in enumerate(table.columns):
            sheet.set_column(index, index, _width(table, index, column))
            sheet.write_string(0, index, column.name, bold)
        rows = table.rows[:MOST_ROWS]
        sheet.autofilter(0, 0, len(rows), max(len(table.columns) - 1, 0))
        for number, row in enumerate(rows, start=1):
            for index, value in enumerate(row):
                _write(sheet, number, index, value)
    book.close()
    return out.getvalue()


def _write(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, str):
        sheet.write_string(row, column, clean(value)[:_LONGEST_TEXT])
    elif value is not None:
        sheet.write_number(row, column, value)


def _width(table: Table, index: int, column: Column) -> int:
    """Wide enough for most: the longest of the heading and the first rows."""
    longest = max((len(str(row[index])) for row in table.rows[:50] if row[index] is not None), default=0)
    return min(max(longest + 1, len(column.name) + 3, _NARROWEST), _WIDEST)

"""A table as CSV (RFC 4180) that spreadsheets open rightly and harmlessly."""

from __future__ import annotations

import csv
import io

from ..plaintext import clean
from .table import Table, Value

#: What makes a spreadsheet take a text for a formula, also in the full-width forms that some locales accept.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def as_csv(table: Table) -> bytes:
    """The table in UTF-8 with a byte order mark, without which Excel takes it for another encoding."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str:
    """A value as text; a text that a spreadsheet would run as a formula gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return repr(value)
    text = clean(value)
    return f"'{text}" if text.startswith(_FORMULA) else text

"""A table as Parquet, where pyarrow is installed (the extra `parquet`)."""

from __future__ import annotations

import importlib.util
import io

from ..plaintext import clean
from .table import Table, Type


def available() -> bool:
    """Whether Parquet can be written here."""
    return importlib.util.find_spec("pyarrow") is not None


def as_parquet(table: Table) -> bytes:
    """The table; raises ImportError without pyarrow."""
    import pyarrow as arrow  # noqa: PLC0415 - heavy, and only there with the extra
    from pyarrow import parquet  # noqa: PLC0415

    types = {
        Type.STRING: arrow.string(),
        Type.INTEGER: arrow.int64(),
        Type.NUMBER: arrow.float64(),
        Type.BOOLEAN: arrow.bool_(),
    }
    columns = [
        arrow.array(
            [clean(value) if isinstance(value, str) else value for value in (row[index] for row in table.rows)],
            types[column.type],
        )
        for index, column in enumerate(table.columns)
    ]
    out = io.BytesIO()
    parquet.write_table(arrow.Table.from_arrays(columns, [column.name for column in table.columns]), out)
    return out.getvalue()

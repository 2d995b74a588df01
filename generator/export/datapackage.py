"""The descriptor of the data files: a Frictionless Data Package, version 2."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..plaintext import clean
from .table import Column, Table

_PROFILES = "https://datapackage.org/profiles/2.0"


@dataclass(frozen=True, slots=True)
class Licence:
    """Under what the data may be used."""

    name: str  # SPDX id; empty where only an address is known
    address: str


@dataclass(frozen=True, slots=True)
class Package:
    """What the descriptor says of the whole."""

    name: str
    title: str
    description: str
    version: str
    homepage: str  # empty where the site's address is not known
    licence: Licence | None
    created: str = ""  # RFC 3339; empty where only the clock would know


def data_package(package: Package, resources: Iterable[tuple[Table, str, bytes]]) -> bytes:
    """The descriptor of tables with the path (below the descriptor) and the bytes of each one's CSV file."""
    licence = package.licence
    data = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": package.name,
        "title": clean(package.title),
        "description": clean(package.description),
        "version": package.version,
        "created": package.created,
        "homepage": package.homepage,
        "licenses": [_known({"name": licence.name, "path": licence.address})] if licence is not None else [],
        "resources": [_resource(table, path, content) for table, path, content in resources],
    }
    return (json.dumps(_known(data), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _resource(table: Table, path: str, content: bytes) -> dict[str, Any]:
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": table.name.replace("_", "-"),
        "type": "table",
        "path": path,
        "description": table.note,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    foreign = [(column.name, *column.refers_to.split(".")) for column in table.columns if column.refers_to]
    return _known(
        {
            "$schema": f"{_PROFILES}/tableschema.json",
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": [name], "reference": {"resource": other.replace("_", "-"), "fields": [key]}}
                for name, other, key in foreign
            ],
        }
    )


def _field(column: Column) -> dict[str, Any]:
    required = {"constraints": {"required": True}} if column.required else {}
    return {"name": column.name, "type": column.type.value, "description": column.note, **required}


def _known(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value}

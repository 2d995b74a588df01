"""The difference of two JSON objects as a JSON Merge Patch, and its application (RFC 7396).

A merge patch says "remove" with null, so the objects themselves must hold none: a snapshot leaves out what is not
known. For such objects `apply(a, difference(a, b)) == b` and `difference(a, a) == {}`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"
JsonObject: TypeAlias = Mapping[str, Json]


def difference(old: JsonObject, new: JsonObject) -> dict[str, Json]:
    """The merge patch that makes `new` of `old`, keys sorted; raises ValueError for a null in `new`."""
    patch: dict[str, Json] = {}
    for key in sorted(old.keys() | new.keys()):
        if key not in new:
            patch[key] = None
        elif key not in old:
            patch[key] = _without_null(new[key], key)
        elif (change := _changed(old[key], new[key], key)) is not _SAME:
            patch[key] = change
    return patch


def apply(old: JsonObject, patch: JsonObject) -> dict[str, Json]:
    """`old` after `patch`; neither is changed."""
    result: dict[str, Json] = dict(old)
    for key, change in patch.items():
        if change is None:
            result.pop(key, None)
        elif isinstance(change, Mapping):
            before = result.get(key)
            result[key] = apply(before if isinstance(before, Mapping) else {}, change)
        else:
            result[key] = change
    return result


def same(old: Json, new: Json) -> bool:
    """Whether two values are the same JSON."""
    return json.dumps(old, sort_keys=True) == json.dumps(new, sort_keys=True)


#: Says that two values are the same; no JSON value is it.
_SAME: Json = object()  # type: ignore[assignment]


def _changed(old: Json, new: Json, key: str) -> Json:
    """The patch of one value, or `_SAME`. Compared as JSON: to Python 1 equals true, also inside a list."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return difference(old, new) or _SAME
    if same(old, new):
        return _SAME
    return _without_null(new, key)


def _without_null(value: Json, key: str) -> Json:
    """`value`, if a patch can carry it; lists are replaced whole, and may hold what they like."""
    if value is None:
        raise ValueError(f"{key!r} is null, which a merge patch cannot set; leave the key out instead")
    if isinstance(value, Mapping):
        for inner, below in value.items():
            _without_null(below, f"{key}.{inner}")
    return value

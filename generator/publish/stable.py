"""Makes Pagefind's index the same bytes every time.

Pagefind keeps its filters, and the values of each, in hash maps: it writes them in an order that changes from run to
run, and names the files by a hash of what they then hold. Everything else it writes is stable. We sort these lists and
name the files anew.
"""

from __future__ import annotations

import gzip
import hashlib
import json

_SIGNATURE = b"pagefind_dcd"
_FILTERS = 3  # the metadata is [version, pages, chunks, filters, sorts, fields], a filter in it [name, file]
_VALUES = 1  # a filter's file is [name, values], a value [label, pages]
_UINT, _TEXT, _ARRAY = 0, 3, 4  # major types of CBOR (RFC 8949), the ones that occur


def stable_index(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files of an index with filters in a fixed order, under names that follow from their content."""
    filters = {path: data for path, data in files.items() if path.endswith(".pf_filter")}
    stable = {path: data for path, data in files.items() if path not in filters}
    renamed: dict[bytes, bytes] = {}
    for path, data in filters.items():
        content = _sorted_part(gzip.decompress(data), _VALUES)
        old = path.removeprefix("filter/").removesuffix(".pf_filter")
        new = _named(content, old)
        renamed[old.encode()] = new.encode()
        stable[f"filter/{new}.pf_filter"] = gzip.compress(content, mtime=0)

    entry = json.loads(files["pagefind-entry.json"])
    for index in entry["languages"].values():
        content = gzip.decompress(stable.pop(f"pagefind.{index['hash']}.pf_meta"))
        for old_name, new_name in renamed.items():
            content = content.replace(old_name, new_name)
        content = _sorted_part(content, _FILTERS)
        index["hash"] = _named(content, index["hash"])
        stable[f"pagefind.{index['hash']}.pf_meta"] = gzip.compress(content, mtime=0)
    stable["pagefind-entry.json"] = json.dumps(entry, ensure_ascii=False, sort_keys=True).encode()
    return stable


def _named(content: bytes, old: str) -> str:
    """A name like `old`, of the same length, with a hash of the content: `en_1a2b3c4`."""
    language, _, digits = old.rpartition("_")
    return f"{language}_{hashlib.sha256(content).hexdigest()[: len(digits)]}"


def _sorted_part(content: bytes, part: int) -> bytes:
    """The content of a file with the list at position `part` sorted; raises ValueError for a shape we do not know."""
    if not content.startswith(_SIGNATURE):
        raise ValueError("this is no file of Pagefind's index")
    major, count, position = _head(content, len(_SIGNATURE))
    if major != _ARRAY or count <= part:
        raise ValueError("Pagefind's index has a shape we do not know")
    for _ in range(part):
        position = _end(content, position)
    major, count, start = _head(content, position)
    if major != _ARRAY:
        raise ValueError("Pagefind's index has a shape we do not know")
    items, position = [], start
    for _ in range(count):
        end = _end(content, position)
        items.append(content[position:end])
        position = end
    return content[:start] + b"".join(sorted(items)) + content[position:]


def _head(content: bytes, position: int) -> tuple[int, int, int]:
    """Major type, value and the position after the head of the CBOR item at `position`."""
    major, value = content[position] >> 5, content[position] & 0x1F
    position += 1
    if value < 24:
        return major, value, position
    if value > 27:
        raise ValueError("CBOR of indefinite length")
    width = 1 << (value - 24)
    return major, int.from_bytes(content[position : position + width]), position + width


def _end(content: bytes, position: int) -> int:
    """The position after the CBOR item at `position`."""
    major, value, position = _head(content, position)
    if major == _TEXT:
        return position + value
    if major == _ARRAY:
        for _ in range(value):
            position = _end(content, position)
    elif major != _UINT:
        raise ValueError("CBOR of an unexpected type")
    return position

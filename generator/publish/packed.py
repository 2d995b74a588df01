"""The files of Pagefind's index: a signature and CBOR (RFC 8949), of a page JSON, compressed."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Sequence
from typing import Any

import cbor2

_SIGNATURE = b"pagefind_dcd"
_ARRAY = 0x80  # what the head of an array begins with


def opened(data: bytes) -> bytes:
    """The content of a file of the index; raises ValueError for a file that is none."""
    content = gzip.decompress(data)
    if not content.startswith(_SIGNATURE):
        raise ValueError("this is no file of Pagefind's index")
    return content.removeprefix(_SIGNATURE)


def unpacked(data: bytes) -> Any:
    """What a file of the index holds as CBOR; raises ValueError for a shape we do not know."""
    try:
        return cbor2.loads(opened(data))
    except cbor2.CBORDecodeError as fault:
        raise ValueError(f"Pagefind's index has a shape we do not know: {fault}") from fault


def packed(content: bytes) -> bytes:
    """A file of the index with that content; the same content gives the same bytes."""
    return gzip.compress(_SIGNATURE + content, mtime=0)


def encoded(value: Any) -> bytes:
    """A value as CBOR."""
    return cbor2.dumps(value)


def array(items: Sequence[bytes]) -> bytes:
    """The CBOR of an array, from that of its items: what is encoded once need not be again."""
    count = len(items)
    if count < 24:
        return bytes([_ARRAY + count]) + b"".join(items)
    width = next(width for width in range(4) if count < 1 << (8 << width))  # of the number: 1, 2, 4 or 8 bytes
    return bytes([_ARRAY + 24 + width]) + count.to_bytes(1 << width) + b"".join(items)


def named(content: bytes, old: str) -> str:
    """A name like `old`, of the same length, with a hash of the content: `en_1a2b3c4`."""
    language, _, digits = old.rpartition("_")
    return f"{language}_{hashlib.sha256(content).hexdigest()[: len(digits)]}"

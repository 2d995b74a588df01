"""Finds the words of a source in whatever a site consists of: every file, in every form it may be packed or written in.

It knows nothing of pages, feeds or downloads; a new kind of output is searched as soon as it is there.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import sqlite3
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

_HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
#: Where one text ends and another begins: a cell, a block, a string. Extracts that stand side by side are no run.
_BREAK = "\0"
_TOKEN = re.compile(rf"[{_HAN}]|[^\W_{_HAN}]+|{_BREAK}")
_INLINE = re.compile(r"</?(?:a|abbr|b|bdi|cite|em|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_CELLS = re.compile(r'(?<!\\)"\s*[,:\]}]+\s*[\[{]*\s*"|\||",|,"')  # of JSON, CSV and Markdown
_BLOCKS = re.compile(r"\n[ \t]*\n")  # of Markdown
_PAIRS = re.compile(rf"(?<![{_HAN}])(?:[{_HAN}]{{2}}\s+)+[{_HAN}](?![{_HAN}])")  # as the search index cuts Chinese

#: A run of fewer tokens says nothing of where it comes from: names of things are as long.
WINDOW = {"en": 8, "zh": 14}


@dataclass(frozen=True)
class Found:
    """What a site shows of a body: the longest run, where it stands, and the share of the body that stands in runs."""

    longest: int  # tokens: words, or single Han characters
    where: str
    share: float


def tokens(text: str) -> list[str]:
    """Words and Han characters, without regard to case, width, accents on their own, and punctuation."""
    return _TOKEN.findall(unicodedata.normalize("NFKC", text).casefold())


def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Every text in every file below a folder, with the file's path; one file may have several readings."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            yield name, unquote(name)
            for text in dict.fromkeys(readings(path.read_bytes())):
                yield name, text


def readings(data: bytes) -> Iterator[str]:
    """What may be read in a file's bytes: unpacked, decoded, and freed of mark-up and escapes."""
    if data.startswith(b"\x1f\x8b"):
        yield from readings(gzip.decompress(data))
    elif data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield from readings(archive.read(name))
    elif data.startswith(b"SQLite format 3\0"):
        yield from _of_database(data)
    elif data.startswith(b"PAR1"):
        yield from _of_parquet(data)
    elif data.startswith(b"%PDF"):
        for stream in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
            yield _inflated(stream).decode("utf-8", "replace")
    else:
        yield from _of_text(data.decode("utf-8", "replace"))


def _of_database(data: bytes) -> Iterator[str]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    try:
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                for cell in row:
                    yield from readings(cell) if isinstance(cell, bytes) else _of_text(str(cell))
    finally:
        connection.close()


def _of_parquet(data: bytes) -> Iterator[str]:
    from pyarrow import BufferReader  # noqa: PLC0415 - an extra: where it is missing, no such file is written
    from pyarrow.parquet import read_table  # noqa: PLC0415

    for column in read_table(BufferReader(data)).to_pydict().values():
        for cell in column:
            yield from _of_text(str(cell))


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def _of_text(text: str) -> Iterator[str]:
    """The text as it stands, and without mark-up, escapes, and the cutting of Chinese into pairs."""
    yield from _of_json(text)
    text = _BLOCKS.sub(_BREAK, text.replace(_BREAK, " "))
    unescaped = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    forms = [unquote(text), unescaped, _without_tags(unescape(text)), unescape(_without_tags(text))]
    forms = [_CELLS.sub(_BREAK, form) for form in forms] + [re.sub(r'"\s*,\s*"', " ", text)]  # words as a list
    for form in dict.fromkeys(forms):
        yield form
        if _PAIRS.search(form):
            yield _PAIRS.sub(lambda run: "".join(pair[0] for pair in run[0].split()), form)


def _without_tags(text: str) -> str:
    return _TAG.sub(_BREAK, _INLINE.sub("", text))


def _of_json(text: str) -> Iterator[str]:
    """Every string in JSON, or in JSON Lines."""
    for part in [text, *text.splitlines()] if text.lstrip()[:1] in ("{", "[") else []:
        try:
            yield from _strings(json.loads(part))
        except ValueError:
            continue


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield from (data, _without_tags(unescape(data)))
    elif isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)


@dataclass(frozen=True)
class _Body:
    """A body to look for."""

    tokens: list[str]
    window: int
    covered: set[int]


def search(texts: Iterable[tuple[str, str]], bodies: dict[str, tuple[str, str]]) -> dict[str, Found]:
    """What the texts (place, text) show of each of the bodies (language, text), by the bodies' names."""
    sought = {name: _Body(tokens(text), WINDOW[language], set()) for name, (language, text) in bodies.items()}
    longest: dict[str, tuple[int, str]] = dict.fromkeys(sought, (0, ""))
    index: dict[int, dict[tuple[str, ...], list[tuple[str, int]]]] = {window: {} for window in WINDOW.values()}
    for name, body in sought.items():
        for at in range(len(body.tokens) - body.window + 1):
            window = tuple(body.tokens[at : at + body.window])
            index[body.window].setdefault(window, []).append((name, at))
    first = {window[0] for starts in index.values() for window in starts}  # spares most of the looking up
    for place, text in texts:
        found = tokens(text)
        for size, starts in index.items():
            running: dict[tuple[str, int], int] = {}
            for at in range(len(found) - size + 1):
                here = starts.get(tuple(found[at : at + size]), ()) if found[at] in first else ()
                running = {(name, start): running.get((name, start - 1), size - 1) + 1 for name, start in here}
                for (name, start), length in running.items():
                    sought[name].covered.update(range(start, start + size))
                    longest[name] = max(longest[name], (length, place))
    return {
        name: Found(*longest[name], share=len(body.covered) / len(body.tokens) if body.tokens else 0.0)
        for name, body in sought.items()
    }

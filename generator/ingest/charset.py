"""Bytes to text: byte order marks, UTF-8, what the file declares, and else the most plausible reading.

Detectors made for web pages take short Chinese news in GB18030 for Big5 or Korean. Here every encoding that could be
meant reads the bytes, and the reading that looks most like its language wins (see plausible.py).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from .plausible import Script, any_script, score

#: Below this mean weight per character a reading is no language that we know.
_PLAUSIBLE = 0.6
#: As much as is needed to tell encodings apart; scoring a long file in full would only cost time.
_SAMPLE = 20_000

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32le", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32be", "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16be", "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class _Legacy:
    """An encoding without a mark of its own."""

    name: str  # IANA, lower case
    codec: str
    script: Script


_LEGACY = (
    _Legacy("windows-1252", "cp1252", Script.WESTERN),
    _Legacy("gb18030", "gb18030", Script.CHINESE),
    _Legacy("big5", "big5hkscs", Script.CHINESE),
    _Legacy("utf-16le", "utf-16-le", Script.CHINESE),
    _Legacy("utf-16be", "utf-16-be", Script.CHINESE),
    _Legacy("shift_jis", "cp932", Script.JAPANESE),
    _Legacy("euc-jp", "euc_jp", Script.JAPANESE),
    _Legacy("euc-kr", "cp949", Script.KOREAN),
    _Legacy("windows-1251", "cp1251", Script.CYRILLIC),
    _Legacy("koi8-r", "koi8_r", Script.CYRILLIC),
    _Legacy("windows-1250", "cp1250", Script.CENTRAL_EUROPEAN),
    _Legacy("windows-1254", "cp1254", Script.TURKISH),
    _Legacy("windows-1253", "cp1253", Script.GREEK),
    _Legacy("windows-1256", "cp1256", Script.ARABIC),
    _Legacy("windows-1255", "cp1255", Script.HEBREW),
)

#: Names that pages declare for less than they use, as browsers read them.
_MEANT = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5-hkscs": "big5",
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "us-ascii": "windows-1252",
    "ascii": "windows-1252",
    "sjis": "shift_jis",
    "x-sjis": "shift_jis",
    "ks_c_5601-1987": "euc-kr",
}

_DECLARED = re.compile(
    rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)|<meta[^>]{0,300}?charset\s*=\s*[\"']?([\w.:-]+)", re.I
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the encoding it was read in, and how many of its bytes had to be replaced."""

    text: str
    charset: str  # IANA name, lower case
    bad: int = 0  # places where U+FFFD stands for bytes that could not be read
    line: int = 0  # 1-based line of the first of them
    offset: int = 0  # 0-based byte of the first of them


def decode(data: bytes) -> Decoded | None:
    """The text in `data`; None where no single encoding makes sense of it."""
    for mark, name, codec in _BOMS:
        if data.startswith(mark):
            return _read(data, name, codec, skip=len(mark))
    if b"\0" in data:
        return _wide(data)
    utf8 = _read(data, "utf-8", "utf-8")
    if utf8.bad == 0 or _damaged_utf8(data, utf8, sequences=2):
        return utf8
    return _declared(data) or _detect(data) or (utf8 if _damaged_utf8(data, utf8, sequences=1) else None)


def _read(data: bytes, name: str, codec: str, skip: int = 0) -> Decoded:
    """`data` in an encoding, bytes that do not fit it replaced by U+FFFD."""
    body = data[skip:]
    try:
        return Decoded(body.decode(codec), name)
    except UnicodeDecodeError as fault:
        text = body.decode(codec, "replace")
        start = fault.start
    bad = max(1, text.count("\ufffd") - data.count("\ufffd".encode()) * (codec == "utf-8"))
    return Decoded(text, name, bad, line=data[:start].count(b"\n") + 1, offset=start + skip)


def _damaged_utf8(data: bytes, read: Decoded, sequences: int) -> bool:
    """Whether this is UTF-8 with a few broken bytes: `sequences` good ones for each bad one, and 99 % good bytes.

    Another encoding makes hardly any valid sequence by chance, so good ones are the proof.
    """
    good = sum(char > "\x7f" for char in read.text) - read.bad
    return good >= sequences * read.bad and read.bad * 100 <= max(len(data), 100)


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 without a mark: the only texts with NUL bytes in them."""
    readings = []
    for name in ("utf-32le", "utf-32be", "utf-16le", "utf-16be"):
        width = 4 if "32" in name else 2
        sample = data[: _SAMPLE // width * width]
        readings.append((any_script(sample.decode(name, "replace")), name))
    best, name = max(readings)
    return _read(data, name, name) if best >= _PLAUSIBLE else None


def _declared(data: bytes) -> Decoded | None:
    """The reading that an HTML page or XML prolog asks for, unless it makes no sense."""
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii").lower()
    name = _MEANT.get(name, name)
    for encoding in _LEGACY:
        if encoding.name == name:
            sensible = score(_sample(data, encoding).decode(encoding.codec, "replace"), encoding.script) >= _PLAUSIBLE
            return _read(data, name, encoding.codec) if sensible else None
    try:
        text = data.decode(name)
    except (LookupError, ValueError):  # UnicodeError is a ValueError
        return None
    return Decoded(text, name)


def _detect(data: bytes) -> Decoded | None:
    """The most plausible reading; of two alike the first in the list."""
    best, chosen = _PLAUSIBLE, None
    for encoding in _LEGACY:
        reached = score(_sample(data, encoding).decode(encoding.codec, "replace"), encoding.script)
        if reached > best:
            best, chosen = reached, encoding
    return _read(data, chosen.name, chosen.codec) if chosen else None


def _sample(data: bytes, encoding: _Legacy) -> bytes:
    """The part of `data` that tells encodings apart: its first lines that are not ASCII."""
    if encoding.codec.startswith("utf-16"):
        return data[:_SAMPLE]
    lines, size = [], 0
    for line in data.split(b"\n"):
        if not line.isascii():
            lines.append(line)
            size += len(line)
            if size > _SAMPLE:
                break
    sample = b"\n".join(lines)
    return sample if size <= 2 * _SAMPLE else sample[: 2 * _SAMPLE]

"""Which files are articles, and their bytes: sizes, kinds of file, and what is no text at all."""

from __future__ import annotations

import os
import stat
import unicodedata
from pathlib import Path

from ..model import Format
from ..problems import Problem, error
from ..settings import Limits

FORMATS: dict[str, Format] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
_BACKUPS = ("~", ".swp", ".swo", ".bak", ".tmp")
_LITTER = {"thumbs.db", "desktop.ini"}

#: How files start that are no text, whatever their name says.
_MAGIC = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG\r\n": "a PNG image",
    b"GIF8": "a GIF image",
    b"\xff\xd8\xff": "a JPEG image",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!\x1a": "a RAR archive",
    b"\x7fELF": "a program",
}


def list_articles(folder: Path) -> list[tuple[Path, str]]:
    """Every file below `folder` that may be an article, with its document name, sorted by name.

    Files that cannot be read as articles (a PDF, a linked folder) are listed too, so that `ingest_file` can say why;
    hidden files, editors' backups and READMEs are passed over. A folder that does not exist holds nothing.
    """
    found: list[tuple[str, Path]] = []
    closed: list[OSError] = []
    for base, folders, files in os.walk(folder, onerror=closed.append):  # follows no links: no loops, no way out
        folders[:] = [name for name in folders if not name.startswith(".")]
        linked = [name for name in folders if (Path(base) / name).is_symlink()]
        for name in (*files, *linked):
            if not _passed_over(name):
                path = Path(base) / name
                found.append((document_name(path.relative_to(folder)), path))
    shut = [Path(fault.filename) for fault in closed if Path(fault.filename) != folder]
    found += [(document_name(path.relative_to(folder)), path) for path in shut]
    return [(path, name) for name, path in sorted(found)]


def document_name(path: Path) -> str:
    """The name of a document: POSIX separators, NFC, and always valid Unicode."""
    return unicodedata.normalize("NFC", os.fsencode(path.as_posix()).decode("utf-8", "replace"))


def _passed_over(name: str) -> bool:
    """Whether a file was never meant as an article."""
    lower = name.lower()
    return (
        lower.startswith((".", "#"))
        or lower.endswith(_BACKUPS)
        or lower in _LITTER
        or lower.partition(".")[0] == "readme"
    )


def read_bytes(path: Path, limits: Limits, shown: str) -> tuple[bytes | None, list[Problem]]:
    """The bytes of an article file, or why they cannot be used."""
    if path.suffix.lower() not in FORMATS and not path.is_dir():
        kinds = ", ".join(sorted(FORMATS))
        message = f"files of the kind {path.suffix or 'without a suffix'!r} cannot be read; save it as one of {kinds}."
        return None, [error("unsupported-format", message, file=shown, example=f"{path.stem}.txt")]
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):  # a link could publish any file of the machine that builds
            message = "this is no plain file (links are not followed); put the article files themselves here."
            return None, [error("not-a-file", message, file=shown)]
        with path.open("rb") as stream:
            data = stream.read(limits.file_bytes + 1)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        return None, [error("unreadable", f"the file cannot be read: {reason}.", file=shown)]
    if len(data) > limits.file_bytes:
        return None, [_too_large(max(status.st_size, len(data)), limits, shown)]
    fault_found = _no_text(data, shown)
    return (None, [fault_found]) if fault_found else (data, [])


def _too_large(size: int, limits: Limits, shown: str) -> Problem:
    """Says the size, the limit, and the setting that moves it."""
    message = (
        f"the file has {size:,} bytes, more than the {limits.file_bytes:,} that limits.file_bytes in "
        "content/atlas.yml allows; split it, or raise the limit."
    )
    return error("too-large", message, file=shown, example=f"limits: {{file_bytes: {size}}}")


def _no_text(data: bytes, shown: str) -> Problem | None:
    """What is wrong with bytes that hold nothing, or something else than text."""
    if not data.strip():
        return empty_file(shown)
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            message = f"this is {kind} under the name of a text; save its text as .txt, .md or .html."
            return error("binary-file", message, file=shown)
    return None


def empty_file(shown: str) -> Problem:
    """The problem of a file without a single word."""
    return error("empty-file", "the file is empty; paste the article's text into it, or delete it.", file=shown)

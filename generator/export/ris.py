"""References as RIS, for EndNote, Zotero, Mendeley and library catalogues.

Tags as Zotero and EndNote read them for newspaper and magazine articles and web pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..plaintext import clean
from .reference import Kind, Reference

_TYPES = {
    Kind.NEWSPAPER: "NEWS",
    Kind.MAGAZINE: "MGZN",
    Kind.JOURNAL: "JOUR",
    Kind.WEBPAGE: "ELEC",
    Kind.DATASET: "DATA",
}


def ris(references: Iterable[Reference]) -> str:
    """The references as one file; a value never leaves its line, and lines end as RIS wants it."""
    lines = (f"{tag}  - {clean(value)}".rstrip() if tag != "ER" else "ER  - " for tag, value in _lines(references))
    return "".join(f"{line}\r\n" for line in lines)


def _lines(references: Iterable[Reference]) -> Iterator[tuple[str, str]]:
    for reference in references:
        yield "TY", _TYPES[reference.kind]
        for tag, value in _fields(reference):
            if value:
                yield tag, value
        yield "ER", ""


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "ID", reference.key
    yield "TI", reference.title
    for author in reference.authors:
        yield "AU", f"{author.family}, {author.given}" if author.family else _undivided(author.name)
    yield "T2", reference.outlet
    yield "PY", f"{reference.year:04}" if reference.year else ""
    yield "DA", _day(reference)
    yield "LA", reference.language
    yield "UR", reference.url
    yield "Y2", reference.accessed.replace("-", "/")
    for word in reference.keywords:
        yield "KW", word
    yield "N1", reference.note


def _undivided(name: str) -> str:
    """A name whose parts are not known: RIS cuts at commas."""
    return name.replace(",", "")


def _day(reference: Reference) -> str:
    """`2024/05/21/`; what is not known is left empty between its slashes."""
    known = reference.day("/")
    return known + "/" * (3 - known.count("/")) if known else ""

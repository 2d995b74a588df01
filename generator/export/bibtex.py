"""References as BibTeX (UTF-8), for BibTeX, biblatex, JabRef and Zotero alike."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from ..plaintext import clean
from .reference import Author, Kind, Reference

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "{}$&%#_"},
}
#: Braces without a partner go by their names: BibTeX counts them even behind a backslash.
_LONE = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_SPECIAL = re.compile("[" + re.escape("".join(_ESCAPES)) + "]")


def bibtex(references: Iterable[Reference]) -> str:
    """The references as one file; entries are separated by an empty line."""
    return "\n".join(_entry(reference) for reference in references)


def _entry(reference: Reference) -> str:
    """One entry. `date` is for biblatex and Zotero, `year` for BibTeX; braces keep titles and names as printed."""
    web = reference.kind in (Kind.WEBPAGE, Kind.DATASET)
    inferred = "?" if reference.date is not None and reference.date.inferred else ""
    fields = {
        "author": " and ".join(_author(author) for author in reference.authors),
        "title": f"{{{_text(reference.title)}}}",
        "howpublished" if web else "journal": _text(reference.outlet),
        "date": reference.day() + inferred if reference.day() else "",
        "year": f"{reference.year:04}" if reference.year else "",
        "url": quote(clean(reference.url), safe=":/?#[]@!$&'()*+,;=%-._~"),
        "urldate": reference.accessed,
        "langid": clean(reference.language),
        "keywords": ", ".join(_text(word.replace(",", "")) for word in reference.keywords),
        "note": _text(reference.note),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{'misc' if web else 'article'}{{{reference.key},\n{lines}}}\n"


def _author(author: Author) -> str:
    """A name; one whose parts are not known stands in braces, so that nobody cuts it."""
    if author.family:
        return f"{{{_text(author.family)}}}, {{{_text(author.given)}}}"
    return f"{{{_text(author.name)}}}"


def _text(text: str) -> str:
    plain = clean(text)
    escapes = _ESCAPES if _paired(plain) else _ESCAPES | _LONE
    return _SPECIAL.sub(lambda found: escapes[found[0]], plain)


def _paired(text: str) -> bool:
    """Whether every brace has its partner."""
    depth = 0
    for character in re.findall("[{}]", text):
        depth += 1 if character == "{" else -1
        if depth < 0:
            return False
    return depth == 0

"""Whose page it is, where no masthead or credit says it: a name in the head that the end or an address has again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..taxonomy import SourceNames
from .boilerplate import is_furniture
from .dates import find_dates
from .masthead import is_issue_line
from .rows import Kind, Row, is_paragraph
from .source import is_publication, letterhead_name
from .words import fold, han, matches, width

_PIECES = re.compile(
    r"\s*[|｜丨·•\t]\s*|\s+[—–/-]{1,2}\s+|\s*[\[\]()（）【】«»]\s*|\s+[-–—](?=\w)|,\s+(?=\d)|　+"
    r"|\s+(?=(?:vol|no|issue|nr)\b\.?\s*\d)",
    re.IGNORECASE,
)
_MAKERS = re.compile(  # "The fortnightly letter of the ..."
    r"^.{0,60}\b(?:letter|newsletter|bulletin|web ?site|site|magazine|journal|service|publication|brief"
    r"|digest|organ|page)\s+(?:of|from|by)\s+(?:the\s+)?(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"(?:@|\bwww\.|//)((?:[\w-]+\.)+[a-z]{2,})", re.IGNORECASE)
_COMMON = {"mail", "news", "press", "info", "web", "site", "media", "www", "newsletter", "list", "lists", "example"}
_LONGEST = 60  # columns of a name
_WORDS = 8
_LEAST = 5  # letters of a name, and of a part of an address, that can tell anything
_END = 8  # rows in which a page says whose it is
_HEAD = 14


def outlet_named(rows: Sequence[Row], sources: SourceNames) -> str | None:
    """The first name in the head of a page that its end repeats, or that its addresses are made of; None without."""
    limit = next((i for i, row in enumerate(rows) if is_paragraph(row)), len(rows))
    head, rest = rows[: min(limit, _HEAD)], rows[limit:]
    said = [row.text for row in rest[-_END:]] + [row.text for row in rest if row.kind is Kind.FOOTER]
    ends = [_letters(text) for text in said]
    hosts = domains(row.text for row in rows)
    for row in head:
        if letterhead_name(row.text, sources) is not None:
            return None  # the page says it by itself
        for piece in _names(row):
            again = any(_letters(piece) in end for end in ends)
            if again or is_host(piece, hosts) or (piece != row.text and is_publication(piece, sources)):
                return piece
    return None


def domains(texts: Iterator[str] | Sequence[str]) -> set[str]:
    """The telling parts of the addresses in some texts: "riverpost" of "desk@riverpost.example"."""
    parts = {part for text in texts for host in _DOMAIN.findall(text) for part in host.lower().split(".")[:-1]}
    return {_letters(part) for part in parts - _COMMON if len(_letters(part)) >= _LEAST}


def is_host(name: str, hosts: set[str]) -> bool:
    """Whether an address is made of a name or of its beginning."""
    squashed = _letters(re.sub(r"^the\s+", "", name, flags=re.IGNORECASE))
    return any(squashed.startswith(host) or (len(squashed) >= _LEAST and host.startswith(squashed)) for host in hosts)


def _names(row: Row) -> Iterator[str]:
    """The parts of a head line that may be a name."""
    if not (row.title_like or row.kind is Kind.ISSUE):
        return
    made = _MAKERS.match(row.text)
    for piece in _PIECES.split(row.text[made.end() :] if made else row.text):
        words = piece.split()
        capital = bool(words) and (han(piece) > 0 or all(word[0].isupper() for word in words if len(word) > 3))
        telling = width(_letters(piece)) >= _LEAST and width(piece) <= _LONGEST and 1 <= len(words) <= _WORDS
        if capital and telling and not (find_dates(piece) or is_issue_line(piece) or _is_of_the_page(piece)):
            yield piece.strip()


def _is_of_the_page(piece: str) -> bool:
    """Whether a part of a line is a button or the name of a section."""
    return is_furniture(piece) or matches("label", piece)


def _letters(text: str) -> str:
    """A text without blanks, marks and case."""
    return re.sub(r"[\W_]+", "", fold(text))

"""The authors that a byline names.

Names stay as printed. Which part is the family's is taken only from what the byline itself shows (a comma, capitals):
Chinese, Korean, Hungarian and other names are printed in either order, and a guess would turn some of them round.
"""

from __future__ import annotations

import re

from ..plaintext import clean
from ..script import HAN
from .reference import Author

#: Between authors for certain; 和 and 与 may also stand inside a name.
_BETWEEN = re.compile(rf"\s*(?:[;；、/／&]|\b(?:and|et|und|y)\b)\s*|(?<=[{HAN}]{{2}})[和与](?=[{HAN}]{{2}})")
_COMMA = re.compile(rf"\s*[,，]\s*|(?<=[{HAN}])\s+(?=[{HAN}])")
_INVERTED = re.compile(rf"(?P<family>[^\W\d{HAN}]\S*),\s+(?P<given>[^\W\d{HAN}]\S*(?:\s[^\W\d{HAN}]\S*){{0,2}})")
_BY = re.compile(r"^(?:by|from|文|记者|本报记者)\s*[:：/]?\s+", re.IGNORECASE)


def authors_of(byline: str) -> tuple[Author, ...]:
    """The authors in `byline`, in their order, each once; none for an empty one."""
    found: list[Author] = []
    for part in _BETWEEN.split(_BY.sub("", clean(byline))):
        if inverted := _INVERTED.fullmatch(part.strip()):  # Quill, Ada
            found.append(Author(part.strip(), inverted["family"], inverted["given"]))
        else:
            found += [_author(name) for piece in _COMMA.split(part) if (name := piece.strip(" ,，."))]
    return tuple(dict.fromkeys(found))


def _author(name: str) -> Author:
    """A name; the family's part is known where it alone is in capitals: `ZHANG Yue`, `Jean DUPONT`."""
    words = name.split()
    loud = [len(word) > 1 and word.isupper() for word in words]
    if len(words) > 1 and sum(loud) == 1 and (loud[0] or loud[-1]):
        at = 0 if loud[0] else len(words) - 1
        family = words.pop(at)
        return Author(name, family.title(), " ".join(words))
    return Author(name)

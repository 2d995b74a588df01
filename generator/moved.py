"""Articles whose address has changed: `content/redirects.yml` leads each old one to where the article is now.

An id is made of date, title and the document's name; who changes one of them in a file that is already published writes
the old id and the new one here, and old links keep working.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from .problems import Problem, error
from .yamlfile import parse, read_text

_ID = re.compile(r"[^\W_]+(?:-[^\W_]+)*")  # as identity.py makes them, so that it is one part of a path and no more
_LONGEST = 200
_EXAMPLE = "2024-05-21-old-title-3f2a91: 2024-05-21-new-title-7b0c44"


def load_moved(path: Path, shown: str, known: Collection[str]) -> tuple[dict[str, str], list[Problem]]:
    """Where each article went, by its old id; `known` are the ids of the articles that have a page.

    A line that is wrong is left out and reported. A move to an id that has moved on leads to the last one.
    """
    if not path.is_file():
        return {}, []
    text, problems = read_text(path, shown)
    if text is None:
        return {}, problems
    data, positions, problems = parse(text, shown)
    if problems or data is None:
        return {}, problems
    if not isinstance(data, dict):
        message = "old and new ids are wanted here, a line each."
        return {}, [error("redirects", message, file=shown, line=1, example=_EXAMPLE)]
    moved: dict[str, str] = {}
    moves = {str(old): str(new) for old, new in data.items()}
    for old in moves:
        new, fault = _last(old, moves, known)
        if fault:
            line = positions.line((old,))
            problems.append(error("redirects", fault, file=shown, line=line, field=old, example=_EXAMPLE))
        else:
            moved[old] = new
    return moved, problems


def _last(old: str, moves: Mapping[str, str], known: Collection[str]) -> tuple[str, str]:
    """Where an id leads in the end, and what is wrong with that: nothing, or a sentence."""
    if not _ID.fullmatch(old) or len(old) > _LONGEST:
        return "", f"{old!r} is no id of an article; it is the last part of its page's address."
    if old in known:
        return "", "this article is still there; only an id that is free can lead elsewhere."
    seen, new = {old}, moves[old]
    while new in moves and new not in known:
        if new in seen:
            return "", f"the moves from {old!r} lead in a circle."
        seen.add(new)
        new = moves[new]
    return (new, "") if new in known else ("", f"no article has the id {new!r}.")

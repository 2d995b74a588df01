"""Pages as text browsers print them: a number before each link, and the addresses in a list at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..model import Line

_HEADS = {"references", "visible links", "links"}
_ADDRESS = re.compile(r"^\s*(?:\d{1,4}\.|\[\d{1,4}\])\s+(?:https?|ftp|file|mailto|javascript):\S*\s*$", re.IGNORECASE)
_MARK = re.compile(r"\[\d{1,4}\](?=\S)")


def without_links(lines: Sequence[Line]) -> list[Line]:
    """The lines without the numbers of links and the list of their addresses; other pages as they are."""
    end = next((i for i in reversed(range(len(lines))) if lines[i].text.strip(" :").casefold() in _HEADS), None)
    listed = lines[end + 1 :] if end is not None else []
    if end is None or not listed or not all(_ADDRESS.match(line.text) for line in listed):
        return list(lines)
    bare = [replace(line, text=_MARK.sub("", line.text).strip()) for line in lines[:end]]
    return [line for line in bare if line.text]

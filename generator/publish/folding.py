"""Traditional and simplified Chinese alike: what a search compares is simplified, what it shows is as printed.

A character stands for a character, so that places in the folded text are places in the printed one. More characters
than extraction reads by (script.py), because a reader may type any of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("traditional.txt")


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    """Simplified characters by the code points of the traditional ones."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    pairs = "".join(line for line in lines if not line.startswith("#"))
    return {ord(old): new for old, new in zip(pairs[::2], pairs[1::2], strict=True)}


def folded(text: str) -> str:
    """The text with simplified characters, of the same length."""
    return text if text.isascii() else text.translate(_table())


def folding_for(texts: Iterable[str]) -> bytes:
    """The table for the browser, as JSON: two texts of the same length, `from` and `to`.

    It holds only what a query needs: the characters that lead to one of `texts`, which are folded.
    """
    wanted = set[str]().union(*texts)
    pairs = sorted((chr(old), new) for old, new in _table().items() if new in wanted)
    table = {"from": "".join(old for old, _ in pairs), "to": "".join(new for _, new in pairs)}
    return json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()

"""How Chinese text is cut for the search engine.

Pagefind finds words and beginnings of words. Chinese has no blanks, and a segmenter decides for the reader what a
word is: it finds 新格局 but not the 格局 inside. So every run of Han characters is written as overlapping pairs, and
its last character once more alone: 新格局 becomes `新格 格局 局`. Each character then begins one token, so that a
single character is found as a beginning, and any longer run as the pairs it consists of. The first characters of the
tokens are the run again. templates/theme/assets/han.js holds the same rule for the browser.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ..script import ANY_HAN

_HAN_RUN = re.compile(f"[{ANY_HAN}]+")


def index_form(text: str) -> str:
    """A text as the index holds it: Han runs as pairs, one blank between tokens."""
    return _cut(text, len)


def query_form(text: str) -> str:
    """A query as the index understands it: as `index_form`, but a run of several characters asks for its pairs only."""
    return _cut(text, lambda run: max(len(run) - 1, 1))


def _cut(text: str, count: Callable[[str], int]) -> str:
    """The text with each Han run as its first `count(run)` tokens."""

    def tokens(match: re.Match[str]) -> str:
        run = match.group()
        return f" {' '.join(run[start : start + 2] for start in range(count(run)))} "

    return " ".join(_HAN_RUN.sub(tokens, text).split())

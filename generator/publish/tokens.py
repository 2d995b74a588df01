"""How Chinese text is cut for the search engine.

Pagefind finds words and beginnings of words. Chinese has no blanks, and a segmenter decides for the reader what a
word is: it finds 新格局 but not the 格局 inside. So every run of Han characters is written as overlapping pairs, and
its last character once more alone: 新格局 becomes `新格 格局 局`. Each character then begins one token, so that a
single character is found as a beginning, and any longer run as the pairs it consists of. The first characters of the
tokens are the run again. templates/theme/assets/han.js holds the same rule for the browser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from ..script import ANY_HAN

_HAN_RUN = re.compile(f"[{ANY_HAN}]+")

#: Characters of a run up to which a query asks for every pair; the same in han.js.
_LONG = 8


def index_form(text: str) -> str:
    """A text as the index holds it: Han runs as pairs, one blank between tokens."""
    return _cut(text, _all)


def query_form(text: str) -> str:
    """A query as the index understands it: as `index_form`, but a run of several characters asks for its pairs only.

    Of a long run it asks for every other pair, which still covers each character.
    """
    return _cut(text, _asked)


def _all(run: str) -> Iterable[int]:
    """Where the tokens of a run in the index begin."""
    return range(len(run))


def _asked(run: str) -> Iterable[int]:
    """Where the tokens that a query has of a run begin."""
    last = max(len(run) - 2, 0)
    return dict.fromkeys([*range(0, last, 1 if len(run) <= _LONG else 2), last])


def _cut(text: str, starts: Callable[[str], Iterable[int]]) -> str:
    """The text with each Han run as the tokens that begin at `starts(run)`."""

    def tokens(match: re.Match[str]) -> str:
        run = match.group()
        return f" {' '.join(run[start : start + 2] for start in starts(run))} "

    return " ".join(_HAN_RUN.sub(tokens, text).split())

"""A text as the runs of words it is made of, so that two texts can be compared however they were edited.

A *shingle* is three consecutive tokens (A. Z. Broder, "On the resemblance and containment of documents", 1997). A token
is a word, or a pair of neighbouring characters in scripts without blanks: a shingle of Chinese is four characters.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from ...script import UNSPACED, simplified

_RUN = re.compile(rf"(?P<unspaced>[{UNSPACED}]+)|[^\W_{UNSPACED}]+")
_SENTENCE_END = re.compile(r"(?<=[.!?。！？；;])\s*")

#: A passage is whole sentences of together at least this many tokens (enough to tell chance from copying), or a
#: paragraph that has fewer.
_PASSAGE = 24
#: Odd numbers that mix the hashes of three words; any would do, but the same ones must be used always.
_MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
_MASK = (1 << 64) - 1
#: One shingle in this many stands in the index: Broder's "0 mod m" sketch, which edits elsewhere do not move; of a
#: short text all of them.
_SAMPLED, _SHORT = 4, 60


@dataclass(frozen=True, slots=True)
class Text:
    """The shingles of an article, as 64-bit hashes, passage by passage."""

    passages: tuple[array[int], ...]

    @property
    def size(self) -> int:
        """How many shingles it has."""
        return sum(map(len, self.passages))

    def shingles(self) -> frozenset[int]:
        """All of them, each once."""
        return frozenset(shingle for passage in self.passages for shingle in passage)

    def sketch(self) -> list[int]:
        """A fixed part of the shingles, by which articles that may be copies find each other, in a fixed order."""
        every = self.shingles()
        if len(every) <= _SHORT:
            return sorted(every)
        return sorted(shingle for shingle in every if (shingle >> 32) % _SAMPLED == 0)


def text_of(body: str) -> Text:
    """The shingles of a body, without regard to case, punctuation, full-width and traditional forms."""
    return Text(tuple(array("Q", _shingles(tokens)) for tokens in _passages(body)))


def _passages(body: str) -> Iterator[list[str]]:
    """The tokens of each passage; none reaches over the end of a paragraph, where another hand may begin."""
    for paragraph in simplified(unicodedata.normalize("NFKC", body)).casefold().split("\n"):
        passages: list[list[str]] = [[]]
        for sentence in _SENTENCE_END.split(paragraph):
            tokens = list(_tokens(sentence))
            if len(passages[-1]) < _PASSAGE:
                passages[-1] += tokens
            else:
                passages.append(tokens)
        if len(passages) > 1 and len(passages[-1]) < _PASSAGE:
            last = passages.pop()
            passages[-1] += last
        yield from filter(None, passages)


def _tokens(text: str) -> Iterator[str]:
    for run in _RUN.finditer(text):
        word = run.group()
        if run["unspaced"] and len(word) > 1:
            yield from (word[at : at + 2] for at in range(len(word) - 1))
        else:
            yield word


def _shingles(tokens: list[str]) -> Iterator[int]:
    """The hashes of every three tokens in a row. They are the same on every machine, so that a build is too."""
    numbers = [_number(token) for token in tokens]
    for one, two, three in zip(numbers, numbers[1:], numbers[2:], strict=False):
        yield (one * _MIX[0] ^ two * _MIX[1] ^ three * _MIX[2]) & _MASK


@lru_cache(maxsize=200_000)
def _number(token: str) -> int:
    return crc32(token.encode("utf-8", "surrogatepass")) + 1

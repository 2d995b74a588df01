"""Cuts Pagefind's index of words into small parts, so that a search fetches little.

Pagefind cuts it every 30 KB, and a query fetches one part for each of its words, most of which is about other words.
Ours are four times smaller. Three rules:

- Every word a reader may type lies within a part, also one that no page holds: a part begins where the one before it
  ends. Pagefind looks for the parts of a query by comparing what was typed with where parts begin and end; what falls
  between two of them it does not find, although its stem, or words it is the beginning of, are there.
- Words that begin alike stay together, as a query finds the words it is the beginning of only within its own part.
- A word that stands everywhere is there a second time, with a mark that nobody types, and with few of its places on
  each page. Whoever asks for words, rather than for a phrase, gets the pages in the same order from a fraction of the
  bytes (engine.js asks so): for a word of every page Pagefind's list of all places takes longer to read than to search.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Any

from .packed import array, encoded, named, packed, unpacked

#: What marks the second form of a frequent word: a letter nobody types. The same in engine.js.
MARK = "\ua66e"
_CHUNKS = 2  # the metadata is [version, pages, chunks, filters, sorts, fields], a chunk in it [from, to, file]
_SIZE = 16_000  # bytes of a part at most, before compression, if it holds more than one word
_FREQUENT = 1_500  # places from which on a word gets a second form
_PLACES = 2  # of a frequent word on a page: of more the order of the results hardly depends
_LAST = "\U0010ffff"  # comes after everything that is typed
_SURROGATES = range(0xD800, 0xE000)  # are no characters

Word = list[Any]  # [word, [[page, places, places in metadata], ...], variants]


def small_parts(files: dict[str, bytes], metadata: list[Any]) -> tuple[dict[str, bytes], list[Any], list[str]]:
    """The files and metadata of an index with small parts, and the frequent words that are there in a second form."""
    words: list[Word] = []
    old = ""
    for _, _, old in metadata[_CHUNKS]:
        words += unpacked(files[f"index/{old}.pf_index"])[0]
    frequent = [word for word in words if sum(len(places) for _, places, _ in word[1]) > _FREQUENT]
    words = sorted([*words, *map(_second_form, frequent)], key=lambda word: word[0])
    names, blobs = [word[0] for word in words], [encoded(word) for word in words]
    whole, chunks = {}, []
    for start, end in pairwise(_cuts(names, [len(blob) for blob in blobs])):
        content = array([array(blobs[start:end])])
        chunks.append([_border(names, start), _before(_border(names, end)), named(content, old)])
        whole[f"index/{chunks[-1][2]}.pf_index"] = packed(content)
    kept = {path: data for path, data in files.items() if not path.endswith(".pf_index")}
    metadata = [*metadata[:_CHUNKS], chunks, *metadata[_CHUNKS + 1 :]]
    return kept | whole, metadata, [word[0] for word in frequent]


def _second_form(word: Word) -> Word:
    """The word with the mark, and the first few places of each page."""
    name, pages, variants = word
    return [name + MARK, [[page, _first(places), meta] for page, places, meta in pages], variants]


def _first(places: list[int]) -> list[int]:
    """The first few places; each is the distance from the one before, and a negative number a change of weight."""
    seen = 0
    for index, place in enumerate(places):
        seen += place >= 0
        if seen > _PLACES:
            return places[:index]
    return places


def _cuts(names: list[str], sizes: list[int]) -> Iterator[int]:
    """Where the parts begin, and where the last one ends: in their second half, between the least like words."""
    start = 0
    while start < len(names):
        yield start
        end, size, cuts = start, 0, []
        while end < len(names) and (end == start or size + sizes[end] <= _SIZE):
            size += sizes[end]
            end += 1
            if 2 * size >= _SIZE or end == len(names):
                cuts.append((_alike(names, end), -end))
        start = -min(cuts, default=(0, -end))[1]
    yield len(names)


def _alike(names: list[str], index: int) -> int:
    """With how many characters the word begins as the one before it does; less than none where there is no word."""
    if not 0 < index < len(names):
        return -1
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(names[index - 1], names[index], strict=False))
    return sum(1 for _ in alike)


def _border(names: list[str], index: int) -> str:
    """The shortest text that comes after the word before `index`, and not after the word there; "" at both ends."""
    return names[index][: 1 + _alike(names, index)] if index < len(names) else ""


def _before(border: str) -> str:
    """A text that comes before the border, and after all that is typed and does; after everything, where it is ""."""
    code = ord(border[-1]) - 1 if border else 0
    return (border[:-1] + chr(code if code not in _SURROGATES else _SURROGATES.start - 1) if border else "") + _LAST

"""Which articles are worth comparing: those that share enough of their sketches, found in one pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from .shingles import Text

#: A shingle leads to the last few texts that held it. Copies hold the same rare ones and stay connected through each
#: other; a phrase that everybody uses costs no more than a rare one, so that the time grows with the corpus alone.
_REMEMBERED = 6
#: Copies share at least this part of the smaller sketch: what `compare` asks for, less what chance takes.
_SHARED = 0.1
_AT_LEAST = 2  # shingles


def candidates(texts: Sequence[Text]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes (earlier, later) into `texts` that may be copies. Near each other in order, sooner found."""
    holders: dict[int, tuple[int, ...]] = {}
    sizes: list[int] = []
    for index, text in enumerate(texts):
        sketch = text.sketch()
        sizes.append(len(sketch))
        shared = Counter(earlier for shingle in sketch for earlier in holders.get(shingle, ()))
        for earlier, number in sorted(shared.items()):
            if number >= max(_AT_LEAST, _SHARED * min(len(sketch), sizes[earlier])):
                yield earlier, index
        _remember(holders, sketch, index)


def _remember(holders: dict[int, tuple[int, ...]], sketch: Iterable[int], index: int) -> None:
    for shingle in sketch:
        holders[shingle] = (*holders.get(shingle, ())[1 - _REMEMBERED :], index)

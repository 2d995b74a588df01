"""With whom a theme is: the countries and groups that the pieces of an article which tell of it name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ..model import Evidence, Naming
from .sentences import Span

if TYPE_CHECKING:
    from .places import Spot

_PART = re.compile(r"[;；]")
_CLAUSE = re.compile(r"[:：;；，]|,(?=\s)")
_AND = re.compile(r"\s(?:and|while|whereas)\s|以及|[和与及并]")
_LISTED = re.compile(  # what stands between the names of "Peru, Chile and the ..."
    r"(?:,\s|，|、|\s)?(?:(?:and|or|as well as)\s|以及|[和与及同])?(?:the\s)?"
)


_TOGETHER = re.compile(r"|\s?[-‐‑–—/]\s?|\s(?:and|&)\s(?:the\s)?|[、与和同]")


class Piece(NamedTuple):
    """A piece of an article, and where in its text the words that tell of a theme begin."""

    evidence: Evidence
    words: Sequence[int]


@dataclass(frozen=True, slots=True)
class Named:
    """Who is named where in an article, in the order of its texts, and whom it is filed under."""

    title: Sequence[Spot] = ()
    body: Sequence[Spot] = ()
    text: str = ""  # the body, whose paragraphs an empty line parts
    filed: frozenset[str] = frozenset()  # codes of partners and ids of groups
    is_home: Callable[[str], bool] = lambda _: False

    def namings(self, pieces: Sequence[Piece], words: Sequence[int]) -> tuple[Naming, ...]:
        """Whom `pieces`, the most telling first, name: each party once, with the first piece that tells of it.

        `words` are the places of the words of all themes in the body, in order.

        A sentence that names nobody tells of the only one in its paragraph under whom the article is filed. A title
        with several names may enumerate them and their themes: it counts where no sentence tells of anybody.
        """
        own = [self._named_by(piece, words) for piece in pieces]
        listed = [p.evidence.field == "title" and not self._only(o) for p, o in zip(pieces, own, strict=True)]
        ways = (
            [() if several else parties for parties, several in zip(own, listed, strict=True)],
            [() if self._settles(parties) else self._around(p) for p, parties in zip(pieces, own, strict=True)],
            own,
            [self._only(self._parties(self.title))] if pieces else [],
        )
        told: dict[str, int] = {}
        for number, way in enumerate(ways):
            if number < 2 or not self._settles(told):
                for rank, parties in enumerate(way):
                    told = dict.fromkeys(parties, rank) | told
        named = [(tuple(p for p in told if told[p] == rank), piece.evidence) for rank, piece in enumerate(pieces)]
        return tuple(Naming(tuple(sorted(parties)), evidence) for parties, evidence in named if parties)

    def _named_by(self, piece: Piece, words: Sequence[int]) -> tuple[str, ...]:
        """Those in the clauses with its words, if the article is filed under one; else in all, a title's lone one."""
        titled = piece.evidence.field == "title"
        spots = _between(self.title if titled else self.body, piece.evidence.start, piece.evidence.end)
        for stop in (_CLAUSE,) if titled else (_CLAUSE, _PART):
            beside = self._parties(_beside(piece, spots, stop, piece.words if titled else words))
            if self._filed(beside):
                return beside
        return self._only(self._parties(spots)) if titled else self._parties(spots)

    def _around(self, piece: Piece) -> tuple[str, ...]:
        """The only one whom its paragraph names and the article is filed under."""
        start, end = piece.evidence.start, piece.evidence.end
        if piece.evidence.field == "title":
            return ()
        stop = self.text.find("\n\n", end)
        spots = _between(self.body, self.text.rfind("\n\n", 0, start) + 1, stop if stop >= 0 else len(self.text))
        return self._only(self._parties(spots))

    def _parties(self, spots: Iterable[Spot]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(spot.party for spot in spots if not self.is_home(spot.party)))

    def _settles(self, parties: Iterable[str]) -> bool:
        """Whether nobody else need be looked for: somebody whom the article is filed under, or another country."""
        return any(party.isupper() or party in self.filed for party in parties)

    def _filed(self, parties: Iterable[str]) -> tuple[str, ...]:
        return tuple(party for party in parties if party in self.filed)

    def _only(self, parties: Iterable[str]) -> tuple[str, ...]:
        """Those whom the article is filed under if there is one country among them, or no country and one group."""
        filed = self._filed(parties)
        countries = [party for party in filed if party.isupper()]
        return filed if len(countries or filed) == 1 else ()


NOBODY = Named()


def side_by_side(text: str, spots: Sequence[Spot]) -> Iterator[Span]:
    """Where two countries, or cities of two, are named together: "Sino-French", 中法, "Chile and Finland"."""
    for one, two in pairwise(spots):
        both = one.party != two.party and one.party.isupper() and two.party.isupper()
        if both and _TOGETHER.fullmatch(text, one.end, two.start):
            yield Span(one.start, two.end)


def _beside(piece: Piece, spots: Sequence[Spot], stop: re.Pattern[str], words: Sequence[int]) -> list[Spot]:
    """The spots in those parts of the piece, as `stop` and "and" cut it, that hold its words; no list is cut."""
    text, start = piece.evidence.exact, piece.evidence.start
    lists, ands = [], []
    for one, two in pairwise(spots):
        gap = one.end - start, two.start - start
        alike = one.hint == two.hint  # a list of cities or one of countries: not "in Lima, Kenya and China signed"
        both = _AND.match(text, gap[0]) and not _any(words, one.end, two.start)  # France and the Republic of Peru
        if alike and (both or _LISTED.fullmatch(text, *gap)):
            lists.append(range(one.end, two.start))
        else:
            ands += [start + cut.end() for cut in _AND.finditer(text, *gap)][-1:]
    stops = (start + cut.end() for cut in stop.finditer(text))
    cuts = [cut for cut in stops if not any(cut - 1 in gap for gap in lists)]
    cuts = sorted({*cuts, *_parallels(piece.evidence, spots, cuts, ands, words)})
    parts = {bisect_right(cuts, word) for word in piece.words}
    return [spot for spot in spots if bisect_right(cuts, spot.start) in parts]


def _parallels(
    piece: Evidence, spots: Sequence[Spot], cuts: Sequence[int], ands: Sequence[int], words: Sequence[int]
) -> Iterator[int]:
    """The `ands` that part a clause into two that both name somebody and tell of something."""

    def tells(first: int, last: int) -> bool:
        return bool(_between(spots, first, last)) and _any(words, first, last)

    for start, last in pairwise([piece.start, *cuts, piece.end]):
        first = start
        for cut in ands:
            if first < cut < last and tells(first, cut) and tells(cut, last):
                yield (first := cut)


def _any(words: Sequence[int], start: int, end: int) -> bool:
    """Whether a word begins between two places."""
    return bisect_left(words, start) < bisect_left(words, end)


def _between(spots: Sequence[Spot], start: int, end: int) -> Sequence[Spot]:
    """The spots that begin from `start` on and before `end`."""
    return spots[bisect_left(spots, start, key=_start) : bisect_left(spots, end, key=_start)]


def _start(spot: Spot) -> int:
    return spot.start

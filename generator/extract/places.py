"""Every place in an article where a country or a group is named, and which one it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ..model import Article
from .lexicon import HINTS, FilingLexicon, Kind, Name, is_country
from .matcher import Hit
from .not_places import is_chinese_language, is_chinese_person, is_language, is_money, is_person, is_state
from .short_forms import find_short_forms, is_short_name, of_the_time

Field = Literal["title", "body"]

_WEIGHT = {
    Kind.NAME: 3.0,
    Kind.DEMONYM: 3.0,
    Kind.PREFIX: 3.0,
    Kind.FORMER: 2.0,
    Kind.CAPITAL: 2.0,
    Kind.CITY: 1.5,
}
_ORDER = list(Kind)
_NAMED = frozenset({Kind.NAME, Kind.DEMONYM, Kind.CAPITAL, Kind.CITY})
_HYPHEN = re.compile(r"[-‐‑–—]")


class Spot(NamedTuple):
    """A place where a text names a party."""

    start: int
    end: int
    kind: Kind
    party: str

    @property
    def hint(self) -> bool:
        """Whether it is only a city: it supports its country, and never names it."""
        return self.kind in HINTS


@dataclass(frozen=True, slots=True)
class Places:
    """The spots of an article, in order; `doubtful` holds pairs that were read by likelihood alone."""

    title: tuple[Spot, ...]
    body: tuple[Spot, ...]
    doubtful: tuple[str, ...]


def find_places(article: Article, lexicon: FilingLexicon, home: str | None) -> Places:
    """All names of countries and groups in the title and the body, each with the one party that it means."""
    title = article.title or ""
    speaker = lexicon.source_country.get(article.source_id or "") or home
    body_hits, persons = _without_persons(article.body, _hits(article.body, lexicon), lexicon)
    title_hits = [hit for hit in _hits(title, lexicon) if not _is_titled_person(title, hit, persons, body_hits)]
    # A masked phrase ("New Mexico") stays until here, so that nothing inside of it is read.
    texts: tuple[tuple[str, list[Hit[Name]]], ...] = ((title, title_hits), (article.body, body_hits))
    seen = _weigh((hit for _, hits in texts for hit in hits), lexicon.rules.supported)
    whole = f"{title}\n{article.body}"
    spots = [_spots(text, hits, seen, lexicon, whole, speaker) for text, hits in texts]
    doubtful: list[str] = []
    forms = of_the_time(lexicon.shorts, title + article.body)
    for (text, hits), found in zip(texts, spots, strict=True):
        for short in find_short_forms(text, _covering(hits, lexicon), forms, seen, home):
            found.append(Spot(short.start, short.end, Kind.SHORT, short.party))
            if not short.sure:
                doubtful.append(text[max(0, short.start - 1) : short.end + 1])
        found.sort(key=lambda spot: spot.start)
    return Places(tuple(spots[0]), tuple(spots[1]), tuple(dict.fromkeys(doubtful)))


def _hits(text: str, lexicon: FilingLexicon) -> list[Hit[Name]]:
    """The names in `text`, without short forms that cannot stand where they do."""
    return [
        hit
        for hit in lexicon.names.find(text)
        if any(name.kind is not Kind.SHORT for name in hit.values)
        or is_short_name(text, hit.start, hit.end, lexicon.shorts)
    ]


def _without_persons(text: str, hits: list[Hit[Name]], lexicon: FilingLexicon) -> tuple[list[Hit[Name]], set[str]]:
    """The hits that are no person's name, and the full names of those that are ("Jordan Miller")."""
    kept: list[Hit[Name]] = []
    persons: set[str] = set()
    for hit in hits:
        if _nameable(hit) and is_person(text, hit.start, hit.end, lexicon.rules):
            persons.add(" ".join(text[hit.start : hit.end + 40].split()[:2]).rstrip(".,;:'’s"))
        else:
            kept.append(hit)
    return kept, persons


def _nameable(hit: Hit[Name]) -> bool:
    return hit.text.isascii() and any(name.kind in _NAMED for name in hit.values)


def _is_titled_person(title: str, hit: Hit[Name], persons: set[str], body_hits: list[Hit[Name]]) -> bool:
    """Whether a name in the title is that of a person in the body, who may stand there by the first name alone.

    A headline capitalises every word, so it cannot tell "Jordan Miller" from "Jordan Opens".
    """
    firsts = {person.split()[0] for person in persons if person}
    if hit.text not in firsts:
        return False
    whole = any(title.startswith(person, hit.start) for person in persons)
    return whole or all(other.text != hit.text for other in body_hits)


def _weigh(hits: Iterable[Hit[Name]], apart: Collection[str]) -> dict[str, float]:
    """How much the names with one meaning speak of each party; those set `apart` tell of none by themselves."""
    seen: defaultdict[str, float] = defaultdict(float)
    for hit in hits:
        if hit.text in apart:
            continue
        meanings = {name.party for name in hit.values if name.kind is not Kind.UNLIKE}
        if len(meanings) == 1:
            best = _best(hit.values)
            seen[best.party] += _WEIGHT.get(best.kind, 0)
    return dict(seen)


def _best(names: Iterable[Name]) -> Name:
    """The first by kind: a country's own name before a city's."""
    return min(names, key=lambda name: _ORDER.index(name.kind))


def _spots(
    text: str, hits: list[Hit[Name]], seen: dict[str, float], lexicon: FilingLexicon, whole: str, speaker: str | None
) -> list[Spot]:
    """The spots of the hits in `text`, a part of the `whole`, that name a party where they stand.

    "Our country" is that of the `speaker`: the outlet's, else the home.
    """
    spots = []
    for hit in hits:
        names = [name for name in hit.values if name.kind is not Kind.UNLIKE]
        if not names or _means_else(text, hit, names, lexicon, whole):
            continue
        name = _choose(names, seen, lexicon)
        if name is not None and hit.text in lexicon.rules.our_country and speaker:
            name = Name(Kind.NAME, speaker)
        elif name is not None and hit.text in lexicon.rules.supported:
            name = name if name.party == speaker or seen.get(name.party) else None
        if name is not None:
            spots.append(Spot(hit.start, hit.end, name.kind, name.party))
    return spots


def _means_else(text: str, hit: Hit[Name], names: list[Name], lexicon: FilingLexicon, whole: str) -> bool:
    """Whether the name is a language, a currency, a prefix without its hyphen, or a part of another country here."""
    kind = _best(names).kind
    if is_money(text, hit.end):
        return True
    if kind is Kind.PREFIX:
        return _HYPHEN.match(text, hit.end) is None
    if not hit.text.isascii() and hit.text[-1] >= "\u2e80":
        person = is_chinese_person(text, hit.start, hit.end)
        return person or is_chinese_language(text, hit.end, hit.text)
    if kind is Kind.DEMONYM and is_language(text, hit.start, hit.end, lexicon.rules):
        return True
    return is_state(text, hit.start, hit.end, lexicon.rules, whole)


def _choose(names: list[Name], seen: dict[str, float], lexicon: FilingLexicon) -> Name | None:
    """Of several meanings: what the article speaks of, a name before a city, a state before a territory.

    None where nothing tells two countries apart, as with "Congo" alone.
    """

    def rank(name: Name) -> tuple[float, int, bool]:
        return (-seen.get(name.party, 0), _ORDER.index(name.kind), name.party in lexicon.part_of)

    best, *others = sorted(names, key=rank)
    undecided = any(rank(other) == rank(best) and other.party != best.party for other in others)
    return None if undecided else best


def _covering(hits: list[Hit[Name]], lexicon: FilingLexicon) -> Callable[[int], bool]:
    """Tells whether an offset lies inside one of the hits."""
    solid = [hit for hit in hits if not _opens_with_pair(hit, lexicon)]
    starts = [hit.start for hit in solid]

    def taken(offset: int) -> bool:
        index = bisect_right(starts, offset) - 1
        return index >= 0 and offset < solid[index].end

    return taken


def _opens_with_pair(hit: Hit[Name], lexicon: FilingLexicon) -> bool:
    """Whether the name of a group begins with a pair of countries, as in 中巴经济走廊: they are named, too."""
    named = all(not is_country(name.party) and name.kind is Kind.NAME for name in hit.values)
    return named and len(hit.text) > 3 and all(char in lexicon.shorts.parties for char in hit.text[:2])

"""How likely an article reports cooperation with a country: a weighed sum of small signs where it names the country.

The rules of parties.py read what sentences say. What they cannot read leaves traces all the same: a country that is
named once, late, beside others, with a "not", a price or a guest in its clause is seldom a partner. Each trace is a
sign of the logistic regression whose weights stand in signs.yml (bench/partners.py fits them).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from ..model import Article
from .cooperation import Clause, Sentence
from .lexicon import Kind, SignLexicon, is_country
from .logistic import chance
from .matcher import Hit
from .parties import Case, Reader
from .places import Field, Spot

_NEAR = 24  # characters before a name in which a preposition stands
_FAR = 30  # characters after a name within which its institution or its people stand
_BREAK = re.compile(r"[,.;:，。；：、]")
_CUES = frozenset({"joining", "refusal", "sanction", "past", "together", "ours", "countries"})  # of cues.yml
_CLAUSE = frozenset({"mutual", "agreement", "denial", "power", "trade", "occasion", "thing", "we"})
_ENOUGH = 3.6  # points of the rules above which more say little
_LONG = 10  # sentences of an article of which the end is late
_MOST = 8  # names and sentences above which more say little

Signs = dict[str, float]


@dataclass(frozen=True, slots=True)
class Texts:
    """The title and the body, and the words of signs.yml in each."""

    text: Mapping[Field, str]
    hits: Mapping[Field, Sequence[Hit[str]]]


def read_texts(article: Article, lexicon: SignLexicon) -> Texts:
    """The texts of an article with the words that are looked for in them."""
    text: dict[Field, str] = {"title": article.title or "", "body": article.body}
    return Texts(text, {field: lexicon.words.find_all(content) for field, content in text.items()})


def chances(
    texts: Texts, cases: Mapping[str, Case], sentences: Sequence[Sentence], reader: Reader, lexicon: SignLexicon
) -> dict[str, float]:
    """The probability of each country that an editor would file the article under it."""
    read = read_signs(texts, cases, sentences, reader, lexicon)
    return dict.fromkeys(cases, 0.0) | {party: chance(signs, lexicon.weights) for party, signs in read.items()}


def read_signs(
    texts: Texts, cases: Mapping[str, Case], sentences: Sequence[Sentence], reader: Reader, lexicon: SignLexicon
) -> dict[str, Signs]:
    """The signs of each foreign country: "any X" if X stands where it is named, "all X" in what share of places."""
    foreign = {party: case for party, case in cases.items() if is_country(party) and not reader.is_home(party)}
    order = {id(sentence): index for index, sentence in enumerate(sentences)}
    most = max((len(case.sentences) for case in foreign.values()), default=1)
    found = {}
    for party, case in foreign.items():
        seen: Counter[str] = Counter()
        names = 0
        for sentence in case.sentences:
            for spot in sentence.spots:
                if spot.party == party and not spot.hint:
                    names += 1
                    seen.update(set(_beside(texts, sentence, spot, reader, lexicon)))
        signs = {f"any {sign}": 1.0 for sign in seen} | {f"all {sign}": count / names for sign, count in seen.items()}
        late = order[id(case.sentences[0])] / max(_LONG, len(sentences))
        found[party] = signs | _of_case(case, names, late, len(case.sentences) / most)
    return found


def _of_case(case: Case, names: int, late: float, share: float) -> Signs:
    """What the rules and the number of places say of a country."""
    return {
        "constant": 1.0,
        "points": min(case.points, 2 * _ENOUGH) / 2,
        "many points": min(max(0.0, case.points - _ENOUGH / 2), _ENOUGH) / 2,
        "beside the home": min(case.explicit, 2 * _ENOUGH) / 2,
        "reported": float(case.reported),
        "with a third": float(case.elsewhere),
        "late": late,
        "share": share,
        "once": float(len(case.sentences) == 1),
        "sentences": log2(1 + min(len(case.sentences), _MOST)),
        "names": log2(1 + min(names, _MOST)),
    }


def _beside(texts: Texts, sentence: Sentence, spot: Spot, reader: Reader, lexicon: SignLexicon) -> Iterator[str]:
    """The signs at one place that names a country."""
    text, hits = texts.text[sentence.field], texts.hits[sentence.field]
    clause, start, end = _clause(sentence, spot)
    yield from (
        sign
        for sign, pattern in lexicon.before.items()
        if pattern.search(text[max(start, spot.start - _NEAR) : spot.start])
    )
    yield from (sign for sign, pattern in lexicon.after.items() if pattern.match(text, spot.end, end))
    words = hits[bisect_left(hits, start, key=_start) : bisect_left(hits, end, key=_start)]
    yield from {word for hit in words for word in hit.values if word in _CLAUSE}
    yield from _followers(text, spot, words)
    yield from {f"cue {cue}" for hit in clause.cues for cue in hit.values if cue in _CUES}
    if spot.party in clause.parts:
        yield "part"
    if clause.institution:
        yield "with an institution"
    if not any(
        is_country(other.party) and other.party != spot.party and not reader.is_home(other.party)
        for other in clause.spots
    ):
        yield "alone"
    yield {Kind.NAME: "by name", Kind.SHORT: "by short form"}.get(spot.kind, "by adjective")


def _followers(text: str, spot: Spot, words: Sequence[Hit[str]]) -> Iterator[str]:
    """The institution, the people or the speech that a name goes with: "Chilean physicists", "Peru said"."""
    for hit in words:
        between = text[spot.end : hit.start]
        if hit.start < spot.end or len(between) > _FAR or _BREAK.search(between):
            continue
        blanks = between.count(" ")
        if "institution" in hit.values and blanks <= 4:
            yield "its institution"
        if "people" in hit.values and blanks <= 3:
            yield "its people"
        if "person" in hit.values and blanks <= 2:
            yield "one person"
        if "speech" in hit.values and (between == " " or len(between) < 4 > 3 * blanks):
            yield "speaks"


def _clause(sentence: Sentence, spot: Spot) -> tuple[Clause, int, int]:
    """The clause in which the name stands, with its offsets."""
    index = max(i for i, clause in enumerate(sentence.clauses) if clause.start <= spot.start)
    after = sentence.clauses[index + 1 : index + 2]
    return sentence.clauses[index], sentence.clauses[index].start, after[0].start if after else sentence.span.end


def _start(hit: Hit[str]) -> int:
    return hit.start

"""Themes of an article: a weighted lexicon, read off in one pass.

Every theme has terms with weights, and pairs of words that tell together. A term counts more in the title and the
lead, less in a sentence that names many fields (a list), and less each time it comes again. The sum and other signs
of how much the article tells of the theme become the probability that an editor would file it there (theme_signs.py).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import log2
from typing import TYPE_CHECKING, Literal

from ..model import Evidence, Tag
from ..script import HAN, simplified
from ..taxonomy import Theme
from .logistic import chance
from .matcher import Hit, Matcher, leftmost_longest
from .named import NOBODY, Named, Piece, side_by_side
from .sentences import Span
from .theme_signs import (
    IN_TITLE,
    LEAD,
    TELLING,
    TITLE,
    Term,
    Whole,
    Word,
    is_in_passing,
    load_weights,
    read_signs,
)
from .together import COUNTRIES, Part, english_length, find_pairs, parts_of

if TYPE_CHECKING:
    from .places import Spot

THRESHOLD = 0.5
"""The score from which an article is filed under a theme."""

_LEAD_SHARE = 0.15  # of the body
_USUAL_LENGTH = 1500  # characters of English; an ideograph says as much as three of them
_LENGTH_POWER = 0.3
_FIELDS_IN_A_SENTENCE = 2  # a sentence that names more is a list and shares its weight among them
_TERMS_SHOWN = 8
_EVIDENCE_SHOWN = 2
_EVIDENCE_LENGTH = 600
_IDEOGRAPH = re.compile(rf"[{HAN}]")


_ALL_HAN = re.compile(f"[{HAN}]{{3,}}")


@dataclass(frozen=True, slots=True)
class ThemeLexicon:
    """The terms of all themes, compiled once."""

    matcher: Matcher[Term | Part]
    fields: frozenset[str]  # the themes that are fields of science, not forms of cooperation
    weights: Mapping[str, float]  # of the signs of theme_signs.yml
    sides: tuple[Part, ...]  # the kinds of words among which are two countries side by side


def compile_themes(themes: Mapping[str, Theme], places: Iterable[str] = ()) -> ThemeLexicon:
    """The lexicon of `themes`: their terms with regular plurals and open spellings, and the phrases unlike them.

    A term inside the name of one of `places` says nothing: 葡萄牙 (Portugal) grows no 葡萄 (grapes) here.
    """
    patterns: list[tuple[str, Term | Part]] = []
    sides: set[Part] = set()
    holding = _by_piece(places)
    for theme in themes.values():
        terms = {**theme.terms.en, **theme.terms.zh}
        named = {phrase: Term(theme.id, phrase, 0.0) for phrase in (*theme.unlike.en, *theme.unlike.zh)}
        named |= {name: Term(theme.id, name, weight) for name, weight in terms.items()}
        for name in terms:
            for form in _variants(name):
                named.setdefault(form, named[name])
        inside = {place for name in terms for place in holding.get(simplified(name), ())}
        named = {place: Term(theme.id, place, 0.0) for place in sorted(inside)} | named
        patterns += named.items()
        for word, part in parts_of(theme):
            if word == COUNTRIES:
                sides.add(part)
            else:
                patterns += [(form, part) for form in (word, *_variants(word))]
    fields = frozenset(theme.id for theme in themes.values() if theme.kind == "field")
    matcher = Matcher((simplified(pattern), value) for pattern, value in patterns)
    return ThemeLexicon(matcher, fields, load_weights(), tuple(sorted(sides, key=lambda part: (part.theme, part.pair))))


def _by_piece(places: Iterable[str]) -> Mapping[str, set[str]]:
    """The Chinese names of places by each piece of theirs that is shorter than they are."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place in places:
        for start in range(len(place)) if _ALL_HAN.fullmatch(place) else ():
            for end in range(start + 2, len(place) + 1 - (start == 0)):
                found[simplified(place[start:end])].add(place)
    return found


def find_themes(
    title: str | None, body: str, sentences: Sequence[Span], lexicon: ThemeLexicon, named: Named = NOBODY
) -> tuple[Tag, ...]:
    """The themes that score at least `THRESHOLD`, the highest first.

    `sentences` are the sentences of `body` in order. Evidence is the one or two of them that say most of the theme, or
    the title, cut around the terms where they are longer than 600 characters. `named` says whom all of them name.
    """
    places: defaultdict[str, list[Word]] = defaultdict(list)
    for place in (*_in_title(title or "", named.title, lexicon), *_in_body(body, sentences, named.body, lexicon)):
        places[place.term.theme].append(place)
    ease = max(1.0, (english_length(body) / _USUAL_LENGTH) ** _LENGTH_POWER)
    words = tuple(sorted(place.start for found in places.values() for place in found if place.sentence != IN_TITLE))
    weighed = {theme: _weigh(found) for theme, found in places.items()}
    most = max((worth for theme, (worth, _) in weighed.items() if theme in lexicon.fields), default=0.0)
    whole = Whole(len(sentences), ease, most)
    tags = []
    for theme, (worth, terms) in weighed.items():
        field = theme in lexicon.fields
        if not worth or (field and is_in_passing(places[theme])):  # a field that one word names may just be an example
            continue
        signs = read_signs(theme, places[theme], worth, whole, field)
        score = round(chance(signs, lexicon.weights), 4)
        if score >= THRESHOLD:
            best = _pieces(places[theme], title or "", body, sentences)[:_EVIDENCE_SHOWN]
            whom = named.namings(_pieces(_telling(places[theme]), title or "", body, sentences), words)
            tags.append(Tag(theme, score, tuple(piece.evidence for piece in best), terms[:_TERMS_SHOWN], whom))
    return tuple(sorted(tags, key=lambda tag: (-tag.score, tag.id)))


def _variants(name: str) -> Iterator[str]:
    """Other spellings of an English term: its regular plural, and a blank for the hyphen."""
    if not name.isascii():
        return
    for form in (name, name.replace("-", " ")):
        yield form
        if form.endswith("y") and form[-2:-1] not in "aeiou":
            yield form[:-1] + "ies"
        elif form.endswith(("s", "x", "z", "ch", "sh")):
            yield form + "es"
        elif form[-1].isalpha():
            yield form + "s"


def _hits(
    text: str, sentences: Sequence[Span], names: Sequence[Spot], lexicon: ThemeLexicon
) -> list[tuple[Term, Span, str]]:
    """The terms in `text`, where they stand and their words; a longer phrase of a theme hides its terms inside it."""
    by_theme: defaultdict[str, list[Hit[Term | Part]]] = defaultdict(list)
    parts: list[tuple[Part, Span]] = []
    for hit in lexicon.matcher.find_all(simplified(text)):
        for value in hit.values:
            if isinstance(value, Part):
                parts.append((value, Span(hit.start, hit.end)))
            else:
                by_theme[value.theme].append(hit)
    found = []
    read: dict[str, list[Span]] = {}
    for theme, hits in by_theme.items():
        for hit in leftmost_longest(hits):
            term = next(value for value in hit.values if isinstance(value, Term) and value.theme == theme)
            span = Span(hit.start, hit.end)
            if term.weight > 0:
                found.append((term, span, text[hit.start : hit.end]))
            if not 0 < term.weight < TELLING:
                read.setdefault(theme, []).append(span)
    if lexicon.sides:
        parts += [(part, span) for span in side_by_side(text, names) for part in lexicon.sides]
        parts.sort(key=lambda item: item[1].start)
    for part, span, words in find_pairs(text, sentences, parts, read):
        found.append((Term(part.theme, f"pair {part.pair}", part.weight), span, words))
    return sorted(found, key=lambda item: item[1].start)


def _in_title(title: str, names: Sequence[Spot], lexicon: ThemeLexicon) -> Iterator[Word]:
    for term, span, words in _hits(title, (Span(0, len(title)),), names, lexicon):
        yield Word(term, span.start, span.end, words, IN_TITLE, TITLE)


def _in_body(body: str, sentences: Sequence[Span], names: Sequence[Spot], lexicon: ThemeLexicon) -> Iterator[Word]:
    """The terms of the body; fields that crowd in one sentence share its weight."""
    lead = _LEAD_SHARE * len(body)
    starts = [span.start for span in sentences]
    found = _hits(body, sentences, names, lexicon)
    for sentence, inside in groupby(found, key=lambda item: bisect_right(starts, item[1].start) - 1):
        several = list(inside)
        fields = {term.theme for term, _, _ in several} & lexicon.fields
        crowded = min(1.0, _FIELDS_IN_A_SENTENCE / max(1, len(fields)))
        for term, span, words in several:
            share = (crowded if term.theme in fields else 1.0) * (LEAD if span.start < lead else 1.0)
            yield Word(term, span.start, span.end, words, max(0, sentence), share)


def _weigh(places: Iterable[Word]) -> tuple[float, tuple[str, ...]]:
    """What all places of a theme are worth, and its terms as first found, the weightiest first."""
    shares: defaultdict[Term, float] = defaultdict(float)
    surfaces: dict[Term, str] = {}
    for place in places:
        shares[place.term] += place.share
        surfaces.setdefault(place.term, place.text)
    worth = {term: term.weight * log2(1 + share) for term, share in shares.items()}
    telling = sum(value for term, value in worth.items() if term.weight >= TELLING)
    helping = sum(value for term, value in worth.items() if term.weight < TELLING)
    return telling + min(telling, helping), tuple(
        surfaces[term] for term in sorted(worth, key=lambda term: -worth[term])
    )


def _telling(places: Collection[Word]) -> Collection[Word]:
    """Those of terms that do more than help, if there are any."""
    return [place for place in places if place.term.weight >= TELLING] or places


def _pieces(places: Iterable[Word], title: str, body: str, sentences: Sequence[Span]) -> list[Piece]:
    """The sentences (and the title) that tell of the theme, those first that say most of it."""
    by_sentence: defaultdict[int, list[Word]] = defaultdict(list)
    for place in places:
        by_sentence[place.sentence].append(place)

    def said(index: int) -> float:
        return sum({place.term.name: place.term.weight * place.share for place in by_sentence[index]}.values())

    pieces = []
    for index in sorted(by_sentence, key=lambda index: (-said(index), index)):
        words = tuple(place.start for place in by_sentence[index])
        if index == IN_TITLE:
            pieces.append(Piece(_quote("title", title, Span(0, len(title)), by_sentence[index]), words))
        elif index < len(sentences):
            pieces.append(Piece(_quote("body", body, sentences[index], by_sentence[index]), words))
    return pieces


def _quote(where: Literal["title", "body"], text: str, span: Span, places: Sequence[Word]) -> Evidence:
    """The sentence; of a very long one the words around its weightiest term."""
    start, end = span.start, span.end
    if end - start > _EVIDENCE_LENGTH:
        best = max(places, key=lambda place: place.term.weight)
        middle = (best.start + best.end) // 2
        start = min(max(start, middle - _EVIDENCE_LENGTH // 2), end - _EVIDENCE_LENGTH)
        end = start + _EVIDENCE_LENGTH
        while span.start < start < best.start and _cuts(text, start):
            start += 1
        while best.end < end < span.end and _cuts(text, end):
            end -= 1
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end -= len(text[start:end]) - len(text[start:end].rstrip())
    return Evidence(where, text[start:end], start, end)


def _cuts(text: str, offset: int) -> bool:
    """Whether a cut at `offset` goes through a word; between ideographs it does not."""
    pair = text[offset - 1 : offset + 1]
    return pair.isalnum() and _IDEOGRAPH.search(pair) is None

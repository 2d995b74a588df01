"""What a sentence says: whether it reports cooperation, of whom, and whether it speaks against filing whom it names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from .lexicon import Cue, Kind, is_country
from .matcher import Hit
from .places import Field, Spot
from .sentences import Span

#: Cues that turn a clause against filing the parties it names.
COUNTERS = frozenset({Cue.REFUSAL, Cue.BYSTANDER, Cue.RANKING, Cue.SANCTION, Cue.PROFILE})

_TURN = re.compile(
    r"[;；]\s*|,\s+(?:but|while|whereas|although|though|yet|despite|in spite of)\s+|\s+(?:while|whereas)\s+"
    r"|，(?=但|而|不过|然而)"
)
_ABOUT = re.compile(r"^(?:About (?:the )?[A-Z][\w’' -]{2,60}(?::|$)|Forward-looking statements)", re.MULTILINE)
_COMPARED = re.compile(
    r"(?:\bahead of|\bbehind|\bthan|\bcompared (?:with|to)|\bsecond (?:only )?to|\bfollowed by|\bfaster than|\bnext to|"
    r"\bunlike|超过|落后于|领先于|仅次于|高于|低于|多于|少于|相比于|其次是)\s?(?:the\s|those of\s|that of\s)?$"
)
_VENUE = re.compile(
    r"\b(?:held|hosted|meeting|meetings|conference|fair|symposium|workshop|summit|congress|gathered|gathering|met|"
    r"convened|took place|ceremony|exhibition|seminar|session)\b"
    r"[^.;]{0,40}?\bin\s(?:the\s)?(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?,\s)?$"
)
_VENUE_ZH = re.compile(r"[^，。；]{0,14}?(?:举行|召开|举办|开幕|闭幕|会议上)")
_HOUSE = re.compile(r"\s(?:[Hh]eadquarters|General Assembly|[Cc]onference|[Ss]ummit|[Mm]eeting|[Oo]ffice|[Ff]orum)\b|$")
_LINK = re.compile(
    r"\s?[-‐‑–—/、]\s?|,?\s(?:and|with|&)\s(?:the\s|\d+\s|[a-z]+teen\s|(?:two|three|four|five|six|seven|eight|nine|ten)\s)?|,\s(?:the\s)?|[与和同及](?:其)?|\s?，\s?|——|(?:以及|及其)"
)
_DASH = re.compile(r"\s?[-‐‑–—/]+\s?")
_COMPANION = re.compile(r"\bwith (?:the )?[A-Z]|[与同](?=[^，。；]{2,20}(?:合作|共同|联合|签署|共建))")
_REACH = 80
_OPENING = {True: 20, False: 4}  # characters that may stand before the subject: "On Friday, ", 日前，; Latin or not


@dataclass(frozen=True, slots=True)
class Row:
    """Parties named side by side: "China, Japan and Kenya", 中法."""

    parties: frozenset[str]
    compound: bool  # two of them make one word: "Sino-French", "China-Japan", 中法
    mutual: bool  # they act with each other: subject of the sentence, "between" them, or one word


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence with its own stance."""

    spots: tuple[Spot, ...]
    cues: tuple[Cue, ...]
    counter: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body, or the title, with the parties it names and what it says of them.

    "Open" is what stands in clauses that nothing speaks against, and names no mere venue.
    """

    field: Field
    span: Span
    spots: tuple[Spot, ...]
    named: frozenset[str]  # open parties that it names
    hinted: frozenset[str]  # open parties of which it names a city
    venues: frozenset[str]  # parties that are places where something was held
    rows: tuple[Row, ...]
    cues: Counter[Cue]  # open cues
    sanction: bool  # it speaks of measures against somebody
    companion: bool  # it names somebody "with" whom something is done

    @property
    def parties(self) -> frozenset[str]:
        """All open parties, named or hinted at."""
        return self.named | self.hinted

    def count(self, *cues: Cue) -> int:
        """How often `cues` stand in clauses that nothing speaks against."""
        return sum(self.cues[cue] for cue in cues)


def read_sentences(
    field: Field, text: str, spans: Sequence[Span], spots: Sequence[Spot], cues: Sequence[Hit[Cue]]
) -> Iterator[Sentence]:
    """The sentences of `text` with what stands in each; all inputs in the order of the text."""
    about = _ABOUT.search(text, len(text) // 3)
    own_from = about.start() if about else len(text)
    for span in spans:
        mine, said = _between(spots, span.start, span.end), _between(cues, span.start, span.end)
        yield _sentence(field, text, span, mine, tuple(_clauses(text, span, mine, said, span.start >= own_from)))


def _sentence(field: Field, text: str, span: Span, spots: Sequence[Spot], clauses: tuple[Clause, ...]) -> Sentence:
    """The sentence that consists of `clauses`."""
    free = [clause for clause in clauses if not clause.counter]
    venues = {spot for spot in spots if _is_venue(text, span, spot)}
    opened = [spot for clause in free for spot in clause.spots if spot not in venues]
    return Sentence(
        field=field,
        span=span,
        spots=tuple(spots),
        named=frozenset(spot.party for spot in opened if not spot.hint),
        hinted=frozenset(spot.party for spot in opened if spot.hint),
        venues=frozenset(spot.party for spot in venues),
        rows=tuple(_rows(text, span, spots)),
        cues=Counter(cue for clause in free for cue in clause.cues),
        sanction=any(Cue.SANCTION in clause.cues for clause in clauses),
        companion=_COMPANION.search(text, span.start, span.end) is not None,
    )


Placed = TypeVar("Placed", Spot, Hit[Cue])


def _between(items: Sequence[Placed], start: int, end: int) -> Sequence[Placed]:
    """The items that begin from `start` on and before `end`; they are in the order of the text."""
    return items[bisect_left(items, start, key=_start) : bisect_left(items, end, key=_start)]


def _start(item: Spot | Hit[Cue]) -> int:
    return item.start


def _clauses(text: str, span: Span, spots: Sequence[Spot], cues: Sequence[Hit[Cue]], own: bool) -> Iterator[Clause]:
    """The clauses of a sentence; one that names no party belongs to the one before it.

    `own` marks the part of a press release in which the sender speaks of itself.
    """
    bounds = [span.start, *(turn.end() for turn in _TURN.finditer(text, span.start, span.end)), span.end]
    pieces: list[tuple[int, int]] = []
    for start, end in pairwise(bounds):
        if pieces and not _between(spots, start, end):
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    for start, end in pieces:
        inside = tuple(_between(spots, start, end))
        kinds = tuple(kind for cue in _between(cues, start, end) for kind in cue.values if kind is not Cue.UNLIKE)
        against = COUNTERS.intersection(kinds)
        if any(_is_compound(text, first, second) for first, second in pairwise(inside)):
            against -= {Cue.PROFILE}  # "the Sino-Chilean centre has offices in ...": it is not about a company
        counter = own or bool(against) or any(_compared(text, spot) for spot in inside)
        yield Clause(inside, kinds, counter)


def _compared(text: str, spot: Spot) -> bool:
    """Whether the party is only what another one is compared with."""
    return _COMPARED.search(text[max(0, spot.start - _REACH) : spot.start]) is not None


def _is_venue(text: str, span: Span, spot: Spot) -> bool:
    """Whether the party is only the place, or the house, where something was held."""
    if not is_country(spot.party):
        at = text[max(span.start, spot.start - 8) : spot.start].endswith((" at ", " at the "))
        return at and _HOUSE.match(text, spot.end, span.end) is not None
    if spot.kind is not Kind.NAME:
        return False
    if text.startswith(("境内", "上空", "海域", "领海"), spot.end):
        return True
    before = text[max(span.start, spot.start - _REACH) : spot.start]
    if before.endswith("在"):
        return _VENUE_ZH.match(text, spot.end, span.end) is not None
    return _VENUE.search(before) is not None


def _rows(text: str, span: Span, spots: Sequence[Spot]) -> Iterator[Row]:
    """The rows of two or more parties in a sentence."""
    row: list[Spot] = []
    for spot in spots:
        if row and not _linked(text, row[-1], spot):
            yield from _row(text, span, row)
            row = []
        row.append(spot)
    yield from _row(text, span, row)


def _row(text: str, span: Span, row: list[Spot]) -> Iterator[Row]:
    parties = frozenset(spot.party for spot in row)
    if len(parties) > 1:
        first = row[0]
        subject = first.start - span.start <= _OPENING[text[first.start].isascii()]
        between = text[max(span.start, first.start - 16) : first.start].lower().endswith(("between ", "between the "))
        compound = any(_is_compound(text, one, other) for one, other in pairwise(row))
        yield Row(parties, compound, subject or between or compound)


def _is_compound(text: str, first: Spot, second: Spot) -> bool:
    """Whether two names make one word: "Sino-French", "China-Japan", 中法."""
    if first.end == second.start:
        return first.kind is Kind.SHORT
    return _DASH.fullmatch(text, first.end, second.start) is not None


def _linked(text: str, first: Spot, second: Spot) -> bool:
    """Whether nothing but a dash, a comma or an "and" stands between two names."""
    between = text[first.end : second.start]
    if not between:
        return _is_compound(text, first, second)
    return len(between) <= len(", and the ") and _LINK.fullmatch(between) is not None

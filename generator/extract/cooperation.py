"""What a sentence says: whether it reports cooperation, of whom, and whether it speaks against filing whom it names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from .bodies import BODIES
from .lexicon import Cue
from .matcher import Hit
from .places import Field, Spot
from .rows import Row, are_side_by_side, find_rows, is_between, is_compound
from .sentences import Span
from .stance import (
    is_against,
    is_aside,
    is_companion,
    is_history,
    is_question,
    is_quoted,
    is_venue,
    names_partner_institution,
)

_TURN = BODIES.compile(
    r"[;；]\s*|,\s+(?:but|while|whereas|although|though|yet|despite|in spite of)\s+|\s+(?:while|whereas)\s+"
    r"|，(?=但|而|不过|然而)|(?<=[后後])，"
    r"|(?:^|(?<=[.!?”]\s))(?:After|Before|Until|Once|Following|Since|Although|Though)\s[^,;.]{8,80},\s",
    re.MULTILINE,
)
_COMMA = re.compile(r",\s(?:and\s)?(?:the\s)?|，")  # begins a clause where a name follows that continues no list
_ABOUT = BODIES.compile(r"^(?:About (?:the )?[A-Z][\w’' -]{2,60}(?::|$)|Forward-looking statements)", re.MULTILINE)
_COMPANION = BODIES.compile(r"\bwith (?:the )?[A-Z]|[与同](?=[^，。；]{2,20}(?:合作|共同|联合|签署|共建))")
_SPOKEN = frozenset({Cue.OURS, Cue.WE})  # in a quotation they are the speaker's
_AT_ONCE = len("Neighbouring ")  # characters that may stand before the subject of a clause
_ACTS = frozenset({Cue.STRONG, Cue.MOVING, Cue.DIRECT, Cue.WEAK, Cue.JOINING})


@dataclass(slots=True, eq=False)  # not frozen: there are many, and freezing costs most of making one
class Clause:
    """A part of a sentence with its own stance. "Open" parties are those of clauses that nothing speaks against."""

    start: int
    spots: tuple[Spot, ...]
    cues: tuple[Hit[Cue], ...]
    counter: bool  # something speaks against filing whom it names
    open: tuple[Spot, ...]  # the spots of parties that may be filed for what it says: no venues, no asides
    parties: frozenset[str]  # the open parties, named or hinted at
    institution: bool  # it names an institution "with" which something is done
    past: bool  # it tells how things were
    companions: frozenset[str]  # parties "with" whom something is done

    def count(self, *cues: Cue) -> int:
        """How often `cues` stand in it."""
        return sum([1 for hit in self.cues for cue in hit.values if cue in cues]) if self.cues else 0

    def opens_with(self, party: str) -> bool:
        """Whether the party is its subject: the first thing that it names, at its start."""
        first = self.spots[0] if self.spots else None
        return first is not None and first.party == party and first.start - self.start <= _AT_ONCE

    def is_done_by(self, party: str) -> bool:
        """Whether the party is its subject and the verb follows at once: "Germany trains", not "German students"."""
        ends = {spot.end for spot in self.spots[:1]}
        return self.opens_with(party) and any(hit.start - 1 in ends or hit.start in ends for hit in self.cues)

    def relates(self, party: str, other: str) -> bool:
        """Whether one of the two acts on the other: "Chile signed with Finland", 智利向芬兰赠送."""
        acts = [hit.start for hit in self.cues if _ACTS.intersection(hit.values)]
        ones = [spot.start for spot in self.open if spot.party == party]
        others = [spot.start for spot in self.open if spot.party == other]
        if not (ones and others):
            return False
        if (party in self.companions) != (other in self.companions):
            return any(act > min(ones[0], others[0]) for act in acts)
        return any(ones[0] < act < others[-1] or others[0] < act < ones[-1] for act in acts)


@dataclass(slots=True, eq=False)  # not frozen: there are many, and freezing costs most of making one
class Sentence:
    """A sentence of the body, or the title, with the parties it names and what it says of them."""

    field: Field
    span: Span
    spots: tuple[Spot, ...]
    clauses: tuple[Clause, ...]
    named: frozenset[str]  # open parties that it names
    hinted: frozenset[str]  # open parties of which it names a city
    venues: frozenset[str]  # parties that are places where something was held
    rows: tuple[Row, ...]
    sanction: bool  # it speaks of measures against somebody
    companion: bool  # it names somebody "with" whom something is done
    topic: bool  # what follows may speak of whom it names: not after a question inside of a paragraph

    @property
    def parties(self) -> frozenset[str]:
        """All open parties, named or hinted at."""
        return self.named | self.hinted

    def count(self, *cues: Cue) -> int:
        """How often `cues` stand in clauses that nothing speaks against."""
        return sum(clause.count(*cues) for clause in self.clauses if not clause.counter)


def read_sentences(
    field: Field, text: str, spans: Sequence[Span], spots: Sequence[Spot], cues: Sequence[Hit[Cue]]
) -> Iterator[Sentence]:
    """The sentences of `text` with what stands in each; all inputs in the order of the text."""
    about = _ABOUT.search(text, len(text) // 3)
    own_from = about.start() if about else len(text)
    cues = [hit for hit in cues if not _SPOKEN.intersection(hit.values) or not is_quoted(text, hit.start)]
    for span in spans:
        mine, said = _between(spots, span.start, span.end), _between(cues, span.start, span.end)
        yield _sentence(field, text, span, mine, said, span.start >= own_from)


def _sentence(
    field: Field, text: str, span: Span, spots: Sequence[Spot], cues: Sequence[Hit[Cue]], own: bool
) -> Sentence:
    """The sentence at `span`; `own` marks the part of a press release in which the sender speaks of itself."""
    venues = frozenset(spot for spot in spots if is_venue(text, span, spot))
    closed = venues | {spot for spot in spots if is_aside(text, span, spot)}
    turns = list(_turns(text, span, spots))
    clauses = tuple(_clauses(text, span, turns, spots, cues, closed, own))
    opened = [spot for clause in clauses for spot in clause.open]
    return Sentence(
        field=field,
        span=span,
        spots=tuple(spots),
        clauses=clauses,
        named=frozenset(spot.party for spot in opened if not spot.hint),
        hinted=frozenset(spot.party for spot in opened if spot.hint),
        venues=frozenset(spot.party for spot in venues),
        rows=(*find_rows(text, span, spots, turns), *_parallel(clauses)),
        sanction=any(Cue.SANCTION in hit.values for hit in cues),
        companion=_COMPANION.search(text, span.start, span.end) is not None,
        topic=not is_question(text, span.start, span.end)
        or text[span.end : span.end + 9].lstrip(" *_")[:1] in ("", "\n"),
    )


def _parallel(clauses: Sequence[Clause]) -> Iterator[Row]:
    """Those that each have a part in the same thing: "Kenya gives the land, Chile sends the seed"."""
    if len(clauses) < 2:
        return
    sharing = [clause for clause in clauses if clause.open and clause.count(Cue.SHARE)]
    subjects = [clause.open[0] for clause in sharing if clause.opens_with(clause.open[0].party)]
    parties = frozenset(spot.party for spot in subjects)
    if len(parties) == len(clauses):
        yield Row(parties, compound=False, mutual=True, people=False)


Placed = TypeVar("Placed", Spot, Hit[Cue])


def _between(items: Sequence[Placed], start: int, end: int) -> Sequence[Placed]:
    """The items that begin from `start` on and before `end`; they are in the order of the text."""
    return items[bisect_left(items, start, key=_start) : bisect_left(items, end, key=_start)]


def _start(item: Spot | Hit[Cue]) -> int:
    return item.start


def _clauses(
    text: str,
    span: Span,
    turns: Sequence[int],
    spots: Sequence[Spot],
    cues: Sequence[Hit[Cue]],
    closed: frozenset[Spot],
    own: bool,
) -> Iterator[Clause]:
    """The clauses of a sentence; one that names no party belongs to the one before it."""
    bounds = sorted({span.start, *turns, span.end})
    pieces: list[tuple[int, int]] = []
    for start, end in pairwise(bounds):
        if pieces and not _between(spots, start, end):
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    for start, end in pieces:
        inside = tuple(_between(spots, start, end))
        asked = is_question(text, start, end)
        said = tuple(hit for hit in _between(cues, start, end) if not asked and Cue.UNLIKE not in hit.values)
        compound = any(is_compound(text, one, other) for one, other in pairwise(inside))
        between = any(is_between(text, spot) for spot in inside)
        kinds = {cue for hit in said for cue in hit.values}
        counter = own or is_against(text, start, end, kinds, compound, between)
        past = is_history(text, start, end) or any(Cue.PAST in hit.values for hit in said)
        companions = frozenset(spot.party for spot in inside if is_companion(text, span, spot))
        institution = names_partner_institution(text, start, end)
        opened = () if counter else tuple(spot for spot in inside if spot not in closed)
        parties = frozenset(spot.party for spot in opened)
        yield Clause(start, inside, said, counter, opened, parties, institution, past, companions)


def _turns(text: str, span: Span, spots: Sequence[Spot]) -> Iterator[int]:
    """Where clauses begin: at a "but", a semicolon, or a comma before a name that is the subject of what follows."""
    yield from (turn.end() for turn in _TURN.finditer(text, span.start, span.end))
    if len(spots) < 2:
        return  # the first name continues no list, and begins no clause
    starts = {spot.start: index for index, spot in enumerate(spots)}
    for comma in _COMMA.finditer(text, span.start, span.end):
        index = starts.get(comma.end())
        if index and not are_side_by_side(text, spots[index - 1], spots[index]):
            yield comma.end()

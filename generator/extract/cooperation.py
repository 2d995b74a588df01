"""What a sentence says: whether it reports cooperation, of whom, and whether it speaks against filing whom it names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeVar

from .bodies import BODIES
from .contributions import find_contributors, has_fellow
from .lexicon import Cue, Kind, is_country
from .matcher import Hit
from .places import Field, Spot
from .roles import find_guests, find_parts, is_outsider, tells_deed
from .rows import Row, are_side_by_side, find_rows, is_between, is_compound, is_done_by
from .sentences import Span
from .stance import (
    is_against,
    is_aside_after,
    is_aside_before,
    is_beside,
    is_companion,
    is_frame,
    is_history,
    is_negated,
    is_question,
    is_quoted,
    is_venue,
    names_partner_institution,
)

_DEADLINE = re.compile(r"(\d{4})年(?:以|底|末)?前$")  # before the year 2028, and not years ago
_DEADLINE_WIDTH = 8  # characters
_TURN = BODIES.compile(
    r"[;；]\s*|,\s+(?:but|while|whereas|although|though|yet|despite|in spite of)\s+|\s+(?:while|whereas)\s+"
    r"|，(?=但|而|不过|然而)|(?<=[后後])，"
    r"|(?:^|(?<=[.!?”]\s))(?:After|Before|Until|Once|Following|Since|Although|Though)\s[^,;:.]{8,80},\s|(?<=[a-z]):\s(?=(?:[Tt]he\s)?[A-Z])",
    re.MULTILINE,
)
_COMMA = re.compile(r",\s(?:and\s)?(?:the\s)?|，")  # begins a clause where a name follows that continues no list
# "Tarija, Bolivia, opened", "in Klaipeda, Lithuania.": what only says where something lies begins no clause.
_WHERE_BEFORE = BODIES.compile(
    r"\b(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|"
    r"November|December)[A-Z][\w’'-]+,\s(?:the\s)?$"
)
_WHERE_AFTER = BODIES.compile(
    r"\s?(?:[.;:)\n]|,(?!\s(?:which|who|where|whose|too|also|by contrast|however|for its part)\b)|$)"
)
_ABOUT = BODIES.compile(r"^(?:About (?:the )?[A-Z][\w’' -]{2,60}(?::|$)|Forward-looking statements)", re.MULTILINE)
_BOTH = BODIES.compile(
    r"(?:Both|The (?:two|three|four|five)|All (?:two|three|four|five))\b(?! of the)|[两三四五]国|双方|二者|两者"
)
_AND = BODIES.compile(r"\b(?:and|or)\b|&|[、与和及]")
_COMPANION = BODIES.compile(r"\bwith (?:the )?[A-Z]|[与同](?=[^，。；]{2,20}(?:合作|共同|联合|签署|共建))")
_SPOKEN = frozenset({Cue.OURS, Cue.WE})  # in a quotation they are the speaker's
_SHARED = frozenset({Cue.OURS, Cue.WE, Cue.TOGETHER})  # the past that they share is told for its own sake
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
    beside: frozenset[str]  # those of them that something does not only go "to"
    frames: frozenset[str]  # groups within which something is done
    deed: bool  # it tells something done
    guests: frozenset[str]  # parties that only attend what it tells of
    parts: frozenset[str]  # parties that have a part in the work of the article, as it says

    def count(self, *cues: Cue) -> int:
        """How often `cues` stand in it."""
        return sum([1 for hit in self.cues for cue in hit.values if cue in cues]) if self.cues else 0

    def opens_with(self, party: str) -> bool:
        """Whether the party is its subject: the first thing that it names, at its start."""
        first = self.spots[0] if self.spots else None
        return first is not None and first.party == party and first.start - self.start <= _AT_ONCE

    def begins_with(self, party: str) -> bool:
        """Whether it begins "With Peru": nothing but the preposition stands before the party."""
        return self.opens_with(party) and self.spots[0].start - self.start <= len("With the ")

    def is_done_by(self, party: str, cues: Set[Cue] = _ACTS) -> bool:
        """Whether the party is its subject and the verb follows at once: "Germany trains", not "German students"."""
        if not self.opens_with(party) or party in self.companions:
            return False
        end = self.spots[0].end
        return any(hit.start == end + hit.text.isascii() and not cues.isdisjoint(hit.values) for hit in self.cues)

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
    both: bool  # it begins with "Both" or "The three": those named last side by side
    topic: bool  # what follows may speak of whom it names: not after a question inside of a paragraph

    @property
    def parties(self) -> frozenset[str]:
        """All open parties, named or hinted at."""
        return self.named | self.hinted

    def count(self, *cues: Cue) -> int:
        """How often `cues` stand in clauses that nothing speaks against."""
        return sum(clause.count(*cues) for clause in self.clauses if not clause.counter)


def read_sentences(
    field: Field,
    text: str,
    spans: Sequence[Span],
    spots: Sequence[Spot],
    cues: Sequence[Hit[Cue]],
    year: int | None = None,
) -> Iterator[Sentence]:
    """The sentences of `text`, written in `year`, with what stands in each; all inputs in the order of the text."""
    about = _ABOUT.search(text, len(text) // 3)
    own_from = about.start() if about else len(text)
    cues = [
        hit
        for hit in cues
        if not (_SPOKEN.intersection(hit.values) and is_quoted(text, hit.start))
        and not _is_deadline(text, hit.end, year)
    ]
    part = _Part(field, text, own_from, year)
    for span in spans:
        mine, said = _between(spots, span.start, span.end), _between(cues, span.start, span.end)
        yield _sentence(part, span, mine, said)


def _is_deadline(text: str, end: int, year: int | None) -> bool:
    """Whether what ends at `end` says before which year something will be; `year`: that of the text."""
    match = _DEADLINE.search(text[max(0, end - _DEADLINE_WIDTH) : end])
    return match is not None and year is not None and int(match[1]) >= year


class _Part(NamedTuple):
    """The title or the body of an article."""

    field: Field
    text: str
    own_from: int  # where the sender of a press release begins to speak of itself
    year: int | None  # in which it was written


def _sentence(part: _Part, span: Span, spots: Sequence[Spot], cues: Sequence[Hit[Cue]]) -> Sentence:
    """The sentence at `span`."""
    text = part.text
    venues = frozenset(spot for spot in spots if is_venue(text, span, spot))
    strong = any(Cue.STRONG in hit.values for hit in cues)
    closed = venues | _asides(text, span, spots, strong)
    clauses = tuple(_clauses(part, span, spots, cues, closed))
    opened = [spot for clause in clauses for spot in clause.open]
    return Sentence(
        field=part.field,
        span=span,
        spots=tuple(spots),
        clauses=clauses,
        named=frozenset(spot.party for spot in opened if not spot.hint),
        hinted=frozenset(spot.party for spot in opened if spot.hint),
        venues=frozenset(spot.party for spot in venues),
        rows=(*find_rows(text, span, spots, set(_turns(text, span, spots))), *_parallel(clauses)),
        sanction=any(Cue.SANCTION in hit.values for hit in cues),
        companion=_COMPANION.search(text, span.start, span.end) is not None,
        both=_BOTH.match(text, span.start, span.end) is not None,
        topic=not is_question(text, span.start, span.end)
        or text[span.end : span.end + 9].lstrip(" *_")[:1] in ("", "\n"),
    )


def _asides(text: str, span: Span, spots: Sequence[Spot], strong: bool) -> frozenset[Spot]:
    """The names that are mere asides; what makes one of a list an aside does so for those listed with it.

    Firms and single persons are asides where no `strong` word of cooperation stands beside them.
    """
    lists: list[list[Spot]] = []
    for spot in spots:
        if lists and are_side_by_side(text, lists[-1][-1], spot) and _is_listed(text, lists[-1][-1], spot, spots):
            lists[-1].append(spot)
        else:
            lists.append([spot])
    found: set[Spot] = set()
    for one in lists:
        before = [index for index, spot in enumerate(one) if is_aside_before(text, span, spot)]
        after = [index for index, spot in enumerate(one) if is_aside_after(text, span, spot)]
        found.update(one[before[0] :] if before else ())
        found.update(one if not strong and any(is_outsider(text, span.end, spot) for spot in one) else ())
        found.update(one[: after[-1] + 1] if after and one[after[-1]].kind is Kind.DEMONYM else (one[i] for i in after))
    return frozenset(found)


def _is_listed(text: str, last: Spot, spot: Spot, spots: Sequence[Spot]) -> bool:
    """Whether an "and" stands before the name, or later in the list: "Peru, Chile and Kenya"."""
    for one, two in pairwise((last, *spots[spots.index(spot) :])):
        if not are_side_by_side(text, one, two):
            return False
        if _AND.search(text, one.end, two.start):
            return True
    return False


def _parallel(clauses: Sequence[Clause]) -> Iterator[Row]:
    """Those that each have a part in the same thing: "Kenya gives the land, Chile sends the seed"."""
    if len(clauses) < 2:
        return
    sharing = [clause for clause in clauses if clause.open and clause.count(Cue.SHARE)]
    subjects = [clause.open[0] for clause in sharing if clause.opens_with(clause.open[0].party)]
    parties = frozenset(spot.party for spot in subjects)
    if len(parties) == len(clauses):
        yield Row(parties, compound=False, mutual=True, between=False, leads=False, common=False, people=False)


Placed = TypeVar("Placed", Spot, Hit[Cue])


def _between(items: Sequence[Placed], start: int, end: int) -> Sequence[Placed]:
    """The items that begin from `start` on and before `end`; they are in the order of the text."""
    return items[bisect_left(items, start, key=_start) : bisect_left(items, end, key=_start)]


def _start(item: Spot | Hit[Cue]) -> int:
    return item.start


def _pieces(text: str, span: Span, spots: Sequence[Spot]) -> list[tuple[int, int]]:
    """Where the clauses of a sentence lie; one that names no party belongs to the one before it."""
    bounds = sorted({span.start, *_turns(text, span, spots), span.end})
    pieces: list[tuple[int, int]] = []
    for start, end in pairwise(bounds):
        if pieces and not _between(spots, start, end):
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    return pieces


def _clauses(
    part: _Part, span: Span, spots: Sequence[Spot], cues: Sequence[Hit[Cue]], closed: frozenset[Spot]
) -> Iterator[Clause]:
    """The clauses of a sentence."""
    text = part.text
    for start, end in _pieces(text, span, spots):
        inside = tuple(_between(spots, start, end))
        asked = is_question(text, start, end)
        said = tuple(hit for hit in _between(cues, start, end) if not asked and Cue.UNLIKE not in hit.values)
        compound = any(is_compound(text, one, other) for one, other in pairwise(inside))
        pairs = [(one, other) for one, other in pairwise(inside) if are_side_by_side(text, one, other)]
        between = any(is_between(text, spot) for spot in inside) or any(is_done_by(text, one) for one, _ in pairs)
        kinds = {cue for hit in said for cue in hit.values}
        counter = span.start >= part.own_from or is_against(text, start, end, kinds, compound, between, bool(pairs))
        counter = counter or any(
            is_negated(text, start, spot, end) for spot in (*inside[:1], *(two for _, two in pairs[:1]))
        )
        companions = _companions(text, span, inside, is_companion)
        deed = tells_deed(text, part.field, end, said)
        opened = () if counter else tuple(spot for spot in inside if spot not in closed)
        yield Clause(
            start=start,
            spots=inside,
            cues=said,
            counter=counter,
            open=opened,
            parties=frozenset(spot.party for spot in opened),
            institution=names_partner_institution(text, start, end)
            or (deed and bool(opened) and has_fellow(text, start, opened[0])),
            past=is_history(text, start, end, None if _SHARED.intersection(kinds) else part.year)
            or any(Cue.PAST in hit.values for hit in said),
            companions=companions,
            beside=_companions(text, span, inside, is_beside),
            frames=frozenset(s.party for s in opened if not is_country(s.party) and is_frame(text, span, s)),
            deed=deed,
            guests=find_guests(text, start, end, inside),
            parts=find_parts(text, start, end, inside, opened, companions, said)
            | find_contributors(text, start, end, opened),
        )


def _companions(
    text: str, span: Span, spots: Sequence[Spot], is_first: Callable[[str, Span, Spot], bool]
) -> frozenset[str]:
    """The parties "with" whom something is done: also the second of "with Morocco and Turkey"."""
    found: list[Spot] = []
    for spot in spots:
        if is_first(text, span, spot) or (found and are_side_by_side(text, found[-1], spot)):
            found.append(spot)
    return frozenset(spot.party for spot in found)


def _turns(text: str, span: Span, spots: Sequence[Spot]) -> Iterator[int]:
    """Where clauses begin: at a "but", a semicolon, or a comma before a name that is the subject of what follows."""
    yield from (turn.end() for turn in _TURN.finditer(text, span.start, span.end))
    if len(spots) < 2:
        return  # the first name continues no list, and begins no clause
    starts = {spot.start: index for index, spot in enumerate(spots)}
    for comma in _COMMA.finditer(text, span.start, span.end):
        index = starts.get(comma.end())
        if index and not (
            _says_where(text, span, spots[index]) or are_side_by_side(text, *spots[index - 1 : index + 1])
        ):
            yield comma.end()


def _says_where(text: str, span: Span, spot: Spot) -> bool:
    """Whether the name after a comma only says where the place or the institute before it is."""
    before = _WHERE_BEFORE.search(text[max(span.start, spot.start - 40) : spot.start])
    return before is not None and _WHERE_AFTER.match(text, spot.end, span.end) is not None

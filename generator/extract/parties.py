"""How strongly an article reports cooperation with each party: a small sum of what its sentences say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from .cooperation import Clause, Sentence
from .lexicon import Cue, is_country
from .rows import Row

# What a sentence is worth that names the party, nothing speaking against it:
_WITH_HOME = 3.0  # together with the home, and a word of cooperation
_COMPOUND = 2.0  # in one word with the home ("Sino-French"), without one
_PAIR = 1.0  # side by side with the home, without one
_WITH_HOME_WEAK = 1.5  # with the home and a word that only helps
_IMPLIED = 2.0  # a word of cooperation; the home is understood
_PART = 1.8  # has a part in the work of the article, which is cooperation; the home is understood
_DIRECT = 1.8  # one teaches or gives, the other learns or receives; the home is understood
_FRAME = 0.6  # more, where a group is that within which something is done
_JOINS = 1.4  # takes part; the home is understood
_HELP = 0.8  # a word that only helps; at most two count
_AMONG_OTHERS = 0.5  # cooperation of parties named side by side, without the home
_BESIDE_HOME = 0.8  # with the home, without a word of cooperation
_NAMED = 0.3  # no word of cooperation
_NAMED_MOST = 1.3  # all such sentences together
_TOGETHER = 0.7  # "the two countries" in the same sentence
# What a sentence is worth that names no party but follows one: "They will ..."
_CARRIED_SURELY = 1.25  # a word of cooperation, and the home or a companion
_CARRIED = 0.8  # a word of cooperation, or "the two countries"
_CARRIED_HELP = 0.2
_CARRIED_MOST = 2.5  # all such sentences together
_CARRIED_FAR = 6  # sentences after which "they" may be somebody else
_LEAD = 60  # characters that the head of an article has
_TITLE = 1.0  # named in the title
_TITLE_HINT = 0.6  # the only one of which the title names a city, and it names no country
_AGAINST = -0.5  # something speaks against it
_PAST = 0.4  # share that is left where the sentence is about history
_METONYM_PAIR = 1.0  # its capital or a city side by side with one of the home: "shared by Berlin and Windhoek"
_METONYM_WITH_HOME = 1.5  # its capital or a city in a sentence of cooperation with the home
_METONYM = 0.5  # its capital or a city in a sentence of cooperation
_METONYM_ALONE = 1.2  # the same, and no other country is named or hinted at, or something is done with its institution


_PAIR_OF = 2  # "the two countries"
_BOUND = 1.5  # what must be said of both sides, where the party is known to act with a third country
_COOPERATION = (Cue.STRONG, Cue.MOVING, Cue.WEAK, Cue.DIRECT, Cue.JOINING, Cue.TOGETHER)


@dataclass
class Case:
    """What speaks for filing the article under one party."""

    points: float = 0.0
    explicit: float = 0.0  # the part that needs no understood home
    carried: float = 0.0  # the part that sentences brought which do not name it
    named: float = 0.0  # the part that sentences brought without a word of cooperation
    elsewhere: bool = False  # whether it cooperates with a third country: the home may not be understood then
    reported: bool = False  # whether any sentence speaks of cooperation; being named often is none
    helped: bool = False  # whether a word stands there that only helps
    part: float = 0.0  # what its parts in the work are worth more where cooperation is reported
    evidence: list[tuple[float, Sentence]] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)  # all that name it, in order

    @property
    def may_imply_home(self) -> bool:
        """Whether a sentence that does not name the home may speak of its cooperation with the party."""
        return self.explicit >= _BOUND or not self.elsewhere

    def without_implied(self) -> Case:
        """The case as far as the home is named in it."""
        return replace(self, points=self.explicit)


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose cooperation is looked for."""

    home: str | None
    is_home: Callable[[str], bool]  # the home or one of its territories
    acts: Callable[[str], bool]  # a country, or a bloc that the home is no member of: one that acts by itself


def weigh_parties(sentences: Sequence[Sentence], reader: Reader) -> dict[str, Case]:
    """The case of every party that the title or the body names; a city alone makes no case."""
    cases: defaultdict[str, Case] = defaultdict(Case)
    focus: set[str] = set()
    allies: set[str] = set()  # those "with" whom somebody unnamed does something: what they do is not that of others
    several: set[str] = set()  # those last named side by side, or one after the other in one sentence
    home = False  # whether the home was named with them
    since = 0  # sentences since somebody was named
    for sentence in sentences:
        named = {spot.party for spot in sentence.spots if not spot.hint and spot.party != reader.home}
        for party in named:
            _add(cases[party], party, sentence, reader, allies)
        allies.update(allies_of(sentence, reader))
        if named:
            focus = {party for party in named & sentence.named if is_country(party) and sentence.topic}
            since = 0
            home = any(map(reader.is_home, sentence.parties)) or sentence.count(Cue.OURS, Cue.WE) > 0
            several = focus if len(focus) > 1 else several
        elif (sentence.both and several) or (since := since + 1) <= _CARRIED_FAR:
            focus = several if sentence.both and several else focus
            if len(focus) == _PAIR_OF and not (home or focus <= allies) and sentence.count(Cue.TOGETHER):
                _part_from_home(cases, focus, reader)
            else:
                _carry(cases, focus, sentence, reader)
    _add_hints(cases, sentences, reader)
    _add_parts(cases)
    return dict(cases)


def _add_parts(cases: Mapping[str, Case]) -> None:
    """Counts parts in the work, and words that only help, where the article reports cooperation of anybody."""
    reported = any(
        case.carried >= _CARRIED or (case.reported and any(value >= _IMPLIED for value, _ in case.evidence))
        for case in cases.values()
    )
    for case in cases.values() if reported else ():
        case.points += case.part
        case.reported |= case.part > 0 or case.helped


def _part_from_home(cases: dict[str, Case], focus: Collection[str], reader: Reader) -> None:
    """Takes "the two countries" for the two that were named without the home: what they do is theirs."""
    if reader.home is not None and all(map(reader.acts, focus)):
        for party in focus:
            cases[party].elsewhere = True


def _carry(cases: dict[str, Case], focus: Collection[str], sentence: Sentence, reader: Reader) -> None:
    """Adds what a sentence that names no party says of those in focus: "Together with her colleagues she ..."."""
    home = any(map(reader.is_home, sentence.parties))
    if sentence.count(Cue.STRONG):
        value = _CARRIED_SURELY if home or sentence.companion else _CARRIED
    elif sentence.count(Cue.TOGETHER):
        value = _CARRIED
    elif sentence.count(Cue.WEAK, Cue.DIRECT, Cue.JOINING):
        value = _CARRIED_HELP
    else:
        return
    for case in (cases[party] for party in focus):
        share = min(value, _CARRIED_MOST - case.carried)
        case.carried += share
        case.points += share
        case.reported |= value > _CARRIED_HELP or case.explicit > 0
        case.helped = True


def allies_of(sentence: Sentence, reader: Reader) -> set[str]:
    """Countries "with" whom something is done by somebody who is not of another country."""
    found: set[str] = set()
    for clause in sentence.clauses:
        others = {party for party in clause.parties if reader.acts(party)}
        if reader.home is not None and clause.count(*_COOPERATION) and others <= clause.beside:
            found |= others
    return found


def _add(case: Case, party: str, sentence: Sentence, reader: Reader, allies: Collection[str]) -> None:
    """Adds what `sentence`, which names the party, says of it."""
    case.sentences.append(sentence)
    if party not in sentence.named:
        if party not in sentence.venues:
            case.points += _AGAINST
        return
    value, explicit = _value(party, sentence, reader, allies)
    part = any(party in clause.parts and not clause.past for clause in sentence.clauses)
    if part and explicit:
        value, case.reported = max(value, _PART), True
    case.elsewhere |= not (explicit or part) and (
        value == _AMONG_OTHERS or _acts_with_another(party, sentence, reader, allies)
    )
    # Words that only help tell of cooperation where the home is named, too: others have committees and equipment.
    helped = sentence.count(Cue.WEAK)
    case.helped |= helped > 0
    case.reported |= sentence.count(*_COOPERATION) > (0 if explicit else helped) or value >= (
        _PAIR if explicit else _DIRECT
    )
    if value <= _PAIR and not sentence.count(*_COOPERATION):
        value = min(value, _NAMED_MOST - case.named)
        case.named += value
    elif sentence.count(Cue.TOGETHER):
        value += _TOGETHER
    if part:
        case.part += max(0.0, _PART - value)
    if all(clause.past for clause in sentence.clauses if party in clause.parties):
        value *= _PAST
    if sentence.field == "title":
        value += _TITLE
    case.points += value
    case.explicit += value if explicit else 0.0
    case.evidence.append((value, sentence))


class _Said(NamedTuple):
    """What the open clauses of a sentence that concern a party say of it."""

    clauses: tuple[Clause, ...]
    strong: int  # words of cooperation, and institutions "with" which something is done
    given: int  # one side teaches or gives, the other learns or receives
    moved: int  # something or somebody goes from one side to the other
    joins: int  # somebody takes part
    helping: int  # the above without the first, and words that only help; two are enough
    people: bool  # it names people from the party and others: "nurses from Bahrain and Oman"
    deed: bool  # something is done, by those that stand side by side
    done_with: bool  # it begins "with" the party, and says what is done
    companion: bool  # something is done "with" the party
    home: bool  # the home is named, or "our country"
    rows: tuple[Row, ...]  # of the party side by side with the home
    early: bool  # it stands at the head of the article, which says what it is about
    together: bool  # it speaks of "the two countries", "our governments"
    among_all: bool  # there is no home: any country is the other side
    related: bool  # the party and another that is not listed with it act on each other


def _said(party: str, sentence: Sentence, reader: Reader) -> _Said:
    """What the sentence says of the party."""
    clauses = tuple(clause for clause in sentence.clauses if _concerns(party, clause, reader))

    def count(*cues: Cue) -> int:
        return sum(clause.count(*cues) for clause in clauses)

    companion = any(_is_companion(party, clause, reader) for clause in clauses)
    ours = sentence.count(Cue.OURS) if companion else count(Cue.OURS)
    named = any(is_home(other, reader) for clause in clauses for other in clause.parties - {party})
    strong = count(Cue.STRONG) + sum(clause.institution + (party in clause.frames) for clause in clauses)
    given, moved = count(Cue.DIRECT), count(Cue.MOVING)
    alone = not any(row.mutual and party in row.parties for row in sentence.rows)
    beside = {other for row in sentence.rows if party in row.parties for other in row.parties}
    we = sentence.count(Cue.WE) > 0 and alone and (companion or strong + given + moved > 0)
    return _Said(
        clauses=clauses,
        strong=strong,
        given=given,
        moved=moved,
        joins=count(Cue.JOINING),
        helping=min(2, count(Cue.DIRECT, Cue.MOVING, Cue.WEAK, Cue.JOINING, Cue.TOGETHER)),
        people=any(row.people and party in row.parties for row in sentence.rows),
        deed=any(clause.deed for clause in clauses),
        done_with=any(clause.deed and party in clause.beside and clause.begins_with(party) for clause in clauses),
        companion=companion,
        home=named or ours > 0 or we,
        rows=tuple(row for row in sentence.rows if party in row.parties and _holds_home(row, party, reader)),
        early=sentence.field == "title" or sentence.span.start < _LEAD,
        together=count(Cue.TOGETHER) > 0,
        among_all=reader.home is None,
        related=any(clause.relates(party, other) for clause in clauses for other in clause.parties - beside - {party}),
    )


def _is_companion(party: str, clause: Clause, reader: Reader) -> bool:
    """Whether something is done "with" the party, or by the party with the home."""
    return party in clause.companions or (party in clause.parties and any(map(reader.is_home, clause.beside)))


def _value(party: str, sentence: Sentence, reader: Reader, allies: Collection[str]) -> tuple[float, bool]:
    """What the sentence is worth for the party, and whether the other side stands in it."""
    said = _said(party, sentence, reader)
    if not said.rows and any(party in clause.guests for clause in said.clauses):
        return _NAMED, False
    if said.home:
        return _beside_home(said), True
    if not (said.strong or said.helping or said.done_with):
        return _NAMED, False
    if reader.home is not None and _among_others(party, sentence, said.clauses, reader, allies):
        return _AMONG_OTHERS, False
    return _understood(party, sentence, said)


def _understood(party: str, sentence: Sentence, said: _Said) -> tuple[float, bool]:
    """What a sentence of cooperation is worth in which the other side is understood."""
    if said.strong:
        return _IMPLIED + _FRAME * any(party in clause.frames for clause in said.clauses), False
    if _opens_with(party, sentence):
        return _DIRECT, not said.given
    if said.done_with:
        return _IMPLIED, False
    alone = is_country(party) and not said.companion and any(clause.is_done_by(party) for clause in said.clauses)
    if said.given:  # what "Peru teaches" is for its own people
        return _HELP if any(clause.is_done_by(party, {Cue.DIRECT}) for clause in said.clauses) else _DIRECT, False
    return _HELP * (1 if alone else said.helping) + (_JOINS - _HELP if said.joins else 0.0), False


def _beside_home(said: _Said) -> float:
    """What a sentence is worth that names the other side, too, perhaps side by side with the party."""
    joint = any((row.mutual and not row.between) or row.leads for row in said.rows)
    common = any(row.common or (row.people and said.early) or (said.among_all and said.together) for row in said.rows)
    if said.strong or common or (joint and said.deed) or (said.joins and said.people):
        return _WITH_HOME
    if said.among_all:  # no side is looked for: to be named in one list with others, or in one place, is not enough
        if said.related and (said.given or said.moved or said.helping):
            return _WITH_HOME
    elif (
        said.given
        or said.moved
        or any(row.people for row in said.rows)
        or (said.helping and (said.companion or said.rows))
    ):
        return _WITH_HOME
    if said.rows:
        return _COMPOUND if any(row.compound for row in said.rows) else _PAIR
    return _WITH_HOME_WEAK + 0.5 * (said.helping - 1) if said.helping else _BESIDE_HOME


def is_home(party: str, reader: Reader) -> bool:
    """Whether the party is the side whose cooperation is looked for: any country, where there is no home."""
    return reader.is_home(party) if reader.home is not None else is_country(party)


def _holds_home(row: Row, party: str, reader: Reader) -> bool:
    return any(is_home(other, reader) for other in row.parties - {party})


def _concerns(party: str, clause: Clause, reader: Reader) -> bool:
    """Whether what an open clause says may be said of the party: it names it, or no party but the home."""
    if clause.counter:
        return False
    return party in clause.parties or all(map(reader.is_home, clause.parties))


def _opens_with(party: str, sentence: Sentence) -> bool:
    """Whether the sentence begins "with" the party, its subject left out, as Chinese does: 同罗马尼亚恢复了……."""
    first = sentence.spots[0]
    return first.party == party and first.start - sentence.span.start == 1 and party in sentence.clauses[0].companions


def _among_others(
    party: str, sentence: Sentence, said: Iterable[Clause], reader: Reader, allies: Collection[str]
) -> bool:
    """Whether the party acts with another country or bloc, not the home: side by side, or one on the other."""
    if _acts_with_another(party, sentence, reader, allies):
        return True
    beside = {other for row in sentence.rows if party in row.parties for other in row.parties}
    return any(
        clause.relates(party, other)
        for clause in said
        for other in clause.parties - beside - {party}
        if reader.acts(other) and not {party, other} <= set(allies)
    )


def _acts_with_another(party: str, sentence: Sentence, reader: Reader, allies: Collection[str]) -> bool:
    """Whether the party is the subject beside another: "Japan and the Philippines map a trench"."""
    rows = [
        row.parties for row in sentence.rows if row.mutual and party in row.parties and not row.parties <= set(allies)
    ]
    return any(sum(map(reader.acts, parties)) > 1 for parties in rows)


def _add_hints(cases: dict[str, Case], sentences: Iterable[Sentence], reader: Reader) -> None:
    """Capitals and cities in sentences of cooperation support the case that their country already has."""
    for sentence in sentences:
        named = {spot.party for spot in sentence.spots if not spot.hint}
        if sentence.field == "title" and not named and len(sentence.hinted) == 1:
            for case in (cases[party] for party in sentence.hinted if party in cases):
                case.points += _TITLE_HINT if case.explicit else 0.0
        for party in sentence.hinted - named:
            worth = _hint(party, sentence, reader)
            if worth and party in cases and not reader.is_home(party):
                cases[party].points += worth
                cases[party].reported = True
                cases[party].evidence.append((worth, sentence))


def _hint(party: str, sentence: Sentence, reader: Reader) -> float:
    """What a sentence is worth that names but the capital or a city of the party."""
    rows = [row for row in sentence.rows if party in row.parties and _holds_home(row, party, reader)]
    home = any(is_home(other, reader) for other in sentence.parties - {party})
    if any(row.people for row in rows) or (home and sentence.count(Cue.STRONG, Cue.DIRECT, Cue.MOVING)):
        return _METONYM_WITH_HOME
    told = sentence.count(Cue.STRONG, Cue.DIRECT, Cue.TOGETHER, Cue.MOVING)
    beside = sum(clause.institution for clause in sentence.clauses if party in clause.parties)
    if rows and (told or sentence.count(Cue.WEAK) or sentence.field == "title"):
        return _METONYM_PAIR
    if not (told or beside):
        return 0.0
    alone = beside or not any(map(is_country, sentence.parties - {party}))
    return _METONYM_ALONE if alone else _METONYM

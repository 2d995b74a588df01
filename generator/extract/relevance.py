"""Whether an article reports international cooperation at all, and whether it is that of the home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import combinations

from .cooperation import Sentence
from .lexicon import Cue, is_country
from .parties import Case, Reader, allies_of

_HEAD = 2  # the title and the first sentence
_TOPIC = 4  # sentences, the title among them, that say what an article is about


def is_linked(sentences: Sequence[Sentence], reader: Reader, outlet: str | None) -> bool:
    """Whether a home that a sentence does not name may be understood in it.

    It may where the article is about the home, says "our country", or stands in an outlet of the home; and where no
    sentence reports cooperation between two others. What is named once, in passing, is not what an article is about.
    """
    if reader.home is None or outlet == reader.home:
        return True
    if any(sentence.count(Cue.OURS) for sentence in sentences):
        return True
    told = [sentence for sentence in sentences if any(map(reader.is_home, sentence.parties))]
    topic = min(_TOPIC, len(sentences) // 2 + 1)  # the last word of a short article is an aside
    if len(told) > 1 or any(sentence in told for sentence in sentences[:topic]):
        return True
    allies = frozenset(party for sentence in sentences for party in allies_of(sentence, reader))
    return not any(_is_of_others(sentence, reader, allies) for sentence in sentences)


def _is_of_others(sentence: Sentence, reader: Reader, allies: Set[str]) -> bool:
    """Whether the sentence tells what two others do with each other: "Chile signed with Finland".

    What the `allies` do, "with" whom somebody unnamed does something, is not that of others.
    """
    rows = [row for row in sentence.rows if (row.mutual or row.leads) and not row.parties <= allies]
    if any(sum(map(reader.acts, row.parties)) > 1 for row in rows):
        told = sentence.count(Cue.STRONG, Cue.DIRECT, Cue.JOINING, Cue.TOGETHER)
        return told > 0 or any(row.people or row.compound for row in rows)
    for clause in sentence.clauses:
        named = {spot.party for spot in clause.open if not spot.hint and is_country(spot.party)}
        named = set() if named <= allies else named
        if clause.count(Cue.STRONG, Cue.DIRECT) and any(clause.relates(*pair) for pair in combinations(named, 2)):
            return True
    return False


def is_about_measures(sentences: Sequence[Sentence]) -> bool:
    """Whether the article tells of measures against others, and nothing in it of cooperation."""
    told = sum(sentence.sanction for sentence in sentences[:_TOPIC])
    return (told > 1 or any(sentence.sanction for sentence in sentences[:_HEAD])) and not any(
        sentence.count(Cue.STRONG, Cue.INTERNATIONAL, Cue.TOGETHER) for sentence in sentences
    )


def is_general(sentences: Sequence[Sentence], reader: Reader, cases: Mapping[str, Case]) -> bool:
    """Whether the article is about international cooperation without naming a party to file it under."""
    if any(sentence.sanction for sentence in sentences[:3]):
        return False
    foreign = any(is_country(party) for party in cases)
    home = any(reader.is_home(spot.party) for sentence in sentences for spot in sentence.spots)
    if foreign and not home and reader.home is not None:
        return False  # the cooperation of others
    return any(
        sentence.count(Cue.INTERNATIONAL) or (sentence.count(Cue.COUNTRIES) and sentence.count(Cue.STRONG))
        for sentence in sentences
    )

"""Whether an article reports international cooperation at all, and whether it is that of the home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .cooperation import Sentence
from .lexicon import Cue, is_country
from .parties import Case, Reader


def is_linked(sentences: Sequence[Sentence], reader: Reader, outlet: str | None) -> bool:
    """Whether a home that a sentence does not name may be understood in it.

    It may where the article names the home or one of its cities elsewhere, says "our country", or stands in an outlet
    of the home; and where no sentence reports cooperation between two others.
    """
    if reader.home is None or outlet == reader.home:
        return True
    if any(sentence.count(Cue.OURS) for sentence in sentences):
        return True
    if any(reader.is_home(spot.party) for sentence in sentences for spot in sentence.spots):
        return True
    return not any(
        clause.count(Cue.STRONG, Cue.DIRECT) and sum(map(is_country, clause.parties)) > 1
        for sentence in sentences
        for clause in sentence.clauses
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

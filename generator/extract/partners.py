"""Files countries: partners, with which the article reports cooperation, and mentions, which it only names."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from ..model import Article, Place
from .evidence import best, quote
from .lexicon import is_country
from .parties import Case

#: Points from which a party is filed: one sentence of cooperation, or two that come near it.
THRESHOLD = 1.8


def find_partners(
    article: Article, cases: Mapping[str, Case], may_file: Callable[[str], bool]
) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """The partners and the mentions, the strongest first. `may_file` says which countries can be partners at all."""
    filed = {
        party: case
        for party, case in cases.items()
        if is_country(party) and case.reported and case.evidence and case.points >= THRESHOLD and may_file(party)
    }
    partners = [
        Place(f"partner:{party}", party, score(case), best(article, case.evidence, party))
        for party, case in filed.items()
    ]
    others = {party: case for party, case in cases.items() if party not in filed}
    return _ranked(partners), mentions_of(article, others)


def mentions_of(article: Article, cases: Mapping[str, Case]) -> tuple[Place, ...]:
    """The countries among the parties as mentions, each with the first sentence that names it."""
    return _ranked(
        [
            Place(
                f"mention:{party}",
                party,
                round(1 - 0.5 / (1 + len(case.sentences)), 2),
                (quote(article, case.sentences[0], party),),
            )
            for party, case in cases.items()
            if is_country(party)
        ]
    )


def score(case: Case) -> float:
    """How sure a filing is: a half at the threshold, .7 for one sentence with both parties, 1 from many."""
    return round(1 - 0.5 * math.exp(-max(0.0, case.points - THRESHOLD) / 1.8), 2)


def _ranked(places: list[Place]) -> tuple[Place, ...]:
    return tuple(sorted(places, key=lambda place: (-place.score, place.code)))

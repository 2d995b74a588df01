"""Files countries: partners, with which the article reports cooperation, and mentions, which it only names.

Two judges must agree, or one of them be sure: the rules, which read what sentences say (parties.py), and the signs,
which say how likely a country is a partner (signs.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..model import Article, Evidence, Place
from .evidence import best, quote
from .lexicon import is_country
from .parties import Case

THRESHOLD = 1.8
"""Points from which the rules file a party: one sentence of cooperation, or two that come near it."""
AGREED = 0.33
"""The least chance of a country that the rules file."""
ALONE = 0.85
"""The least chance of one that they do not file."""


def find_partners(
    article: Article,
    cases: Mapping[str, Case],
    chances: Mapping[str, float],
    may_file: Callable[[str], bool],
) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """The partners and the mentions, the strongest first. `may_file` says which countries can be partners at all.

    The score of a partner is its chance: of all partners with about that score, about that share is right.
    """
    filed = {
        party: case
        for party, case in cases.items()
        if is_country(party) and may_file(party) and _is_partner(case, chances[party])
    }
    partners = [
        Place(f"partner:{party}", party, round(chances[party], 2), _evidence(article, case, party))
        for party, case in filed.items()
    ]
    others = {party: case for party, case in cases.items() if party not in filed}
    return _ranked(partners), mentions_of(article, others)


def is_ruled(case: Case) -> bool:
    """Whether the rules alone would file a party."""
    return case.reported and bool(case.evidence) and case.points >= THRESHOLD


def _is_partner(case: Case, chance: float) -> bool:
    """Whether the rules and the signs together file a country."""
    return chance >= AGREED if is_ruled(case) else chance >= ALONE and (case.reported or case.explicit > 0)


def _evidence(article: Article, case: Case, party: str) -> tuple[Evidence, ...]:
    """The sentences that say most of the country; the first that names it, where the rules made nothing of any."""
    return best(article, case.evidence, party) or (quote(article, case.sentences[0], party),)


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


def _ranked(places: list[Place]) -> tuple[Place, ...]:
    return tuple(sorted(places, key=lambda place: (-place.score, place.code)))

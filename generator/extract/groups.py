"""Files groups: blocs, organisations, initiatives and parts of the world with or within which the article cooperates.

A group is never its members, and members are never the group.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Article, Tag
from .evidence import best
from .lexicon import is_country
from .parties import Case
from .partners import score

#: Points from which a group is filed. An organisation is often only the house in which something was decided, an
#: initiative one of many in a list, and a part of the world where something is: more must speak for them.
_NEEDED = {"bloc": 1.6, "organisation": 2.5, "initiative": 2.5, "region": 3.5}


def find_groups(article: Article, cases: Mapping[str, Case], kinds: Mapping[str, str]) -> tuple[Tag, ...]:
    """The groups that the article is filed under, the strongest first."""
    tags = []
    for party, case in cases.items():
        if is_country(party) or not case.evidence:
            continue
        if case.points >= _NEEDED[kinds[party]]:
            tags.append(Tag(party, score(case), best(article, case.evidence, party), (_name(article, case, party),)))
    return tuple(sorted(tags, key=lambda tag: (-tag.score, tag.id)))


def _name(article: Article, case: Case, party: str) -> str:
    """The name under which the article speaks of the group first."""
    sentence = case.sentences[0]
    text = (article.title or "") if sentence.field == "title" else article.body
    spot = next(spot for spot in sentence.spots if spot.party == party)
    return text[spot.start : spot.end]

"""The side that a person stands for: the country that the role names."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..lexicon import Kind, is_country
from ..sentences import Span
from .mention import Text

_ACCREDITED = re.compile(r"(?:驻|(?:[Aa]mbassador|[Cc]onsul|[Ee]nvoy|[Rr]epresentative) to (?:the )?)$")
_NAMING = frozenset({Kind.NAME, Kind.DEMONYM, Kind.SHORT, Kind.CAPITAL, Kind.PREFIX, Kind.FORMER})


def side_of(text: Text, role: Span) -> str | None:
    """The first country that the role names, but not the one that an ambassador is accredited to."""
    index = bisect_left(text.spots, role.start, key=lambda spot: spot.start)
    for spot in text.spots[index:]:
        if spot.start >= role.end:
            return None
        if not is_country(spot.party) or spot.kind not in _NAMING:
            continue
        if _ACCREDITED.search(text.text[role.start : spot.start]) is None:
            return spot.party
    return None

"""Whose word a shelf of articles is: owners, state media, and what only one source says.

Who owns a source, and whether a state owns or edits it, stands in sources.yml; what is not known is counted apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ..taxonomy import Taxonomy
from .atlas import Shelf
from .axes import NOT_STATED
from .lens import Fact, facts


@dataclass(frozen=True, slots=True)
class Mix:
    """Numbers of articles, but for the facts: a theme, a programme, an agreement or a figure that articles report."""

    articles: int
    state: int  # of sources that a state owns or edits
    unknown: int  # of sources of which nobody has entered who owns them
    owners: dict[str, int]  # by the country of the source's owner, the most first
    languages: dict[str, int]  # by BCP 47 tag, the most first
    facts: int
    single: int  # facts that only one independent source reports


def mix_of(shelf: Shelf, voices: Mapping[str, str], taxonomy: Taxonomy) -> Mix:
    """The mix of a shelf; `voices` says whose word each article is, so that a reprint counts as what it reprints."""
    told: dict[Fact, set[str]] = defaultdict(set)
    owners: Counter[str] = Counter()
    state = unknown = 0
    for record in shelf.records:
        voice = voices[record.article.id]
        source = taxonomy.sources.get(voice)
        state += source is not None and source.of_state
        unknown += source is None
        if source is not None and source.country:
            owners[source.country] += 1
        for fact in facts(record):
            told[fact].add(voice)
    languages = Counter(record.findings.language for record in shelf.records)
    return Mix(
        articles=len(shelf),
        state=state,
        unknown=unknown,
        owners=_most_first(owners),
        languages=_most_first(languages),
        facts=len(told),
        single=sum(len(by - {NOT_STATED}) < 2 for by in told.values()),
    )


def _most_first(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

"""The register of known programmes, compiled for searching."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...taxonomy import Taxonomy
from ...taxonomy.model import ProgrammeEntry
from ..matcher import Hit, Matcher

_NUMBER = re.compile(r"[-‐‑–]\d{1,2}[A-Z]?\b(?!\s?%)")


@dataclass(frozen=True, slots=True)
class ProgrammeLexicon:
    """All names of the register, and whose they are; a phrase that means something else is nobody's (None)."""

    names: Matcher[str | None]
    missions: frozenset[str]  # ids of missions: a number after the name belongs to it, as in CBERS-6


def compile_programmes(taxonomy: Taxonomy) -> ProgrammeLexicon:
    """The register of a taxonomy; do it once."""
    entries = taxonomy.programmes.values()
    return ProgrammeLexicon(
        names=Matcher(pair for entry in entries for pair in _names(entry)),
        missions=frozenset(entry.id for entry in entries if entry.kind == "mission"),
    )


def _names(entry: ProgrammeEntry) -> Iterator[tuple[str, str | None]]:
    for name in (entry.name.en, entry.name.zh, *entry.aliases.en, *entry.aliases.zh):
        yield name, entry.id
    for phrase in (*entry.unlike.en, *entry.unlike.zh):
        yield phrase, None


def find_known(text: str, lexicon: ProgrammeLexicon) -> Iterator[tuple[int, int, str]]:
    """Where `text` names a programme of the register, and which: start, end, id."""
    shouted = text.isupper()  # then FAST may be the adverb
    for hit in lexicon.names.find(text):
        identifier = hit.values[0]
        if identifier is None or None in hit.values or (shouted and _is_short(hit)):
            continue
        number = _NUMBER.match(text, hit.end) if identifier in lexicon.missions else None
        yield hit.start, number.end() if number else hit.end, identifier


def _is_short(hit: Hit[str | None]) -> bool:
    return len(hit.text) <= 6 and hit.text.isupper()

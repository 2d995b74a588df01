"""What a decision changed, in words for people. A source's own sentences are never among them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..amounts import counted_in_english
from ..model import Agreement, Event, Figure, Person, Quote
from .kinds import Finding, Kind, id_of, value_of

_OWN_WORDS = "the article's words"


def finding_in_words(kind: Kind, finding: Finding) -> str:
    """What a finding says: `114 agreements`, `RS`, `Jana Novak, minister`; its id where a source's sentence says it."""
    if not _printed(kind, finding):
        return id_of(kind, finding)
    match finding:
        case Figure():
            return counted_in_english(finding, finding.what)
        case Person(name=name, role=role):
            return f"{name}, {role}" if role else name
        case Agreement():
            return f"{finding.kind}: {', '.join(finding.parties)}"
    return str(value_of(kind, finding, kind.chief))


def fields_in_words(kind: Kind, finding: Finding, fields: Iterable[str]) -> str:
    """What a finding says in some fields: `as of: 2022; indicator: nothing`."""
    return "; ".join(f"{field.replace('_', ' ')}: {_value(kind, finding, field)}" for field in fields)


def value_in_words(value: Any) -> str:
    """A plain value: `true`, `FR, RS`, `nothing`."""
    if value is None or value in ("", [], ()):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{name} {value_in_words(one)}" for name, one in value.items() if one) or "nothing"
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def _printed(kind: Kind, finding: Finding) -> bool:
    """Whether its chief field may be printed: it is no sentence of a source's, or an editor's own."""
    return kind.printed or (isinstance(finding, (Event, Quote)) and finding.own)


def _value(kind: Kind, finding: Finding, field: str) -> str:
    if field == kind.chief and not _printed(kind, finding):
        return _OWN_WORDS
    return value_in_words(value_of(kind, finding, field))

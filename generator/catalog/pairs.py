"""Which themes of an article belong to which of its countries and groups.

An article may report cooperation with several countries, and on each something else. A theme then belongs to those
that the sentences which tell of it name (else their paragraphs, else the title: see `model.Naming`), or whose own
evidence shares text with its own. Where nobody is named, nobody can tell, and it stays with all of them.
"""

from __future__ import annotations

from dataclasses import replace

from ..model import Evidence, Record, Tag
from .overlap import overlap


def of_party(record: Record, party: str) -> Record:
    """The record as the shelf of a country or group holds it: with the themes that are its own."""
    found = record.findings
    themes = tuple(tag for tag in found.themes if party in _owners(record, tag))
    return record if themes == found.themes else replace(record, findings=replace(found, themes=themes))


def on_theme(record: Record, id_: str) -> Record:
    """The record as the shelf of a theme holds it: with the partners and groups whose theme it is."""
    owners, found = _owners(record, _tag(record, id_)), record.findings
    partners = tuple(place for place in found.partners if place.code in owners)
    groups = tuple(one for one in found.groups if one.id in owners)
    if (partners, groups) == (found.partners, found.groups):
        return record
    return replace(record, findings=replace(found, partners=partners, groups=groups))


def is_told(record: Record, code: str, theme: str) -> bool:
    """Whether the article ties the theme to the partner, or to no country and has no other partner.

    What is not told is only filed under both.
    """
    tied = _tied(record, _tag(record, theme))
    alone = {place.code for place in record.findings.partners} == {code}
    return code in tied or (alone and not any(party.isupper() for party in tied))


def evidence_of(record: Record, code: str, theme: str) -> tuple[Evidence, ...]:
    """The pieces that tell of the theme and name the country, or stand where it is named."""
    named = _tag(record, theme).named
    return tuple(naming.evidence for naming in named if code in naming.parties)


def _tag(record: Record, id_: str) -> Tag:
    return next((tag for tag in record.findings.themes if tag.id == id_), Tag(id_, 0.0))


def _tied(record: Record, tag: Tag) -> set[str]:
    """Everybody whom the sentences of a theme name; of one that an editor gave, whose sentences are also its own."""
    if tag.named:
        return {party for naming in tag.named for party in naming.parties}
    found = record.findings
    said = tuple(piece for piece in tag.evidence if piece.field == "body")  # a title may be an enumeration
    tied = {place.code for place in found.partners if overlap(place.evidence, said)}
    return tied | {one.id for one in found.groups if overlap(one.evidence, said)}


def _owners(record: Record, tag: Tag) -> set[str]:
    """The partners and groups whose theme it is: those tied to it, else all; the only partner always is."""
    partners = {place.code for place in record.findings.partners}
    filed = partners | {one.id for one in record.findings.groups}
    owners = filed & _tied(record, tag) or filed
    return owners | partners if len(partners) == 1 else owners

"""The rights policy, in one place: which words of a source the site may show.

The pieces of an article are chosen once, and every page shows the same ones; so the limits hold for the whole site.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..model import Article, Evidence, Findings, Record
from ..settings import Rights, Settings
from ..taxonomy import Taxonomy
from ..taxonomy.model import Publish
from .extracts import Anchors, cut, length

#: What a figure, agreement, event or quotation is worth beside a country, group or theme.
_BESIDES = 0.5

Span = tuple[int, int]  # start and end in the body


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be shown of one article: pieces of evidence by their place in the body, and perhaps the body."""

    mode: Publish
    pieces: dict[Span, str] = field(default_factory=dict)
    body: bool = False

    def quote(self, evidence: Evidence) -> str | None:
        """The words of `evidence` that may be shown; None if only its place may be given. Titles are facts."""
        return evidence.exact if evidence.field == "title" else self.pieces.get((evidence.start, evidence.end))


@dataclass(slots=True)
class _Candidate:
    """A piece of evidence in the body, what it is worth, and the words that its best finding stands on."""

    evidence: Evidence
    value: float = 0.0
    best: float = 0.0
    anchors: Anchors = ()


def mode_of(article: Article, taxonomy: Taxonomy, settings: Settings) -> Publish:
    """How much of the article its owner lets us publish. The words of our own digests are ours."""
    owner = settings.own_source if article.digest_of is not None else article.source_id
    source = taxonomy.sources.get(owner or "")
    return source.publish if source is not None else Publish.EXTRACT


def shown_of(record: Record, taxonomy: Taxonomy, settings: Settings, preview: bool = False) -> Shown:
    """What the site may show of the record's article; a preview shows the editor everything."""
    mode = mode_of(record.article, taxonomy, settings)
    candidates = _best_first(record.findings, taxonomy)
    if preview or mode is Publish.FULL:
        return Shown(mode, {_span(c.evidence): c.evidence.exact for c in candidates}, body=True)
    if mode is Publish.FACTS:
        return Shown(mode)
    return Shown(mode, _extracts(record.article.body, candidates, settings.rights))


def paragraph_of(evidence: Evidence, body: str) -> int | None:
    """The paragraph of the body where the evidence stands, from 1; None: it is the title."""
    return None if evidence.field == "title" else 1 + body[: evidence.start].count(chr(10) * 2)


def _extracts(body: str, candidates: list[_Candidate], rights: Rights) -> dict[Span, str]:
    """The pieces that may be shown: each within its own limit, all together within their share of the body."""
    left = int(rights.share * length(body))
    pieces: dict[Span, str] = {}
    for candidate in candidates:
        piece = cut(candidate.evidence.exact, candidate.anchors, rights, left)
        if piece is not None:
            pieces[_span(candidate.evidence)] = piece
            left -= length(piece)
    return pieces


def _best_first(findings: Findings, taxonomy: Taxonomy) -> list[_Candidate]:
    """The pieces of evidence in the body, the most telling first.

    A piece is worth the scores of the findings that it supports; a finding's first piece is its best.
    """
    found: dict[Span, _Candidate] = {}
    for score, pieces, anchors in _supported(findings, taxonomy):
        for rank, piece in enumerate((p for p in pieces if p.field == "body"), start=1):
            candidate = found.setdefault(_span(piece), _Candidate(piece))
            candidate.value += score / rank
            if score / rank > candidate.best:
                candidate.best, candidate.anchors = score / rank, anchors
    return sorted(found.values(), key=lambda c: (-c.value, c.evidence.start, c.evidence.end))


def _supported(findings: Findings, taxonomy: Taxonomy) -> Iterable[tuple[float, tuple[Evidence, ...], Anchors]]:
    """The findings that pages show with evidence: score, evidence, and the words to cut around."""
    for place in findings.partners:
        yield place.score, place.evidence, _names(place.code, taxonomy)
    for tag in findings.groups:
        group = taxonomy.groups.get(tag.id)
        words = (group.labels.en, *group.aliases.en, group.labels.zh, *group.aliases.zh) if group is not None else ()
        yield tag.score, tag.evidence, words
    for tag in findings.themes:
        yield tag.score, tag.evidence, tag.terms
    for figure in findings.figures:
        yield figure.score * _BESIDES, figure.evidence, (figure.what,)
    for agreement in findings.agreements:
        yield agreement.score * _BESIDES, agreement.evidence, (agreement.kind,)
    for event in findings.events:
        yield event.score * _BESIDES, event.evidence, (event.place,) if event.place else ()
    for quote in findings.quotes:
        yield quote.score * _BESIDES, quote.evidence, (quote.speaker,) if quote.speaker else ()


def _names(code: str, taxonomy: Taxonomy) -> Anchors:
    """What a country is called in articles."""
    country = taxonomy.countries.get(code)
    if country is None:
        return ()
    entry = country.entry
    return (country.en, *entry.aliases.en, *entry.demonyms.en, country.zh, *entry.aliases.zh, *entry.short_zh)


def _span(evidence: Evidence) -> Span:
    return evidence.start, evidence.end

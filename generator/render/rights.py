"""The rights policy, in one place: which words of a source the site may show.

The pieces of an article are chosen once, and every page shows the same ones; so the limits hold for the whole site.
Copies of one article are chosen from together: the owner who allows the least decides about all of them, and what is
shown of one counts for the others, so that reprints do not add up to more than one article may show.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil

from ..catalog import Atlas
from ..catalog.duplicates.shingles import text_of
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
    return source.publish if source is not None else taxonomy.unlisted


def shown_in(atlas: Atlas, settings: Settings, preview: bool = False) -> dict[str, Shown]:
    """What the site may show of every article of an atlas, by its id; a preview shows the editor everything."""
    records = {record.article.id: record for record in atlas.records}
    clusters = dict.fromkeys(atlas.duplicates.clusters.get(id_, (id_,)) for id_ in records)
    shown: dict[str, Shown] = {}
    for ids in clusters:
        members = [records[id_] for id_ in ids if id_ in records]
        shown |= zip(ids, shown_of_copies(members, atlas.taxonomy, settings, preview), strict=True)
    return shown


def shown_of(record: Record, taxonomy: Taxonomy, settings: Settings, preview: bool = False) -> Shown:
    """What the site may show of an article that has no copies."""
    return shown_of_copies([record], taxonomy, settings, preview)[0]


def shown_of_copies(
    records: Sequence[Record], taxonomy: Taxonomy, settings: Settings, preview: bool = False
) -> list[Shown]:
    """What the site may show of the articles of a cluster, the original first. What is not filed is not quoted."""
    modes = [mode_of(record.article, taxonomy, settings) for record in records]
    mode = min(modes, key=list(Publish).index)
    candidates = [_best_first(record.findings, taxonomy) for record in records]
    if preview or mode is Publish.FULL:
        return [
            Shown(own, {_span(c.evidence): c.evidence.exact for c in found}, body=True)
            for own, found in zip(modes, candidates, strict=True)
        ]
    if mode is Publish.FACTS:
        return [Shown(mode) for _ in records]
    filed = [found if record.filed else [] for record, found in zip(records, candidates, strict=True)]
    return [Shown(mode, pieces) for pieces in _extracts(records, filed, settings.rights)]


def paragraph_of(evidence: Evidence, body: str) -> int | None:
    """The paragraph of the body where the evidence stands, from 1; None: it is the title."""
    return None if evidence.field == "title" else 1 + body[: evidence.start].count(chr(10) * 2)


def _extracts(
    records: Sequence[Record], candidates: Sequence[list[_Candidate]], rights: Rights
) -> list[dict[Span, str]]:
    """The pieces that may be shown of copies: each within its own limit, all together within their share of each."""
    bodies = [record.article.body for record in records]
    left = [int(rights.share * length(body)) for body in bodies]
    shingles = [text_of(body).shingles() if len(bodies) > 1 else frozenset() for body in bodies]
    pieces: list[dict[Span, str]] = [{} for _ in records]
    said: dict[str, str] = {}  # what the copies before show of a sentence
    for one, found in enumerate(candidates):
        before = dict(said)
        for candidate in found:
            exact, span = candidate.evidence.exact, _span(candidate.evidence)
            if exact in before:
                pieces[one][span] = before[exact]
                continue
            room = min(left[at] for at, body in enumerate(bodies) if at == one or exact in body)
            piece = cut(exact, candidate.anchors, rights, room)
            costs = _costs(piece or "", one, shingles)
            if piece is not None and all(cost <= room for cost, room in zip(costs, left, strict=True)):
                pieces[one][span] = said[exact] = piece
                left = [room - cost for cost, room in zip(costs, left, strict=True)]
    return pieces


def _costs(piece: str, one: int, bodies: Sequence[frozenset[int]]) -> list[int]:
    """How much of each body (its shingles) a piece of the body at `one` shows, in words: of an edited copy, a part."""
    whole, own = length(piece), text_of(piece).shingles()
    return [
        whole if at == one or not own else ceil(whole * len(own & body) / len(own)) for at, body in enumerate(bodies)
    ]


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

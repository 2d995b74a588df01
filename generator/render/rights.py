"""The rights policy, in one place: which words of a source the site may show.

The pieces of an article are chosen once, and every page shows the same ones; so the limits hold for the whole site.
Copies of one article are chosen from together: the owner who allows the least decides about all of them, and what is
shown of one counts for the others, so that reprints do not add up to more than one article may show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from math import ceil

from ..catalog import Atlas
from ..catalog.duplicates.shingles import text_of
from ..model import Article, Evidence, Findings, Naming, Record, Tag
from ..settings import Rights, Settings
from ..taxonomy import Taxonomy
from ..taxonomy.model import Publish
from .extracts import Anchors, cut, length

#: The kinds of findings in the order in which they take turns, and the rounds one after the other: what a reader asks
#: a proof for first. A number or an agreement is nothing without its sentence; a name says at least who or what it is.
_ROUNDS = (
    ("figures", "agreements", "partners", "themes", "groups"),
    ("pairs", "events", "programmes", "people", "quotes"),
)

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


@dataclass(frozen=True, slots=True)
class _Need:
    """A finding that pages show with what says so."""

    kind: str
    pieces: tuple[Evidence, ...]  # in the body, the best first
    anchors: Anchors  # the words to cut around


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A piece of evidence in the body, and the words that the finding it was chosen for stands on."""

    evidence: Evidence
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
    candidates = [_in_turns(record.findings, taxonomy) for record in records]
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


def paragraphs_of(body: str) -> list[tuple[int, str]]:
    """The paragraphs of the body with their numbers, as `paragraph_of` counts them; empty ones are left out."""
    return [(number, text) for number, text in enumerate(body.split(chr(10) * 2), start=1) if text.strip()]


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


def _in_turns(findings: Findings, taxonomy: Taxonomy) -> list[_Candidate]:
    """The pieces of evidence in the body, in the order in which they may use up what may be shown.

    Every finding has its first sentence before any has a second one, and in each round the kinds take turns, so that
    many findings of one kind do not leave another without any. Of a kind, what supports most findings comes first.
    """
    needs = [need for need in _needs(findings, taxonomy) if need.pieces]
    worth: Counter[Span] = Counter(_span(piece) for need in needs for piece in need.pieces)
    chosen: dict[Span, _Candidate] = {}

    def first(need: _Need) -> tuple[int, int]:
        span = _span(need.pieces[0])
        return -worth[span], span[0]

    for kinds in _ROUNDS:
        queues = [sorted((need for need in needs if need.kind == kind), key=first) for kind in kinds]
        for need in (need for turn in zip_longest(*queues) for need in turn if need is not None):
            if not any(_span(piece) in chosen for piece in need.pieces):
                chosen[_span(need.pieces[0])] = _Candidate(need.pieces[0], need.anchors)
    for rank in range(max((len(need.pieces) for need in needs), default=0)):
        for need in needs:
            for piece in need.pieces[rank : rank + 1]:
                chosen.setdefault(_span(piece), _Candidate(piece, need.anchors))
    return list(chosen.values())


def _needs(findings: Findings, taxonomy: Taxonomy) -> Iterator[_Need]:
    """The findings that pages show with evidence, with the words that each stands on."""

    def group_names(id_: str) -> Anchors:
        group = taxonomy.groups.get(id_)
        return () if group is None else (group.labels.en, *group.aliases.en, group.labels.zh, *group.aliases.zh)

    anchored: dict[str, list[tuple[tuple[Evidence, ...], Anchors]]] = {
        "figures": [(one.evidence, (one.what,)) for one in findings.figures],
        "agreements": [(one.evidence, (one.kind,)) for one in findings.agreements],
        "partners": [(one.evidence, _names(one.code, taxonomy)) for one in findings.partners],
        "themes": [(one.evidence, _words(one)) for one in findings.themes],
        "groups": [(one.evidence, group_names(one.id)) for one in findings.groups],
        "pairs": [((naming.evidence,), _words(tag)) for tag in findings.themes for naming in _partners(tag, findings)],
        "events": [(one.evidence, (one.place or "",)) for one in findings.events],
        "programmes": [(one.evidence, (one.name,)) for one in findings.programmes],
        "people": [(one.evidence, (one.name,)) for one in findings.people],
        "quotes": [(one.evidence, (one.speaker or "",)) for one in findings.quotes],
    }
    for kind, found in anchored.items():
        for evidence, anchors in found:
            yield _Need(kind, tuple(piece for piece in evidence if piece.field == "body"), anchors)


def _partners(theme: Tag, findings: Findings) -> Iterator[Naming]:
    """What says with which of several partners a theme is."""
    partners = {place.code for place in findings.partners}
    if len(partners) > 1:
        yield from (naming for naming in theme.named if not partners.isdisjoint(naming.parties))


def _words(theme: Tag) -> Anchors:
    """The words that made a theme; some are pairs."""
    return tuple(word for term in theme.terms for word in term.split(" … "))


def _names(code: str, taxonomy: Taxonomy) -> Anchors:
    """What a country is called in articles."""
    country = taxonomy.countries.get(code)
    if country is None:
        return ()
    entry = country.entry
    return (country.en, *entry.aliases.en, *entry.demonyms.en, country.zh, *entry.aliases.zh, *entry.short_zh)


def _span(evidence: Evidence) -> Span:
    return evidence.start, evidence.end

"""Applies an editor's decision to what the machine found: the editor wins, and the record says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from ..model import Article, DateBasis, Decision, Findings, Place, Record, Tag
from ..taxonomy import Taxonomy
from .load import Curation, Override
from .summary import summarise, summarise_zh

Finding = TypeVar("Finding", Place, Tag)


def curate(article: Article, findings: Findings, home: str | None, curation: Curation, taxonomy: Taxonomy) -> Record:
    """The record of an article: its findings, with the editor's decisions about it where there are any."""
    override = curation.overrides.get(article.id)
    decisions: tuple[Decision, ...] = ()
    if override is not None:
        decisions = _decisions(override, article, findings)
        if override.title is not None:
            findings = _without_title_evidence(findings)
        article = _article(article, override)
        findings = _findings(findings, override)
    summaries = summarise(findings, home, taxonomy), summarise_zh(findings, home, taxonomy)
    return Record(article, findings, home, summaries[0], decisions, summaries[1])


def _decisions(override: Override, article: Article, findings: Findings) -> tuple[Decision, ...]:
    """What was overridden, with what the machine had found."""
    was = {
        "title": (override.title, article.title or ""),
        "date": (override.date, article.date or ""),
        "partners": (override.partners, ", ".join(place.code for place in findings.partners)),
        "themes": (override.themes, ", ".join(tag.id for tag in findings.themes)),
    }
    return tuple(
        Decision(field, found, override.by, override.on, override.why)
        for field, (decided, found) in was.items()
        if decided is not None
    )


def _article(article: Article, override: Override) -> Article:
    """The article under the editor's title and date; its id stays."""
    if override.title is not None:
        article = replace(article, title=override.title)
    if override.date is not None:
        article = replace(article, date=override.date, date_basis=DateBasis.STATED)
    return article


def _without_title_evidence(findings: Findings) -> Findings:
    """The findings without the evidence that stood in the title that the editor replaced."""

    def strip(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(
            replace(one, evidence=tuple(piece for piece in one.evidence if piece.field != "title")) for one in found
        )

    return replace(
        findings,
        partners=strip(findings.partners),
        mentions=strip(findings.mentions),
        groups=strip(findings.groups),
        themes=strip(findings.themes),
    )


def _findings(findings: Findings, override: Override) -> Findings:
    """The findings with exactly the partners and themes that the editor named; either makes the article relevant."""
    if override.partners is not None:
        findings = _with_partners(findings, override.partners)
    if override.themes is not None:
        found = {tag.id: tag for tag in findings.themes}
        findings = replace(findings, themes=tuple(found.get(name, Tag(name, 1.0)) for name in override.themes))
    if override.partners or override.themes:
        findings = replace(findings, relevant=True)
    return findings


def _with_partners(findings: Findings, codes: tuple[str, ...]) -> Findings:
    """A partner that the editor struck out is still named in the article, so it stays as a mention."""
    found = {place.code: place for place in (*findings.mentions, *findings.partners)}
    partners = tuple(
        replace(found[code], id=f"partner:{code}", score=1.0) if code in found else Place(f"partner:{code}", code, 1.0)
        for code in dict.fromkeys(codes)
    )
    mentions = tuple(replace(place, id=f"mention:{code}") for code, place in found.items() if code not in codes)
    return replace(findings, partners=partners, mentions=mentions)

"""The pages of articles: one for each, and the lists by year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..catalog.order import year_of
from ..model import Evidence, Place, Provenance, Record, Tag
from .dates import BASIS, in_words
from .desk import Desk
from .details import details
from .links import Target, external, link, links
from .names import ARTICLES, articles, language_name, outlet, year_name
from .search import article_entry
from .subjects import MODES
from .tree import Page
from .views import Quote

#: With more articles than this, each year gets a page of its own.
_ON_ONE_PAGE = 200


@dataclass(frozen=True, slots=True)
class Retold:
    """What one of our own digests retells."""

    title: str | None
    outlet: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding with what says so."""

    target: Target
    score: str
    terms: str
    quotes: tuple[Quote, ...]
    decided: bool  # by an editor, so that no sentence need say so


def article_pages(desk: Desk) -> Iterator[Page]:
    """The list of all articles, by year; and a page for each."""
    yield from _lists(desk)
    for record in desk.atlas.records:
        yield _article(desk, record)


def _lists(desk: Desk) -> Iterator[Page]:
    records = desk.atlas.records
    lead = f"All {articles(len(records))}, newest first." if records else "All articles, newest first."
    apart = len(records) > _ON_ONE_PAGE
    years = []
    for year, same in groupby(records, key=year_of):
        of_year = tuple(same)
        target = Target(f"articles/{year}.md", year_name(year))
        rows = desk.views.rows(of_year)
        years.append((target, len(of_year), None if apart else rows))
        if apart:
            of = f"{articles(len(of_year))}, newest first."
            titled = Target(target.path, f"Articles: {target.title}")
            yield desk.press.page("year", titled, of, lead=of, rows=rows, records=of_year)
    yield desk.press.page("articles", ARTICLES, lead, lead=lead, years=years, records=records)


def _article(desk: Desk, record: Record) -> Page:
    article, shown = record.article, desk.shown[record.article.id]
    target = desk.names.article(article)
    retold = article.digest_of
    return desk.press.page(
        "article",
        target,
        record.summary,
        preview=desk.preview,
        filed=record.filed,
        retold=_retold(retold) if retold is not None else None,
        summary=record.summary,
        facts=_facts(desk, record, target.path),
        speaker=desk.names.speaker(record),
        evidence=_evidence(desk, record) if record.filed else [],
        details=details(desk, record) if record.filed else [],
        decisions=record.decisions,
        review=record.findings.review if desk.preview else (),
        body=[part for part in re.split(r"\n{2,}", article.body) if part.strip()] if shown.body else [],
        search=article_entry(desk, record),
        records=(record,),
    )


def _retold(provenance: Provenance) -> Retold:
    date = in_words(provenance.date) if provenance.date else None
    return Retold(provenance.title, outlet(provenance), date)


def _facts(desk: Desk, record: Record, here: str) -> list[tuple[str, str]]:
    """The table at the head of an article's page; lines without a value are left out."""
    article, findings, names = record.article, record.findings, desk.names
    basis = f", {BASIS[article.date_basis]}" if article.date and article.date_basis is not None else ""
    source = link(here, names.source_of(record))
    retold = article.digest_of
    lines: list[tuple[str, str]] = [
        ("Date", f"{in_words(article.date)}{basis}"),
        ("Source", source),
        ("Source as printed", article.source or ""),
        ("Byline", article.byline or ""),
        ("Language", language_name(findings.language)),
        ("Address", external(article.url)),
        ("Digest of", external(retold.url, retold.title or outlet(retold)) if retold is not None else ""),
    ]
    if record.filed:
        lines += [
            ("Partners", links(here, [names.country(place.code) for place in findings.partners])),
            ("Groups", links(here, [names.group(tag.id) for tag in findings.groups])),
            ("Themes", links(here, [names.theme(tag.id) for tag in findings.themes])),
        ]
    lines += [
        ("Also named", ", ".join(names.country_name(place.code) for place in findings.mentions)),
        ("Document", f"{article.doc}, item {article.item}"),
        ("What we may show", MODES[desk.shown[article.id].mode]),
    ]
    return [(label, value) for label, value in lines if value]


def _evidence(desk: Desk, record: Record) -> list[tuple[str, list[Finding]]]:
    """The findings with their evidence, under their headings; empty headings are left out."""
    findings, names = record.findings, desk.names
    decided = {decision.field for decision in record.decisions}

    def finding(target: Target, found: Place | Tag) -> Finding:
        terms = ", ".join(found.terms) if isinstance(found, Tag) else ""
        field = "themes" if isinstance(found, Tag) else "partners"
        return Finding(
            target, f"{found.score:.2f}", terms, _quotes(desk, record, found.evidence), decided=field in decided
        )

    parts = [
        ("Partners", [finding(names.country(place.code), place) for place in findings.partners]),
        ("Groups", [finding(names.group(tag.id), tag) for tag in findings.groups]),
        ("Themes", [finding(names.theme(tag.id), tag) for tag in findings.themes]),
    ]
    return [(heading, found) for heading, found in parts if found]


def _quotes(desk: Desk, record: Record, evidence: tuple[Evidence, ...]) -> tuple[Quote, ...]:
    """The pieces of evidence in their order, each once."""
    return tuple(dict.fromkeys(desk.views.quote(record, piece) for piece in evidence))

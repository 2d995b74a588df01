"""The pages of articles: one for each, and the lists by year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..catalog import Shelf
from ..catalog.order import year_of
from ..model import Evidence, Place, Provenance, Record, Tag
from .anchors import anchor_of, anchor_of_paragraph
from .decisions import decisions_of, tombstone_pages
from .desk import Desk
from .details import details
from .links import Target, external, link
from .names import ARTICLES, SEARCH
from .review import REVIEW
from .rights import paragraphs_of
from .search import article_entry
from .tree import Page
from .views import Quote
from .words import BASIS, MODES

#: With more articles than this, each year gets a page of its own.
_ON_ONE_PAGE = 500


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding with what says so."""

    anchor: str
    target: Target
    score: str
    terms: str
    quotes: tuple[Quote, ...]
    decided: bool  # by an editor, so that no sentence need say so


def article_pages(desk: Desk) -> Iterator[Page]:
    """The list of all articles, of very many by year; and a page for each, also for those that were withdrawn."""
    yield from _lists(desk)
    for record in desk.atlas.records:
        yield _article(desk, record)
    yield from tombstone_pages(desk)


def _lists(desk: Desk) -> Iterator[Page]:
    records = desk.atlas.records
    names, gettext, ngettext = desk.names, desk.voice.gettext, desk.voice.ngettext
    lead = (
        ngettext("{n} article in all.", "All {n} articles, newest first.", len(records))
        if records
        else gettext("All articles, newest first.")
    )
    years = []
    if len(records) > _ON_ONE_PAGE:
        for year, same in groupby(records, key=year_of):
            of_year = tuple(same)
            target = Target(f"articles/{year}.md", names.year(year))
            years.append((target, len(of_year)))
            of = ngettext("{n} article.", "{n} articles, newest first.", len(of_year))
            counted = desk.counted(Shelf(of_year))
            titled = Target(target.path, gettext("Articles: {year}", year=target.title))
            rows = desk.views.rows(of_year)
            yield desk.press.page("year", titled, of, lead=of, counted=counted, rows=rows, records=of_year)
    yield desk.press.page(
        "articles",
        names.index(ARTICLES),
        lead,
        wide=True,
        lead=lead,
        counted=desk.counted(desk.atlas.everything),
        years=years,
        rows=[] if years else desk.views.rows(records),
        all=names.index(SEARCH),
        records=records,
    )


def _article(desk: Desk, record: Record) -> Page:
    article, shown = record.article, desk.shown[record.article.id]
    target = desk.names.article(record)
    summary = desk.summary(record)
    retold = article.digest_of
    return desk.press.page(
        "article",
        target,
        summary,
        preview=desk.preview,
        queue=desk.names.index(REVIEW),
        filed=record.filed,
        retold=_retold(desk, record, retold) if retold is not None else None,
        summary=summary,
        about=desk.names.about(record),
        ways=_ways(desk, record),
        facts=_facts(desk, record, target.path),
        speaker=desk.names.speaker(record),
        language=record.findings.language,
        evidence=_evidence(desk, record) if record.filed else [],
        details=details(desk, record) if record.filed else [],
        decisions=decisions_of(desk, record),
        state=desk.names.state(record),
        review=record.findings.review if desk.preview else (),
        body=_body(article.body) if shown.body else [],
        search=article_entry(desk, record),
        records=(record,),
    )


def _body(text: str) -> list[tuple[str, str]]:
    """The paragraphs of a text, each with the id of its place."""
    return [(anchor_of_paragraph(number), paragraph) for number, paragraph in paragraphs_of(text)]


def _retold(desk: Desk, record: Record, provenance: Provenance) -> str:
    """What the digest retells: `“A sky for all”, The Far Courier, February 2023`."""
    work = desk.names.outlet(record, provenance)
    if provenance.title:
        work = desk.voice.gettext("“{title}”, {outlet}", title=provenance.title, outlet=work)
    if provenance.date:
        work = desk.voice.gettext("{work}, {date}", work=work, date=desk.voice.date(provenance.date))
    return work


def _facts(desk: Desk, record: Record, here: str) -> list[tuple[str, str]]:
    """The table at the head of an article's page; lines without a value are left out."""
    article, findings, names, gettext = record.article, record.findings, desk.names, desk.voice.gettext
    date = desk.voice.date(article.date)
    if article.date and article.date_basis is not None:
        date = gettext("{date}, {basis}", date=date, basis=gettext(BASIS[article.date_basis]))
    source = link(here, names.source_of(record))
    lines: list[tuple[str, str]] = [
        (gettext("Date"), date),
        (gettext("Source"), source),
        (gettext("Source as printed"), _as_printed(desk, record)),
        (gettext("Byline"), article.byline or ""),
        (gettext("Language"), desk.voice.language_name(findings.language)),
        *_copies(desk, record, here),
    ]
    if record.filed:
        lines += [
            (gettext("Partners"), desk.press.links(here, [names.country(place.code) for place in findings.partners])),
            (gettext("Groups"), desk.press.links(here, [names.group(tag.id) for tag in findings.groups])),
            (gettext("Themes"), desk.press.links(here, [names.theme(tag.id) for tag in findings.themes])),
        ]
    lines += [
        (gettext("Also named"), desk.voice.listed(names.country_name(place.code) for place in findings.mentions)),
        (gettext("Document"), gettext("{document}, item {number}", document=article.doc, number=article.item)),
        (gettext("What we may show"), gettext(MODES[desk.shown[article.id].mode])),
    ]
    return [(label, value) for label, value in lines if value]


def _as_printed(desk: Desk, record: Record) -> str:
    """The source in the article's own words, where they are not the name that it has here."""
    printed = record.article.source or ""
    return "" if printed == desk.names.source_of(record).title else printed


def _copies(desk: Desk, record: Record, here: str) -> list[tuple[str, str]]:
    """The articles with the same text: what it is a reprint of, and other reprints; to the editor, what may be one."""
    id_, duplicates, gettext = record.article.id, desk.atlas.duplicates, desk.voice.gettext
    original, others = duplicates.original(id_), duplicates.others(id_)
    reprints = _told(desk, [other for other in others if other != original], here)
    lines = [(gettext("Reprints"), reprints)]
    if original != id_:
        lines = [(gettext("Reprint of"), _told(desk, [original], here)), (gettext("Other reprints"), reprints)]
    if desk.preview:
        pairs = [(one.one, one.other) for one in duplicates.translations if id_ in (one.one, one.other)]
        perhaps = _told(desk, [one for pair in pairs for one in pair if one != id_], here)
        lines.append((gettext("Perhaps a translation of"), perhaps))
    return lines


def _told(desk: Desk, ids: list[str], here: str) -> str:
    """Links to articles, each with its source and date: the titles of reprints are often the same."""
    if not ids:
        return ""
    by_id = {one.article.id: one for one in desk.atlas.records if one.article.id in ids}
    return desk.voice.listed(_dated(desk, by_id[id_], here) for id_ in ids)


def _dated(desk: Desk, record: Record, here: str) -> str:
    source, date = desk.names.source_of(record).title, desk.voice.date(record.article.date)
    return desk.voice.gettext(
        "{article} ({source}, {date})", article=link(here, desk.names.article(record)), source=source, date=date
    )


def _ways(desk: Desk, record: Record) -> list[str]:
    """The ways to the words themselves: the original, and the copy that an archive keeps, with its day."""
    article, copy, gettext = record.article, record.archive, desk.voice.gettext
    retold, found = article.digest_of, []
    if retold is not None and retold.url:
        original = external(retold.url, retold.title or desk.names.outlet(record, retold))
        found.append(gettext("The original that the digest retells: {address}", address=original))
    if article.url:
        found.append(gettext("The original: {address}", address=external(article.url)))
    if copy is not None:
        day = desk.voice.date(copy.on)
        found.append(gettext("Archived copy: {address}, retrieved {day}", address=external(copy.url), day=day))
    return found


def _evidence(desk: Desk, record: Record) -> list[tuple[str, list[Finding]]]:
    """The findings with their evidence, under their headings; empty headings are left out."""
    findings, names, gettext = record.findings, desk.names, desk.voice.gettext
    decided = {decision.field for decision in record.decisions}

    def finding(kind: str, target: Target, found: Place | Tag) -> Finding:
        terms = desk.voice.listed(found.terms) if isinstance(found, Tag) else ""
        quotes = _quotes(desk, record, found.evidence)
        by_editor = {f"{kind}s", f"{kind}:{found.code if isinstance(found, Place) else found.id}"}
        return Finding(anchor_of(found), target, f"{found.score:.2f}", terms, quotes, decided=bool(by_editor & decided))

    parts = [
        (gettext("Partners"), [finding("partner", names.country(place.code), place) for place in findings.partners]),
        (gettext("Groups"), [finding("group", names.group(tag.id), tag) for tag in findings.groups]),
        (gettext("Themes"), [finding("theme", names.theme(tag.id), tag) for tag in findings.themes]),
    ]
    return [(heading, found) for heading, found in parts if found]


def _quotes(desk: Desk, record: Record, evidence: tuple[Evidence, ...]) -> tuple[Quote, ...]:
    """The pieces of evidence in their order, each once."""
    return tuple(dict.fromkeys(desk.views.quote(record, piece, own=True) for piece in evidence))

"""segment: a Document becomes Articles, cut free of everything around them.

Read in this order: rows.py says what each line is (credits.py with cells.py, bylines.py, captions.py, boilerplate.py,
prompts.py and masthead.py hold the rules), mail.py, namelines.py and pointers.py what only its place tells, runin.py
what runs into a paragraph, suffix.py, page.py and outlet.py whose page it is, boundaries.py, sections.py, alignment.py
and boxes.py where articles begin and go on; article.py puts one together (titles.py with topic.py, dateline.py,
columns.py, bullets.py, signoff.py, trailing.py, year.py).
"""

from __future__ import annotations

from dataclasses import replace

from ..identity import article_ids
from ..model import Article, DateBasis, Document, Line, Provenance
from ..problems import Problem, error, warning
from ..taxonomy import SourceNames
from .article import Context, Draft, day_stated, inferred, read_article
from .boundaries import find_starts
from .colophon import without_colophon
from .columns import is_wrapped
from .labels import with_values
from .links import without_links
from .mail import without_mail_head
from .masthead import Masthead, is_running_head
from .namelines import with_name_lines
from .outlet import outlet_named
from .page import read_head, with_closing_issue, with_collection_foot, with_collection_head
from .pointers import with_pointed_titles
from .records import records
from .rows import Kind, Row, is_paragraph, rows_of
from .runin import apart
from .sections import is_collection, with_genre_lines, with_section_heads, without_contents, without_repeats
from .suffix import without_site_lines, without_site_names
from .summary import without_summary
from .unwrap import unwrapped

__all__ = ["segment"]


def segment(document: Document, sources: SourceNames, shown: str) -> tuple[list[Article], list[Problem]]:
    """The articles of a document in their order, and what a person should know. `shown`: its path, for messages."""
    rows, broken = _rows([line for line in document.lines if line.text.strip()], sources)
    drafts = _drafts(rows, document, sources, broken)
    if not drafts:
        return [], [_no_article(shown)]
    origins, problems = _origins(document.metadata.digest_of, len(drafts), shown)
    single = len(drafts) == 1
    pairs = enumerate(zip(drafts, origins, strict=True), start=1)
    articles = [_article(document, item, draft, origin, sources, single) for item, (draft, origin) in pairs]
    ids = article_ids(document.name, [(article.title, article.date, article.body) for article in articles])
    return [replace(article, id=id_) for article, id_ in zip(articles, ids, strict=True)], problems


def _rows(lines: list[Line], sources: SourceNames) -> tuple[list[Row], bool]:
    """What each line of a document is; and whether the lines were broken at a width."""
    lines = without_links(lines)
    if (recorded := records(lines)) is not None:
        return recorded, False
    lines, head = without_mail_head(with_values(lines), sources)
    lines, broken = unwrapped(lines, sources)
    found = apart([row for line in lines for row in rows_of(line, sources)], sources)
    return with_pointed_titles(with_name_lines(head + found, sources)), broken


def _drafts(rows: list[Row], document: Document, sources: SourceNames, broken: bool) -> list[Draft]:
    """What stands in the rows, article by article. `broken`: the lines of the file were broken at a width."""
    rows, site = without_site_lines(
        with_section_heads(with_genre_lines(without_contents(without_repeats(without_summary(rows))))), sources
    )
    rows, suffix = without_site_names(rows, sources)
    site = site or suffix
    masthead, first = read_head(rows, sources)
    printed = masthead.name
    if site is not None and masthead.name is None:
        masthead = replace(masthead, name=site)
    if masthead.date is None and first == 0:
        masthead = with_closing_issue(masthead, rows)
    named = outlet_named(rows, sources, masthead.name)
    if named is not None and (masthead.name is None or (named.sure and named.name not in masthead.name)):
        masthead = replace(masthead, name=named.name)
    rows = _without_running_heads(rows, first, masthead.name, printed)
    credited = {row.facts.source for row in rows if row.facts.source}
    rows = without_colophon(rows, [name for name in (masthead.name, *sorted(credited)) if name], first)
    newspaper = masthead.date is not None and (first > 0 or masthead.closing)
    collection = is_collection(rows)
    wrapped = is_wrapped([row for row in rows if row.kind is Kind.TEXT and row.line.level == 0])
    starts = find_starts(rows, first, newspaper)
    if len(starts) > 1:
        masthead = with_collection_head(masthead, rows[: starts[0]], sources)
        masthead = with_collection_foot(masthead, rows)
    dated_alone = collection and len(starts) > 1
    context = Context(
        document.name,
        masthead,
        sources,
        wrapped,
        newspaper,
        dated_alone,
        document.metadata.byline,
        broken or wrapped,
        _day_of_issue(masthead, rows, document.name),
        len(starts) > 1,
        named is not None and named.sure,
    )
    pieces = [rows[start:end] for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)]
    return _with_one_day([draft for piece in pieces if (draft := read_article(piece, context, rows)) is not None])


def _with_one_day(drafts: list[Draft]) -> list[Draft]:
    """The articles of a page; those without a day have that of the first, where no other day stands on the page."""
    first = drafts[0].date if drafts else None
    if first is None or any(draft.date not in (None, first) for draft in drafts):
        return drafts
    basis = DateBasis.INFERRED if first.endswith("?") else DateBasis.ISSUE
    return [draft if draft.date else replace(draft, date=first, date_basis=basis) for draft in drafts]


def _day_of_issue(masthead: Masthead, rows: list[Row], name: str) -> str | None:
    """The day of an issue that prints no year, with the year worked out from all its articles; None for others."""
    day = masthead.date
    if day is None or day.year is not None or day.day is None:
        return None
    return inferred(day, [row.text for row in rows if row.kind is Kind.TEXT], name)


def _without_running_heads(rows: list[Row], first: int, name: str | None, printed: str | None) -> list[Row]:
    """The rows without those that repeat the page's `name`; over text and in credits only the one `printed` there."""
    text = next((i for i, row in enumerate(rows) if is_paragraph(row)), len(rows))
    dates = [i for i, row in enumerate(rows) if row.facts.date is not None]
    kept = [*range(first), *(dates if len(dates) == 1 and dates[0] < text else [])]  # the only date heads no page
    return [
        row
        for i, row in enumerate(rows)
        if i in kept or not is_running_head(row.text, printed if row.kind is Kind.CREDIT or i < text else name)
    ]


def _article(
    document: Document,
    item: int,
    draft: Draft,
    origin: Provenance | None,
    sources: SourceNames,
    single: bool,
) -> Article:
    """The article of a draft, without its id; what the file says of itself wins; of several articles, it fills up."""
    own, metadata = draft, document.metadata
    title = (metadata.title if single else None) or own.title
    date, basis = own.date, own.date_basis
    stated = metadata.date or (day_stated(metadata.dated, own.body) if metadata.dated else None)
    if stated and (single or not date):
        date, basis = stated, DateBasis.STATED
    source = _either(metadata.source, own.source, single)
    byline = _either(metadata.byline, own.byline, single) if single else own.byline
    body = "\n\n".join(own.body)
    return Article(
        doc=document.name,
        item=item,
        id="",
        title=title,
        date=date,
        date_basis=basis,
        source=source,
        source_id=sources.find(source),
        byline=byline,
        url=metadata.url,
        body=body,
        digest_of=origin,
        language=metadata.language,
        status=metadata.status,
    )


def _either(stated: str | None, read: str | None, stated_wins: bool) -> str | None:
    """One of two values: what the file states, or what was read."""
    return (stated or read) if stated_wins else (read or stated)


def _origins(stated: tuple[Provenance, ...], count: int, shown: str) -> tuple[list[Provenance | None], list[Problem]]:
    """For each article, the one it retells: the file's only entry for all of them, several in their order."""
    if len(stated) <= 1:
        return [stated[0] if stated else None] * count, []
    origins = [stated[i] if i < len(stated) else None for i in range(count)]
    if len(stated) == count:
        return list(origins), []
    message = f"digest_of lists {len(stated)} articles, but {count} were found in the text; they were matched in order."
    return list(origins), [warning("digest-of-count", message, file=shown, field="digest_of")]


def _no_article(shown: str) -> Problem:
    """The problem of a document without an article."""
    return error(
        "no-article",
        "no article was found: a paragraph of text was looked for, with or without a title, after menus, captions, "
        "credits and footers were cut.",
        file=shown,
        example="a title on a line of its own, an empty line, then the text",
    )

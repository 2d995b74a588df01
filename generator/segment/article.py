"""One article out of its rows: head, body and what both say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import DateBasis
from ..script import HAN
from ..taxonomy import SourceNames
from .attribution import Claim, attributed, claims_of_owners, claims_of_rows
from .boilerplate import counts_comments
from .boxes import goes_on, without_adverts
from .bullets import split_bullets
from .bylines import cut_biography
from .columns import paragraphs
from .credits import Facts
from .dateline import Dateline, read_dateline
from .dates import Printed, find_dates, settled
from .masthead import Masthead
from .page import name_above
from .published import published
from .release import issuer
from .rows import Kind, Row, is_paragraph
from .sections import is_rule
from .signoff import cut_signoff
from .source import is_publication
from .strays import cut_stray_caption
from .titles import is_subtitle, mistaken_title, title_rows, title_text
from .trailing import cut_trailing
from .words import all_caps, ends_sentence, fold, han, matches, width
from .year import infer_year

_DONE = re.compile(  # the day on which a document was made
    rf"^(?:done|signed|adopted|issued|given|concluded|executed)\s+(?:at|in|on|by|this)\b|^(?:本|此)[{HAN}]{{1,8}}于.*(?:签[订署]|发布|通过)"
    rf"|^[{HAN}]{{0,4}}(?:签订|签署|订)于",
    re.IGNORECASE,
)
_SAYS = re.compile(rf"^.{{2,70}}\b(?:says|said|wrote|writes|replied)\s?(?:[:：]|\.{{3}}|…)|^[{HAN}\w·]{{2,10}}[:：]")
_LAST = 4  # paragraphs among which that stands
_STANDFIRSTS = 3  # paragraphs among which the dateline stands
_NOTES = 3  # lines of a page between its masthead and the title
_NOTE = 120  # columns; a longer line is the article's
_TOLD = 30  # columns behind a dateline; with less, the line is a name: "SOUTH UNIVERSITY — News"
_MID_SENTENCE = 60  # columns from which a line over a small letter is the start of a broken paragraph
_FULL_LINE = 0.8  # of a block's widest line: a shorter first one is a heading
_LONG_SUBTITLE = 12  # words; a longer one under the title is a standfirst, which tells something


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as read, before the file's own metadata and an id are added."""

    title: str | None
    date: str | None
    date_basis: DateBasis | None
    source: str | None
    byline: str | None
    body: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for the whole document."""

    name: str
    masthead: Masthead
    sources: SourceNames
    wrapped: bool  # its paragraphs are still broken at a width
    newspaper: bool
    dated_alone: bool  # a collection, whose items have dates of their own
    byline: str | None = None  # that the file states
    broken: bool = False  # its lines were broken at a width, and its titles still are
    inferred: str | None = None  # the issue's day, where it prints no year
    several: bool = False  # it has other articles too
    sure: bool = False  # the masthead's name cannot well be anything else than the page's


def read_article(rows: Sequence[Row], context: Context, everything: Sequence[Row]) -> Draft | None:
    """The article in `rows`; None where they hold no text. `everything`: all rows of the document."""
    rows, tail = _before_tail(without_adverts(rows))
    title, body_start = _read_title(rows, context)
    texts = paragraphs(_body_rows(rows, title, body_start), context.wrapped, context.newspaper)
    dateline, texts = _cut_dateline(texts)
    texts = [point for text in texts for point in split_bullets(text)]
    texts, agency, reporter = cut_signoff([text for text in texts if text])
    texts, closing, _ = cut_signoff(cut_trailing(texts))
    agency = agency or closing
    heading = title_text(rows, title)
    facts = _gather(rows, title[0] if title and context.sure else 0)
    texts = cut_biography(texts, context.byline or facts.byline)
    if heading is None:
        texts = cut_stray_caption(texts, any(row.kind is Kind.CAPTION for row in rows))
    if not any(any(character.isalnum() for character in text) for text in texts):
        return None
    issued = context.masthead.date is not None and context.masthead.date.month is not None
    day = published([*rows, *tail], len(rows), title, dateline, _day_done(texts), issued)
    facts = replace(facts, date=_with_year(day.date, rows) if day else None, issue=day is not None and day.issue)
    page = "\n".join(row.text for row in everything)
    date, basis = _date(facts, context, dateline, [heading or "", *texts], page)
    byline = facts.byline or dateline.byline or reporter
    claims = [
        *claims_of_rows(
            [*rows, *tail], title[-1] if title else len(rows), context.sources, context.masthead.name, context.several
        ),
        *_claims(context, dateline.agency, agency),
        *claims_of_owners(everything),
    ]
    if context.masthead.name is None:
        claims += [Claim(name, "letterhead") for name in [name_above(rows, title, context.sources)] if name]
    claims += [Claim(name, "issuer") for name in [issuer(everything, texts[0])] if name]
    source = attributed(claims, everything, byline or context.byline, heading, context.sources)
    return Draft(heading, date, basis, source, byline, tuple(texts))


def _with_year(day: Printed, rows: Sequence[Row]) -> Printed:
    """A day without a year in the only year that a line of the article's page gives without a day."""
    dates = [row.facts.date for row in rows if row.facts.date is not None]
    years = {date.year for date in dates if date.year and not (date.month or date.either)}
    return replace(day, year=years.pop()) if day.year is None and len(years) == 1 else day


def _claims(context: Context, wired: str | None, signed: str | None) -> list[Claim]:
    """The names that the page, a dateline and the end of the text give."""
    page = "own page" if context.newspaper and context.sure else "collection" if context.several else "page"
    closing = "item" if context.several and not context.newspaper else "signed"
    found = ((context.masthead.name, page), (wired, "dateline"), (signed, closing))
    return [Claim(name, place) for name, place in found if name]


def _cut_dateline(texts: list[str]) -> tuple[Dateline, list[str]]:
    """The dateline of the first paragraph that has one, after standfirsts at most, and the paragraphs without it."""
    for i, text in enumerate(texts[:_STANDFIRSTS]):
        if (dateline := read_dateline(text)) is not None:
            return dateline, [*texts[:i], text[dateline.end :].strip(), *texts[i + 1 :]]
    return Dateline(0), texts


def _day_done(texts: list[str]) -> Printed | None:
    """The day that a treaty or statement gives at its end: "Done at Quito, on the third of May, 2023"."""
    closing = (text for text in texts[-_LAST:] if _DONE.match(text))
    return next((date for text in closing for date in find_dates(text) if date.year), None)


def _before_tail(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows up to the other stories and contacts, without boxes among them, and the rows from there on."""
    first = next((i for i, row in enumerate(rows) if is_paragraph(row)), len(rows))  # a heading above it is a menu's
    kept, i = list(rows[: first + 1]), first + 1
    while i < len(rows):
        if (on := goes_on(rows, i)) is not None:
            i = on
        elif _opens_tail(rows, first, i):
            break
        elif counts_comments(rows[i].text) and not rows[i].paragraph and _is_below(rows, i):
            counted = rows[i].kind is Kind.CREDIT
            return kept + list(rows[i : i + counted]), list(rows[i + counted :])
        kept.append(rows[i])
        i += 1
    return kept, list(rows[i:])


def _opens_tail(rows: Sequence[Row], first: int, i: int) -> bool:
    """Whether the article whose first paragraph is row `first` has ended above row `i`."""
    row = rows[i]
    goes_below = any(is_paragraph(under) for under in rows[i:])
    if row.kind is Kind.TAIL and not (is_rule(row) and goes_below):
        return not (matches("contact", row.text) and _is_in_head(rows, first, i))
    return (row.kind is Kind.FOOTER or is_rule(row)) and not goes_below


def _is_in_head(rows: Sequence[Row], first: int, i: int) -> bool:
    """Whether a line under the first paragraph still stands in a head: that was a standfirst, and a credit follows."""
    text = next((j for j in range(i, len(rows)) if is_paragraph(rows[j])), len(rows) - 1)
    return not any(map(is_paragraph, rows[first + 1 : i])) and any(map(_is_anchor, rows[i + 1 : text + 1]))


def _is_below(rows: Sequence[Row], i: int) -> bool:
    """Whether more of an article stands above a row than under it, or readers speak right under it."""
    spoken = any(_SAYS.search(row.text) for row in rows[i + 1 : i + 4])
    return spoken or sum(map(is_paragraph, rows[:i])) > sum(map(is_paragraph, rows[i:]))


def _read_title(rows: Sequence[Row], context: Context) -> tuple[list[int], int]:
    """The rows of the title, and the row where the body starts."""
    limit = next((i for i in range(len(rows)) if _opens_body(rows, i, context.wrapped)), len(rows))
    if not context.wrapped:
        limit = _past_notes(rows, limit)
    anchor = next((i for i, row in enumerate(rows[: limit + 1]) if _is_anchor(row)), None)
    candidates = [i for i in range(limit) if rows[i].title_like]
    above = [i for i in candidates if anchor is None or i < anchor]
    below: list[int] = []
    if not above and anchor is not None and any(row.kind in (Kind.CAPTION, Kind.BYLINE) for row in rows[: anchor + 1]):
        above = [i for i in candidates if rows[i].line.level]  # a page that starts under its title
    else:
        below = [i for i in candidates if i not in above]
    single = [i for i in sorted([*above, *below]) if limit < len(rows) or i < [*above, *below][-1]]
    title = title_rows(
        rows,
        single,
        set(below) if above and not _only_dates(rows, anchor) else set(),
        _outlets(rows, context),
        context.sources,
        context.broken,
    )
    if not title:
        title = mistaken_title(rows)
    if not title:
        return [], 0
    return title, _after_head(rows, title[-1] + 1, anchor)


def _past_notes(rows: Sequence[Row], limit: int) -> int:
    """Where the body opens at the latest if what seemed to open it are notes of the page over the title.

    Notes are short, and the title is the line that stands apart right over the first paragraph.
    """
    for i in range(limit + 1, min(limit + 1 + _NOTES, len(rows))):
        notes = [row for row in rows[limit:i] if row.kind is Kind.TEXT]
        if any(width(row.text) > _NOTE for row in notes):
            return limit
        under = next((row for row in rows[i + 1 :] if row.kind is Kind.TEXT), None)
        if rows[i].title_like and rows[i].line.gap and under is not None and is_paragraph(under):
            return i + 1
    return limit


def _only_dates(rows: Sequence[Row], anchor: int | None) -> bool:
    """Whether the head is closed by a bare date, which in releases stands above the title as often as below."""
    return anchor is not None and rows[anchor].facts.source is None and rows[anchor].facts.byline is None


def _is_anchor(row: Row) -> bool:
    """Whether a row closes the head of an article: a byline, a credit with a source, a dateline."""
    if row.kind is Kind.TEXT:
        return read_dateline(row.text) is not None
    return row.kind is Kind.BYLINE or (row.kind is Kind.CREDIT and not row.facts.empty)


def _opens_body(rows: Sequence[Row], i: int, wrapped: bool) -> bool:
    """Whether a row is the first of the body at the latest: a paragraph's first line, or a line with a dateline."""
    row = rows[i]
    if row.kind is not Kind.TEXT:
        return False
    dateline = read_dateline(row.text)
    if is_paragraph(row) or not row.title_like or (dateline and width(row.text[dateline.end :]) >= _TOLD):
        return True
    under = rows[i + 1] if i + 1 < len(rows) else row
    if (
        under.kind is Kind.TEXT
        and not under.title_like
        and under.text[:1].islower()
        and width(row.text) > _MID_SENTENCE
    ):
        return True
    broken = not under.line.gap and under.text[:1].islower()
    if not (wrapped or broken) or all_caps(row.text) or row.line.level:
        return False
    end = next((k for k in range(i + 1, len(rows)) if rows[k].line.gap or rows[k].kind is not Kind.TEXT), len(rows))
    full = width(row.text) >= _FULL_LINE * max(width(line.text) for line in rows[i:end])
    return end - i > 1 and full and not row.marked and ends_sentence(rows[end - 1].text)


def _after_head(rows: Sequence[Row], start: int, anchor: int | None) -> int:
    """The row after title and subtitles: subtitles are short lines above the byline, or start with a dash."""
    end = start
    for i in range(start, len(rows)):
        row = rows[i]
        if row.kind is not Kind.TEXT:
            continue
        above_credit = anchor is not None and i < anchor
        short = is_subtitle(row) and len(row.text.split()) <= _LONG_SUBTITLE + 8 and han(row.text) <= 40
        if short and (above_credit or re.match(r"^[-–—―─]", row.text)) and not ends_sentence(row.text):
            end = i + 1
        elif not above_credit:
            break
    return end


def _body_rows(rows: Sequence[Row], title: list[int], start: int) -> list[Row]:
    """The article's own words: text that stands neither in the title nor among its subtitles."""
    first = title[0] if title else 0
    return [row for i, row in enumerate(rows) if row.kind is Kind.TEXT and i >= start and i >= first and i not in title]


def _outlets(rows: Sequence[Row], context: Context) -> set[str]:
    """Folded names that the document gives as its outlet: a line that only repeats one is no title."""
    names = {row.facts.source for row in rows if row.facts.source} | {context.masthead.name or ""}
    names |= {claim.name for claim in claims_of_owners(rows)}
    if sum(row.title_like for row in rows) > 1:
        names |= {row.text for row in rows if row.kind is Kind.TEXT and is_publication(row.text, context.sources)}
    names |= {row.bare for row in rows if row.title_like and _is_footers(row.bare, rows)}
    return {fold(name) for name in names if name}


def _is_footers(text: str, rows: Sequence[Row]) -> bool:
    """Whether a notice of the page's maker names what stands on a line, or a part of it."""
    notices = [fold(row.text) for row in rows if row.kind is Kind.FOOTER]
    parts = [fold(part) for part in re.split(r"\s*[|｜]\s*", text)]
    return any(len(part) > 3 and part in notice for part in parts for notice in notices)


def _gather(rows: Sequence[Row], own: int) -> Facts:
    """What credit lines and bylines say, the first of each; above the row `own`, no name that is only guessed."""
    facts = [
        replace(row.facts, source=None) if row.facts.guessed and i < own else row.facts
        for i, row in enumerate(rows)
        if row.kind in (Kind.CREDIT, Kind.BYLINE, Kind.LABEL)
    ]
    return Facts(
        next((fact.source for fact in facts if fact.source), None),
        _signed(rows) or next((fact.byline for fact in facts if fact.byline), None),
    )


def _signed(rows: Sequence[Row]) -> str | None:
    """The writer whom a byline above the text names: "By Jane Doe"; a bare name in a credit says less."""
    head = rows[: next((i for i, row in enumerate(rows) if is_paragraph(row)), len(rows))]
    told = (row.facts.byline for row in head if row.kind is Kind.BYLINE and row.text != row.facts.byline)
    return next((byline for byline in told if byline), None)


def _date(
    facts: Facts, context: Context, dateline: Dateline, texts: list[str], page: str
) -> tuple[str | None, DateBasis | None]:
    """The article's date in EDTF: printed with it, else its issue's, else the dateline's with a year worked out."""
    if facts.date is not None and facts.date.month is None and dateline.date is not None:
        facts = replace(facts, date=replace(dateline.date, year=facts.date.year))  # 05/04/2024 says only the year
    if facts.date is not None:
        facts = replace(facts, date=settled(facts.date, page))
    if facts.date is not None and facts.date.year is not None:
        return facts.date.edtf, DateBasis.ISSUE if facts.issue else DateBasis.STATED
    issue, day = context.masthead.date, facts.date or dateline.date
    if issue is not None and issue.year is not None:
        if (
            day is not None
            and day.day is not None
            and (context.dated_alone or issue.day is None or not context.newspaper)
        ):
            return _in_year_of(issue, day).edtf, DateBasis.STATED
        return issue.edtf, DateBasis.ISSUE
    if day is None:
        return context.inferred, DateBasis.INFERRED if context.inferred else None
    if day.year is not None:
        return day.edtf, DateBasis.STATED
    return inferred(day, texts, context.name), DateBasis.INFERRED


def day_stated(text: str, body: Sequence[str]) -> str | None:
    """The date that a file states in other words than EDTF; what 05/04/2024 leaves open, the article's `body` tells."""
    dates = find_dates(text)
    return settled(dates[0], "\n".join(body)).edtf if dates else None


def _in_year_of(issue: Printed, day: Printed) -> Printed:
    """An item's day without a year in the year of the issue; of December in January's, the year before."""
    if day.year is not None or issue.year is None:
        return day
    ahead = issue.month is not None and day.month is not None and day.month > issue.month + 1
    return replace(day, year=issue.year - ahead)


def inferred(day: Printed, texts: list[str], name: str) -> str:
    """A day without a year: with `?` where the year can be worked out, else with XXXX."""
    year = infer_year(day, "\n".join(texts), name)
    return f"{year:04d}{day.edtf[4:]}?" if year is not None else day.edtf

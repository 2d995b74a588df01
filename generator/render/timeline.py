"""The timeline: articles, and the events and agreements that they date, by year and month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote

from ..catalog.agreed import name_of
from ..catalog.timeline import Happening, Moment, count_by_year, moments_of
from ..export.csvfile import as_csv
from ..export.table import Column, Table
from ..model import Agreement, Event, Record
from .anchors import anchor_of
from .briefing.reported import agreement_title, says, teller
from .charts import Text, bar_chart
from .dates import written
from .desk import Desk
from .escape import Markdown
from .links import Target
from .published import what_of
from .tree import Page, SearchEntry
from .voice import mark

TIMELINE = Target("timeline/index.md", mark("Timeline"))
CSV = "data/timeline.csv"

KINDS = {
    Happening.AGREEMENT: mark("Agreement"),
    Happening.EVENT: mark("Event"),
    Happening.ARTICLE: mark("Article"),
}

#: With more things than this, each year gets a page of its own.
_ON_ONE_PAGE = 200

_COLUMNS = (
    Column("date", "EDTF: 2024-05-21, 2024-05, 2022-11-28? (year inferred)", required=True),
    Column("kind", "agreement, event or article", required=True),
    Column("what", "what it is, as far as the rights policy lets us show it"),
    Column("location", "where an event took place"),
    Column("according_to", "who says so", required=True),
    Column("article_id", "the newest article that says so", required=True),
    Column("page", "where the article's page shows it", required=True),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing in the list."""

    date: str
    kind: str
    what: str  # Markdown where it has words of an article
    article: Target | None  # an article itself
    tellers: tuple[Target, ...]  # who says so, at the very finding
    more: int


@dataclass(frozen=True, slots=True)
class Month:
    """The things of a month, or those of which only the year is known."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year: how many things of each kind it has, and its months, newest first, unless they have their own page."""

    title: str
    page: Target | None
    counts: tuple[int, ...]  # in the order of `KINDS`
    months: tuple[Month, ...] = ()

    @property
    def total(self) -> int:
        """How many things it has."""
        return sum(self.counts)


def timeline_pages(desk: Desk) -> Iterator[Page]:
    """The timeline; with many things on it a page for each year."""
    moments = _moments(desk)
    by_year = {year: tuple(same) for year, same in groupby(moments, key=lambda one: one.year)}
    apart = len(moments) > _ON_ONE_PAGE
    years = []
    for year, counts in count_by_year(moments).items():
        name, own = f"{year:04}", by_year.get(year, ())
        target = Target(f"timeline/{name}.md", desk.voice.gettext("Timeline: {year}", year=name))
        months = _months(desk, own)
        page = target if apart and own else None
        years.append(Year(name, page, tuple(counts[kind] for kind in KINDS), () if apart else months))
        if page is not None:
            yield _year_page(desk, target, own, months)
    yield _index(desk, moments, years, apart)


def timeline_files(desk: Desk) -> dict[str, bytes]:
    """The timeline as a table."""
    rows = tuple(_row(desk, one) for one in _moments(desk))
    return {CSV: as_csv(Table("timeline", "what happened when", _COLUMNS, rows))}


def _index(desk: Desk, moments: tuple[Moment, ...], years: list[Year], apart: bool) -> Page:
    gettext = desk.voice.gettext
    lead = gettext("What the articles date, by year: agreements, events, and the articles themselves.")
    bars = [(year.title, year.total or None) for year in reversed(years)]
    said = gettext("Agreements, events and articles by year. The table below says the same.")
    chart = bar_chart("chart-timeline", bars, Text(gettext(TIMELINE.title), said), desk.voice.number)
    return desk.press.page(
        "timeline",
        desk.names.index(TIMELINE),
        lead,
        lead=lead,
        chart=chart if len(bars) > 1 else Markdown(),
        kinds=[gettext(label) for label in KINDS.values()],
        years=years,
        apart=apart,
        table=CSV,
        search=SearchEntry(gettext(TIMELINE.title), lead, "timeline"),
        records=desk.atlas.filed.records,
    )


def _year_page(desk: Desk, target: Target, moments: tuple[Moment, ...], months: tuple[Month, ...]) -> Page:
    lead = desk.voice.ngettext(
        "{n} thing that the articles date.", "{n} things that the articles date, newest first.", len(moments)
    )
    records = [record for one in moments for record, _ in one.told]
    return desk.press.page("timeline_year", target, lead, lead=lead, months=months, records=records)


def _moments(desk: Desk) -> tuple[Moment, ...]:
    return moments_of(desk.atlas.filed.records, desk.dossier)


def _months(desk: Desk, moments: Iterable[Moment]) -> tuple[Month, ...]:
    """The months, newest first, and then what has none."""
    months = []
    for _, same in groupby(moments, key=lambda one: one.when.month):
        of_month = tuple(same)
        known = of_month[0].when
        heading = written(type(known)(known.year, known.month), desk.voice.locale) if known.month else ""
        heading = heading or desk.voice.gettext("{year}, month not known", year=f"{known.year:04}")
        months.append(Month(heading, tuple(_entry(desk, one) for one in of_month)))
    return tuple(months)


def _entry(desk: Desk, moment: Moment) -> Entry:
    record, finding = moment.told[0]
    tellers = tuple(teller(desk, article, found) for article, found in moment.told[:2] if found is not None)
    return Entry(
        desk.voice.date(moment.date),
        desk.voice.gettext(KINDS[moment.kind]),
        _what(desk, record, finding),
        desk.names.article(record) if finding is None else None,
        tellers,
        max(0, len(moment.told) - 2),
    )


def _what(desk: Desk, record: Record, finding: Agreement | Event | None) -> str:
    """What it is: kind and parties of an agreement, place and words of an event, partners of an article."""
    if isinstance(finding, Agreement):
        named = [agreement_title(desk, record, finding), desk.names.parties(finding), says(desk, record, finding)]
        return desk.voice.listed(part for part in named if part)
    if isinstance(finding, Event):
        place = desk.voice.foreign(finding.place or "", record.findings.language)
        return desk.voice.listed(part for part in (place, says(desk, record, finding)) if part)
    named = [desk.names.country_name(place.code) for place in record.findings.partners]
    return desk.voice.listed([*named, *(desk.names.group(tag.id).title for tag in record.findings.groups)])


def _row(desk: Desk, moment: Moment) -> tuple[str | None, ...]:
    record, finding = moment.told[0]
    article = record.article
    what: str | None = desk.names.article(record).title
    if isinstance(finding, Agreement):
        name = name_of(record, finding, desk.atlas.taxonomy)
        which = [desk.voice.gettext(finding.kind), *([name.name] if name else []), desk.names.parties(finding)]
        what = desk.voice.listed(which)
    elif isinstance(finding, Event):
        what = what_of(finding, desk.shown[article.id]) or None
    place = f"#{anchor_of(finding)}" if finding is not None else ""
    return (
        moment.date,
        moment.kind.value,
        what,
        finding.place if isinstance(finding, Event) else None,
        desk.names.speaker(record),
        article.id,
        f"articles/{quote(article.id)}/{place}",
    )

"""A figure as pages tell it: how much, of what, of whom, as of when, and who says so, one click from the sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..amounts import counted as counts
from ..amounts import in_chinese, in_english, roundly
from ..catalog.axes import NOT_STATED
from ..catalog.measures import Basis, Measure, Reach, Statement, Told
from ..catalog.series import Point, Series
from ..model import Figure
from .anchors import anchor_of
from .desk import Desk
from .escape import Markdown
from .links import Target
from .views import Quote
from .voice import Voice, mark

#: How a figure is counted, in words: see catalog/measures/cues.yml.
ASPECTS = {
    "yearly": mark("in each year"),
    "added": mark("what was added"),
    "planned": mark("planned"),
    "part": mark("a part of them"),
    "origin": mark("where they come from"),
    "attended": mark("at one occasion"),
}


@dataclass(frozen=True, slots=True)
class Witness:
    """An article that gives a figure."""

    speaker: str  # with the date of the article, where the figure has another
    article: Target  # at the very figure
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Line:
    """A figure in a table."""

    amount: str
    what: Markdown
    told: str  # both in a sentence
    when: str
    witnesses: tuple[Witness, ...]
    independent: int  # how many voices the witnesses are
    value: float | None  # what a table sorts the amount by: the number, or the lower end of a range
    edtf: str | None  # and what it sorts the date by


def amount(voice: Voice, figure: Figure) -> str:
    """How much: `over 114`, `逾114`, `dozens of`."""
    if (words := roundly(figure)) is not None and counts(figure):
        return words[voice.language == "zh"]
    return in_chinese(figure) if voice.language == "zh" else in_english(figure)


def when(voice: Voice, statement: Statement) -> str:
    """As of when: the date of the sentence, or that of the article, which is said."""
    known = statement.when
    if known is None:
        return voice.gettext("no date")
    date = voice.date(known.edtf)
    return date if known.basis is Basis.STATED else voice.gettext("{date}, the date of the article", date=date)


def whom(desk: Desk, reach: Reach) -> str:
    """Of whom: names of countries and groups."""
    if reach.told is Told.UNCLEAR:
        return desk.voice.gettext("Scope not clear")
    names = [desk.names.country_name(code) for code in reach.countries]
    names += [desk.names.group(id_).title for id_ in reach.groups]
    return desk.voice.listed(names) or desk.voice.gettext("All countries together")


def counted(desk: Desk, measure: Measure) -> str:
    """Of whom and how counted: `Belt and Road (planned)`."""
    parties = whom(desk, measure.reach)
    if not measure.aspects:
        return parties
    ways = desk.voice.listed(desk.voice.gettext(ASPECTS[aspect]) for aspect in measure.aspects)
    return desk.voice.gettext("{parties} ({ways})", parties=parties, ways=ways)


def named(desk: Desk, series: Series) -> Statement:
    """The statement that says most briefly what a series counts, in the language of the page if one does."""

    def key(one: Statement) -> tuple[bool, bool, int, tuple[str, str]]:
        told = one.figure.what
        return not told, bool(desk.voice.apart(one.record.findings.language)), len(told), one.order

    return min(series.statements, key=key)


def what(desk: Desk, statement: Statement) -> Markdown:
    """What is counted, in the words and the language of the article."""
    return desk.voice.foreign(statement.figure.what, statement.record.findings.language)


def told(desk: Desk, point: Point) -> str:
    """How much of what: `50 young scientists`, `50名青年科学家`; the sentence where only other languages say it."""
    own = _own_first(desk, point)[0]
    if desk.voice.apart(own.record.findings.language) or not own.figure.what:
        best = point.best
        quote = desk.views.best(best.record, best.figure.evidence)
        words = quote.words if quote is not None else None
        much = amount(desk.voice, best.figure)
        return desk.voice.gettext("{amount}: “{words}”", amount=much, words=words) if words else much
    return with_what(desk.voice, own.figure, what(desk, own))


def with_what(voice: Voice, figure: Figure, of_what: str) -> str:
    """How much and what is counted, which is in the language of the voice."""
    if not counts(figure):
        return voice.gettext("{amount} {what}", amount=amount(voice, figure), what=of_what)
    bare = amount(voice, replace(figure, unit="count"))
    if figure.unit == "person":
        return voice.gettext("{number} {people}", number=bare, people=of_what)
    return voice.gettext("{number} {things}", number=bare, things=of_what)


def _own_first(desk: Desk, point: Point) -> list[Statement]:
    """Who says it in the language of the page before the others."""
    return sorted(point.witnesses, key=lambda one: bool(desk.voice.apart(one.record.findings.language)))


def line(desk: Desk, point: Point) -> Line:
    """A point with everybody who says so."""
    best = point.best
    voices = {desk.atlas.voices.get(one.record.article.id, one.record.article.id) for one in point.witnesses}
    return Line(
        amount(desk.voice, best.figure),
        what(desk, best),
        told(desk, point),
        when(desk.voice, best),
        tuple(witness(desk, one) for one in _one_an_article(_own_first(desk, point))),
        len(voices - {NOT_STATED}),
        best.figure.value if best.figure.value is not None else best.figure.low,
        best.when.edtf if best.when is not None else None,
    )


def witness(desk: Desk, statement: Statement) -> Witness:
    """Who says a figure, and where."""
    record, figure, known = statement.record, statement.figure, statement.when
    speaker = desk.names.speaker(record)
    if known is not None and known.basis is Basis.STATED and record.article.date:
        date = desk.voice.date(record.article.date)
        speaker = desk.voice.gettext("{speaker} on {date}", speaker=speaker, date=date)
    article = replace(desk.names.article(record), anchor=anchor_of(figure))
    return Witness(speaker, article, desk.views.best(record, figure.evidence))


def _one_an_article(statements: Iterable[Statement]) -> list[Statement]:
    """The first statement of each article."""
    return list({one.record.article.id: one for one in reversed(list(statements))}.values())[::-1]

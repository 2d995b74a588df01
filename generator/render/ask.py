"""Answers to questions: the page on which one can ask, and lines for the terminal. What a browser needs: askdata.py."""

from __future__ import annotations

import json
from dataclasses import dataclass

from ..amounts import in_chinese, in_english
from ..ask import Answer, Fact, Finding, Kind, Lexicon, Match, answer, facts_of, is_han, lexicon_of, narrowed
from ..catalog.overlap import overlap
from ..model import Agreement, Event, Evidence, Figure, Person, Place, Programme, Record
from .anchors import anchor_of
from .desk import Desk
from .figures import with_what
from .links import Target
from .names import ASK
from .tree import Page
from .voice import Voice, mark

KINDS = {
    Kind.FIGURE: mark("Figures"),
    Kind.AGREEMENT: mark("Agreements"),
    Kind.PROGRAMME: mark("Programmes and institutions"),
    Kind.EVENT: mark("Events"),
    Kind.PERSON: mark("People"),
    Kind.COUNTRY: mark("Countries and regions"),
    Kind.ARTICLE: mark("Articles"),
}

_NONE = mark("No evidence: nothing that was collected answers this.")
_AROUND = mark("Not in the sentence itself: from an article on {topics}")
_MISSED = mark("No fact that fits says “{words}”; these are about the same theme or thing.")

#: Questions that show the grammar, about the cells that most articles tell of.
_EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A fact of an answer; texts are plain."""

    kind: str
    told: str
    sentence: str
    place: str  # where the sentence stands
    around: str  # what is said where only the article is about what was asked for
    speaker: str
    date: str
    article: Target
    doc: str  # the file that was collected


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer in a language."""

    lines: tuple[Line, ...]
    missed: str  # what is said where words were not found
    said: str  # how many facts there are, or that there is no evidence


def reply(desk: Desk, question: str) -> Reply:
    """The facts that answer a question."""
    lexicon, facts = grounds(desk, lexicon_of(desk.atlas))
    found = answer(question, lexicon, facts)
    number = len(found.matches)
    return Reply(
        tuple(line(desk, match) for match in found.matches),
        _missed(desk, found),
        desk.voice.ngettext("{n} fact.", "{n} facts.", number) if number else desk.voice.gettext(_NONE),
    )


def grounds(desk: Desk, whole: Lexicon) -> tuple[Lexicon, list[Fact]]:
    """The facts that questions are answered with, as far as they may be shown, and the words to ask for them."""
    facts = list(
        facts_of(
            desk.atlas,
            whole,
            lambda record, evidence: _shown(desk, record, evidence),
            lambda record, finding: _told(desk, record, finding),
        )
    )
    return narrowed(whole, facts), facts


def line(desk: Desk, match: Match) -> Line:
    """The fact as an answer tells it."""
    fact = match.fact
    target = desk.names.article(fact.record)
    anchor = anchor_of(fact.finding) if fact.finding is not None else ""
    topics = desk.voice.listed(topic(desk, concept) for concept in match.around)
    return Line(
        desk.voice.gettext(KINDS[fact.kind]),
        fact.told,
        fact.sentence or "",
        desk.views.where(fact.record, fact.evidence) if fact.evidence is not None else "",
        desk.voice.gettext(_AROUND, topics=topics) if topics else "",
        desk.names.speaker(fact.record),
        desk.voice.date(fact.record.article.date),
        Target(target.path, target.title, target.lang, anchor),
        fact.record.article.doc,
    )


def topic(desk: Desk, concept: str) -> str:
    """The name of a country, group or theme."""
    kind, _, id_ = concept.partition(":")
    if kind == "country":
        return desk.names.country_name(id_)
    return desk.names.group(id_).title if kind == "group" else desk.names.theme(id_).title


def examples_of(desk: Desk) -> list[str]:
    """Questions that this atlas answers, in the language of the desk: they show the grammar."""
    voice, names, atlas = desk.voice, desk.names, desk.atlas
    chosen: dict[str, str] = {}  # theme by country, each once
    told = {cell: sum(_ties(record, *cell) for record in shelf.records) for cell, shelf in atlas.cells.items()}
    for code, theme in sorted((cell for cell in told if told[cell]), key=lambda cell: (-told[cell], cell)):
        if len(chosen) < _EXAMPLES and code not in chosen and theme not in chosen.values():
            chosen[code] = theme
    examples = [
        voice.gettext(
            "{theme} with {country}",
            theme=voice.lower_first(names.theme(theme).title),
            country=voice.with_article(names.country_name(code)),
        )
        for code, theme in chosen.items()
    ]
    number = any(series.measure.subject.indicator == "agreements" for series in atlas.series)
    return [*examples, *([voice.gettext("how many agreements")] if number else [])]


def ask_page(desk: Desk) -> Page:
    """The page on which one can ask; without a script it says what does the same."""
    lead = desk.voice.gettext(
        "Ask for a country, a theme, an indicator or a time. The answer is facts with their sentences."
    )
    texts = {kind.value: desk.voice.gettext(label) for kind, label in KINDS.items()}
    texts |= {
        "none": desk.voice.gettext(_NONE),
        "loading": desk.voice.gettext("Reading the facts …"),
        "failed": desk.voice.gettext("The facts could not be read."),
        "according": desk.voice.gettext("According to {source}, {date}", source="{source}", date="{date}"),
        "words": desk.voice.gettext("Looked for as a word: {words}", words="{words}"),
        "missed": desk.voice.gettext(_MISSED, words="{words}"),
        "around": desk.voice.gettext(_AROUND, topics="{topics}"),
        "wider": desk.voice.gettext("{kind}: from articles on it", kind="{kind}"),
        "comma": desk.voice.gettext(", "),
        "found": desk.voice.gettext("Facts found: {n}", n="{n}"),
        "more": desk.voice.gettext("Show more"),
    }
    target = desk.names.index(ASK)
    return desk.press.page(
        "ask", target, lead, lead=lead, examples=examples_of(desk), texts=json.dumps(texts, ensure_ascii=False)
    )


def _ties(record: Record, code: str, theme: str) -> bool:
    """Whether an article answers for a country and a theme: in one sentence, or as it has no other partner."""
    found = record.findings
    place = next((one for one in found.partners if one.code == code), None)
    best = next((one.evidence[:1] for one in found.themes if one.id == theme), ())
    return len(found.partners) == 1 or (place is not None and overlap(place.evidence, best))


def _missed(desk: Desk, found: Answer) -> str:
    """What is said where words were not found."""
    words = (("" if is_han(one[0]) else " ").join(one) for one in found.missed)
    return desk.voice.gettext(_MISSED, words=desk.voice.listed(words)) if found.missed else ""


def _shown(desk: Desk, record: Record, evidence: Evidence) -> str | None:
    """The words of a piece of evidence that may be shown: all of them where the whole article may be."""
    shown = desk.shown[record.article.id]
    return shown.quote(evidence) or (evidence.exact if shown.body else None)


def _told(desk: Desk, record: Record, finding: Finding | None) -> str:
    """What a finding is, in a few words."""
    voice = desk.voice
    match finding:
        case Figure():
            return _figure(voice, finding, record.findings.language)
        case Agreement():
            when = voice.date(finding.date) if finding.date else ""
            parts = [voice.gettext(finding.kind), desk.names.parties(finding), when]
        case Programme():
            parts = [finding.name]
        case Event():
            parts = [voice.date(finding.date) if finding.date else "", finding.place or ""]
        case Person():
            side = desk.names.country_name(finding.country) if finding.country else ""
            parts = [finding.name, finding.role or "", side]
        case Place():
            parts = [desk.names.country_name(finding.code)]
        case _:
            parts = [desk.summary(record)]
    return voice.listed(part for part in parts if part)


def _figure(voice: Voice, figure: Figure, language: str) -> str:
    """`over 70 joint laboratories`; what another language counts stands apart."""
    if figure.what and not voice.apart(language):
        return with_what(voice, figure, figure.what)
    much = in_chinese(figure) if voice.language == "zh" else in_english(figure)
    return voice.listed(part for part in (much, figure.what) if part)

"""Answers to questions: the page on which one can ask, what the browser needs for it, and lines for the terminal."""

from __future__ import annotations

import json
from dataclasses import dataclass

from ..ask import Fact, Finding, Kind, Lexicon, facts_of, folded
from ..catalog.pairs import is_told
from ..model import Agreement, Event, Figure, Person, Programme, Record
from ..plaintext import clean
from ..script import folding_for
from .anchors import anchor_of
from .desk import Desk
from .figures import amount
from .links import Target
from .names import ASK
from .tree import Page
from .voice import mark

KINDS = {
    Kind.FIGURE: mark("Figures"),
    Kind.AGREEMENT: mark("Agreements"),
    Kind.PROGRAMME: mark("Programmes and institutions"),
    Kind.EVENT: mark("Events"),
    Kind.PERSON: mark("People"),
    Kind.ARTICLE: mark("Articles"),
}

#: Questions that show the grammar, about the cells that most articles tell of.
_EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A fact of an answer; texts are plain."""

    kind: str
    told: str
    sentence: str
    speaker: str
    date: str
    article: Target


def facts_for(desk: Desk) -> list[Fact]:
    """The facts that questions are answered with, as far as they may be shown, told in the language of the desk."""
    return list(
        facts_of(
            desk.atlas,
            lambda record, evidence: desk.shown[record.article.id].quote(evidence),
            lambda record, finding: _told(desk, record, finding),
        )
    )


def line(desk: Desk, fact: Fact) -> Line:
    """The fact as an answer tells it."""
    target = desk.names.article(fact.record)
    anchor = anchor_of(fact.finding) if fact.finding is not None else ""
    return Line(
        desk.voice.gettext(KINDS[fact.kind]),
        fact.told,
        fact.sentence or "",
        desk.names.speaker(fact.record),
        desk.voice.date(fact.record.article.date),
        Target(target.path, target.title, target.lang, anchor),
    )


def examples_of(desk: Desk) -> list[str]:
    """Questions that this atlas answers, in the language of the desk: they show the grammar."""
    voice, names, atlas = desk.voice, desk.names, desk.atlas
    chosen: dict[str, str] = {}  # theme by country, each once
    told = {cell: sum(is_told(record, *cell) for record in shelf.records) for cell, shelf in atlas.cells.items()}
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
    counted = any(series.measure.subject.indicator == "agreements" for series in atlas.series)
    return [*examples, *([voice.gettext("how many agreements")] if counted else [])]


def ask_page(desk: Desk) -> Page:
    """The page on which one can ask; without a script it says what does the same."""
    lead = desk.voice.gettext(
        "Ask for a country, a theme, an indicator or a time. The answer is facts with their sentences."
    )
    examples = examples_of(desk)
    texts = {kind.value: desk.voice.gettext(label) for kind, label in KINDS.items()}
    texts |= {
        "none": desk.voice.gettext("No evidence: nothing that was collected answers this."),
        "loading": desk.voice.gettext("Reading the facts …"),
        "failed": desk.voice.gettext("The facts could not be read."),
        "according": desk.voice.gettext("According to {source}, {date}", source="{source}", date="{date}"),
        "words": desk.voice.gettext("Looked for as a word: {words}", words="{words}"),
        "found": desk.voice.gettext("Facts found: {n}", n="{n}"),
        "more": desk.voice.gettext("Show more"),
    }
    target = desk.names.index(ASK)
    return desk.press.page(
        "ask", target, lead, lead=lead, examples=examples, texts=json.dumps(texts, ensure_ascii=False)
    )


def ask_files(desk: Desk, lexicon: Lexicon) -> dict[str, bytes]:
    """What the browser answers with: the lexicon of the atlas and the facts, in the language of the desk."""
    facts = facts_for(desk)
    data = {**_lexicon(lexicon), "facts": [_fact(desk, fact) for fact in facts]}
    characters = sorted(set(json.dumps(data, ensure_ascii=False)))
    data["folding"] = folding_for([folded("".join(characters))])
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
    return {f"{desk.voice.folder}data/ask.json": text.encode("utf-8", "backslashreplace")}


def _lexicon(lexicon: Lexicon) -> dict[str, object]:
    return {
        "meanings": {" ".join(name): list(concepts) for name, concepts in lexicon.meanings.items()},
        "silent": sorted(" ".join(word) for word in lexicon.silent),
        "times": [
            {"pattern": t.pattern, "since": t.since, "until": t.until, "after": t.after, "before": t.before}
            for t in lexicon.times
        ],
        "longest": lexicon.longest,
    }


def _fact(desk: Desk, fact: Fact) -> dict[str, object]:
    told = line(desk, fact)
    place = f"#{told.article.anchor}" if told.article.anchor else ""
    return {
        "kind": fact.kind.value,
        "concepts": sorted(fact.concepts),
        "year": fact.year,
        "told": clean(told.told),
        "sentence": clean(told.sentence),
        "language": fact.record.findings.language,
        "speaker": clean(told.speaker),
        "date": told.date,
        "title": clean(told.article.title),
        "page": f"{told.article.path.removesuffix('.md')}/{place}",
    }


def _told(desk: Desk, record: Record, finding: Finding | None) -> str:
    """What a finding is, in a few words."""
    voice = desk.voice
    match finding:
        case Figure():
            parts = [amount(voice, finding), finding.what]
        case Agreement():
            parts = [voice.gettext(finding.kind), desk.names.parties(finding)]
        case Programme():
            parts = [finding.name]
        case Event():
            parts = [voice.date(finding.date) if finding.date else "", finding.place or ""]
        case Person():
            side = desk.names.country_name(finding.country) if finding.country else ""
            parts = [finding.name, finding.role or "", side]
        case _:
            parts = [desk.summary(record)]
    return voice.listed(part for part in parts if part)

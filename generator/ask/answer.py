"""The facts that answer a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from .facts import Fact
from .kinds import Kind
from .lexicon import Lexicon, Units
from .own import PLACES
from .question import Choice, Question, is_place, understand
from .units import units

#: How a fact meets a condition: by itself, as its article has only that partner, or as its article is about it.
_ITSELF, _SOLE, _ABOUT = range(3)

#: What is told only where nothing else tells the same sentence.
_SENTENCES = (Kind.COUNTRY, Kind.ARTICLE)


@dataclass(frozen=True, slots=True)
class Match:
    """A fact that answers."""

    fact: Fact
    level: int = _ITSELF
    around: tuple[str, ...] = ()  # what only its article is about

    @property
    def itself(self) -> bool:
        """Whether the fact itself says all that was asked for."""
        return self.level == _ITSELF


@dataclass(frozen=True, slots=True)
class Answer:
    """What was understood, and the facts that fit, those that say all themselves first. No facts: no evidence."""

    question: Question
    matches: tuple[Match, ...] = ()
    missed: tuple[Units, ...] = ()  # words that no fact says that fits otherwise

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts alone."""
        return tuple(match.fact for match in self.matches)


def answer(text: str, lexicon: Lexicon, facts: Iterable[Fact]) -> Answer:
    """The answer to the question `text`. Who asks for nothing gets nothing.

    A term is first looked for in the facts; where none that fits otherwise has it, those on its theme answer.
    """
    question = understand(text, lexicon)
    if question.empty:
        return Answer(question)
    texts = [_Said(fact) for fact in facts]
    if found := _ordered(question, _matches(question, texts)):
        return Answer(question, found)
    wider = replace(question, terms=())
    if not question.terms or (wider.empty and not any(_themes(about) for _, about in question.terms)):
        return Answer(question)
    themes = [_themes(about) for _, about in question.terms]
    on_theme = (said for said in texts if all(not about or set(about) & said.fact.own for about in themes))
    found = _ordered(question, (match for match in _matches(wider, on_theme) if match.itself))
    return Answer(question, found, tuple(words for words, _ in question.terms) if found else ())


@dataclass(frozen=True)
class _Said:
    """A fact with its words as units."""

    fact: Fact

    @cached_property
    def text(self) -> str:
        """All of them: the article itself says its title."""
        return _spaced(units(self.fact.words))

    @cached_property
    def told(self) -> str:
        """Those that tell what a finding is."""
        return _spaced(units(self.fact.told))


def _matches(question: Question, facts: Iterable[_Said]) -> Iterator[Match]:
    """The facts that meet every condition."""
    for said in facts:
        fact = said.fact
        if not (_is_kind(fact, question) and _in_time(fact, question) and _counts(said, question)):
            continue
        if not all(_says(said, words, about) for words, about in _asked_words(question)):
            continue
        met = [_met(fact, choice, question) for choice in question.conditions]
        found = [one for one in met if one is not None]
        if len(found) == len(met):
            around = tuple(dict.fromkeys(name for level, name in found if level))
            yield Match(fact, max((level for level, _ in found), default=_ITSELF), around)


def _is_kind(fact: Fact, question: Question) -> bool:
    if not question.kinds or f"kind:{fact.kind}" in question.kinds:
        return True
    return any(one in fact.own for one in question.kinds if not one.startswith("kind:"))


def _in_time(fact: Fact, question: Question) -> bool:
    """Whether one of its years is asked for; a fact without a year answers no question about time."""
    if question.since is None and question.until is None:
        return True
    first, last = question.since or 0, question.until or 9999
    return any(first <= year <= last for year in fact.years)


def _met(fact: Fact, choice: Choice, question: Question) -> tuple[int, str] | None:
    """How a fact meets one condition, and by what; None if it does not."""
    strictly = question.asks == "figure" or (fact.kind is Kind.COUNTRY and question.asks != "country")
    own = fact.of if strictly and is_place(choice) else fact.own
    if one := next((one for one in choice if one in own), ""):
        return _ITSELF, one
    elsewhere = any(one.startswith(PLACES) and one not in fact.around.home for one in own)
    if not elsewhere and (one := next((one for one in choice if one in fact.around.sole), "")):
        return _SOLE, one
    if not _astray(fact, question) and (one := next((one for one in choice if one in fact.around.themes), "")):
        return _ABOUT, one
    return None


def _says(said: _Said, words: Units, about: Choice) -> bool:
    """Whether a fact holds a word, or tells in others that somebody did it."""
    return _holds(said.text, words) or any(one.startswith("act:") and one in said.fact.own for one in about)


def _astray(fact: Fact, question: Question) -> bool:
    """Whether the article is about several partners and one is asked for: what it is about need not be of that one."""
    return fact.around.several and question.places


def _counts(said: _Said, question: Question) -> bool:
    """Whether a figure counts something of what is asked for, if figures are asked for."""
    if question.asks != "figure":
        return True
    things = [choice for choice in question.conditions if not is_place(choice)]
    words = list(_asked_words(question))
    if not things and not words:
        return True
    counted = any(one in said.fact.of for choice in things for one in choice)
    return counted or any(_holds(said.told, name) for name, _ in words)


def _asked_words(question: Question) -> Iterator[tuple[Units, Choice]]:
    yield from question.terms
    yield from ((words, ()) for words in question.words)


def _themes(about: Choice) -> Choice:
    return tuple(one for one in about if one.startswith("theme:"))


def _ordered(question: Question, matches: Iterable[Match]) -> tuple[Match, ...]:
    """The best first, each kind newest first. An article's facts by its theme are left out where it has better ones."""
    order = list(Kind)
    if question.asks == "time":
        order.sort(key=lambda kind: kind not in (Kind.EVENT, Kind.AGREEMENT))

    def rank(one: Match) -> tuple[object, ...]:
        alike = one.fact.told if question.asks == "country" else ""
        return not one.itself, order.index(one.fact.kind), alike, -one.fact.year, one.level

    found = sorted(matches, key=rank)
    if question.asks == "time" and any(one.fact.dated for one in found):
        found = [one for one in found if one.fact.dated]
    better = {one.fact.record.article.id for one in found if one.level < _ABOUT}
    return tuple(
        _once([one for one in found if one.level < _ABOUT or one.fact.record.article.id not in better], question)
    )


def _once(found: Iterable[Match], question: Question) -> Iterator[Match]:
    """The matches; of those that are a sentence only what no other tells, once for an article or country."""
    told: set[tuple[object, ...]] = set()
    for one in found:
        fact, id_ = one.fact, one.fact.record.article.id
        sentence = (id_, fact.evidence)
        thing = (id_, fact.kind, fact.told)
        if fact.kind in _SENTENCES:
            if thing in told or (sentence in told and f"kind:{fact.kind}" not in question.kinds):
                continue
            told.add(thing)
        told.add(sentence)
        yield one


def _spaced(found: Units) -> str:
    return f" {' '.join(found)} "


def _holds(said: str, words: Units) -> bool:
    return _spaced(words) in said

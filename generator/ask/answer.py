"""The facts that answer a question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .facts import Fact, Kind
from .lexicon import Lexicon, Units
from .question import Question, understand
from .units import units


@dataclass(frozen=True, slots=True)
class Answer:
    """What was understood, and the facts that fit: figures first, each kind newest first. No facts: no evidence."""

    question: Question
    facts: tuple[Fact, ...]


def answer(text: str, lexicon: Lexicon, facts: Iterable[Fact]) -> Answer:
    """The answer to the question `text`. Who asks for nothing gets nothing."""
    question = understand(text, lexicon)
    if question.empty:
        return Answer(question, ())
    fitting = [fact for fact in facts if fits(fact, question)]
    order = list(Kind)
    return Answer(question, tuple(sorted(fitting, key=lambda fact: (order.index(fact.kind), -(fact.year or 0)))))


def fits(fact: Fact, question: Question) -> bool:
    """Whether the fact meets every condition; a fact without a year answers no question about time."""
    if not all(any(concept in fact.concepts for concept in choice) for choice in question.conditions):
        return False
    if question.since is not None and (fact.year is None or fact.year < question.since):
        return False
    if question.until is not None and (fact.year is None or fact.year > question.until):
        return False
    if not question.words:
        return True
    said = units(fact.words)
    return all(_holds(said, word) for word in question.words)


def _holds(said: Units, word: Units) -> bool:
    return any(said[start : start + len(word)] == word for start in range(len(said) - len(word) + 1))

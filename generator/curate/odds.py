"""Decisions of one file that cannot all be meant: they contradict each other, or the article's home or id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..model import SAME
from ..problems import Problem, error
from .schema import Accept, Add, Correct, Plain, Reject, Ruling
from .steps import target_of

_LISTS: Mapping[str, str] = {"partners": "partner", "groups": "group", "themes": "theme"}
_CHIEF = {"partner": "code", "group": "id", "theme": "id"}


def at_odds(article: str, rulings: Iterable[Ruling], home: str | None) -> Iterator[Problem]:
    """What no editor can mean: a partner that is left out and named, the home as its own partner, a copy of itself."""
    rulings = list(rulings)
    lists = {
        _LISTS[ruling.step.field]: (ruling.step.value, ruling.at.line)
        for ruling in rulings
        if isinstance(ruling.step, Plain) and ruling.step.field in _LISTS
    }
    for ruling in rulings:
        step = ruling.step
        if isinstance(step, (Accept, Reject)) and target_of(step) == f"{SAME}{article}":
            name = type(step).__name__.lower()
            yield _problem(ruling, name, "an article is always the same as itself.", f"{name}: {SAME}another-article")
        for kind, name, there in _named(ruling):
            if kind == "partner" and there and name == home:
                message = f"{name} is the home (content/atlas.yml), and no partner of its own."
                example = "partners: [FR]" if isinstance(step, Plain) else "code: FR"
                yield _problem(ruling, "", message, example)
            elif kind in lists and not isinstance(step, Plain) and (name in lists[kind][0]) != there:
                rest, line = lists[kind]
                says = "names it" if name in rest else "leaves it out"
                message = (
                    f"{kind}:{name} is {'kept' if there else 'left out'} here, and the list in line {line} {says}."
                )
                yield _problem(ruling, "", message, "one of the two: the list says all there are")


def _named(ruling: Ruling) -> Iterator[tuple[str, str, bool]]:
    """The kind and name of each filing that a decision speaks of, and whether it is there after it."""
    step = ruling.step
    if isinstance(step, Plain) and step.field in _LISTS:
        yield from ((_LISTS[step.field], name, True) for name in step.value)
    elif isinstance(step, Add) and step.add in _CHIEF:
        yield step.add, str(step.new.get(_CHIEF[step.add])), True
    elif isinstance(step, (Accept, Reject, Correct)):
        kind, _, name = target_of(step).partition(":")
        if kind in _CHIEF:
            yield kind, name, isinstance(step, Accept)
            if isinstance(step, Correct) and isinstance(step.to, dict) and _CHIEF[kind] in step.to:
                yield kind, str(step.to[_CHIEF[kind]]), True


def _problem(ruling: Ruling, part: str, message: str, example: str) -> Problem:
    at = ruling.at
    field = f"{at.field}.{part}" if part else at.field
    return error("contradiction", message, file=at.file, line=at.of(part), field=field, example=example)

"""What the schema alone cannot tell of a decision: that it names a finding, quotes it, and gives fields of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..model import SAME
from ..problems import Problem, error
from ..yamlfile import Key, Positions, check, dotted
from .kinds import AMOUNT, AMOUNT_RULE, KINDS, Fields, Kind, kind_of
from .schema import FIELDS, Accept, Add, ArticleFile, Correct, Reject, Step

Path = tuple[Key, ...]


def check_step(step: Step, path: Path, positions: Positions, file: str) -> Iterator[Problem]:
    """What is wrong with the decision at `path` of a file."""
    if isinstance(step, Add):
        kind = KINDS[step.add]
        yield from _check_fields(kind, step.new, (*path, "new"), positions, file)
        yield from _check_amount(kind, step.new, True, (*path, "new"), positions, file)
        for names in kind.needed:
            if all(step.new.get(name) in (None, "", []) for name in names):
                where = (*path, "new", names[0])
                example = f"{names[0]}: {_example(kind.fields, names[0])}"
                yield _problem(where, positions, file, f"a new {kind.name} needs {' or '.join(names)}.", example)
    elif isinstance(step, (Accept, Reject, Correct)):
        yield from _check_target(step, path, positions, file)


def target_of(step: Accept | Reject | Correct) -> str:
    """The finding or field that a decision speaks of."""
    return step.accept if isinstance(step, Accept) else step.reject if isinstance(step, Reject) else step.correct


def read_fields(kind: Kind, values: Mapping[str, Any]) -> Fields:
    """The fields of a finding as a decision that was checked gives them."""
    return kind.fields.model_validate(values)


def read_value(field: str, value: Any) -> Any:
    """The value of an article's field as a decision that was checked gives it; None empties the field."""
    return getattr(ArticleFile.model_validate({"article": "-", field: value}), field)


def _check_target(step: Accept | Reject | Correct, path: Path, positions: Positions, file: str) -> Iterator[Problem]:
    """Whether it names a finding or field, quotes it, and says something right instead."""
    action, target = type(step).__name__.lower(), target_of(step)
    if target.startswith(SAME) and not isinstance(step, Correct):
        return
    kind = kind_of(target)
    if kind is None and target not in FIELDS:
        message = f"{target!r} names no finding: wanted is a kind with an id, or one of {', '.join(FIELDS)}."
        yield _problem((*path, action), positions, file, message, f"{action}: figure:114-agreements")
        return
    if "was" not in step.model_fields_set and (kind is None or step.sentence is None):
        wanted, example = ("was", f'was: "the {target} that you saw"') if kind is None else _WANTED
        message = "say what you override (was: or, of a finding, sentence:), so that nothing else is changed."
        yield _problem((*path, wanted), positions, file, message, example)
    if kind is not None and isinstance(step.was, dict):
        yield from _check_fields(kind, step.was, (*path, "was"), positions, file)
    if isinstance(step, Correct):
        yield from _check_new_value(kind, target, step, path, positions, file)
    elif isinstance(step, Reject) and target in ("relevant", "language"):
        message = f"{target} is not left out but corrected."
        yield _problem((*path, "reject"), positions, file, message, f"correct: {target}")


_WANTED = ("sentence", "sentence: They signed it in Belgrade.")


def _check_new_value(
    kind: Kind | None, target: str, step: Correct, path: Path, positions: Positions, file: str
) -> Iterator[Problem]:
    if kind is not None:
        if isinstance(step.to, dict) and step.to:
            yield from _check_fields(kind, step.to, (*path, "to"), positions, file)
            yield from _check_amount(kind, step.to, False, (*path, "to"), positions, file)
        else:
            example = f"to: {{{kind.chief}: {_example(kind.fields, kind.chief)}}}"
            yield _problem((*path, "to"), positions, file, f"the fields of the {kind.name} are wanted here.", example)
        return
    if step.to is None and target in ("relevant", "language"):
        yield _problem((*path, "to"), positions, file, "a value is wanted here.", _example(ArticleFile, target))
    _, faults = check({"article": "-", target: step.to}, ArticleFile, positions, file, path)
    for fault in faults:
        yield _problem((*path, "to"), positions, file, fault.message, f"to: {_example(ArticleFile, target)}")


def _check_fields(kind: Kind, values: Any, path: Path, positions: Positions, file: str) -> Iterator[Problem]:
    _, faults = check(values, kind.fields, positions, file, path)
    yield from faults


def _check_amount(
    kind: Kind, values: Mapping[str, Any], whole: bool, path: Path, positions: Positions, file: str
) -> Iterator[Problem]:
    """Whether a figure can have the amount that a decision gives it; one that is not new may have the rest already."""
    value, low, high = (values.get(name) for name in AMOUNT)
    if value is not None:
        wrong = (low, high) != (None, None)
    elif low is None or high is None:
        wrong = (low, high) != (None, None) if whole else "value" in values
    else:
        wrong = isinstance(low, (int, float)) and isinstance(high, (int, float)) and low > high
    if kind.name == "figure" and wrong:
        yield _problem(path, positions, file, f"{AMOUNT_RULE}.", "{min: 50, max: 60}")


def _example(model: type[Fields] | type[ArticleFile], name: str) -> str:
    return str((model.model_fields[name].examples or [""])[0])


def _problem(path: Path, positions: Positions, file: str, message: str, example: str) -> Problem:
    return error("invalid-field", message, file=file, line=positions.line(path), field=dotted(path), example=example)

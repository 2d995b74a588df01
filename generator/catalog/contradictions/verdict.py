"""What two figures are to each other, and the rule that says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from ...taxonomy.model import Nature
from ..measures import Statement
from ..series import Point


class Verdict(StrEnum):
    """What it means that two articles give different figures."""

    CONFLICT = "conflict"  # both cannot be right
    UPDATE = "update"  # the later one follows the earlier one
    SCOPE = "scope"  # they measure different things, places or periods
    ROUNDING = "rounding"  # one is the other, rounded
    BOUND = "bound"  # one gives a limit that the other keeps to
    AGREEMENT = "agreement"  # they say the same, or follow from each other


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures on one subject, the earlier first where their times tell."""

    first: Statement
    second: Statement
    nature: Nature


@dataclass(frozen=True, slots=True)
class Rule:
    """A named reason for a verdict; the first rule that holds for a pair decides."""

    id: str  # "other-places": stable, for programs and texts
    verdict: Verdict
    holds: Callable[[Pair], bool]


@dataclass(frozen=True, slots=True)
class Derived:
    """A share or multiple that an article states, beside what its own two figures come to."""

    statement: Statement
    change: float  # of the second figure against the first: 1.58 for 71,000 to 183,000


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two points, what they are to each other, and why."""

    first: Point
    second: Point
    verdict: Verdict
    rule: str  # Rule.id
    derived: Derived | None = None

"""Why the machine asks, and how bad it would be if it were wrong: the order of the queue, as data.

An item's urgency is *harm* times *doubt*. Harm, from 0 to 100, is what a mistake of this kind does to those who trust
the site; doubt, from 0 to 1, how likely one is. A finding is doubted by what its score lacks of 1, and at least as much
as its reason says. See docs/review.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..messages import mark


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason to ask."""

    code: str  # stable, for programs and `--kind`
    harm: int  # 0 to 100
    doubt: float  # 0 to 1: at least
    heading: str
    why: str  # a sentence with `{named}` places
    advice: str  # what the words of a decision mean here, for the editor who writes one


_PLAIN = "accept: it is right; reject: leave it out; correct: it is something else, see `to`"
_SAME = "accept: the two are one article, and count as one source; reject: they are two"

_ALL = (
    Reason(
        "stale-override",
        100,
        1.0,
        mark("Decision out of date"),
        mark("An editor's decision ({field}) does not fit its article any more; it is not applied."),
        "Look at the article again; then change what the decision quotes, or delete it",
    ),
    Reason(
        "conflict",
        90,
        1.0,
        mark("Conflicting figures"),
        mark("It says {amount}, but {article} says {other}; both cannot be right (rule {rule})."),
        "accept: this figure is right; reject: it is wrong; correct: it is of another time or scope, see `to`",
    ),
    Reason(
        "no-partner",
        80,
        1.0,
        mark("No partner"),
        mark("It reports cooperation, but no country or group was found to file it under."),
        "add what is missing; or accept: relevant, if it is filed under none; or correct it to false",
    ),
    Reason(
        "low-score",
        80,
        0.0,
        mark("Weak evidence"),
        mark("{finding} has a score of {score} only."),
        _PLAIN,
    ),
    Reason(
        "no-title",
        70,
        1.0,
        mark("No title"),
        mark("No title was found."),
        "accept: it has none; correct: this is the title, see `to`",
    ),
    Reason(
        "no-date",
        70,
        1.0,
        mark("No date"),
        mark("No date was found."),
        "accept: nobody knows it; correct: this is the date, see `to`",
    ),
    Reason(
        "date-without-year",
        70,
        0.5,
        mark("Date without a year"),
        mark("The article prints a date without a year; {date} is what is known."),
        "accept: the date is right; reject: nobody knows it; correct: this is the date, see `to`",
    ),
    Reason(
        "ambiguous-pair",
        70,
        0.5,
        mark("Ambiguous names"),
        mark("A name in it has two meanings, and was read by likelihood alone."),
        "accept: the partners are right; or set them all: partners: [FR, RS]",
    ),
    Reason(
        "possible-duplicate",
        50,
        0.7,
        mark("Perhaps a duplicate"),
        mark("It has the title and date of {article}, but another text."),
        _SAME,
    ),
    Reason(
        "possible-translation",
        50,
        0.5,
        mark("Perhaps a translation"),
        mark("It tells of the same partners, and {number} of the same facts, as {article} in another language."),
        _SAME,
    ),
    Reason(
        "unknown-source",
        40,
        1.0,
        mark("Unknown source"),
        mark("“{name}” is not in sources.yml: its kind, country and rights are not known. Articles: {number}."),
        "Paste the entry into content/taxonomy/sources.yml, and fill in what you know",
    ),
    Reason(
        "figure-without-unit",
        70,
        0.5,
        mark("Figure without a unit"),
        mark("Nothing says what the {amount} are."),
        "correct: say what is counted, such as to: {what: joint laboratories}; reject: it tells nothing",
    ),
    Reason(
        "new-programme",
        30,
        0.5,
        mark("New name of a programme"),
        mark("“{name}” is not in programmes.yml; it only looks like the name of a programme."),
        "accept: it is one; reject: it is none; correct: it is one of programmes.yml, such as to: {id: svom}",
    ),
    Reason(
        "other",
        50,
        0.5,
        mark("Something else"),
        mark("The machine asks: {what}."),
        _PLAIN,
    ),
)

REASONS: Mapping[str, Reason] = {reason.code: reason for reason in _ALL}

#: A finding below this score is asked about.
SURE = 0.6

#: How much of the harm of a wrong partner a wrong finding of each kind does.
SHARE: Mapping[str, float] = {
    "partner": 1.0,
    "group": 0.9,
    "agreement": 0.8,
    "figure": 0.8,
    "theme": 0.6,
    "person": 0.5,
    "programme": 0.4,
    "event": 0.4,
    "quote": 0.4,
}

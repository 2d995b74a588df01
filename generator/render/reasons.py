"""Why two figures get their verdict, in words: a sentence for each rule of catalog/contradictions/."""

from __future__ import annotations

from ..catalog.contradictions import Comparison, Verdict
from ..catalog.measures import Reach
from .desk import Desk
from .figures import amount, whom
from .voice import mark

#: For each verdict its heading, and what it means.
VERDICTS = {
    Verdict.CONFLICT: (
        mark("Conflicts"),
        mark("Figures on the same thing, of the same scope and time, that cannot both be right."),
    ),
    Verdict.UPDATE: (mark("Updates"), mark("The later figure follows the earlier one; both can be right.")),
    Verdict.SCOPE: (
        mark("Different scope"),
        mark("The figures measure different places, parts or periods; they do not contradict each other."),
    ),
    Verdict.ROUNDING: (mark("Rounding"), mark("One figure is the other one, rounded.")),
    Verdict.BOUND: (mark("Restated bounds"), mark("One figure is a limit, and the other keeps to it.")),
    Verdict.AGREEMENT: (mark("Figures that agree"), mark("The figures are the same, or follow from each other.")),
}

#: For each rule its reason. `first` and `second` are the amounts, `one` and `other` whom they are about.
REASONS = {
    "other-places": mark("{first} is about {one}, {second} about {other}."),
    "scope-not-clear": mark("One of the two articles is about several countries and does not say whose figure it is."),
    "part-of-the-whole": mark("{first} is about {one}, {second} about {other}: one of them is a part of the other."),
    "plan-and-fact": mark("One of the figures is a plan, the other tells what has been done."),
    "yearly-and-total": mark("One of the figures is for each year, the other is not."),
    "added-and-all": mark("One of the figures counts what was added, the other all there is."),
    "some-and-all": mark("One of the figures counts a part of what the other counts."),
    "origin-and-partner": mark("One of the figures counts where people come from on an occasion, the other partners."),
    "occasion-and-all": mark("One of the figures counts who came to one occasion, the other does not."),
    "other-kind": mark("Further words tell apart what is counted: “{first_what}” and “{second_what}”."),
    "other-sum": mark("The two sentences have little in common; these are two sums of money."),
    "other-fields": mark("The two articles are filed under different themes, so that other things may be meant."),
    "told-apart": mark("One article gives both figures for one time, so it means two things."),
    "same-value": mark("Both give the same figure; nothing says that it has changed."),
    "total-that-fell": mark("A running total can only grow, but the later figure, {second}, is less than {first}."),
    "still-bounded": mark("{first} and {second} fit each other, so that nothing says that the number has changed."),
    "still-rounded": mark("{first} and {second} are one number, rounded; nothing says that it has changed."),
    "later-value": mark("The sentences give two times, and the figure has changed from {first} to {second}."),
    "later-report": mark(
        "The sentences do not give both times; the articles appeared apart, so {second} is taken as newer than {first}."
    ),
    "corrected": mark("The same source says that it corrects its earlier figure."),
    "rounded": mark("{first} and {second} are one number, one of them rounded or said to be near it."),
    "within-bound": mark("{first} and {second} fit each other: one of them is only a limit."),
    "no-date": mark("{first} and {second} differ, and no date tells whether one is newer."),
    "same-time": mark("{first} and {second} are of the same scope and, as far as is known, of the same time."),
    "change-agrees": mark("From {first} to {second} is a change by {change}, which agrees with the stated {stated}."),
    "change-differs": mark("From {first} to {second} is a change by {change}, which is not the stated {stated}."),
}


def reason(desk: Desk, comparison: Comparison) -> str:
    """The sentence that says why two figures are what the verdict says."""
    first, second = comparison.first.best, comparison.second.best
    derived = comparison.derived
    return desk.voice.gettext(
        REASONS[comparison.rule],
        first=amount(desk.voice, first.figure),
        second=amount(desk.voice, second.figure),
        one=_inside(desk, first.measure.reach),
        other=_inside(desk, second.measure.reach),
        first_what=first.figure.what,
        second_what=second.figure.what,
        change=f"{derived.change * 100:+.0f}%" if derived is not None else "",
        stated=amount(desk.voice, derived.statement.figure) if derived is not None else "",
    )


def _inside(desk: Desk, reach: Reach) -> str:
    """Whom a figure is about, inside a sentence: `all countries together`, `the United Kingdom`."""
    told = whom(desk, reach)
    return desk.voice.with_article(told) if reach.parties else desk.voice.lower_first(told)

"""Applies an editor's decisions to what the machine found: the editor wins, and the record says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..model import SAME, Action, Article, Decision, Findings, Record, ReviewItem, State, Status
from ..problems import Problem, warning
from ..taxonomy import Taxonomy
from .fields import Draft, edit
from .findings import change, merged
from .load import Curation
from .match import Stale
from .schema import FIELDS, Accept, Add, Correct, Merge, Plain, Reject, Ruling
from .steps import target_of
from .summary import summarise, summarise_zh


@dataclass(frozen=True, slots=True)
class Curated:
    """A record, and the decisions about it that could not be applied."""

    record: Record
    problems: tuple[Problem, ...] = ()


def curate(
    article: Article,
    findings: Findings,
    home: str | None,
    curation: Curation,
    taxonomy: Taxonomy,
    earlier: tuple[Decision, ...] = (),
) -> Curated:
    """The record of an article: its findings, with the editor's decisions about it where there are any.

    A decision that does not fit the article any more is not applied and becomes a problem and an item for review.
    `earlier` are the decisions that cut the article out of its document.
    """
    draft = Draft(article, findings, article.status or Status())
    decisions, problems = list(earlier), list[Problem]()
    for ruling in _in_order(curation.articles.get(article.id, ())):
        draft, outcome = _applied(ruling, draft, taxonomy)
        if isinstance(outcome, Decision):
            decisions.append(outcome)
        else:
            problems.append(outcome)
    for ruling in curation.corpus:
        draft, merge = _merged(ruling, draft, taxonomy)
        decisions.extend(merge)
    if {article.id, article.doc} & curation.held:
        draft = replace(draft, status=Status(State.DRAFT))
    findings = replace(draft.findings, review=_review(draft.findings.review, decisions, problems))
    record = Record(
        article=draft.article,
        findings=findings,
        home=home,
        summary=draft.summary or summarise(findings, home, taxonomy),
        decisions=tuple(decisions),
        summary_zh=draft.summary_zh or summarise_zh(findings, home, taxonomy),
        gloss=draft.gloss,
        archive=draft.archive,
        status=draft.status,
    )
    return Curated(record, tuple(problems))


def _in_order(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Decisions about findings before those about the article, whose new title takes evidence away."""
    return sorted(rulings, key=lambda ruling: _about_article(ruling.step))


def _about_article(step: object) -> bool:
    return isinstance(step, Plain) or (isinstance(step, (Accept, Reject, Correct)) and target_of(step) in FIELDS)


def _applied(ruling: Ruling, draft: Draft, taxonomy: Taxonomy) -> tuple[Draft, Decision | Problem]:
    """The draft after a decision, and the decision as the record keeps it, or why it was not applied."""
    step = ruling.step
    if isinstance(step, Plain) or (isinstance(step, (Accept, Reject, Correct)) and target_of(step) in FIELDS):
        edited = edit(step, draft, ruling.why, taxonomy)
        if isinstance(edited, Stale):
            return draft, stale(ruling, edited)
        return edited.draft, decision(ruling, edited.action, edited.target, edited.was, edited.now)
    if isinstance(step, (Accept, Reject)) and target_of(step).startswith(SAME):
        action = Action.ACCEPT if isinstance(step, Accept) else Action.REJECT
        return draft, decision(ruling, action, target_of(step), "", "")
    if not isinstance(step, (Accept, Reject, Correct, Add, Merge)):
        raise TypeError(f"{step!r} is no decision about an article")  # the loader lets none through
    done = change(step, draft.findings, draft.article, taxonomy)
    if isinstance(done, Stale):
        return draft, stale(ruling, done)
    return replace(draft, findings=done.findings), decision(ruling, done.action, done.target, done.was, done.now)


def _merged(ruling: Ruling, draft: Draft, taxonomy: Taxonomy) -> tuple[Draft, list[Decision]]:
    """The draft after a decision for the whole corpus, and a decision for each programme that it renamed here."""
    step = ruling.step
    if not isinstance(step, Merge):
        raise TypeError(f"{step!r} is no decision about the corpus")  # the loader lets none through
    there = [one for one in draft.findings.programmes if one.id in step.merge]
    if not there:
        return draft, []
    done = merged(step, draft.findings, taxonomy)
    kept = [decision(ruling, done.action, one.id, one.name, done.now) for one in there]
    return replace(draft, findings=done.findings), kept


def decision(ruling: Ruling, action: Action, target: str, was: str, now: str) -> Decision:
    """A decision as the record keeps it."""
    return Decision(target, was, ruling.by, ruling.on, ruling.why, action, now)


def stale(ruling: Ruling, why: Stale) -> Problem:
    """The problem of a decision that does not fit its article any more."""
    at = ruling.at
    return warning(
        "stale-override",
        f"{why.message}. The source has changed; the decision is not applied. Look at it again.",
        file=at.file,
        line=at.of(why.field),
        field=f"{at.field}.{why.field}" if why.field else at.field,
        example=why.example,
    )


#: What an item for review is about: the fields or kinds of findings of which a decision settles it.
_SETTLED_BY = {
    "no-title": ("title",),
    "no-date": ("date",),
    "date-without-year": ("date",),
    "no-partner": ("partners", "groups", "relevant", "partner:", "group:"),
}


def _review(
    items: Iterable[ReviewItem], decisions: Iterable[Decision], problems: Iterable[Problem]
) -> tuple[ReviewItem, ...]:
    """What a person should still look at: what no decision settles, and decisions that do not fit any more."""
    decided = [one.field for one in decisions]
    left = [item for item in items if not _settled(item, decided)]
    return (*left, *(ReviewItem(problem.code, f"{problem.field}: {problem.message}") for problem in problems))


def _settled(item: ReviewItem, decided: list[str]) -> bool:
    by = _SETTLED_BY.get(item.code, (item.about,) if item.about else ())
    return any(field == name or (name.endswith(":") and field.startswith(name)) for name in by for field in decided)

"""Applies an editor's decisions about an article itself: its fields, its lists of filings, its summary, its state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..model import Action, Archive, Article, DateBasis, Findings, Place, Status, Tag
from ..taxonomy import Taxonomy, compile_sources
from .kinds import KINDS, Finding, findings_of, with_findings
from .match import Stale, differs
from .schema import Accept, ArchivedCopy, Correct, Plain, Reject, Summary
from .steps import read_value, target_of
from .words import value_in_words


@dataclass(frozen=True, slots=True)
class Draft:
    """A record in the making."""

    article: Article
    findings: Findings
    status: Status
    gloss: str = ""
    archive: Archive | None = None
    summary: str | None = None  # an editor's own
    summary_zh: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """What a decision did."""

    draft: Draft
    action: Action
    target: str
    was: str
    now: str


def edit(step: Accept | Reject | Correct | Plain, draft: Draft, why: str, taxonomy: Taxonomy) -> Edit | Stale:
    """The draft after a decision about one of the article's fields; Stale where it quotes another value."""
    if isinstance(step, Plain):
        return _set(step, draft, why, taxonomy)
    field = target_of(step)
    found = value_of(draft, field)
    if differs(step.was, found):
        said = f"the {field} is {found!r} now, and the decision quotes {step.was!r}"
        return Stale("was", said, f"was: {found}")
    if isinstance(step, Accept):
        sure = _accepted(draft, field)
        return Edit(sure, Action.ACCEPT, field, value_in_words(found), value_in_words(value_of(sure, field)))
    value = read_value(field, step.to) if isinstance(step, Correct) else None
    action = Action.CORRECT if isinstance(step, Correct) else Action.REJECT
    now = value_in_words(value) if isinstance(step, Correct) else ""
    return Edit(_with(draft, field, value, taxonomy), action, field, value_in_words(found), now)


def value_of(draft: Draft, field: str) -> Any:
    """What a field of the article says."""
    if field == "relevant":
        return draft.findings.relevant
    return draft.findings.language if field == "language" else getattr(draft.article, field)


def _accepted(draft: Draft, field: str) -> Draft:
    """A date that an editor has confirmed is no guess any more."""
    date = draft.article.date
    if field == "date" and date is not None:
        return _with_date(draft, date.rstrip("?"))
    return draft


def _with(draft: Draft, field: str, value: Any, taxonomy: Taxonomy) -> Draft:
    """The draft with a field of the article set; None empties it."""
    article, findings = draft.article, draft.findings
    if field == "relevant":
        return replace(draft, findings=replace(findings, relevant=value))
    if field == "language":
        return replace(draft, article=replace(article, language=value), findings=replace(findings, language=value))
    if field == "date":
        return _with_date(draft, value)
    if field == "source":
        return replace(draft, article=replace(article, source=value, source_id=_source_id(value, taxonomy)))
    if field == "title":
        return replace(draft, article=replace(article, title=value), findings=_without_title_evidence(findings))
    return replace(draft, article=replace(article, **{field: value}))


def _with_date(draft: Draft, date: str | None) -> Draft:
    """The draft with an editor's date; what took its year from a year that was a guess takes it from that date."""
    article, findings = draft.article, draft.findings
    before = (article.date or "")[:4]
    known = date is not None and date[:4].isdecimal() and not date.endswith("?")

    def of_year(told: str | None) -> str | None:
        guessed = known and told is not None and told.endswith("?") and told[:4] == before
        return f"{(date or '')[:4]}{(told or '')[4:-1]}" if guessed else told

    findings = replace(
        findings,
        figures=tuple(replace(one, as_of=of_year(one.as_of)) for one in findings.figures),
        agreements=tuple(replace(one, date=of_year(one.date)) for one in findings.agreements),
        events=tuple(replace(one, date=of_year(one.date)) for one in findings.events),
    )
    basis = DateBasis.EDITOR if date is not None else None
    return replace(draft, article=replace(article, date=date, date_basis=basis), findings=findings)


def _set(step: Plain, draft: Draft, why: str, taxonomy: Taxonomy) -> Edit:
    """A field that the editor's file sets outright."""
    field, value = step.field, step.value
    if field in _LISTS:
        return _listed(field, value, draft)
    if field == "state":
        status = Status(value, step.until, why)
        return Edit(replace(draft, status=status), Action.CORRECT, field, _state(draft.status), _state(status))
    if field == "archive" and isinstance(value, ArchivedCopy):
        return Edit(replace(draft, archive=Archive(value.url, value.on)), Action.ADD, field, "", value.url)
    if field == "gloss":
        return Edit(replace(draft, gloss=value), Action.ADD, field, "", value)
    if field == "summary" and isinstance(value, Summary):
        written = replace(draft, summary=value.en or draft.summary, summary_zh=value.zh or draft.summary_zh)
        now = " / ".join(text for text in (value.en, value.zh) if text)
        return Edit(written, Action.CORRECT, field, "made by the machine", now)
    was = value_in_words(value_of(draft, field))
    return Edit(_with(draft, field, value, taxonomy), Action.CORRECT, field, was, value_in_words(value))


_LISTS: Mapping[str, str] = {"partners": "partner", "groups": "group", "themes": "theme"}


def _listed(field: str, names: tuple[str, ...], draft: Draft) -> Edit:
    """Exactly the partners, groups or themes that the editor named; any of them makes the article relevant."""
    kind, findings = KINDS[_LISTS[field]], draft.findings
    was = value_in_words([_name(one) for one in findings_of(kind, findings) if isinstance(one, (Place, Tag))])
    if field == "partners":
        findings = _with_partners(findings, names)
    else:
        found = {tag.id: tag for tag in findings_of(kind, findings) if isinstance(tag, Tag)}
        findings = with_findings(kind, findings, [found.get(name, Tag(name, 1.0)) for name in names])
    if names:
        findings = replace(findings, relevant=True)
    return Edit(replace(draft, findings=findings), Action.CORRECT, field, was, value_in_words(names))


def _name(finding: Place | Tag) -> str:
    return finding.code if isinstance(finding, Place) else finding.id


def _with_partners(findings: Findings, codes: tuple[str, ...]) -> Findings:
    """A partner that the editor struck out is still named in the article, so it stays as a mention."""
    found = {place.code: place for place in (*findings.mentions, *findings.partners)}
    partners = tuple(
        replace(found[code], id=f"partner:{code}", score=1.0) if code in found else Place(f"partner:{code}", code, 1.0)
        for code in dict.fromkeys(codes)
    )
    mentions = tuple(replace(place, id=f"mention:{code}") for code, place in found.items() if code not in codes)
    return replace(findings, partners=partners, mentions=mentions)


def _without_title_evidence(findings: Findings) -> Findings:
    """The findings without the evidence that stood in the title that the editor replaced."""
    for kind in KINDS.values():
        kept = [
            replace(one, evidence=tuple(piece for piece in one.evidence if piece.field != "title"))
            for one in findings_of(kind, findings)
        ]
        findings = with_findings(kind, findings, [_unnamed_in_title(one) for one in kept])
    return findings


def _unnamed_in_title(finding: Finding) -> Finding:
    """A theme without those whom the title named."""
    if not isinstance(finding, Tag):
        return finding
    return replace(finding, named=tuple(naming for naming in finding.named if naming.evidence.field != "title"))


def _source_id(name: str | None, taxonomy: Taxonomy) -> str | None:
    """The source in sources.yml that a name stands for."""
    return name if name in taxonomy.sources else compile_sources(taxonomy).find(name)


def _state(status: Status) -> str:
    return f"{status.state} until {status.until}" if status.until else status.state.value

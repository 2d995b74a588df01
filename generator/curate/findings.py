"""Applies an editor's decisions about findings: accept, reject, correct, add, merge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..identity import slug
from ..model import Action, Article, Figure, Findings, Person, Place, Programme, Tag
from ..taxonomy import Taxonomy
from .kinds import (
    AMOUNT,
    AMOUNT_RULE,
    KINDS,
    Finding,
    Kind,
    changed,
    findings_of,
    has_amount,
    id_of,
    kind_of,
    with_findings,
)
from .match import Stale, find, folded, located
from .schema import Accept, Add, Correct, Merge, Reject
from .steps import read_fields, target_of
from .words import fields_in_words, finding_in_words


@dataclass(frozen=True, slots=True)
class Change:
    """What a decision did."""

    findings: Findings
    action: Action
    target: str
    was: str
    now: str


def change(
    step: Accept | Reject | Correct | Add | Merge, findings: Findings, article: Article, taxonomy: Taxonomy
) -> Change | Stale:
    """The findings after a decision; Stale where it does not fit them any more."""
    if isinstance(step, Add):
        return _added(step, findings, article)
    if isinstance(step, Merge):
        gone = [id_ for id_ in step.merge if all(one.id != id_ for one in findings.programmes)]
        if gone:
            return Stale("merge", f"the article has no {' and no '.join(gone)} any more", _programmes(findings))
        return merged(step, findings, taxonomy)
    target = target_of(step)
    kind = kind_of(target)
    if kind is None:
        raise ValueError(f"{target!r} names no finding")  # the loader lets no such decision through
    finding = find(kind, target, step, findings)
    if isinstance(finding, Stale):
        return finding
    if isinstance(step, Accept):
        return _accepted(kind, finding, findings)
    return _rejected(kind, finding, findings) if isinstance(step, Reject) else _corrected(kind, finding, step, findings)


def _accepted(kind: Kind, finding: Finding, findings: Findings) -> Change:
    """What an editor has confirmed is certain."""
    said = finding_in_words(kind, finding)
    sure = _swapped(kind, findings, finding, (replace(finding, score=1.0),))
    return Change(_relevant(kind, sure), Action.ACCEPT, id_of(kind, finding), said, said)


def _rejected(kind: Kind, finding: Finding, findings: Findings) -> Change:
    """A partner that was struck out is still named in the article, so it stays as a mention."""
    left = _swapped(kind, findings, finding, ())
    if kind.name == "partner" and isinstance(finding, Place):
        mention = replace(finding, id=f"mention:{finding.code}")
        left = with_findings(KINDS["mention"], left, (*left.mentions, mention))
    return Change(left, Action.REJECT, id_of(kind, finding), finding_in_words(kind, finding), "")


def _corrected(kind: Kind, finding: Finding, step: Correct, findings: Findings) -> Change | Stale:
    fields = read_fields(kind, step.to)
    right = changed(kind, finding, fields)
    if isinstance(right, Figure) and fields.model_fields_set & set(AMOUNT) and not has_amount(right):
        return Stale("to", AMOUNT_RULE, "to: {min: 50, max: 60}")
    names = [name for name in kind.fields.model_fields if name in fields.model_fields_set]
    was, now = fields_in_words(kind, finding, names), fields_in_words(kind, right, names)
    done = _swapped(kind, findings, finding, (right,))
    return Change(_relevant(kind, done), Action.CORRECT, id_of(kind, finding), was, now)


def _added(step: Add, findings: Findings, article: Article) -> Change | Stale:
    """A new finding; a mention that becomes a partner brings its evidence along."""
    kind = KINDS[step.add]
    piece = located(step.sentence, article) if step.sentence is not None else None
    if step.sentence is not None and piece is None:
        return Stale("sentence", "the article does not have the sentence that the decision quotes", None)
    made = changed(kind, kind.make("", (piece,) if piece else ()), read_fields(kind, step.new))
    if not isinstance(made, (Place, Tag)):
        made = replace(made, id=_new_id(kind, made))
    if any(id_of(kind, one) == id_of(kind, made) for one in findings_of(kind, findings)):
        return Stale("add", f"the article has {id_of(kind, made)} already", f"accept: {id_of(kind, made)}")
    if kind.name == "partner" and isinstance(made, Place):
        named = [mention for mention in findings.mentions if mention.code == made.code]
        evidence = dict.fromkeys(piece for one in (made, *named) for piece in one.evidence)
        made = replace(made, evidence=tuple(evidence))
        findings = replace(findings, mentions=tuple(one for one in findings.mentions if one not in named))
    added = with_findings(kind, findings, (*findings_of(kind, findings), made))
    return Change(_relevant(kind, added), Action.ADD, id_of(kind, made), "", finding_in_words(kind, made))


def merged(step: Merge, findings: Findings, taxonomy: Taxonomy) -> Change:
    """The findings with those of the programmes that a decision names made one."""
    found = [one for one in findings.programmes if one.id in (*step.merge, step.into)]
    if not found:
        return Change(findings, Action.MERGE, step.into, "", "")
    first = next((one for one in found if one.id == step.into), found[0])
    identifier = step.into.partition(":")[2]
    one = Programme(
        id=step.into,
        name=step.name or first.name,
        register_id=identifier if identifier in taxonomy.programmes else None,
        score=1.0,
        evidence=tuple(dict.fromkeys(piece for each in found for piece in each.evidence)),
    )
    kept = tuple(one if each is found[0] else each for each in findings.programmes if each not in found[1:])
    was = "; ".join(each.name for each in found)
    return Change(replace(findings, programmes=kept), Action.MERGE, step.into, was, one.name)


def _programmes(findings: Findings) -> str | None:
    """The ids of the programmes that the article names."""
    return ", ".join(one.id for one in findings.programmes) or None


def _swapped(kind: Kind, findings: Findings, old: Finding, new: tuple[Finding, ...]) -> Findings:
    """The findings with one of them replaced."""
    row: Iterable[Finding] = (each for one in findings_of(kind, findings) for each in (new if one is old else (one,)))
    return with_findings(kind, findings, row)


def _relevant(kind: Kind, findings: Findings) -> Findings:
    """An article that an editor files somewhere reports cooperation."""
    return replace(findings, relevant=True) if kind.name in ("partner", "group", "theme") else findings


def _new_id(kind: Kind, made: Finding) -> str:
    """An id like those of the machine."""
    said = made.name if isinstance(made, (Person, Programme)) else _words(kind, made)
    return f"{kind.name}:{slug(folded(said)) or 'unnamed'}"


def _words(kind: Kind, made: Finding) -> str:
    said = finding_in_words(kind, made)
    return said if kind.printed else str(getattr(made, kind.chief))

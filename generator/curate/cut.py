"""Applies an editor's decisions about how a document is cut into articles: split one in two, join several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..identity import new_id
from ..model import Action, Article, DateBasis, Decision
from ..problems import Problem
from .apply import decision, stale
from .load import Curation
from .match import Stale, folded
from .schema import Join, Ruling, Split


@dataclass(frozen=True, slots=True)
class Cut:
    """The articles of a document after the editor's decisions, with those decisions by article id."""

    articles: tuple[Article, ...]
    decisions: dict[str, tuple[Decision, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def recut(articles: Sequence[Article], curation: Curation) -> Cut:
    """The articles of one document, cut as its editor decided; ids of the others stay as they are."""
    rulings = curation.documents.get(articles[0].doc, ()) if articles else ()
    if not rulings:
        return Cut(tuple(articles))
    left, problems = list(articles), list[Problem]()
    decisions: dict[str, tuple[Decision, ...]] = {}
    for ruling in rulings:
        done = _split(ruling.step, left) if isinstance(ruling.step, Split) else _joined(ruling.step, left)
        if isinstance(done, Stale):
            problems.append(stale(ruling, done))
            continue
        left = list(done.articles)
        for id_ in done.touched:
            decisions[id_] = (*decisions.get(id_, ()), _decision(ruling, done))
    numbered = tuple(replace(article, item=item) for item, article in enumerate(left, start=1))
    return Cut(numbered, decisions, tuple(problems))


@dataclass(frozen=True, slots=True)
class _Done:
    articles: tuple[Article, ...]
    touched: tuple[str, ...]  # ids of the articles that it made or changed
    action: Action
    was: str


def _decision(ruling: Ruling, done: _Done) -> Decision:
    return decision(ruling, done.action, "article", done.was, ", ".join(done.touched))


def _split(step: Split, articles: list[Article]) -> _Done | Stale:
    """One article becomes two; a paragraph that is quoted whole is the second one's title if none is given."""
    at = next((i for i, one in enumerate(articles) if one.id == step.split), None)
    if at is None:
        return _gone("split", [step.split], articles)
    whole = articles[at]
    paragraphs = whole.body.split("\n\n")
    starts = [i for i, text in enumerate(paragraphs) if folded(text).startswith(folded(step.before))]
    if len(starts) != 1 or starts[0] == 0:
        many = "no" if not starts else "only the first" if starts == [0] else "more than one"
        return Stale("before", f"{many} paragraph of {whole.id} begins with the words that the decision quotes")
    first, second = paragraphs[: starts[0]], paragraphs[starts[0] :]
    title = step.title
    if title is None and len(second) > 1 and folded(second[0]) == folded(step.before):
        title, second = second[0], second[1:]
    body, date = "\n\n".join(second), step.date or whole.date
    made = replace(
        whole,
        id=new_id(whole.doc, (title, date, body), {one.id for one in articles}),
        title=title,
        date=date,
        date_basis=DateBasis.STATED if step.date else whole.date_basis,
        body=body,
    )
    rest = replace(whole, body="\n\n".join(first))
    row = (*articles[:at], rest, made, *articles[at + 1 :])
    return _Done(row, (whole.id, made.id), Action.SPLIT, whole.id)


def _joined(step: object, articles: list[Article]) -> _Done | Stale:
    """Several articles become the first of them; the others' titles stay as lines of the text."""
    if not isinstance(step, Join):
        raise TypeError(f"{step!r} is no decision about a document")  # the loader lets none through
    known = {one.id: one for one in articles}
    gone = [id_ for id_ in step.join if id_ not in known]
    if gone:
        return _gone("join", gone, articles)
    first, *others = (known[id_] for id_ in step.join)
    texts = [first.body, *(text for one in others for text in (one.title, one.body) if text)]
    whole = replace(first, body="\n\n".join(texts), title=step.title or first.title)
    row = tuple(whole if one is first else one for one in articles if one not in others)
    return _Done(row, (first.id,), Action.JOIN, ", ".join(step.join))


def _gone(name: str, ids: list[str], articles: Sequence[Article]) -> Stale:
    return Stale(name, f"the document has no article {' and no '.join(ids)}", ", ".join(one.id for one in articles))

"""Decisions that nothing in the corpus answers to: never applied to something else, never lost in silence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches

from ..model import SAME, Action, Record, State, Status
from ..problems import Problem, error, warning
from .apply import stale
from .load import Curation
from .match import Stale
from .schema import Accept, Merge, Plain, Reject
from .steps import target_of


def leftover(curation: Curation, records: Collection[Record]) -> list[Problem]:
    """A problem for each article, document and programme that decisions name and that is not there.

    A lost state is an error, since nothing keeps its article from the public any more.
    """
    return [
        *_articles(curation, records),
        *_parts(curation, records),
        *_others(curation, records),
        *_documents(curation, records),
        *_merges(curation, records),
    ]


def held_back(curation: Curation, records: Iterable[Record]) -> list[Record]:
    """The records; where a decision about a state has lost its article, all that its document now holds are drafts.

    The articles that decisions do name are left as they are. But what an editor has cut from or joined with an article
    that is kept from the public is a draft until a decision gives it a state of its own.
    """
    records = list(records)
    known = {record.article.id for record in records}
    lost = {curation.origins.get(id_) for id_ in curation.articles if id_ not in known and _hides(curation, id_)}
    return [
        replace(record, status=Status(State.DRAFT))
        if (record.article.doc in lost and record.article.id not in curation.articles)
        or _hidden_parts(curation, record)
        else record
        for record in records
    ]


def _hides(curation: Curation, article: str) -> bool:
    """Whether the decisions about an article keep it from the public."""
    return _state(curation, article) not in (None, State.PUBLISHED)


def _state(curation: Curation, article: str) -> State | None:
    """The state that the decisions about an article give it."""
    steps = [ruling.step for ruling in curation.articles.get(article, ())]
    return next((step.value for step in steps if isinstance(step, Plain) and step.field == "state"), None)


def _hidden_parts(curation: Curation, record: Record) -> list[str]:
    """The articles kept from the public whose text a record without a state of its own holds."""
    if _state(curation, record.article.id) is not None:
        return []
    cuts = [decision.was for decision in record.decisions if decision.action in (Action.SPLIT, Action.JOIN)]
    return [id_ for was in cuts for id_ in was.split(", ") if _hides(curation, id_)]


def _articles(curation: Curation, records: Iterable[Record]) -> Iterator[Problem]:
    known = {record.article.id for record in records}
    for article in curation.articles:
        if article in known:
            continue
        near = get_close_matches(article, known, n=1)
        hidden = _hides(curation, article)
        message = f"no article has the id {article!r}; the decisions are not applied."
        if hidden and article not in curation.origins:
            message += " Its state keeps nobody from reading it now: give the file a `document:` as well."
        yield (error if hidden else warning)(
            "stale-override",
            message,
            file=curation.files[article],
            field="article",
            example=near[0] if near else "the last part of the article page's address",
        )


def _parts(curation: Curation, records: Iterable[Record]) -> Iterator[Problem]:
    """Articles that are held back because they hold text of one that is."""
    for record in records:
        for id_ in _hidden_parts(curation, record):
            yield warning(
                "hidden-part",
                f"{record.article.id} holds text of {id_!r}, which is kept from the public; so it is a draft itself.",
                file=curation.files[id_],
                field="state",
                example=f"a file about {record.article.id} with a state: of its own",
            )


def _others(curation: Curation, records: Iterable[Record]) -> Iterator[Problem]:
    """Decisions that an article is, or is not, one that is not there."""
    known = {record.article.id for record in records}
    for ruling in (ruling for rulings in curation.articles.values() for ruling in rulings):
        if isinstance(ruling.step, (Accept, Reject)) and (target := target_of(ruling.step)).startswith(SAME):
            other = target.removeprefix(SAME)
            if other not in known:
                near = get_close_matches(other, known, n=1)
                what = type(ruling.step).__name__.lower()
                yield stale(
                    ruling, Stale(what, f"no article has the id {other!r}", f"{SAME}{near[0]}" if near else None)
                )


def _documents(curation: Curation, records: Iterable[Record]) -> Iterator[Problem]:
    known = {record.article.doc for record in records}
    for document in curation.documents:
        if document not in known:
            near = get_close_matches(document, known, n=1)
            yield warning(
                "stale-override",
                f"no article comes from {document!r}; the decisions are not applied.",
                file=curation.files[document],
                field="document",
                example=near[0] if near else "the file's path below content/articles/",
            )


def _merges(curation: Curation, records: Iterable[Record]) -> Iterator[Problem]:
    merged = {d.field for record in records for d in record.decisions if d.action is Action.MERGE}
    for ruling in curation.corpus:
        if isinstance(ruling.step, Merge):
            gone = [id_ for id_ in ruling.step.merge if id_ not in merged]
            if gone:
                yield stale(ruling, Stale("merge", f"no article names {' or '.join(gone)}", None))

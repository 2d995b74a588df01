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
        *_others(curation, records),
        *_documents(curation, records),
        *_merges(curation, records),
    ]


def held_back(curation: Curation, records: Iterable[Record]) -> list[Record]:
    """The records; where a decision about a state has lost its article, all that its document now holds are drafts.

    The articles that decisions do name are left as they are.
    """
    records = list(records)
    known = {record.article.id for record in records}
    lost = {curation.origins.get(id_) for id_ in curation.articles if id_ not in known and _hides(curation, id_)}
    return [
        replace(record, status=Status(State.DRAFT))
        if record.article.doc in lost and record.article.id not in curation.articles
        else record
        for record in records
    ]


def _hides(curation: Curation, article: str) -> bool:
    """Whether the decisions about an article keep it from the public."""
    steps = (ruling.step for ruling in curation.articles[article])
    return any(isinstance(s, Plain) and s.field == "state" and s.value is not State.PUBLISHED for s in steps)


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

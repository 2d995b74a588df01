"""What a patch means: changes that a person reads, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from .patch import Json, JsonObject, same


class Kind(StrEnum):
    """What happened to an article, or to a fact that it is the source of."""

    ARTICLE_ADDED = "article-added"
    ARTICLE_REMOVED = "article-removed"  # no longer published: taken out, withdrawn, or made a draft
    FACT_ADDED = "fact-added"
    FACT_REMOVED = "fact-removed"
    FACT_CHANGED = "fact-changed"
    CONTRADICTION_ADDED = "contradiction-added"
    CONTRADICTION_REMOVED = "contradiction-removed"  # settled, or one of its figures went


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `was` and `now` are JSON values; None where there was or is nothing."""

    kind: Kind
    subject: str  # id of the article or of the contradiction
    fact: str = ""  # which fact of the article: "date", "partners/FR", "figures/figure:114-agreements/as_of"
    was: Json = None
    now: Json = None


def describe(old: JsonObject, new: JsonObject) -> list[Change]:
    """The changes from one snapshot to another: articles by id, each with its facts; contradictions last."""
    return [
        *_articles(_object(old.get("articles")), _object(new.get("articles"))),
        *_contradictions(_object(old.get("contradictions")), _object(new.get("contradictions"))),
    ]


def _articles(old: JsonObject, new: JsonObject) -> Iterator[Change]:
    for id_ in sorted(old.keys() | new.keys()):
        if id_ not in old:
            yield Change(Kind.ARTICLE_ADDED, id_, now=_object(new[id_]).get("title"))
        elif id_ not in new:
            yield Change(Kind.ARTICLE_REMOVED, id_, was=_object(old[id_]).get("title"))
        else:
            yield from _facts(id_, "", _object(old[id_]), _object(new[id_]))


def _facts(subject: str, above: str, old: JsonObject, new: JsonObject) -> Iterator[Change]:
    """The facts that differ. A kind of finding that is new or gone counts for each of its findings."""
    for key in sorted(old.keys() | new.keys()):
        was, now, fact = old.get(key), new.get(key), f"{above}{key}"
        if (key in old) == (key in new) and same(was, now):
            continue
        if _inside(was, now, above):
            yield from _facts(subject, f"{fact}/", _object(was), _object(now))
        elif key not in old:
            yield Change(Kind.FACT_ADDED, subject, fact, now=now)
        elif key not in new:
            yield Change(Kind.FACT_REMOVED, subject, fact, was=was)
        else:
            yield Change(Kind.FACT_CHANGED, subject, fact, was, now)


def _inside(was: Json, now: Json, above: str) -> bool:
    """Whether a difference is told by what is inside: of a kind of finding always, of a finding if both have it."""
    objects = [value for value in (was, now) if isinstance(value, Mapping)]
    if not above:
        return bool(objects) and all(value is None or isinstance(value, Mapping) for value in (was, now))
    return len(objects) == 2


def _contradictions(old: JsonObject, new: JsonObject) -> Iterator[Change]:
    for id_ in sorted(new.keys() - old.keys()):
        yield Change(Kind.CONTRADICTION_ADDED, id_, now=new[id_])
    for id_ in sorted(old.keys() - new.keys()):
        yield Change(Kind.CONTRADICTION_REMOVED, id_, was=old[id_])


def _object(value: Json) -> JsonObject:
    return value if isinstance(value, Mapping) else {}

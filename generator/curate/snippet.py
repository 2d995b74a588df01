"""Writes decisions for an editor to fill: YAML that names a finding and quotes it as it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from ..model import SAME, Record, ReviewItem
from .fields import Draft, value_of
from .kinds import KINDS, Finding, Kind, findings_of, id_of, kind_of
from .kinds import value_of as value_in
from .schema import FIELDS

#: Written out, this would say that a figure is of the whole world.
_NO_SCOPE: Mapping[str, list[str]] = {"countries": [], "groups": []}

Choice = Literal["accept", "reject", "correct", "decide"]

#: What an item for review asks about.
_ASKS: Mapping[str, str] = {
    "no-title": "title",
    "no-date": "date",
    "date-without-year": "date",
    "no-partner": "add:partner",
}


def snippet(record: Record, about: str | ReviewItem, action: Choice = "accept") -> str:
    """A decision as an entry of `decisions:`, indented by two blanks, ending in a newline.

    `about` is the id of a finding ("figure:114-agreements"), a field of the article ("date"), `add:` and a kind,
    `same:` and the id of another article, or an item for review. With `decide`, nothing is decided until its editor
    writes another word for it. Raises KeyError where the record has no such finding.
    """
    asked = (_ASKS.get(about.code) or about.about or "relevant") if isinstance(about, ReviewItem) else about
    if asked.startswith("add:"):
        return _addition(KINDS[asked.removeprefix("add:")])
    if asked.startswith(SAME):
        return f"  - {action}: {asked}   # accept: it is the same article; reject: it is another one\n"
    if asked in FIELDS:
        return _of_field(record, asked, action)
    kind = kind_of(asked)
    finding = None if kind is None else _finding(record, kind, asked)
    if kind is None or finding is None:
        raise KeyError(asked)
    return _of_finding(kind, finding, action)


def stub(record: Record, snippets: Iterable[str], on: str = "") -> str:
    """A whole file with decisions about a record's article: its editor adds who and why."""
    title = " ".join((record.article.title or "").split())
    lines = [
        *([f"# {title}"] if title else []),
        f"article: {record.article.id}",
        f"document: {_yaml(record.article.doc)}",
        "by:              # your name",
        f"on: {on}".ljust(17) + "# the day: 2026-11-21",
        "why:             # one sentence",
        "decisions:",
    ]
    return "\n".join(lines) + "\n" + "".join(snippets)


def file_name(record: Record) -> str:
    """Where decisions about a record's article belong, below content/curation/."""
    return f"{record.article.id}.yml"


def _finding(record: Record, kind: Kind, id_: str) -> Finding | None:
    return next((one for one in findings_of(kind, record.findings) if id_of(kind, one) == id_), None)


def _of_finding(kind: Kind, finding: Finding, action: str) -> str:
    """A decision about a finding; what it says is quoted, with the sentence that it stands on."""
    said = {name: value_in(kind, finding, name) for name in kind.fields.model_fields}
    quoted = {n: v for n, v in said.items() if v not in (None, "", _NO_SCOPE) and (kind.printed or n != kind.chief)}
    lines = [f"  - {action}: {_plain(id_of(kind, finding))}   # accept, reject, or correct"]
    lines += [f"    was: {_yaml(quoted)}"] if quoted or not finding.evidence else []
    lines += [f"    sentence: {_yaml(finding.evidence[0].exact)}"] if finding.evidence else []
    lines += _correction(action, _yaml(quoted or {kind.chief: said[kind.chief]}))
    return "\n".join(lines) + "\n"


def _of_field(record: Record, field: str, action: str) -> str:
    """A decision about a field of the article."""
    value = value_of(Draft(record.article, record.findings, record.status), field)
    words = "accept or correct" if field in ("relevant", "language") else "accept, reject, or correct"
    lines = [f"  - {action}: {field}   # {words}", f"    was: {_yaml(value)}"]
    right = not value if field == "relevant" else value
    return "\n".join([*lines, *_correction(action, _yaml(right))]) + "\n"


def _correction(action: str, value: str) -> list[str]:
    return [f"    to: {value}" if action == "correct" else f"    # to: {value}   # only with correct"]


def _addition(kind: Kind) -> str:
    """A finding that the machine missed."""
    needed = {names[0]: (kind.fields.model_fields[names[0]].examples or [""])[0] for names in kind.needed}
    fields = ", ".join(f"{name}: {example}" for name, example in needed.items())
    return f"  - add: {kind.name}\n    new: {{{fields}}}   # an example\n    # sentence: the words that say so\n"


def _plain(id_: str) -> str:
    """An id without quotation marks, where YAML needs none."""
    return id_ if re.fullmatch(r"[a-z]+:[\w-]+", id_) else _yaml(id_)


def _yaml(value: Any) -> str:
    """A value as YAML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_yaml(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_yaml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)

"""Decisions on their way into the files of editors: added or filled in, never put over what somebody wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from ...curate import faults_in, stub
from ...model import Record
from ...pipeline import Run
from ...problems import Problem
from ...review import Item, Stub, extended, settled
from ...yamlfile import parse

_FAULTY = "it is there and is wrong, or about another article: see `atlas check`"
_BY_HAND = "its decisions are not a list that can be added to: add them by hand"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of writing: how many entries, or why none."""

    number: int = 0
    fault: str = ""
    problems: tuple[Problem, ...] = ()  # what is wrong with the decision itself


def put(run: Run, made: Stub) -> Outcome:
    """Puts open decisions into the file of an article; those that wait there already are left as they are."""
    waiting = run.curation.waiting.get(made.record.article.id, {})
    path = run.project.root / made.file
    entries = [text for about, text in made.entries(path.exists()).items() if about not in waiting]
    if not entries:
        return Outcome()
    if not path.exists():
        return _saved(run, path, made.file, made.text, len(entries))
    text = _read(path)
    if text is None or made.record.article.id not in run.curation.files:
        return Outcome(fault=_FAULTY)
    return _saved(run, path, made.file, extended(text, entries), len(entries))


def decide(run: Run, item: Item, record: Record, entries: Sequence[str]) -> Outcome:
    """Writes signed decisions: in the place of the open one, else at the end, else into a new file."""
    path = run.project.root / item.file
    if not path.exists():
        blank = ("by:", "on:", "why:")  # each entry says so itself
        kept = [line for line in stub(record, entries).splitlines(keepends=True) if not line.startswith(blank)]
        return _saved(run, path, item.file, "".join(kept), len(entries))
    text = _read(path)
    if text is None or faults_in(text, item.file, run.taxonomy) or not _is_about(text, record):
        return Outcome(fault=_FAULTY)
    filled = settled(text, item.about, entries[0])
    rest = entries if filled is None else entries[1:]
    whole = extended(filled or text, rest) if rest else filled
    return _saved(run, path, item.file, whole, len(entries))


def _saved(run: Run, path: Path, shown: str, text: str | None, number: int) -> Outcome:
    """Writes a file if it is right."""
    if text is None:
        return Outcome(fault=_BY_HAND)
    problems = faults_in(text, shown, run.taxonomy)
    if problems:
        return Outcome(fault="the decision is not right", problems=tuple(problems))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as fault:
        raise click.ClickException(f"{shown} cannot be written: {fault.strerror or fault}.") from fault
    return Outcome(number)


def _is_about(text: str, record: Record) -> bool:
    """Whether a file that is right is about the article."""
    content = parse(text, "")[0]
    return isinstance(content, dict) and content.get("article") == record.article.id


def _read(path: Path) -> str | None:
    """A file of an editor's, with its own line ends; None where it cannot be read."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return file.read()
    except (OSError, UnicodeDecodeError):
        return None

"""Reads the editors' decisions: `content/curation/**/*.yml`, one file per article, document, or for the corpus."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from ..problems import Problem, Severity, error, warning
from ..settings import Project
from ..taxonomy import Taxonomy
from ..yamlfile import Key, Positions, check, dotted, parse, read_text
from .names import unknown_names
from .schema import (
    STEPS,
    Accept,
    ArticleFile,
    CorpusFile,
    Correct,
    DocumentFile,
    Open,
    Plain,
    Reject,
    Ruling,
    Said,
    Step,
    Where,
)
from .steps import check_step, target_of

#: What a faulty file still tells, however it is written: that it keeps an article, or a document, from the public.
_KEY = r"(?:^[ \t{\ufeff-]*|[{,]\s*)[\"']?%s[\"']?\s*:\s*[\"']?"
_ABOUT = re.compile(_KEY % "(?P<key>article|document)" + r"(?P<name>[^\n\"'#,}]+)", re.MULTILINE)
_STATE = re.compile(_KEY % "state" + r"(?!published\b)[^\s\"'#,}]", re.MULTILINE)

_STEPS_OF: Mapping[type[Said], tuple[str, ...]] = {
    ArticleFile: ("accept", "reject", "correct", "add", "merge", "decide"),
    DocumentFile: ("join", "split"),
    CorpusFile: ("merge",),
}


@dataclass(frozen=True, slots=True)
class Curation:
    """The editors' decisions: by article id, by document, and for the whole corpus."""

    articles: Mapping[str, tuple[Ruling, ...]] = field(default_factory=dict)
    documents: Mapping[str, tuple[Ruling, ...]] = field(default_factory=dict)
    corpus: tuple[Ruling, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)  # by article id or document: where the decisions stand
    origins: Mapping[str, str] = field(default_factory=dict)  # by article id: the document, where a file names it
    waiting: Mapping[str, Mapping[str, int]] = field(
        default_factory=dict
    )  # by article id: lines of what is not decided
    held: frozenset[str] = frozenset()  # articles and documents whose file is faulty and speaks of a state: see below


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    articles: dict[str, tuple[Ruling, ...]] = field(default_factory=dict)
    documents: dict[str, tuple[Ruling, ...]] = field(default_factory=dict)
    corpus: list[Ruling] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    waiting: dict[str, dict[str, int]] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)


def load_curation(project: Project, taxonomy: Taxonomy) -> tuple[Curation, list[Problem]]:
    """All valid decisions of a project, and every fault in the others; the first file about an article wins.

    A file of which any part is wrong is left out whole, because half a decision is not what the editor decided. If it
    speaks of a state, what it is about is held back until the file is right: nobody may see it yet.
    """
    read, problems = _Reading(), list[Problem]()
    for path in sorted(project.curation.rglob("*.y*ml")):
        problems.extend(_read(path, project.display(path), taxonomy, read))
    curation = Curation(
        read.articles, read.documents, tuple(read.corpus), read.files, read.origins, read.waiting, frozenset(read.held)
    )
    return curation, problems


def faults_in(text: str, shown: str, taxonomy: Taxonomy) -> list[Problem]:
    """What would be wrong with a curation file of this text."""
    return _decisions(text, shown, taxonomy)[2]


def _read(path: Path, shown: str, taxonomy: Taxonomy, read: _Reading) -> list[Problem]:
    """Adds the decisions of one file to what has been read; returns what is wrong with it."""
    text, problems = read_text(path, shown)
    if text is None:
        read.held |= _held_by(_anyhow(path))
        return problems
    content, rulings, problems = _decisions(text, shown, taxonomy)
    if any(problem.severity is Severity.ERROR for problem in problems) or content is None:
        read.held |= _held_by(text)
        return problems
    about, decided = _about(content, read)
    if about is None or decided is None:
        read.corpus.extend(rulings)
    elif about in decided:
        problems.append(error("double-override", f"{read.files[about]} already decides about {about}.", file=shown))
        read.held |= _held_by(text)
    else:
        decided[about] = tuple(ruling for ruling in rulings if not isinstance(ruling.step, Open))
        read.waiting[about] = {one.step.decide: one.at.line for one in rulings if isinstance(one.step, Open)}
        read.files[about] = shown
        if isinstance(content, ArticleFile) and content.document is not None:
            read.origins[about] = content.document
    return problems


def _anyhow(path: Path) -> str:
    """The text of a file that is not UTF-8, as far as it can be told; an id is mostly ASCII, and Chinese mostly GBK."""
    try:
        data = path.read_bytes()
    except OSError:
        return ""
    return data.decode("utf-16" if data[:2] in (BOM_UTF16_LE, BOM_UTF16_BE) else "gb18030", "replace")


def _held_by(text: str) -> set[str]:
    """The article that a faulty file keeps from the public, or else the document; nothing where it has no state."""
    named = {found["key"]: found["name"].strip() for found in reversed(list(_ABOUT.finditer(text)))}
    name = named.get("article") or named.get("document")
    return {name} if name is not None and _STATE.search(text) else set()


def _about(content: Said, read: _Reading) -> tuple[str | None, dict[str, tuple[Ruling, ...]] | None]:
    """What a file decides about, and where its decisions belong; nothing for those about the corpus."""
    if isinstance(content, ArticleFile):
        return content.article, read.articles
    return (content.document, read.documents) if isinstance(content, DocumentFile) else (None, None)


def _decisions(text: str, shown: str, taxonomy: Taxonomy) -> tuple[Said | None, list[Ruling], list[Problem]]:
    """What a file says, its decisions, and its faults."""
    data, positions, problems = parse(text, shown)
    if problems:
        return None, [], problems
    data = data if data is not None else {}
    content, problems = check(data, _model_of(data), positions, shown)
    if content is None:
        return None, [], problems
    rulings = []
    for step, path, faults in _steps(content, positions, shown):
        problems.extend(faults)
        if step is None:
            continue
        if not isinstance(step, Plain):
            problems.extend(check_step(step, path, positions, shown))
        problems.extend(unknown_names(step, path, taxonomy, positions, shown))
        parts = () if isinstance(step, Plain) else type(step).model_fields
        lines = {part: positions.line((*path, part)) for part in parts}
        ruling, missing = _signed(step, content, Where(shown, positions.line(path), dotted(path), lines))
        problems.extend(missing)
        if ruling is not None:
            rulings.append(ruling)
    problems.extend(_twice(rulings))
    if isinstance(content, ArticleFile) and not rulings and not problems:
        example = "partners: [FR, RS]"
        problems.append(warning("no-decision", "this file decides nothing.", file=shown, line=1, example=example))
    return content, rulings, problems


def _model_of(data: Any) -> type[ArticleFile] | type[DocumentFile] | type[CorpusFile]:
    """The kind of a file, by its keys."""
    keys = set(data) if isinstance(data, dict) else set()
    if "corpus" in keys:
        return CorpusFile
    return DocumentFile if "document" in keys and "article" not in keys else ArticleFile


def _steps(
    content: Said, positions: Positions, shown: str
) -> Iterator[tuple[Step | Plain | None, tuple[Key, ...], list[Problem]]]:
    """The decisions of a file and where they stand; None for one that is wrong, with the reasons."""
    if isinstance(content, ArticleFile):
        for name, value in content.plain.items():
            yield Plain(name, value, content.until if name == "state" else None), (name,), []
    entries: tuple[dict[str, Any], ...] = getattr(content, "decisions", ())
    allowed = _STEPS_OF[type(content)]
    for index, entry in enumerate(entries):
        path: tuple[Key, ...] = ("decisions", index)
        named = [name for name in allowed if name in entry]
        if len(named) == 1:
            step, faults = check(entry, STEPS[named[0]], positions, shown, path)
            yield step, path, faults
            continue
        message = f"a decision here does one of these: {', '.join(allowed)}; this one does {_said(named)}."
        example = f"{allowed[0]}: {_example(STEPS[allowed[0]], allowed[0])}"
        line = positions.line(path)
        yield None, path, [error("invalid-field", message, file=shown, line=line, field=dotted(path), example=example)]


def _said(named: list[str]) -> str:
    return " and ".join(named) if named else "none of them"


def _example(model: type[BaseModel], name: str) -> str:
    return str((model.model_fields[name].examples or [""])[0])


def _signed(step: Step | Plain, content: Said, at: Where) -> tuple[Ruling | None, list[Problem]]:
    """The decision with who, when and why: its own, or else those of the file; both lacking is a fault.

    What nobody has decided yet needs none of them.
    """
    if isinstance(step, Open):
        return Ruling(step, "", "", "", at), []
    own = content if isinstance(step, Plain) else step
    values = {name: getattr(own, name) or getattr(content, name) for name in Said.model_fields}
    lacking = [name for name, value in values.items() if value is None]
    if not lacking:
        return Ruling(step, values["by"], values["on"], values["why"], at), []
    message = "this field is required, for the whole file or for the decision."
    plain = isinstance(step, Plain)
    return None, [
        error(
            "invalid-field",
            message,
            file=at.file,
            line=1 if plain else at.line,
            field=name if plain else f"{at.field}.{name}",
            example=f"{name}: {_example(Said, name)}",
        )
        for name in lacking
    ]


def _twice(rulings: Iterable[Ruling]) -> Iterator[Problem]:
    """Decisions of one file that speak of the same finding or field."""
    seen: dict[str, Where] = {}
    for ruling in rulings:
        step = ruling.step
        if not isinstance(step, (Plain, Accept, Reject, Correct)):
            continue
        target = step.field if isinstance(step, Plain) else target_of(step)
        first = seen.setdefault(target, ruling.at)
        if first is not ruling.at:
            message = f"line {first.line} already decides about {target}; one decision about it is enough."
            example = "one of the two, with both reasons in why"
            at = ruling.at
            yield error("double-decision", message, file=at.file, line=at.line, field=at.field, example=example)

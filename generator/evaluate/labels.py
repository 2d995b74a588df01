"""Labels as an editor writes them: JSON Lines, one object per article; what is left out is not measured.

`optional_*` names what is right with and without; `*_accept` other right answers (null: leaving it out is right too);
`not_countries` would be wrong as partners; `figures_exhaustive` says that all figures and people are labelled.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..problems import Problem, error

Number = int | float


class _Labelled(BaseModel):
    """Labels may carry notes and keys of later versions."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class FigureLabel(_Labelled):
    """A figure; ordinals are labelled by some editors and never measured."""

    value: Number | None = None
    unit: str = "count"
    what: str = ""
    qualifier: str | None = None


class PersonLabel(_Labelled):
    """A person."""

    name: str
    role: str | None = None


class Label(_Labelled):
    """What an editor says of one article."""

    doc: str = Field(min_length=1)
    item: int = 1
    home: str | None = None
    title: str | None = None
    title_accept: tuple[str | None, ...] = ()
    date: str | None = None
    date_accept: tuple[str | None, ...] = ()
    source: str | None = None
    source_accept: tuple[str | None, ...] = ()
    byline: str | None = None
    byline_accept: tuple[str | None, ...] = ()
    language: str | None = None
    relevant: bool | None = None
    body_start: str | None = None
    body_end: str | None = None
    partner_countries: tuple[str, ...] = ()
    optional_partner_countries: tuple[str, ...] = ()
    mentioned_countries: tuple[str, ...] = ()
    optional_mentioned_countries: tuple[str, ...] = ()
    not_countries: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    optional_groups: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    optional_themes: tuple[str, ...] = ()
    figures: tuple[FigureLabel, ...] = ()
    optional_figures: tuple[FigureLabel, ...] = ()
    figures_exhaustive: bool = False
    people: tuple[PersonLabel, ...] = ()

    @property
    def where(self) -> str:
        """The article, for people: `d05.txt#1`."""
        return f"{self.doc}#{self.item}"


def load_labels(path: Path, shown: str) -> tuple[list[Label], list[Problem]]:
    """The valid labels of a file, and what is wrong with the others, by line."""
    labels: list[Label] = []
    problems: list[Problem] = []
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        return [], [error("unreadable", f"the labels cannot be read: {fault}.", file=shown)]
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            data: Any = json.loads(line)
            labels.append(Label.model_validate(data))
        except ValueError as fault:
            problems.append(_explain(fault, shown, number))
    return labels, problems


def _explain(fault: ValueError, shown: str, line: int) -> Problem:
    """A label that cannot be used, with the first thing that is wrong with it."""
    example = '{"doc": "a.txt", "item": 1, "home": "CN", "partner_countries": ["FR"], "themes": ["space"]}'
    if isinstance(fault, ValidationError):
        first = fault.errors()[0]
        field = ".".join(map(str, first["loc"])) or None
        return error("label", f"{first['msg']}.", file=shown, line=line, field=field, example=example)
    return error("label", f"this is no JSON object: {fault}.", file=shown, line=line, example=example)

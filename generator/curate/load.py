"""Reads the editors' decisions: `content/curation/*.yml`, one file per article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from ..edtf import EdtfText
from ..model import Record
from ..problems import Problem, error
from ..settings import Code, Project
from ..taxonomy import Taxonomy
from ..yamlfile import check, parse, read_text


class Override(BaseModel):
    """What an editor decided about one article. A field that is left out stays as the machine found it."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    article: str = Field(min_length=1, examples=["2024-05-21-china-nurtures-ties-3f2a91"])
    by: str = Field(min_length=1, examples=["Ana Editor"])
    on: EdtfText = Field(examples=["2026-11-21"])
    why: str = Field(min_length=1, examples=["The joint statement names Serbia as a party."])
    title: str | None = Field(None, min_length=1, examples=["The title as printed"])
    date: EdtfText | None = Field(None, examples=["2024-05-21"])
    partners: tuple[Code, ...] | None = Field(
        None, description="all partners, not only new ones", examples=["[FR, RS]"]
    )
    themes: tuple[str, ...] | None = Field(None, description="all themes, not only new ones", examples=["[space]"])


@dataclass(frozen=True, slots=True)
class Curation:
    """The editors' decisions by article id, and the file that each stands in."""

    overrides: Mapping[str, Override] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

    def unused(self, records: Iterable[Record]) -> list[Problem]:
        """Decisions about articles that are not there: never applied to something else, never lost in silence."""
        known = {record.article.id for record in records}
        return [
            error(
                "stale-override",
                f"no article has the id {article!r}; the decision is not applied.",
                file=file,
                field="article",
                example="the last part of the article page's address",
            )
            for article, file in self.files.items()
            if article not in known
        ]


def load_curation(project: Project, taxonomy: Taxonomy) -> tuple[Curation, list[Problem]]:
    """All valid decisions of a project, and every fault in the others; the first file about an article wins."""
    overrides: dict[str, Override] = {}
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(project.curation.glob("*.y*ml")):
        shown = project.display(path)
        override, faults = _load(path, shown, taxonomy)
        problems.extend(faults)
        if override is None:
            continue
        if override.article in overrides:
            first = files[override.article]
            problems.append(error("double-override", f"{first} already decides about this article.", file=shown))
            continue
        overrides[override.article] = override
        files[override.article] = shown
    return Curation(overrides, files), problems


def _load(path: Path, shown: str, taxonomy: Taxonomy) -> tuple[Override | None, list[Problem]]:
    """One decision; None where any part of it is wrong, because half a decision is not what the editor decided."""
    text, problems = read_text(path, shown)
    if text is None:
        return None, problems
    data, positions, problems = parse(text, shown)
    if problems:
        return None, problems
    override, problems = check(data if data is not None else {}, Override, positions, shown)
    if override is None:
        return None, problems
    wanted = (
        ("partners", override.partners or (), taxonomy.countries, "country", "[FR, RS]"),
        ("themes", override.themes or (), taxonomy.themes, "theme", "[space, talent-exchange]"),
    )
    problems = [
        error(
            f"unknown-{kind}",
            f"{name!r} is not in the taxonomy.",
            file=shown,
            line=positions.line((field, index)),
            field=f"{field}[{index}]",
            example=f"{field}: {example}",
        )
        for field, names, known, kind, example in wanted
        for index, name in enumerate(names)
        if name not in known
    ]
    return (None if problems else override), problems

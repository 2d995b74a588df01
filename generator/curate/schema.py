"""What a curation file may say. Field descriptions and examples are the documentation: see docs/curation.md.

A file is about one article (`article:`), about how a document is cut into articles (`document:`), or about the whole
corpus (`corpus: true`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from ..edtf import EdtfText
from ..embargo import checked_until
from ..model import State
from ..settings import Code
from ..taxonomy.model import Slug
from .kinds import Text

Url = Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$", max_length=2000)]
FindingId = Annotated[str, Field(pattern=r"^[a-z]+(:.+)?$", max_length=300)]

#: The fields of an article that a decision may name instead of a finding.
FIELDS = ("title", "date", "source", "byline", "language", "relevant", "url")


class Said(BaseModel):
    """Who decided, when, and why; a decision that leaves one of them out has that of its file."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    by: Text | None = Field(None, examples=["Ana Editor"])
    on: EdtfText | None = Field(None, examples=["2026-11-21"])
    why: Text | None = Field(None, examples=["The joint statement names Serbia as a party."])


class _Quoting(Said):
    """A decision about something that the machine found, with what it overrides."""

    was: Any = Field(None, description="what it said when you decided", examples=["114"])
    sentence: Text | None = Field(
        None, min_length=4, description="a sentence of its evidence, or a part", examples=["They have 114 agreements."]
    )

    @property
    def quotes(self) -> bool:
        """Whether it says what it overrides."""
        return self.sentence is not None or "was" in self.model_fields_set


class Accept(_Quoting):
    """It is right."""

    accept: FindingId = Field(examples=["partner:RS"])


class Reject(_Quoting):
    """It is wrong."""

    reject: FindingId = Field(examples=["partner:RS"])


class Correct(_Quoting):
    """It is something else."""

    correct: FindingId = Field(examples=["figure:114-agreements"])
    to: Any = Field(description="its new fields, or the new value of a field", examples=["{as_of: 2022}"])


class Open(_Quoting):
    """Nobody has decided about it yet: this changes nothing, until its editor writes accept, reject or correct."""

    decide: FindingId = Field(examples=["partner:RS"])
    to: Any = Field(None, description="its new fields, if it is to be corrected", examples=["{as_of: 2022}"])


class Add(Said):
    """The machine missed it."""

    add: Literal[
        "partner", "mention", "group", "theme", "figure", "person", "programme", "agreement", "event", "quote"
    ] = Field(examples=["partner"])
    new: dict[str, Any] = Field(description="its fields", examples=["{code: RS}"])
    sentence: Text | None = Field(
        None, min_length=4, description="the sentence that says so", examples=["They signed it in Belgrade."]
    )


class Merge(Said):
    """Several programmes are one."""

    merge: tuple[Annotated[str, Field(pattern="^programme:.+")], ...] = Field(
        min_length=1, examples=["[programme:two-rivers-telescope, programme:telescope-of-two-rivers]"]
    )
    into: str = Field(pattern="^programme:.+", examples=["programme:two-rivers-telescope"])
    name: Text | None = Field(None, description="what it is called", examples=["Two Rivers Telescope"])


class Join(Said):
    """Several articles of a document are one."""

    join: tuple[Text, ...] = Field(min_length=2, examples=["[2024-05-21-a-lab-1a2b3c, 2024-05-21-its-history-4d5e6f]"])
    title: Text | None = Field(None, description="if not that of the first", examples=["A laboratory opens"])

    @field_validator("join")
    @classmethod
    def _each_once(cls, join: tuple[str, ...]) -> tuple[str, ...]:
        """An article is not joined with itself."""
        if len(set(join)) < len(join):
            raise ValueError("each article is named once")
        return join


class Split(Said):
    """One article of a document is two."""

    split: Text = Field(examples=["2024-05-21-a-lab-1a2b3c"])
    before: Text = Field(description="how the first paragraph of the second begins", examples=["In other news, a"])
    title: Text | None = Field(None, description="of the second one", examples=["A bridge for two towns"])
    date: EdtfText | None = Field(None, description="of the second one, if it is another", examples=["2024-05-20"])


Step = Accept | Reject | Correct | Open | Add | Merge | Join | Split
STEPS: dict[str, type[Step]] = {
    "accept": Accept,
    "reject": Reject,
    "correct": Correct,
    "decide": Open,
    "add": Add,
    "merge": Merge,
    "join": Join,
    "split": Split,
}


class Summary(BaseModel):
    """A summary in the editor's words."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    en: Text | None = Field(None, examples=["Reports that ..."])
    zh: Text | None = Field(None, examples=["报道……"])


class ArchivedCopy(BaseModel):
    """Where an archive keeps the article, and since when."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    url: Url = Field(examples=["https://web.archive.org/web/2026/https://example.org/news/1"])
    on: EdtfText = Field(description="the day of its retrieval", examples=["2026-11-20"])


class ArticleFile(Said):
    """What an editor decided about one article. A field that is left out stays as the machine found it."""

    article: str = Field(min_length=1, examples=["2024-05-21-china-nurtures-ties-3f2a91"])
    document: str | None = Field(None, min_length=1, description="the file it stands in", examples=["2024/serbia.txt"])
    title: Text | None = Field(None, examples=["The title as printed"])
    date: EdtfText | None = Field(None, examples=["2024-05-21"])
    source: Text | None = Field(None, examples=["Xinhua"])
    byline: Text | None = Field(None, examples=["Jane Doe"])
    language: str | None = Field(None, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", examples=["zh-CN"])
    relevant: bool | None = Field(None, description="whether it reports cooperation", examples=["false"])
    url: Url | None = Field(None, examples=["https://example.org/news/1"])
    partners: tuple[Code, ...] | None = Field(
        None, description="all partners, not only new ones", examples=["[FR, RS]"]
    )
    groups: tuple[Slug, ...] | None = Field(None, description="all groups, not only new ones", examples=["[asean]"])
    themes: tuple[Slug, ...] | None = Field(None, description="all themes, not only new ones", examples=["[space]"])
    gloss: Text | None = Field(None, description="the title in English", examples=["A telescope for two countries"])
    summary: Summary | None = Field(None, examples=['{en: "Reports that ...", zh: "报道……"}'])
    archive: ArchivedCopy | None = Field(
        None, examples=["{url: https://web.archive.org/web/2026/https://example.org/news/1, on: 2026-11-20}"]
    )
    state: State | None = Field(None, examples=["draft"])
    until: str | None = Field(
        None,
        validate_default=True,
        description="the day on which an embargoed article is published",
        examples=["2027-01-15"],
    )
    decisions: tuple[dict[str, Any], ...] = Field((), examples=["[{reject: partner:RS, was: RS}]"])

    @field_validator("until")
    @classmethod
    def _embargo_has_an_end(cls, until: str | None, info: ValidationInfo) -> str | None:
        """An embargo names its day; nothing else has one."""
        return checked_until(info.data.get("state"), until)

    @property
    def plain(self) -> dict[str, Any]:
        """The fields that it sets outright, without those that say who, when and why."""
        names = [name for name in PLAIN if getattr(self, name) is not None]
        return {name: getattr(self, name) for name in names}


#: The fields of an article's file that decide by themselves; `until` goes with `state`.
PLAIN = (*FIELDS, "partners", "groups", "themes", "gloss", "summary", "archive", "state")


class DocumentFile(Said):
    """How an editor cuts a document into articles."""

    document: str = Field(min_length=1, description="below content/articles/", examples=["2025/digest.txt"])
    decisions: tuple[dict[str, Any], ...] = Field(
        min_length=1, examples=['[{split: 2024-05-21-a-lab-1a2b3c, before: "In other news"}]']
    )


class CorpusFile(Said):
    """What holds for all articles."""

    corpus: Literal[True] = Field(examples=["true"])
    decisions: tuple[dict[str, Any], ...] = Field(
        min_length=1, examples=["[{merge: [programme:a, programme:b], into: programme:a}]"]
    )


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a decision, for problems."""

    file: str
    line: int
    field: str
    lines: Mapping[str, int]  # of the parts of a decision

    def of(self, part: str) -> int:
        """The line of a part of the decision; that of the whole where it has no such part."""
        return self.lines.get(part, self.line)


@dataclass(frozen=True, slots=True)
class Plain:
    """A field set outright: `title: New`."""

    field: str
    value: Any
    until: str | None = None  # of a state


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision, who made it, and where it stands."""

    step: Step | Plain
    by: str
    on: str
    why: str
    at: Where

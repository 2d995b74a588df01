"""The wire format, version 1: a record as the JSON object that `atlas extract` prints, and its JSON Schema.

The keys and their meaning are a promise to other programs. More keys may come; none goes. Schema and code are made from
the same types, so that they cannot part.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, cast

from pydantic import ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import TypedDict  # pydantic needs this one before Python 3.12

from .model import Evidence, Naming, Record, Scope

Score = Annotated[float, Field(ge=0, le=1, description="how sure the machine is")]
Edtf = Annotated[str, Field(description="EDTF: 2024-05-21, 2022-11-28? (year inferred), XXXX-11-28 (year unknown)")]
Code = Annotated[str, Field(pattern="^[A-Z]{2}$", description="ISO 3166-1 alpha-2; XK for Kosovo")]
Offset = Annotated[int, Field(ge=0, description="in characters (code points)")]

_OPEN = ConfigDict(extra="allow")


@with_config(_OPEN)
class EvidenceJson(TypedDict):
    """The sentence, heading or caption that says so: `field[start:end] == exact`."""

    field: Literal["title", "body"]
    exact: str
    start: Offset
    end: Offset


@with_config(_OPEN)
class PlaceJson(TypedDict):
    """A country or region: a partner, or a mere mention."""

    code: Code
    id: Annotated[str, Field(description="stable inside the article")]
    score: Score
    evidence: list[EvidenceJson]


@with_config(_OPEN)
class GroupJson(TypedDict):
    """A group that the article is filed under."""

    id: Annotated[str, Field(description="id in groups.yml")]
    score: Score
    evidence: list[EvidenceJson]


@with_config(_OPEN)
class NamingJson(TypedDict):
    """A piece of the article that tells of a theme, and with whom."""

    parties: Annotated[
        list[str], Field(description="ISO codes and group ids that it, its paragraph or the title names")
    ]
    evidence: EvidenceJson


@with_config(_OPEN)
class ThemeJson(TypedDict):
    """A theme that the article is filed under."""

    id: Annotated[str, Field(description="id in themes.yml")]
    score: Score
    evidence: list[EvidenceJson]
    terms: Annotated[list[str], Field(description="the words that made it, the weightiest first")]
    named: Annotated[list[NamingJson], Field(description="with whom it is, as far as its sentences say")]


@with_config(_OPEN)
class ScopeJson(TypedDict):
    """Whom a figure is about."""

    countries: list[Code]
    groups: list[str]


@with_config(_OPEN)
class FigureJson(TypedDict):
    """Something counted or measured; a range has `min` and `max` and no `value`."""

    id: Annotated[str, Field(description="stable inside the article")]
    value: float | int | None
    min: float | int | None
    max: float | int | None
    unit: Annotated[str, Field(description="count, person, percent, year, ISO 4217 code, or the name of a measure")]
    what: str
    qualifier: Literal["over", "nearly", "about", "at least", "up to", "less than"] | None
    as_of: Edtf | None
    indicator: Annotated[str | None, Field(description="id in indicators.yml")]
    scope: ScopeJson
    score: Score
    evidence: list[EvidenceJson]


@with_config(_OPEN)
class PersonJson(TypedDict):
    """Somebody whom the article names."""

    id: Annotated[str, Field(description="stable inside the article")]
    name: str
    role: str | None
    country: Code | None
    score: Score
    evidence: list[EvidenceJson]


@with_config(_OPEN)
class ProgrammeJson(TypedDict):
    """A programme, project, facility or institution that has a name."""

    name: str
    id: Annotated[str | None, Field(description="id in programmes.yml; null: proposed by a pattern")]
    finding: Annotated[str, Field(description="stable inside the article")]
    score: Score
    evidence: list[EvidenceJson]


@with_config(_OPEN)
class AgreementJson(TypedDict):
    """An agreement that the article reports."""

    id: Annotated[str, Field(description="stable inside the article")]
    parties: Annotated[list[str], Field(description="ISO codes and ids of groups")]
    kind: str
    date: Edtf | None
    score: Score
    evidence: list[EvidenceJson]


@with_config(_OPEN)
class EventJson(TypedDict):
    """Something that took place, or will."""

    id: Annotated[str, Field(description="stable inside the article")]
    what: str
    place: str | None
    date: Edtf | None
    score: Score
    evidence: list[EvidenceJson]


@with_config(_OPEN)
class QuoteJson(TypedDict):
    """Words in quotation marks, and who said them."""

    id: Annotated[str, Field(description="stable inside the article")]
    speaker: str | None
    text: str
    score: Score
    evidence: list[EvidenceJson]


@with_config(_OPEN)
class ReviewJson(TypedDict):
    """Something a person should decide."""

    code: str
    message: str


@with_config(_OPEN)
class ArchiveJson(TypedDict):
    """A copy that an archive keeps."""

    url: str
    on: Annotated[str, Field(description="ISO 8601 day of its retrieval")]


@with_config(_OPEN)
class DecisionJson(TypedDict):
    """What an editor decided, who, when and why, and what the machine had found."""

    field: Annotated[str, Field(description="a field of the article, or the id of a finding")]
    action: Literal["accept", "reject", "correct", "add", "merge", "split", "join"]
    was: str
    now: str
    by: str
    on: str
    why: str


@with_config(_OPEN)
class RecordJson(TypedDict):
    """An article and what was found in it."""

    schema: Literal[1]
    doc: Annotated[str, Field(description="name of the document below the articles folder")]
    item: Annotated[int, Field(ge=1, description="position in the document, from 1")]
    id: Annotated[str, Field(description="readable and unique; part of the article's address")]
    url: str | None
    title: str | None
    date: Edtf | None
    date_basis: Literal["stated", "issue", "inferred", "editor"] | None
    source: Annotated[str | None, Field(description="as printed")]
    source_id: Annotated[str | None, Field(description="id in sources.yml")]
    byline: str | None
    language: Annotated[str, Field(description="BCP 47, of the body")]
    home: Annotated[Code | None, Field(description="whose cooperation was looked for; null: everybody's")]
    relevant: Annotated[bool, Field(description="whether it reports cooperation (of the home)")]
    body: str
    summary: str
    partners: list[PlaceJson]
    mentions: list[PlaceJson]
    groups: list[GroupJson]
    themes: list[ThemeJson]
    figures: list[FigureJson]
    people: list[PersonJson]
    programmes: list[ProgrammeJson]
    agreements: list[AgreementJson]
    events: list[EventJson]
    quotes: list[QuoteJson]
    review: list[ReviewJson]
    summary_zh: Annotated[str, Field(description="the summary in Chinese")]
    title_gloss: Annotated[str | None, Field(description="the title in English, by an editor")]
    archive: ArchiveJson | None
    state: Annotated[Literal["draft", "embargoed", "published", "withdrawn"], Field(description="as an editor set it")]
    until: Annotated[str | None, Field(description="ISO 8601 day on which an embargo ends")]
    decisions: list[DecisionJson]


_ADAPTER = TypeAdapter(RecordJson)


def to_json(record: Record) -> RecordJson:
    """`record` in the wire format, ready for `json.dumps`."""
    article, findings = record.article, record.findings
    return {
        "schema": 1,
        "doc": article.doc,
        "item": article.item,
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "date": article.date,
        "date_basis": article.date_basis.value if article.date_basis is not None else None,
        "source": article.source,
        "source_id": article.source_id,
        "byline": article.byline,
        "language": findings.language,
        "home": record.home,
        "relevant": findings.relevant,
        "body": article.body,
        "summary": record.summary,
        "partners": [_told(place, PlaceJson) for place in findings.partners],
        "mentions": [_told(place, PlaceJson) for place in findings.mentions],
        "groups": [_told(tag, GroupJson) for tag in findings.groups],
        "themes": [_told(tag, ThemeJson) for tag in findings.themes],
        "figures": [_told(figure, FigureJson) for figure in findings.figures],
        "people": [_told(person, PersonJson) for person in findings.people],
        "programmes": [_told(programme, ProgrammeJson) for programme in findings.programmes],
        "agreements": [_told(agreement, AgreementJson) for agreement in findings.agreements],
        "events": [_told(event, EventJson) for event in findings.events],
        "quotes": [_told(quote, QuoteJson) for quote in findings.quotes],
        "review": [_told(item, ReviewJson) for item in findings.review],
        "summary_zh": record.summary_zh,
        "title_gloss": record.gloss or None,
        "archive": _told(record.archive, ArchiveJson) if record.archive is not None else None,
        "state": record.status.state.value,
        "until": record.status.until,
        "decisions": [_told(decision, DecisionJson) for decision in record.decisions],
    }


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the wire format."""
    schema = _ADAPTER.json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "Cooperation Atlas record"}


def check_json(data: object) -> RecordJson:
    """`data` if it is a record in the wire format; raises pydantic's ValidationError if it is not."""
    return _ADAPTER.validate_python(data, strict=True)


#: What the model calls otherwise than the wire format.
_CALLED: dict[Any, dict[str, str]] = {
    FigureJson: {"min": "low", "max": "high"},
    ProgrammeJson: {"id": "register_id", "finding": "id"},
}
_SHAPES: dict[Any, Any] = {Evidence: EvidenceJson, Naming: NamingJson, Scope: ScopeJson}
_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})
_Shape = TypeVar("_Shape")


def _told(item: object, shape: type[_Shape]) -> _Shape:
    """What `item` says under the keys of `shape`, a typed dictionary, in their order."""
    return cast("_Shape", {key: _plain(getattr(item, own)) for key, own in _keys(cast("Any", shape))})


@cache
def _keys(shape: Any) -> tuple[tuple[str, str], ...]:
    """The keys of a shape, each with what the model calls it."""
    called = _CALLED.get(shape, {})
    return tuple((key, called.get(key, key)) for key in shape.__annotations__)


def _plain(value: object) -> object:
    """A value of the model as JSON has it."""
    if type(value) in _AS_THEY_ARE:
        return value
    match value:
        case tuple():
            return [_plain(one) for one in value]
        case Evidence() | Naming() | Scope():
            return _told(value, _SHAPES[type(value)])
        case Enum():
            return value.value
    return value

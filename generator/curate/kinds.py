"""The kinds of findings that an editor may decide about: their fields, as the wire format names them, and their ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from ..edtf import EdtfText
from ..model import Agreement, Event, Evidence, Figure, Findings, Person, Place, Programme, Quote, Scope, Tag
from ..taxonomy.model import CountryCode, Slug

Finding = Place | Tag | Figure | Person | Programme | Agreement | Event | Quote
Text = Annotated[str, Field(min_length=1, max_length=2000)]


class Fields(BaseModel):
    """The fields of one kind of finding: what a decision gives is set, what it leaves out stays."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class PlaceFields(Fields):
    """Of a partner or a mention."""

    code: CountryCode = Field("", examples=["RS"])


class GroupFields(Fields):
    """Of a group."""

    id: Slug = Field("", examples=["asean"])


class ThemeFields(Fields):
    """Of a theme."""

    id: Slug = Field("", examples=["space"])


class ScopeFields(Fields):
    """Whom a figure is about."""

    countries: tuple[CountryCode, ...] = Field((), examples=["[RS]"])
    groups: tuple[Slug, ...] = Field((), examples=["[asean]"])


#: Beyond what anybody counts; infinity is none of them.
_MOST = 10**18
Number = Annotated[int, Field(ge=-_MOST, le=_MOST)] | Annotated[float, Field(ge=-_MOST, le=_MOST)]


class FigureFields(Fields):
    """Of a figure: `value`, or `min` and `max` of a range."""

    value: Number | None = Field(None, examples=["114"])
    min: Number | None = Field(None, examples=["50"])
    max: Number | None = Field(None, examples=["60"])
    unit: Text = Field("count", examples=["count"])
    what: Text = Field("", examples=["intergovernmental agreements"])
    qualifier: Literal["over", "nearly", "about", "at least", "up to", "less than"] | None = Field(
        None, examples=["over"]
    )
    as_of: EdtfText | None = Field(None, examples=["2022-11"])
    indicator: Slug | None = Field(None, examples=["agreements"])
    scope: ScopeFields = Field(ScopeFields(), examples=["{countries: [RS]}"])


class PersonFields(Fields):
    """Of a person."""

    name: Text = Field("", examples=["Jana Novak"])
    role: Text | None = Field(None, examples=["minister of science"])
    country: CountryCode | None = Field(None, examples=["CZ"])


class ProgrammeFields(Fields):
    """Of a programme."""

    name: Text = Field("", examples=["Two Rivers Telescope"])
    id: Slug | None = Field(None, examples=["svom"])


class AgreementFields(Fields):
    """Of an agreement."""

    parties: tuple[CountryCode | Slug, ...] = Field((), examples=["[CN, RS]"])
    kind: Text = Field("", examples=["memorandum"])
    date: EdtfText | None = Field(None, examples=["2024-05-08"])


class EventFields(Fields):
    """Of an event."""

    what: Text = Field("", examples=["The joint committee met."])
    place: Text | None = Field(None, examples=["Belgrade"])
    date: EdtfText | None = Field(None, examples=["2024-05-08"])


class QuoteFields(Fields):
    """Of a quotation."""

    speaker: Text | None = Field(None, examples=["Jana Novak"])
    text: Text = Field("", examples=["We will build it together."])


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding: where findings of it stand, what they are called by, and how one is made."""

    name: str
    slot: str  # in Findings, and the key in the wire format
    chief: str  # the field that a plain `was: value` speaks of
    fields: type[Fields]
    needed: tuple[tuple[str, ...], ...]  # what a new one must say: one field of each
    make: Callable[[str, tuple[Evidence, ...]], Finding]  # an empty one under an id
    printed: bool = True  # whether its chief field may be printed as it was: a source's own sentences may not


#: Where the wire format's name of a field is not that of the model.
_ATTRIBUTES = {"figure": {"min": "low", "max": "high"}, "programme": {"id": "register_id"}}


def _place(name: str, slot: str) -> Kind:
    return Kind(name, slot, "code", PlaceFields, (("code",),), lambda id_, pieces: Place(id_, "", 1.0, pieces))


def _tag(name: str, slot: str, fields: type[Fields]) -> Kind:
    return Kind(name, slot, "id", fields, (("id",),), lambda _, pieces: Tag("", 1.0, pieces))


def _figure(id_: str, pieces: tuple[Evidence, ...]) -> Figure:
    return Figure(id_, None, None, None, "count", "", None, None, None, Scope(), 1.0, pieces)


def _person(id_: str, pieces: tuple[Evidence, ...]) -> Person:
    return Person(id_, "", None, None, 1.0, pieces)


def _programme(id_: str, pieces: tuple[Evidence, ...]) -> Programme:
    return Programme(id_, "", None, 1.0, pieces)


def _agreement(id_: str, pieces: tuple[Evidence, ...]) -> Agreement:
    return Agreement(id_, (), "", None, 1.0, pieces)


def _event(id_: str, pieces: tuple[Evidence, ...]) -> Event:
    return Event(id_, "", None, None, 1.0, pieces)


def _quote(id_: str, pieces: tuple[Evidence, ...]) -> Quote:
    return Quote(id_, None, "", 1.0, pieces)


#: The fields of a figure of which it has the first, or the other two.
AMOUNT = ("value", "min", "max")
AMOUNT_RULE = "a figure has a value, or a min and a max that is not less"

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        _place("partner", "partners"),
        _place("mention", "mentions"),
        _tag("group", "groups", GroupFields),
        _tag("theme", "themes", ThemeFields),
        Kind("figure", "figures", "value", FigureFields, (AMOUNT, ("what",)), _figure),
        Kind("person", "people", "name", PersonFields, (("name",),), _person),
        Kind("programme", "programmes", "name", ProgrammeFields, (("name",),), _programme),
        Kind("agreement", "agreements", "kind", AgreementFields, (("parties",), ("kind",)), _agreement),
        Kind("event", "events", "what", EventFields, (("what",),), _event, printed=False),
        Kind("quote", "quotes", "text", QuoteFields, (("text",),), _quote, printed=False),
    )
}


def kind_of(id_: str) -> Kind | None:
    """The kind that the id of a finding names: `figure:114-agreements` is a figure's."""
    name, colon, rest = id_.partition(":")
    return KINDS.get(name) if colon and rest else None


def findings_of(kind: Kind, findings: Findings) -> tuple[Finding, ...]:
    """All findings of a kind."""
    found: tuple[Finding, ...] = getattr(findings, kind.slot)
    return found


def with_findings(kind: Kind, findings: Findings, found: Iterable[Finding]) -> Findings:
    """The findings with those of a kind replaced; of several with one id the first stays."""
    unique: dict[str, Finding] = {}
    for one in found:
        unique.setdefault(id_of(kind, one), one)
    return replace(findings, **{kind.slot: tuple(unique.values())})  # type: ignore[arg-type]


def has_amount(figure: Figure) -> bool:
    """Whether a figure has a value, or both ends of a range in their order."""
    if figure.low is None or figure.high is None:
        return figure.value is not None and figure.low is figure.high
    return figure.value is None and figure.low <= figure.high


def id_of(kind: Kind, finding: Finding) -> str:
    """The id by which decisions name a finding; a group or theme is `theme:` and its id."""
    return f"{kind.name}:{finding.id}" if isinstance(finding, Tag) else finding.id


def value_of(kind: Kind, finding: Finding, field: str) -> Any:
    """What a finding says in a field, as the wire format says it: lists for tuples, a mapping for a scope."""
    value = getattr(finding, _ATTRIBUTES.get(kind.name, {}).get(field, field))
    if isinstance(value, Scope):
        return {"countries": list(value.countries), "groups": list(value.groups)}
    return list(value) if isinstance(value, tuple) else value


def changed(kind: Kind, finding: Finding, fields: Fields) -> Finding:
    """The finding with the fields that are given; a place and a tag get the id that belongs to their new value."""
    values: dict[str, Any] = {name: getattr(fields, name) for name in fields.model_fields_set}
    if isinstance(values.get("scope"), ScopeFields):
        values["scope"] = Scope(values["scope"].countries, values["scope"].groups)
    if values.get("value") is not None:  # a figure has a value or a range
        values |= {"min": None, "max": None}
    elif values.get("min") is not None or values.get("max") is not None:
        values["value"] = None
    names = _ATTRIBUTES.get(kind.name, {})
    made: Finding = replace(finding, score=1.0, **{names.get(name, name): value for name, value in values.items()})
    if isinstance(made, Place):
        return replace(made, id=f"{kind.name}:{made.code}")
    return made

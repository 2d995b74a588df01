"""The entries of the taxonomy files, as an editor writes them. Field descriptions are the documentation."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Day = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Words = tuple[Annotated[str, Field(min_length=1)], ...]


class Entry(BaseModel):
    """Anything a taxonomy file lists: unknown fields are errors, values cannot change."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Labels(Entry):
    """What a thing is called on the site, in both languages."""

    en: str = Field(min_length=1, examples=["Space"])
    zh: str = Field(min_length=1, examples=["航天"])


class Terms(Entry):
    """Words and phrases in both languages. Matching is case-sensitive where a term has a capital, else it is not."""

    en: Words = Field((), examples=[["United Kingdom", "UK"]])
    zh: Words = Field((), examples=[["英国"]])


class CountryEntry(Entry):
    """A country or region of ISO 3166-1 (and XK). Its names come from CLDR; this adds what CLDR does not know."""

    code: CountryCode = Field(examples=["FR"])
    names: Labels | None = Field(
        None, description="the owner's names, instead of CLDR's", examples=[{"en": "France", "zh": "法国"}]
    )
    aliases: Terms = Field(
        Terms(), description="other names of the same place", examples=[{"en": ["U.K."], "zh": ["联合王国"]}]
    )
    demonyms: Terms = Field(
        Terms(), description="its people and its adjective", examples=[{"en": ["French"], "zh": []}]
    )
    short_zh: Words = Field(
        (), description="the character(s) that stand for it in pairs such as 中法", examples=[["法"]]
    )
    prefix: Words = Field((), description="combining forms, as in Sino-French", examples=[["Franco"]])
    capital: Terms = Field(
        Terms(), description="seat of government: a hint, and a metonym", examples=[{"en": ["Paris"], "zh": ["巴黎"]}]
    )
    cities: Terms = Field(
        Terms(), description="well-known cities: hints only", examples=[{"en": ["Lyon"], "zh": ["里昂"]}]
    )
    former: Terms = Field(
        Terms(), description="names of the past with this one successor", examples=[{"en": ["Upper Volta"], "zh": []}]
    )
    unlike: Terms = Field(
        Terms(),
        description="phrases that hold a name of it and mean something else",
        examples=[{"en": ["New Mexico"], "zh": ["印度洋"]}],
    )
    region: str = Field(pattern=r"^\d{3}$", description="UN M49 subregion", examples=["155"])
    part_of: CountryCode | None = Field(None, description="the country whose territory it is", examples=["US"])
    partner: bool = Field(True, description="false where nobody governs: a place of research, never a partner")


class Member(Entry):
    """A member of a group, with the time of its membership where it is not a founder or has left."""

    code: CountryCode = Field(examples=["BR"])
    since: Day | None = Field(None, examples=["2024-01-01"])
    until: Day | None = Field(None, examples=["2020-01-31"])

    @model_validator(mode="before")
    @classmethod
    def _bare_code(cls, value: Any) -> Any:
        """A bare code stands for a member without dates."""
        return {"code": value} if isinstance(value, str) else value


class GroupEntry(Entry):
    """A bloc, organisation, initiative or region: never its members."""

    id: Slug = Field(examples=["asean"])
    labels: Labels = Field(examples=[{"en": "ASEAN", "zh": "东盟"}])
    kind: Literal["bloc", "organisation", "initiative", "region"] = Field(examples=["bloc"])
    aliases: Terms = Field(
        Terms(),
        description="what it is called in articles",
        examples=[{"en": ["Association of Southeast Asian Nations"], "zh": ["东盟"]}],
    )
    demonyms: Terms = Field(
        Terms(), description="its people and its adjective", examples=[{"en": ["African"], "zh": []}]
    )
    short_zh: Words = Field((), description="the character that stands for it in pairs such as 中非", examples=[["非"]])
    unlike: Terms = Field(
        Terms(),
        description="phrases that hold a name of it and mean something else",
        examples=[{"en": ["South Africa"], "zh": ["南非"]}],
    )
    members: tuple[Member, ...] = Field((), examples=[["BR", {"code": "AE", "since": "2024-01-01"}]])


class ThemeTerms(Entry):
    """Weighted words of a theme: 3 makes the theme nearly alone, 1 only helps."""

    en: dict[str, float] = Field({}, examples=[{"satellite": 2}])
    zh: dict[str, float] = Field({}, examples=[{"卫星": 2}])


Kinds = tuple[()] | tuple[Words, Words]


class Together(Entry):
    """Two kinds of words that tell a theme where one of each stands in a sentence, close to the other."""

    weight: float = Field(2.2, gt=0, le=3, description="of the two together, as of a term", examples=[2.2])
    within: int = Field(
        48,
        ge=0,
        description="characters that may stand between them; an ideograph counts as three",
        examples=[48],
    )
    ordered: bool = Field(False, description="only where the second follows, in the same clause", examples=[True])
    en: Kinds = Field((), examples=[[["data", "results"], ["anyone", "download"]]])
    zh: Kinds = Field((), examples=[[["数据", "成果"], ["公开", "下载"]]])


class ThemeEntry(Entry):
    """A field of science, or a form of cooperation."""

    id: Slug = Field(examples=["space"])
    kind: Literal["field", "form"] = Field(examples=["field"])
    ford: str | None = Field(
        None, pattern=r"^\d(\.\d{1,2})?$", description="OECD FORD code of a field", examples=["1.3"]
    )
    labels: Labels = Field(examples=[{"en": "Space", "zh": "航天"}])
    definition: Labels = Field(
        description="what an editor files here", examples=[{"en": "Spacecraft ...", "zh": "航天器……"}]
    )
    terms: ThemeTerms = Field(examples=[{"en": {"satellite": 2}, "zh": {"卫星": 2}}])
    together: tuple[Together, ...] = Field(
        (),
        description="words that tell the theme only in company",
        examples=[[{"weight": 2.2, "en": [["data"], ["anyone", "download"]], "zh": [["数据"], ["公开"]]}]],
    )
    unlike: Terms = Field(
        Terms(),
        description="phrases that hold a term and mean something else",
        examples=[{"en": ["satellite town"], "zh": []}],
    )
    exact_match: tuple[str, ...] = Field(
        (),
        description="addresses of the same concept elsewhere (skos:exactMatch)",
        examples=[["https://www.wikidata.org/entity/Q180046"]],
    )
    close_match: tuple[str, ...] = Field(
        (),
        description="addresses of a similar concept (skos:closeMatch)",
        examples=[["https://www.wikidata.org/entity/Q5916"]],
    )


class Publish(StrEnum):
    """How much of a source's text the site may show."""

    FACTS = "facts"  # no sentence of it
    EXTRACT = "extract"  # short attributed extracts
    FULL = "full"  # whole articles: only where the licence allows it


class SourceEntry(Entry):
    """An outlet that articles come from."""

    id: Slug = Field(examples=["xinhua"])
    name: Labels = Field(examples=[{"en": "Xinhua News Agency", "zh": "新华社"}])
    aliases: Words = Field((), description="as it is printed, in any script", examples=[["XINHUA", "Xin Hua She"]])
    kind: Literal[
        "agency",
        "newspaper",
        "magazine",
        "journal",
        "broadcaster",
        "website",
        "ministry",
        "government",
        "international organisation",
        "university",
        "institution",
        "company",
        "own",
    ] = Field(examples=["agency"])
    country: CountryCode | None = Field(None, description="of its owner", examples=["CN"])
    state_media: bool = Field(False, description="owned or edited by a state", examples=[True])
    licence: str | None = Field(None, description="SPDX id or address of its licence", examples=["CC-BY-4.0"])
    publish: Publish = Field(Publish.EXTRACT, examples=["extract"])
    url: str | None = Field(None, pattern=r"^https?://", examples=["https://english.news.cn"])

    @property
    def of_state(self) -> bool:
        """Whether a state speaks here: media that one owns or edits, ministries and other parts of a government."""
        return self.state_media or self.kind in ("ministry", "government")


class ProgrammeEntry(Entry):
    """A programme, facility, mission, institution or initiative of cooperation that articles name."""

    id: Slug = Field(examples=["svom"])
    name: Labels = Field(examples=[{"en": "Space Variable Objects Monitor", "zh": "天基多波段空间变源监视器"}])
    aliases: Terms = Field(
        Terms(), description="what else it is called in articles", examples=[{"en": ["SVOM"], "zh": ["中法天文卫星"]}]
    )
    kind: Literal["programme", "facility", "mission", "institution", "agreement", "initiative", "forum"] = Field(
        examples=["mission"]
    )
    parties: tuple[CountryCode | Slug, ...] = Field(
        (), description="countries and groups that run it, where that is settled", examples=[["CN", "FR"]]
    )
    unlike: Terms = Field(
        Terms(),
        description="phrases that hold a name of it and mean something else",
        examples=[{"en": ["Nicolaus Copernicus"], "zh": ["哥白尼学说"]}],
    )


class Nature(StrEnum):
    """How an indicator moves, and so what a later figure can mean."""

    STOCK = "stock"  # what there is on a day; it may rise and fall
    CUMULATIVE = "cumulative"  # a running total since the beginning; it can only grow
    FLOW = "flow"  # what came about in a period


class IndicatorEntry(Entry):
    """A figure that recurs across articles, and makes a line over time."""

    id: Slug = Field(examples=["agreements"])
    labels: Labels = Field(examples=[{"en": "Agreements in force", "zh": "有效协定"}])
    definition: Labels = Field(
        description="what is counted, and what is not",
        examples=[{"en": "Agreements signed ...", "zh": "已签署的协定……"}],
    )
    unit: str = Field(
        min_length=1, description="count, person, percent, a measure, or money for any currency", examples=["count"]
    )
    nature: Nature = Field(Nature.STOCK, description="what a later figure can mean", examples=["stock"])
    terms: Terms = Field(
        Terms(),
        description="beginnings of words for what is counted; none: anything",
        examples=[{"en": ["agreement"], "zh": ["协定"]}],
    )
    context: Terms = Field(
        Terms(),
        description="words of which the sentence must hold one; none: any sentence",
        examples=[{"en": ["cooperat"], "zh": ["合作"]}],
    )


@dataclass(frozen=True, slots=True)
class Country:
    """A country or region: its names from CLDR or the owner, and its entry."""

    entry: CountryEntry
    en: str
    zh: str

    @property
    def code(self) -> str:
        """ISO 3166-1 alpha-2."""
        return self.entry.code

    @property
    def slug(self) -> str:
        """Its place in addresses: `fr`."""
        return self.entry.code.lower()


Group = GroupEntry
Theme = ThemeEntry
Source = SourceEntry


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Everything an editor tunes, by id, in the order of the files."""

    countries: dict[str, Country]
    groups: dict[str, Group]
    themes: dict[str, Theme]
    sources: dict[str, Source]
    programmes: dict[str, ProgrammeEntry] = field(default_factory=dict)
    indicators: dict[str, IndicatorEntry] = field(default_factory=dict)
    unlisted: Publish = Publish.EXTRACT  # of sources that are not in the file

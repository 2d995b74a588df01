"""A small invented corpus: a taxonomy, records of every kind, and the project that they belong to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.model import (
    Agreement,
    Article,
    DateBasis,
    Decision,
    Event,
    Evidence,
    Figure,
    Findings,
    Person,
    Place,
    Programme,
    Provenance,
    Quote,
    Record,
    ReviewItem,
    Scope,
    Tag,
)
from generator.settings import Project, Settings
from generator.taxonomy import Country, Group, Source, Taxonomy, Theme
from generator.taxonomy.model import CountryEntry


def taxonomy() -> Taxonomy:
    """Three countries, a group, two themes; sources of every publishing mode."""
    countries = [
        ("CN", "China", "中国", "030"),
        ("FR", "France", "法国", "155"),
        ("RS", "Serbia", "塞尔维亚", "039"),
        ("US", "United States", "美国", "021"),
    ]
    sources = [
        ("morning-wire", "Morning Wire", "晨讯社", "agency", "extract"),
        ("quiet-gazette", "Quiet Gazette", "静报", "newspaper", "facts"),
        ("open-lab", "Open Lab News", "开放实验室", "institution", "full"),
        ("cooperation-atlas", "Cooperation Atlas", "合作图集", "own", "full"),
    ]
    definition = {"en": "Everything about it.", "zh": "与此有关的一切。"}
    return Taxonomy(
        countries={
            code: Country(
                CountryEntry.model_validate({"code": code, "region": region, "demonyms": {"en": [f"{en}-ish"]}}), en, zh
            )
            for code, en, zh, region in countries
        },
        groups={
            "asean": Group.model_validate(
                {"id": "asean", "labels": {"en": "ASEAN", "zh": "东盟"}, "kind": "bloc", "aliases": {"zh": ["亚细安"]}}
            )
        },
        themes={
            id_: Theme.model_validate(
                {"id": id_, "kind": "field", "labels": {"en": en, "zh": zh}, "definition": definition, "terms": {}}
            )
            for id_, en, zh in (("space", "Space", "航天"), ("oceans-polar", "Oceans and polar regions", "海洋与极地"))
        },
        sources={
            id_: Source.model_validate(
                {
                    "id": id_,
                    "name": {"en": en, "zh": zh},
                    "kind": kind,
                    "publish": publish,
                    "country": "CN",
                    "url": f"https://{id_}.example",
                }
            )
            for id_, en, zh, kind, publish in sources
        },
    )


def evidence(body: str, exact: str) -> tuple[Evidence, ...]:
    """The piece of `body` that reads `exact`."""
    start = body.index(exact)
    return (Evidence("body", exact, start, start + len(exact)),)


def article(id_: str, **changes: object) -> Article:
    """An article with a title, a date and a source."""
    fields: dict[str, object] = {
        "doc": f"{id_}.txt",
        "item": 1,
        "id": id_,
        "title": f"Title of {id_}",
        "date": "2024-05-21",
        "date_basis": DateBasis.STATED,
        "source": "Morning Wire",
        "source_id": "morning-wire",
        "byline": None,
        "url": None,
        "body": "Nothing to see.",
    }
    return Article(**{**fields, **changes})  # type: ignore[arg-type]


def record(written: Article, relevant: bool = True, language: str = "en", **found: tuple[object, ...]) -> Record:
    """The record of an article."""
    findings = Findings(language, relevant, **found)  # type: ignore[arg-type]
    return Record(written, findings, "CN", "Reports something." if relevant else "Reports no cooperation of China.")


SENTENCE = "China and France will build a weather satellite together, the two agencies said on Tuesday."
BODY = (
    "The ministers met in the harbour town for two days and spoke about many things, from ships to schools.\n\n"
    f"{SENTENCE}\n\n"
    "They also agreed to look for whales in the southern seas, where nobody had counted them for a long time, and to "
    "share what they find with everybody who asks. The weather was fine and the music was loud, and in the evening all "
    "of them walked along the quay, past the old cranes and the new boats, and ate fish with lemon. On the second day "
    "they signed four papers, shook hands, and went home by the early train."
)
WHALES = "They also agreed to look for whales in the southern seas"
VILLAGE = "The mayor of a small place by the river wants to send two teachers abroad, to look at the stars."
ZH = "塞尔维亚和中国的科学家将在多瑙河边共建一座天文台。"


def details(body: str, exact: str, text: str) -> dict[str, Any]:
    """One finding of every kind but places and themes, all said by `exact`; `text` stands wherever words may."""
    said = evidence(body, exact)
    scope = Scope(("FR",))
    return {
        "figures": (
            Figure("f:1", 2500, None, None, "person", text, "over", "2024-05", None, scope, 0.9, said),
            Figure("f:2", None, 20, 30, "count", text, None, None, None, scope, 0.9, said),
            Figure("f:3", 61.5, None, None, "percent", text, "about", None, None, scope, 0.9, said),
            Figure("f:4", 10_000_000_000, None, None, "CNY", text, None, None, None, scope, 0.9, said),
            Figure("f:5", 3, None, None, "year", text, None, None, None, scope, 0.9, said),
        ),
        "people": (Person("p:1", f"Ada {text}", text, "FR", 0.9, said), Person("p:2", "Bo", None, None, 0.9, said)),
        "programmes": (Programme("pr:1", text, None, 0.9, said),),
        "agreements": (Agreement("a:1", ("CN", "FR", "asean"), "protocol", "2024-05-21", 0.9, said),),
        "events": (Event("e:1", text, text, "2024-05-20", 0.9, said),),
        "quotes": (Quote("q:1", text, text, 0.9, said), Quote("q:2", None, text, 0.9, said)),
    }


def records() -> list[Record]:
    """One record of every kind that pages treat differently."""
    satellite = record(
        article(
            "2024-05-21-weather-satellite-1a2b",
            title="A weather satellite for two",
            body=BODY,
            byline="Ada Quill",
            url="https://morning-wire.example/a?b=1&c=2",
        ),
        partners=(Place("partner:FR", "FR", 0.92, evidence(BODY, SENTENCE)),),
        mentions=(Place("mention:US", "US", 0.5),),
        groups=(Tag("asean", 0.7, evidence(BODY, SENTENCE)),),
        themes=(
            Tag("space", 0.9, evidence(BODY, SENTENCE), ("satellite",)),
            Tag("oceans-polar", 0.6, evidence(BODY, WHALES), ("whales", "seas")),
        ),
        review=(ReviewItem("weak-theme", "Only two words speak for the theme."),),
        **details(BODY, SENTENCE, "The agencies"),
    )
    inferred = record(
        article(
            "2022-11-28-天文台-3c4d",
            title="中塞共建天文台",
            date="2022-11-28?",
            date_basis=DateBasis.INFERRED,
            body=f"{ZH}\n\n{'他们谈了很久。' * 30}",
            source="静报",
            source_id="quiet-gazette",
        ),
        language="zh",
        partners=(Place("partner:RS", "RS", 0.8, evidence(ZH, ZH)), Place("partner:FR", "FR", 0.6)),
        themes=(Tag("space", 0.8, evidence(ZH, ZH), ("天文台",)),),
    )
    digest = record(
        article(
            "2023-digest-5e6f",
            title=None,
            date="2023",
            body=SENTENCE,
            source=None,
            source_id=None,
            digest_of=Provenance("The Far Courier", "2023-02", "A sky for all", "https://far.example/1"),
        ),
        partners=(Place("partner:FR", "FR", 0.7, evidence(SENTENCE, SENTENCE)),),
    )
    decided = Record(
        article("undated-7a8b", date=None, date_basis=None, source="Village Post", source_id=None, body=VILLAGE),
        Findings("en", True, partners=(Place("partner:FR", "FR", 1.0),)),
        "CN",
        "Reports cooperation of China with France.",
        (Decision("partners", "US", "Mina Okafor", "2024-06-01", "The article is about France."),),
    )
    aside = record(
        article("XXXX-11-28-aside-9c0d", title="A storm at sea", date="XXXX-11-28", date_basis=None),
        relevant=False,
        mentions=(Place("mention:FR", "FR", 0.4),),
    )
    return [satellite, inferred, digest, decided, aside]


def project(root: Path, home: str | None = "CN") -> Project:
    """A project without templates of its own."""
    return Project(root, Settings(home=home))

"""The summary says in our own words what the findings say."""

from __future__ import annotations

import pytest

from generator.curate.summary import summarise
from generator.model import Article, Findings, Place, Tag
from generator.taxonomy import Country, Group, Taxonomy, Theme
from generator.taxonomy.model import CountryEntry

NAMES = {
    "CN": "China",
    "FR": "France",
    "RS": "Serbia",
    "HU": "Hungary",
    "US": "United States",
    "NL": "Netherlands",
    "DE": "Germany",
    "IT": "Italy",
    "ES": "Spain",
}
LABELS = {
    "space": "Space",
    "astronomy": "Astronomy",
    "talent-exchange": "Talent exchange",
    "it": "IT and chips",
}
TAXONOMY = Taxonomy(
    countries={code: Country(CountryEntry(code=code, region="150"), en, code) for code, en in NAMES.items()},
    groups={
        id_: Group.model_validate({"id": id_, "kind": "bloc", "labels": {"en": en, "zh": en}})
        for id_, en in (("asean", "ASEAN"), ("african-union", "African Union"))
    },
    themes={
        id_: Theme.model_validate(
            {
                "id": id_,
                "kind": "field",
                "labels": {"en": en, "zh": en},
                "definition": {"en": en, "zh": en},
                "terms": {},
            }
        )
        for id_, en in LABELS.items()
    },
    sources={},
)
ARTICLE = Article("a.txt", 1, "a", "A title", None, None, None, None, None, None, "Secret words of the source.")


def findings(partners: str, groups: str, themes: str, relevant: bool = True) -> Findings:
    return Findings(
        "en",
        relevant,
        partners=tuple(Place(f"partner:{code}", code, 1.0) for code in partners.split()),
        groups=tuple(Tag(id_, 1.0) for id_ in groups.split()),
        themes=tuple(Tag(id_, 1.0) for id_ in themes.split()),
    )


@pytest.mark.parametrize(
    ("home", "partners", "groups", "themes", "summary"),
    [
        (
            *("CN", "FR RS HU", "", "space astronomy talent-exchange"),
            "Reports cooperation of China with France, Serbia and Hungary on space, astronomy and talent exchange.",
        ),
        ("CN", "FR", "asean", "", "Reports cooperation of China with France and ASEAN."),
        ("CN", "", "african-union", "space", "Reports cooperation of China with the African Union on space."),
        ("CN", "", "", "space", "Reports international cooperation of China on space."),
        ("CN", "", "", "", "Reports international cooperation of China."),
        ("US", "NL", "", "it", "Reports cooperation of the United States with the Netherlands on IT and chips."),
        ("CN", "FR", "", "space it", "Reports cooperation of China with France on space, and IT and chips."),
        (None, "FR RS", "", "space", "Reports cooperation between France and Serbia on space."),
        (None, "FR", "", "", "Reports cooperation involving France."),
        (None, "", "", "", "Reports international cooperation."),
        (
            *("CN", "FR RS HU US NL DE IT ES", "", ""),
            "Reports cooperation of China with France, Serbia, Hungary, the United States, the Netherlands and 3 more.",
        ),
        ("CN", "ZZ", "unheard-of", "new", "Reports cooperation of China with ZZ and unheard-of on new."),
    ],
)
def test_what_an_article_reports(home: str | None, partners: str, groups: str, themes: str, summary: str) -> None:
    assert summarise(ARTICLE, findings(partners, groups, themes), home, TAXONOMY) == summary


@pytest.mark.parametrize(
    ("home", "summary"), [("CN", "Reports no cooperation of China."), (None, "Reports no cooperation.")]
)
def test_an_article_that_reports_no_cooperation(home: str | None, summary: str) -> None:
    assert summarise(ARTICLE, findings("FR", "asean", "space", relevant=False), home, TAXONOMY) == summary

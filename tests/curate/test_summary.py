"""The summary says in our own words what the findings say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.curate.summary import summarise, summarise_zh
from generator.model import Evidence, Figure, Findings, Place, Scope, Tag
from generator.taxonomy import Country, Group, Taxonomy, Theme
from generator.taxonomy.model import CountryEntry, IndicatorEntry

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
    assert summarise(findings(partners, groups, themes), home, TAXONOMY) == summary


@pytest.mark.parametrize(
    ("home", "summary"), [("CN", "Reports no cooperation of China."), (None, "Reports no cooperation.")]
)
def test_an_article_that_reports_no_cooperation(home: str | None, summary: str) -> None:
    assert summarise(findings("FR", "asean", "space", relevant=False), home, TAXONOMY) == summary


def figure(value: float, what: str, unit: str = "count", indicator: str | None = None, score: float = 0.9) -> Figure:
    return Figure(f"figure:{value}", value, None, None, unit, what, "over", None, indicator, Scope(), score)


INDICATORS = replace(
    TAXONOMY,
    indicators={
        "agreements": IndicatorEntry.model_validate(
            {
                "id": "agreements",
                "labels": {"en": "Agreements", "zh": "合作协议"},
                "definition": {"en": "Signed.", "zh": "已签。"},
                "unit": "count",
                "terms": {"en": ["agreements"], "zh": ["协议"]},
            }
        )
    },
)


def test_the_two_most_telling_figures_are_named() -> None:
    figures = (
        figure(50, "duration", unit="year"),
        figure(1_500_000, "total budget", unit="EUR"),
        figure(12, "young scientists", unit="person"),
        figure(114, "signed papers", indicator="agreements", score=0.5),
    )
    found = replace(findings("FR", "", ""), figures=figures)
    assert summarise(found, "CN", INDICATORS) == (
        "Reports cooperation of China with France. It names over 114 agreements and over 12 young scientists."
    )


def test_what_is_said_in_the_other_language_only_is_left_out() -> None:
    found = replace(findings("FR", "", ""), figures=(figure(12, "young scientists", unit="person"),))
    assert summarise_zh(found, "CN", INDICATORS) == "报道CN与FR的合作。"
    indicator = replace(found, figures=(figure(114, "papers", indicator="agreements"),))
    assert summarise_zh(indicator, "CN", INDICATORS) == "报道CN与FR的合作。文中数据：合作协议逾114。"


@pytest.mark.parametrize(
    ("home", "partners", "themes", "relevant", "summary"),
    [
        ("CN", "FR RS", "space it", True, "报道CN与FR、RS在Space、IT and chips方面的合作。"),
        ("CN", "", "space", True, "报道CN在Space方面的国际合作。"),
        (None, "FR RS", "", True, "报道FR、RS的合作。"),
        ("CN", "FR RS HU US NL DE IT", "", True, "报道CN与FR、RS、HU、US、NL、DE等7方的合作。"),
        ("CN", "FR", "", False, "未报道CN的合作。"),
        (None, "", "", False, "未报道合作。"),
    ],
)
def test_the_chinese_summary(home: str | None, partners: str, themes: str, relevant: bool, summary: str) -> None:
    assert summarise_zh(findings(partners, "", themes, relevant), home, TAXONOMY) == summary


def test_money_and_measure_words_are_said_as_people_say_them() -> None:
    """Millions are words in English; in Chinese a number takes the measure word of its sentence."""
    budget = figure(3_600_000, "total budget", unit="EUR")
    assert summarise(replace(findings("FR", "", ""), figures=(budget,)), "CN", INDICATORS).endswith(
        "It names over 3.6 million EUR."
    )
    sentence = "两国合作开发了14种切割头，签了合作书2。"
    quote = (Evidence("body", sentence, 0, len(sentence)),)
    heads = replace(figure(14, "切割头"), qualifier=None, evidence=quote)
    papers = replace(figure(2, "签了合作书"), qualifier=None, evidence=quote)
    found = replace(findings("FR", "", ""), language="zh", figures=(heads, papers))
    assert summarise_zh(found, "CN", INDICATORS) == "报道CN与FR的合作。文中数据：14种切割头。"
    yuan = replace(budget, unit="CNY", qualifier=None, evidence=quote)
    assert "360万元人民币" in summarise_zh(replace(found, figures=(yuan,)), "CN", INDICATORS)


def test_a_round_word_stays_round() -> None:
    """Who wrote hundreds counted nothing; other ranges keep their ends."""
    hundreds = replace(figure(1, "projects"), value=None, low=200, high=999, qualifier=None)
    assert summarise(replace(findings("FR", "", ""), figures=(hundreds,)), None, TAXONOMY).endswith(
        "It names hundreds of projects."
    )
    between = replace(hundreds, low=200, high=300)
    assert "200 to 300 projects" in summarise(replace(findings("FR", "", ""), figures=(between,)), None, TAXONOMY)


def test_a_figure_that_names_nothing_is_not_told() -> None:
    """Over 30 others is not told."""
    told = replace(findings("FR", "", ""), figures=(figure(30, "others"),))
    assert "It names" not in summarise(told, None, TAXONOMY)

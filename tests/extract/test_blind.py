"""Articles that were labelled before any rule saw them, and sentences that tempt a rule to file too much."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract import Lexicon, extract
from generator.model import Article, Findings

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "fresh_cases.yml").read_text(encoding="utf-8"))
DISTRACTORS: dict[str, list[tuple[str, str]]] = yaml.safe_load((HERE / "distractors.yml").read_text(encoding="utf-8"))
OPENINGS = {
    "en": "{home} and Serbia opened a joint laboratory in Belgrade on Monday. ",
    "zh": "{home}与塞尔维亚共建的联合实验室周一在贝尔格莱德揭牌。",
}
HOMES = {"CN": ("China", "中国"), "DE": ("Germany", "德国"), "RU": ("Russia", "俄罗斯"), "BR": ("Brazil", "巴西")}

#: F1 of partners and of themes, share of right relevance: what was reached after tuning. At first sight of the cases
#: they were .53, .57 and .65; none of 46 may be filed under a country that is a mere mention.
RATCHET = (0.98, 0.95, 1.0)


def findings(case: dict[str, Any], lexicon: Lexicon) -> Findings:
    """What is found in a case."""
    article = Article("a.txt", 1, case["id"], case["title"], None, None, None, None, None, None, case["body"].strip())
    return extract(article, lexicon, case["home"], ())


def add(tally: Counter[str], got: set[str], want: set[str], either: set[str]) -> None:
    """Adds a comparison to the tally."""
    got, want = got - either, want - either
    tally.update(right=len(got & want), extra=len(got - want), missing=len(want - got))


def f1(tally: Counter[str]) -> float:
    """The F1 of a tally of right, extra and missing."""
    return 2 * tally["right"] / max(1, 2 * tally["right"] + tally["extra"] + tally["missing"])


def test_scores_on_articles_labelled_before_tuning_do_not_fall(lexicon: Lexicon) -> None:
    """Partners, themes and relevance stay at least where they are, and no mere mention is filed."""
    partners, themes = Counter[str](), Counter[str]()
    right, wrongly = [], []
    for case in CASES:
        found = findings(case, lexicon)
        filed = {place.code for place in found.partners}
        add(partners, filed, set(case.get("partners", ())), {*case.get("either", ()), case["home"] or ""})
        right.append(found.relevant is case.get("relevant", True))
        if found.relevant and right[-1]:
            tags = {tag.id for tag in found.themes}
            add(themes, tags, set(case.get("themes", ())), set(case.get("either_themes", ())))
        if filed & set(case.get("mentions", ())):
            wrongly.append(case["id"])
    assert wrongly == []
    scores = (f1(partners), f1(themes), sum(right) / len(right))
    assert all(score >= least for score, least in zip(scores, RATCHET, strict=True)), scores


@pytest.mark.parametrize("home", HOMES)
@pytest.mark.parametrize("language", OPENINGS)
def test_bystanders_are_not_filed_beside_a_partner(home: str, language: str, lexicon: Lexicon, read: Any) -> None:
    """Losers of a tender, sources of a product, other people's agreements: they are mentions."""
    name = HOMES[home][language == "zh"]
    wrong = []
    for code, sentence in DISTRACTORS[language]:
        told = sentence.replace("China" if language == "en" else "中国", name)
        found = read(OPENINGS[language].format(home=name) + told, home=home)
        if code != home and {place.code for place in found.partners} != {"RS"}:
            wrong.append((code, told, [place.code for place in found.partners]))
    assert wrong == []


@pytest.mark.parametrize(
    ("home", "name", "adjective"),
    [("DE", "Germany", "German"), ("RU", "Russia", "Russian"), ("JP", "Japan", "Japanese")],
)
def test_bystanders_are_not_filed_beside_the_home(home: str, name: str, adjective: str, read: Any) -> None:
    """Neither are those that stand in one sentence with the home: rivals, customers, places passed through."""
    wrong = []
    for code, sentence in DISTRACTORS["beside_home"]:
        told = sentence.format(h=name, H=name, a=adjective)
        found = read(OPENINGS["en"].format(home=name) + "It has room for thirty people. " + told, home=home)
        if {place.code for place in found.partners} != {"RS"}:
            wrong.append((code, told, [place.code for place in found.partners]))
    assert wrong == []


def test_halves_of_characters_hide_nothing(read: Any) -> None:
    """A lone surrogate, as broken files hold them, is no error, and offsets stay."""
    body = "A \ud83d box. China and Serbia signed an agreement \udc00 on science."
    (partner,) = read(body).partners
    assert partner.code == "RS"
    assert all(body[item.start : item.end] == item.exact for item in partner.evidence if item.field == "body")


def test_a_dateline_is_no_party(read: Any) -> None:
    """An agency's office does not make its country a party of what others do."""
    found = read("WASHINGTON — Canada and Mexico signed an agreement on butterflies on Tuesday.", home="US")
    assert not found.relevant


def test_the_language_is_a_primary_subtag(read: Any) -> None:
    """zh-CN is zh; a page in two languages has that of its title."""
    assert read("China and Serbia.", language="zh-CN").language == "zh"
    both = "中国与北马其顿天文学家共测小行星。 Chinese and Macedonian astronomers track asteroids together."
    assert read(both, title="共测小行星").language == "zh"
    assert read(both, title="Tracking asteroids together").language == "en"


@pytest.mark.parametrize(
    ("body", "home", "codes"),
    [
        (
            "Our three Governments, those of Fiji, Samoa and Tonga, met in 1975 to plan it.",
            None,
            "FJ TO WS",
        ),
        ("The Fresno lab, Peru and Bolivia team up against rust.", "US", "BO PE"),
        ("I thank the Government of Norway, which has given the instruments.", "FJ", "NO"),
        (
            "文莱、巴林和卡塔尔都缺少淡水。文莱基金将拨款十万，巴林出资二十万元，卡塔尔承办首届。",
            None,
            "BH BN QA",
        ),
        ("Nor is this the first agreement between Serbia and China.", "CN", "RS"),
    ],
)
def test_partners_that_a_stricter_reading_would_lose(body: str, home: str | None, codes: str, read: Any) -> None:
    """Founders who speak of "our governments", fellows of an unnamed country, donors who are thanked."""
    assert {place.code for place in read(body, home=home).partners} == set(codes.split())

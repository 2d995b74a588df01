"""Signs say how likely a country is a partner, where the rules of sentences are at a loss or mistaken."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract import Lexicon, extract
from generator.model import Article, Findings

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "traps_cases.yml").read_text(encoding="utf-8"))

#: Of 60 articles labelled before any sign was weighed: F1 of partners, shares of articles under no wrong country and of
#: right relevance. By rules alone they were .79, .88 and .88.
RATCHET = (0.85, 0.95, 0.93)


def findings(case: dict[str, Any], lexicon: Lexicon) -> Findings:
    """What is found in a case."""
    article = Article("a.txt", 1, case["id"], case["title"], None, None, None, None, None, None, case["body"].strip())
    return extract(article, lexicon, case["home"], ("HK", "MO"))


def test_traps_that_no_sign_was_fitted_to_are_filed_no_worse(lexicon: Lexicon) -> None:
    """Rivals, origins, houses of meetings, namesakes and the deals of others, in both languages, from nine homes."""
    tally = Counter[str]()
    clean = relevant = 0
    for case in CASES:
        found = findings(case, lexicon)
        either = set(case.get("either", ()))
        got = {place.code for place in found.partners} - either
        want = set(case["partners"]) - either
        tally.update(right=len(got & want), wrong=len(got ^ want))
        clean += got <= want
        relevant += found.relevant is case.get("relevant", True)
    f1 = 2 * tally["right"] / (2 * tally["right"] + tally["wrong"])
    scores = (f1, clean / len(CASES), relevant / len(CASES))
    assert all(score >= least for score, least in zip(scores, RATCHET, strict=True)), scores


def test_every_score_of_a_partner_is_a_chance_with_evidence(lexicon: Lexicon) -> None:
    for case in CASES:
        for place in findings(case, lexicon).partners:
            assert 0 < place.score <= 1
            assert place.evidence


@pytest.mark.parametrize(
    ("sure", "doubtful"),
    [
        (
            "China and Serbia signed an agreement on soil. The two academies will share the samples.",
            "China's academy opened a soil laboratory. A Serbian company had signed for the market and the price.",
        ),
        ("中国与塞尔维亚签署土壤科学合作协议，双方共享样品。", "中国土壤实验室启用。塞尔维亚企业的设备太贵，没有买。"),
    ],
)
def test_a_plain_report_scores_above_a_deal_in_goods(sure: str, doubtful: str, read: Any) -> None:
    scores = [
        next((place.score for place in read(text).partners if place.code == "RS"), 0.0) for text in (sure, doubtful)
    ]
    assert scores[0] > 0.8 > scores[1]

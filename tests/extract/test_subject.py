"""Whose cooperation an article is about: that of others, or none at all, is not filed under whom it names."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract import Lexicon, extract
from generator.model import Article

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("subject_cases.yml").read_text(encoding="utf-8"))
#: F1 of partners and share of right relevance, by whether the case was set aside; at first sight .70, .75 and .56, .75.
RATCHET = {False: (0.80, 0.85), True: (0.64, 0.85)}


@pytest.mark.parametrize("aside", [False, True])
def test_an_article_is_filed_for_its_subject(aside: bool, lexicon: Lexicon) -> None:
    """Partners and relevance stay where they are."""
    tally, right = Counter[str](), []
    cases = [case for case in CASES if (int(case["id"][1:]) % 2 == 0) is aside]
    for case in cases:
        article = Article("a.txt", 1, case["id"], case["title"], None, None, None, None, None, None, case["body"])
        found = extract(article, lexicon, case["home"], ())
        filed, wanted = {place.code for place in found.partners}, set(case.get("partners", ()))
        tally.update(right=len(filed & wanted), wrong=len(filed ^ wanted))
        right.append(found.relevant is case.get("relevant", True))
    scores = (2 * tally["right"] / (2 * tally["right"] + tally["wrong"]), sum(right) / len(right))
    assert all(score >= least for score, least in zip(scores, RATCHET[aside], strict=True)), scores

"""Cooperation that is told without a word for it: who ships, hosts, learns, pays and counts with whom."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract import Lexicon, extract
from generator.model import Article, Findings

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "plain_cases.yml").read_text(encoding="utf-8"))

#: F1 of partners and of themes, share of right relevance, by whether the cases were looked at while tuning. At first
#: sight they were .76, .61, .79 and .89, .81, .80.
RATCHET = {False: (0.93, 0.88, 0.91), True: (0.94, 0.92, 0.90)}


def findings(case: dict[str, Any], lexicon: Lexicon) -> Findings:
    """What is found in a case."""
    article = Article("a.txt", 1, case["id"], case["title"], None, None, None, None, None, None, case["body"].strip())
    return extract(article, lexicon, case["home"], ())


def f1(pairs: list[tuple[set[str], set[str]]]) -> float:
    """The F1 of sets found and wanted."""
    tally = Counter[str]()
    for got, want in pairs:
        tally.update(right=len(got & want), wrong=len(got ^ want))
    return 2 * tally["right"] / (2 * tally["right"] + tally["wrong"])


@pytest.mark.parametrize("unseen", [False, True])
def test_cooperation_is_found_without_its_words(unseen: bool, lexicon: Lexicon) -> None:
    """Partners, themes and relevance stay where they are, and nobody who is merely named is filed."""
    partners, themes, right, wrongly = [], [], [], []
    cases = [case for case in CASES if ("-b-" in case["id"]) is unseen]
    for case in cases:
        found = findings(case, lexicon)
        either = {*case.get("either", ()), case["home"]}
        filed = {place.code for place in found.partners}
        partners.append((filed - either, set(case.get("partners", ())) - either))
        right.append(found.relevant is case.get("relevant", True))
        if filed & set(case.get("mentions", ())):
            wrongly.append(case["id"])
        if found.relevant and case.get("relevant", True):
            doubtful = set(case.get("either_themes", ()))
            themes.append(({tag.id for tag in found.themes} - doubtful, set(case["themes"]) - doubtful))
    assert wrongly == []
    scores = (f1(partners), f1(themes), sum(right) / len(right))
    assert all(score >= least for score, least in zip(scores, RATCHET[unseen], strict=True)), scores

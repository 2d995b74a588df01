"""An article is filed under the groups that act in it, not under those that it names as a place, a club or a house."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract import Lexicon, extract
from generator.model import Article

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("groups_cases.yml").read_text(encoding="utf-8"))
OPENINGS = {
    True: "{home} and {partner} opened a joint soil laboratory on Monday under an agreement for six years. ",
    False: "{home}和{partner}共建的一座土壤实验室周一启用，双方签署了六年协议。",
}
SIDES = {
    "CL": {True: {"home": "Chile", "partner": "Finland"}, False: {"home": "智利", "partner": "芬兰"}},
    "DE": {True: {"home": "Germany", "partner": "Mongolia"}, False: {"home": "德国", "partner": "蒙古国"}},
}


def filed(text: str, home: str, lexicon: Lexicon) -> dict[str, float]:
    """The groups under which an article that goes on with `text` is filed, with their scores."""
    english = text[0].isascii() and "，" not in text and "。" not in text
    body = (OPENINGS[english] + text).format(**SIDES[home][english])
    article = Article("a.txt", 1, "a", None, None, None, None, None, None, None, body)
    return {tag.id: tag.score for tag in extract(article, lexicon, home, ()).groups}


@pytest.mark.parametrize("home", SIDES)
@pytest.mark.parametrize("case", CASES, ids=[case["text"][:48] for case in CASES])
def test_groups_are_filed_that_act(case: dict[str, Any], home: str, lexicon: Lexicon) -> None:
    """Whoever the home is; a score is a chance above a half."""
    groups = filed(case["text"], home, lexicon)
    assert sorted(groups) == case["groups"]
    assert all(0.5 <= score <= 1 for score in groups.values())

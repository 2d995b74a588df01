"""The one-character names of Chinese are read where they stand for parties, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract import Lexicon
from generator.extract.lexicon import Kind, is_country
from generator.extract.places import Spot, find_places
from generator.model import Article
from generator.taxonomy import Taxonomy

CASES = yaml.safe_load(Path(__file__).with_name("short_forms_cases.yml").read_text(encoding="utf-8"))
NAMES = (
    "法国、英国、德国、美国、日本、印度、新加坡、加拿大、以色列、巴西、韩国、越南、意大利、老挝、南非、澳大利亚、土耳其"
)


def spots(body: str, lexicon: Lexicon, home: str | None = "CN") -> tuple[Spot, ...]:
    """The places named in a body."""
    article = Article("a.txt", 1, "a", "T", None, None, None, None, None, None, body)
    return find_places(article, lexicon.filing, home).body


@pytest.mark.parametrize("phrase", CASES["no_pairs"])
def test_parts_of_other_words_are_no_parties(phrase: str, lexicon: Lexicon) -> None:
    """Nothing is read inside the phrase, although the article names the countries."""
    head = "报道说，"
    body = f"{head}{phrase}引人注目。来宾来自{NAMES}。"
    inside = [spot for spot in spots(body, lexicon) if spot.start < len(head + phrase)]
    assert [spot for spot in inside if spot.kind is Kind.SHORT or (is_country(spot.party) and not spot.hint)] == []


@pytest.mark.parametrize(("phrase", "codes"), CASES["pairs"])
def test_pairs_are_read_without_any_full_name(phrase: str, codes: str | None, lexicon: Lexicon) -> None:
    """A pair with a plain or likeliest reading is read from what follows it alone."""
    found = {spot.party for spot in spots(f"消息说，{phrase}签署协议。", lexicon)}
    assert {party for party in found if is_country(party)} - {"CN"} == set((codes or "").split())


def test_every_short_form_is_read_beside_the_full_name(taxonomy: Taxonomy, read: Any) -> None:
    """A full name in the article tells which country a character means, for a home other than China, too."""
    for country in taxonomy.countries.values():
        for short in country.entry.short_zh if country.code not in ("KR", "CN") else ():
            body = f"韩{short}联合实验室日前揭牌，{country.zh}一所大学参与建设，韩{short}两国签署合作协议。"
            assert [place.code for place in read(body, home="KR").partners] == [country.code], short


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("中巴联合中心启用，巴方主任来自伊斯兰堡。", "PK"),
        ("中巴联合中心启用，巴方主任来自圣保罗。", "BR"),
        ("中新联合中心启用，设在惠灵顿。", "NZ"),
        ("中马联合考察结束，考察队抵达吉隆坡。", "MY"),
        ("中马联合考察结束，马达加斯加专家参加。", "MG"),
    ],
)
def test_a_city_tells_which_country_a_pair_means(body: str, code: str, lexicon: Lexicon) -> None:
    """Capitals and cities are evidence enough."""
    assert {spot.party for spot in spots(body, lexicon) if not spot.hint} >= {"CN", code}

"""Whose country "our country" is, what long ago is, and what the two countries of a story do without the home."""

from __future__ import annotations

from typing import Any

import pytest


def partners(found: Any) -> list[str]:
    """The codes of the partners."""
    return sorted(place.code for place in found.partners)


@pytest.mark.parametrize(("home", "others"), [("SG", ["CL"]), ("MY", ["CL"]), ("CN", ["CL"]), ("KE", ["CL"])])
def test_our_country_is_the_home(home: str, others: list[str], read: Any) -> None:
    """我国 files nobody else than the partner, whatever the home."""
    found = read("我国与智利昨天签署协议，联合研制渔船。两国各造八艘。", title="渔船协议", home=home)
    assert partners(found) == others
    assert home == "CN" or "CN" not in {place.code for place in found.mentions}


@pytest.mark.parametrize(
    ("home", "named"),
    [("RU", []), ("AU", []), ("US", [])],
)
def test_soviet_needs_another_name(home: str, named: list[str], read: Any) -> None:
    """An adjective of a state that is no more names nobody by itself."""
    found = read("The hospital in Broome and Chile share a Soviet echo sounder.", home=home)
    assert [place.code for place in (*found.partners, *found.mentions) if place.code == "RU"] == named


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("美国与厄瓜多尔签署协议，在加拉巴哥合建网站。巴拿马和哥斯达黎加没有参加。", ["EC"]),
        ("厄瓜多尔的加拉巴哥海洋中心与智利合作。巴拿马和哥斯达黎加没有参加。", []),
    ],
)
def test_a_foreign_name_by_sound_holds_no_pair(body: str, wanted: list[str], read: Any) -> None:
    """巴哥 in 加拉巴哥 is no pair of Panama and Costa Rica."""
    assert partners(read(body, title="网站", home="US")) == wanted


@pytest.mark.parametrize(
    ("home", "title", "body"),
    [
        (
            "CN",
            "秘鲁借船给智利数鳕鱼",
            "今年夏天，秘鲁的两艘船将在智利外海数鳕鱼。两国科学家将随船出海。中国自己数鳕鱼。",
        ),
        ("CN", "秘鲁议会：设备老化", "秘鲁议会的一个委员会周五发布报告说，该国设备有六成超过设计寿命。报告建议拨款。"),
        (
            "DE",
            "Ferry sinks off Peru",
            "A ferry sank off Peru. Divers saved 40 people. The ferry was built in Germany.",
        ),
        (
            "KE",
            "Peruvian students develop cheap hearing aid",
            "Students in Lima have developed a hearing aid. They tested it with 200 volunteers and plan to launch it "
            "next year. A professor in Kenya praised the idea.",
        ),
        (
            "US",
            "Joint clinic for Peru and Chile",
            "A clinic that Peru and Chile run together treats patients from both sides. It was opened in May. An "
            "adviser from the United States called it a model.",
        ),
    ],
)
def test_news_of_others_file_nobody(home: str, title: str, body: str, read: Any) -> None:
    """What one country does for itself, or two do with each other, is no cooperation of the home."""
    found = read(body, title=title, home=home)
    assert (found.relevant, partners(found)) == (False, [])


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("In 1987 Peru had signed such an agreement.", ["CL"]),
        ("Last week Peru signed such an agreement.", ["CL", "PE"]),
    ],
)
def test_what_was_done_long_before_the_article_is_history(sentence: str, wanted: list[str], read: Any) -> None:
    """A clause whose year lies decades before that of the article files nobody."""
    assert partners(read(f"Our academy and Chile signed a protocol. {sentence} It costs little.")) == wanted

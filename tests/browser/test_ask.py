"""The page on which one can ask: it understands as generator/ask/ does, answers with facts, and works by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "ask" / "cases.yml").read_text(encoding="utf-8")
)


def test_the_browser_understands_every_question_as_the_terminal_does(visit: Visit, home: str) -> None:
    page = visit(home + "ask/")
    understood = page.evaluate(
        """async ([base, questions]) => {
          const { lexiconOf, understand } = await import(base + "assets/ask.js");
          const data = await (await fetch(base + "data/ask.json")).json();
          const lexicon = lexiconOf(data);
          return questions.map((question) => understand(question, lexicon));
        }""",
        [home, [case["ask"] for case in CASES]],
    )
    for case, question in zip(CASES, understood, strict=True):
        assert len(question["conditions"]) == len(case["means"]), case["ask"]
        for wanted, found in zip(case["means"], question["conditions"], strict=True):
            assert set(wanted) <= set(found), case["ask"]
        assert ["".join(word) for word in question["words"]] == case.get("words", []), case["ask"]
        assert (question["since"], question["until"]) == (case.get("since"), case.get("until")), case["ask"]


@pytest.mark.parametrize("question", ["塞尔维亚 格局", "塞爾維亞 構建開放的新格局"])
def test_traditional_characters_ask_for_the_same_facts(visit: Visit, home: str, question: str) -> None:
    """Words of facts are found however the question writes them."""
    page = visit(f"{home}ask/?question={question}")
    fact = page.locator("#atlas-ask-answer").get_by_role("link").first
    expect(fact).to_be_visible()
    fact.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("中塞两国共建实验室推动科技合作新格局")


def test_a_question_is_asked_by_keyboard_and_stands_in_the_address(visit: Visit, home: str) -> None:
    page = visit(home + "ask/")
    page.get_by_label("Your question").fill("laboratories with Wakanda")
    page.keyboard.press("Enter")
    expect(page.locator("#atlas-ask-answer")).to_contain_text("No evidence")
    assert page.url.endswith("ask/?question=laboratories%20with%20Wakanda")


def test_an_address_with_a_question_is_answered_with_links_to_articles(visit: Visit, home: str) -> None:
    page = visit(home + "ask/?question=articles")
    answer = page.locator("#atlas-ask-answer")
    expect(answer.get_by_role("link").first).to_be_visible()
    answer.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("/articles/"))

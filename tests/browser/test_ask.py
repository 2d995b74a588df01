"""The page on which one can ask: it understands as generator/ask/ does, answers with facts, and works by keyboard."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from generator.pipeline import read_project
from generator.plaintext import clean
from generator.render import answers, render

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

ROOT = Path(__file__).parents[2]
QUESTIONS = [
    case["ask"]
    for name in ("cases.yml", "answers.yml")
    for case in yaml.safe_load((ROOT / "tests" / "ask" / name).read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the articles of the site and more, about which most of the questions are."""
    root = tmp_path_factory.mktemp("asked")
    shutil.copytree(ROOT / "content", root / "content", ignore=shutil.ignore_patterns("articles", "curation"))
    shutil.copytree(Path(__file__).parent / "corpus", root / "content" / "articles")
    shutil.copytree(ROOT / "tests" / "ask" / "articles", root / "content" / "articles" / "asked")
    return root


def test_the_browser_answers_every_question_as_the_terminal_does(visit: Visit, home: str, project: Path) -> None:
    with ThreadPoolExecutor(1) as elsewhere:  # an event loop of Playwright may run in this thread
        run, atlas = elsewhere.submit(read_project, project).result()
        data = json.loads(elsewhere.submit(render, atlas, run.project).result().files["data/ask.json"])
    page = visit(home + "ask/")
    answered = page.evaluate(
        """async ([base, data, questions]) => {
          const { lexiconOf, factsOf, answer } = await import(base + "assets/ask.js");
          const [lexicon, facts] = [lexiconOf(data), factsOf(data)];
          return questions.map((question) => answer(question, lexicon, facts).matches.map(
            ({ fact, level, around }) => [fact.told, fact.sentence, level > 0, fact.page]));
        }""",
        [home, data, QUESTIONS],
    )
    for question, found in zip(QUESTIONS, answered, strict=True):
        wanted = [
            [
                clean(line.told),
                clean(line.sentence),
                bool(line.around),
                line.article.path.removesuffix(".md")
                + "/"
                + (f"#{line.article.anchor}" if line.article.anchor else ""),
            ]
            for line in answers(atlas, run.project, question, "en").lines
        ]
        assert found == wanted, question
    assert sum(map(bool, answered)) > len(QUESTIONS) / 2


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

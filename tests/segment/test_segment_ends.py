"""An article keeps its own sentences, and nothing else: boxes inside it, what runs into its end and what follows."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.ingest import ingest_file
from generator.segment import segment
from generator.settings import Limits
from generator.taxonomy import SourceNames

HERE = Path(__file__).parent
ENDS: dict[str, dict[str, list[str]]] = yaml.safe_load((HERE / "ends.yml").read_text(encoding="utf-8"))
ARTICLES: dict[str, Any] = yaml.safe_load((HERE / "frames.yml").read_text(encoding="utf-8"))["articles"]


def _cases(kind: str) -> list[Any]:
    return [pytest.param(lang, text, id=text[:40]) for lang, texts in ENDS[kind].items() for text in texts]


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


def _bodies(path: Path, title: str, body: str) -> list[str]:
    """The bodies found on a page, without signs and case."""
    path.write_text(f"{title}\n\n2023-07-18\n\n{body}\n", encoding="utf-8")
    document, problems = ingest_file(path, path.name, Limits(), path.name)
    assert document is not None, problems
    return [_folded(article.body) for article in segment(document, SourceNames({}), path.name)[0]]


@pytest.mark.parametrize(("language", "box"), _cases("inside"))
@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["gaps", "no gaps"])
def test_a_box_inside_is_cut_and_the_article_goes_on(language: str, box: str, gap: str, tmp_path: Path) -> None:
    title, body = ARTICLES[language]["title"], ARTICLES[language]["body"]
    first, *rest = body.split("\n\n")
    assert _bodies(tmp_path / "page.txt", title, gap.join([first, box, *rest])) == [_folded(body)]


@pytest.mark.parametrize(("language", "closing"), _cases("run_in"))
def test_what_runs_into_the_last_sentence_is_cut(language: str, closing: str, tmp_path: Path) -> None:
    title, body = ARTICLES[language]["title"], ARTICLES[language]["body"]
    body += " The road was built first." if language == "en" else "山路已先修通。"
    assert _bodies(tmp_path / "page.txt", title, body + closing) == [_folded(body)]


@pytest.mark.parametrize(("language", "tail"), _cases("tails"))
@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["gap", "no gap"])
def test_what_follows_the_end_is_cut(language: str, tail: str, gap: str, tmp_path: Path) -> None:
    title, body = ARTICLES[language]["title"], ARTICLES[language]["body"]
    assert _bodies(tmp_path / "page.txt", title, body + gap + tail) == [_folded(body)]


@pytest.mark.parametrize(("language", "sentence"), _cases("sentences"))
def test_a_sentence_of_the_article_stays(language: str, sentence: str, tmp_path: Path) -> None:
    title, body = ARTICLES[language]["title"], ARTICLES[language]["body"]
    wanted = _folded(body + sentence.replace("(RDW)", ""))
    assert _bodies(tmp_path / "page.txt", title, f"{body}\n\n{sentence}") == [wanted]

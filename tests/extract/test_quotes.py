"""Quotes are what somebody says; titles, themes and scare quotes are none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.extract.quotes import find_quotes
from generator.extract.sentences import split_sentences
from generator.model import Article, Person, Quote

CASES = yaml.safe_load(Path(__file__).with_name("quotes_cases.yml").read_text(encoding="utf-8"))


def _find(body: str, names: list[str], roles: dict[str, str] | None = None) -> tuple[Quote, ...]:
    article = Article("a.txt", 1, "a", None, None, None, None, None, None, None, body)
    people = [Person(f"person:{name}", name, (roles or {}).get(name), None, 1.0) for name in names]
    return find_quotes(article, split_sentences(body), people)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_quotes_and_speakers_are_those_of_the_case(case: dict[str, object]) -> None:
    """Every text of quotes_cases.yml has its quotes, with their speakers, and no others."""
    body, names, wanted = str(case["text"]).strip(), case["people"], case["quotes"]
    assert isinstance(names, list)
    assert isinstance(wanted, list)
    quotes = _find(body, names)
    assert [[quote.speaker, quote.text] for quote in quotes] == wanted
    assert len({quote.id for quote in quotes}) == len(quotes)
    for quote in quotes:
        piece = quote.evidence[0]
        assert quote.id.startswith("quote:" + re.findall(r"\w+", quote.text.lower())[0][:40])
        assert body[piece.start : piece.end] == piece.exact


def test_evidence_of_a_long_quote_is_cut() -> None:
    """Evidence never has more than a thousand characters, and never holds less than the beginning of the quote."""
    quotes = _find('Ada Roe said: "' + "We go on and on, " * 100 + 'to the end."', ["Ada Roe"])
    assert len(quotes[0].evidence[0].exact) == 1000
    assert quotes[0].text.startswith(quotes[0].evidence[0].exact[:100])


@pytest.mark.parametrize(
    "said", ['"The sea has no fences," said the Minister.', 'The Minister called this "a net with tiny holes".']
)
def test_an_office_stands_for_the_only_one_who_holds_it(said: str) -> None:
    """Where two hold it, it is not known who speaks."""
    body = f"Ada Roe opened the hall with Tom Sun. It rained. It rained on. Lena Orm sang. {said}"
    names = ["Ada Roe", "Tom Sun", "Lena Orm"]
    [quote] = _find(body, names, {"Ada Roe": "minister of science", "Tom Sun": "singer"})
    assert quote.speaker == "Ada Roe"
    [quote] = _find(body, names, {"Ada Roe": "minister of science", "Tom Sun": "minister of fish"})
    assert quote.speaker != "Ada Roe"

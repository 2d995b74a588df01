"""Answers hold only facts that say what was asked for; without one there is no evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ask import Answer, Fact, Kind, Lexicon, answer, facts_of, lexicon_of, narrowed
from generator.catalog import Atlas
from generator.model import Record
from generator.pipeline import read_project

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "answers.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    root = tmp_path_factory.mktemp("project")
    (root / "content").mkdir()
    (root / "content" / "articles").symlink_to(HERE / "articles")
    (root / "content" / "atlas.yml").write_text("home: CN\n", encoding="utf-8")
    return read_project(root)[1]


@pytest.fixture(scope="module")
def lexicon(atlas: Atlas) -> Lexicon:
    return lexicon_of(atlas)


@pytest.fixture(scope="module")
def facts(atlas: Atlas, lexicon: Lexicon) -> list[Fact]:
    return list(facts_of(atlas, lexicon, lambda _, evidence: evidence.exact, told))


def told(record: Record, finding: object) -> str:
    """What a finding is, as far as these tests need it."""
    named = [str(getattr(finding, key, "") or "") for key in ("code", "what", "name", "role", "kind")]
    return " ".join(one for one in named if one) if finding is not None else record.summary


@pytest.fixture(scope="module")
def ask(lexicon: Lexicon, facts: list[Fact]) -> Any:
    return lambda question: answer(question, lexicon, facts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["ask"])
def test_a_question_is_answered_by_facts_that_answer_it(case: dict[str, Any], ask: Any) -> None:
    found: Answer = ask(case["ask"])
    said = [fact.words for fact in found.facts]
    assert bool(said) is not case.get("none", False), said
    for wanted in case.get("holds", ()):
        assert any(wanted in words for words in said), (wanted, said)
    for unwanted in case.get("never", ()):
        assert not any(unwanted in words for words in said), (unwanted, said)
    assert case.get("first", "") in "".join(said[:1])
    if "kinds" in case:
        assert {fact.kind.value for fact in found.facts} <= set(case["kinds"])
    if found.matches:
        assert found.matches[0].itself is not case.get("around", False)
    assert [" ".join(words).replace(" ", "") for words in found.missed] == case.get("missed", [])


def test_the_home_is_a_party_of_everything(atlas: Atlas, ask: Any) -> None:
    assert {fact.record.article.id for fact in ask("中国").facts} == {record.article.id for record in atlas.records}


def test_what_only_the_article_is_about_comes_last_and_says_so(ask: Any) -> None:
    matches = ask("Serbia").matches
    assert [match.level for match in matches] == sorted(match.level for match in matches)
    last = next(match for match in matches if "The two countries" in match.fact.words)
    assert last.around == () if last.itself else last.around == ("country:RS",)


def test_no_fact_of_an_article_about_several_countries_is_claimed_for_another(ask: Any, facts: list[Fact]) -> None:
    """Whatever theme is asked for with a country, every fact of such an article names the country."""
    for theme in {one.removeprefix("theme:") for fact in facts for one in fact.around.themes}:
        for name, code in (("Kenya", "KE"), ("Austria", "AT")):
            for fact in ask(f"{theme.replace('-', ' ')} {name}").facts:
                assert f"country:{code}" in fact.own


@pytest.mark.parametrize("question", ["", "Wakanda", "laboratories with Peru", "?", "with the"])
def test_where_nothing_fits_there_is_no_evidence(ask: Any, question: str) -> None:
    assert ask(question).matches == ()


@pytest.mark.parametrize(
    "question", ["葡萄牙 觀測", "葡萄牙 观测", "與葡萄牙的聯合實驗室", "2020年之後與塞爾維亞的實驗室"]
)
def test_traditional_and_simplified_characters_ask_and_answer_alike(ask: Any, question: str) -> None:
    found = {fact.record.article.doc for fact in ask(question).facts}
    assert found == {"serbia.txt" if "塞" in question else "macao.txt"}


def test_every_finding_is_answered_with_its_sentence(ask: Any) -> None:
    findings = [fact for fact in ask("China").facts if fact.finding is not None]
    assert {fact.kind for fact in findings} >= {Kind.FIGURE, Kind.AGREEMENT, Kind.PROGRAMME, Kind.EVENT, Kind.PERSON}
    assert all(
        fact.sentence and fact.sentence in f"{fact.record.article.title}\n{fact.record.article.body}"
        for fact in findings
    )


PIECES = (
    *("who", "when", "how many", "which countries", "what happened", "谁", "何时", "多少", "哪些国家"),
    *(
        "Kenya",
        "Peru",
        "Guinea-Bissau",
        "South Sudan",
        "New Zealand",
        "塞尔维亚",
        "印度尼西亚",
        "秘鲁",
        "以色列",
        "ASEAN",
    ),
    *(
        "space",
        "soybeans",
        "joint laboratories",
        "agreements",
        "minister",
        "launched",
        "项目",
        "航天",
        "US",
        "2021",
        "with",
    ),
)


@settings(deadline=None, max_examples=200)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=4))
def test_a_narrow_lexicon_gives_the_same_answers(pieces: list[str], lexicon: Lexicon, facts: list[Fact]) -> None:
    small = narrowed(lexicon, facts)
    question = " ".join(pieces)
    assert answer(question, small, facts).matches == answer(question, lexicon, facts).matches


def test_a_narrow_lexicon_holds_no_names_that_no_question_needs(lexicon: Lexicon, facts: list[Fact]) -> None:
    names = narrowed(lexicon, facts).meanings
    assert len(names) < len(lexicon.meanings)
    assert ("peru",) not in names
    assert ("kenya",) in names

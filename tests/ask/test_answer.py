"""Answers hold only facts that fit every condition; without one there is no evidence."""

from __future__ import annotations

import pytest

from generator.ask import Kind, answer, facts_of, lexicon_of
from generator.ask.facts import Fact
from generator.catalog import Atlas
from generator.pipeline import read_project

_SERBIA = """\
China and Serbia open a laboratory for river ice

Source: Danube Post | 2021-03-05

China and Serbia opened a joint laboratory for river ice in Novi Sad on Friday. The two countries signed a memorandum.
"""
_CHILE = """\
Chile and China count the stars together

Source: Andes Post | 2018-03-05

China and Chile opened a joint observatory on Monday. Chilean and Chinese astronomers will share 12 telescopes there.
"""
_MACAO = """\
中國與葡萄牙共建海洋觀測站

來源：濠江郵報 2019-03-05

中國與葡萄牙在里斯本設立海洋觀測聯合實驗室，雙方簽署諒解備忘錄。
"""


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    root = tmp_path_factory.mktemp("project")
    folder = root / "content" / "articles"
    folder.mkdir(parents=True)
    (root / "content" / "atlas.yml").write_text("home: CN\n", encoding="utf-8")
    (folder / "serbia.txt").write_text(_SERBIA, encoding="utf-8")
    (folder / "chile.txt").write_text(_CHILE, encoding="utf-8")
    (folder / "macao.txt").write_text(_MACAO, encoding="utf-8")
    return read_project(root)[1]


def asked(atlas: Atlas, question: str) -> tuple[Fact, ...]:
    facts = facts_of(atlas, lambda _, evidence: evidence.exact, lambda record, _: record.summary)
    return answer(question, lexicon_of(atlas), facts).facts


def test_a_country_is_answered_with_its_facts_only(atlas: Atlas) -> None:
    found = asked(atlas, "Serbia")
    assert found
    assert {fact.record.article.doc for fact in found} == {"serbia.txt"}


def test_the_home_is_a_party_of_everything(atlas: Atlas) -> None:
    assert {fact.record.article.doc for fact in asked(atlas, "中国")} == {"serbia.txt", "chile.txt", "macao.txt"}


def test_a_time_leaves_out_what_is_older(atlas: Atlas) -> None:
    assert {fact.record.article.doc for fact in asked(atlas, "articles since 2020")} == {"serbia.txt"}
    assert not asked(atlas, "Serbia before 2021")


def test_a_kind_is_answered_with_that_kind(atlas: Atlas) -> None:
    assert {fact.kind for fact in asked(atlas, "how many telescopes with Chile")} == {Kind.FIGURE}


@pytest.mark.parametrize("question", ["", "Wakanda", "laboratories with Peru", "?", "with the"])
def test_where_nothing_fits_there_is_no_evidence(atlas: Atlas, question: str) -> None:
    assert asked(atlas, question) == ()


def test_a_word_that_is_not_known_must_stand_in_the_fact(atlas: Atlas) -> None:
    assert all("observatory" in fact.words for fact in asked(atlas, "Chile observatory"))
    assert asked(atlas, "Chile observatory")


@pytest.mark.parametrize(
    "question", ["葡萄牙 觀測", "葡萄牙 观测", "與葡萄牙的聯合實驗室", "2019年之後與塞爾維亞的實驗室"]
)
def test_traditional_and_simplified_characters_ask_and_answer_alike(atlas: Atlas, question: str) -> None:
    found = {fact.record.article.doc for fact in asked(atlas, question)}
    assert found == {"serbia.txt" if "塞" in question else "macao.txt"}


def test_every_finding_is_answered_with_its_sentence(atlas: Atlas) -> None:
    findings = [fact for fact in asked(atlas, "China") if fact.kind is not Kind.ARTICLE]
    assert findings
    assert all(fact.sentence and fact.sentence in fact.record.article.body for fact in findings)

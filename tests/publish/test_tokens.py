"""Chinese is cut so that every part of it is found, and nothing of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.tokens import index_form, query_form

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=12)
TEXTS = st.text(max_size=60)


@pytest.mark.parametrize(
    ("text", "indexed", "asked"),
    [
        ("新格局", "新格 格局 局", "新格 格局"),
        ("法", "法", "法"),
        ("中法", "中法 法", "中法"),
        ("构建5G网。", "构建 建 5G 网 。", "构建 5G 网 。"),
        ("  two   words ", "two words", "two words"),
        ("日本の研究", "日本 本 の 研究 究", "日本 の 研究"),
        ("𠮷野家", "𠮷野 野家 家", "𠮷野 野家"),
        ("", "", ""),
        ("一二三四五六七八", "一二 二三 三四 四五 五六 六七 七八 八", "一二 二三 三四 四五 五六 六七 七八"),
        ("一二三四五六七八九", "一二 二三 三四 四五 五六 六七 七八 八九 九", "一二 三四 五六 七八 八九"),
    ],
)
def test_forms(text: str, indexed: str, asked: str) -> None:
    """A run of Han becomes its overlapping pairs and its last character; a query needs fewer of them."""
    assert index_form(text) == indexed
    assert query_form(text) == asked


@given(HAN)
def test_a_run_comes_back_from_its_tokens(run: str) -> None:
    """The first characters of the tokens are the run, so what is shown can be put together again."""
    assert "".join(token[0] for token in index_form(run).split()) == run


@given(HAN, st.data())
def test_every_part_of_a_run_is_found(run: str, data: st.DataObject) -> None:
    """Whatever part of a run is asked for, each token of the query begins a token of the index."""
    start = data.draw(st.integers(0, len(run) - 1))
    end = data.draw(st.integers(start + 1, len(run)))
    tokens = index_form(run).split()
    assert all(any(token.startswith(asked) for token in tokens) for asked in query_form(run[start:end]).split())


@given(st.text(st.characters(max_codepoint=0x2FFF), max_size=60))
def test_other_scripts_stay(text: str) -> None:
    """Where there is no Han character, only runs of blanks change."""
    assert index_form(text) == query_form(text) == " ".join(text.split())


@given(TEXTS)
def test_cutting_twice_asks_for_nothing_more(text: str) -> None:
    """A query form has no run of three Han characters, so cutting it again only repeats the rule."""
    assert query_form(query_form(text)) == query_form(text)

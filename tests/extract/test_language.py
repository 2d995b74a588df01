"""The language of a body is that of its script, or of its small words."""

from __future__ import annotations

import pytest

from generator.extract.language import detect_language

CASES = {
    "The laboratory was opened by the minister on Friday.": "en",
    "Laboratory opening": "en",
    "Le laboratoire a été ouvert par la ministre dans une ville du sud.": "fr",
    "Das Labor wurde von der Ministerin eröffnet und ist nicht groß.": "de",
    "El laboratorio fue abierto por la ministra en una ciudad del sur con los vecinos.": "es",
    "O laboratório foi aberto pela ministra em uma cidade do sul e não é grande.": "pt",
    "Il laboratorio è stato aperto dalla ministra in una città del sud con gli amici della zona.": "it",
    "联合实验室4日揭牌。": "zh",
    "中国 CAS 与 University 合作共建 SKA 实验室，双方签署协议。": "zh",
    "日本と中国の研究者が協力する。": "ja",
    "한국과 베트남이 협력한다.": "ko",
    "Лаборатория открылась в пятницу.": "ru",
    "افتتح المختبر يوم الجمعة": "ar",
    "The text names 中法 once and goes on in plain words for a while.": "en",
    "": "und",
    "123 — 456": "und",
}


@pytest.mark.parametrize("text", CASES)
def test_language_of_a_text(text: str) -> None:
    """Each text is recognised."""
    assert detect_language(text) == CASES[text]

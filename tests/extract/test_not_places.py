"""Names of places are not read where they are a language, a person or a state."""

from __future__ import annotations

from typing import Any

import pytest

LANGUAGES = [
    "The manual is printed in English and French.",
    "The warnings come in Spanish, Japanese and Korean.",
    "Her German-speaking colleagues read it in Italian.",
    "He speaks Russian at home and Thai in the market.",
    "An English version follows.",
    "手册有越南语和葡萄牙文版本。",
    "论文以日语写成，附法文和俄语摘要。",
]
PERSONS = [
    '"It works," said Chad Ilves, the vault\'s manager.',
    "Jordan Petty leads the work.",
    "Kenya Barrow, a botanist, opened the box.",
    "The box went to Prof. Israel Quispe.",
    "The box went to Prof. Ada Holland.",
    "They wrote to Dr. M. Jordan.",
    "Mrs. Rosa L. Cuba opened it.",
    "Director Washington Israel Paredes said it works.",
    "Professor Elif Turkey and Sir Hugh Ireland came.",
    "Ms. China Okoro signed for the museum.",
    "Michael Jordan, a physicist, advised them.",
    'India Achieng, a limnologist, said: "Good."',
    "专家格蕾丝·马里出席。",
]
PLACES = {
    "A ship worked in Spanish waters.": "ES",
    "Engineers from Jordan University visited.": "JO",
    "Scientists in French laboratories agree.": "FR",
    "The Kenya Medical Research Institute opened.": "KE",
    "Jordan said on Sunday that it would wait.": "JO",
    "The India Meteorological Department warned.": "IN",
    "The Chad Meteorological Institute opened.": "TD",
    "法国语言学家来访。": "FR",
    "越南文化部门表示欢迎。": "VN",
    "Georgia, in the Caucasus, opened a station.": "GE",
}


@pytest.mark.parametrize("sentence", LANGUAGES + PERSONS)
def test_languages_and_persons_name_no_country(sentence: str, read: Any) -> None:
    """The sentence mentions no country."""
    assert read(sentence, home="AQ").mentions == ()


@pytest.mark.parametrize("sentence", PLACES)
def test_places_are_still_read(sentence: str, read: Any) -> None:
    """Rules for languages and persons do not hide a country."""
    found = read(sentence, home="AQ")
    assert [place.code for place in (*found.partners, *found.mentions)] == [PLACES[sentence]]


def test_a_headline_takes_its_persons_from_the_body(read: Any) -> None:
    """The words "Jordan Opens" in a headline are the country, "Jordan Petty" is whom the body introduces."""
    country = read("Jordan opened a reactor on Monday.", title="Jordan Opens Reactor", home="AQ")
    person = read("Jordan Petty, a chemist, likes salt.", title="Jordan Petty Likes Salt", home="AQ")
    assert [place.code for place in country.mentions] == ["JO"]
    assert person.mentions == ()

"""A theme's score is a probability: it grows with what is told of the theme, and falls with what stands beside."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.extract.logistic import chance
from generator.extract.theme_signs import IN_TITLE, LEAD, TITLE, Term, Whole, Word, load_weights, read_signs
from generator.taxonomy.model import ThemeEntry
from generator.yamlfile import load_list

ROOT = Path(__file__).parents[2]
WEIGHTS = load_weights()
RIVER, BOAT = Term("rivers", "river", 3), Term("rivers", "boat", 3)
WHOLE = Whole(sentences=12, ease=1.0, most=6.0)


def word(term: Term = RIVER, sentence: int = 6, share: float = 1.0) -> Word:
    return Word(term, 40 * sentence, 40 * sentence + 5, term.name, sentence, share)


def score(words: list[Word], worth: float = 3.0, field: bool = True, whole: Whole = WHOLE, theme: str = "x") -> float:
    return chance(read_signs(theme, words, worth, whole, field), WEIGHTS)


@pytest.mark.parametrize("field", [True, False])
def test_more_is_likelier(field: bool) -> None:
    """Twice the worth, a longer row of sentences and an early place each raise the score, or leave it."""
    once = score([word()], field=field)
    assert 0 < once < score([word()], worth=6.0, field=field) < 1
    assert once <= score([word(), word(BOAT, 8)], field=field)
    assert once <= score([word(sentence=0, share=LEAD)], field=field)
    assert once <= score([word(sentence=IN_TITLE, share=TITLE)], worth=6.0, field=field)


def test_a_field_beside_a_weightier_one_is_less_likely() -> None:
    """An article on rivers that names a crop is on rivers."""
    assert score([word()], whole=WHOLE._replace(most=3.0)) > score([word()], whole=WHOLE._replace(most=12.0))


def test_what_is_of_general_scope_is_of_no_field() -> None:
    """An agreement on a telescope is astronomy; one on science is policy."""
    words = [word(), word(BOAT, 8)]
    none, much = WHOLE._replace(most=0.0), WHOLE._replace(most=12.0)
    policy = "innovation-policy"
    assert score(words, 6.0, False, none, policy) > 0.5 > score(words, 6.0, False, much, policy)


def test_weights_are_of_kinds_and_of_themes_that_there_are() -> None:
    """A theme that an editor adds has no weights of its own and is scored as any other of its kind."""
    themes, _ = load_list(ROOT / "content/taxonomy/themes.yml", ThemeEntry, "themes.yml")
    assert {sign.split(" ", 1)[0] for sign in WEIGHTS} <= {"field", "form", *(theme.id for theme in themes)}

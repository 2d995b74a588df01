"""The prefilter finds what `re` finds, and tries an expression only where it may match."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator import required
from generator.prefilter import Prefilter
from generator.required import required_words

_PATTERNS = (
    (r"\ball rights reserved\b|版权所有|未经.{0,12}(?:授权|许可)", re.IGNORECASE),
    (r"(?<!\d)(?:1[6-9]|20)\d\d", 0),
    (r"\b(?:signed|kiss)\s(?:an? )?(?P<what>deal|pact)s?\b", re.IGNORECASE),
    (r"^\W*(?:tel|fax)\.?\s*:?\s*\+?\d", re.IGNORECASE),
    (r"(?:ab){2,3}c?|x+y*z", 0),
    (r"[ab](?=\s*[:：])", 0),
    (r"(?i:is)[xyz]", 0),
)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b(?:compared (?:with|to)|than)\s?(?:that)?$", {"compared with", "compared to", "than"}),
        (r"(?:ab)+c?", {"ab"}),
        (r"(?:Jan|January|Feb)\.?\s\d+", {"jan", "feb"}),
        (r"\w+(?=\s?:)", {":"}),
        (r"colou?rs", {"colors", "colours"}),
        (r"x?", set()),
        (r"\d+|abc", set()),
        (r"[^a]bc", {"bc"}),
        (r"µm?|x", set()),
    ],
)
def test_required_words(pattern: str, words: set[str]) -> None:
    """Of every expression the rarest words are derived; none where a match may hold anything."""
    assert set(required_words(pattern)) == words


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("_parser", None),
        ("_parser", SimpleNamespace()),
        ("_parser", SimpleNamespace(parse=lambda *_: [("LITERAL", 97)])),
        ("_parser", SimpleNamespace(parse=lambda *_: None)),
        ("_casefix", None),
        ("_casefix", SimpleNamespace(_EXTRA_CASES={"i": "ı"})),
    ],
)
def test_where_re_is_another_one_nothing_is_left_out(monkeypatch: pytest.MonkeyPatch, name: str, other: object) -> None:
    """On a Python whose parser is missing or has other nodes an expression is tried everywhere."""
    monkeypatch.setattr(required, name, other)
    required._unsure.cache_clear()
    assert required_words("signed a deal") == {}
    pattern = Prefilter().compile("signed a (?:deal|pact)")
    assert pattern.may_match("nothing")
    assert pattern.search("they signed a pact") is not None
    required._unsure.cache_clear()


def test_a_module_that_a_python_lacks_is_none() -> None:
    assert required._private("_no_such_module") is None


@given(st.text(alphabet="abcxyzisſıİK signedkpactdeal1620版权所有未经授许可telfax:： .+\n\ud800", max_size=60))
@example("ALL RIGHTS RESERVED")
@example("Kıſſ a DEAL")
@example("İsx and isx")
def test_same_as_re(text: str) -> None:
    """Every method finds what the plain expression finds, in the whole text and in every part of it."""
    prefilter = Prefilter()
    pairs = [(prefilter.compile(pattern, flags), re.compile(pattern, flags)) for pattern, flags in _PATTERNS]
    for fast, plain in pairs:
        middle = len(text) // 2
        for start, end in ((0, len(text)), (0, middle), (middle, len(text)), (1, middle + 3)):
            found, wanted = fast.search(text, start, end), plain.search(text, start, end)
            assert (found and found.span()) == (wanted and wanted.span())
            assert [m.span() for m in fast.finditer(text, start, end)] == [
                m.span() for m in plain.finditer(text, start, end)
            ]
            found, wanted = fast.match(text, start, end), plain.match(text, start, end)
            assert (found and found.span()) == (wanted and wanted.span())
        assert fast.sub("_", text) == plain.sub("_", text)
        assert list(fast.split(text)) == plain.split(text)


def test_untried() -> None:
    """An expression whose words a text lacks, or has only outside of the part asked for, is not tried."""
    prefilter = Prefilter()
    signed = prefilter.compile(r"\bsigned\b")
    prefilter.compile("pact")
    assert not signed.may_match("They met in May.")
    assert signed.may_match("They SIGNED it.")
    assert not signed.may_match("They signed it.", 0, 5)
    assert not signed.may_match("They signed it.", 6)


def test_added_later() -> None:
    """An expression that is added after the first search is found too."""
    prefilter = Prefilter()
    assert prefilter.compile("one").search("one two") is not None
    assert prefilter.compile("two").search("one two") is not None

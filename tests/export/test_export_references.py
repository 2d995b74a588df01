"""BibTeX, RIS and CSL-JSON carry a reference unharmed, as their own parsers read them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import rispy
import yaml
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from generator.edtf import Edtf
from generator.export.authors import authors_of
from generator.export.bibtex import bibtex
from generator.export.csl import csl_json
from generator.export.reference import Author, Kind, Reference
from generator.export.ris import ris
from generator.plaintext import clean

from .samples import NASTY, REFERENCES, reference

_CASES = yaml.safe_load((Path(__file__).parent / "authors_cases.yml").read_text(encoding="utf-8"))


def read_bibtex(text: str) -> list[dict[str, str]]:
    """The entries by a parser of BibTeX, LaTeX decoded where it is no address (which are verbatim)."""
    library = parse_string(text)
    assert library.failed_blocks == []
    known = get_default_latex_context_db()
    ascii_ = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
    known.add_context_category("ascii", macros=[MacroTextSpec(*item) for item in ascii_.items()], prepend=True)
    decode = LatexNodes2Text(known, keep_comments=True, math_mode="verbatim").latex_to_text
    return [
        {
            "type": entry.entry_type,
            "key": entry.key,
            **{name: f.value if name == "url" else decode(f.value) for name, f in entry.fields_dict.items()},
        }
        for entry in library.entries
    ]


def read_ris(text: str) -> list[dict[str, Any]]:
    """The entries by a parser of RIS."""
    found: list[dict[str, Any]] = rispy.loads(text)
    return found


@pytest.mark.parametrize("case", _CASES, ids=[case["byline"] or "none" for case in _CASES])
def test_a_byline_names_its_authors_and_no_name_is_turned_round_by_guess(case: dict[str, Any]) -> None:
    wanted = [Author(name) if isinstance(name, str) else Author(*name) for name in case["authors"]]
    assert list(authors_of(case["byline"])) == wanted


def test_bibtex_of_an_article() -> None:
    [entry] = read_bibtex(bibtex([reference()]))
    assert (entry["type"], entry["key"]) == ("article", "2024-05-21-a-weather-satellite-for-two-1a2b3c")
    assert entry["title"] == "A weather satellite for two"
    assert entry["journal"] == "Morning Wire"
    assert (entry["date"], entry["year"], entry["urldate"]) == ("2024-05-21", "2024", "2025-01-02")
    assert entry["url"] == "https://wire.example/a?b=1&c=2"
    assert entry["langid"] == "en"


def test_bibtex_keeps_whole_names_whole_and_known_parts_apart() -> None:
    """Double braces hold a corporate author together."""
    text = bibtex([reference(authors=(Author("Morning Wire and Sons, Ltd."), Author("ZHOU Ming", "Zhou", "Ming")))])
    assert "author = {{Morning Wire and Sons, Ltd.} and {Zhou}, {Ming}}" in text


def test_ris_of_an_article() -> None:
    [entry] = read_ris(ris([reference()]))
    assert entry["type_of_reference"] == "NEWS"
    assert entry["title"] == "A weather satellite for two"
    assert entry["authors"] == ["Ada Quill", "Zhou, Ming"]
    assert entry["secondary_title"] == "Morning Wire"
    assert (entry["year"], entry["date"], entry["access_date"]) == ("2024", "2024/05/21/", "2025/01/02")
    assert entry["urls"] == ["https://wire.example/a?b=1&c=2"]
    assert entry["keywords"] == ["France", "Space"]


def test_csl_of_an_article() -> None:
    [item] = json.loads(csl_json([reference()]))
    assert item == {
        "id": "2024-05-21-a-weather-satellite-for-two-1a2b3c",
        "type": "article-newspaper",
        "title": "A weather satellite for two",
        "author": [{"literal": "Ada Quill"}, {"family": "Zhou", "given": "Ming"}],
        "container-title": "Morning Wire",
        "issued": {"date-parts": [[2024, 5, 21]]},
        "language": "en",
        "URL": "https://wire.example/a?b=1&c=2",
        "accessed": {"date-parts": [[2025, 1, 2]]},
        "keyword": "France, Space",
        "note": "Filed in an atlas.",
    }


@pytest.mark.parametrize(
    ("date", "bib", "da", "issued"),
    [
        ("2024-05-21", "2024-05-21", "2024/05/21/", {"date-parts": [[2024, 5, 21]]}),
        ("2024-05", "2024-05", "2024/05//", {"date-parts": [[2024, 5]]}),
        ("2024", "2024", "2024///", {"date-parts": [[2024]]}),
        ("2022-11-28?", "2022-11-28?", "2022/11/28/", {"date-parts": [[2022, 11, 28]], "circa": True}),
        ("XXXX-11-28", None, None, {"literal": "some day"}),
        (None, None, None, {"literal": "some day"}),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(date: str | None, bib: str, da: str, issued: object) -> None:
    """An inferred year is marked; where the year is not known, no format makes one up."""
    given_ = reference(date=Edtf.parse(date) if date else None, date_words="some day")
    assert read_bibtex(bibtex([given_]))[0].get("date") == bib
    assert read_ris(ris([given_]))[0].get("date") == da
    assert json.loads(csl_json([given_]))[0]["issued"] == issued
    if bib is None:
        assert "year" not in read_bibtex(bibtex([given_]))[0]
        assert "year" not in read_ris(ris([given_]))[0]


@pytest.mark.parametrize(
    ("kind", "types"),
    [
        (Kind.NEWSPAPER, ("article", "NEWS", "article-newspaper")),
        (Kind.MAGAZINE, ("article", "MGZN", "article-magazine")),
        (Kind.JOURNAL, ("article", "JOUR", "article-journal")),
        (Kind.WEBPAGE, ("misc", "ELEC", "webpage")),
    ],
)
def test_each_kind_has_its_type_in_each_format(kind: Kind, types: tuple[str, str, str]) -> None:
    made = reference(kind=kind)
    found = (
        read_bibtex(bibtex([made]))[0]["type"],
        read_ris(ris([made]))[0]["type_of_reference"],
        json.loads(csl_json([made]))[0]["type"],
    )
    assert found == types


@pytest.mark.parametrize("text", NASTY)
def test_text_with_special_characters_comes_back_from_the_parsers(text: str) -> None:
    """What a parser reads is the very text, on one line; nothing in it becomes a field or an entry of its own."""
    made = [reference(title=text, outlet=text, note=text, authors=(Author(text),)), reference(id="other")]
    assert [entry["title"] for entry in read_bibtex(bibtex(made))] == [clean(text), made[1].title]
    assert [entry["title"] for entry in read_ris(ris(made))] == [clean(text), made[1].title]
    assert [item["title"] for item in json.loads(csl_json(made))] == [clean(text), made[1].title]


@given(st.lists(REFERENCES, max_size=4, unique_by=lambda made: made.id))
def test_any_references_give_files_of_as_many_entries(made: list[Reference]) -> None:
    assert len(read_bibtex(bibtex(made))) == len(made)
    assert len(read_ris(ris(made))) == len(made)
    assert [item["id"] for item in json.loads(csl_json(made))] == [one.key for one in made]
    for text in (bibtex(made), ris(made), csl_json(made)):
        assert text.encode("utf-8").decode("utf-8") == text


@given(st.lists(REFERENCES, max_size=4, unique_by=lambda made: made.id))
def test_citation_keys_are_ascii_and_as_different_as_ids(made: list[Reference]) -> None:
    keys = [one.key for one in made]
    assert all(re.fullmatch(r"[A-Za-z0-9-]+", key) for key in keys)
    assert len(set(keys)) == len(keys)

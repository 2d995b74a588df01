"""The articles that come with the repository: our own digests, honest about what they retell, a useful sample."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.catalog import Atlas
from generator.pipeline import Run, read_project
from generator.problems import Severity
from generator.yamlfile import parse

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "content" / "articles"
FILES = sorted(path for path in ARTICLES.rglob("*") if path.is_file())
#: How the files in encodings/ are written, by the end of their stem; everything else is UTF-8.
ENCODINGS = {"gb18030": "gb18030", "utf-16": "utf-16"}
#: EDTF as a provenance needs it: a day, perhaps of an unknown year.
DATE = re.compile(r"(?:\d{4}|XXXX)-\d{2}-\d{2}")
MACHINE_PATH = re.compile(r"(?:file:|(?<![\w.:/])/(?:home|root|tmp|usr|var|mnt|work|Users)/|\b[A-Z]:\\)")

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ARTICLES).as_posix())


def encoding(path: Path) -> str:
    """The encoding that the file's folder and name promise."""
    if path.parent.name != "encodings":
        return "utf-8"
    return next(codec for name, codec in ENCODINGS.items() if path.stem.endswith(name))


def split(path: Path) -> tuple[Any, str]:
    """The front matter, as YAML reads it, and the text after it."""
    text = path.read_bytes().decode(encoding(path))
    found = re.match(r"(?:<!--\n)?---\n(.*?)\n---\n", text, re.DOTALL)
    assert found, "no front matter"
    data, _, problems = parse(found[1], path.name)
    assert problems == []
    return data, text[found.end() :]


def provenances(path: Path) -> list[dict[str, str]]:
    """The entries of `digest_of`, in the order of the file's articles."""
    digest_of = split(path)[0]["digest_of"]
    return digest_of if isinstance(digest_of, list) else [digest_of]


@cache
def sample() -> tuple[Run, Atlas]:
    """The whole project, read once."""
    return read_project(ROOT)


@each_file
def test_every_file_says_what_it_retells(path: Path) -> None:
    for entry in provenances(path):
        assert set(entry) <= {"outlet", "date", "title"}
        assert entry["outlet"].strip()
        assert DATE.fullmatch(entry.get("date", "2000-01-01"))


@each_file
def test_a_digest_has_its_own_title(path: Path) -> None:
    text = split(path)[1]
    stated = split(path)[0].get("title")
    for entry in provenances(path):
        assert "title" not in entry or (entry["title"] != stated and entry["title"] not in text)


@each_file
def test_no_file_holds_a_path_of_some_machine(path: Path) -> None:
    assert MACHINE_PATH.search(path.read_bytes().decode(encoding(path))) is None


@each_file
def test_a_file_is_written_as_its_folder_says(path: Path) -> None:
    """Decodes in the encoding its name promises, and in encodings/ in no simpler one; UTF-16 carries a BOM."""
    raw = path.read_bytes()
    raw.decode(encoding(path))
    if path.parent.name == "encodings":
        with pytest.raises(UnicodeDecodeError):
            raw.decode("utf-8")
    assert raw.startswith((b"\xff\xfe", b"\xfe\xff")) == (encoding(path) == "utf-16")


def test_git_leaves_the_bytes_of_the_encodings_alone() -> None:
    assert "content/articles/encodings/* -text" in (ROOT / ".gitattributes").read_text("utf-8").splitlines()


def test_the_sample_reads_without_errors() -> None:
    assert [str(problem) for problem in sample()[0].problems if problem.severity is Severity.ERROR] == []


def test_every_article_that_comes_with_the_atlas_is_marked_as_a_digest() -> None:
    """As many articles as entries in `digest_of`, each with its own entry."""
    records = sample()[0].records
    ours = {path.relative_to(ARTICLES).as_posix(): provenances(path) for path in FILES}
    found: dict[str, list[str | None]] = {}
    for record in records:
        origin = record.article.digest_of
        found.setdefault(record.article.doc, []).append(origin.outlet if origin else None)
    assert found == {name: [entry["outlet"] for entry in entries] for name, entries in ours.items()}
    assert len(records) >= 26


def test_every_digest_is_read_with_a_title_and_under_no_name_but_ours() -> None:
    for record in sample()[0].records:
        article = record.article
        assert article.title, article.doc
        assert article.byline in {None, "Cooperation Atlas"}, article.doc
        assert "Cooperation Atlas" not in article.body, article.doc


def test_the_sample_spreads_over_countries_themes_and_languages() -> None:
    filed = [record.findings for record in sample()[0].records if record.filed]
    assert len({place.code for findings in filed for place in findings.partners}) >= 15
    assert len({theme.id for findings in filed for theme in findings.themes}) >= 12
    assert {group.id for findings in filed for group in findings.groups} >= {"asean", "africa", "belt-and-road"}
    assert sum(findings.language == "zh" for findings in filed) >= 9

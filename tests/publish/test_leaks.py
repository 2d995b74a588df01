"""Nothing that the site consists of shows more of a source's words than its owner allows."""

from __future__ import annotations

import gzip
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.model import Article
from generator.pipeline import render_project
from generator.publish import build_site
from generator.publish.tokens import index_form
from generator.render import rights, write_tree
from generator.settings import Settings
from generator.taxonomy import Taxonomy
from generator.taxonomy.model import Publish

from .hostile_corpus import Written, articles, project
from .leaks import WINDOW, Found, search, texts_of, tokens

LIMITS = Settings().rights
LONGEST = {"en": LIMITS.words, "zh": LIMITS.han}

CORPUS = articles()
BODIES = {one.name: (one.language, one.body) for one in CORPUS}
MODES = {one.name: one.mode for one in CORPUS}
#: The sentence a searched-for text is planted with.
PLANTED = {"en": CORPUS[0].body.split("\n\n")[0], "zh": next(o for o in CORPUS if o.language == "zh").body[:60]}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, and the tree of plain files that any other builder gets, made from the files of articles."""
    root = project(tmp_path_factory.mktemp("hostile"), CORPUS)
    run, tree = render_project(root)
    assert len(run.records) == len(CORPUS)
    assert sum(record.filed for record in run.records) > 0.9 * len(CORPUS)
    write_tree(tree, root / "out" / "build", run.project)
    build_site(root, tree, root / "out" / "site")
    return root / "out"


@pytest.fixture(scope="module")
def found(site: Path) -> dict[str, Found]:
    """What the site shows of each article."""
    return search(texts_of(site), BODIES)


def faults(found: dict[str, Found], name: str) -> list[str]:
    """What is wrong with what is shown of an article."""
    language, body = BODIES[name]
    shown = found[name]
    if MODES[name] == "full":
        return []
    longest = LONGEST[language] if MODES[name] == "extract" else WINDOW[language] - 1
    share = LIMITS.share if MODES[name] == "extract" else 0.0
    return [
        f"{name}: {what} in {shown.where}"
        for what, wrong in (
            (f"{shown.longest} of its words in a row", shown.longest > longest),
            (f"{shown.share:.0%} of its {len(tokens(body))} words", shown.share > share),
        )
        if wrong
    ]


@pytest.mark.slow
def test_no_file_of_the_site_shows_more_than_the_owner_of_the_words_allows(found: dict[str, Found]) -> None:
    """No run longer than an extract, no more than a quarter in all; of a source that allows facts, no sentence."""
    assert [fault for name in BODIES for fault in faults(found, name)] == []


@pytest.mark.slow
def test_what_may_be_shown_is_shown(found: dict[str, Found]) -> None:
    """The search is no search of an empty site: whole articles are there where they may be, and extracts too."""
    whole = [name for name, mode in MODES.items() if mode == "full"]
    assert all(found[name].share == 1 for name in whole)
    extracts = [name for name, mode in MODES.items() if mode == "extract" and name.startswith(("news", "many"))]
    assert all(found[name].share > 0 for name in extracts)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "packed",
    [
        lambda text: text.encode(),
        lambda text: f"<p>{text[:40]}<b>{text[40:]}</b></p>".encode(),
        lambda text: "".join(f"&#{ord(character)};" for character in text).encode(),
        lambda text: json.dumps({"a": [{"b": text}]}).encode(),
        lambda text: json.dumps(text.split()).encode(),
        lambda text: (json.dumps({"a": 1}) + "\n" + json.dumps({"b": text})).encode(),
        lambda text: quote(text).encode(),
        lambda text: text.upper().replace(" ", "\n").encode(),
        lambda text: gzip.compress(b"pagefind_dcd" + json.dumps({"content": index_form(text)}).encode()),
        lambda text: gzip.compress(index_form(text).encode()),
        lambda text: _zipped(f"<t>{text}</t>"),
        lambda text: _database(str(text)),
        lambda text: b"\x00\xff\x01" + text.encode() + b"\xfe",
    ],
)
def test_a_planted_leak_is_found_however_it_is_packed(
    tmp_path: Path, language: str, packed: Callable[[str], bytes]
) -> None:
    """The search can fail: a sentence that stands anywhere is found."""
    (tmp_path / "feed.bin").write_bytes(packed(PLANTED[language]))
    leaked = search(texts_of(tmp_path), {"a": (language, PLANTED[language])})["a"]
    assert leaked.longest == len(tokens(PLANTED[language]))
    assert (leaked.where, leaked.share) == ("feed.bin", 1)


def test_a_leak_in_the_name_of_a_file_is_found(tmp_path: Path) -> None:
    (tmp_path / f"{PLANTED['zh'][:40]}.html").write_text("", "utf-8")
    assert search(texts_of(tmp_path), {"a": ("zh", PLANTED["zh"])})["a"].longest >= 30


def test_a_policy_that_is_not_kept_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every source taken for an open one, the same search finds hundreds of words too many."""

    def open_to_all(article: Article, taxonomy: Taxonomy, settings: Settings) -> Publish:
        return Publish.FULL

    monkeypatch.setattr(rights, "mode_of", open_to_all)
    run, tree = render_project(project(tmp_path / "project", CORPUS[:4]))
    write_tree(tree, tmp_path / "out", run.project)
    leaked = search(texts_of(tmp_path / "out"), {one.name: BODIES[one.name] for one in CORPUS[:4]})
    assert all(faults(leaked, one.name) for one in CORPUS[:4])


def test_a_leak_in_a_parquet_file_is_found(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow", reason="an extra that is not installed")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.table({"words": [PLANTED["en"]]}), tmp_path / "a.parquet")
    assert search(texts_of(tmp_path), {"a": ("en", PLANTED["en"])})["a"].share == 1


def _zipped(text: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", text)
    return buffer.getvalue()


def _database(text: str) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE facts (id INTEGER, words TEXT)")
    connection.execute("INSERT INTO facts VALUES (1, ?)", (text,))
    connection.commit()
    return connection.serialize()


def test_the_corpus_holds_every_mode_in_both_languages() -> None:
    kinds = {(one.mode, one.language) for one in CORPUS}
    assert kinds == {(mode, language) for mode in ("facts", "extract", "full") for language in ("en", "zh")}
    assert all(isinstance(one, Written) for one in CORPUS)

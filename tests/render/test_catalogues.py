"""The catalogues are complete, and every text of the site is in them: no page in Chinese shows an English one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po
from mkdocs.utils.meta import get_data

from generator.catalog import catalog
from generator.render import Page, Tree, render
from generator.render.catalogues import same_places
from generator.settings import Project, Settings

from .corpus import records, taxonomy
from .markdowns import trees
from .test_pages import GOLDENS, KINDS

ROOT = Path(__file__).parents[2]
MESSAGES = ROOT / "templates" / "messages"
CATALOGUES = sorted(MESSAGES.glob("*.po"))
#: Names that are the same in every language, besides those of the data.
KNOWN = {"English", "BibTeX", "RIS", "CSL", "JSON", "Atom", "Feed", "Zotero", "EndNote", "XK", "integer"}
#: File names, columns, addresses, hashes; and what stands in code.
NO_WORDS = re.compile(r"\S*[\w-][._/][\w-]\S*|\b(?=\w*\d)\w+\b")


def catalogue(path: Path) -> Catalog:
    """A catalogue as it stands in its file."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem if path.suffix == ".po" else None, abort_invalid=True)


def ids(messages: Catalog) -> set[str | tuple[str, ...]]:
    """The messages of a catalogue."""
    return {tuple(one.id) if isinstance(one.id, list | tuple) else one.id for one in messages if one.id}


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The messages that stand in the code and the templates, as `make messages` collects them."""
    path = tmp_path_factory.mktemp("messages") / "messages.pot"
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    (options,) = re.findall(r"pybabel -q extract (.*?) -o ", recipe)
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", *options.split(), "-o", str(path), "."]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return catalogue(path)


@pytest.mark.parametrize("path", [*CATALOGUES, MESSAGES / "messages.pot"], ids=lambda path: path.name)
def test_a_catalogue_has_the_messages_of_the_site_and_no_others(path: Path, extracted: Catalog) -> None:
    """Where this fails, `make messages` brings the files up to date; then translate what is new."""
    known = ids(catalogue(path))
    assert {"missing": ids(extracted) - known, "stale": known - ids(extracted)} == {"missing": set(), "stale": set()}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_every_message_is_translated_with_the_same_places(path: Path) -> None:
    messages = catalogue(path)
    forms = {one.id: [one.string] if isinstance(one.string, str) else list(one.string or ()) for one in messages}
    assert [id_ for id_, made in forms.items() if id_ and not (made and all(made))] == []
    assert [one.id for one in messages if one.id and not same_places(one.id, one.string)] == []
    assert [one.id for one in messages if one.id and one.fuzzy] == []


@pytest.fixture(scope="module")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The pages of the small corpus in both languages, with everything that an editor sees."""
    made = [replace(one, summary_zh="报道了某事。") for one in records()]
    project = Project(tmp_path_factory.mktemp("project"), Settings(home="CN", languages=("en", "zh")))
    atlas, _ = catalog(made, taxonomy(), project.settings)
    return render(atlas, project)


def test_every_page_is_there_in_both_languages(chinese: Tree) -> None:
    paths = [page.path for page in chinese.pages]
    english = [path for path in paths if not path.startswith("zh/")]
    assert paths == [*english, *(f"zh/{path}" for path in english)]


@pytest.mark.parametrize("kind", ["home", "country", "article-chinese"])
def test_a_chinese_page_is_as_agreed(kind: str, chinese: Tree) -> None:
    """As the English ones: ATLAS_UPDATE_GOLDENS=1 writes them anew."""
    (made,) = (page.markdown for page in chinese.pages if page.path == f"zh/{KINDS[kind]}")
    golden = GOLDENS / f"zh-{kind}.md"
    if os.environ.get("ATLAS_UPDATE_GOLDENS"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def test_chinese_pages_show_no_english_but_that_of_the_articles(chinese: Tree) -> None:
    """Latin words outside what is marked as English come from the data (names, codes, files) or from the translator."""
    columns = [data.decode().partition("\n")[0] for path, data in chinese.files.items() if path.endswith(".csv")]
    translated = [one.string for one in catalogue(MESSAGES / "zh.po")]
    named = texts([records(), taxonomy(), translated, columns, *chinese.files])
    data = {word for text in named for word in re.findall("[A-Za-z]+", text)} | KNOWN
    shown = {(word, page.path) for page in chinese_pages(chinese) for word in words(own_text(page))}
    assert sorted((word, path) for word, path in shown if word not in data) == []


def test_no_page_shows_a_place_that_nothing_filled(chinese: Tree) -> None:
    for page in chinese.pages:
        assert not re.findall(r"\{\w+\}", page.markdown), page.path


def test_what_search_finds_of_a_chinese_page_is_chinese(chinese: Tree) -> None:
    """Facets, notes and titles; a page is found by its names in both languages."""
    entries = {page.path: page.search for page in chinese_pages(chinese) if page.search is not None}
    france = entries["zh/countries/fr.md"]
    assert (france.title, france.note) == ("法国", "4 篇文章、2022—2024")
    assert {"France", "法国"} <= set(france.names)
    satellite = entries[f"zh/{KINDS['article']}"]
    assert satellite.facets["country"] == ("FR 法国",)
    assert satellite.facets["language"] == ("en 英语",)
    assert satellite.text.startswith("报道了某事。")
    assert "Reports something." in satellite.text


def chinese_pages(tree: Tree) -> list[Page]:
    return [page for page in tree.pages if page.path.startswith("zh/")]


def own_text(page: Page) -> str:
    """What a page says itself, in its front matter too: without what is marked as English, and without addresses."""
    markdown, data = get_data(page.markdown)
    said = [str(data["title"]) if page.search is None or page.search.kind != "article" else ""]
    (parsed, *_) = trees(markdown)
    for element in parsed.iter():
        if element.get("lang") != "en" and element.tag != "code":
            said.append(element.text or "")
        said.append(element.tail or "")
    return " ".join(part for part in said if "://" not in part)


def words(text: str) -> Iterator[str]:
    return iter(re.findall(r"[A-Za-z]{2,}", NO_WORDS.sub(" ", text)))


def texts(value: object) -> Iterator[str]:
    """All texts inside a value."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from texts(list(value.values()))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts(item)

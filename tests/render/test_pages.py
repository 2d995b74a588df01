"""The pages: one golden for each kind, and what holds for all of them.

`ATLAS_UPDATE_GOLDENS=1 pytest tests/render/test_pages.py` writes the goldens anew; read the difference before you
commit it.
"""

from __future__ import annotations

import os
import posixpath
import random
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from mkdocs.utils.meta import get_data

from generator.catalog import catalog
from generator.model import Place, Provenance, Record, Tag
from generator.render import Page, Tree, render
from generator.render import articles as articles_module

from .corpus import article, details, project, record, records, taxonomy
from .hostile import TITLES
from .markdowns import trees

#: The elements that our templates write.
ATTRIBUTES = {"href", "class", "style", "id", "lang", "dir", "datetime", "value", "data-values"}
TAGS = {
    "div",
    "h1",
    "h2",
    "h3",
    "p",
    "ul",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "a",
    "strong",
    "code",
    "span",
    "time",
    "data",
}
#: And those of our charts, whose attributes tests/render/test_charts.py holds.
CHART_TAGS = {"figure", "svg", "title", "desc", "line", "text", "path", "rect", "circle"}
#: Pages with forms; no word of an article stands on them.
TOOLS = {"ask/index.md", "compare/index.md", "search/index.md"}
#: Those of the first page, where words of articles stand too.
OUR_FORMS = "//div[@class='atlas-hero-forms']"
GOLDENS = Path(__file__).parent / "golden"
KINDS = {
    "home": "index.md",
    "countries": "countries/index.md",
    "country": "countries/fr.md",
    "country-facts-only": "countries/rs.md",
    "cell": "countries/fr/space.md",
    "themes": "themes/index.md",
    "theme": "themes/space.md",
    "groups": "groups/index.md",
    "group": "groups/asean.md",
    "sources": "sources/index.md",
    "source": "sources/morning-wire.md",
    "source-not-listed": "sources/village-post.md",
    "articles": "articles/index.md",
    "article": "articles/2024-05-21-weather-satellite-1a2b.md",
    "article-chinese": "articles/2022-11-28-天文台-3c4d.md",
    "article-digest": "articles/2023-digest-5e6f.md",
    "article-decided": "articles/undated-7a8b.md",
    "article-no-cooperation": "articles/XXXX-11-28-aside-9c0d.md",
}


def tree_of(made: list[Record], root: Path, preview: bool = False, home: str | None = "CN") -> Tree:
    the_project = project(root, home)
    atlas, _ = catalog(made, taxonomy(), the_project.settings)
    return render(atlas, the_project, preview=preview)


def pages_of(tree: Tree) -> dict[str, Page]:
    return {page.path: page for page in tree.pages}


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_each_kind_is_as_agreed(kind: str, tmp_path: Path) -> None:
    made = pages_of(tree_of(records(), tmp_path))[KINDS[kind]].markdown
    golden = GOLDENS / f"{kind}.md"
    if os.environ.get("ATLAS_UPDATE_GOLDENS"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def test_the_editors_preview_shows_body_and_review_notes(tmp_path: Path) -> None:
    made = pages_of(tree_of(records(), tmp_path, preview=True))[KINDS["article"]].markdown
    golden = GOLDENS / "article-preview.md"
    if os.environ.get("ATLAS_UPDATE_GOLDENS"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def hostile_records() -> list[Record]:
    """Articles whose every text is hostile."""
    made = []
    for index, text in enumerate(TITLES):
        written = article(
            f"2024-hostile-{index:02}",
            title=text,
            source=text,
            source_id=None,
            byline=text,
            url=text,
            body=f"{text}\n\n{text}",
            digest_of=Provenance(text, text, text, text) if index % 2 else None,
        )
        evidence = replace(records()[0].findings.partners[0].evidence[0], exact=text, start=0, end=len(text))
        found = record(
            written,
            partners=(Place("partner:FR", "FR", 0.5, (evidence,)),),
            themes=(Tag("space", 0.5, (evidence,), (text,)),),
            **details(written.body, text, text),
        )
        made.append(replace(found, summary=text))
    return made


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """Ordinary and hostile articles together."""
    return tree_of([*records(), *hostile_records()], tmp_path_factory.mktemp("project"), preview=True)


def test_every_page_has_front_matter_and_one_title(tree: Tree) -> None:
    for page in tree.pages:
        body, data = get_data(page.markdown)
        assert data["title"] and data["description"] is not None and data["kind"]
        for parsed in trees(body):
            assert len(list(parsed.iter("h1"))) == 1


def test_hostile_text_adds_no_element_and_no_attribute(tree: Tree) -> None:
    for page in tree.pages:
        if page.path.removeprefix("zh/") in TOOLS:
            continue
        for parsed in trees(get_data(page.markdown)[0]):
            for forms in parsed.xpath(OUR_FORMS):
                forms.clear()
            assert {element.tag for element in parsed.iter()} <= TAGS | CHART_TAGS
            for element in parsed.iter(*TAGS):
                assert set(element.attrib) <= ATTRIBUTES
                assert re.fullmatch("[0-9-]+", element.get("datetime", "2024"))
                assert re.fullmatch("[0-9.e+-]*", element.get("value", ""))
                assert element.get("lang", "zh") in ("en", "zh")
                assert element.get("dir", "auto") == "auto"
                assert element.get("style", "text-align:right").replace(" ", "").strip(";") == "text-align:right"
                assert element.get("class", "atlas-").startswith("atlas-")
                href = element.get("href", "")
                assert not re.match(r"[a-z]+:", href, re.IGNORECASE) or href.startswith("https://")


def test_every_link_between_pages_leads_to_a_page_and_to_a_place_on_it(tree: Tree) -> None:
    known = {page.path for page in tree.pages} | set(tree.files)
    places = {(page.path, id_) for page in tree.pages for id_ in re.findall(r'id="([^"]+)"', page.markdown)}
    for page in tree.pages:
        for parsed in trees(get_data(page.markdown)[0]):
            for anchor in parsed.iter("a"):
                href = anchor.get("href")
                if not href.startswith("https://"):
                    path, _, place = href.partition("#")
                    path = unquote(path.partition("?")[0])
                    target = (
                        posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
                    )
                    assert target in known, (page.path, href)
                    assert not place or (target, place) in places, (page.path, href)


def test_every_row_of_a_table_has_as_many_cells_as_its_head(tree: Tree) -> None:
    for page in tree.pages:
        width = 0
        for line in page.markdown.splitlines():
            cells = line.count("|") - 1 if line.startswith("|") else 0
            assert not (width and cells) or cells == width, (page.path, line)
            width = cells


def test_pages_have_addresses_of_their_own(tree: Tree) -> None:
    assert len({page.path.casefold() for page in tree.pages}) == len(tree.pages)


def test_the_same_articles_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    made = [*records(), *hostile_records()]
    first = tree_of(made, tmp_path)
    for seed in range(3):
        shuffled = random.Random(seed).sample(made, len(made))
        assert tree_of(shuffled, tmp_path) == first


def test_without_articles_there_is_a_site_that_says_so(tmp_path: Path) -> None:
    pages = pages_of(tree_of([], tmp_path))
    assert "no article here yet" in pages["index.md"].markdown
    assert "No article here is filed under a country yet." in pages["countries/index.md"].markdown
    assert "No article here reports on it yet." in pages["themes/space.md"].markdown
    assert not any(path.startswith("articles/") for path in pages if path != "articles/index.md")


def test_without_a_home_no_country_is_named_as_one(tmp_path: Path) -> None:
    made = [replace(one, home=None) for one in records()]
    pages = pages_of(tree_of(made, tmp_path, home=None))
    assert "report cooperation with France." in pages["countries/fr.md"].markdown
    assert "# International cooperation in science and technology" in pages["index.md"].markdown
    assert "reports no cooperation; it is filed" in pages[KINDS["article-no-cooperation"]].markdown


def test_a_digest_of_an_article_whose_outlet_is_not_known_says_so(tmp_path: Path) -> None:
    digest = records()[2]
    retold = replace(digest.article, digest_of=Provenance("not stated"))
    page = pages_of(tree_of([replace(digest, article=retold)], tmp_path))[KINDS["article-digest"]].markdown
    assert "in our own words, of an outlet that is not stated; the words are not the outlet's." in page
    assert "is said by an outlet that is not stated, as retold in our digest." in page


def test_many_articles_get_a_page_for_each_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles_module, "_ON_ONE_PAGE", 3)
    pages = pages_of(tree_of(records(), tmp_path))
    assert "[2024](2024.md)" in pages["articles/index.md"].markdown
    assert "[Year not known](undated.md)" in pages["articles/index.md"].markdown
    assert "A weather satellite for two" in pages["articles/2024.md"].markdown


def test_a_page_is_as_new_as_its_newest_article(tmp_path: Path) -> None:
    pages = pages_of(tree_of(records(), tmp_path))
    assert pages["countries/fr.md"].updated == date(2024, 5, 21)
    assert pages["countries/rs.md"].updated == date(2022, 11, 28)
    assert pages["sources/village-post.md"].updated is None


def test_a_country_is_found_under_its_names_in_both_languages(tmp_path: Path) -> None:
    search = pages_of(tree_of(records(), tmp_path))["countries/fr.md"].search
    assert search is not None
    assert {"France", "法国", "FR", "France-ish"} <= set(search.names)


def test_an_article_is_found_by_country_theme_year_source_and_language(tmp_path: Path) -> None:
    search = pages_of(tree_of(records(), tmp_path))[KINDS["article-chinese"]].search
    assert search is not None
    assert search.facets == {
        "country": ("RS Serbia", "FR France"),
        "theme": ("space Space",),
        "year": ("2022",),
        "source": ("quiet-gazette Quiet Gazette",),
        "language": ("zh Chinese",),
    }


def test_more_years_than_columns_share_the_last_one(tmp_path: Path) -> None:
    made = [
        record(
            article(f"a-{year}", date=str(year)),
            partners=(Place("partner:FR", "FR", 1.0),),
            themes=(Tag("space", 1.0),),
        )
        for year in range(2001, 2021)
    ]
    page = pages_of(tree_of(made, tmp_path))["countries/fr.md"].markdown
    assert "| 2009 | before 2009 | Total |" in page
    assert "| 1 | 8 | 20 |" in page

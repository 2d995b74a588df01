"""What the tree holds for machines and libraries: complete, valid, steady, and within the rights policy."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import feedparser
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from frictionless import Package
from lxml import html
from mkdocs.utils.meta import get_data

from generator.catalog import catalog
from generator.exchange import check_json
from generator.model import Archive, Event, Evidence, Place, Provenance, Quote, Record
from generator.render import Tree, render
from generator.settings import Project, Settings
from generator.site import Site, page_url

from .corpus import BODY, SENTENCE, ZH, article, details, project, record, records, taxonomy
from .hostile import TITLES

PUBLIC = Site("Atlas of tests", "Who with whom", "https://atlas.example/x/")
SATELLITE = "articles/2024-05-21-weather-satellite-1a2b"


def tree_of(made: list[Record], root: Path, site: Site = PUBLIC, **options: Any) -> Tree:
    """The tree of these records."""
    the_project = Project(root, Settings(home="CN", languages=("en", "zh")), site)
    atlas, _ = catalog(made, taxonomy(), the_project.settings)
    return render(atlas, the_project, **options)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    return tree_of(records(), tmp_path_factory.mktemp("project"))


def text(tree: Tree, path: str) -> str:
    return tree.files[path].decode("utf-8")


def bib(tree: Tree, path: str) -> list[dict[str, str]]:
    library = parse_string(text(tree, path))
    assert library.failed_blocks == []
    return [{name: field.value for name, field in entry.fields_dict.items()} for entry in library.entries]


# References


def test_every_article_and_every_country_and_theme_with_articles_has_references(tree: Tree) -> None:
    stems = [f"articles/{one.article.id}" for one in records()]
    stems += ["articles/all", "countries/fr", "countries/rs", "themes/space", "themes/oceans-polar"]
    for stem in stems:
        assert {f"{stem}.{ending}" for ending in ("bib", "ris", "csl.json")} <= set(tree.files), stem
    assert len(bib(tree, "articles/all.bib")) == len(rispy.loads(text(tree, "articles/all.ris"))) == len(records())
    assert len(json.loads(text(tree, "countries/fr.csl.json"))) == 4


def test_an_article_is_cited_as_its_outlet_published_it(tree: Tree) -> None:
    [item] = json.loads(text(tree, f"{SATELLITE}.csl.json"))
    assert item["title"] == "A weather satellite for two"
    assert item["author"] == [{"literal": "Ada Quill"}]
    assert item["container-title"] == "Morning Wire"
    assert item["URL"] == "https://morning-wire.example/a?b=1&c=2"
    assert item["note"] == f"Filed in Atlas of tests: https://atlas.example/x/{SATELLITE}/"


def test_a_chinese_article_is_cited_under_the_outlets_chinese_name(tree: Tree) -> None:
    [item] = json.loads(text(tree, "articles/2022-11-28-天文台-3c4d.csl.json"))
    assert (item["container-title"], item["language"]) == ("静报", "zh")
    assert item["issued"] == {"date-parts": [[2022, 11, 28]], "circa": True}
    assert "28 November 2022 (year inferred)" in item["note"]


def test_a_digest_cites_the_article_that_it_retells_and_is_itself_a_note(tree: Tree) -> None:
    [item] = json.loads(text(tree, "articles/2023-digest-5e6f.csl.json"))
    assert (item["title"], item["container-title"]) == ("A sky for all", "The Far Courier")
    assert (item["issued"], item["URL"]) == ({"date-parts": [[2023, 2]]}, "https://far.example/1")
    assert "Retold in our own words in Atlas of tests" in item["note"]
    assert "language" not in item  # that of the digest says nothing of the original's


def test_the_original_of_several_digests_is_listed_once(tmp_path: Path) -> None:
    original = Provenance("The Far Courier", "2023-02", "A sky for all", "https://far.example/1")
    made = [
        record(article(name, title=f"Our {name}", digest_of=original), partners=(Place("partner:FR", "FR", 0.7),))
        for name in ("first", "second")
    ]
    [item] = json.loads(text(tree_of(made, tmp_path), "countries/fr.csl.json"))
    assert "Our first" in item["note"]
    assert "Our second" in item["note"]


def test_an_unsigned_article_of_an_agency_has_the_agency_as_its_author(tmp_path: Path) -> None:
    tree = tree_of([record(article("unsigned"))], tmp_path)
    assert bib(tree, "articles/unsigned.bib")[0]["author"] == "{Morning Wire}"


def test_an_archived_copy_tells_when_it_was_retrieved(tmp_path: Path) -> None:
    made = replace(record(article("kept")), archive=Archive("https://keep.example/1", "2025-03-04"))
    [item] = json.loads(text(tree_of([made], tmp_path), "articles/kept.csl.json"))
    assert item["accessed"] == {"date-parts": [[2025, 3, 4]]}
    assert "https://keep.example/1" in item["note"]


def test_a_title_of_our_own_stands_in_brackets(tmp_path: Path) -> None:
    made = [
        record(article("untitled", title=None)),
        record(article("ours", title="Our title", digest_of=Provenance("The Far Courier"))),
    ]
    tree = tree_of(made, tmp_path)
    assert json.loads(text(tree, "articles/untitled.csl.json"))[0]["title"] == "[Untitled article]"
    assert json.loads(text(tree, "articles/ours.csl.json"))[0]["title"] == "[Our title]"


# Feeds


def test_feeds_for_all_and_for_each_country_group_and_theme_in_each_language(tree: Tree) -> None:
    for stem in ("articles/all", "countries/fr", "countries/rs", "groups/asean", "themes/space"):
        for folder in ("", "zh/"):
            parsed = feedparser.parse(tree.files[f"{folder}{stem}.atom.xml"])
            assert not parsed.bozo
            assert parsed.feed.language == folder.strip("/") or "en"
            items = json.loads(text(tree, f"{folder}{stem}.feed.json"))["items"]
            assert [entry.id for entry in parsed.entries] == [item["id"] for item in items] != []
    assert parsed.feed.title == "Atlas of tests: 航天"


def test_a_feed_leads_to_our_pages_and_to_the_original_and_is_dated_by_the_articles(tree: Tree) -> None:
    parsed = feedparser.parse(tree.files["countries/fr.atom.xml"])
    entry = parsed.entries[0]
    assert entry.link == f"https://atlas.example/x/{SATELLITE}/"
    assert [one.href for one in entry.links if one.rel == "via"] == ["https://morning-wire.example/a?b=1&c=2"]
    assert entry.updated == "2024-05-21T00:00:00Z"
    assert parsed.feed.updated == "2024-06-01T00:00:00Z"  # an editor decided about one without a year
    assert entry.summary.startswith("Morning Wire, 21 May 2024. Reports something.")


def test_articles_without_a_year_are_the_last_of_a_feed_and_have_no_day(tree: Tree) -> None:
    entries = feedparser.parse(tree.files["articles/all.atom.xml"]).entries
    assert ["published" in entry for entry in entries] == [True, True, True, False, False]
    items = json.loads(text(tree, "articles/all.feed.json"))["items"]
    assert ["date_published" in item for item in items] == [True, True, True, False, False]


def test_a_country_whose_articles_all_lack_a_year_has_its_feed(tmp_path: Path) -> None:
    tree = tree_of([replace(records()[0], article=article("undated", date=None))], tmp_path)
    parsed = feedparser.parse(tree.files["countries/fr.atom.xml"])
    assert not parsed.bozo
    assert [entry.updated for entry in parsed.entries] == [parsed.feed.updated] == ["1970-01-01T00:00:00Z"]
    page = next(page for page in tree.pages if page.path == "countries/fr.md")
    assert "fr.atom.xml" in page.markdown


def test_an_editors_decision_is_a_change_of_its_article(tmp_path: Path) -> None:
    dated = replace(records()[3], article=article("decided", date="2024-01-01"))
    parsed = feedparser.parse(tree_of([dated], tmp_path).files["articles/all.atom.xml"])
    assert (parsed.entries[0].published, parsed.entries[0].updated) == ("2024-01-01T00:00:00Z", "2024-06-01T00:00:00Z")


def test_without_the_sites_address_links_of_feeds_lead_from_the_feed_to_the_pages(tmp_path: Path) -> None:
    tree = tree_of(records(), tmp_path, Site())
    pages = {page_url(page.path) for page in tree.pages}
    data = json.loads(text(tree, "zh/countries/fr.feed.json"))
    assert data["home_page_url"] == "fr/"
    assert "zh/countries/fr/" in pages
    for item in data["items"]:
        assert unquote(item["url"]).replace("../articles", "zh/articles") in pages


# Downloads


def written(tree: Tree, folder: Path) -> Path:
    for path, content in tree.files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


def hostile() -> list[Record]:
    """Articles whose every text is hostile, among them texts of every kind of finding."""
    made = []
    for index, said in enumerate(TITLES):
        body = f"{said} {SENTENCE}"
        written_ = article(f"2024-{index:02}", title=said, source=said, source_id=None, byline=said, body=body)
        made.append(record(written_, partners=(Place("partner:FR", "FR", 0.9),), **details(body, SENTENCE, said)))
    return made


@pytest.mark.parametrize("made", [records(), hostile(), []], ids=["corpus", "hostile", "empty"])
def test_the_data_package_of_the_atlas_validates(made: list[Record], tmp_path: Path) -> None:
    """Frictionless checks the descriptor, sizes, hashes, every value's type, and the keys between the tables."""
    folder = written(tree_of(made, tmp_path), tmp_path / "tree")
    report = Package(str(folder / "data" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "fieldName", "type", "note"])


@pytest.mark.parametrize("made", [records(), hostile(), []], ids=["corpus", "hostile", "empty"])
def test_the_database_holds_together(made: list[Record], tmp_path: Path) -> None:
    tree = tree_of(made, tmp_path)
    with sqlite3.connect(":memory:") as connection:
        connection.deserialize(tree.files["data/atlas.db"])
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (len(made),)


def test_the_database_answers_what_an_analyst_asks(tree: Tree) -> None:
    """Articles on space with France since 2022."""
    with sqlite3.connect(":memory:") as connection:
        connection.deserialize(tree.files["data/atlas.db"])
        found = connection.execute(
            "SELECT a.id FROM articles a JOIN partners p ON p.article_id = a.id JOIN article_themes t "
            "ON t.article_id = a.id WHERE p.country_code = 'FR' AND t.theme_id = 'space' AND a.year >= 2022 ORDER BY 1"
        ).fetchall()
    assert [id_ for (id_,) in found] == ["2022-11-28-天文台-3c4d", "2024-05-21-weather-satellite-1a2b"]


def test_records_are_published_in_the_wire_format(tree: Tree) -> None:
    lines = [json.loads(line) for line in text(tree, "data/records.jsonl").splitlines()]
    assert len(lines) == len(records())
    for line in lines:
        check_json(line)


def test_the_data_page_names_every_download_and_column(tree: Tree) -> None:
    [page] = [page for page in tree.pages if page.path == "data/index.md"]
    body, meta = get_data(page.markdown)
    offered = [path for path in tree.files if path.startswith("data/")]
    assert all(f"({path.removeprefix('data/')})" in body for path in offered)
    for row in text(tree, "data/csv/columns.csv").splitlines()[1:]:
        assert f"| {row.split(',')[1].replace('_', '&#95;')} |" in body
    head = html.document_fromstring(f"<html><head>{meta['head']}</head><body></body></html>")
    data = next(
        found for one in head.iter("script") if (found := json.loads(one.text or "{}")).get("@type") == "Dataset"
    )
    assert {one["contentUrl"] for one in data["distribution"]} <= {
        f"https://atlas.example/x/{path}" for path in offered
    }


# Rights


def test_no_file_holds_a_sentence_that_may_not_be_shown(tmp_path: Path) -> None:
    """Neither of a source of which only facts may be shown, nor what is over the limits of others.

    The same for the files of a preview, which may leave the house; only the page for questions shows the editor all.
    """
    secret = "Nobody may read this sentence about the harbour, which says 4,711 things."
    findings = details(secret, secret, "a thing")
    findings["quotes"] = (Quote("q:1", "Bo", secret, 0.9, (Evidence("body", secret, 0, len(secret)),)),)
    findings["events"] = (Event("e:1", secret, None, None, 0.9, (Evidence("body", secret, 0, len(secret)),)),)
    said = (Evidence("body", secret, 0, len(secret)),)
    facts = record(
        article("facts-only", body=secret, source="静报", source_id="quiet-gazette"),
        partners=(Place("partner:FR", "FR", 0.9, said),),
        **findings,
    )
    beyond = BODY.split("\n\n")[2]
    for preview in (False, True):
        tree = tree_of([*records(), facts], tmp_path, preview=preview)
        for path, content in opened(tree).items():
            if preview and path.endswith("data/ask.json"):
                continue
            assert b"Nobody may read" not in content, path
            assert beyond[-80:].encode() not in content, path
            assert ZH.encode() not in content, path


def opened(tree: Tree) -> dict[str, bytes]:
    """The tree's files, and those inside the packed ones."""
    files = dict(tree.files)
    with zipfile.ZipFile(io.BytesIO(files["data/atlas.xlsx"])) as parts:
        files |= {f"data/atlas.xlsx/{name}": parts.read(name) for name in parts.namelist()}
    return files


def test_a_withdrawn_article_is_in_no_file(tmp_path: Path) -> None:
    """Not its id, not its title: references, feeds and downloads know nothing of it."""
    the_project = Project(tmp_path, Settings(home="CN"), PUBLIC)
    gone = record(article("2024-gone-0000", title="Gone for good"), partners=(Place("partner:FR", "FR", 0.9),))
    atlas, _ = catalog(records(), taxonomy(), the_project.settings, [gone])
    for path, content in opened(render(atlas, the_project)).items():
        assert "2024-gone-0000" not in path
        assert b"2024-gone-0000" not in content, path
        assert b"Gone for good" not in content, path


def test_what_may_be_shown_is_in_the_tables(tmp_path: Path) -> None:
    assert SENTENCE in text(tree_of(records()[:1], tmp_path), "data/csv/partners.csv")


# Pages


def test_every_link_of_a_head_leads_to_a_file(tree: Tree) -> None:
    for page in tree.pages:
        for one in get_data(page.markdown)[1].get("links", []):
            assert unquote(one["path"]) in tree.files, page.path


@pytest.mark.parametrize("made", [records(), hostile()], ids=["corpus", "hostile"])
def test_a_head_holds_nothing_but_what_it_should(made: list[Record], tmp_path: Path) -> None:
    """Whatever titles and bylines say, a browser finds `meta`, one `link` and one script of data."""
    found = 0
    for page in tree_of(made, tmp_path).pages:
        written_ = get_data(page.markdown)[1].get("head", "")
        head = html.document_fromstring(f"<html><head>{written_}</head><body></body></html>")
        kinds = [element.tag for element in head.iter() if element.tag not in ("html", "head", "body")]
        assert set(kinds) <= {"meta", "link", "script"}, page.path
        for element in head.iter("script"):
            assert element.get("type") == "application/ld+json"
            assert json.loads(element.text)["@type"] in ("Article", "Dataset")
            found += 1
    assert found >= len(made)


def test_pages_tell_how_to_cite_them_with_a_version_of_their_content(tree: Tree, tmp_path: Path) -> None:
    """The version changes with what the page tells, and only with that."""
    changed = [replace(one, summary="Another.") if one.article.id.startswith("2024") else one for one in records()]
    after = tree_of(changed, tmp_path)

    def version(of: Tree, path: str) -> str:
        [page] = [page for page in of.pages if page.path == path]
        found = re.search(r"version ([0-9a-f]{10}), articles up to \d+ \w+ \d+", page.markdown)
        assert found is not None
        return found[1]

    assert version(tree, "countries/fr.md") != version(after, "countries/fr.md")
    assert version(tree, "countries/rs.md") == version(after, "countries/rs.md")


def test_a_day_of_building_is_told_only_where_it_is_given(tmp_path: Path) -> None:
    from datetime import date  # noqa: PLC0415 - only here

    built = tree_of(records(), tmp_path, replace(PUBLIC, built=date(2026, 1, 2)))
    [page] = [page for page in built.pages if page.path == "countries/fr.md"]
    assert " of 2 January 2026." in page.markdown
    assert json.loads(text(built, "data/datapackage.json"))["created"] == "2026-01-02T00:00:00Z"


def test_an_old_address_leads_to_the_article_in_each_language(tmp_path: Path) -> None:
    new = "2024-05-21-weather-satellite-1a2b"
    tree = tree_of(records(), tmp_path, moved={"2024-old-0000": new})
    for folder in ("", "zh/"):
        page = html.document_fromstring(tree.files[f"{folder}articles/2024-old-0000/index.html"])
        assert page.xpath("//a/@href") == [f"../{new}/"]
        assert page.xpath("//link/@href") == [f"https://atlas.example/x/{folder}articles/{new}/"]


def test_robots_and_programs_find_the_way(tree: Tree, tmp_path: Path) -> None:
    """llms.txt names only what is there; robots.txt names the sitemap where its address is known."""
    assert "Sitemap: https://atlas.example/x/sitemap.xml" in text(tree, "robots.txt")
    assert "Sitemap" not in text(tree_of([], tmp_path, Site()), "robots.txt")
    there = {page_url(page.path) for page in tree.pages} | set(tree.files)
    links = re.findall(r"\]\(https://atlas\.example/x/([^)]*)\)", text(tree, "llms.txt"))
    assert len(links) > 5
    assert set(links) <= there


def test_the_same_articles_give_the_same_files_in_any_order(tmp_path: Path) -> None:
    one, two = tree_of(records(), tmp_path), tree_of(records()[::-1], tmp_path)
    assert one.files == two.files


def test_a_project_without_mkdocs_has_all_files_too(tmp_path: Path) -> None:
    """Defaults stand in for what mkdocs.yml does not say."""
    the_project = project(tmp_path)
    atlas, _ = catalog(records(), taxonomy(), the_project.settings)
    files = render(atlas, the_project).files
    assert {"robots.txt", "llms.txt", "data/datapackage.json", "articles/all.atom.xml"} <= set(files)

"""One build, several languages: each page speaks its own, and leads to itself in the others."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po
from lxml import html

from generator.publish import build_site
from generator.render.tree import Page, SearchEntry, Tree

ROOT = Path(__file__).parents[2]

#: Latin words of the frame of a Chinese page: the other language, keys, an example of a query, what it is made with.
KNOWN = {"English", "Enter", "Esc", "cooperation", "Material", "for", "MkDocs", "Pagefind", "logo"}


@pytest.fixture(scope="module")
def site(made_tree: Tree, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made tree, whose article is in English alone, with another one in both languages."""
    entry = SearchEntry("双语文章", "文字。", "article")
    more = [Page(f"{folder}articles/2024-b.md", "双", "# 双\n", None, entry) for folder in ("", "zh/")]
    out = tmp_path_factory.mktemp("languages") / "site"
    _, warnings = build_site(ROOT, Tree((*made_tree.pages, *more)), out)
    assert warnings == 0
    return out


def page(site: Path, path: str) -> html.HtmlElement:
    """A page of the site."""
    return html.document_fromstring((site / path).read_bytes())


def test_a_page_says_what_language_it_is_in(site: Path) -> None:
    assert page(site, "index.html").get("lang") == "en"
    assert page(site, "zh/index.html").get("lang") == page(site, "zh/about/index.html").get("lang") == "zh"


def test_a_page_names_itself_in_all_languages(site: Path) -> None:
    """The first language is also the one for everybody else."""
    for path in ("articles/2024-b/index.html", "zh/articles/2024-b/index.html"):
        links = page(site, path).xpath("//head/link[normalize-space(@rel)='alternate'][@hreflang]")
        leads = {link.get("hreflang"): (site / path).parent.joinpath(link.get("href")).resolve() for link in links}
        english, chinese = (site / folder / "articles/2024-b" for folder in ("", "zh"))
        assert leads == {"en": english.resolve(), "x-default": english.resolve(), "zh": chinese.resolve()}


def test_a_page_without_a_translation_names_none(site: Path) -> None:
    assert page(site, "articles/2024-a/index.html").xpath("//head/link[@hreflang]") == []


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("articles/2024-b/index.html", "../../zh/articles/2024-b/"),
        ("zh/articles/2024-b/index.html", "../../../articles/2024-b/"),
        ("zh/index.html", "../"),
        ("articles/2024-a/index.html", "../../zh/"),  # it has no translation
    ],
)
def test_the_switch_leads_to_the_same_page_in_the_other_language(site: Path, path: str, leads: str) -> None:
    (switch,) = page(site, path).xpath("//nav[@class='atlas-languages']/a")
    other = "en" if path.startswith("zh/") else "zh"
    assert (switch.get("lang"), switch.get("hreflang")) == (other, other)
    assert switch.get("href") == leads


def test_the_menu_stays_in_the_language(site: Path) -> None:
    tabs = page(site, "zh/countries/index.html").xpath("//nav[contains(@class, 'md-tabs')]//a")
    titles = [tab.text_content().strip() for tab in tabs]
    assert titles[:3] == ["首页", "国家和地区", "主题"]
    assert {tab.get("href").startswith("../../") for tab in tabs} == {False}
    assert page(site, "zh/countries/index.html").xpath("//a[contains(@class, 'md-logo')]/@href") == ["../", "../"]


def test_the_frame_of_a_chinese_page_is_chinese(site: Path) -> None:
    tree = page(site, "zh/articles/2024-b/index.html")
    for element in tree.xpath("//script | //style | //svg | //*[@lang='en']"):
        element.drop_tree()
    said = " ".join(tree.xpath("//text() | //@aria-label | //@title | //@placeholder"))
    assert set(re.findall(r"[A-Za-z]{2,}", said)) <= KNOWN


def test_each_language_has_an_index_of_its_pages(site: Path) -> None:
    """The dialog tells the script where its index is, and what to say."""
    for path, index in (("index.html", "search/"), ("zh/countries/index.html", "../search/")):
        (dialog,) = page(site, path).xpath("//dialog[@id='atlas-search']")
        assert dialog.get("data-index") == index
        assert json.loads(dialog.get("data-texts"))["results"]["other"]
    counted = {
        folder: json.loads((site / folder / "search/pagefind-entry.json").read_text())["languages"]["en"]["page_count"]
        for folder in ("", "zh")
    }
    assert counted == {"": 4, "zh": 3}, "about and method in each, and the articles"


def test_a_wrong_address_is_answered_in_all_languages(site: Path) -> None:
    tree = page(site, "404.html")
    assert [part.get("lang") for part in tree.xpath("//article//section")] == ["en", "zh"]
    assert tree.xpath("//article//h1/text()") == ["Page not found"]
    assert "找不到页面" in tree.text_content()


def test_what_mkdocs_yml_says_is_translated() -> None:
    """The site's name, its menu and its switches are messages of the catalogue."""
    text = re.sub(r"!!?\S+", "", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings = yaml.safe_load(text)
    titles = [title for item in settings["nav"] for title in item]
    switches = [option["toggle"]["name"] for option in settings["theme"]["palette"]]
    with (ROOT / "templates/messages/zh.po").open("rb") as file:
        known = {message.id for message in read_po(file)}
    assert {settings["site_name"], settings["site_description"], *titles, *switches} <= known

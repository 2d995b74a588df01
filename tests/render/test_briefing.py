"""Briefings: every claim leads to its sentence, gaps are shown, and a brief stands alone."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from generator.catalog import Atlas, catalog
from generator.model import Agreement, Archive, Event, Figure, Person, Place, Programme, Record, Scope, Tag
from generator.render import Tree, brief, render
from generator.render.brief import plain, standalone
from generator.render.escape import in_language
from generator.settings import Project, Settings
from generator.site import Site
from generator.taxonomy.model import IndicatorEntry

from .corpus import article, evidence, project, record, records, taxonomy


def atlas_of(made: list[Record], the_project: Project) -> Atlas:
    return catalog(made, taxonomy(), the_project.settings)[0]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    the_project = project(tmp_path_factory.mktemp("project"))
    return render(atlas_of(records(), the_project), the_project)


def page(tree: Tree, path: str) -> str:
    return next(page.markdown for page in tree.pages if page.path == path)


def test_every_finding_of_an_article_has_a_place_of_its_own(tree: Tree) -> None:
    text = page(tree, "articles/2024-05-21-weather-satellite-1a2b.md")
    places = re.findall(r'<span id="([a-z]+)-[0-9a-f]{10}"></span>', text)
    assert set(places) == {"place", "tag", "figure", "person", "programme", "agreement", "event", "quote"}
    every = re.findall(r'id="([^"]+)"', text)
    assert len(every) == len(set(every))


def test_a_number_at_a_glance_leads_to_its_list(tree: Tree) -> None:
    text = page(tree, "countries/fr.md")
    for place in re.findall(r"\]\(#([a-z-]+)\)", text):
        assert f'<span id="{place}"></span>' in text


def test_years_and_themes_without_articles_are_gaps_and_no_blanks(tmp_path: Path) -> None:
    made = [
        record(article(f"a-{year}", date=year), partners=(Place("p", "FR", 1.0),), themes=(Tag("space", 1.0),))
        for year in ("2020", "2023")
    ]
    other = record(article("b", date="2025"), partners=(Place("p", "RS", 1.0),), themes=(Tag("oceans-polar", 1.0),))
    the_project = project(tmp_path)
    text = page(render(atlas_of([*made, other], the_project), the_project), "countries/fr.md")
    assert "| Theme | 2025 | 2024 | 2023 | 2022 | 2021 | 2020 | Total |" in text
    one = '<span class="atlas-shade atlas-step-1">1</span>'
    assert f"| [Space](fr/space.md) | – | – | {one} | – | – | {one} | 2 |" in text
    assert "Nothing was collected on: Oceans and polar regions." in text
    assert "of 2021 to 2022, 2024 to 2025; on 1 of 2 themes; from a source of France" in text


def test_an_article_page_leads_to_the_original_and_to_the_archived_copy(tmp_path: Path) -> None:
    made = replace(records()[1], archive=Archive("https://archive.example/9", "2024-06-01"), gloss="Two observatories")
    the_project = project(tmp_path)
    text = page(render(atlas_of([made], the_project), the_project), "articles/2022-11-28-天文台-3c4d.md")
    assert "(https://archive.example/9), retrieved 1 June 2024" in text
    assert '<p class="atlas-gloss">Two observatories</p>' in text


def test_a_title_in_another_language_without_a_gloss_is_explained_by_how_it_is_filed(tree: Tree) -> None:
    text = page(tree, "articles/2022-11-28-天文台-3c4d.md")
    assert '<p class="atlas-gloss">Serbia, France, Space</p>' in text
    assert "atlas-gloss" not in page(tree, "articles/2024-05-21-weather-satellite-1a2b.md")


def test_words_from_right_to_left_have_a_direction_of_their_own() -> None:
    assert in_language("قال الوزير", "ar") == '<span lang="ar" dir="auto">قال الوزير</span>'
    assert in_language("שלום", "") == '<span dir="auto">שלום</span>'
    assert "dir" not in in_language("天文台", "zh")


def test_every_side_of_a_comparison_has_a_file_whose_pages_exist(tree: Tree) -> None:
    form = html.fromstring(page(tree, "compare/index.md").partition("<form")[2].join(["<form", ""]))
    texts = json.loads(form.xpath("//@data-texts")[0])
    paths = {one.path for one in tree.pages}
    assert {"FR", "RS", "space", "asean"} <= set(texts["files"])
    for file in texts["files"].values():
        side = json.loads(tree.files[file])
        addresses = [
            side["page"],
            *(address for _, _, address in side["reported"]),
            *(row[2] for row in side["across"]),
        ]
        for address in filter(None, addresses):
            assert f"{address.partition('#')[0].rstrip('/')}.md" in paths


def test_a_comparison_holds_no_word_of_an_article(tree: Tree) -> None:
    said = "weather satellite"
    assert not any(said in data.decode() for path, data in tree.files.items() if path.startswith("data/compare/"))


@pytest.fixture(scope="module")
def made_brief(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, html.HtmlElement]:
    the_project = project(tmp_path_factory.mktemp("brief"))
    made = brief(atlas_of(records(), the_project), the_project, "FR", "en")
    return made.markdown, html.fromstring(made.html)


def test_a_brief_is_one_file_that_asks_for_nothing(made_brief: tuple[str, html.HtmlElement]) -> None:
    _, parsed = made_brief
    assert not parsed.xpath("//script | //link | //img | //@src")
    assert "default-src 'none'" in parsed.xpath("//meta[@http-equiv]/@content")[0]
    assert parsed.xpath("//h1")[0].text_content() == "France"


def test_every_link_of_a_brief_leads_to_a_place_in_it_or_to_the_web(made_brief: tuple[str, html.HtmlElement]) -> None:
    markdown, parsed = made_brief
    assert not markdown.startswith("---")
    places = {f"#{place}" for place in parsed.xpath("//@id")}
    links = parsed.xpath("//a/@href")
    assert any(link.startswith("#article-") for link in links)
    assert all(link in places or link.startswith("https://") for link in links)


def test_where_the_sites_address_is_known_a_brief_leads_to_the_sentence() -> None:
    text = "[Wire](../articles/a.md#event-1) [here](#x) [out](https://w.example/)"
    there = standalone(text, "countries/fr.md", {}, "zh/", Site(url="https://atlas.example/"))
    assert there == "[Wire](https://atlas.example/zh/articles/a/#event-1) [here](#x) [out](https://w.example/)"
    assert standalone(text, "countries/fr.md", {"articles/a.md": "y"}, "", Site()).startswith(
        "[Wire &#91;1&#93;](#y) [here](#x)"
    )
    assert standalone(text, "countries/fr.md", {}, "", Site()).startswith("Wire [here](#x)")


def test_the_brief_of_a_country_without_articles_says_so(tmp_path: Path) -> None:
    the_project = project(tmp_path)
    made = brief(atlas_of(records(), the_project), the_project, "US", "en").markdown
    assert "No article here reports cooperation of China with the United States." in made
    assert "Nothing was collected on: " in made


def test_a_brief_is_in_the_language_asked_for(tmp_path: Path) -> None:
    the_project = Project(tmp_path, Settings(home="CN", languages=("en", "zh")))
    made = brief(atlas_of(records(), the_project), the_project, "FR", "zh")
    assert '<html lang="zh">' in made.html
    assert "# 法国" in made.markdown


def test_an_agreement_says_which_one_it_is(tmp_path: Path) -> None:
    """Kind, name and sentence; a named one stands among the agreements and not among the programmes."""
    body = "The River Treaty between the two was renewed.\n\nThey also opened the Whale House."
    first, second = body.split("\n\n")
    made = record(
        article("a", body=body, source_id="open-lab"),
        partners=(Place("p", "FR", 1.0, evidence(body, first)),),
        agreements=(Agreement("a:1", ("CN", "FR"), "treaty", "2024-05", 0.9, evidence(body, first)),),
        programmes=(
            Programme("pr:1", "River Treaty", None, 0.9, evidence(body, first)),
            Programme("pr:2", "Whale House", None, 0.9, evidence(body, second)),
        ),
    )
    the_project = project(tmp_path)
    made_tree = render(atlas_of([made], the_project), the_project)
    text = page(made_tree, "countries/fr.md")
    assert f"| May 2024 | treaty: River Treaty | China, France | “{first}” |" in text
    programmes = text.partition("</span>Programmes and institutions\n")[2].partition("\n## ")[0]
    assert "Whale House" in programmes
    assert "River Treaty" not in programmes
    assert f"treaty: River Treaty, China, France, “{first}”" in page(made_tree, "timeline/index.md")


def test_what_may_not_be_quoted_is_said_where_to_read(tmp_path: Path) -> None:
    body = "They met by the river."
    made = record(
        article("a", body=body, source_id="quiet-gazette", url="https://gazette.example/1"),
        partners=(Place("p", "FR", 1.0, evidence(body, body)),),
        agreements=(Agreement("a:1", ("CN", "FR"), "treaty", None, 0.9, evidence(body, body)),),
        events=(Event("e:1", "They met", None, "2024-05-20", 0.9, evidence(body, body)),),
    )
    the_project = project(tmp_path)
    text = page(render(atlas_of([made], the_project), the_project), "countries/fr.md")
    where = "See [paragraph 1 of the original](https://gazette.example/1)&#46;"
    assert f"| no date | treaty | China, France | {where} |" in text
    assert f"| 20 May 2024 |  | {where} |" in text
    assert "river" not in text


def test_at_a_glance_there_are_facts_with_their_sentences_and_people_are_counted_as_one_says_it(
    tmp_path: Path,
) -> None:
    """The newest agreement and event, the most reported names; what one has is in the language of the page."""
    english, chinese = "They sent 50 young gardeners in May.", "双方五月派出50名青年园丁。"
    made = []
    for id_, language, body, what in (("a", "en", english, "young gardeners"), ("b", "zh", chinese, "青年园丁")):
        said, scope = evidence(body, body), Scope(("FR",))
        made.append(
            record(
                article(id_, body=body, source_id="open-lab"),
                language=language,
                partners=(Place("p", "FR", 1.0, said),),
                figures=(Figure("f", 50, None, None, "person", what, None, None, "gardeners", scope, 0.9, said),),
                people=(Person("p:1", "Ada Lint", "gardener", "FR", 0.9, said),),
                agreements=(Agreement(f"a:{id_}", ("CN", "FR"), "treaty", "2024-05", 0.9, said),),
                events=(Event(f"e:{id_}", what, None, "2024-05-20", 0.9, said),),
            )
        )
    the_project = Project(tmp_path, Settings(home="CN", languages=("en", "zh")))
    known, labels = taxonomy(), {"en": "Gardeners", "zh": "园丁"}
    entry = {"id": "gardeners", "labels": labels, "definition": labels, "unit": "person", "terms": {"en": ["garden"]}}
    known.indicators["gardeners"] = IndicatorEntry.model_validate(entry)
    made_tree = render(catalog(made, known, the_project.settings)[0], the_project)
    for path, sentence, people in (
        ("countries/fr.md", english, "50 young gardeners"),
        ("zh/countries/fr.md", chinese, "50名青年园丁"),
    ):
        facts = page(made_tree, path).partition("| --- | --- |\n")[2].partition("\n\n")[0].split("\n")
        assert [sentence in row for row in facts if "#agreement-" in row or "#event-" in row] == [True, True]
        assert sum(people in row and sentence not in row for row in facts) == 1
        assert "Ada Lint" in "".join(facts)


def test_a_brief_says_whose_it_is_and_of_which_day_and_numbers_its_articles(tmp_path: Path) -> None:
    """On paper a link leads nowhere: a claim has the number of its article, and that the address or id in the atlas."""
    the_project = project(tmp_path)
    made = brief(atlas_of(records(), the_project), the_project, "FR", "en", date(2026, 3, 4))
    shown = html.fromstring(made.html)
    assert shown.xpath("//title")[0].text == "France – Cooperation Atlas"
    assert "Cooperation Atlas, 4 March 2026" in shown.text_content()
    numbered = [item.text_content() for item in shown.xpath("//ol/li")]
    (satellite,) = (
        number for number, item in enumerate(numbered, start=1) if "2024-05-21-weather-satellite-1a2b" in item
    )
    assert f"Morning Wire, 21 May 2024 [{satellite}]" in shown.text_content()
    assert len(numbered) == 4


def test_the_markdown_of_a_brief_holds_no_html(made_brief: tuple[str, html.HtmlElement]) -> None:
    markdown, _ = made_brief
    assert not re.search(r"<[a-z/]", markdown)
    assert "](#" not in markdown
    assert "- **Years**: " in markdown


def test_what_is_not_ours_stays_inert_in_plain_markdown() -> None:
    assert (
        plain("&lt;b&gt; &#42;x&#42; &#91;a&#93; &#91;2&#93;\n\n\n\nb")
        == "&lt;b&gt; &#42;x&#42; &#91;a&#93; \\[2\\]\n\nb"
    )

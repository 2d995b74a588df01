"""Pages say how many sources there are, what is a reprint, and what remains without some sources."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.catalog import catalog
from generator.model import Place, Provenance, Record
from generator.render import Page, render

from .corpus import BODY, article, project, record, records, taxonomy


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The pages of the corpus with a reprint in it, by path; a preview, so that candidates for translations show."""
    the_project = project(tmp_path_factory.mktemp("lens"))
    atlas, _ = catalog([*records(), reprint()], taxonomy(), the_project.settings)
    return {page.path: page for page in render(atlas, the_project, preview=True).pages}


def reprint() -> Record:
    satellite = records()[0]
    body = BODY.replace("two days", "three days")
    written = article(
        "2024-05-23-reprint-0e1f", title="Eyes on clouds", date="2024-05-23", source_id="open-lab", body=body
    )
    return replace(satellite, article=written)


def test_a_reprint_and_its_original_name_each_other(pages: dict[str, Page]) -> None:
    assert "| Reprint of | [A weather satellite for two]" in pages["articles/2024-05-23-reprint-0e1f.md"].markdown
    original = pages["articles/2024-05-21-weather-satellite-1a2b.md"].markdown
    assert re.search(r"\| Reprints \| \[Eyes on clouds\]\([^)]*\) \(Open Lab News, 23 May 2024\) \|", original)


def test_a_country_page_counts_a_reprint_as_an_article_and_as_no_source(pages: dict[str, Page]) -> None:
    assert "> 5 articles, 4 sources\n" in pages["countries/fr.md"].markdown
    assert "5 articles" in pages["countries/fr.md"].markdown


def test_a_country_page_says_what_remains_without_state_media(pages: dict[str, Page]) -> None:
    assert "Without state media: 5 of 5 articles, 2 of 2 themes" in pages["countries/fr.md"].markdown
    assert "(fr/lens.md)" in pages["countries/fr.md"].markdown


def test_every_lens_has_a_line_in_the_table_and_a_section_with_its_address(pages: dict[str, Page]) -> None:
    text = pages["countries/fr/lens.md"].markdown
    places = re.findall(r'<h2 id="([a-z-]+)">', text)
    assert places == ["without-state-media", "without-cn", "without-single-source-facts"]
    assert re.findall(r"\]\(#([a-z-]+)\) \|", text) == places


def test_without_a_countrys_sources_the_articles_of_others_remain(pages: dict[str, Page]) -> None:
    """All listed sources of the corpus are Chinese; two articles have an outlet that is not listed."""
    section = pages["countries/fr/lens.md"].markdown.partition('id="without-cn"')[2].partition("<h2")[0]
    assert "Without the sources of China: 2 of 5 articles, 0 of 2 themes" in section
    assert "Of 2 of these articles nobody has entered who owns the sources." in section
    assert "Title of undated-7a8b" in section
    assert "Eyes on clouds" not in section
    assert "Themes that do not remain: [Oceans and polar regions](oceans-polar.md), [Space](space.md)" in section


def test_a_fact_that_only_an_article_and_its_reprint_tell_has_one_source(pages: dict[str, Page]) -> None:
    section = pages["countries/fr/lens.md"].markdown.partition('id="without-single-source-facts"')[2]
    assert "1 of 5 articles" not in section
    assert "Oceans and polar regions" in section.partition("do not remain")[2].partition("\n")[0]


def test_one_outlet_has_one_name_on_a_page_and_media_of_one_state_are_said_to_be(tmp_path: Path) -> None:
    """However a digest prints the outlet; as printed it stands on the article's page alone, where that differs."""
    known = taxonomy()
    for id_ in ("morning-wire", "open-lab"):
        printed = ["CHEN XUN SHE"] if id_ == "morning-wire" else []
        known.sources[id_] = known.sources[id_].model_copy(update={"state_media": True, "aliases": printed})
    made = [
        record(article("a", body="One story of the river.")),
        record(
            article(
                "b", body="Another one of the sea.", source="CHEN XUN SHE", digest_of=Provenance("CHEN XUN SHE", "2024")
            )
        ),
        record(article("c", body="A third one of the sky.", source="Open Lab News", source_id="open-lab")),
    ]
    made = [replace(one, findings=replace(one.findings, partners=(Place("p", "FR", 1.0),))) for one in made]
    the_project = project(tmp_path)
    pages = {one.path: one.markdown for one in render(catalog(made, known, the_project.settings)[0], the_project).pages}
    country = pages["countries/fr.md"]
    assert "CHEN XUN SHE" not in country
    assert "3 articles, 2 sources (2 of them are owned or edited by one state: China)" in country
    assert "| Source as printed | CHEN XUN SHE |" in pages["articles/b.md"]
    assert "Source as printed" not in pages["articles/a.md"]

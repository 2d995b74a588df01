"""What stands in a page's head: read as a browser and a reference manager read it, and never more than was meant."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from lxml import html

from generator.export import head, jsonld
from generator.export.reference import Kind, Reference
from generator.plaintext import clean

from .samples import NASTY, REFERENCES, TEXTS, reference

DATA = jsonld.DataSet(
    name="Atlas",
    description="Everything in tables",
    address="https://atlas.example/data/",
    version="1a2b3c4d5e",
    modified="2024-05-21",
    covered="2020-01-01/2024-05-21",
    licence="https://spdx.org/licenses/CC-BY-4.0.html",
    publisher="Atlas",
    languages=("en", "zh"),
    downloads=(jsonld.Download("Articles", "https://atlas.example/data/csv/articles.csv", "text/csv", 12, "ab" * 32),),
)


def elements(text: str) -> list[Any]:
    """The elements of a head as a browser reads them."""
    page = html.document_fromstring(f"<!doctype html><html><head>{text}</head><body></body></html>")
    return list(page.find("head"))


def tags(made: Reference) -> list[tuple[str, str]]:
    return [(one.get("name"), one.get("content")) for one in elements(head.citation_tags(made, "Atlas"))[1:]]


def test_zotero_finds_the_original_articles_citation() -> None:
    """The names that Zotero's translator for embedded metadata reads, and the item type that it would not guess."""
    found = tags(reference())
    assert ("z:itemType", "newspaperArticle") in found
    assert ("citation_title", "A weather satellite for two") in found
    assert [content for name, content in found if name == "citation_author"] == ["Ada Quill", "Zhou, Ming"]
    assert ("citation_publication_date", "2024/05/21") in found
    assert ("citation_journal_title", "Morning Wire") in found
    assert ("citation_language", "en") in found
    assert ("citation_public_url", "https://wire.example/a?b=1&c=2") in found


def test_dublin_core_names_its_scheme() -> None:
    first = elements(head.citation_tags(reference(), "Atlas"))[0]
    assert (first.get("rel"), first.get("href")) == ("schema.DC", "http://purl.org/dc/elements/1.1/")
    found = dict(tags(reference()))
    assert found["DC.title"] == "A weather satellite for two"
    assert found["DC.date"] == "2024-05-21"
    assert found["DC.source"] == "Morning Wire"


def test_what_is_not_known_has_no_tag() -> None:
    names = {name for name, _ in tags(reference(date=None, url="", authors=(), language="", outlet=""))}
    assert names == {"z:itemType", "citation_title", "citation_keywords"} | {
        f"DC.{name}" for name in ("title", "publisher", "type", "subject")
    }


@given(REFERENCES)
def test_any_reference_gives_nothing_but_its_tags(made: Reference) -> None:
    found = elements(head.citation_tags(made, "Atlas"))
    assert [one.tag for one in found] == ["link"] + ["meta"] * (len(found) - 1)
    assert all(set(one.attrib) == {"name", "content"} for one in found[1:])


def article(made: Reference, headline: str = "Our title") -> Any:
    """The JSON-LD of an article, as a browser finds it in the page."""
    document = jsonld.article(made, headline, "Reports cooperation.", "en", "https://atlas.example/a/", "Atlas")
    [element] = elements(head.script(document))
    assert element.get("type") == "application/ld+json"
    assert element.text == document
    return json.loads(element.text)


def test_an_article_cites_the_original_as_a_news_article() -> None:
    data = article(reference())
    assert (data["@context"], data["@type"]) == ("https://schema.org", "Article")
    assert {"headline", "publisher", "inLanguage", "url", "abstract"} <= set(data)
    assert data["citation"] == {
        "@type": "NewsArticle",
        "headline": "A weather satellite for two",
        "author": [{"@type": "Person", "name": "Ada Quill"}, {"@type": "Person", "name": "ZHOU Ming"}],
        "publisher": {"@type": "Organization", "name": "Morning Wire"},
        "datePublished": "2024-05-21",
        "inLanguage": "en",
        "url": "https://wire.example/a?b=1&c=2",
    }


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_original_has_a_type(kind: Kind) -> None:
    assert article(reference(kind=kind))["citation"]["@type"] in ("NewsArticle", "Article", "Dataset")


@pytest.mark.parametrize("text", NASTY)
def test_no_title_ends_the_script(text: str) -> None:
    data = article(reference(title=text), text)
    assert data["headline"] == data["citation"]["headline"] == clean(text)


@given(REFERENCES, TEXTS)
def test_any_reference_gives_one_script(made: Reference, headline: str) -> None:
    assert article(made, headline)["@type"] == "Article"


def test_the_data_page_is_a_dataset_with_its_files() -> None:
    data = json.loads(jsonld.data_set(DATA))
    assert data["@type"] == "Dataset"
    assert {"name", "description", "version", "license", "creator", "url", "distribution"} <= set(data)
    assert data["distribution"] == [
        {
            "@type": "DataDownload",
            "name": "Articles",
            "contentUrl": "https://atlas.example/data/csv/articles.csv",
            "encodingFormat": "text/csv",
            "contentSize": "12 B",
            "sha256": "ab" * 32,
        }
    ]


@pytest.mark.parametrize("text", NASTY)
def test_a_page_that_moved_leads_on_and_shows_nothing_else(text: str) -> None:
    """At once by the refresh, by hand through the link; search engines are told the new address."""
    page = html.document_fromstring(
        head.redirect("../new-1a2b/", "https://atlas.example/articles/new-1a2b/", text, "zh")
    )
    assert page.xpath("string(//meta[@http-equiv='refresh']/@content)") == "0; url=../new-1a2b/"
    assert page.xpath("//a/@href") == ["../new-1a2b/"]
    assert page.get("lang") == "zh"
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://atlas.example/articles/new-1a2b/"]
    assert page.xpath("string(//meta[@name='robots']/@content)") == "noindex"
    assert page.xpath("string(//title)") == page.xpath("string(//a)") == clean(text)
    assert page.xpath("//img") == []
    assert page.xpath("//script/text()") == ['location.replace(document.querySelector("a").href + location.hash)']


def test_without_an_address_of_the_site_a_page_that_moved_names_no_canonical_one() -> None:
    assert b"canonical" not in head.redirect("../new/", "", "New", "en")

"""Feeds are valid Atom and JSON Feed 1.1, steady, and unharmed by any text."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import feedparser
import pytest
from hypothesis import given

from generator.export.feed import Entry, Feed, atom, json_feed
from generator.plaintext import clean

from .samples import NASTY, TEXTS

ENTRY = Entry(
    id="2024-05-21-a-weather-satellite-1a2b3c",
    title="A weather satellite for two",
    address="https://atlas.example/articles/2024-05-21-a-weather-satellite-1a2b3c/",
    published=date(2024, 5, 21),
    updated=date(2024, 6, 1),
    summary="Morning Wire, 21 May 2024. Reports cooperation.",
    original="https://wire.example/a?b=1&c=2",
    language="en",
    tags=("France", "Space"),
)
FEED = Feed(
    id="CN:countries/FR",
    title="Atlas: France",
    author="Atlas",
    language="en",
    page="https://atlas.example/countries/fr/",
    atom="https://atlas.example/countries/fr.atom.xml",
    json="https://atlas.example/countries/fr.feed.json",
    entries=(ENTRY, replace(ENTRY, id="older", updated=date(2020, 1, 1), published=date(2020, 1, 1))),
    note="Articles on cooperation with France",
)


def read(feed: Feed) -> Any:
    """The Atom feed by a parser that many readers use; it must find nothing wrong."""
    parsed = feedparser.parse(atom(feed))
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


def test_atom_has_all_that_the_standard_wants() -> None:
    parsed = read(FEED)
    assert parsed.feed.title == "Atlas: France"
    assert parsed.feed.updated == "2024-06-01T00:00:00Z"
    assert parsed.feed.author == "Atlas"
    links = {link.rel: (link.href, link.type) for link in parsed.feed.links}
    assert links == {
        "self": (FEED.atom, "application/atom+xml"),
        "alternate": (FEED.page, "text/html"),
    }
    entry = parsed.entries[0]
    assert (entry.title, entry.link, entry.summary) == (ENTRY.title, ENTRY.address, ENTRY.summary)
    assert (entry.published, entry.updated) == ("2024-05-21T00:00:00Z", "2024-06-01T00:00:00Z")
    assert [tag.term for tag in entry.tags] == ["France", "Space"]
    assert [link.href for link in entry.links if link.rel == "via"] == [ENTRY.original]


def test_json_feed_has_all_that_the_standard_wants() -> None:
    data = json.loads(json_feed(FEED))
    assert data["version"] == "https://jsonfeed.org/version/1.1"
    assert (data["title"], data["home_page_url"], data["feed_url"]) == (FEED.title, FEED.page, FEED.json)
    item = data["items"][0]
    assert item["url"] == ENTRY.address
    assert item["external_url"] == ENTRY.original
    assert item["content_text"] == ENTRY.summary
    assert (item["date_published"], item["date_modified"]) == ("2024-05-21T00:00:00Z", "2024-06-01T00:00:00Z")


def test_ids_are_the_same_in_both_formats_and_stay_when_the_site_moves() -> None:
    moved = replace(FEED, page="countries/fr/", atom="x", json="y", entries=(replace(ENTRY, address="elsewhere"),))
    ids = [entry.id for entry in read(FEED).entries]
    assert ids == [item["id"] for item in json.loads(json_feed(FEED))["items"]]
    assert all(id_.startswith("urn:uuid:") for id_ in ids)
    assert len(set(ids)) == len(ids)
    assert read(moved).entries[0].id == ids[0]
    assert read(moved).feed.id == read(FEED).feed.id
    assert read(replace(FEED, id="CN:countries/RS")).feed.id != read(FEED).feed.id


@pytest.mark.parametrize("text", NASTY)
def test_nothing_in_a_text_becomes_mark_up(text: str) -> None:
    feed = replace(FEED, title=text, entries=(replace(ENTRY, title=text, summary=text, tags=(text,)),))
    parsed = read(feed)
    item = json.loads(json_feed(feed))["items"][0]
    # RFC 4287: a title without a type is plain text, so a reader that shows it as such shows the very characters.
    assert f"<title>{clean(text)}</title>".encode() in _unescaped(atom(feed))
    assert len(parsed.entries) == 1
    assert item["title"] == item["content_text"] == clean(text)


@given(TEXTS, TEXTS)
def test_any_text_gives_well_formed_feeds(title: str, summary: str) -> None:
    feed = replace(FEED, title=title, entries=(replace(ENTRY, title=title, summary=summary, original=summary),))
    assert len(read(feed).entries) == len(json.loads(json_feed(feed))["items"]) == 1


def _unescaped(document: bytes) -> bytes:
    return document.replace(b"&lt;", b"<").replace(b"&gt;", b">").replace(b"&amp;", b"&")


def test_an_entry_without_a_known_day_has_none() -> None:
    feed = replace(FEED, entries=(replace(ENTRY, published=None, updated=None), ENTRY))
    unknown, known = read(feed).entries
    assert "published" not in unknown
    assert known.published
    assert read(feed).feed.updated == read(FEED).feed.updated
    assert "date_modified" not in json.loads(json_feed(feed))["items"][0]

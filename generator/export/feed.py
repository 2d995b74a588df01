"""Feeds: Atom (RFC 4287) and JSON Feed 1.1, with the same entries.

Ids are UUIDs made from an article's or a list's own id, so that they stay when the site moves. Times come from the
articles, never from the clock; what is not known is left out, but for `updated`, which Atom wants and which then is
the beginning of all times of computers. Where the site's address is not known, links are relative to the feed itself.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree import ElementTree

from ..plaintext import clean

ATOM, JSON_FEED = "application/atom+xml", "application/feed+json"

_UNKNOWN = date(1970, 1, 1)

#: What our UUIDs are made in: itself made from the name of this program.
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:x-cooperation-atlas:feeds")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a feed; texts are plain."""

    id: str  # of the article
    title: str
    address: str  # of our page on it
    published: date | None  # None: not known
    updated: date | None  # not before `published`
    summary: str
    original: str = ""  # address of the article where it appeared
    language: str = ""  # of the title, BCP 47
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A list of articles to follow, the newest first; never empty."""

    id: str  # of the list, stable: "CN:countries/FR"
    title: str
    author: str  # who makes the feed
    language: str
    page: str  # address of the list's page
    atom: str  # address of the feed as Atom
    json: str  # address of the feed as JSON
    entries: tuple[Entry, ...]
    note: str = ""  # what the list is

    @property
    def updated(self) -> date | None:
        """The day of its latest change, as far as it is known."""
        return max((entry.updated for entry in self.entries if entry.updated is not None), default=None)


def atom(feed: Feed) -> bytes:
    """The feed as an Atom document."""
    root = ElementTree.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.language})
    _add(root, "id", _urn("feed", feed.id))
    _add(root, "title", feed.title)
    if feed.note:
        _add(root, "subtitle", feed.note)
    _add(root, "updated", _time(feed.updated or _UNKNOWN))
    _add(ElementTree.SubElement(root, "author"), "name", feed.author)
    _link(root, "self", feed.atom, ATOM)
    _link(root, "alternate", feed.page, "text/html")
    for entry in feed.entries:
        _entry(ElementTree.SubElement(root, "entry"), entry)
    ElementTree.indent(root, " ")
    document: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def _entry(node: ElementTree.Element, entry: Entry) -> None:
    _add(node, "id", _urn("article", entry.id))
    title = _add(node, "title", entry.title)
    if entry.language:
        title.set("xml:lang", clean(entry.language))
    _link(node, "alternate", entry.address, "text/html")
    if entry.original:
        _link(node, "via", entry.original)
    if entry.published is not None:
        _add(node, "published", _time(entry.published))
    _add(node, "updated", _time(entry.updated or _UNKNOWN))
    for tag in entry.tags:
        ElementTree.SubElement(node, "category", term=clean(tag))
    _add(node, "summary", entry.summary)


def json_feed(feed: Feed) -> bytes:
    """The feed as JSON Feed 1.1."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": clean(feed.title),
        "home_page_url": feed.page,
        "feed_url": feed.json,
        "description": clean(feed.note),
        "language": feed.language,
        "authors": [{"name": clean(feed.author)}],
        "items": [_item(entry) for entry in feed.entries],
    }
    text = json.dumps(_without_nothing(data), ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8")


def _item(entry: Entry) -> dict[str, Any]:
    return _without_nothing(
        {
            "id": _urn("article", entry.id),
            "url": entry.address,
            "external_url": clean(entry.original),
            "title": clean(entry.title),
            "content_text": clean(entry.summary),
            "date_published": _time(entry.published) if entry.published is not None else "",
            "date_modified": _time(entry.updated) if entry.updated is not None else "",
            "tags": [clean(tag) for tag in entry.tags],
        }
    )


def _without_nothing(data: dict[str, Any]) -> dict[str, Any]:
    """JSON Feed wants what is not known left out; the list of items stays, even an empty one."""
    return {key: value for key, value in data.items() if value or key == "items"}


def _add(parent: ElementTree.Element, name: str, text: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, name)
    child.text = clean(text)
    return child


def _link(parent: ElementTree.Element, rel: str, address: str, media_type: str = "") -> None:
    typed = {"type": media_type} if media_type else {}
    ElementTree.SubElement(parent, "link", {"rel": rel, "href": clean(address), **typed})


def _urn(kind: str, id_: str) -> str:
    return uuid.uuid5(_NAMESPACE, f"{kind}:{clean(id_)}").urn


def _time(day: date) -> str:
    """RFC 3339: the start of the day, because days are all that we know."""
    return f"{day.isoformat()}T00:00:00Z"

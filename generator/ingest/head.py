"""What a web page says of itself in its head: title, date, source, author, address, language.

A date in other words than ISO 8601 is handed on as it stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from ..edtf import Edtf
from ..model import Metadata
from ..script import HAN
from .spaces import one_line

_TITLE = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title")
_DATE = (
    "article:published_time",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.created",
    "date",
    "og:article:published_time",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish_date",
    "datepublished",
)
_SOURCE = (
    "og:site_name",
    "citation_journal_title",
    "dc.publisher",
    "dcterms.publisher",
    "source",
    "mediaid",
    "publisher",
    "application-name",
    "apple-mobile-web-app-title",
)
_AUTHOR = ("author", "article:author", "citation_author", "dc.creator", "dcterms.creator")

_PLAIN_DATE = re.compile(r"(\d{4})[-/.](\d{2})(?:[-/.](\d{2}))?(?:[T ]\d{2}:\d{2}.*)?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}")
_PAGE_TYPES = {"WebPage", "ItemPage", "WebSite"}
_TITLE_PARTS = re.compile(rf"\s*[|｜_»]\s*|\s+[-–—·:]+\s+|(?<=[{HAN}])[-–—]{{1,2}}(?=[{HAN}])")
_OWNER = re.compile(
    r"(?:©|\(c\)|copyright|版权所有|版權所有)[\s:：©]*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*(?:by\s+)?"
    rf"(?P<name>[A-ZÀ-Þ][\w'’&-]*(?: (?:of|the|and|for|&|[A-ZÀ-Þ][\w'’&-]*))*|[{HAN}]{{2,16}})",
    re.IGNORECASE,
)
_ARTICLE_TYPES = {"NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting", "Report"}
_LONGEST = 1000
_LARGEST_JSON = 200_000


def page_metadata(tree: HtmlElement) -> Metadata:
    """The metadata that a page's head states."""
    stated = _meta(tree)
    linked = _json_ld(tree)
    title = _first(stated, _TITLE) or _text(linked.get("headline")) or _page_title(tree)
    source = _first(stated, _SOURCE) or _names(linked.get("publisher")) or _site(tree, title) or _owner(tree)
    author = _names(linked.get("author")) or ", ".join(name for name in _all(stated, _AUTHOR) if "://" not in name)
    published = [*_all(stated, _DATE), _text(linked.get("datePublished")), *_times(tree)]
    return Metadata(
        title=title or None,
        date=next((date for date in map(_plain_date, published) if date), None),
        dated=next((text for text in published if _YEAR.search(text) and not _PLAIN_DATE.fullmatch(text)), None),
        source=source or None,
        byline=author if author and author.casefold() != source.casefold() else None,
        url=_url(tree, stated),
        language=_language(tree),
    )


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    """The contents of the meta elements by name, property or itemprop in lower case."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = _text(element.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _all(stated: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    """What the first of `names` that the page uses says."""
    return next((stated[name] for name in names if name in stated), [])


def _first(stated: dict[str, list[str]], names: tuple[str, ...]) -> str:
    return next(iter(_all(stated, names)), "")


def _text(value: Any) -> str:
    """A value as text on one line; empty for what is no text, or far too long."""
    text = one_line(value) if isinstance(value, str) else ""
    return text if len(text) <= _LONGEST else ""


def _plain_date(text: str) -> str | None:
    """The day or month that `text` states in ISO form (with a time or not)."""
    match = _PLAIN_DATE.fullmatch(text)
    if match is None:
        return None
    date = "-".join(part for part in match.groups() if part)
    try:
        Edtf.parse(date)
    except ValueError:
        return None
    return date


def _times(tree: HtmlElement) -> list[str]:
    """Dates that the page marks up as its own date of publication."""
    marked = tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime")
    if marked:
        return [_text(str(marked[0]))]
    apart = "ancestor::nav or ancestor::aside or ancestor::footer or ancestor::li"
    plain = {_text(str(value))[:10] for value in tree.xpath(f"//time[not({apart})]/@datetime")}
    return list(plain) if len(plain) == 1 else []


def _page_title(tree: HtmlElement) -> str:
    """The heading that the page's title starts with; a title alone mostly names the outlet too."""
    whole = next((_text(element.text_content()) for element in tree.iter("title")), "")
    headings = [_text(element.text_content()) for element in tree.iter("h1", "h2", "h3")]
    return next(
        (heading for heading in headings if heading and (whole.startswith(heading) or whole.endswith(heading))), ""
    )


def _site(tree: HtmlElement, title: str) -> str:
    """The site that the page's title names after the article's: "Headline | Section | Site"."""
    whole = next((_text(element.text_content()) for element in tree.iter("title")), "")
    if title and whole.endswith(title) and (before := _TITLE_PARTS.split(whole[: -len(title)])[0].strip()):
        return before  # "Site - Headline"
    if not title or not whole.startswith(title) or not _TITLE_PARTS.match(whole[len(title) :]):
        return ""
    return next((part for part in reversed(_TITLE_PARTS.split(whole[len(title) :])) if part.strip()), "")


def _owner(tree: HtmlElement) -> str:
    """Whom the copyright notice at the page's foot names."""
    for foot in tree.xpath("//footer | //*[contains(@class, 'foot') or contains(@id, 'foot')]"):
        match = _OWNER.search(" ".join(foot.text_content().split()))
        if match:
            return re.sub(r"\s*(?:All)? ?rights.*$", "", match["name"], flags=re.IGNORECASE).strip()
    return ""


def _url(tree: HtmlElement, stated: dict[str, list[str]]) -> str | None:
    canonical = [str(value).strip() for value in tree.xpath("//link[@rel='canonical']/@href")]
    return next((url for url in [*canonical, *stated.get("og:url", [])] if _ADDRESS.fullmatch(url)), None)


def _language(tree: HtmlElement) -> str | None:
    declared = (tree.get("lang") or "").strip().replace("_", "-")
    return declared if _LANGUAGE.fullmatch(declared) else None


def _json_ld(tree: HtmlElement) -> dict[str, Any]:
    """The one article that the page describes in JSON-LD; nothing where it describes none, or several."""
    found: list[dict[str, Any]] = []
    pages: list[dict[str, Any]] = []
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads((script.text or "")[:_LARGEST_JSON])
        except (ValueError, RecursionError):
            continue
        found.extend(_described(data, _ARTICLE_TYPES))
        pages.extend(_described(data, _PAGE_TYPES))
    if len(found) == 1:
        return found[0]
    publishers = [page["publisher"] for page in pages if page.get("publisher")]
    return {"publisher": publishers[0]} if publishers and not found else {}


def _described(data: Any, types: set[str]) -> Iterator[dict[str, Any]]:
    """The things of some types at the top of a JSON-LD document or in its graph."""
    items = data if isinstance(data, list) else [data]
    for item in items:
        if not isinstance(item, dict):
            continue
        kinds = item.get("@type")
        if any(kind in types for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)):
            yield item
        graph = item.get("@graph")
        for part in graph if isinstance(graph, list) else []:
            if isinstance(part, dict) and isinstance(part.get("@type"), str) and part["@type"] in types:
                yield part


def _names(value: Any) -> str:
    """The names of people or organisations in JSON-LD, separated by commas."""
    items = value if isinstance(value, list) else [value]
    names = [_text(item.get("name")) if isinstance(item, dict) else _text(item) for item in items]
    return _text(", ".join(name for name in names if name and "://" not in name))

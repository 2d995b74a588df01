"""What stands in the head of a page for reference managers and search engines, as HTML."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ..plaintext import clean
from .reference import Kind, Reference

_ZOTERO = {
    Kind.NEWSPAPER: "newspaperArticle",
    Kind.MAGAZINE: "magazineArticle",
    Kind.JOURNAL: "journalArticle",
    Kind.WEBPAGE: "webpage",
    Kind.DATASET: "dataset",
}
_LEAD_ON = 'location.replace(document.querySelector("a").href + location.hash)'
_DC = "http://purl.org/dc/elements/1.1/"


def citation_tags(reference: Reference, publisher: str) -> str:
    """Highwire's tags and Dublin Core, so that saving the page in Zotero gives the original article's citation.

    `z:itemType` is Zotero's own: without it every page with such tags is taken for an article of a journal.
    """
    authors = [f"{author.family}, {author.given}" if author.family else author.name for author in reference.authors]
    tags = [
        ("z:itemType", _ZOTERO[reference.kind]),
        ("citation_title", reference.title),
        *(("citation_author", name) for name in authors),
        ("citation_publication_date", reference.day("/")),
        ("citation_journal_title", reference.outlet),
        ("citation_language", reference.language),
        ("citation_public_url", reference.url),
        *(("citation_keywords", word) for word in reference.keywords),
        ("DC.title", reference.title),
        *(("DC.creator", name) for name in authors),
        ("DC.date", reference.day()),
        ("DC.source", reference.outlet),
        ("DC.publisher", publisher),
        ("DC.language", reference.language),
        ("DC.identifier", reference.url),
        ("DC.type", "Text"),
        *(("DC.subject", word) for word in reference.keywords),
    ]
    return f'<link rel="schema.DC" href="{_DC}">' + metas(tags)


def metas(tags: Iterable[tuple[str, str]]) -> str:
    """A `meta` element for each name and content; those without content are left out."""
    return "".join(
        f'<meta name="{name}" content="{escape(text)}">' for name, content in tags if (text := clean(content))
    )


def script(jsonld: str) -> str:
    """The element that carries JSON-LD; see jsonld.py for why it cannot be left."""
    return f'<script type="application/ld+json">{jsonld}</script>'


def redirect(address: str, canonical: str, title: str, language: str) -> bytes:
    """A page that leads to `address` at once, and by a link where that is switched off; `canonical` may be empty.

    A script takes the place on the page along (`#figure-1a2b`), which the address of a refresh cannot.
    """
    to, name = escape(address), escape(clean(title))
    link = f'<link rel="canonical" href="{escape(canonical)}">' if canonical else ""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8"><title>{name}</title>{link}'
        f'<meta http-equiv="refresh" content="0; url={to}"><meta name="robots" content="noindex">'
        f'<meta name="viewport" content="width=device-width"></head>'
        f'<body><p>→ <a href="{to}">{name}</a></p><script>{_LEAD_ON}</script></body></html>\n'
    ).encode()

"""JSON-LD in the vocabulary of schema.org: an article's page, and the data page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..plaintext import clean
from .reference import Kind, Reference

_CONTEXT = "https://schema.org"
_TYPES = {
    Kind.NEWSPAPER: "NewsArticle",
    Kind.MAGAZINE: "Article",
    Kind.JOURNAL: "Article",
    Kind.WEBPAGE: "NewsArticle",
    Kind.DATASET: "Dataset",
}


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the data set."""

    name: str
    address: str
    media_type: str
    size: int  # bytes
    sha256: str  # hexadecimal


@dataclass(frozen=True, slots=True)
class DataSet:
    """The whole atlas as data."""

    name: str
    description: str
    address: str  # of the data page; empty where the site's own address is not known
    version: str
    modified: str  # ISO 8601 day; empty where no article has a date
    covered: str  # ISO 8601 interval of the articles' dates, or empty
    licence: str  # address, or empty
    publisher: str
    languages: tuple[str, ...]
    downloads: tuple[Download, ...]


def article(reference: Reference, headline: str, abstract: str, language: str, address: str, site: str) -> str:
    """An article's page: our `Article`, which cites the original as a `NewsArticle`."""
    original = {
        "@type": _TYPES[reference.kind],
        "headline": reference.title,
        "author": [_person(author.name) for author in reference.authors],
        "publisher": _organisation(reference.outlet) if reference.outlet else None,
        "datePublished": reference.day(),
        "inLanguage": reference.language,
        "url": reference.url,
    }
    return _document(
        {
            "@type": "Article",
            "headline": headline,
            "abstract": abstract,
            "inLanguage": language,
            "url": address,
            "publisher": _organisation(site),
            "keywords": list(reference.keywords),
            "citation": _known(original),
        }
    )


def data_set(data: DataSet) -> str:
    """The data page: a `Dataset` with a `DataDownload` for each file."""
    return _document(
        {
            "@type": "Dataset",
            "name": data.name,
            "description": data.description,
            "url": data.address,
            "version": data.version,
            "dateModified": data.modified,
            "temporalCoverage": data.covered,
            "license": data.licence,
            "isAccessibleForFree": True,
            "creator": _organisation(data.publisher),
            "inLanguage": list(data.languages),
            "distribution": [_download(download) for download in data.downloads],
        }
    )


def _download(download: Download) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": download.name,
        "contentUrl": download.address,
        "encodingFormat": download.media_type,
        "contentSize": f"{download.size} B",
        "sha256": download.sha256,
    }


def _person(name: str) -> dict[str, str]:
    return {"@type": "Person", "name": name}


def _organisation(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name}


def _document(data: dict[str, Any]) -> str:
    """JSON that may stand inside a `script` element: nothing in it can end or open one."""
    text = json.dumps(_cleaned({"@context": _CONTEXT, **_known(data)}), ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _known(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value}


def _cleaned(value: Any) -> Any:
    """The same with every text on one line and free of what cannot be encoded."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(one) for key, one in value.items()}
    return [_cleaned(one) for one in value] if isinstance(value, Iterable) else value

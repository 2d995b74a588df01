"""Sources that sources.yml does not know: named in articles, and so far without kind, owner and rights."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

import yaml

from ..model import Record
from ..taxonomy import Taxonomy, compile_sources
from . import axes


@dataclass(frozen=True, slots=True)
class UnknownSource:
    """A name as printed (the most frequent writing), the articles under it, and an entry for sources.yml to paste."""

    name: str
    articles: tuple[str, ...]  # their ids, sorted
    entry: str


def unknown_sources(records: Iterable[Record], taxonomy: Taxonomy) -> list[UnknownSource]:
    """The unknown sources, those with the most articles first: printed above an article, or retold by a digest."""
    names = compile_sources(taxonomy)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    articles: dict[str, set[str]] = defaultdict(set)
    hosts: dict[str, Counter[str]] = defaultdict(Counter)
    for record in records:
        article, retold = record.article, record.article.digest_of
        name = (retold.outlet if retold is not None else article.source or "").strip()
        known = names.find(name) if retold is not None else article.source_id
        if known is not None or name.casefold() in axes.NOBODY:
            continue
        key = axes.slug_of(name)
        written[key][name] += 1
        articles[key].add(article.id)
        if host := _site(retold.url if retold is not None else article.url):
            hosts[key][host] += 1
    found = [
        UnknownSource(name, tuple(sorted(articles[key])), entry_for(name, _usual(hosts[key]), taxonomy))
        for key in written
        if (name := _usual(written[key]))
    ]
    return sorted(found, key=lambda one: (-len(one.articles), one.name))


def entry_for(name: str, site: str, taxonomy: Taxonomy) -> str:
    """An entry of sources.yml for a name as printed, valid as it is; what it does not know is said beside it."""
    slug = "-".join(part for part in axes.slug_of(name).split("-") if part.isascii()) or "new-source"
    while slug in taxonomy.sources:
        slug += "-2"
    fields = {"id": slug, "name": {"en": name, "zh": name}, "kind": "website", **({"url": site} if site else {})}
    lines = yaml.safe_dump([fields], allow_unicode=True, sort_keys=False, width=1000).splitlines()
    notes = {
        "  kind": "agency, newspaper, journal, ministry, university, company ...: see the others",
        "    en": "its name in English",
        "    zh": "its name in Chinese",
    }
    noted = [f"{line}  # {notes[head]}" if (head := line.partition(":")[0]) in notes else line for line in lines]
    return (
        "\n".join([*noted, "  # country: FR  # of its owner", "  # state_media: true  # if a state owns or edits it"])
        + "\n"
    )


def _usual(counted: Counter[str]) -> str:
    """The most frequent one; of several, the first in order."""
    return min(counted, key=lambda name: (-counted[name], name), default="")


def _site(url: str | None) -> str:
    """The website that an address belongs to: `https://example.org`."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") and parts.netloc.isascii() else ""

"""What stands beside a page: files with its references, feeds to follow, and how to cite it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from ..export import head, jsonld
from ..export.feed import ATOM, JSON_FEED
from ..model import Record
from .citing import in_words
from .desk import Desk
from .library import days_of
from .links import Target
from .lists import feed_path

#: The formats of references: ending, name, media type.
FORMATS = (
    ("bib", "BibTeX", "application/x-bibtex"),
    ("ris", "RIS", "application/x-research-info-systems"),
    ("csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json"),
)
_FEEDS = ((ATOM, "Atom"), (JSON_FEED, "JSON Feed"))


@dataclass(frozen=True, slots=True)
class Beside:
    """Files are pairs of a path in the tree and a name."""

    cite: str  # the page, for people
    original: str = ""  # of an article's page: the original, for people
    references: tuple[tuple[str, str], ...] = ()
    feeds: tuple[tuple[str, str], ...] = ()
    head: str = ""  # HTML for the page's head
    links: tuple[dict[str, str], ...] = ()  # `link` elements for it: rel, type, title, and the path below the root


def beside_article(desk: Desk, record: Record, target: Target) -> Beside:
    """An article's page: the reference to the original, for people, programs and search engines."""
    library, site, id_ = desk.library, desk.library.site, record.article.id
    reference = library.references[id_]
    files = tuple((f"articles/{id_}.{ending}", name) for ending, name, _ in FORMATS)
    types = [media_type for _, _, media_type in FORMATS]
    document = jsonld.article(
        reference,
        target.title,
        desk.summary(record),
        target.lang or desk.voice.tag,
        site.address(desk.voice.folder + target.path),
        site.name,
    )
    return Beside(
        _cite(desk, target, (record,)),
        in_words(reference),
        files,
        head=head.citation_tags(reference, site.name) + head.script(document),
        links=tuple(_link("describedby", t, name, path) for t, (path, name) in zip(types, files, strict=True)),
    )


def beside_list(desk: Desk, target: Target, records: Sequence[Record], stem: str = "") -> Beside:
    """The page of a list; `stem` is that of its files, where it has any."""
    references: tuple[tuple[str, str], ...] = ()
    feeds: tuple[tuple[str, str], ...] = ()
    if stem and records:
        references = tuple((f"{stem}.{ending}", name) for ending, name, _ in FORMATS)
    if references and days_of(records) is not None:
        feeds = tuple((feed_path(desk, stem, media_type), name) for media_type, name in _FEEDS)
    titles = [desk.voice.gettext("{list} ({format})", list=target.title, format=name) for _, name in feeds]
    return Beside(
        _cite(desk, target, records),
        references=references,
        feeds=feeds,
        links=tuple(
            _link("alternate", media_type, title, path)
            for (media_type, _), title, (path, _) in zip(_FEEDS, titles, feeds, strict=False)
        ),
    )


def _cite(desk: Desk, target: Target, records: Sequence[Record]) -> str:
    """The page as a line for a bibliography, with the version of what it tells."""
    library, say = desk.library, desk.voice.gettext
    covered, site = days_of(records), library.site
    if site.built is not None:
        state = say(
            "version {version} of {day}", version=library.version(records), day=desk.voice.date(str(site.built))
        )
    elif covered is not None:
        day = desk.voice.date(str(covered[1]))
        state = say("version {version}, articles up to {day}", version=library.version(records), day=day)
    else:
        state = say("version {version}", version=library.version(records))
    cited = say("{site}: “{title}”, {state}.", site=site.name, title=target.title, state=state)
    address = site.address(desk.voice.folder + target.path)
    return f"{cited} {address}" if address else cited


def _link(rel: str, media_type: str, title: str, path: str) -> dict[str, str]:
    return {"rel": rel, "type": media_type, "title": title, "path": quote(path)}

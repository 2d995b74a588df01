"""A country's page as a brief to hand out: complete in itself, as Markdown and as HTML for A4 paper."""

from __future__ import annotations

import html
import posixpath
import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from ..catalog import Shelf
from ..model import Record
from ..settings import Project
from ..site import Site
from .anchors import anchor_of_article
from .citing import in_words, original_date
from .desk import Desk
from .places import country_parts, partner_evidence
from .views import Row

#: A brief has so many of the newest articles, and so many rows of each list; the country's page has all.
_MOST = 12

#: A link as our own code writes it: texts that are not ours hold no bracket, addresses neither brackets nor blanks.
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]+)\)")
#: What HTML becomes in plain Markdown, in this order.
_PLAIN = tuple(
    (re.compile(pattern, re.DOTALL), instead)
    for pattern, instead in (
        (r"<figure\b.*?</figure>", ""),
        (r"<strong>(.*?)</strong>", r"**\1**"),
        (r"</?[a-z][^<>]*>", ""),
        (r"\[([^\[\]]*)\]\(#[^()\s]+\)", r"\1"),
        (r"&#91;(\d+)&#93;", r"\\[\1\\]"),
        (r"&#(?:41|58);", lambda found: html.unescape(found[0])),
        (r"\n{3,}", "\n\n"),
    )
)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief in both forms."""

    markdown: str
    html: str


@dataclass(frozen=True, slots=True)
class Source:
    """An article in the list of a brief, with the reference to its original."""

    anchor: str
    row: Row
    reference: str
    archived: str
    address: str  # of its page in the atlas, or its id where the atlas has no public address


def brief_of(desk: Desk, project: Project, code: str, printed: date | None = None) -> Brief:
    """The brief of a country, also of one that no article is filed under: then it says so, and shows the gaps.

    It names the atlas and, where one is given, the day on which it is `printed`.
    """
    shelf = desk.atlas.countries.get(code, Shelf())
    newest = shelf.records[:_MOST]
    parts = country_parts(desk, code, shelf)
    target = desk.names.country(code)
    page = desk.press.page(
        "brief",
        target,
        str(parts["lead"]),
        **parts,
        issued=_issued(desk, project, printed),
        most=_MOST,
        sources=[_source(desk, project.site, record, code) for record in newest],
        older=len(shelf) - len(newest),
        records=shelf.records,
    )
    anchors = {desk.names.article(record).path: anchor_of_article(record.article.id) for record in newest}
    markdown = standalone(_FRONT_MATTER.sub("", page.markdown), target.path, anchors, desk.voice.folder, project.site)
    return Brief(plain(markdown), _as_html(markdown, page.title, desk, project))


def standalone(markdown: str, here: str, anchors: dict[str, str], folder: str, site: Site) -> str:
    """The Markdown of the page at `here` with links that work anywhere.

    A link to another page becomes one to the public site, where its address is known; else one to the place on this
    page that `anchors` gives for its path; else only its words stay. Articles that are listed here, in the order of
    `anchors`, have their number beside the words, because a link on paper leads nowhere.
    """
    numbers = {path: number for number, path in enumerate(anchors, start=1)}

    def absolute(found: re.Match[str]) -> str:
        text, address = found.groups()
        if address.startswith(("#", "http://", "https://")):
            return found[0]
        path, hash_, place = address.partition("#")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(path.partition("?")[0])))
        if path in numbers:
            text = f"{text} &#91;{numbers[path]}&#93;"
        if site.url:
            return f"[{text}]({site.address(folder + path)}{hash_}{place})"
        return f"[{text}](#{anchors[path]})" if path in anchors else str(text)

    return _LINK.sub(absolute, markdown)


def plain(markdown: str) -> str:
    """The Markdown of a brief without HTML, charts and links to places in it: their tables and numbers say the same.

    What is not ours holds no tag: see escape.py.
    """
    for pattern, instead in _PLAIN:
        markdown = pattern.sub(instead, markdown)
    return markdown


def _issued(desk: Desk, project: Project, printed: date | None) -> str:
    """Whose brief it is, and of which day."""
    name = desk.voice.gettext(project.site.name)
    if printed is None:
        return name
    return desk.voice.gettext("{atlas}, {day}", atlas=name, day=desk.voice.date(printed.isoformat()))


def _source(desk: Desk, site: Site, record: Record, code: str) -> Source:
    reference = desk.press.asides.library.references[record.article.id]
    dated, copy = original_date(record), record.archive
    archived = ""
    if copy is not None:
        archived = desk.voice.gettext(
            "Archived copy: {address}, retrieved {day}", address=copy.url, day=desk.voice.date(copy.on)
        )
    row = desk.views.row(record, desk.views.best(record, partner_evidence(record, code)))
    words = in_words(reference, desk.voice.date(dated) if dated else "")
    address = site.address(desk.voice.folder + row.article.path) or record.article.id
    return Source(anchor_of_article(record.article.id), row, words, archived, address)


def _as_html(markdown: str, title: str, desk: Desk, project: Project) -> str:
    """One file with everything in it: what is not ours in the Markdown is inert already."""
    jinja = Environment(
        loader=FileSystemLoader(project.template_folders), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    styles = jinja.get_template("theme/assets/print.css").render()
    body = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown)
    return jinja.get_template("brief.html.j2").render(
        title=desk.voice.gettext("{title} – {atlas}", title=title, atlas=desk.voice.gettext(project.site.name)),
        language=desk.voice.tag,
        styles=Markup(styles),  # noqa: S704 - our own file
        body=Markup(body),  # noqa: S704 - our own Markdown
    )

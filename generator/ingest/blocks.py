"""An HTML tree to blocks: headings, paragraphs, list items and table rows, with what helps to choose among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from ..model import Line
from .spaces import one_line

_HIDDEN_TAGS = {
    "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video",
    "head", "title", "form", "button", "select", "textarea", "input", "dialog", "map", "applet", "frameset", "xml",
}  # fmt: skip
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
    "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
}  # fmt: skip
_BOLD = {"b", "strong"}
#: Elements that stand side by side in a line of date, source and author with nothing but their setting between them.
_CELLS = {"span", "time", "label"}
_INITIAL = 2  # characters; a shorter one is a large first letter
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
#: Readers' comments, as the common systems name them.
_COMMENTS = re.compile(
    r"(?:^|\s)(?:comments?|comments?-(?:list|body|area)|respond|disqus_thread)(?:\s|$)", re.IGNORECASE
)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def parse_html(text: str) -> html.HtmlElement | None:
    """The tree of an HTML page without its hidden parts; None where there is nothing to parse."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree


def prune(tree: html.HtmlElement) -> None:
    """Takes what a reader of the page never sees out of the tree (its head too), and what other readers wrote."""
    doomed = [element for element in tree.iter(etree.Element) if element is not tree and _hidden(element)]
    for element in doomed:
        if element.getparent() is not None:
            element.drop_tree()


def _hidden(element: html.HtmlElement) -> bool:
    return (
        element.tag in _HIDDEN_TAGS
        or "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or _INVISIBLE.search(element.get("style", "")) is not None
        or _COMMENTS.search(f"{element.get('class', '')} {element.get('id', '')}") is not None
    )


@dataclass(slots=True)
class Block:
    """A line in the making."""

    line: Line
    linked: float  # share of its characters inside links
    article: int  # number of the outermost <article> around it, 0 outside of any
    aside: bool  # inside navigation, a footer or an aside
    row: bool  # a row of a table of data


@dataclass(slots=True)
class _Walk:
    """Where a walk through a tree stands."""

    blocks: list[Block] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    gap: bool = True
    start: int = 0
    articles: int = 0
    inside: dict[str, int] = field(default_factory=dict)  # open elements that matter, by name

    def count(self, name: str) -> int:
        """How many elements of a kind are open."""
        return self.inside.get(name, 0)

    def add(self, text: str | None, number: int) -> None:
        """Takes a piece of text in."""
        if not text:
            return
        size = len("".join(text.split()))
        self.start = self.start or (number if size else 0)
        self.linked += size if self.count("a") else 0
        self.bold += size if self.count("b") else 0
        self.pieces.append(text)

    def flush(self, gap: bool) -> None:
        """Ends a line; `gap` says whether the next one starts a block."""
        text = one_line("".join(self.pieces)).strip("| ")
        if text:
            size = len("".join(text.split()))
            heading = max((level for name, level in _HEADINGS.items() if self.count(name)), default=0)
            line = Line(text, self.start, heading, self.gap, self.bold >= size)
            article = self.articles if self.count("article") else 0
            row = self.count("row") > 0 and not self.count("layout")
            self.blocks.append(Block(line, self.linked / size, article, self.count("aside") > 0, row))
            self.gap = False
        self.gap = self.gap or gap
        self.pieces, self.linked, self.bold, self.start = [], 0, 0, 0


def walk(tree: html.HtmlElement) -> list[Block]:
    """The blocks of a tree in their order; nothing that a reader sees is lost."""
    state = _Walk()
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        number = element.sourceline or 0
        if event == "start":
            _open(state, element)
            state.add(element.text, number)
        else:
            _close(state, element)
            state.add(element.tail if element is not tree else None, number)
    state.flush(True)
    return state.blocks


def _open(state: _Walk, element: html.HtmlElement) -> None:
    tag = element.tag
    if tag in _BLOCKS and not _in_cell(state, tag):
        state.flush(True)
    if tag == "br":
        state.flush(False)
    elif tag in ("td", "th") and state.count("layout"):
        state.flush(True)
    elif tag in ("td", "th") and state.pieces:
        state.pieces.append(" | ")
    for name in _names(element):
        state.inside[name] = state.count(name) + 1
        if name == "article" and state.inside[name] == 1:
            state.articles += 1


def _close(state: _Walk, element: html.HtmlElement) -> None:
    if element.tag in _BLOCKS and not _in_cell(state, element.tag):
        state.flush(True)
    for name in _names(element):
        state.inside[name] -= 1
    following = element.getnext()
    if element.tag in _CELLS and not element.tail and following is not None and following.tag in _CELLS:
        state.pieces.append(" | " if len(element.text_content()) > _INITIAL else "")


def _in_cell(state: _Walk, tag: str) -> bool:
    """A paragraph inside the cell of a table of data does not break its row."""
    return tag in ("p", "div", "center") and state.count("row") > 0 and state.count("layout") == 0


def _names(element: html.HtmlElement) -> Iterator[str]:
    """What an element opens, in the words of the walk."""
    tag = element.tag
    if tag in _HEADINGS or tag in ("a", "article"):
        yield tag
    if tag in _BOLD:
        yield "b"
    if tag in ("nav", "footer", "aside", "menu") or element.get("role") in ("navigation", "contentinfo", "banner"):
        yield "aside"
    if tag == "tr":
        yield "row"
    if tag == "table" and _is_layout(element):
        yield "layout"


def _is_layout(table: html.HtmlElement) -> bool:
    """Old pages lay their columns out with tables: one that holds long paragraphs or another table is no data."""
    return next(table.iterdescendants("table", "h1", "h2", "h3"), None) is not None or any(
        len(paragraph.text or "") > 150 for paragraph in table.iterdescendants("p", "div", "td")
    )

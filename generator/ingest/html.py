"""A web page to lines: the article's blocks in their order, and what the page's head says of it.

trafilatura chooses what belongs to the article; the structure comes from the page itself. Where a page holds several
articles, choosing one would lose the others, and the page's own blocks are taken.
"""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from itertools import groupby

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from ..model import Line, Metadata
from ..script import HAN
from .blocks import Block, parse_html, prune, walk
from .head import page_metadata

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its complaints about a page are no problems of ours

_HAN = re.compile(f"[{HAN}]")
_SENTENCE_END = re.compile(r"[.!?。！？][\"”’'」』)）]*$")

#: A paragraph of prose and an article are at least this wide (a Han character says as much as three letters).
_PROSE = 80
_ARTICLE = 200
#: Beside an article, one of less than this share of its size is a teaser.
_TEASER = 0.15
#: How many lines (date, source, byline, standfirst) may stand between a title and the text.
_BYLINES = 8
#: Less than this share of the prose means that the choice of the main content lost something.
_ENOUGH = 0.6
#: How far ahead a line is looked for in the chosen text: bounds the cost of hostile pages.
_AHEAD = 20_000


def html_page(text: str) -> tuple[list[Line], Metadata]:
    """The lines of a page's article or articles (none where it has no text), and the metadata of its head."""
    tree = parse_html(text)
    if tree is None:
        return [], Metadata()
    metadata = page_metadata(tree)
    prune(tree)
    blocks = walk(tree)
    several = _articles(blocks)
    chosen = several or _choose(blocks, tree)
    lines = [block.line for block in chosen]
    if several:  # the page's title and author belong to none of its articles
        metadata = replace(metadata, title=None, byline=None)
    if not _speaks(metadata.language, "".join(line.text for line in lines)):
        metadata = replace(metadata, language=None)
    return lines, metadata


def _speaks(language: str | None, body: str) -> bool:
    """Whether the script of a text bears its declared language out: templates often declare a wrong one."""
    han = len(_HAN.findall(body)) * 5 > len(body)
    return language is not None and han == language.startswith(("zh", "ja"))


def _width(text: str) -> int:
    return len(text) + 2 * len(_HAN.findall(text))


def _is_prose(block: Block) -> bool:
    """Whether a block is a paragraph of an article, not a menu entry or a teaser."""
    text = block.line.text
    return (
        block.line.level == 0
        and not block.aside
        and block.linked < 0.5
        and _width(text) >= _PROSE
        and _SENTENCE_END.search(text) is not None
    )


def _articles(blocks: list[Block]) -> list[Block]:
    """The blocks of a page's `<article>` elements, if at least two of them hold more than a teaser."""
    inside = [block for block in blocks if block.article]
    sizes = {
        number: sum(_width(block.line.text) for block in group if _is_prose(block))
        for number, group in groupby(inside, key=lambda block: block.article)
    }
    least = max(_ARTICLE, max(sizes.values(), default=0) * _TEASER)
    full = {number for number, size in sizes.items() if size >= least}
    if len(full) < 2:
        return []
    return [block for block in inside if block.article in full and not block.aside]


def _choose(blocks: list[Block], tree: HtmlElement) -> list[Block]:
    """The blocks of the page's main content, the headings and tables among them, the title and byline above."""
    main = _main_text(tree)
    kept = _found_in(main, blocks) if main else set[int]()
    prose = [n for n, block in enumerate(blocks) if _is_prose(block)]
    total = sum(_width(blocks[n].line.text) for n in prose)
    if total and sum(_width(blocks[n].line.text) for n in prose if n in kept) < _ENOUGH * total:
        kept |= {n for n in range(prose[0], prose[-1] + 1) if _is_content(blocks[n])}
    if not kept:
        return [block for block in blocks if _is_content(block)]
    first, last = min(kept), max(kept)
    kept |= {n for n in range(first, last) if (blocks[n].line.level or blocks[n].row) and not blocks[n].aside}
    return [blocks[n] for n in sorted(kept | _above(blocks, first) | _under_title(blocks, kept))]


def _is_content(block: Block) -> bool:
    """Whether a block may belong to an article at all."""
    return not block.aside and block.linked < 0.5


def _above(blocks: list[Block], first: int) -> set[int]:
    """The headings right above the main content, and the date and byline between them and it."""
    if blocks[first].line.level:
        return set()
    near = range(first - 1, max(first - 1 - _BYLINES, -1), -1)
    title = next((n for n in near if blocks[n].line.level and not blocks[n].aside), None)
    if title is None:
        return set()
    top = title
    while top and blocks[top - 1].line.level and not blocks[top - 1].aside:
        top -= 1
    return {n for n in range(top, first) if n <= title or _is_content(blocks[n])}


def _under_title(blocks: list[Block], kept: set[int]) -> set[int]:
    """The date, source and byline between the title and the first paragraph, which the choice of the text may drop."""
    prose = next((n for n in sorted(kept) if _is_prose(blocks[n])), 0)
    title = next((n for n in sorted(kept) if n < prose and blocks[n].line.level), prose)
    return {n for n in range(max(title, prose - _BYLINES), prose) if _is_content(blocks[n])}


def _main_text(tree: HtmlElement) -> str:
    """The main content as trafilatura sees it; empty where it sees none."""
    try:
        found = trafilatura.extract(
            etree.tostring(tree, encoding="unicode", method="html"),
            output_format="txt",
            include_comments=False,
            include_tables=True,
            include_links=False,
            with_metadata=False,
            favor_recall=True,
        )
    except Exception:  # any fault of the library on a hostile page: our own reading remains
        return ""
    return found or ""


def _squash(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _found_in(main: str, blocks: list[Block]) -> set[int]:
    """The numbers of the blocks whose text stands in the chosen text, looked for in order."""
    whole = _squash(main)
    lines = {_squash(line) for line in main.splitlines()}
    found: set[int] = set()
    position = 0
    for number, block in enumerate(blocks):
        text = _squash(block.line.text)
        if not text:
            continue
        at = whole.find(text, position, position + _AHEAD + len(text)) if _width(text) >= 30 else -1
        if at >= 0:
            position = at + len(text)
        if at >= 0 or text in lines:
            found.add(number)
    return found

"""CommonMark (with tables) to lines: one for each block; mark-up goes, the words of links stay, images go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..model import Line
from ..script import HAN
from .blocks import parse_html, prune, walk
from .spaces import one_line
from .text import strip_marks

_HAN_BREAK = re.compile(f"(?<=[\u3000-\u303f{HAN}\uff00-\uff60])\n(?=[\u3000-\u303f{HAN}\uff00-\uff60])")
#: Raw tags whose content is never text.
_SILENT = re.compile(r"<(/?)(?:script|style|template|noscript|iframe|svg|object)\b", re.IGNORECASE)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def markdown_lines(text: str, first_line: int = 1) -> list[Line]:
    """The blocks of a Markdown text; `first_line` is the file's line on which `text` starts."""
    lines: list[Line] = []
    tokens = _parser().parse(text)
    level, cells, row = 0, list[str](), 0
    for token in tokens:
        number = first_line + (token.map[0] if token.map else 0)
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "tr_open":
            cells, row = [], number
        elif token.type == "tr_close":
            lines += _lines(" | ".join(cell for cell in cells if cell), row, 0, False)
            row = 0
        elif token.type == "inline" and row:
            cells.append(one_line(_words(token.children or [])))
        elif token.type == "inline":
            lines += _lines(_words(token.children or []), number, level, _is_strong(token.children or []))
        elif token.type in ("fence", "code_block"):
            shift = number + (token.type == "fence")
            lines += [
                line for n, code in enumerate(token.content.split("\n"), shift) for line in _lines(code, n, 0, False)
            ]
        elif token.type == "html_block":
            lines += _raw(token.content, number)
    return lines


def _lines(text: str, number: int, level: int, strong: bool) -> list[Line]:
    """A block's text as lines: more than one where hard breaks divide it (each marked by U+2028)."""
    parts = [strip_marks(one_line(part)) for part in _HAN_BREAK.sub("", text).split("\u2028")]
    return [Line(part, number, level, n == 0, strong) for n, part in enumerate(part for part in parts if part)]


def _words(children: Sequence[Token]) -> str:
    """The words of an inline token: no images, no raw tags, nothing inside a script."""
    pieces: list[str] = []
    silent = 0
    for child in children:
        if child.type == "html_inline":
            tag = _SILENT.match(child.content)
            silent = max(0, silent + (-1 if tag[1] else 1)) if tag else silent
            if child.content.lower().startswith("<br"):
                pieces.append("\u2028")
        elif silent:
            continue
        elif child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type == "softbreak":
            pieces.append("\n")
        elif child.type == "hardbreak":
            pieces.append("\u2028")
    return "".join(pieces)


def _is_strong(children: Sequence[Token]) -> bool:
    """Whether the whole block is bold."""
    depth, bold = 0, False
    for child in children:
        if child.type in ("strong_open", "strong_close"):
            depth += child.nesting
        elif child.type in ("text", "code_inline") and child.content.strip():
            if not depth:
                return False
            bold = True
    return bold


def _raw(content: str, number: int) -> list[Line]:
    """The text of a block of raw HTML."""
    tree = parse_html(content)
    if tree is None:
        return []
    prune(tree)
    lines = [block.line for block in walk(tree)]
    return [Line(line.text, number + max(line.number - 1, 0), line.level, line.gap, line.strong) for line in lines]

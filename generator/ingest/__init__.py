"""ingest: a file as it was collected -> a Document (decoded, repaired, structured), or the problems that prevent it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import fields, replace
from pathlib import Path

from ..model import Document, Format, Line, Metadata
from ..problems import Problem, error, warning
from ..settings import Limits
from . import frontmatter
from .charset import Decoded, decode
from .markdown import markdown_lines
from .read import FORMATS, document_name, empty_file, list_articles, read_bytes
from .repair import repair, unify_breaks
from .spaces import BETWEEN, close_up, mend_blanks, one_line
from .text import text_lines

__all__ = ["document_name", "ingest_file", "list_articles"]

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_BLOCK_END = re.compile(
    r"</(?:p|div|h[1-6]|li|ul|ol|td|tr|table|article|section|header|footer|main|body)>", re.IGNORECASE
)
_FEWEST_BLOCKS = 3
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def ingest_file(path: Path, name: str, limits: Limits, shown: str) -> tuple[Document | None, list[Problem]]:
    """The document in a file, or None and why not. Bad input never raises.

    `name` is the document's name, `shown` the path to print in problems. Problems can come with a document (warnings).
    """
    data, problems = read_bytes(path, limits, shown)
    if data is None:
        return None, problems
    decoded = decode(data)
    if decoded is None or _binary(decoded.text):
        return None, [_unreadable(data, shown)]
    if decoded.bad:
        problems.append(_replaced(decoded, shown))
    text, repairs = repair(unify_breaks(decoded.text))
    form: Format = "html" if _is_page(text) else FORMATS[path.suffix.lower()]
    parts = frontmatter.split(text, html=form == "html")
    stated, faults = Metadata(), list[Problem]()
    if parts.yaml is not None:
        stated, faults = frontmatter.read(parts.yaml, parts.yaml_line, shown)
    problems += faults
    if any(fault.code == "front-matter" for fault in faults):
        return None, problems
    lines, found = _structure(parts, form)
    lines, mended = _mend(lines)
    if not lines:
        return None, [*problems, _no_text(text, form, shown)]
    document = Document(
        name=name,
        lines=tuple(lines),
        format=form,
        charset=decoded.charset,
        sha256=hashlib.sha256(data).hexdigest(),
        metadata=_prefer(stated, found),
        repairs=tuple(sorted({*repairs, *mended})),
    )
    return document, problems


def _is_page(text: str) -> bool:
    """Whether a text is the source of a web page or of a part of one, whatever the file is called."""
    if "<" not in text:
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    closed = sum(_BLOCK_END.search(line) is not None for line in lines)
    return _PAGE.match(text) is not None or (closed >= _FEWEST_BLOCKS and closed * 2 >= len(lines))


def _structure(parts: frontmatter.Split, form: Format) -> tuple[list[Line], Metadata]:
    """The lines of a text in its format, and what a page's head says."""
    if form == "html":
        from .html import html_page  # noqa: PLC0415 - trafilatura takes a second to import; plain text need not pay

        return html_page(parts.rest)
    if form == "markdown":
        return markdown_lines(parts.rest, parts.rest_line), Metadata()
    return text_lines(parts.rest, parts.rest_line), Metadata()


def _mend(lines: list[Line]) -> tuple[list[Line], set[str]]:
    """Lines with what only shows up without mark-up repaired (entities), and with blanks for "?"."""
    done: set[str] = set()
    texts = []
    for line in lines:
        text, what = repair(line.text)
        done.update(what)
        texts.append(BETWEEN.join(close_up(one_line(cell)) for cell in text.split(BETWEEN)))
    blanked = mend_blanks(texts)
    if blanked != texts:
        done.add("spaces")
    pairs = zip(lines, blanked, strict=True)
    return [line if line.text == text else replace(line, text=text) for line, text in pairs if text], done


def _prefer(stated: Metadata, found: Metadata) -> Metadata:
    """What the editor stated, filled up with what the page says of itself."""
    found = replace(found, date=None) if stated.dated else found
    values = {item.name: getattr(stated, item.name) or getattr(found, item.name) for item in fields(Metadata)}
    return Metadata(**values)


def _binary(text: str) -> bool:
    """Whether a decoded file is full of control characters."""
    return len(_CONTROL.findall(text)) * 50 > len(text)


def _unreadable(data: bytes, shown: str) -> Problem:
    """Why bytes are no text: something else altogether, or an encoding that cannot be told."""
    if b"\0" in data or _binary(data.decode("latin-1")):
        return error("binary-file", "this is no text file; save the article's text as .txt, .md or .html.", file=shown)
    message = "its encoding cannot be told, or it mixes several; open it in an editor and save it as UTF-8."
    return error("undecodable", message, file=shown)


def _replaced(decoded: Decoded, shown: str) -> Problem:
    message = (
        f"{decoded.bad} place(s) are not valid {decoded.charset.upper()} and were replaced by U+FFFD, "
        f"the first at byte {decoded.offset}; compare with the source."
    )
    return warning("undecodable-bytes", message, file=shown, line=decoded.line)


def _no_text(text: str, form: Format, shown: str) -> Problem:
    """Says that nothing is left to read."""
    if form == "text" or not text.strip():
        return empty_file(shown)
    message = "there is no article text on this page; a page that a script fills must be saved after it has loaded."
    return error("no-text", message, file=shown)

"""Tables and links as everyone meets them: by ear, out of their surroundings, and on a phone.

Markdown has no way to say what a table is called, which cell names a row, or what tells two links with the same words
apart. The page has: a table goes by the heading above it, a row by its first cell that is no date, a link by the title
of the page that it leads to. A wordy table is marked to be laid out as cards on a phone, and carries the names of its
columns for that (templates/theme/assets/tables.css).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from html import escape, unescape

_HEADING_OR_TABLE = re.compile(r'<h[1-6][^>]*\bid="([^"]*)"|<table>(.*?)</table>', re.DOTALL)
_HEAD = re.compile(r"<th(?: style=\"([^\"]*)\")?>(.*?)</th>")
_ROW = re.compile(r"(<tr>\n)((?:<td[^>]*>.*</td>\n)+)")
_CELL = re.compile(r"<td([^>]*)>(.*)</td>\n")
_DATED = re.compile(r"<(?:time|data) ")
_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r'<a href="([^"#?]*)([^"]*)">(.*?)</a>', re.DOTALL)

#: With more columns than this, and more of words than that, a table is too wide for a phone.
_NARROW, _FEW_WORDS = 3, 2


def named(html: str, url: str, pages: Mapping[str, tuple[str, str]]) -> str:
    """The content of the page at `url` with its tables and links told apart.

    `pages` has the title of each page by its address below the site's root, and a note: the date and source of an
    article. What cannot be told apart by them (two places of one page) stays as it is.
    """
    return _links(_tables(html), url, pages)


def _tables(html: str) -> str:
    heading = ""

    def one(found: re.Match[str]) -> str:
        nonlocal heading
        if found[2] is None:
            heading = found[1]
            return found[0]
        return f"<table{_name(heading)}{_cards(found[2])}>{_rows(found[2])}</table>"

    return _HEADING_OR_TABLE.sub(one, html)


def _name(heading: str) -> str:
    return f' aria-labelledby="{heading}"' if heading else ""


def _rows(inner: str) -> str:
    """The cell that names a row is its head."""
    head, _, body = inner.partition("</thead>")
    if not body:
        return inner

    def row(found: re.Match[str]) -> str:
        cells = list(_CELL.finditer(found[2]))
        names = next((place for place, cell in enumerate(cells) if not _DATED.match(cell[2])), 0)
        made = [
            f'<th scope="row"{cell[1]}>{cell[2]}</th>\n' if place == names else cell[0]
            for place, cell in enumerate(cells)
        ]
        return found[1] + "".join(made)

    return f"{head}</thead>{_ROW.sub(row, body)}"


def _cards(inner: str) -> str:
    """What makes cards of the rows of a wordy table: the names of its columns, as CSS has texts."""
    heads = _HEAD.findall(inner.partition("</thead>")[0])
    wordy = [text for style, text in heads if "right" not in style]
    if len(heads) <= _NARROW or len(wordy) <= _FEW_WORDS:
        return ""
    names = (unescape(_TAG.sub("", text)).strip() for _, text in heads)
    style = ";".join(f"--c{place}:{_css(name)}" for place, name in enumerate(names, start=1))
    return f' data-cards style="{style}"'


def _css(text: str) -> str:
    """A text as a CSS string inside an attribute; what could end either is written as its number."""
    return "'" + re.sub(r"[^\w ,.()’-]", lambda sign: f"\\{ord(sign[0]):x} ", text) + "'"


def _links(html: str, url: str, pages: Mapping[str, tuple[str, str]]) -> str:
    """Links with the same words that lead to different pages are called by their pages too."""
    led: dict[str, set[str]] = {}
    for way, _, text in _LINK.findall(html):
        if way:
            led.setdefault(text, set()).add(way)
    same = {text for text, ways in led.items() if len(ways) > 1}

    def one(found: re.Match[str]) -> str:
        way, place, text = found.groups()
        if not way or text not in same:
            return found[0]
        title, note = pages.get(posixpath.normpath(posixpath.join(url, way)) + "/", ("", ""))
        words = unescape(_TAG.sub("", text)).strip()
        apart = title if title != words else note
        return f'<a href="{way}{place}" aria-label="{escape(f"{words}, {apart}")}">{text}</a>' if apart else found[0]

    return _LINK.sub(one, html)

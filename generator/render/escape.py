"""The one escaping boundary: what a template prints comes out as inert text, unless our own code wrote it as Markdown.

Inert text means the same to CommonMark with tables and to Python-Markdown with attr_list, md_in_html, tables,
footnotes, abbr, def_list, admonition and the pymdownx extensions: the very characters, and nothing else. It fits a
heading, a table cell, a link text, a list item, a paragraph, a double-quoted HTML attribute and the text of an HTML
block. (Extensions whose purpose is to change plain text, such as smarty and smartsymbols, still do.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape

from ..plaintext import clean

#: Characters that mean something wherever they stand.
_ALWAYS = '&<>"\\`*_{}[]|~^$#!@+='

#: And those that mean something only here or there; all others stay as they are, so that prose stays readable.
_SPECIAL = re.compile(
    "[" + re.escape(_ALWAYS) + "]"
    r"|(?<!\w)-|-(?!\w)"  # lists, rules, snippets, front matter; the hyphen inside a word is only a hyphen
    r"|^:|:(?! )"  # definition lists; emoji and bare addresses
    r"|^[?/]|\?(?=\w)"  # details and blocks; short references of magiclink
    r"|(?<=www)\.",  # bare addresses
    re.IGNORECASE,
)
_ORDERED = re.compile(r"^(\(?(?:\d+|[ivxlcdm]+|[^\W\d_]))([.)])(?= |$)", re.IGNORECASE)
#: Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours: the blocks of Unicode's classes R and AL.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_SORTABLE_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")  # the beginning of a date in EDTF: `2022-11-28?`
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


class Markdown(str):
    """Markdown that our own code wrote. Whatever is done to it gives a plain `str`, which is escaped when printed."""

    __slots__ = ()


class Foreign(str):
    """A text of ours in English on a page in another language: nobody has translated it. Printed, it is marked so."""

    __slots__ = ()


@lru_cache(maxsize=4_000)  # names and titles stand on many pages
def inert(text: str) -> Markdown:
    """`text` as Markdown that prints it and does nothing."""
    plain = clean(text)
    numbered = _ORDERED.sub(lambda m: f"{m[1]}\0{m[2]}", plain)
    escaped = _SPECIAL.sub(lambda m: _entity(m[0]), numbered)
    return Markdown(re.sub("\0(.)", lambda m: _entity(m[1]), escaped))


def finalize(value: object) -> str:
    """What Jinja prints for an expression: our own Markdown as it is, anything else as inert text, None as nothing."""
    if type(value) is Markdown:
        return value
    if type(value) is Foreign:
        return in_english(inert(value))
    return "" if value is None else inert(str(value))


def in_language(text: str, tag: str) -> Markdown:
    """`text` as `inert`, marked as being in the language `tag`; what is no tag of BCP 47 (or empty) marks nothing.

    Where letters of it run from right to left, it gets a direction of its own, and does not mix with what is around it.
    """
    plain = inert(text)
    if type(text) is Foreign and not tag:
        return in_english(plain)
    language = f' lang="{tag}"' if _TAG.fullmatch(tag) else ""
    direction = ' dir="auto"' if _RIGHT_TO_LEFT.search(plain) else ""
    return Markdown(f"<span{language}{direction}>{plain}</span>") if plain and language + direction else plain


def in_english(text: str) -> Markdown:
    """Our own Markdown in English, on a page in another language that may run from right to left."""
    return Markdown(f'<span lang="en" dir="ltr">{text}</span>') if text else Markdown()


def strong(text: str) -> Markdown:
    """`text` as a template would print it, in strong type, also inside an HTML block."""
    return Markdown(f"<strong>{finalize(text)}</strong>")


def code(text: str) -> Markdown:
    """`text` as `inert`, in the type of code."""
    return Markdown(f"<code>{inert(text)}</code>")


def anchored(anchor: str, text: str) -> Markdown:
    """`text` as a template would print it, as a place with an id of ours to link to: see `Target.anchor`."""
    return Markdown(f'<span id="{anchor}"></span>{finalize(text)}')


def findable(anchor: str, text: str, name: str) -> Markdown:
    """`text` as `anchored`, followed by a link to that very place, which is called `name` for who cannot see it."""
    sign = f'<a class="atlas-here" href="#{anchor}"><span class="atlas-unseen">{inert(name)}</span>&#35;</a>'
    return Markdown(f"{anchored(anchor, text)} {sign}")


def classed(text: object, *names: str) -> Markdown:
    """`text` as a template would print it, in an element with classes of ours (letters, digits, hyphens)."""
    return Markdown(f'<span class="{" ".join(f"atlas-{name}" for name in names)}">{finalize(text)}</span>')


def keyed(value: float | None, text: str) -> Markdown:
    """`text` as a template would print it, with the number that a table sorts it by; nothing to sort by without one."""
    number = "" if value is None else f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"
    return Markdown(f'<data value="{number}">{finalize(text)}</data>')


def dated(edtf: str | None, text: str) -> Markdown:
    """`text` as a template would print it, with the date that a table sorts it by, where at least the year is known."""
    day = _SORTABLE_DATE.match(edtf or "")
    opening, closing = (f'<time datetime="{day[0]}">', "</time>") if day else ('<data value="">', "</data>")
    return Markdown(f"{opening}{finalize(text)}{closing}")


def valued(values: Iterable[str], text: object) -> Markdown:
    """`text` as a template would print it, with all the values that a filter of its table is to find it by."""
    told = [inert(value) for value in values]
    if len(told) < 2:  # the text itself says it
        return Markdown(finalize(text))
    return Markdown(f'<span data-values="{"&#10;".join(told)}">{finalize(text)}</span>')


def html_text(text: str) -> str:
    """`text` for front matter: MkDocs and its themes print titles and descriptions into HTML without escaping them.

    They stand in text and in double-quoted attributes; an apostrophe may stay.
    """
    return escape(clean(text), quote=False).replace('"', "&quot;")


def _entity(character: str) -> str:
    return _NAMED.get(character) or f"&#{ord(character)};"

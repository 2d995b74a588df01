"""The only way to a link: between pages of the tree, and out of it."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

from ..plaintext import clean
from .escape import Markdown, code, finalize, html_text, in_language, inert


@dataclass(frozen=True, slots=True)
class Target:
    """A page that another one may link to."""

    path: str  # below the site's root: "countries/fr.md"
    title: str  # plain, not escaped
    lang: str = ""  # of the title, where it is not that of the page (BCP 47)
    anchor: str = ""  # the id of the place on the page: letters, digits and hyphens
    query: tuple[tuple[str, str], ...] = ()  # the page's state, as its address holds it: names and values


def link(here: str, target: Target, text: str | None = None) -> Markdown:
    """A link from the page at `here` to `target`, under its title or `text`."""
    shown = in_language(target.title, target.lang) if text is None else finalize(text)
    state = "&amp;".join(f"{quote(name)}={quote(value)}" for name, value in target.query)
    place = f"{'?' if state else ''}{state}{'#' if target.anchor else ''}{target.anchor}"
    return Markdown(f"[{shown or '…'}]({_address(posixpath.dirname(here), target.path)}{place})")


def within(anchor: str, text: str) -> Markdown:
    """A link to a place on the same page."""
    return Markdown(f"[{inert(text)}](#{quote(anchor)})")


def opening(address: str, text: str) -> Markdown:
    """A link of the preview that opens a file in the owner's editor; the address is the owner's (see settings.py)."""
    return Markdown(f'<a href="{html_text(address)}">{code(text)}</a>')


def external(url: str | None, text: str | None = None) -> Markdown:
    """A link out of the site for an http(s) address with a host; anything else is shown as inert text."""
    shown = inert(text or url or "")
    address = _web_address(url or "")
    return Markdown(f"[{shown}]({address})") if shown and address else shown


@lru_cache(maxsize=20_000)
def _address(folder: str, path: str) -> str:
    """The way from a page in `folder` to `path`."""
    return quote(posixpath.relpath(path, folder or "."), safe="/.")


def _web_address(url: str) -> str | None:
    """`url` as a link destination; None if it does not plainly lead to a host on the web."""
    address = clean(url)
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    # Names and passwords before the host only serve to make it look like another one.
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc or "[" in parts.netloc:
        return None
    if port == 0 or not address.isprintable():
        return None
    return quote(address, safe=";/?:,%.=-~#&").replace("&", "&amp;")

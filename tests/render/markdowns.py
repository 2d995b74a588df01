"""The parsers that must agree on what our Markdown means, and the trees that they make of it."""

from __future__ import annotations

import markdown
from lxml import html
from markdown_it import MarkdownIt

#: Every extension that changes mark-up (smarty and smartsymbols change plain text, and are meant to).
_EXTENSIONS = [
    *("tables", "attr_list", "md_in_html", "admonition", "footnotes", "abbr", "def_list", "toc", "meta"),
    *("pymdownx." + name for name in ("arithmatex", "betterem", "caret", "critic", "details", "emoji", "escapeall")),
    *("pymdownx." + name for name in ("fancylists", "highlight", "inlinehilite", "keys", "magiclink", "mark")),
    *("pymdownx." + name for name in ("progressbar", "quotes", "saneheaders", "snippets", "superfences", "tabbed")),
    *("pymdownx." + name for name in ("tasklist", "tilde", "blocks.admonition", "blocks.details", "blocks.html")),
    *("pymdownx." + name for name in ("blocks.tab", "blocks.definition", "blocks.caption")),
]
_CONFIG = {"pymdownx.magiclink": {"repo_url_shorthand": True, "social_url_shorthand": True, "user": "u", "repo": "r"}}

_PYTHON_MARKDOWN = markdown.Markdown(extensions=_EXTENSIONS, extension_configs=_CONFIG)
_COMMONMARK = MarkdownIt("commonmark").enable("table")


def trees(text: str) -> list[html.HtmlElement]:
    """What Python-Markdown with its extensions, and CommonMark with tables, make of `text`."""
    _PYTHON_MARKDOWN.reset()
    made = [_PYTHON_MARKDOWN.convert(text), _COMMONMARK.render(text)]
    return [html.fragment_fromstring(page, create_parent="div") for page in made]

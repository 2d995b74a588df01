"""The languages of a site under MkDocs: for each its menu, its configuration, and what its pages are told.

MkDocs builds all pages in one go and knows one language. What differs by language is handed to the theme with each
page: a copy of the configuration (Material reads its own strings by `theme.language`), a menu, and the functions `_`,
`ngettext` and `plurals`. Texts come out of them as HTML.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from ..render.escape import Foreign
from ..render.voice import Voice


@dataclass(frozen=True, slots=True)
class Way:
    """The way to a page in another language."""

    tag: str  # BCP 47
    name: str  # of the language, in itself
    url: str  # below the site's root
    same: bool  # leads to the very page, not to the first page of that language


@dataclass(frozen=True, slots=True)
class Shell:
    """What the theme needs to speak one language."""

    voice: Voice
    config: MkDocsConfig

    def gettext(self, message: str, **values: object) -> Markup:
        """The message as HTML; values are text, unless they are Markup."""
        return self._html(self.voice.messages.gettext(message), values)

    def ngettext(self, one: str, many: str, n: int, **values: object) -> Markup:
        """As `gettext`, in the form that goes with the number `n`."""
        return self._html(self.voice.messages.ngettext(one, many, n), {"n": n, **values})

    @property
    def name(self) -> str:
        """What the language is called in itself."""
        name = self.voice.language_name(self.voice.tag)
        return name[:1].upper() + name[1:]

    def context(self, navigation: Navigation, ways: Sequence[Way]) -> dict[str, Any]:
        """What every template of the theme is given; `ways` lead to the page in every language."""
        return {
            "config": self.config,
            "nav": navigation,
            "language": self.voice.tag,
            "folder": self.voice.folder,
            "ways": ways,
            "_": self.gettext,
            "gettext": self.gettext,
            "ngettext": self.ngettext,
            "plurals": self.voice.plurals,
            "in_english": _in_english,
            "markup": Markup,
        }

    def _html(self, message: str, values: dict[str, object]) -> Markup:
        made = self.voice.fill(message, values, Markup, escape)
        return made if isinstance(made, Markup) else Markup(escape(made))  # noqa: S704 - just escaped


def _in_english(title: str) -> Markup:
    """The attributes of an element with a title that nobody has translated; none of any other."""
    return Markup(' lang="en" dir="ltr"') if isinstance(title, Foreign) else Markup()


def shell(voice: Voice, config: MkDocsConfig) -> Shell:
    """What pages in the language of `voice` are built with: a copy of the site's configuration, translated."""
    spoken = copy.copy(config)
    theme: dict[str, Any] = dict(config.theme)
    theme["language"] = _strings(voice, config.theme.dirs)
    palette = theme.get("palette")
    if isinstance(palette, list):
        theme["palette"] = [_option(voice, option) for option in palette]
    spoken["theme"] = theme
    spoken["site_name"] = voice.gettext(config.site_name)
    if config.site_description:
        spoken["site_description"] = voice.gettext(config.site_description)
    return Shell(voice, spoken)


def navigation_of(voice: Voice, navigation: Navigation, files: Files) -> Navigation:
    """The menu in one language: every entry of the site's menu that has a page in it, and else the first one's page."""
    items = [_item(voice, item, files) for item in navigation.items]
    made = Navigation(items, [item for item in items if isinstance(item, Page)])
    home = files.get_file_from_path(f"{voice.folder}index.md")
    made.homepage = home.page if home is not None else navigation.homepage
    return made


def _item(voice: Voice, item: StructureItem, files: Files) -> StructureItem:
    title = voice.gettext(item.title) if item.title else item.title
    if isinstance(item, Section):
        section = Section(title or "", [_item(voice, child, files) for child in item.children])
        for child in section.children:
            child.parent = section
        return section
    if isinstance(item, Link):
        return Link(title or "", item.url)
    file = files.get_file_from_path(f"{voice.folder}{item.file.src_uri}") if isinstance(item, Page) else None
    if file is None or file.page is None:
        return item
    # An entry that nobody translated goes by the title that the page's writer gave it; ours have longer ones than fit.
    if title != item.title or file.generated_by is not None:
        file.page.title = title
    return file.page


def _strings(voice: Voice, folders: Sequence[str]) -> str:
    """The theme's strings for the language: `zh-Hant`, else `zh`, else English."""
    for name in (voice.tag, voice.language):
        if any(Path(folder, "partials", "languages", f"{name}.html").is_file() for folder in folders):
            return name
    return "en"


def _option(voice: Voice, option: Any) -> Any:
    """A colour scheme, with the name of its switch translated."""
    toggle = option.get("toggle") if isinstance(option, dict) else None
    if not toggle:
        return option
    return {**option, "toggle": {**toggle, "name": voice.gettext(str(toggle["name"]))}}

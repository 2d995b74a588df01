"""The page that searches with filters; what it finds, and how, is in the theme's assets/find.js."""

from __future__ import annotations

from .desk import Desk
from .names import ARTICLES, COUNTRIES, SEARCH, THEMES
from .tree import Page


def search_page(desk: Desk) -> Page:
    """The page on which a search can be narrowed down and sent to others; without a script it leads to the lists."""
    lead = desk.voice.gettext(
        "Search everything that is published here, and narrow it down by country, theme, year, source and language."
    )
    lists = [desk.names.index(target) for target in (COUNTRIES, THEMES, ARTICLES)]
    return desk.press.page("search", desk.names.index(SEARCH), lead, lead=lead, lists=lists)

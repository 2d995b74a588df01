"""Pages that would be too long for a phone: of many articles or rows a page shows the first, and others have the rest.

Articles are parted by year, because the address of a year's page stays what it is when more articles come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from ..catalog import Shelf
from ..catalog.order import year_of
from ..model import Evidence, Record
from .briefing import Listed
from .desk import Desk
from .links import Target
from .tree import Page

#: A page with more articles, or a list with more rows, than this shows only the first of them.
_MOST = 60
_SHOWN = 30

About = Callable[[Record], tuple[Evidence, ...]]


def newest(desk: Desk, target: Target, shelf: Shelf, about: About | None = None) -> dict[str, Any]:
    """What templates show of the articles of the page at `target`: `rows`, and the pages by year where these are few.

    Each row has the best evidence for what the page is `about`.
    """
    if len(shelf) <= _MOST:
        return {"rows": desk.views.rows(shelf.records, about), "by_year": []}
    counted = [
        replace(page, title=desk.voice.gettext("{name} ({number})", name=desk.names.year(year), number=len(of_year)))
        for year, page, of_year in _years(desk, target, shelf)
    ]
    return {"rows": desk.views.rows(shelf.records[:_SHOWN], about), "by_year": counted}


def year_pages(desk: Desk, target: Target, shelf: Shelf, about: About | None = None) -> Iterator[Page]:
    """The pages by year of a page with many articles; none of a page that shows them all."""
    if len(shelf) <= _MOST:
        return
    for _, page, of_year in _years(desk, target, shelf):
        lead = desk.counted(of_year)
        rows = desk.views.rows(of_year.records, about)
        yield desk.press.page(
            "part", page, lead, lead=lead, whole=target, rows=rows, by_year=[], records=of_year.records
        )


def first_rows(desk: Desk, target: Target, lists: Iterable[Listed]) -> list[Listed]:
    """The lists as the page at `target` shows them; one with many rows leads to all of them."""
    return [
        replace(listed, rows=listed.rows[:_SHOWN], whole=_whole(desk, target, listed))
        if len(listed.rows) > _MOST
        else listed
        for listed in lists
    ]


def list_pages(desk: Desk, target: Target, lists: Iterable[Listed]) -> Iterator[Page]:
    """The pages of the lists that `target` does not show in full."""
    for listed in lists:
        if len(listed.rows) > _MOST:
            title = desk.voice.gettext("{name}: {part}", name=target.title, part=listed.heading)
            page = replace(_whole(desk, target, listed), title=title)
            yield desk.press.page("rows", page, title, list=listed, whole=target)


def _whole(desk: Desk, target: Target, listed: Listed) -> Target:
    title = desk.voice.ngettext("All {n}", "All {n}", len(listed.rows))
    return Target(f"{_folder(target)}/{listed.anchor}.md", title)


def _years(desk: Desk, target: Target, shelf: Shelf) -> Iterator[tuple[str, Target, Shelf]]:
    """The years of a shelf, newest first, each with its page and its articles."""
    for year, same in groupby(shelf.records, key=year_of):
        title = desk.voice.gettext("{name}: {part}", name=target.title, part=desk.names.year(year))
        yield year, Target(f"{_folder(target)}/articles/{year}.md", title), Shelf(tuple(same))


def _folder(target: Target) -> str:
    return target.path.removesuffix(".md")

"""Renders the atlas: Markdown pages and data files, complete before any site builder sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..catalog import Atlas
from ..changes import Note
from ..settings import Project
from .articles import article_pages
from .changes import changes_page
from .contradictions import contradiction_pages
from .data import data_files
from .desk import Desk
from .home import home_page
from .indicators import indicator_pages
from .measured import measured_files
from .names import Names
from .places import group_pages, place_pages
from .press import Press, environment
from .rights import Shown, shown_of
from .subjects import source_pages, theme_pages
from .tree import Page, SearchEntry, Tree
from .views import Views
from .voice import Voice, voices_of
from .write import write_tree

__all__ = ["Page", "SearchEntry", "Tree", "render", "write_tree"]


def render(atlas: Atlas, project: Project, preview: bool = False, history: Iterable[Note] = ()) -> Tree:
    """The tree of `atlas`, once in each language: the same bytes for the same articles, templates and settings.

    What the site shows of the sources' words follows the rights policy; `preview` shows the editor everything.
    `history` is what was published before.
    """
    shown = {record.article.id: shown_of(record, atlas.taxonomy, project.settings, preview) for record in atlas.records}
    desks = [_desk(atlas, project, voice, shown, preview) for voice in voices_of(project)]
    files = data_files(desks[0]) | measured_files(desks[0])
    return Tree(tuple(page for desk in desks for page in _pages(desk, history)), files)


def _desk(atlas: Atlas, project: Project, voice: Voice, shown: dict[str, Shown], preview: bool) -> Desk:
    """The desk where the pages of one language are made."""
    names = Names(atlas, voice)
    press = Press(environment(project, voice), _shared(names), voice)
    return Desk(atlas, project.settings, voice, names, Views(names, shown), press, shown, preview)


def _shared(names: Names) -> dict[str, str]:
    """What every template may use."""
    return {"of_home": names.of_home, "second": names.second, "second_heading": names.second_heading}


def _pages(desk: Desk, history: Iterable[Note]) -> Iterator[Page]:
    """All pages of one language."""
    yield home_page(desk)
    yield changes_page(desk, history)
    for pages in (
        place_pages,
        theme_pages,
        group_pages,
        source_pages,
        indicator_pages,
        contradiction_pages,
        article_pages,
    ):
        yield from pages(desk)

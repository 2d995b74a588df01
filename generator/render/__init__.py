"""Renders the atlas: Markdown pages and data files, complete before any site builder sees them."""

from __future__ import annotations

from ..catalog import Atlas
from ..settings import Project
from .articles import article_pages
from .data import data_files
from .desk import Desk
from .home import home_page
from .names import Names
from .places import group_pages, place_pages
from .press import Press, environment
from .rights import shown_of
from .subjects import source_pages, theme_pages
from .tree import Page, SearchEntry, Tree
from .views import Views
from .write import write_tree

__all__ = ["Page", "SearchEntry", "Tree", "render", "write_tree"]


def render(atlas: Atlas, project: Project, preview: bool = False) -> Tree:
    """The tree of `atlas`: the same bytes for the same articles, templates and settings.

    What the site shows of the sources' words follows the rights policy; `preview` shows the editor everything.
    """
    names = Names(atlas)
    shown = {record.article.id: shown_of(record, atlas.taxonomy, project.settings, preview) for record in atlas.records}
    press = Press(environment(project), {"of_home": names.of_home})
    desk = Desk(atlas, project.settings, names, Views(names, shown), press, shown, preview)
    pages = [
        home_page(desk),
        *place_pages(desk),
        *theme_pages(desk),
        *group_pages(desk),
        *source_pages(desk),
        *article_pages(desk),
    ]
    return Tree(tuple(pages), data_files(desk))

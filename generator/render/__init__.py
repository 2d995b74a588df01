"""Renders the atlas: Markdown pages and data files, complete before any site builder sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ..ask import lexicon_of
from ..catalog import Atlas
from ..catalog.dossier import dossier_of
from ..catalog.twice import once
from ..changes import Note
from ..review import Item
from ..settings import Project
from .articles import article_pages
from .ask import Line, Reply, ask_page, reply
from .askdata import ask_files
from .beside import Asides
from .brief import Brief, brief_of
from .changes import changes_page, news_of
from .compare import compare_files, compare_page
from .contradictions import contradiction_pages
from .data import data_files
from .datapage import data_page
from .desk import Desk
from .downloads import holdings_of
from .home import home_page
from .indicators import indicator_pages
from .library import Library, library_of
from .lists import changes_feed, files_beside
from .measured import measured_files
from .names import Names
from .people import people_pages
from .places import group_pages, place_pages
from .press import Press, environment
from .programmes import programme_pages
from .review import review_page
from .rights import Shown, shown_in
from .robots import robot_files
from .searchpage import search_page
from .subjects import source_pages, theme_pages
from .timeline import timeline_files, timeline_pages
from .tree import Page, SearchEntry, Tree
from .views import Views
from .voice import Voice, voice_of, voices_of
from .write import write_tree

__all__ = ["Brief", "Line", "Page", "Reply", "SearchEntry", "Tree", "answers", "brief", "render", "write_tree"]


def render(
    atlas: Atlas,
    project: Project,
    preview: bool = False,
    history: Iterable[Note] = (),
    moved: Mapping[str, str] | None = None,
    queue: Sequence[Item] = (),
) -> Tree:
    """The tree of `atlas`, once in each language: the same bytes for the same articles, templates and settings.

    What the site shows of the sources' words follows the rights policy; `preview` shows the editor everything.
    `history` is what was published before, `moved` the present ids of articles by old ones, `queue` what
    a person should decide, which only a preview shows.
    """
    shown = shown_in(atlas, project.settings, preview)
    voices = voices_of(project)
    library = library_of(atlas, project, Names(atlas, voices[0]))
    desks = [_desk(library, project, voice, shown, preview) for voice in voices]
    files = data_files(desks[0]) | measured_files(desks[0]) | timeline_files(desks[0])
    lexicon = lexicon_of(atlas)
    for desk in desks:
        files |= ask_files(desk, lexicon) | compare_files(desk)
        files |= changes_feed(desk, library.site, news_of(desk, history))
    holdings = holdings_of(library)
    pages: list[Page] = []
    for desk in desks:
        pages += [*_pages(desk, project, history, queue), data_page(desk, library, holdings, files)]
    return Tree(tuple(pages), files | holdings.files | files_beside(library, desks, moved or {}) | robot_files(library))


def answers(atlas: Atlas, project: Project, question: str, tag: str) -> Reply:
    """The facts that answer `question`, told in the language `tag`; rights hold as on the pages."""
    voice = voice_of(project, tag)
    library = library_of(atlas, project, Names(atlas, voice))
    return reply(_desk(library, project, voice, library.shown, preview=False), question)


def brief(atlas: Atlas, project: Project, code: str, tag: str, printed: date | None = None) -> Brief:
    """The brief of a country in the language `tag`, of the day on which it is printed; rights hold as on the pages."""
    voice = voice_of(project, tag)
    library = library_of(atlas, project, Names(atlas, voice))
    return brief_of(_desk(library, project, voice, library.shown, preview=False), project, code, printed)


def _desk(library: Library, project: Project, voice: Voice, shown: dict[str, Shown], preview: bool) -> Desk:
    """The desk where the pages of one language are made."""
    atlas, names = library.atlas, Names(library.atlas, voice)
    press = Press(environment(project, voice), _shared(names), voice, Asides(library, voice))
    dossier = once(dossier_of(atlas.filed, lambda record, finding: True), atlas.duplicates)
    return Desk(atlas, project.settings, voice, names, Views(names, shown), press, shown, preview, dossier)


def _shared(names: Names) -> dict[str, str]:
    """What every template may use."""
    return {"of_home": names.of_home, "second": names.second, "second_heading": names.second_heading}


def _pages(desk: Desk, project: Project, history: Iterable[Note], queue: Sequence[Item]) -> Iterator[Page]:
    """All pages of one language."""
    if desk.preview:
        yield review_page(desk, queue, project.edit_address)
    yield home_page(desk)
    yield changes_page(desk, history)
    yield ask_page(desk)
    yield compare_page(desk)
    yield search_page(desk)
    for pages in (
        place_pages,
        theme_pages,
        group_pages,
        source_pages,
        indicator_pages,
        contradiction_pages,
        programme_pages,
        people_pages,
        timeline_pages,
        article_pages,
    ):
        yield from pages(desk)

"""The adapter to MkDocs: hands it the tree's pages and files, and adds the search index to what it builds.

Everything is decided before MkDocs sees it. What the stages report goes to MkDocs' log: an error as a warning, so that
`mkdocs build --strict` fails on it, and what a person should merely look at as information.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup
from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext

from ..embargo import build_day
from ..pipeline import render_project
from ..problems import Problem, Severity
from ..render.tree import Page, SearchEntry, Tree
from ..render.voice import voices_of
from ..settings import BUNDLED, load_project
from ..site import site_of
from .languages import Shell, Way, navigation_of, shell
from .named import named
from .search import index_records

_log = get_plugin_logger("atlas")

#: Folders and files of a project whose change makes the preview build again. Nothing is ever written into them.
_WATCHED = ("content", "templates")
#: Modification dates that the formats of a site can carry (gzip counts seconds from 1970 in 32 bits).
_EARLIEST, _LATEST = date(1980, 1, 1), date(2099, 12, 31)


class AtlasConfig(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in mkdocs.yml."""

    root = Optional(Type(str))  # the project's folder, below that of mkdocs.yml; default: that folder


class AtlasPlugin(BasePlugin[AtlasConfig]):  # type: ignore[no-untyped-call]
    """Publishes an atlas. Set `tree` before a build to publish a tree that is already there."""

    tree: Tree | None = None

    def __init__(self) -> None:
        self._preview = False
        self._files = Files([])
        self._pages: dict[str, Page] = {}  # the generated ones, by path
        self._titles: dict[str, tuple[str, str]] = {}  # of the pages that may be found, by address: see `named`
        self._shells: dict[str, Shell] = {}  # by the folder of the language
        self._navigations: dict[str, Navigation] = {}
        self._entries: dict[str, list[tuple[str, SearchEntry]]] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Notes whether this is the editor's preview; being here, it keeps the plugin through a `serve`."""
        self._preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watches the project, and finds our theme also in a project that has none of its own."""
        root = self._root(config)
        config.watch.extend(str(root / name) for name in _WATCHED if (root / name).exists())
        theme = str(BUNDLED / "templates" / "theme")
        if theme not in config.theme.dirs:
            own = 1 if config.theme.custom_dir else 0
            config.theme.dirs.insert(own, theme)
        config.extra["contact"] = load_project(root)[0].settings.contact
        return config

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Watches nothing twice: `content` holds MkDocs' own folder of pages, and a change would build two times."""
        if self._root(config) / "content" in Path(config.docs_dir).parents:
            server.unwatch(config.docs_dir)
        return server

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds the generated pages and data files; a hand-written page of the same path wins."""
        tree = self.tree or self._rendered(config)
        self._pages = {page.path: page for page in tree.pages if files.get_file_from_path(page.path) is None}
        generated: dict[str, str | bytes] = {path: page.markdown for path, page in self._pages.items()}
        self._titles = {}
        for path, content in (generated | tree.files).items():
            file = File.generated(config, path, content=content)
            files.append(file)
            if (page := self._pages.get(path)) is not None:
                self._titles[file.url] = page.title, page.search.note if page.search is not None else ""
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Makes the menu and the shell of each language that has a first page."""
        first, *others = voices_of(load_project(self._root(config))[0])
        voices = [first, *(voice for voice in others if files.get_file_from_path(f"{voice.folder}index.md"))]
        self._shells = {voice.folder: shell(voice, config) for voice in voices}
        self._navigations = {voice.folder: navigation_of(voice, nav, files) for voice in voices}
        return self._navigations[""]

    def on_page_content(self, html: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Tells tables and links apart for those who do not see what is around them."""
        return named(html, page.url, self._titles)

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Dates each page by the newest article it tells of, not by the day of the build."""
        known = [page.updated for page in self._pages.values() if page.updated is not None]
        newest = max(known, default=None)
        for file in files.documentation_pages():
            generated = self._pages.get(file.src_uri)
            updated = (generated.updated if generated else None) or newest
            if file.page is not None and updated is not None:
                file.page.update_date = min(max(updated, _EARLIEST), _LATEST).isoformat()
        self._entries = {folder: [] for folder in self._shells}
        for file in files.documentation_pages():
            self._entries[self._folder(file)] += self._entries_of(file)
        self._files = files
        return env

    def on_page_context(
        self, context: TemplateContext, /, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Has the theme speak the language of the page, and nothing lead to a next one.

        Pages are no book, and Material's script turns its leaves at the touch of single letters.
        """
        page.previous_page = page.next_page = None
        folder = self._folder(page.file)
        path = page.file.src_uri.removeprefix(folder)
        context.update(self._shells[folder].context(self._navigations[folder], self._ways(path)))  # type: ignore[typeddict-item]
        return context

    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Pages that are there once speak the first language, and know the others."""
        context.update(self._shells[""].context(self._navigations[""], self._ways("index.md")))  # type: ignore[typeddict-item]
        context["shells"] = list(self._shells.values())  # type: ignore[typeddict-unknown-key]
        context["versions_of"] = self._versions  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes a search index for each language."""
        for folder, entries in self._entries.items():
            try:
                index = index_records(entries)
            except OSError as fault:
                raise PluginError(
                    f"The search index cannot be built: {fault}. Is Pagefind installed (pip install 'pagefind[bin]')?"
                ) from fault
            for path, content in index.items():
                write_file(content, str(Path(config.site_dir, folder, "search", path)))

    def _folder(self, file: File) -> str:
        """The folder of the language that a page is in; nothing at the root."""
        return next((folder for folder in self._shells if folder and file.src_uri.startswith(folder)), "")

    def _ways(self, path: str) -> list[Way]:
        """The ways to the page at `path` in every language that has it; of the language alone where it has not."""
        ways = []
        for folder, spoken in self._shells.items():
            file = self._files.get_file_from_path(folder + path)
            home = self._files.get_file_from_path(f"{folder}index.md")
            if (to := file or home) is not None:
                ways.append(Way(spoken.voice.tag, spoken.name, to.url, same=file is not None))
        return ways

    def _versions(self, file: File) -> list[Way]:
        """The ways to a page in every language that has it."""
        return [way for way in self._ways(file.src_uri.removeprefix(self._folder(file))) if way.same]

    def _root(self, config: MkDocsConfig) -> Path:
        """The project's folder."""
        return Path(config.config_file_path).resolve().parent / (self.config.root or "")

    def _rendered(self, config: MkDocsConfig) -> Tree:
        """The tree of the project, with everything that is wrong told to the log."""
        try:
            today = build_day(os.environ, datetime.now(UTC))
        except ValueError as fault:
            raise PluginError(f"{fault}.") from None
        site = site_of(config, os.environ)
        run, tree = render_project(self._root(config), self._preview, today, site)
        for problem in run.problems:
            _report(problem)
        return tree

    def _entries_of(self, file: File) -> list[tuple[str, SearchEntry]]:
        """What searching finds of a page, each with its address; a hand-written page is found by its text."""
        generated = self._pages.get(file.src_uri)
        if generated is not None:
            whole = [(file.url, generated.search)] if generated.search is not None else []
            return whole + [(f"{file.url}#{anchor}", entry) for anchor, entry in generated.places]
        if file.page is None or file.page.content is None:
            return []
        text = Markup(file.page.content).striptags()  # noqa: S704 - text is taken out, nothing put in
        return [(file.url, SearchEntry(title=unescape(str(file.page.title)), text=text, kind="page"))]


def _report(problem: Problem) -> None:
    """A problem to MkDocs' log; see the head of this module for the levels."""
    if problem.severity is Severity.ERROR:
        _log.warning(str(problem))
    else:
        _log.info(str(problem))

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
from mkdocs.utils import write_file

from ..embargo import build_day
from ..pipeline import render_project
from ..problems import Problem, Severity
from ..render.tree import Page, SearchEntry, Tree
from ..settings import BUNDLED
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
        self._pages: dict[str, Page] = {}  # the generated ones, by path
        self._entries: list[tuple[str, SearchEntry]] = []

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
        for path, content in (generated | tree.files).items():
            files.append(File.generated(config, path, content=content))
        return files

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Dates each page by the newest article it tells of, not by the day of the build."""
        known = [page.updated for page in self._pages.values() if page.updated is not None]
        newest = max(known, default=None)
        for file in files.documentation_pages():
            generated = self._pages.get(file.src_uri)
            updated = (generated.updated if generated else None) or newest
            if file.page is not None and updated is not None:
                file.page.update_date = min(max(updated, _EARLIEST), _LATEST).isoformat()
        self._entries = [found for file in files.documentation_pages() if (found := self._entry(file)) is not None]
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes the search index."""
        try:
            index = index_records(self._entries)
        except OSError as fault:
            raise PluginError(
                f"The search index cannot be built: {fault}. Is Pagefind installed (pip install 'pagefind[bin]')?"
            ) from fault
        for path, content in index.items():
            write_file(content, str(Path(config.site_dir, "search", path)))

    def _root(self, config: MkDocsConfig) -> Path:
        """The project's folder."""
        return Path(config.config_file_path).resolve().parent / (self.config.root or "")

    def _rendered(self, config: MkDocsConfig) -> Tree:
        """The tree of the project, with everything that is wrong told to the log."""
        try:
            today = build_day(os.environ, datetime.now(UTC))
        except ValueError as fault:
            raise PluginError(f"{fault}.") from None
        run, tree = render_project(self._root(config), preview=self._preview, today=today)
        for problem in run.problems:
            _report(problem)
        return tree

    def _entry(self, file: File) -> tuple[str, SearchEntry] | None:
        """What searching finds of a page, with its address; a hand-written page is found by its text."""
        generated = self._pages.get(file.src_uri)
        if generated is not None:
            return (file.url, generated.search) if generated.search is not None else None
        if file.page is None or file.page.content is None:
            return None
        text = Markup(file.page.content).striptags()  # noqa: S704 - text is taken out, nothing put in
        return file.url, SearchEntry(title=unescape(str(file.page.title)), text=text, kind="page")


def _report(problem: Problem) -> None:
    """A problem to MkDocs' log; see the head of this module for the levels."""
    if problem.severity is Severity.ERROR:
        _log.warning(str(problem))
    else:
        _log.info(str(problem))

"""A real site, served by Python alone, and a real Chromium to look at it."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, ViewportSize, expect, sync_playwright

from generator.pipeline import render_project
from generator.publish import build_site
from generator.render import Tree

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
SUBPATH = "some/where"
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK: ViewportSize = {"width": 1280, "height": 720}
PATIENCE = 60_000  # milliseconds until something must show, on a busy machine
expect.set_options(timeout=PATIENCE)
#: What a window can be given after it was opened.
WORN = {"viewport", "color_scheme", "reduced_motion"}


def chromium() -> str | None:
    """A Chromium of this machine."""
    names = [os.environ.get("ATLAS_CHROMIUM"), "/usr/bin/chromium", "chromium-browser", "google-chrome"]
    return next((found for name in names if name and (found := shutil.which(name))), None)


def project(folder: Path, articles: Path) -> Path:
    """A project with the repository's settings and theme, and `articles`."""
    shutil.copytree(ROOT / "content", folder / "content", ignore=shutil.ignore_patterns("articles", "curation"))
    shutil.copytree(articles, folder / "content" / "articles")
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def built(folder: Path, articles: Path, site: Path, url: str = "") -> Path:
    """The site of such a project, built as `mkdocs build --strict` builds it."""
    root = project(folder, articles)

    def run() -> None:
        build(load_config(str(root / "mkdocs.yml"), site_dir=str(site), site_url=url, strict=True))

    with ThreadPoolExecutor(1) as elsewhere:  # an event loop of Playwright may run in this thread
        elsewhere.submit(run).result()
    return site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is the site's root, with the same site once more below a path."""
    folder = tmp_path_factory.mktemp("corpus")
    return built(folder, HERE / "corpus", folder / "site")


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of articles that try to run scripts in it."""
    folder = tmp_path_factory.mktemp("hostile")
    return built(folder, HERE / "hostile", folder / "site")


def serving(folder: Path) -> Iterator[str]:
    """The folder at a free port; a missing file is answered with the site's page for that, as hosts do it."""

    class Host(SimpleHTTPRequestHandler):
        def log_message(self, *args: Any) -> None:
            """Says nothing."""

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            """The site's own page where it has one."""
            page = next(iter(folder.rglob("404.html")), None)
            if code != 404 or page is None:
                return super().send_error(code, message, explain)
            self.send_response(404)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page.read_bytes())
            return None

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            """Says nothing of a browser that hung up: it left the page."""
            if not isinstance(sys.exception(), ConnectionError):
                super().handle_error(request, client_address)

    server = Server(("127.0.0.1", 0), partial(Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """The address of the site at the root of a host."""
    yield from serving(site)


@pytest.fixture(scope="session")
def home_below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site below a path, as of a project page."""
    folder = tmp_path_factory.mktemp("below")
    host = folder / "host"
    built(folder, HERE / "corpus", host / SUBPATH, f"https://example.org/{SUBPATH}/")
    for address in serving(host):
        yield f"{address}{SUBPATH}/"


@pytest.fixture(scope="session")
def hostile_home(hostile_site: Path) -> Iterator[str]:
    """The address of the site of hostile articles."""
    yield from serving(hostile_site)


class Showcase(NamedTuple):
    """The site of the repository's own articles, and what its pages are made of."""

    address: str
    tree: Tree


@pytest.fixture(scope="session")
def showcase(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Showcase]:
    """Our own articles make the fullest pages; one of them is withdrawn, so that every kind of page is there."""
    folder = tmp_path_factory.mktemp("showcase")
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    withdrawn = min(folder.glob("content/curation/*.yml"))
    with withdrawn.open("a", encoding="utf-8") as decisions:
        decisions.write("state: withdrawn\n")

    def run() -> Showcase:
        _, tree = render_project(folder)
        build_site(folder, tree, folder / "site")
        return Showcase("", tree)

    with ThreadPoolExecutor(1) as elsewhere:  # as in `built`
        made = elsewhere.submit(run).result()
    for address in serving(folder / "site"):
        yield made._replace(address=address)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; without one they are skipped, and fail in CI."""
    executable = chromium()
    if executable is None:
        message = "no Chromium: set ATLAS_CHROMIUM to one, or install it (apt install chromium)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def profile(browser: Browser) -> BrowserContext:
    """What most tests share of the browser: its processes and what is cached, nothing that a page has kept."""
    shared = browser.new_context()
    shared.new_page()  # as long as a window is open, the browser keeps what the next one needs
    return shared


@pytest.fixture
def visit(browser: Browser, profile: BrowserContext) -> Iterator[Callable[..., Page]]:
    """Opens an address in a new window; at the end nothing may have gone wrong in any of them.

    The first window finds nothing that another test has stored. A further one, any that is to be `fresh`, and one whose
    options a window cannot have by itself, are of another reader: nothing is cached either.
    """
    windows: list[Page] = []
    complaints: list[str] = []

    def failed(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the page was left before
            complaints.append(f"failed: {request.url}")

    def spoke(dialog: Dialog) -> None:
        complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def blank(own: str, options: dict[str, Any], fresh: bool) -> Page:
        if fresh or windows or not options.keys() <= WORN:
            return browser.new_context(**options).new_page()
        page = profile.new_page()
        everything = {"origin": own, "storageTypes": "all"}
        profile.new_cdp_session(page).send("Storage.clearDataForOrigin", everything)
        page.set_viewport_size(options.pop("viewport", DESK))
        page.emulate_media(**options)
        return page

    def open_window(address: str, *, fresh: bool = False, **options: Any) -> Page:
        own = "/".join(address.split("/")[:3])
        page = blank(own, options, fresh)
        windows.append(page)
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.on("requestfailed", failed)
        page.on("dialog", spoke)
        page.on(
            "request",
            lambda asked: None if asked.url.startswith((own, "data:")) else complaints.append(f"asked: {asked.url}"),
        )
        page.goto(address)
        return page

    yield open_window
    for page in windows:
        (page if page.context is profile else page.context).close()
    assert complaints == []

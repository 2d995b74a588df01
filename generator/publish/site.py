"""Building and previewing a site from Python, as `mkdocs build` and `mkdocs serve` do it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils import CountHandler

from ..render.tree import Tree
from .plugin import AtlasPlugin


def build_site(root: Path, tree: Tree, out: Path | None = None, tell_all: bool = False) -> tuple[Path, int]:
    """Builds the tree into `out` (or the site_dir of mkdocs.yml); returns the site's folder and MkDocs' warnings.

    MkDocs' warnings are told on stderr; with `tell_all` everything that it does.
    Raises MkDocs' ConfigurationError or Abort where mkdocs.yml is wrong; both say what is.
    """
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(out) if out else None)
    plugin = config.plugins.get("atlas")
    if not isinstance(plugin, AtlasPlugin):
        raise ConfigurationError("mkdocs.yml: plugins: must hold `atlas`. Example: plugins: [atlas]")
    plugin.tree = tree  # MkDocs keeps the plugin from build to build: the next one must not find this tree
    with _told(logging.INFO if tell_all else logging.WARNING) as counter:
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            plugin.tree = None
            config.plugins.on_shutdown()
    return Path(config.site_dir), sum(count for _, count in counter.get_counts())


def serve_site(root: Path, address: str, open_browser: bool = False) -> None:
    """Serves the preview at `address` (host:port) until it is interrupted, and builds anew on every change.

    Raises OSError where nothing can listen there.
    """
    with _told(logging.INFO):
        serve(str(root / "mkdocs.yml"), dev_addr=address, open_in_browser=open_browser)


@contextmanager
def _told(level: int) -> Iterator[CountHandler]:
    """Tells what MkDocs logs from `level` on to stderr, and counts its warnings."""
    logger = logging.getLogger("mkdocs")
    counter, speaker = CountHandler(), logging.StreamHandler()
    counter.setLevel(logging.WARNING)
    speaker.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    before = logger.level
    logger.setLevel(level)
    for handler in (counter, speaker):
        logger.addHandler(handler)
    try:
        yield counter
    finally:
        for handler in (counter, speaker):
            logger.removeHandler(handler)
        logger.setLevel(before)

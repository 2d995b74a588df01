"""The repository's own site is what we promise of any: no warning, no dead link, the same bytes each time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


def mkdocs_build(site: Path, seed: str) -> Path:
    """Builds the site in a process of its own, as CI does."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "SITE_URL": "https://example.org/atlas/"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site, built twice in different folders."""
    folder = tmp_path_factory.mktemp("own")
    return mkdocs_build(folder / "one", "1"), mkdocs_build(folder / "the-other", "2")


def test_every_link_of_our_site_leads_somewhere(
    sites: tuple[Path, Path], broken_links: Callable[[Path], list[str]]
) -> None:
    """A strict build passes, and all links, anchors, scripts and styles of the built pages exist."""
    assert broken_links(sites[0]) == []


def test_our_site_is_reproducible(sites: tuple[Path, Path]) -> None:
    """Two processes with other hash seeds write the same files with the same bytes."""
    first, second = (
        {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
        for site in sites
    )
    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []

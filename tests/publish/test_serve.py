"""The preview follows every change of an editor, and rests when there is none."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds until a change must show, on a busy machine
ARTICLE = """---
title: A joint laboratory opens in Lyon
date: 2024-05-21
source: Cooperation Atlas
---

China and France opened a joint laboratory for satellites in Lyon.
"""


class Preview:
    """A running server and what it says."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = "{}:{}".format(*free.getsockname())
        self.root, self.url, self.said = root, f"http://{address}/", [""]
        command = [sys.executable, "-u", "-m", "mkdocs", "serve", "--dev-addr", address]
        self.process = subprocess.Popen(
            command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said.append(line)

    @property
    def builds(self) -> int:
        """How often the site was built."""
        return sum("Building documentation..." in line for line in self.said)

    def shows(self, path: str, text: str) -> bool:
        """Whether a page holds a text."""
        try:
            with urlopen(self.url + path, timeout=PATIENCE) as answer:
                return text in answer.read().decode("utf-8")
        except URLError:
            return False

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Waits until something is so."""
        end = time.monotonic() + PATIENCE
        while not condition():
            assert self.process.poll() is None and time.monotonic() < end, what + "\n" + "".join(self.said)
            time.sleep(0.2)

    def change(self, path: str, old: str, new: str) -> None:
        """Edits a file, as an editor saves it: at once, so that the watcher sees no half of it."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        saved = self.root / "saved"  # the watcher does not look here
        saved.write_text(text.replace(old, new), encoding="utf-8")
        saved.replace(file)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """`mkdocs serve` in a copy of the project with one article."""
    shutil.copytree(ROOT / "content", tmp_path / "content", ignore=shutil.ignore_patterns("articles", "curation"))
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "content/articles").mkdir()
    (tmp_path / "content/articles/lyon.md").write_text(ARTICLE, encoding="utf-8")
    running = Preview(tmp_path)
    yield running
    running.process.terminate()
    running.process.wait(timeout=PATIENCE)


@pytest.mark.slow
def test_the_preview_follows_every_change_once(preview: Preview) -> None:
    """Articles, taxonomy, templates, theme and pages each lead to one new build, and none of them to a loop."""
    preview.wait(lambda: preview.shows("countries/fr/", "Lyon"), "the first build")
    changes = [
        (
            "content/articles/lyon.md",
            "in Lyon\n",
            "in Old Lyon\n",
            "countries/fr/",
            "A joint laboratory opens in Old Lyon",
        ),
        ("content/taxonomy/themes.yml", "en: Space,", "en: Great Space,", "themes/", "Great Space"),
        ("templates/home.md.j2", "# ", "# Behold: ", "", "Behold: "),
        ("templates/theme/partials/footer.html", "Made with", "Made by hand with", "", "Made by hand with"),
        ("content/pages/about.md", "# ", "# Newly ", "about/", "Newly "),
    ]
    for number, (path, old, new, page, text) in enumerate(changes, start=2):
        preview.change(path, old, new)
        preview.wait(lambda page=page, text=text: preview.shows(page, text), f"{path} does not show")  # type: ignore[misc]
        time.sleep(2)  # the watcher looks twice a second: a loop would have begun
        assert preview.builds == number, "".join(preview.said)

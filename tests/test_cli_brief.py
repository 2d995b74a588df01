"""`atlas brief` writes what its file's name asks for, and says what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.publish.pdf import find_browser

ARTICLE = """China and Serbia sign a protocol on laboratories

Morning Wire, 3 May 2024

China and Serbia signed a protocol on joint laboratories in Belgrade on Friday, and both will send young scientists.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "content" / "articles" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "content" / "atlas.yml").write_text("home: CN\nlanguages: [en, zh]\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\nplugins: [atlas]\n", encoding="utf-8")
    return tmp_path


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-C", str(root), "-q", "brief", *arguments])


@pytest.mark.parametrize("name", ["RS", "rs", "Serbia", "塞尔维亚"])
def test_a_country_is_found_by_code_and_by_name(root: Path, name: str) -> None:
    assert run(root, name).stdout.startswith("# Serbia\n")


def test_the_ending_of_the_file_says_what_is_written(root: Path) -> None:
    out = root / "brief.html"
    assert run(root, "RS", "--lang", "zh", "--out", str(out)).exit_code == 0
    assert '<html lang="zh">' in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Atlantis",), "no country or region"),
        (("RS", "--lang", "fr"), "does not speak fr"),
        (("RS", "--format", "pdf"), "--out brief.pdf"),
    ],
)
def test_wrong_usage_is_explained(root: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run(root, *arguments)
    assert (done.exit_code, said in done.stderr) == (2, True)


def test_without_a_browser_a_pdf_says_what_to_do(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    monkeypatch.delenv("ATLAS_CHROMIUM", raising=False)
    assert find_browser({}) is None
    done = run(root, "RS", "--out", str(root / "a.pdf"))
    assert (done.exit_code, "ATLAS_CHROMIUM" in done.stderr) == (1, True)


def test_a_browser_that_prints_nothing_is_told_of(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = root / "chrome"
    broken.write_text("#!/bin/sh\necho no display >&2\nexit 3\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("ATLAS_CHROMIUM", str(broken))
    done = run(root, "RS", "--out", str(root / "a.pdf"))
    assert (done.exit_code, "made no PDF: no display" in done.stderr) == (1, True)

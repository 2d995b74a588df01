"""A site built from Python is the one that MkDocs builds, and says what is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError

from generator.publish import build_site
from generator.render.tree import Page, Tree

ROOT = Path(__file__).parents[2]


def project(root: Path) -> Path:
    """A copy of the repository's settings and hand-written pages."""
    shutil.copytree(ROOT / "content" / "pages", root / "content" / "pages")
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def test_a_clean_build_has_no_warnings(tmp_path: Path, made_tree: Tree) -> None:
    """A tree without faults is built into the folder asked for, with nothing to say."""
    site, warnings = build_site(project(tmp_path), made_tree, tmp_path / "out")
    assert (site, warnings) == (tmp_path / "out", 0)
    assert (site / "index.html").is_file()


def test_warnings_are_counted_and_told(tmp_path: Path, made_tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    """A link that leads nowhere is one warning, on stderr."""
    tree = Tree((*made_tree.pages, Page("articles/b.md", "B", "# B\n\n[away](nowhere.md)\n")))
    _, warnings = build_site(project(tmp_path), tree)
    assert warnings == 1
    assert "nowhere.md" in capsys.readouterr().err


def test_a_later_build_has_pages_of_its_own(tmp_path: Path, made_tree: Tree) -> None:
    """MkDocs keeps the plugin while the process lives; a tree that was handed to one build is not found by the next."""
    build_site(project(tmp_path), made_tree)
    build(load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "later")))
    assert not (tmp_path / "later" / "articles" / "2024-a").exists()
    assert (tmp_path / "later" / "articles" / "index.html").is_file()


def test_a_theme_of_ones_own_is_not_needed(tmp_path: Path, made_tree: Tree) -> None:
    """A project without templates/ gets the theme that we ship."""
    shutil.rmtree(project(tmp_path) / "templates")
    text = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(text.replace("  custom_dir: templates/theme\n", ""), encoding="utf-8")
    site, _ = build_site(tmp_path, made_tree)
    assert (site / "assets/atlas.css").is_file()
    assert "atlas-search" in (site / "index.html").read_text(encoding="utf-8")


def test_without_our_plugin_nothing_is_built(tmp_path: Path, made_tree: Tree) -> None:
    """The message says what mkdocs.yml lacks."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nplugins: []\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"plugins: \[atlas\]"):
        build_site(tmp_path, made_tree)

"""A tree is written as plain files, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.render.tree import Page, Tree
from generator.render.write import MANIFEST, UnsafePathError, write_tree

from .corpus import project


def tree(*paths: str) -> Tree:
    return Tree(tuple(Page(path, path, f"# {path}\n") for path in paths), {"data/a.json": b"[]\n"})


def files(out: Path) -> set[str]:
    return {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}


def test_pages_data_files_and_hand_written_pages_are_written(tmp_path: Path) -> None:
    pages = tmp_path / "content" / "pages"
    pages.mkdir(parents=True)
    (pages / "about.md").write_text("# About us\n")
    (pages / "index.md").write_text("# Our own home\n")
    out = tmp_path / "out"
    written = write_tree(tree("index.md", "countries/fr.md"), out, project(tmp_path))
    assert written == ["about.md", "countries/fr.md", "data/a.json", "index.md"]
    assert files(out) == {*written, MANIFEST}
    assert (out / "index.md").read_text() == "# Our own home\n"


def test_a_second_run_removes_what_the_first_wrote_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_tree(tree("old/deep/a.md", "old/changed.md", "kept.md"), out, project(tmp_path))
    (out / "notes.txt").write_text("mine")
    (out / "old" / "changed.md").write_text("changed by hand")
    write_tree(tree("kept.md"), out, project(tmp_path))
    assert files(out) == {"kept.md", "data/a.json", "notes.txt", "old/changed.md", MANIFEST}
    assert not (out / "old" / "deep").exists()


def test_files_that_do_not_change_are_not_written_again(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_tree(tree("a.md"), out, project(tmp_path))
    before = (out / "a.md").stat().st_mtime_ns
    write_tree(tree("a.md"), out, project(tmp_path))
    assert (out / "a.md").stat().st_mtime_ns == before


@pytest.mark.parametrize("path", ["../a.md", "/tmp/a.md", "a/../../b.md", "a\\..\\b.md", "a\0.md", MANIFEST])
def test_nothing_is_written_outside_the_folder(path: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(UnsafePathError):
        write_tree(tree("good.md", path), out, project(tmp_path))
    assert not out.exists()


def test_a_symbolic_link_does_not_lead_outside(tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    out.mkdir()
    elsewhere.mkdir()
    (out / "countries").symlink_to(elsewhere)
    with pytest.raises(UnsafePathError):
        write_tree(tree("countries/fr.md"), out, project(tmp_path))
    assert files(elsewhere) == set()


def test_a_file_of_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.md").write_text("mine")
    with pytest.raises(UnsafePathError, match="was not written by the atlas"):
        write_tree(tree("index.md"), out, project(tmp_path))
    assert (out / "index.md").read_text() == "mine"


@pytest.mark.parametrize("damage", ["", "[]", '{"../victim.txt": "x", "a.md": 1}'])
def test_a_damaged_list_of_earlier_files_removes_nothing(damage: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (tmp_path / "victim.txt").write_text("mine")
    (out / MANIFEST).write_text(damage)
    write_tree(tree("b.md"), out, project(tmp_path))
    assert (tmp_path / "victim.txt").read_text() == "mine"

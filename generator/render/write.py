"""Writes a tree as plain files, for any site builder."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ..settings import Project
from .tree import Tree

#: What an earlier run wrote, with the hash of each file: only that may be overwritten or removed.
MANIFEST = ".atlas-manifest.json"


class UnsafePathError(OSError):
    """A file that must not be written: outside the folder, or somebody else's."""


def write_tree(tree: Tree, out: Path, project: Project) -> list[str]:
    """Writes the tree and the project's hand-written pages (which win) below `out`; returns the paths, sorted.

    Files of an earlier run that are no longer needed are removed, if nobody changed them since. Everything is checked
    before anything is written; raises UnsafePathError for a path outside `out` and for a file that we did not write.
    """
    files = (
        {page.path: page.markdown.encode("utf-8") for page in tree.pages} | tree.files | dict(_hand_written(project))
    )
    earlier = _manifest(out)
    for path, data in files.items():
        target = _inside(out, path)
        if path not in earlier and target.exists() and (not target.is_file() or target.read_bytes() != data):
            raise UnsafePathError(f"{target} was not written by the atlas; move it away, or choose an empty folder")
    _remove_stale(out, earlier, set(files))
    for path, data in files.items():
        target = _inside(out, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.is_file() or target.read_bytes() != data:  # so that builders that look at times do less
            target.write_bytes(data)
    hashes = {path: _hash(files[path]) for path in sorted(files)}
    (out / MANIFEST).write_text(json.dumps(hashes, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return sorted(files)


def _hand_written(project: Project) -> Iterator[tuple[str, bytes]]:
    """The files of the project's pages folder, by path below it."""
    if project.pages.is_dir():
        for path in sorted(project.pages.rglob("*")):
            if path.is_file():
                yield path.relative_to(project.pages).as_posix(), path.read_bytes()


def _inside(out: Path, path: str) -> Path:
    """Where `path` goes below `out`; raises UnsafePathError where it leaves it, also by a symbolic link."""
    pure = PurePosixPath(path)
    target = out / pure
    if pure.is_absolute() or ".." in pure.parts or "\\" in path or "\0" in path or path == MANIFEST:
        raise UnsafePathError(f"{path!r} is no path below the output folder")
    if not target.resolve().is_relative_to(out.resolve()) or target.is_symlink():
        raise UnsafePathError(f"{path!r} leads out of the output folder")
    return target


def _manifest(out: Path) -> dict[str, str]:
    """What an earlier run wrote; nothing where its list is missing or damaged."""
    try:
        data = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(data, dict):
        return {}
    return {path: digest for path, digest in data.items() if isinstance(path, str) and isinstance(digest, str)}


def _remove_stale(out: Path, earlier: dict[str, str], needed: set[str]) -> None:
    """Removes what an earlier run wrote, is not needed, and is unchanged; and the folders that this leaves empty."""
    for path in sorted(set(earlier) - needed):
        try:
            target = _inside(out, path)
        except UnsafePathError:
            continue
        if target.is_file() and _hash(target.read_bytes()) == earlier[path]:
            target.unlink()
            for folder in target.relative_to(out).parents:
                if folder == Path() or any((out / folder).iterdir()):
                    break
                (out / folder).rmdir()


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

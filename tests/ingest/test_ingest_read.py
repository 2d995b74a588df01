"""Which files are articles, and what is said of those that cannot be read."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from generator.ingest import ingest_file, list_articles
from generator.settings import Limits


def test_articles_are_listed_by_name_and_others_passed_over(tmp_path: Path) -> None:
    """Folders are entered; hidden files, backups and READMEs are not articles; a PDF is listed to be reported."""
    for name in ("b.txt", "a/z.HTML", "a/c.pdf", "c.md", ".hidden.txt", ".git/x.txt", "b.txt~", "b.bak", "a/README.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [name for _, name in list_articles(tmp_path)] == ["a/c.pdf", "a/z.HTML", "b.txt", "c.md"]


def test_a_missing_folder_holds_nothing(tmp_path: Path) -> None:
    """No folder, no articles, no error."""
    assert list_articles(tmp_path / "none") == []


def test_names_are_composed(tmp_path: Path) -> None:
    """A name that a file system decomposed is the same document."""
    (tmp_path / unicodedata.normalize("NFD", "é.txt")).write_text("x")
    assert [name for _, name in list_articles(tmp_path)] == ["é.txt"]


def test_links_are_reported_and_not_followed(tmp_path: Path) -> None:
    """A link that loops or leaves the folder cannot hang the run."""
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    codes = {name: ingest_file(path, name, Limits(), name)[1][0].code for path, name in list_articles(tmp_path)}
    assert codes == dict.fromkeys(("gone.txt", "loop", "self.txt"), "not-a-file")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pdf", b"%PDF-1.7", "unsupported-format"),
        ("a.docx", b"PK", "unsupported-format"),
        ("noname", b"text", "unsupported-format"),
        ("a.txt", b"", "empty-file"),
        ("a.txt", b" \n\t\r\n", "empty-file"),
        ("a.txt", "\ufeff \u200b\u3000".encode(), "empty-file"),
        ("a.txt", b"---\ntitle: x\n---\n", "empty-file"),
        ("a.txt", b"%PDF-1.7 text", "binary-file"),
        ("a.txt", b"PK\x03\x04....", "binary-file"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "binary-file"),
        ("a.md", b"\x00\x01\x02\x03\x04" * 40, "binary-file"),
        ("a.txt", b"\x01\x02\x03 text", "binary-file"),
        ("a.txt", b"x" * 101, "too-large"),
    ],
)
def test_files_that_are_no_article(name: str, data: bytes, code: str, tmp_path: Path) -> None:
    """Each kind of unusable file has one problem of its own."""
    path = tmp_path / name
    path.write_bytes(data)
    document, problems = ingest_file(path, name, Limits(file_bytes=100 if code == "too-large" else 10_000), name)
    assert document is None
    assert [problem.code for problem in problems] == [code]


def test_too_large_says_the_size_the_limit_and_the_setting(tmp_path: Path) -> None:
    """The message is enough to act on."""
    (tmp_path / "a.txt").write_bytes(b"x" * 1500)
    _, (problem,) = ingest_file(tmp_path / "a.txt", "a.txt", Limits(file_bytes=1000), "a.txt")
    assert all(part in str(problem) for part in ("1,500", "1,000", "limits.file_bytes", "content/atlas.yml"))


def test_what_is_no_file(tmp_path: Path) -> None:
    """A folder, a pipe and a name that does not exist are problems, never a wait or a traceback."""
    os.mkfifo(tmp_path / "pipe.txt")
    for name, code in (("", "not-a-file"), ("pipe.txt", "not-a-file"), ("none.txt", "unreadable")):
        document, problems = ingest_file(tmp_path / name, "x", Limits(), "x")
        assert document is None
        assert [problem.code for problem in problems] == [code]


def test_replaced_bytes_come_with_the_document_and_a_warning(tmp_path: Path) -> None:
    """A few bad bytes do not lose a text."""
    (tmp_path / "a.txt").write_bytes("Zoë’s “open” café: déjà vu.\n".encode() * 4 + b"\xff")
    document, (problem,) = ingest_file(tmp_path / "a.txt", "a.txt", Limits(), "a.txt")
    assert document is not None
    assert (problem.severity, problem.code, problem.line) == ("warning", "undecodable-bytes", 5)

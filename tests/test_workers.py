"""Several processes print what one prints."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from generator.cli import main

_ARTICLE = """Chile and Finland sign pact on telescope number {number}

Northern Dispatch, 2024-05-{day:02}

SANTIAGO - Chile and Finland signed an agreement to build telescope number {number} in the desert, officials said.
"""


def _articles(folder: Path) -> Path:
    """More files than two processes take at first, one of them unreadable."""
    for number in range(120):
        text = _ARTICLE.format(number=number, day=1 + number % 28)
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    (folder / "050.txt").write_bytes(b"%PDF-1.7 of no use")
    return folder


def test_jobs(tmp_path: Path) -> None:
    """With --jobs the records come in the order of the files, the same bytes, with the same problems and exit code."""
    folder = _articles(tmp_path)
    alone, together = (
        CliRunner().invoke(main, ["-q", "extract", str(folder), "--home", "none", "--jobs", jobs])
        for jobs in ("1", "2")
    )
    assert alone.stdout.count("\n") == 119
    assert together.stdout == alone.stdout
    assert together.stderr == alone.stderr
    assert "050.txt" in together.stderr
    assert together.exit_code == alone.exit_code == 1

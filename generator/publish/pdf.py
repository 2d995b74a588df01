"""Printing a page to PDF with a Chromium of this machine: no small library lays out tables and Chinese as it does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

_NAME = b"Cooperation Atlas"
_CREATOR = re.compile(rb"/Creator \(((?:\\.|[^\\()])*)\)")  # a literal string of PDF 1.7, 7.3.4.2

#: What Chromium and its relatives are called; ATLAS_CHROMIUM names another one.
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_SECONDS = 120  # for starting and printing; more means that it hangs
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
)


def find_browser(environment: Mapping[str, str]) -> str | None:
    """The path of a browser that can print; None where there is none."""
    names = [name for name in (environment.get("ATLAS_CHROMIUM"), *_NAMES) if name]
    return next((found for name in names if (found := shutil.which(name))), None)


def print_pdf(html: str, out: Path, browser: str) -> None:
    """Prints a page that needs nothing else to the file `out`.

    Raises OSError with an explanation where the browser cannot be run or makes no file.
    """
    sandbox = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []  # Chromium refuses root without it
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(html, encoding="utf-8", errors="backslashreplace")
        made = Path(folder, "page.pdf")
        arguments = [f"--user-data-dir={Path(folder, 'profile')}", f"--print-to-pdf={made}", page.as_uri()]
        try:
            done = subprocess.run(  # noqa: S603 - the browser that the user has, and our own file
                [browser, *_FLAGS, *sandbox, *arguments], capture_output=True, timeout=_SECONDS, check=False
            )
        except subprocess.TimeoutExpired:
            raise OSError(f"{browser} did not print within {_SECONDS} seconds") from None
        if not made.is_file():
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise OSError(f"{browser} made no PDF: {said[-1] if said else f'exit code {done.returncode}'}")
        out.write_bytes(_ours(made.read_bytes()))


def _ours(pdf: bytes) -> bytes:
    """The PDF with our name as its creator, which is the browser's otherwise; no byte moves, as its index demands."""
    found = _CREATOR.search(pdf)
    if found is None or len(found[1]) < len(_NAME):
        return pdf
    start, end = found.span(1)
    return pdf[:start] + _NAME + b")" + b" " * (end - start - len(_NAME)) + pdf[end + 1 :]

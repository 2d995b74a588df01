"""Lighthouse's scores of a built site: home, the country and the article that have most to show.

    python bench/lighthouse.py [--site site] [--runs 3] [--preset desktop]

Serves the site from this machine with compressed texts, as hosts do. Needs Node: `lighthouse` on the path, or `npx`.
Prints the median of each score over the runs as a Markdown table; see bench/README.md for how to read them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = os.environ.get("ATLAS_CHROMIUM", "/usr/bin/chromium")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-quic --no-first-run --disable-background-networking --disable-sync"
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"}


class Host(SimpleHTTPRequestHandler):
    """Files as a host sends them: texts compressed, and to be kept for a while."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """The file, or the folder's index.html."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        content = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(path)}; charset=utf-8")
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix in COMPRESSED:
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        return None

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the folder, while it is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def judged(site: Path) -> list[str]:
    """The addresses of the home page, and of the largest country and article, below the site's root."""
    found = [""]
    for folder in ("countries", "articles"):
        pages = list((site / folder).glob("*/index.html"))
        largest = max(pages, key=lambda path: (path.stat().st_size, path), default=None)
        found += [f"{folder}/{largest.parent.name}/"] if largest else []
    return found


def command() -> list[str] | None:
    """How Lighthouse is started here; nothing where it cannot be."""
    for name, rest in (("lighthouse", []), ("npx", ["--yes", "lighthouse@12"])):
        if (found := shutil.which(name)) is not None:
            return [found, *rest]
    return None


def scores(lighthouse: list[str], address: str, preset: str) -> dict[str, float]:
    """The scores of a page from 0 to 100, by category; the audits that failed are told on stderr."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        options = ["--quiet", "--output=json", f"--output-path={report}", f"--only-categories={','.join(CATEGORIES)}"]
        options += ["--preset=desktop"] if preset == "desktop" else []
        environment = {**os.environ, "CHROME_PATH": CHROMIUM}
        subprocess.run([*lighthouse, address, *options, f"--chrome-flags={FLAGS}"], check=True, env=environment)
        result = json.loads(report.read_text(encoding="utf-8"))
    for audit in result["audits"].values():
        if audit["score"] is not None and audit["score"] < 0.9:
            print(f"  {audit['id']} {audit['score']} {audit.get('displayValue', '')}", file=sys.stderr)
    return {name: 100 * result["categories"][name]["score"] for name in CATEGORIES}


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--preset", choices=("mobile", "desktop"), default="mobile")
    options = parser.parse_args()
    lighthouse = command()
    if lighthouse is None:
        sys.exit("Neither lighthouse nor npx is here. Install Node, then: npm install --global lighthouse")
    if not (options.site / "index.html").is_file():
        sys.exit(f"{options.site} holds no site. Build it first: make site")
    print(f"| page ({options.preset}) | {' | '.join(CATEGORIES)} |\n| --- |{' ---: |' * len(CATEGORIES)}")
    with served(options.site) as address:
        for page in judged(options.site):
            runs = [scores(lighthouse, address + quote(page), options.preset) for _ in range(options.runs)]
            medians = (statistics.median(run[name] for run in runs) for name in CATEGORIES)
            print(f"| {page or 'home'} | {' | '.join(f'{score:.0f}' for score in medians)} |", flush=True)


if __name__ == "__main__":
    main()

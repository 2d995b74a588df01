"""What a first search costs a reader: bytes and time in Chromium, at several sizes of a made corpus.

    python bench/search.py [--entries 1000 5000]

Prints a Markdown table. The corpus is drawn from a fixed seed; see bench/README.md for how to read the numbers.
"""

from __future__ import annotations

import argparse
import bisect
import gzip
import itertools
import json
import os
import random
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, Request, sync_playwright

from generator.publish.plugin import AtlasPlugin
from generator.publish.search import index_records
from generator.render.tree import Page as TreePage
from generator.render.tree import SearchEntry, Tree

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = os.environ.get("ATLAS_CHROMIUM", "/usr/bin/chromium")
WORDS = 540  # of an article; a Chinese one has 1.6 characters for each
FLAGS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]


class Vocabulary:
    """Words whose frequency falls with their rank, as in any language (Zipf)."""

    def __init__(self, words: list[str], exponent: float = 1.07) -> None:
        self.words = words
        self._reach = list(itertools.accumulate(1 / (rank + 2.7) ** exponent for rank in range(len(words))))

    def draw(self, source: random.Random, count: int) -> list[str]:
        """`count` words at random."""
        return [self.words[bisect.bisect(self._reach, source.random() * self._reach[-1])] for _ in range(count)]


def english(source: random.Random, count: int) -> list[str]:
    """Words made of syllables, the frequent ones shorter."""
    starts = ["b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "tr", "ch"]
    vowels, ends = "aeiou", ["", "n", "r", "s", "l", "t"]
    found: dict[str, None] = {}
    while len(found) < count:
        syllables = 1 + min(4, len(found) * 5 // count + source.randrange(2))
        found[
            "".join(source.choice(starts) + source.choice(vowels) + source.choice(ends) for _ in range(syllables))
        ] = None
    return list(found)


def chinese(source: random.Random, count: int) -> list[str]:
    """Words of two characters (some of three) out of the 3,000 that are in use."""
    characters = Vocabulary([chr(0x4E00 + index * 5) for index in range(3000)], 0.7)
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(characters.draw(source, 3 if source.random() < 0.15 else 2))] = None
    return list(found)


def corpus(count: int) -> list[tuple[str, SearchEntry]]:
    """`count` articles, two of three in English, with facets as a site has them."""
    source = random.Random(20240521)
    en, zh = Vocabulary(english(source, 60_000)), Vocabulary(chinese(source, 25_000))
    countries = Vocabulary([word.capitalize() for word in english(source, 120)], 1.0)
    themes = Vocabulary(english(source, 22), 0.8)
    entries = []
    for number in range(count):
        han = number % 3 == 2
        if han:
            words = zh.draw(source, int(WORDS * 1.6 / 2.15))
            text = "，".join("".join(words[start : start + 8]) for start in range(0, len(words), 8)) + "。"
            title = "".join(zh.draw(source, 9))
        else:
            text = " ".join(en.draw(source, WORDS))
            title = " ".join(en.draw(source, 9)).capitalize()
        facets = {
            "country": tuple(dict.fromkeys(countries.draw(source, 2))),
            "theme": tuple(dict.fromkeys(themes.draw(source, 2))),
            "year": (str(2000 + source.randrange(25)),),
            "source": (f"Source {source.randrange(30)}",),
            "language": ("Chinese" if han else "English",),
        }
        entries.append(
            (f"articles/{number:05}/", SearchEntry(title, text, "article", (), facets, "21 May 2024 · Source"))
        )
    return entries


@dataclass
class Cost:
    """What one search transferred, in bytes, and how long the answer took, in seconds."""

    served: int
    packed: int  # where the server compresses text
    seconds: float
    results: int


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder at an address of this machine."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *args: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def shell(site: Path) -> None:
    """A site of one page, with the real theme and its search dialog."""
    pages = site.with_name("pages")
    pages.mkdir(exist_ok=True)
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site), docs_dir=str(pages), nav=[{"Home": "index.md"}])
    plugin = config.plugins["atlas"]
    assert isinstance(plugin, AtlasPlugin)
    plugin.tree = Tree((TreePage("index.md", "Home", "# Home\n"),))
    build(config)


def measure(browser: Browser, address: str, act: Callable[[Page], int]) -> Cost:
    """The cost of `act` on a fresh browser's first page; it returns the number of results."""
    page = browser.new_context().new_page()
    bodies: list[tuple[str, bytes]] = []
    page.goto(address)

    def arrived(request: Request) -> None:
        response = request.response()
        bodies.append((request.url, response.body() if response else b""))

    page.on("requestfinished", arrived)
    start = time.perf_counter()
    results = act(page)
    seconds = time.perf_counter() - start
    page.wait_for_load_state("networkidle")
    page.context.close()
    texts = (".js", ".json")
    packed = sum(len(gzip.compress(body)) if url.split("?")[0].endswith(texts) else len(body) for url, body in bodies)
    return Cost(sum(len(body) for _, body in bodies), packed, seconds, results)


def typed(query: str) -> Callable[[Page], int]:
    """A reader's search in the dialog, until the results stand there."""

    def act(page: Page) -> int:
        page.keyboard.press("/")
        page.locator("#atlas-search-input").fill(query)
        page.locator("#atlas-search-status", has_text="result").wait_for()
        return int(page.locator("#atlas-search-status").inner_text().split()[0].replace(",", ""))

    return act


def filtered(query: str, country: str) -> Callable[[Page], int]:
    """The same search, within one country, as the dialog would ask it."""
    script = """async ([query, country]) => {
      const { createInstance } = await import(new URL("search/pagefind.js", document.baseURI).href);
      const pagefind = createInstance({ basePath: new URL("search/", document.baseURI).href, noWorker: true });
      const { results } = await pagefind.search(query, { filters: { country } });
      await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return results.length;
    }"""
    return lambda page: int(page.evaluate(script, [query, country]))


def material_size(entries: list[tuple[str, SearchEntry]]) -> int:
    """Bytes, compressed, of the index that Material's search would load whole."""
    docs = [{"location": url, "title": entry.title, "text": entry.text} for url, entry in entries]
    return len(gzip.compress(json.dumps({"config": {}, "docs": docs}, ensure_ascii=False).encode()))


def prepare(entries: list[tuple[str, SearchEntry]], site: Path) -> str:
    """Builds the site with the index of the entries; what that took, for people."""
    shell(site)
    start = time.perf_counter()
    index = index_records(entries)
    seconds = time.perf_counter() - start
    for path, content in index.items():
        target = site / "search" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return f"index built in {seconds:.0f} s; all its files together {sum(map(len, index.values())) / 1e6:.1f} MB"


def searches(entries: list[tuple[str, SearchEntry]]) -> dict[str, Callable[[Page], int]]:
    """The searches to measure, with words taken from the corpus."""
    frequent = Counter(word for _, entry in entries if entry.text.isascii() for word in set(entry.text.split()))
    ranked = sorted(frequent, key=lambda word: (-frequent[word], word))
    usual = [word for word in ranked if len(word) > 3][len(ranked) // 40]
    country = Counter(entry.facets["country"][0] for _, entry in entries).most_common(1)[0][0]
    pair = next(entry.title[2:4] for _, entry in entries if not entry.text.isascii())
    return {
        f"one word ({frequent[usual]:,} articles)": typed(usual),
        f"the worst word ({frequent[ranked[0]]:,} articles)": typed(ranked[0]),
        "two Chinese characters": typed(pair),
        "one word in one country": filtered(usual, country),
    }


def bench(count: int) -> None:
    """Prints the rows of the table for `count` articles."""
    entries = corpus(count)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        built = prepare(entries, site)
        with served(site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            for name, act in searches(entries).items():
                cost = measure(browser, address, act)
                print(
                    f"| {count:,} | {name} | {cost.served / 1000:.0f} | {cost.packed / 1000:.0f} "
                    f"| {cost.seconds:.2f} | {cost.results:,} |"
                )
            browser.close()
    print(f"| {count:,} | Material's index, for comparison | | {material_size(entries) / 1000:,.0f} | | |")
    print(f"| {count:,} | {built} | | | | |", flush=True)


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, nargs="+", default=[1000, 5000])
    options = parser.parse_args()
    print("| articles | first search | KB served | KB with gzip | seconds | results |")
    print("| ---: | --- | ---: | ---: | ---: | ---: |")
    for count in options.entries:
        bench(count)


if __name__ == "__main__":
    main()

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

from generator.pipeline import render_project
from generator.publish.plugin import AtlasPlugin
from generator.publish.search import index_records
from generator.render.tree import Page as TreePage
from generator.render.tree import SearchEntry, Tree, facet

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
            "country": tuple(facet(name[:2], name) for name in dict.fromkeys(countries.draw(source, 2))),
            "theme": tuple(facet(name, name.capitalize()) for name in dict.fromkeys(themes.draw(source, 2))),
            "year": (str(2000 + source.randrange(25)),),
            "source": (facet(f"source-{(which := source.randrange(30))}", f"Source {which}"),),
            "language": ("zh Chinese" if han else "en English",),
        }
        date = f"{facets['year'][0]}-{1 + source.randrange(12):02}-{1 + source.randrange(28):02}"
        entry = SearchEntry(title, text, "article", (), facets, "21 May 2024 · Source", date)
        entries.append((f"articles/{number:05}/", entry))
    return entries


@dataclass
class Cost:
    """What one search transferred, in bytes, and how long the answer took, in milliseconds."""

    served: int
    packed: int  # where the server compresses text
    first: float  # from the key that opens the search, engine and index still to be fetched
    after: float  # from the input to the first list of results, engine and head of the index being there
    results: int


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder at an address of this machine."""

    class Quiet(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # keeps connections, as hosts do

        def log_message(self, *args: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


#: In the page: notes when a text stands in the element, and when the last input arrived.
WATCH = """selector => {
  const node = document.querySelector(selector);
  new MutationObserver(() => { if (node.textContent) window.answered ??= performance.now(); })
    .observe(node, { childList: true, characterData: true, subtree: true });
  document.addEventListener("input", () => { window.asked = performance.now(); window.answered = undefined; }, true);
}"""
DIALOG, PAGE = "#atlas-search", "#atlas-find"


def shell(site: Path) -> None:
    """A site of a first page and the search page, with the real theme."""
    pages = site.with_name("pages")
    pages.mkdir(exist_ok=True)
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site), docs_dir=str(pages), nav=[{"Home": "index.md"}])
    plugin = config.plugins["atlas"]
    assert isinstance(plugin, AtlasPlugin)
    _, tree = render_project(ROOT)
    search = next(page for page in tree.pages if page.path == "search/index.md")
    plugin.tree = Tree((TreePage("index.md", "Home", "# Home\n"), search))
    build(config)


def measure(browser: Browser, address: str, act: Callable[[Page, bool], float]) -> Cost:
    """The cost of `act` on a fresh browser's first page: what it fetches beside that, and its time with and without."""
    page = browser.new_context().new_page()
    bodies: list[tuple[str, bytes]] = []
    page.goto(address, wait_until="networkidle")
    # The files of the theme: hosts let a browser keep them.
    had = set(page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)"))

    def arrived(request: Request) -> None:
        response = request.response()
        if request.url not in had:
            bodies.append((request.url, response.body() if response else b""))

    page.on("requestfinished", arrived)
    first = act(page, False)
    results = int(
        page.locator("#atlas-search-status, #atlas-find-status").all_inner_texts()[-1].split()[0].replace(",", "")
    )
    page.wait_for_load_state("networkidle")
    page.context.close()
    again = browser.new_context().new_page()
    again.goto(address, wait_until="networkidle")
    after = act(again, True)
    again.context.close()
    texts = (".js", ".json")
    packed = sum(len(gzip.compress(body)) if url.split("?")[0].endswith(texts) else len(body) for url, body in bodies)
    return Cost(sum(len(body) for _, body in bodies), packed, first, after, results)


def typed(query: str) -> Callable[[Page, bool], float]:
    """A reader's search in the dialog, until the results stand there."""

    def act(page: Page, ready: bool) -> float:
        page.evaluate(WATCH, f"{DIALOG}-status")
        page.evaluate(
            "addEventListener('keydown', () => { window.opened = performance.now(); }, { once: true, capture: true })"
        )
        page.keyboard.press("/")
        if ready:
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(500)
        page.locator(f"{DIALOG}-input").fill(query)
        page.wait_for_function("window.answered && window.asked")
        return float(page.evaluate(f"window.answered - window.{'asked' if ready else 'opened'}"))

    return act


def filtered(query: str) -> Callable[[Page, bool], float]:
    """The same search on the search page with the filters of a country, as its address has them, and all counts."""

    def act(page: Page, ready: bool) -> float:
        page.goto(page.url + "search/?country=" + query.partition(" ")[0])
        page.wait_for_function("document.querySelectorAll('.atlas-facet input').length > 0")
        page.evaluate(WATCH, f"{PAGE}-status")
        page.locator(f"{PAGE}-input").fill(query.partition(" ")[2])
        page.wait_for_function("window.answered && window.asked")
        return float(page.evaluate("window.answered - window.asked"))

    return act


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


def searches(entries: list[tuple[str, SearchEntry]]) -> dict[str, Callable[[Page, bool], float]]:
    """The searches to measure, with words taken from the corpus."""
    frequent = Counter(word for _, entry in entries if entry.text.isascii() for word in set(entry.text.split()))
    places = Counter(word for _, entry in entries if entry.text.isascii() for word in entry.text.split())
    worst = max(places, key=lambda word: (places[word], word))
    ranked = sorted(frequent, key=lambda word: (-frequent[word], word))
    usual = [word for word in ranked if len(word) > 3][len(ranked) // 40]
    country = Counter(entry.facets["country"][0] for _, entry in entries).most_common(1)[0][0]
    title = next(entry.title for _, entry in entries if not entry.text.isascii())
    return {
        f"one word ({frequent[usual]:,} articles)": typed(usual),
        f"the word with most places ({frequent[worst]:,} articles)": typed(worst),
        "two Chinese characters": typed(title[2:4]),
        "a title of nine words": typed(entries[0][1].title),
        f"a title of {len(title)} Chinese characters": typed(title),
        "one word in one country, all facets counted": filtered(f"{country.partition(' ')[0]} {usual}"),
    }


def bench(count: int) -> None:
    """Prints the rows of the table for `count` articles."""
    entries = corpus(count)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        built = prepare(entries, site)
        filters = sum(path.stat().st_size for path in (site / "search").glob("filter/*"))
        with served(site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            for name, act in searches(entries).items():
                cost = measure(browser, address, act)
                print(
                    f"| {count:,} | {name} | {cost.served / 1000:.0f} | {cost.packed / 1000:.0f} "
                    f"| {cost.first:.0f} | {cost.after:.0f} | {cost.results:,} |"
                )
            browser.close()
    print(f"| {count:,} | Material's index, for comparison | | {material_size(entries) / 1000:,.0f} | | | |")
    print(f"| {count:,} | {built}; filters {filters / 1000:.0f} KB | | | | | |", flush=True)


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, nargs="+", default=[1000, 5000])
    options = parser.parse_args()
    print(f"Load of the machine at the start: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
    print("| articles | first search | KB served | KB with gzip | ms from the first key | ms once loaded | results |")
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: |")
    for count in options.entries:
        bench(count)


if __name__ == "__main__":
    main()

"""The search index: what Pagefind makes of the tree's search entries, reduced to the files that our page asks for.

Titles and names go in as metadata, which Pagefind searches too and the page weighs by field (see search.js), so that
the text holds nothing but text and an excerpt is always prose. Facets go in as filters.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from html import escape
from pathlib import Path
from urllib.parse import unquote

from ..render.tree import SearchEntry
from ..script import folding_for, simplified
from .stable import stable_index
from .tokens import index_form

#: One index for all languages: Chinese is cut by our own rule, and one index means one download. Pagefind's stemmer
#: for English leaves other scripts alone.
_LANGUAGE = "en"
#: Of what Pagefind writes, the parts our own search dialog loads; its user interface and its worker stay out.
_WANTED = ("pagefind.js", "pagefind-entry.json", f"wasm.{_LANGUAGE}.pagefind", "*.pf_meta", "*/*.pf_*")
#: The table for folding a query, beside the index.
_FOLDING = "folding.json"
_SIGNATURE = b"pagefind_dcd"
#: A word that every page holds and nobody types: asked for nothing, Pagefind would fetch its whole index to list all
#: pages. The same in engine.js.
_EVERY = "\ua66e"
#: What stands in for the pages where there are none: Pagefind makes no index of nothing.
_NOTHING = f'<!doctype html><html lang="{_LANGUAGE}"><head></head><body data-pagefind-body><p>nothing</p></body></html>'


def index_records(entries: Iterable[tuple[str, SearchEntry]]) -> dict[str, bytes]:
    """The files of the search index by path, for entries with the address (below the site's root) they lead to.

    The same entries give the same bytes. Raises OSError where Pagefind or the folder for temporary files fails.
    """
    texts: list[str] = []
    with tempfile.TemporaryDirectory(prefix="atlas-search-") as folder:
        pages = Path(folder, "pages")
        pages.mkdir()
        for url, entry in entries:
            path = pages / unquote(url)
            page = path if path.suffix == ".html" else path / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(as_html(entry), encoding="utf-8")
            texts += _texts(entry).values()
        if not any(pages.iterdir()):
            (pages / "index.html").write_text(_NOTHING, encoding="utf-8")
        index = Path(folder, "index")
        _run_pagefind(pages, index)
        wanted = [path for pattern in _WANTED for path in index.glob(pattern)]
        files = {path.relative_to(index).as_posix(): path.read_bytes() for path in wanted}
    printed = {simplified(text): text for text in texts if simplified(text) != text}
    files = stable_index(_as_printed(files, printed) if printed else files)
    table = folding_for(simplified(text) for text in texts)
    files[_FOLDING] = json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode()
    return dict(sorted(files.items()))


def _as_printed(files: dict[str, bytes], printed: dict[str, str]) -> dict[str, bytes]:
    """The files with what is shown of each page as it was printed, where the search compares simplified characters.

    `printed` holds texts by what they are folded to. Tokens stay where they are, so the places of hits hold.
    """

    def shown(stored: str) -> str:
        text = stored.removesuffix(".")  # Pagefind ends a text with a full stop
        return printed.get(stored) or printed.get(text, text) + stored[len(text) :]

    def again(data: bytes) -> bytes:
        fragment = json.loads(gzip.decompress(data).removeprefix(_SIGNATURE))
        fragment["content"] = shown(fragment["content"])
        fragment["meta"] = {name: shown(value) for name, value in fragment["meta"].items()}
        content = json.dumps(fragment, ensure_ascii=False, separators=(",", ":")).encode()
        return gzip.compress(_SIGNATURE + content, mtime=0)

    return {path: again(data) if path.endswith(".pf_fragment") else data for path, data in files.items()}


def _run_pagefind(pages: Path, index: Path) -> None:
    """Has Pagefind read the folder `pages` and write the folder `index`; raises OSError with what it said.

    A process of its own, because its Python interface answers before its files are written whole, and cannot hand over
    more than two megabytes.
    """
    places = ["--site", str(pages), "--output-path", str(index)]
    command = [sys.executable, "-m", "pagefind", *places, "--force-language", _LANGUAGE]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)  # noqa: S603
    if done.returncode != 0:
        raise OSError(f"Pagefind failed: {(done.stderr or done.stdout).strip()[-500:]}")


def _texts(entry: SearchEntry) -> dict[str, str]:
    """The texts of an entry as tokens: its metadata by name, and what stands in it as `text`."""
    texts = {"title": entry.title, "names": " · ".join(entry.names), "note": entry.note, "text": entry.text}
    return {name: index_form(_carried(text)) for name, text in texts.items()}


def as_html(entry: SearchEntry) -> str:
    """A search entry as the small HTML document that Pagefind reads."""
    texts = {name: simplified(text) for name, text in _texts(entry).items()}
    text = texts.pop("text")
    facets = {**entry.facets, "kind": (entry.kind,)}
    head = [_tag("meta", name, value) for name, value in {**texts, "every": _EVERY}.items() if value]
    head += [_tag("filter", name, value) for name, values in sorted(facets.items()) for value in values]
    head.append(_tag("sort", "date", entry.date.replace("-", "") or "0"))
    return (
        f'<!doctype html><html lang="{_LANGUAGE}"><head><meta charset="utf-8">{"".join(head)}</head>'
        f"<body data-pagefind-body><p>{escape(text)}</p></body></html>"
    )


def _tag(kind: str, name: str, value: str) -> str:
    return f'<meta data-pagefind-{kind}="{escape(name)}[content]" content="{escape(_carried(value))}">'


def _carried(text: str) -> str:
    """The text without what UTF-8 or HTML cannot carry: lone surrogates, NUL."""
    return text.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")

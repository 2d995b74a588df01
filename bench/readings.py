"""Readings of labelled articles: the signs of all that one may be filed under, and whether an editor would file it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

from regression import Reading

from generator.evaluate import evaluate, load_labels
from generator.exchange import to_json
from generator.pipeline import prepare, read

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = tuple(ROOT / "tests/evaluate" / name for name in ("labelled", "newer", "later"))

_Signs = dict[str, dict[str, float]]  # by what an article may be filed under


def kept(path: Path) -> list[Reading]:
    """The readings of a file, as `save` writes them."""
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().splitlines()]


def save(path: Path, readings: Iterable[Reading]) -> None:
    """Writes readings, a line each; the same bytes for the same readings."""
    text = "\n".join(json.dumps(reading, sort_keys=True) for reading in readings)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def present(module: ModuleType, finder: str, kind: str, folders: Sequence[Path]) -> Iterator[Reading]:
    """The readings of labelled articles by today's rules; what no sentence names is one without signs.

    `module` has the function `finder`, which `generator.extract` calls once an article, and `read_signs`, which is
    asked for each of the `kind` ("groups", "themes") that an article may be filed under.
    """
    run, tools = prepare(ROOT)
    seen: list[_Signs] = []
    find: Callable[..., Any] = getattr(module, finder)
    read_signs: Callable[..., dict[str, float]] = module.read_signs

    def noted(name: str, *others: Any) -> dict[str, float]:
        seen[-1][name] = read_signs(name, *others)
        return seen[-1][name]

    def watched(*arguments: Any) -> Any:
        seen.append({})
        return find(*arguments)

    with mock.patch(f"generator.extract.{finder}", watched), mock.patch.object(module, "read_signs", noted):
        for folder in folders:
            labels, _ = load_labels(folder / "gold.jsonl", "gold.jsonl")
            homes = {label.doc: label.home for label in labels}
            seen.clear()
            docs = [(folder / "docs" / doc, doc, home) for doc, home in homes.items()]
            records = [to_json(record) for path, doc, home in docs for record in read(run, tools, [(path, doc)], home)]
            signs_of = {id(record): signs for record, signs in zip(records, seen, strict=True)}
            for label, record in evaluate(labels, records).pairs:
                if record and record["relevant"] and label.relevant is not False:
                    signs = signs_of[id(record)]
                    for name in sorted({*signs, *getattr(label, kind)} - set(getattr(label, f"optional_{kind}"))):
                        yield {
                            "set": f"{folder.name} {label.doc[0]}",
                            "right": name in getattr(label, kind),
                            "signs": {sign: round(much, 3) for sign, much in signs.get(name, {}).items() if much},
                        }

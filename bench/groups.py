"""Fits the weights of generator/extract/group_signs.yml anew, and says how right groups and their scores are.

    python bench/groups.py [--save READINGS.jsonl.gz [FOLDER ...]]

A reading is one group that a labelled article names: its signs, and whether an editor would file it. Groups are few, so
the readings of bench/groups.jsonl.gz are of all labelled articles, also such as the tree does not hold; each set (the
articles of one author: the first letter of their names) is scored with weights from the others.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

from regression import Reading, chance, fit, reliability

from generator.evaluate import evaluate, load_labels
from generator.exchange import to_json
from generator.extract import groups
from generator.pipeline import prepare, read

ROOT = Path(__file__).resolve().parents[1]
_KEPT = Path(__file__).with_name("groups.jsonl.gz")
_FOLDERS = tuple(ROOT / "tests/evaluate" / name for name in ("labelled", "newer", "later"))
_STEPS = (0.5, 0.7, 0.9, 0.97, 1.01)  # bounds of the scores that are counted together


def main(arguments: Sequence[str]) -> None:
    """Prints how right the left-out sets are filed, by score, and the weights from all."""
    if arguments[:1] == ["--save"]:
        found = _present([Path(folder) for folder in arguments[2:]] or _FOLDERS)
        text = "\n".join(json.dumps(reading, sort_keys=True) for reading in found)
        Path(arguments[1]).write_bytes(gzip.compress(text.encode(), mtime=0))
        return
    kept = [json.loads(line) for line in gzip.decompress(_KEPT.read_bytes()).decode().splitlines()]
    scored = []
    for name in sorted({reading["set"] for reading in kept}):
        weights = fit([one for one in kept if one["signs"] and one["set"] != name], "right", ())
        for one in kept:
            if one["set"] == name:
                scored.append((chance(weights, one) if one["signs"] else 0.0, bool(one["right"])))
    filed = sum(score >= groups.THRESHOLD for score, _ in scored)
    right = sum(right for score, right in scored if score >= groups.THRESHOLD)
    print(
        f"F1 {2 * right / (filed + sum(right for _, right in scored)):.3f} of {len(scored)} groups named, {filed} filed"
    )
    print(*reliability(scored, _STEPS), sep="\n")
    for sign, weight in sorted(fit([one for one in kept if one["signs"]], "right", ()).items()):
        print(f"{sign}: {weight:.2f}")


def _present(folders: Sequence[Path]) -> Iterator[Reading]:
    """The readings of labelled articles; a group that no sentence names is one without signs."""
    run, tools = prepare(ROOT)
    seen: dict[tuple[str | None, str], dict[str, dict[str, float]]] = {}
    find, read_signs = groups.find_groups, groups.read_signs
    now: dict[str, dict[str, float]] = {}

    def noted(party: str, *others: Any) -> dict[str, float]:
        now[party] = read_signs(party, *others)
        return now[party]

    def watched(article: Any, *others: Any) -> Any:
        now.clear()
        found = find(article, *others)
        seen[article.title, article.body] = dict(now)
        return found

    with mock.patch("generator.extract.find_groups", watched), mock.patch.object(groups, "read_signs", noted):
        for folder in folders:
            labels, _ = load_labels(folder / "gold.jsonl", "gold.jsonl")
            homes = {label.doc: label.home for label in labels}
            docs = [(doc, home, folder / "docs" / doc) for doc, home in homes.items()]
            records = [to_json(r) for doc, home, path in docs for r in read(run, tools, [(path, doc)], home)]
            for label, record in evaluate(labels, records).pairs:
                if record and record["relevant"] and label.relevant is not False:
                    signs = seen[record["title"], record["body"]]
                    for group in sorted({*signs, *label.groups} - set(label.optional_groups)):
                        yield {
                            "set": f"{folder.name} {label.doc[0]}",
                            "right": group in label.groups,
                            "signs": {sign: round(much, 2) for sign, much in signs.get(group, {}).items() if much},
                        }


if __name__ == "__main__":
    main(sys.argv[1:])

"""Fits the weights of generator/extract/signs.yml anew, and says how right partners and their scores are.

    python bench/partners.py [--save READINGS.jsonl.gz]

A reading is one country in one article: its signs, whether the rules file it, whether an editor would. Rules that were
tuned with an article look better on it than on the next, so bench/partners.jsonl.gz holds how older rules read the
labelled articles before they were tuned with them; the figures below are of these, each set with weights from the
others. Readings of the present rules are fitted, too. With --save they are only written: do that with new labels
before any rule is made from them.
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

from generator import extract
from generator.evaluate import evaluate, load_labels
from generator.exchange import to_json
from generator.extract.partners import AGREED, ALONE, is_ruled
from generator.pipeline import prepare, read

ROOT = Path(__file__).resolve().parents[1]
_KEPT = Path(__file__).with_name("partners.jsonl.gz")
_SETS = ("labelled", "newer")
_STEPS = (0.38, 0.5, 0.7, 0.8, 0.9, 1.01)  # bounds of the scores that are counted together


def main(arguments: Sequence[str]) -> None:
    """Prints how right the left-out sets are filed, by score, and the weights from all."""
    present = list(_present())
    if arguments[:1] == ["--save"]:
        text = "\n".join(json.dumps(reading, sort_keys=True) for reading in present)
        Path(arguments[1]).write_bytes(gzip.compress(text.encode(), mtime=0))
        return
    kept = [json.loads(line) for line in gzip.decompress(_KEPT.read_bytes()).decode().splitlines()]
    scored: list[tuple[Reading, float]] = []
    for name in sorted({reading["set"] for reading in kept}):
        weights = fit([reading for reading in (*kept, *present) if reading["set"] != name], "partner")
        own = [(reading, chance(weights, reading)) for reading in kept if reading["set"] == name]
        print(f"{name:16} {_f1(own):.3f} with weights from the others, by rules alone {_f1(own, rules=True):.3f}")
        scored += own
    print(f"{'all':16} {_f1(scored):.3f}, by rules alone {_f1(scored, rules=True):.3f}")
    filed = ((score, bool(reading["partner"])) for reading, score in scored if _files(reading, score))
    print(*reliability(filed, _STEPS), sep="\n")
    for sign, weight in sorted(fit([*kept, *present], "partner").items()):
        print(f"{sign}: {weight:.2f}")


def _present() -> Iterator[Reading]:
    """The readings of the labelled articles by the present rules."""
    run, tools = prepare(ROOT)
    seen: dict[tuple[str, int], tuple[dict[str, dict[str, float]], dict[str, Any]]] = {}

    def watched(texts: Any, cases: Any, *others: Any) -> dict[str, float]:
        seen[article.doc, article.item] = (extract.signs.read_signs(texts, cases, *others), cases)
        return chances(texts, cases, *others)

    def noted(one: Any, *others: Any) -> Any:
        nonlocal article
        article = one
        return texts_of(one, *others)

    article: Any = None
    chances, texts_of = extract.chances, extract.read_texts
    with mock.patch.object(extract, "chances", watched), mock.patch.object(extract, "read_texts", noted):
        for name in _SETS:
            folder = ROOT / "tests/evaluate" / name
            labels, _ = load_labels(folder / "gold.jsonl", "gold.jsonl")
            homes = {label.doc: label.home for label in labels}
            docs = [(doc, home, folder / "docs" / doc) for doc, home in homes.items()]
            records = [to_json(r) for doc, home, path in docs for r in read(run, tools, [(path, doc)], home)]
            for label, record in evaluate(labels, records).pairs:
                signs, cases = seen[record["doc"], record["item"]] if record else ({}, {})
                for party in signs.keys() - set(label.optional_partner_countries):
                    partner, ruled = party in label.partner_countries, is_ruled(cases[party])
                    yield {"set": name + label.doc[0], "partner": partner, "ruled": ruled, "signs": signs[party]}


def _files(reading: Reading, chance: float) -> bool:
    return chance >= (AGREED if reading["ruled"] else ALONE)


def _f1(scored: Sequence[tuple[Reading, float]], rules: bool = False) -> float:
    filed = [bool(reading["ruled"]) if rules else _files(reading, chance) for reading, chance in scored]
    wanted = [bool(reading["partner"]) for reading, _ in scored]
    both = sum(one and other for one, other in zip(filed, wanted, strict=True))
    return 2 * both / max(1, sum(filed) + sum(wanted))


if __name__ == "__main__":
    main(sys.argv[1:])

"""Fits the weights of generator/extract/group_signs.yml anew, and says how right groups and their scores are.

    python bench/groups.py [--save READINGS.jsonl.gz [FOLDER ...]]

A reading is one group that a labelled article names: its signs, and whether an editor would file it. Groups are few, so
the readings of bench/groups.jsonl.gz are of all labelled articles, also such as the tree does not hold; each set (the
articles of one author: the first letter of their names) is scored with weights from the others.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from readings import FOLDERS, kept, present, save
from regression import chance, fit, reliability

from generator.extract import groups

_KEPT = Path(__file__).with_name("groups.jsonl.gz")
_STEPS = (0.5, 0.7, 0.9, 0.97, 1.01)  # bounds of the scores that are counted together


def main(arguments: Sequence[str]) -> None:
    """Prints how right the left-out sets are filed, by score, and the weights from all."""
    if arguments[:1] == ["--save"]:
        folders = [Path(folder) for folder in arguments[2:]] or FOLDERS
        save(Path(arguments[1]), present(groups, "find_groups", "groups", folders))
        return
    readings = kept(_KEPT)
    scored = []
    for name in sorted({reading["set"] for reading in readings}):
        weights = fit([one for one in readings if one["signs"] and one["set"] != name], "right", ())
        for one in readings:
            if one["set"] == name:
                scored.append((chance(weights, one) if one["signs"] else 0.0, bool(one["right"])))
    filed = sum(score >= groups.THRESHOLD for score, _ in scored)
    right = sum(right for score, right in scored if score >= groups.THRESHOLD)
    print(
        f"F1 {2 * right / (filed + sum(right for _, right in scored)):.3f} of {len(scored)} groups named, {filed} filed"
    )
    print(*reliability(scored, _STEPS), sep="\n")
    for sign, weight in sorted(fit([one for one in readings if one["signs"]], "right", ()).items()):
        print(f"{sign}: {weight:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])

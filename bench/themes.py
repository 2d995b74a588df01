"""Fits the weights of generator/extract/theme_signs.yml anew, and says how right themes and their scores are.

    python bench/themes.py [--save READINGS.jsonl.gz [FOLDER ...]]

A reading is one theme in one article: its signs, and whether an editor would file it. Terms that were chosen with an
article at hand look better on it than on the next, so bench/themes.jsonl.gz holds how older terms read labelled
articles before anything was chosen with them; the figures below are of these, each set (the articles of one author: the
first letter of their names) with weights from the others. Readings of the present terms are fitted, too. With --save
they are only written, of the folders' articles: do that with new labels before any term is added from them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from readings import FOLDERS, kept, present, save
from regression import Reading, chance, fit, reliability

from generator.extract import themes

_KEPT = Path(__file__).with_name("themes.jsonl.gz")
_FREE = ("field constant", "form constant")
_OF_KIND = {
    "field": ("constant", "worth", "title", "sentences", "share", "beside"),
    "form": ("constant", "worth", "early", "in passing"),
}
_OF_THEME = ("constant",)
_GENERAL = "innovation-policy fields"  # what is of general scope is of no field
_STEPS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 1.01)  # bounds of the scores that are counted together


def main(arguments: Sequence[str]) -> None:
    """Prints how right the left-out sets are filed, by score, and the weights from all."""
    if arguments[:1] == ["--save"]:
        save(Path(arguments[1]), _present([Path(folder) for folder in arguments[2:]] or FOLDERS))
        return
    today = [_chosen(reading) for reading in _present(FOLDERS)]
    older = [_chosen(reading) for reading in kept(_KEPT)]
    scored: list[tuple[Reading, float]] = []
    for name in sorted({reading["set"] for reading in older}):
        weights = fit([one for one in (*older, *today) if one["signs"] and one["set"] != name], "right", _FREE)
        own = [(one, chance(weights, one) if one["signs"] else 0.0) for one in older if one["set"] == name]
        print(f"{name:16} {_f1(own):.3f} with weights from the others")
        scored += own
    print(f"{'all':16} {_f1(scored):.3f}")
    print(*reliability(((score, reading["right"]) for reading, score in scored), _STEPS), sep="\n")
    for sign, weight in sorted(fit([one for one in (*older, *today) if one["signs"]], "right", _FREE).items()):
        print(f"{sign}: {weight:.2f}")


def _chosen(reading: Reading) -> Reading:
    """The reading with the signs that earn their place; what a kind of theme has in common is read once."""
    signs = {
        sign: much
        for sign, much in reading["signs"].items()
        for about, what in [sign.split(" ", 1)]
        if what in _OF_KIND.get(about, _OF_THEME) or sign == _GENERAL
    }
    return {**reading, "signs": signs}


def _present(folders: Sequence[Path]) -> Iterator[Reading]:
    """The readings of labelled articles by the present terms."""
    return present(themes, "find_themes", "themes", folders)


def _f1(scored: Sequence[tuple[Reading, float]]) -> float:
    filed = [score >= themes.THRESHOLD for _, score in scored]
    wanted = [bool(reading["right"]) for reading, _ in scored]
    both = sum(one and other for one, other in zip(filed, wanted, strict=True))
    return 2 * both / max(1, sum(filed) + sum(wanted))


if __name__ == "__main__":
    main(sys.argv[1:])

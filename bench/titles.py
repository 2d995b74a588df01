"""Fits the weights of generator/segment/titles.yml anew, and says how well each set of pages is read with the others'.

    python bench/titles.py [GOLD.jsonl DOCS]...

Without arguments: the labelled articles of tests/evaluate, `labelled` and `newer`, by the first letter of their names,
and the pages of tests/segment. The method is a conditional logit (McFadden 1974): the chance of a line is the share of
its exponential in that of all candidates; the weights make the right lines likeliest, and `_PULL` draws them towards
the priors.
"""

from __future__ import annotations

import json
import math
import runpy
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import yaml

from generator.ingest import ingest_file
from generator.pipeline import prepare
from generator.segment import article, segment, titles
from generator.segment.words import fold

ROOT = Path(__file__).resolve().parents[1]
_PULL, _STEPS, _RATE = 1.0, 300, 1.0
_COMPOSED = 60  # pages a language: about as many as a set has

Signs = dict[str, float]
Page = tuple[list[Signs], set[int]]  # the candidates' signs, and which of them are right


def main(arguments: Sequence[str]) -> None:
    """Prints how each set fares with weights from the others, then the weights from all."""
    sign = yaml.safe_load((ROOT / "generator/segment/titles.yml").read_text(encoding="utf-8"))
    priors = {name: float(entry["prior"]) for name, entry in sign.items()}
    pages: dict[str, list[Page]] = defaultdict(list)
    for name, path, wanted in _documents(arguments):
        pages[name].extend(_pages(path, wanted))
    for name, own in pages.items():
        weights = _fit([page for other, several in pages.items() if other != name for page in several], priors)
        hits = sum(_choice(weights, candidates) in right for candidates, right in own)
        print(f"{name}: {hits} of {len(own)} with weights from the others")
    weights = _fit([page for several in pages.values() for page in several], priors)
    print(yaml.safe_dump({name: round(weight, 1) for name, weight in weights.items()}, sort_keys=False))


def _documents(arguments: Sequence[str]) -> Iterator[tuple[str, Path, set[str]]]:
    """Set, path and folded titles of each labelled document."""
    golds = list(zip(map(Path, arguments[::2]), map(Path, arguments[1::2]), strict=True))
    own = [ROOT / "tests/evaluate" / name for name in ("labelled", "newer")]
    for gold, folder in [*((one / "gold.jsonl", one / "docs") for one in own), *golds]:
        found: dict[str, set[str]] = defaultdict(set)
        for line in gold.read_text(encoding="utf-8").splitlines():
            label: dict[str, Any] = json.loads(line)
            found[label["doc"]] |= {fold(title) for title in (label["title"], *label.get("title_accept", ())) if title}
        for doc, wanted in found.items():
            yield f"{gold.parent.name} {doc[0]}", folder / doc, wanted
    for labels in sorted((ROOT / "tests/segment/cases").glob("*.yml")):
        wanted = {fold(want["title"]) for want in yaml.safe_load(labels.read_text(encoding="utf-8")) if want["title"]}
        for path in labels.parent.glob(f"{labels.stem}.*"):
            if path != labels:
                yield "cases", path, wanted
    yield from _outlets()
    yield from _layouts()


def _outlets() -> Iterator[tuple[str, Path, set[str]]]:
    """The same of the pages of tests/segment/outlets, written out as files."""
    folder = Path(tempfile.mkdtemp())
    for labels in sorted((ROOT / "tests/segment/outlets").glob("*.yml")):
        for i, page in enumerate(yaml.safe_load(labels.read_text(encoding="utf-8"))):
            path = folder / f"{labels.stem}{i}.{page.get('suffix', 'txt')}"
            path.write_text(page["page"], encoding="utf-8")
            titles_ = [want["title"] for want in page["articles"]]
            wanted = {fold(one) for title in titles_ for one in (title if isinstance(title, list) else [title]) if one}
            yield f"outlets {labels.stem}", path, wanted


def _layouts() -> Iterator[tuple[str, Path, set[str]]]:
    """The same of pages that tests/segment/layouts.py puts together, others than its test reads."""
    layouts = runpy.run_path(str(ROOT / "tests/segment/layouts.py"), run_name="layouts")["layouts"]
    folder = Path(tempfile.mkdtemp())
    for language in ("en", "zh"):
        for i, page in enumerate(layouts(language, _COMPOSED, seed=2)):
            path = folder / f"{language}{i}.txt"
            path.write_text(page.text, encoding="utf-8")
            yield f"layouts {language}", path, {fold(page.title)}


def _pages(path: Path, wanted: set[str]) -> Iterator[Page]:
    """The articles of a document that leave a choice with a right answer."""
    run, tools = _PREPARED
    seen: list[Page] = []

    def watched(rows: Any, *others: Any) -> list[int]:
        choices = titles.title_choices(rows, *others)
        right = {i for i, one in enumerate(choices) if fold(titles.title_text(rows, one.rows) or "") in wanted}
        if right and len(choices) > 1:
            seen.append(([{name: float(much) for name, much in one.signs.items()} for one in choices], right))
        return titles.title_rows(rows, *others)

    document, _ = ingest_file(path, path.name, run.project.settings.limits, path.name)
    if document is not None:
        with mock.patch.object(article, "title_rows", watched):
            segment(document, tools.sources, path.name)
    yield from seen


def _fit(pages: Sequence[Page], priors: Signs) -> Signs:
    """Gradient ascent on the likelihood of the right lines."""
    weights = dict(priors)
    for _ in range(_STEPS):
        slope = {name: _PULL * (priors[name] - weight) for name, weight in weights.items()}
        for candidates, right in pages:
            powers = [math.exp(_sum(weights, signs)) for signs in candidates]
            total, good = sum(powers), sum(powers[i] for i in right)
            for i, signs in enumerate(candidates):
                surprise = (powers[i] / good if i in right else 0.0) - powers[i] / total
                for name, much in signs.items():
                    slope[name] += surprise * much
        weights = {name: weight + _RATE * slope[name] / max(1, len(pages)) for name, weight in weights.items()}
    return weights


def _sum(weights: Signs, signs: Signs) -> float:
    return sum(weights[name] * much for name, much in signs.items())


def _choice(weights: Signs, candidates: list[Signs]) -> int:
    return max(range(len(candidates)), key=lambda i: _sum(weights, candidates[i]))


_PREPARED = prepare(ROOT)

if __name__ == "__main__":
    main(sys.argv[1:])

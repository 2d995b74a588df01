"""Real documents, labelled by hand, come out right through the command itself.

The documents are not ours to ship: they lie in a folder beside the repository, where there is one.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (SHARED / "score.py").is_file(),
        reason=f"the labelled documents are not here: {SHARED.name}/ is missing beside the repository",
    ),
]


def extract(paths: list[Path], home: str) -> str:
    """What `atlas extract` prints on stdout."""
    command = [
        sys.executable,
        "-m",
        "generator",
        "-q",
        "extract",
        "--home",
        home,
        "--format",
        "jsonl",
        *map(str, paths),
    ]
    done = subprocess.run(command, capture_output=True, check=False, cwd=Path(__file__).resolve().parents[1])
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def score(gold: Path, records: str, tmp_path: Path) -> dict[str, Any]:
    """The scores of the records against the labels."""
    found = tmp_path / "records.jsonl"
    found.write_text(records, encoding="utf-8")
    command = [sys.executable, str(SHARED / "score.py"), str(gold), str(found), "--json"]
    scores: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return scores


def test_the_seeds_come_apart_into_fifteen_articles_filed_rightly(tmp_path: Path) -> None:
    records = extract(sorted((SHARED / "seeds").glob("*.txt")), "CN")
    scores = score(SHARED / "gold" / "seeds.jsonl", records, tmp_path)
    assert scores["articles"]["f1"] == 1.0
    for key in ("title", "date", "date_marked", "language", "not_filed_wrongly", "evidence_stands"):
        assert scores[key]["share"] == 1.0, key
    for key in ("source", "byline", "body_ends", "relevant"):
        assert scores[key]["share"] >= 0.9, key
    assert scores["partners"]["f1"] >= 0.9


def test_written_documents_of_other_homes_do_not_fall_far_behind(tmp_path: Path) -> None:
    gold = SHARED / "gold" / "dev.jsonl"
    homes: dict[str, list[Path]] = defaultdict(list)
    for line in gold.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        path = SHARED / "dev" / label["doc"]
        if path not in homes[label["home"] or "none"]:
            homes[label["home"] or "none"].append(path)
    records = "".join(extract(paths, home) for home, paths in homes.items())
    scores = score(gold, records, tmp_path)
    assert scores["articles"]["f1"] >= 0.9
    assert scores["partners"]["f1"] >= 0.8
    for key in ("title", "date", "language", "relevant", "not_filed_wrongly"):
        assert scores[key]["share"] >= 0.9, key
    assert scores["evidence_stands"]["share"] == 1.0

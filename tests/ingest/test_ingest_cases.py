"""Cases as data files: a text in an encoding, and the document or the problems that it becomes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.ingest import ingest_file
from generator.model import Line, Metadata, Provenance
from generator.settings import Limits

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['claim']}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.yml"))
    for case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
]


def _line(expected: dict[str, str]) -> Line:
    return Line(
        expected["text"],
        number=int(expected["number"]),
        level=int(expected.get("level", 0)),
        gap=expected.get("gap") == "true",
        strong=expected.get("strong") == "true",
    )


def _metadata(expected: dict[str, Any]) -> Metadata:
    digests = tuple(Provenance(**item) for item in expected.get("digest_of", []))
    return Metadata(**{**expected, "digest_of": digests})


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    """A file becomes the lines and metadata that its case states, or the problems."""
    path = tmp_path / case["file"]
    path.write_bytes(case["text"].encode(case.get("encoding", "utf-8")))
    document, problems = ingest_file(path, case["file"], Limits(), f"shown/{case['file']}")
    expected = case.get("problems", [])
    found = [
        {key: str(getattr(problem, key)) for key in want} for problem, want in zip(problems, expected, strict=True)
    ]
    assert found == expected
    assert all(problem.file == f"shown/{case['file']}" for problem in problems)
    if "lines" not in case:
        assert document is None
        return
    assert document is not None
    assert list(document.lines) == [_line(line) for line in case["lines"]]
    assert document.metadata == _metadata(case.get("metadata", {}))
    assert document.repairs == tuple(case.get("repairs", ()))
    assert document.charset == case.get("charset", "utf-8")
    assert document.format == case.get("format", "text")

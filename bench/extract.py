"""What extraction costs: megabytes of article text a second on one core, beside reading and writing the same files.

`python bench/extract.py [MEGABYTES]` multiplies the labelled articles of tests/evaluate/labelled, runs them through
ingest, segment and extract in this process, and prints a Markdown table. Ratios hold from machine to machine, seconds
do not. Where spaCy and a small English model are installed (`pip install spacy en-core-web-sm`), its pipeline runs in
the same table.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.exchange import to_json
from generator.pipeline import prepare, read

ROOT = Path(__file__).resolve().parents[1]
LABELLED = ROOT / "tests" / "evaluate" / "labelled" / "docs"


def corpus(folder: Path, megabytes: float) -> list[tuple[Path, str]]:
    """Copies of our own labelled plain texts, until there are so many megabytes."""
    texts = [path.read_bytes() for path in sorted(LABELLED.glob("*.txt"))]
    files: list[tuple[Path, str]] = []
    size = 0
    while size < megabytes * 1e6:
        data = texts[len(files) % len(texts)]
        path = folder / f"{len(files):06}.txt"
        path.write_bytes(data)
        files.append((path, path.name))
        size += len(data)
    return files


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time that `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def copied(files: list[tuple[Path, str]], out: Path) -> None:
    """Reads every file and writes it again: the least that any program must do."""
    for path, name in files:
        (out / name).write_text(path.read_text(encoding="utf-8", errors="replace"), encoding="utf-8")


def spacy_pipeline(files: list[tuple[Path, str]]) -> Callable[[], object] | None:
    """SpaCy's small English pipeline over the same texts; None where it is not installed."""
    try:
        import spacy  # type: ignore[import-not-found]  # noqa: PLC0415 - optional, only for comparison

        nlp = spacy.load("en_core_web_sm")
    except (ImportError, OSError):
        return None
    texts = [path.read_text(encoding="utf-8", errors="replace") for path, _ in files]
    return lambda: [len(document.ents) for document in nlp.pipe(texts)]


def rows(megabytes: float) -> Iterator[tuple[str, float, float]]:
    """What was done, its seconds, and megabytes a second."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "in")
        out = Path(scratch, "out")
        folder.mkdir()
        out.mkdir()
        files = corpus(folder, megabytes)
        size = sum(path.stat().st_size for path, _ in files) / 1e6
        seconds = timed(lambda: copied(files, out))
        yield "read and write the same files", seconds, size / seconds
        run, tools = prepare(ROOT)

        def work() -> None:
            with (out / "records.jsonl").open("w", encoding="utf-8") as stream:
                for record in read(run, tools, files, "CN"):
                    stream.write(json.dumps(to_json(record), ensure_ascii=False) + "\n")

        seconds = timed(work)
        yield "atlas extract, all stages, written as JSON Lines", seconds, size / seconds
        for stage in ("ingest", "segment", "extract"):
            yield f"- {stage} alone", run.seconds[stage], size / run.seconds[stage]
        other = spacy_pipeline(files)
        if other is not None:
            seconds = timed(other)
            yield "spaCy, small English pipeline", seconds, size / seconds


def main() -> None:
    """Prints the table, and the memory at the end of a run and of one four times as long."""
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 2.0
    print("| what | seconds | MB/s | times as long as reading and writing |")
    print("| --- | ---: | ---: | ---: |")
    least = None
    for what, seconds, speed in rows(megabytes):
        least = least or seconds
        print(f"| {what} | {seconds:.2f} | {speed:.2f} | {seconds / least:.1f} |")
    print(f"\nMost memory used: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()

"""What extraction costs: megabytes of article text a second on one core, beside reading and writing the same files.

`python bench/extract.py [MEGABYTES]` multiplies the labelled articles of tests/evaluate/labelled, every copy with other
words so that nothing can be remembered from one to the next, runs them through ingest, segment and extract in this
process, and prints Markdown tables: the ratio to reading and writing the same files, and the most memory that a
process of its own needs for half of the corpus and for twice as much. Ratios hold from machine to machine, seconds do
not. Where spaCy and a small English model are installed (`pip install spacy en-core-web-sm`), its pipeline runs in the
same table.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from pathlib import Path

from generator.exchange import to_json
from generator.pipeline import read
from generator.workers import prepare_machine

ROOT = Path(__file__).resolve().parents[1]
LABELLED = ROOT / "tests" / "evaluate" / "labelled" / "docs"
Files = list[tuple[Path, str]]


def corpus(folder: Path, megabytes: float, seed: int) -> Files:
    """Copies of our own labelled plain texts with other words in them, until there are so many megabytes."""
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(LABELLED.glob("*.txt"))]
    chance = random.Random(seed)
    files: Files = []
    size = 0
    while size < megabytes * 1e6:
        text = texts[len(files) % len(texts)]
        data = "\n".join(_varied(line, chance) for line in text.split("\n")).encode()
        path = folder / f"{len(files):06}.txt"
        path.write_bytes(data)
        files.append((path, path.name))
        size += len(data)
    return files


def _varied(line: str, chance: random.Random) -> str:
    """A line with one letter or character more in the middle; a short one as it is, as names and labels recur."""
    words = line.split(" ")
    if len(words) > 8:
        index = chance.randrange(1, len(words))
        return " ".join([*words[:index], words[index] + chance.choice("aeiou"), *words[index + 1 :]])
    if len(words) < 4 and len(line) > 20:
        index = chance.randrange(10, len(line))
        return line[:index] + chance.choice("的在有了和") + line[index:]
    return line


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time that `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def copied(files: Files, out: Path) -> None:
    """Reads every file and writes it again: the least that any program must do."""
    for path, name in files:
        (out / name).write_text(path.read_text(encoding="utf-8", errors="replace"), encoding="utf-8")


def extracted(files: Files, out: Path) -> tuple[float, dict[str, float]]:
    """Seconds of processor time for all stages, written as JSON Lines, and each; what is compiled once is not in."""
    run, tools = prepare_machine(ROOT)
    list(read(run, tools, files[:1], "CN"))  # automata are made for the first article
    run.seconds.clear()

    def work() -> None:
        with (out / "records.jsonl").open("w", encoding="utf-8") as stream:
            for record in read(run, tools, files, "CN"):
                stream.write(json.dumps(to_json(record), ensure_ascii=False) + "\n")

    seconds = timed(work)
    share = seconds / sum(run.seconds.values())  # stages are timed by the clock, which others may hold up
    return seconds, {stage: spent * share for stage, spent in run.seconds.items()}


def spacy_pipeline(files: Files) -> Callable[[], object] | None:
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
        folder, out = Path(scratch, "in"), Path(scratch, "out")
        folder.mkdir()
        out.mkdir()
        files = corpus(folder, megabytes, seed=1)
        size = sum(path.stat().st_size for path, _ in files) / 1e6
        seconds = timed(lambda: copied(files, out))
        yield "read and write the same files", seconds, size / seconds
        seconds, stages = extracted(files, out)
        yield "atlas extract, all stages, written as JSON Lines", seconds, size / seconds
        for stage in ("ingest", "segment", "extract"):
            yield f"- {stage} alone", stages[stage], size / stages[stage]
        other = spacy_pipeline(files)
        if other is not None:
            seconds = timed(other)
            yield "spaCy, small English pipeline", seconds, size / seconds


def most_memory(megabytes: float) -> float:
    """The most megabytes of memory that this process used, after extraction from so many megabytes of text."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "in")
        folder.mkdir()
        extracted(corpus(folder, megabytes, seed=2), Path(scratch))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Prints the table of times, and that of memory at two sizes of the corpus."""
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 2.0
    print("| what | seconds | MB/s | times as long as reading and writing |")
    print("| --- | ---: | ---: | ---: |")
    least = None
    for what, seconds, speed in rows(megabytes):
        least = least or seconds
        print(f"| {what} | {seconds:.2f} | {speed:.2f} | {seconds / least:.0f} |")
    print("\n| MB of text | most MB of memory |")
    print("| ---: | ---: |")
    for size in (megabytes / 2, megabytes * 2):
        with get_context("spawn").Pool(1) as process:
            print(f"| {size:g} | {process.apply(most_memory, (size,)):.0f} |")


if __name__ == "__main__":
    main()

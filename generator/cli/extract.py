"""`atlas extract`: what the machine finds, before any editor's decision."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path, PurePosixPath
from typing import TypeVar

import click
from rich.console import Console
from rich.table import Table

from ..exchange import to_json
from ..ingest import list_articles
from ..model import Record
from ..pipeline import read
from ..workers import BATCH, prepare_machine, read_in_processes
from .base import FAULTY, Talk, command, report

T = TypeVar("T")


@command(
    "extract",
    "Examples:\n  atlas extract *.txt --home CN > findings.jsonl\n  atlas extract folder --format table --home none",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="PATH...")
@click.option(
    "--format", "shape", type=click.Choice(["jsonl", "table"]), default="jsonl", show_default=True, help="The output."
)
@click.option("--home", metavar="XX|none", help="The home's ISO code instead of the setting, or none.")
@click.option(
    "--jobs", default=1, show_default=True, type=click.IntRange(1, 64), help="Processes that read, one a core at best."
)
def extract_command(scope: tuple[Path, Talk], paths: tuple[Path, ...], shape: str, home: str | None, jobs: int) -> None:
    """Print what the machine finds in articles, before any editor's decision."""
    root, talk = scope
    run, tools = prepare_machine(root)
    wanted = run.project.settings.home if home is None else None if home.lower() == "none" else home.upper()
    if wanted is not None and wanted not in run.taxonomy.countries:
        raise click.BadParameter(f"{home!r} is no country code. Example: --home FR", param_hint="--home")
    files = list(_named_files(paths, run.project.articles))

    def made(make: Callable[[Record], T]) -> Iterator[T]:
        """What is made of the records, in the order of the files."""
        if jobs == 1:
            for one in talk.progress(files, "Reading"):
                yield from map(make, read(run, tools, [one], wanted))
            return
        batches = talk.progress([files[i : i + BATCH] for i in range(0, len(files), BATCH)], "Reading")
        for results, problems in read_in_processes(root, batches, wanted, jobs, make):
            run.problems.extend(problems)
            yield from results

    try:
        if shape == "table":
            _print_table(made(_as_cells))
        else:
            out = sys.stdout.buffer  # UTF-8 and bare newlines on every platform
            out.writelines(made(_as_line))
            out.flush()
    except BrokenProcessPool as fault:
        raise click.ClickException("A process died, perhaps for want of memory. Example: --jobs 1") from fault
    errors, _ = report(talk, run.problems)
    if errors:
        sys.exit(FAULTY)


def _named_files(paths: Iterable[Path], articles: Path) -> Iterator[tuple[Path, str]]:
    """Every file to read with its document name: its place in the articles folder, else below the folder given."""
    home = articles.resolve()
    for path in paths:
        found = list_articles(path) if path.is_dir() else [(path, path.name)]
        for file, name in found:
            full = file.resolve()
            yield file, PurePosixPath(full.relative_to(home)).as_posix() if full.is_relative_to(home) else name


def _as_line(record: Record) -> bytes:
    """A record as a line of JSON."""
    return json.dumps(to_json(record), ensure_ascii=False).encode() + b"\n"


def _as_cells(record: Record) -> tuple[str, ...]:
    """A record as a row of the table."""
    article, found = record.article, record.findings
    return (
        f"{article.doc}#{article.item}",
        article.date or "",
        article.title or "",
        article.source or "",
        " ".join(place.code for place in found.partners) if found.relevant else "(not relevant)",
        " ".join(tag.id for tag in found.groups),
        " ".join(tag.id for tag in found.themes),
    )


def _print_table(rows: Iterable[tuple[str, ...]]) -> None:
    """The findings as a table for people; a pipe has no width, so it gets one that leaves most titles whole."""
    table = Table("Document", "Date", "Title", "Source", "Partners", "Groups", "Themes", box=None, pad_edge=False)
    for cells in rows:
        table.add_row(*(cell.replace("[", r"\[") for cell in cells))
    console = Console()
    console.width = console.width if console.is_terminal else 240
    console.print(table)

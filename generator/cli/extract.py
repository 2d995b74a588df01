"""`atlas extract`: what the machine finds, before any editor's decision."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

import click
from rich.console import Console
from rich.table import Table

from ..curate import Curation
from ..exchange import to_json
from ..ingest import list_articles
from ..model import Record
from ..pipeline import prepare, read
from .base import FAULTY, Talk, command, report


@command(
    "extract",
    "Examples:\n  atlas extract *.txt --home CN > findings.jsonl\n  atlas extract folder --format table --home none",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="PATH...")
@click.option(
    "--format", "shape", type=click.Choice(["jsonl", "table"]), default="jsonl", show_default=True, help="The output."
)
@click.option("--home", metavar="XX|none", help="The home's ISO code instead of the setting, or none.")
def extract_command(scope: tuple[Path, Talk], paths: tuple[Path, ...], shape: str, home: str | None) -> None:
    """Print what the machine finds in articles, before any editor's decision."""
    root, talk = scope
    run, tools = prepare(root)
    wanted = run.project.settings.home if home is None else None if home.lower() == "none" else home.upper()
    if wanted is not None and wanted not in run.taxonomy.countries:
        raise click.BadParameter(f"{home!r} is no country code. Example: --home FR", param_hint="--home")
    files = list(_named_files(paths, run.project.articles))
    tools = replace(tools, curation=Curation())
    records = (record for one in talk.progress(files, "Reading") for record in read(run, tools, [one], wanted))
    if shape == "table":
        _print_table(list(records))
    else:
        out = sys.stdout.buffer  # UTF-8 and bare newlines on every platform
        for record in records:
            out.write(json.dumps(to_json(record), ensure_ascii=False).encode() + b"\n")
        out.flush()
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


def _print_table(records: list[Record]) -> None:
    """The findings as a table for people; a pipe has no width, so it gets one that leaves most titles whole."""
    table = Table("Document", "Date", "Title", "Source", "Partners", "Groups", "Themes", box=None, pad_edge=False)
    for record in records:
        article, found = record.article, record.findings
        cells = (
            f"{article.doc}#{article.item}",
            article.date or "",
            article.title or "",
            article.source or "",
            " ".join(place.code for place in found.partners) if found.relevant else "(not relevant)",
            " ".join(tag.id for tag in found.groups),
            " ".join(tag.id for tag in found.themes),
        )
        table.add_row(*(cell.replace("[", r"\[") for cell in cells))
    console = Console()
    console.width = console.width if console.is_terminal else 240
    console.print(table)

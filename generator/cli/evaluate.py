"""`atlas eval`: the machine's findings against an editor's labels."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import click

from ..curate import Curation
from ..exchange import to_json
from ..pipeline import prepare, read
from .base import FAULTY, Talk, command, report


@command("eval", "Examples:\n  atlas eval gold.jsonl --docs articles\n  atlas eval gold.jsonl --html report.html")
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="GOLD.jsonl")
@click.option(
    "--docs",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The documents (default: beside GOLD).",
)
@click.option(
    "--html", "page", type=click.Path(dir_okay=False, path_type=Path), help="Also write a page with marked texts."
)
@click.option(
    "--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True, help="The output."
)
def eval_command(scope: tuple[Path, Talk], gold: Path, docs: Path | None, page: Path | None, shape: str) -> None:
    """Measure the machine's findings against an editor's labels: precision, recall and F1 per kind, worst first."""
    from ..evaluate import as_html, as_json, as_table, evaluate, load_labels  # noqa: PLC0415 - only this command measures

    root, talk = scope
    run, tools = prepare(root)
    tools = replace(tools, curation=Curation())
    labels, faults = load_labels(gold, gold.as_posix())
    run.problems.extend(faults)
    homes = {label.doc: label.home for label in labels}
    folder = docs or gold.parent
    records = [
        to_json(record)
        for doc, home in talk.progress(list(homes.items()), "Reading")
        for record in read(run, tools, [(folder / doc, doc)], home)
    ]
    evaluation = evaluate(labels, records)
    click.echo(as_table(evaluation) if shape == "text" else json.dumps(as_json(evaluation), ensure_ascii=False))
    if page is not None:
        page.write_text(as_html(evaluation, run.project.template_folders), encoding="utf-8", newline="\n")
        talk.say(f"Look at {page}")
    errors, _ = report(talk, run.problems)
    if errors:
        sys.exit(FAULTY)

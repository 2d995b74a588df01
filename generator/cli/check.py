"""`atlas check`: everything that is wrong with the project."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from ..catalog import Atlas
from ..catalog.unknown import unknown_sources
from ..pipeline import Run, read_project
from ..problems import Severity
from .base import FAULTY, Talk, command, today


@command("check", "Examples:\n  atlas check\n  atlas check --strict --format json\n  atlas check --sources")
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
@click.option("--sources", is_flag=True, help="Print entries for the sources that sources.yml lacks, and nothing else.")
@click.option(
    "--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True, help="The output."
)
def check_command(scope: tuple[Path, Talk], strict: bool, sources: bool, shape: str) -> None:
    """Say everything that is wrong with the settings, the taxonomy, the decisions and the articles."""
    root, talk = scope
    run, atlas = read_project(root, today=today())
    if sources:
        for source in unknown_sources(atlas.records, run.taxonomy):
            click.echo(f"# {len(source.articles)} article(s), such as {source.articles[0]}\n{source.entry}")
        return
    for problem in run.problems:
        click.echo(str(problem) if shape == "text" else json.dumps(asdict(problem), ensure_ascii=False))
    errors = sum(problem.severity is Severity.ERROR for problem in run.problems)
    warnings = len(run.problems) - errors
    talk.say(_checked(run, atlas, errors, warnings))
    if errors or (strict and warnings):
        sys.exit(FAULTY)


def _checked(run: Run, atlas: Atlas, errors: int, warnings: int) -> str:
    return (
        f"Checked {run.files} files with {len(run.records)} articles, {len(run.taxonomy.countries)} countries, "
        f"{len(run.taxonomy.groups)} groups, {len(run.taxonomy.themes)} themes, {len(run.taxonomy.sources)} sources: "
        f"{errors} errors, {warnings} warnings."
    )

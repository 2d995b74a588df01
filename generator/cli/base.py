"""What all commands share: the group, how much is said, and how problems end a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import track

from .. import __version__
from ..embargo import build_day
from ..problems import Problem, Severity

#: Exit codes, as `atlas --help` documents them.
FAULTY, USAGE = 1, 2

_HELP = """Turn collected articles about international science and technology cooperation into a searchable site.

\b
Exit codes:
  0  done (warnings may have been printed)
  1  an input was left out or is wrong: `extract`, `eval` and `check` on any error, the others with --strict
  2  wrong usage: an unknown option, a missing path, no project here
\b
Examples:
  atlas build                      content/ -> site/
  atlas serve                      preview on http://127.0.0.1:8000/, rebuilt on every change
  atlas extract article.txt        the machine's findings as JSON Lines
  atlas check --strict             everything that is wrong, with file, line and field
"""


@dataclass(frozen=True)
class Talk:
    """How much is said on stderr."""

    console: Console
    level: int  # -1 quiet, 0 normal, 1 verbose

    def say(self, text: str) -> None:
        """A remark for the person at the terminal."""
        if self.level >= 0:
            self.console.print(text, markup=False, highlight=False, soft_wrap=True)

    def problem(self, problem: Problem) -> None:
        """A problem; when quiet, only errors."""
        if self.level >= 0 or problem.severity is Severity.ERROR:
            colour = "red" if problem.severity is Severity.ERROR else "yellow"
            self.console.print(str(problem), style=colour, markup=False, highlight=False, soft_wrap=True)

    def progress(self, items: list[Any], label: str) -> Iterable[Any]:
        """The items, with a bar on a terminal and nothing in a pipe."""
        if self.console.is_terminal and self.level >= 0 and len(items) > 1:
            return track(items, description=label, console=self.console, transient=True)
        return items


def _find_root(given: str | None) -> Path:
    """The project's folder: as given, else the nearest one above that holds one, else where we are."""
    if given is not None:
        return Path(given)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "content").is_dir() and (folder / "mkdocs.yml").is_file():
            return folder
    return here


@click.group(help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-C", "--project", metavar="DIR", type=click.Path(exists=True, file_okay=False), help="The project's folder."
)
@click.option("-v", "--verbose", is_flag=True, help="Say more: what MkDocs does.")
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
@click.version_option(__version__, package_name="cooperation-atlas", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context, project: str | None, verbose: bool, quiet: bool) -> None:
    """Set up what every command shares."""
    level = -1 if quiet else int(verbose)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's advice about MkDocs 2, which we do not use
    context.obj = (_find_root(project), Talk(Console(stderr=True), level))


def command(name: str, epilog: str) -> Callable[..., Any]:
    """A command that gets the project's folder and the talk; its epilog keeps its line breaks."""
    return lambda function: main.command(name, epilog="\b\n" + epilog)(click.pass_obj(function))


def today() -> date:
    """The day for which embargoes are judged."""
    try:
        return build_day(os.environ, datetime.now(UTC))
    except ValueError as fault:
        raise click.UsageError(f"{fault}. Example: SOURCE_DATE_EPOCH=1700000000") from None


def report(talk: Talk, problems: Iterable[Problem]) -> tuple[int, int]:
    """Says the problems; returns how many errors and warnings there are."""
    errors = warnings = 0
    for problem in problems:
        talk.problem(problem)
        if problem.severity is Severity.ERROR:
            errors += 1
        else:
            warnings += 1
    return errors, warnings


def exit_strict(strict: bool, errors: int, warnings: int) -> None:
    """Ends the command with FAULTY where `--strict` was asked for and something is wrong."""
    if strict and (errors or warnings):
        click.echo(f"--strict: {errors} error(s) and {warnings} warning(s).", err=True)
        sys.exit(FAULTY)


def require_project(root: Path) -> None:
    """Ends the command with USAGE where the folder holds no project."""
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError(f"There is no mkdocs.yml in {root}. Example: atlas -C path/to/project build")

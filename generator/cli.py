"""The commands. Only this module talks to a person: results go to stdout, talk goes to stderr."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

import click
from rich.console import Console
from rich.progress import track
from rich.table import Table

from . import __version__
from .catalog import Atlas
from .curate import Curation
from .exchange import to_json
from .ingest import list_articles
from .model import Record
from .pipeline import Run, prepare, read, read_project, render_project
from .problems import Problem, Severity
from .render import write_tree

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


def _command(name: str, epilog: str) -> Callable[..., Any]:
    """A command that gets the project's folder and the talk; its epilog keeps its line breaks."""
    return lambda function: main.command(name, epilog="\b\n" + epilog)(click.pass_obj(function))


def _report(talk: Talk, problems: Iterable[Problem]) -> tuple[int, int]:
    """Says the problems; returns how many errors and warnings there are."""
    errors = warnings = 0
    for problem in problems:
        talk.problem(problem)
        if problem.severity is Severity.ERROR:
            errors += 1
        else:
            warnings += 1
    return errors, warnings


def _exit_strict(strict: bool, errors: int, warnings: int) -> None:
    if strict and (errors or warnings):
        click.echo(f"--strict: {errors} error(s) and {warnings} warning(s).", err=True)
        sys.exit(FAULTY)


def _require_project(root: Path) -> None:
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError(f"There is no mkdocs.yml in {root}. Example: atlas -C path/to/project build")


@_command("build", "Example:\n  atlas build --strict --out site")
@click.option("--out", type=click.Path(file_okay=False), help="Where the site goes (default: site_dir in mkdocs.yml).")
@click.option("--strict", is_flag=True, help="Exit with 1 on any warning.")
def build(scope: tuple[Path, Talk], out: str | None, strict: bool) -> None:
    """Build the site: content/ -> build/ (Markdown) -> site/."""
    from .publish import build_site  # noqa: PLC0415 - MkDocs takes a moment to import, and only building needs it

    root, talk = scope
    _require_project(root)
    run, tree = render_project(root)
    errors, warnings = _report(talk, run.problems)
    with run.timed("write"):
        write_tree(tree, root / "build", run.project)
    with run.timed("publish"):
        site, more = build_site(root, tree, Path(out).resolve() if out else None, tell_all=talk.level > 0)
    _summarise(run, len(tree.pages), errors, warnings + more)
    click.echo(f"Look at    {site / 'index.html'}   (or run: atlas serve)")
    _exit_strict(strict, errors, warnings + more)


def _summarise(run: Run, pages: int, errors: int, warnings: int) -> None:
    """What a run did, on stdout."""
    filed = [record for record in run.records if record.filed]
    countries = {place.code for record in filed for place in record.findings.partners}
    themes = {tag.id for record in filed for tag in record.findings.themes}
    stages = "  ".join(f"{stage} {seconds:.1f}" for stage, seconds in run.seconds.items())
    click.echo(f"Read       {run.files} files, {len(run.records)} articles ({len(filed)} report cooperation)")
    click.echo(f"Filed      under {len(countries)} countries and {len(themes)} themes; {pages} pages")
    click.echo(f"Problems   {errors} errors, {warnings} warnings")
    click.echo(f"Seconds    {stages}  total {sum(run.seconds.values()):.1f}")


@_command("render", "Example:\n  atlas render --out /tmp/tree")
@click.option("--out", required=True, type=click.Path(file_okay=False), help="The folder to write to.")
@click.option("--strict", is_flag=True, help="Exit with 1 on any warning.")
def render_command(scope: tuple[Path, Talk], out: str, strict: bool) -> None:
    """Write the whole tree as plain Markdown and data files, for any site builder."""
    root, talk = scope
    run, tree = render_project(root)
    errors, warnings = _report(talk, run.problems)
    try:
        written = write_tree(tree, Path(out), run.project)
    except OSError as fault:
        raise click.ClickException(f"{out}: cannot be written: {fault.strerror or fault}.") from fault
    _summarise(run, len(tree.pages), errors, warnings)
    click.echo(f"Look at    {out} ({len(written)} files)")
    _exit_strict(strict, errors, warnings)


@_command("serve", "Example:\n  atlas serve --port 9000 --open")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
def serve(scope: tuple[Path, Talk], host: str, port: int, open_browser: bool) -> None:
    """Preview the site, and build it anew when an article, the taxonomy or a template changes."""
    from .publish import serve_site  # noqa: PLC0415 - as in build

    root, talk = scope
    _require_project(root)
    talk.say(
        f"Serving on http://{host}:{port}/ (Ctrl-C stops). The preview shows everything, also what is not published."
    )
    try:
        serve_site(root, f"{host}:{port}", open_browser)
    except OSError as fault:
        raise click.ClickException(
            f"Cannot listen on {host}:{port}: {fault.strerror or fault}. Example: --port 8001"
        ) from fault


@_command(
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
    errors, _ = _report(talk, run.problems)
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


@_command("eval", "Examples:\n  atlas eval gold.jsonl --docs articles\n  atlas eval gold.jsonl --html report.html")
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
    from .evaluate import as_html, as_json, as_table, evaluate, load_labels  # noqa: PLC0415 - only this command measures

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
    errors, _ = _report(talk, run.problems)
    if errors:
        sys.exit(FAULTY)


@_command("check", "Examples:\n  atlas check\n  atlas check --strict --format json")
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
@click.option(
    "--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True, help="The output."
)
def check_command(scope: tuple[Path, Talk], strict: bool, shape: str) -> None:
    """Say everything that is wrong with the settings, the taxonomy, the decisions and the articles."""
    root, talk = scope
    run, atlas = read_project(root)
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


_TEMPLATE = """\
---
# Everything here is optional: what you leave empty is read from the text below. What you state wins.
title:
date:            # 2024-05-21, 2024-05 or 2024
source:          # as printed
byline:
url:             # https://...
# Only if the text below is your own digest of somebody else's article:
# digest_of: {outlet: "Name of the outlet", date: 2024-05-21, title: "Its title"}
---

"""


@_command("new", "Example:\n  atlas new 2026-05-space-with-chile.txt")
@click.argument("article", metavar="ARTICLE")
def new(scope: tuple[Path, Talk], article: str) -> None:
    """Put an article to fill into content/articles/."""
    root, talk = scope
    folder = (root / "content" / "articles").resolve()
    path = (folder / article).resolve()
    if path.suffix.lower() not in {".txt", ".md"}:
        path = path.with_name(path.name + ".txt")
    if not path.is_relative_to(folder):
        raise click.BadParameter("an article stays inside content/articles/. Example: atlas new 2026-05-space.txt")
    if path.exists():
        raise click.ClickException(f"{path} exists already; nothing was changed. Choose another name.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_TEMPLATE, encoding="utf-8", newline="\n")
    click.echo(str(path))
    talk.say("Paste the article's text below the second ---, then run: atlas check")

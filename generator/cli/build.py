"""`atlas build`, `atlas render` and `atlas serve`: the site, its Markdown, its preview."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from ..pipeline import Run, render_project
from ..render import write_tree
from .base import Talk, command, exit_strict, report, require_project, today


@command("build", "Example:\n  atlas build --strict --out site")
@click.option("--out", type=click.Path(file_okay=False), help="Where the site goes (default: site_dir in mkdocs.yml).")
@click.option("--strict", is_flag=True, help="Exit with 1 on any warning.")
def build(scope: tuple[Path, Talk], out: str | None, strict: bool) -> None:
    """Build the site: content/ -> build/ (Markdown) -> site/."""
    from ..publish import build_site  # noqa: PLC0415 - MkDocs takes a moment to import, and only building needs it

    root, talk = scope
    require_project(root)
    run, tree = render_project(root, today=today())
    errors, warnings = report(talk, run.problems)
    with run.timed("write"):
        write_tree(tree, root / "build", run.project)
    with run.timed("publish"):
        site, more = build_site(root, tree, Path(out).resolve() if out else None, tell_all=talk.level > 0)
    _summarise(run, len(tree.pages), errors, warnings + more)
    click.echo(f"Look at    {site / 'index.html'}   (or run: atlas serve)")
    exit_strict(strict, errors, warnings + more)


def _summarise(run: Run, pages: int, errors: int, warnings: int) -> None:
    """What a run did, on stdout."""
    filed = [record for record in run.records if record.filed]
    countries = {place.code for record in filed for place in record.findings.partners}
    themes = {tag.id for record in filed for tag in record.findings.themes}
    stages = "  ".join(f"{stage} {seconds:.1f}" for stage, seconds in run.seconds.items())
    click.echo(f"Read       {run.files} files, {len(run.records)} articles ({len(filed)} report cooperation)")
    if run.held:
        states = Counter(record.status.state.value for record in run.held)
        click.echo(f"Held back  {', '.join(f'{number} {state}' for state, number in sorted(states.items()))}")
    click.echo(f"Filed      under {len(countries)} countries and {len(themes)} themes; {pages} pages")
    click.echo(f"Problems   {errors} errors, {warnings} warnings")
    click.echo(f"Seconds    {stages}  total {sum(run.seconds.values()):.1f}")


@command("render", "Example:\n  atlas render --out /tmp/tree")
@click.option("--out", required=True, type=click.Path(file_okay=False), help="The folder to write to.")
@click.option("--strict", is_flag=True, help="Exit with 1 on any warning.")
def render_command(scope: tuple[Path, Talk], out: str, strict: bool) -> None:
    """Write the whole tree as plain Markdown and data files, for any site builder."""
    root, talk = scope
    run, tree = render_project(root, today=today())
    errors, warnings = report(talk, run.problems)
    try:
        written = write_tree(tree, Path(out), run.project)
    except OSError as fault:
        raise click.ClickException(f"{out}: cannot be written: {fault.strerror or fault}.") from fault
    _summarise(run, len(tree.pages), errors, warnings)
    click.echo(f"Look at    {out} ({len(written)} files)")
    exit_strict(strict, errors, warnings)


@command("serve", "Example:\n  atlas serve --port 9000 --open")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
def serve(scope: tuple[Path, Talk], host: str, port: int, open_browser: bool) -> None:
    """Preview the site, and build it anew when an article, the taxonomy or a template changes."""
    from ..publish import serve_site  # noqa: PLC0415 - as in build

    root, talk = scope
    require_project(root)
    talk.say(
        f"Serving on http://{host}:{port}/ (Ctrl-C stops). The preview shows everything, also what is not published.\n"
        f"What waits for an editor is at http://{host}:{port}/review/"
    )
    try:
        serve_site(root, f"{host}:{port}", open_browser)
    except OSError as fault:
        raise click.ClickException(
            f"Cannot listen on {host}:{port}: {fault.strerror or fault}. Example: --port 8001"
        ) from fault

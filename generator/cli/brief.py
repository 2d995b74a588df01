"""`atlas brief`: a country's page to hand out, as Markdown, HTML or PDF for A4 paper."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ..pipeline import read_project
from ..render import brief
from ..taxonomy import Taxonomy
from .base import Talk, command, report, today

_ENDINGS = {".md": "md", ".html": "html", ".htm": "html", ".pdf": "pdf"}


@command(
    "brief",
    "Examples:\n  atlas brief FR --out france.pdf\n  atlas brief Serbia --lang zh --out serbia.html\n"
    "  atlas brief RS > serbia.md",
)
@click.argument("country", metavar="COUNTRY")
@click.option("--lang", "tag", metavar="TAG", help="The language (default: the first one of the site).")
@click.option(
    "--format", "shape", type=click.Choice(["md", "html", "pdf"]), help="The output (default: as --out ends, else md)."
)
@click.option("--out", type=click.Path(dir_okay=False), help="The file to write (default: stdout; a PDF needs it).")
def brief_command(scope: tuple[Path, Talk], country: str, tag: str | None, shape: str | None, out: str | None) -> None:
    """Write the page of a country, by code or name, as a brief of its own, with everything in one file."""
    root, talk = scope
    shape = shape or _ENDINGS.get(Path(out or "").suffix.lower(), "md")
    if shape == "pdf" and out is None:
        raise click.UsageError(f"A PDF needs a file. Example: atlas brief {country} --out brief.pdf")
    run, atlas = read_project(root, today=today())
    report(talk, run.problems)
    languages = run.project.settings.languages
    if tag is not None and tag not in languages:
        raise click.UsageError(f"The site does not speak {tag}; it speaks {', '.join(languages)} (content/atlas.yml).")
    made = brief(atlas, run.project, _code(country, run.taxonomy), tag or languages[0], today())
    if shape == "pdf":
        _print(made.html, Path(out or ""))
    elif out is not None:
        text = made.html if shape == "html" else made.markdown
        try:
            Path(out).write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
        except OSError as fault:
            raise click.ClickException(f"{out}: cannot be written: {fault.strerror or fault}.") from fault
    else:
        click.echo(made.html if shape == "html" else made.markdown, nl=False)
    if out is not None:
        talk.say(f"Look at {out}")


def _code(country: str, taxonomy: Taxonomy) -> str:
    """The code of a country that is given by its code or one of its names."""
    wanted = country.strip().casefold()
    for code, known in taxonomy.countries.items():
        entry = known.entry
        names = (code, known.en, known.zh, *entry.aliases.en, *entry.aliases.zh)
        if wanted in (name.casefold() for name in names):
            return code
    raise click.UsageError(f"{country} is no country or region of the taxonomy. Example: atlas brief FR")


def _print(html: str, out: Path) -> None:
    from ..publish.pdf import find_browser, print_pdf  # noqa: PLC0415 - as in build

    browser = find_browser(os.environ)
    if browser is None:
        raise click.ClickException(
            "A PDF is printed by Chromium or Chrome, and none was found. Install one, or name it in ATLAS_CHROMIUM; "
            "or write --format html and print that from any browser."
        )
    try:
        print_pdf(html, out, browser)
    except OSError as fault:
        raise click.ClickException(f"{out}: {fault}.") from fault

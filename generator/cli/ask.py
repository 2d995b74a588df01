"""`atlas ask`: questions answered by facts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from ..pipeline import read_project
from ..render import answers
from ..script import HAN
from .base import Talk, command, report, today

_HAN = re.compile(f"[{HAN}]")


@command(
    "ask",
    'Examples:\n  atlas ask "joint laboratories with Serbia since 2020"\n'
    "  atlas ask 中国与法国 航天 项目 --format json",
)
@click.argument("question", nargs=-1, required=True, metavar="QUESTION")
@click.option(
    "--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True, help="The output."
)
def ask_command(scope: tuple[Path, Talk], question: tuple[str, ...], shape: str) -> None:
    """Answer a question about countries, themes, indicators and time with facts, or say that there is no evidence.

    No model: every word is a name or term of the taxonomy, a word that asks, a time, or a word that a fact must hold.
    Each fact comes with the address of its page, or the file it is from where the site has no address.
    """
    root, talk = scope
    run, atlas = read_project(root, today=today())
    report(talk, run.problems)
    text = " ".join(question)
    chinese = _HAN.search(text) is not None
    tag = next((tag for tag in run.project.settings.languages if tag.startswith("zh") == chinese), None)
    found = answers(atlas, run.project, text, tag or run.project.settings.languages[0])
    for line in found.lines:
        address = run.project.site.address(line.article.path)
        anchor = f"#{line.article.anchor}" if line.article.anchor else ""
        page = f"{address}{anchor}" if address else run.project.display(run.project.articles / line.doc)
        if shape == "json":
            fields = {"kind": line.kind, "fact": line.told, "sentence": line.sentence, "place": line.place}
            fields |= {"around": line.around, "source": line.speaker, "date": line.date}
            click.echo(json.dumps(fields | {"article": line.article.title, "page": page}, ensure_ascii=False))
            continue
        said = f"“{line.sentence}” ({line.place})" if line.sentence else line.place
        rest = (said, line.around, f"{line.speaker}, {line.date}: {line.article.title}", page)
        click.echo("\n    ".join((f"{line.kind}: {line.told}", *(part for part in rest if part))))
    if found.missed:
        talk.say(found.missed)
    talk.say(found.said)

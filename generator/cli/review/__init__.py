"""`atlas review`: what the machine is not sure of, worst first, and decisions to fill."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ...model import Record
from ...pipeline import Run, read_project
from ...problems import Severity
from ...review import REASONS, Item, queue, stubs
from ..base import Talk, command, require_project, today
from .files import put
from .text import as_json, lines
from .walk import Walk

_EXAMPLES = """Examples:
  atlas review                                  everything, worst first
  atlas review --limit 5 --kind no-partner --kind conflict
  atlas review --format json > queue.jsonl      one JSON object per question
  atlas review --write                          files to fill in content/curation/
  atlas review --write 2024-05-21-a-lab-1a2b3c  the same for one article
  atlas review 2024-05-21-a-lab-1a2b3c          answer the questions about it here, by key

Kinds:
  """ + "\n  ".join(f"{code.ljust(22)}{reason.heading}" for code, reason in REASONS.items())


@command("review", _EXAMPLES)
@click.argument("article", required=False, metavar="[ARTICLE]")
@click.option("--write", is_flag=True, help="Put open decisions into content/curation/; nothing there is overwritten.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(list(REASONS)), help="Only such questions.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the N worst questions.")
@click.option(
    "--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True, help="The output."
)
@click.option("--by", "editor", metavar="NAME", help="Who decides, with ARTICLE (else it is asked once).")
def review(
    scope: tuple[Path, Talk],
    article: str | None,
    write: bool,
    kinds: tuple[str, ...],
    limit: int | None,
    shape: str,
    editor: str | None,
) -> None:
    """List what the machine is not sure of, worst first: the evidence, the reason, where to answer, and the answer.

    ARTICLE is the id of an article (the last part of its page's address), or a part of it that no other has. Without
    --write or --format json its questions are asked one by one. Nothing is published that you do not sign.
    """
    root, talk = scope
    require_project(root)
    run, atlas = read_project(root, preview=True, today=today())
    items = [item for item in queue(atlas, run.curation, run.problems) if not kinds or item.reason.code in kinds]
    if article is not None:
        chosen = _chosen(run, article)
        items = [item for item in items if item.record is not None and item.record.article.id == chosen.article.id]
    items = items[:limit]
    if write:
        _write(run, talk, items)
    elif shape == "json":
        for rank, item in enumerate(items, start=1):
            click.echo(json.dumps(as_json(rank, item), ensure_ascii=False))
    elif article is not None:
        Walk(run, editor, today().isoformat()).ask(items, chosen.article.id)
    else:
        for rank, item in enumerate(items, start=1):
            click.echo("\n".join(lines(rank, item)))
        talk.say(_counted(run, items))


def _chosen(run: Run, name: str) -> Record:
    """The article that a person means."""
    ids = {record.article.id: record for record in run.records}
    found = [name] if name in ids else [id_ for id_ in ids if name.removesuffix(".yml") in id_]
    if len(found) == 1:
        return ids[found[0]]
    if found:
        listed = "".join(f"\n  {id_}" for id_ in found[:10])
        raise click.UsageError(f"{len(found)} articles have {name!r} in their id:{listed}")
    raise click.UsageError(f"No article has {name!r} in its id. Example: atlas review {next(iter(ids), 'ARTICLE')}")


def _counted(run: Run, items: list[Item]) -> str:
    articles = {item.record.article.id for item in items if item.record is not None}
    said = f"{len(items)} questions about {len(articles)} of {len(run.records)} articles."
    faults = sum(problem.severity is Severity.ERROR for problem in run.problems)
    more = f" {faults} errors besides: see `atlas check`." if faults else ""
    hint = " `atlas review --write` puts files to fill into content/curation/." if items else ""
    return said + more + hint


def _write(run: Run, talk: Talk, items: list[Item]) -> None:
    """Puts open decisions into the editors' files, and says where."""
    written = 0
    for stub in stubs(items):
        outcome = put(run, stub)
        if outcome.number:
            written += 1
            click.echo(f"{stub.file}: {outcome.number} to decide")
        elif outcome.fault:
            talk.say(f"Skipped {stub.file}: {outcome.fault}.")
    hint = " In each entry put accept, reject or correct in the place of decide, and sign the file." if written else ""
    talk.say(f"{written} file{'' if written == 1 else 's'} written.{hint}")

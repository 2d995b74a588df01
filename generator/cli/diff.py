"""`atlas diff` and `atlas note`: what changed between two states of the atlas, and keeping what was published."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from ..changes import Change, Json, JsonObject, describe, difference, load_history, next_note, snapshot
from ..pipeline import read_project
from .base import FAULTY, Talk, command, report, require_project, today

#: Where a build keeps the facts that are compared.
FACTS = "data/facts.json"


@command(
    "diff",
    "Examples:\n  atlas diff HEAD~1                  what the last commit changed\n"
    "  atlas diff old-site/ site/ --format json\n  atlas diff v1.0 v1.1 --format patch > changes.json",
)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="[NEW]", required=False)
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "patch"]),
    default="text",
    show_default=True,
    help="Lines for people, a list of changes, or a merge patch (RFC 7396) that makes NEW of OLD.",
)
def diff(scope: tuple[Path, Talk], old: str, new: str | None, shape: str) -> None:
    """Say what changed from OLD to NEW: builds, files of facts, or git revisions; NEW defaults to the project."""
    root, talk = scope
    before = _state(root, talk, old)
    after = _state(root, talk, new) if new is not None else _current(root, talk)
    if shape == "patch":
        try:
            patch = difference(before, after)
        except ValueError as fault:
            raise click.ClickException(f"{fault}: these are no facts that `atlas build` wrote.") from fault
        click.echo(_json(patch, indent=1))
        return
    changes = describe(before, after)
    for change in changes:
        click.echo(_line(change) if shape == "text" else _json(asdict(change)))
    talk.say(f"{len(changes)} changes.")


@command("note", "Examples:\n  atlas note\n  atlas note --on 2026-11-22")
@click.option("--on", "day", metavar="DATE", help="The day it stands for (default: today, or SOURCE_DATE_EPOCH).")
def note(scope: tuple[Path, Talk], day: str | None) -> None:
    """Note the facts as they are now in content/history/, so that the site can tell what changed since."""
    root, talk = scope
    require_project(root)
    folder = root / "content" / "history"
    notes, problems = load_history(folder, "content/history")
    errors, _ = report(talk, problems)
    if errors:
        sys.exit(FAULTY)
    try:
        made = next_note(
            notes, _current(root, talk), date.fromisoformat(day).isoformat() if day else today().isoformat()
        )
    except ValueError as fault:
        raise click.BadParameter(f"{fault}. Example: --on 2026-11-22", param_hint="--on") from fault
    if made is None:
        talk.say("Nothing changed since the last note.")
        return
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{made.on}.json"
    path.write_text(_json(made.patch, indent=1) + "\n", encoding="utf-8", newline="\n")
    click.echo(str(path))


def _current(root: Path, talk: Talk) -> dict[str, Json]:
    """The facts of the project as it is."""
    run, atlas = read_project(root, today=today())
    report(talk, run.problems)
    return snapshot(atlas)


def _state(root: Path, talk: Talk, name: str) -> JsonObject:
    """The facts of a build's folder, of a file of facts, or of a git revision of the project."""
    path = Path(name)
    if path.is_dir():
        path = path / FACTS
    elif not path.exists():
        return _of_revision(root, talk, name)
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as fault:
        raise click.ClickException(f"{path} cannot be read: {fault}. Example: atlas diff old-site/ site/") from fault
    if not isinstance(data, dict) or "articles" not in data:
        raise click.ClickException(f"{path} holds no facts of an atlas. Example: atlas diff old-site/ site/")
    return data


def _of_revision(root: Path, talk: Talk, revision: str) -> dict[str, Json]:
    """The facts of the project as it was committed, read with the rules of today."""
    try:
        packed = subprocess.run(  # noqa: S603 - no shell; a revision cannot be read as an option behind this separator
            ["git", "-C", str(root), "archive", "--format=tar", "--end-of-options", revision, "."],  # noqa: S607
            capture_output=True,
            check=False,
        )
    except OSError as fault:
        raise click.ClickException(f"{revision!r} is no folder and no file, and git cannot be run: {fault}.") from fault
    if packed.returncode:
        why = packed.stderr.decode(errors="replace").strip()
        raise click.ClickException(
            f"{revision!r} is no folder, no file and no git revision here ({why}). Example: atlas diff HEAD~1"
        )
    with tempfile.TemporaryDirectory(prefix="atlas-") as folder:
        with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as tar:
            tar.extractall(folder, filter=_inside)  # noqa: S202 - the filter is that of "data"
        return _current(Path(folder), talk)


def _inside(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    """The member, unless it is a link that leads out of the folder: a revision may hold such ones."""
    try:
        return tarfile.data_filter(member, folder)
    except tarfile.FilterError:
        return None


def _json(value: object, indent: int | None = None) -> str:
    """The value as JSON that can be printed: halves of characters, which UTF-8 has not, stay escaped."""
    return re.sub(
        "[\ud800-\udfff]",
        lambda half: f"\\u{ord(half[0]):x}",
        json.dumps(value, ensure_ascii=False, indent=indent),
    )


def _line(change: Change) -> str:
    """`2024-05-21-lakes  fact-changed  date: "2024-05" -> "2024-05-21"`."""
    values = [_json(value) for value in _told(change)]
    fact = f" {change.fact}" if change.fact else ""
    return f"{change.subject}  {change.kind}{fact}{': ' if values else ''}{' -> '.join(values)}"


def _told(change: Change) -> Iterable[Json]:
    """The values that a line names: an empty object says no more than the name of the fact."""
    return (value for value in (change.was, change.now) if value not in (None, {}))

"""Asks an editor the questions about one article, and writes the answers down."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import click

from ...curate import Choice, snippet
from ...curate.kinds import kind_of
from ...model import SAME, Record
from ...pipeline import Run
from ...review import Item, signed
from ...taxonomy import Taxonomy
from .files import decide
from .text import about, where

_KEYS = {"a": "accept", "r": "reject", "c": "correct", "s": "skip", "q": "quit"}
_PARTIES = "Partners (FR) or groups (asean), with commas: "


class Walk:
    """One walk: who decides, the day, and the last reason, which an empty line repeats."""

    def __init__(self, run: Run, editor: str | None, on: str) -> None:
        self._run, self._by, self._on, self._why = run, editor or "", on, ""
        self._written = 0

    def ask(self, items: list[Item], article: str) -> None:
        """Asks all questions. However it ends (also by Ctrl-C, or where the input does), what was decided is kept."""
        if not items:
            click.echo(f"Nothing to decide about {article}.")
            return
        try:
            for number, item in enumerate(items, start=1):
                click.echo(f"\n{number} of {len(items)}: {item.reason.heading}")
                click.echo("\n".join(about(item)))
                if item.record is None or not item.about:
                    click.echo(f"   {item.reason.advice}: {where(item)}")
                elif not self._decided(item, item.record):
                    break
        except (KeyboardInterrupt, EOFError, click.Abort):
            click.echo("\nStopped.")
        except UnicodeDecodeError as fault:
            raise click.ClickException(f"The input is not {fault.encoding}.") from fault
        click.echo(
            f"\n{self._written} decision{'' if self._written == 1 else 's'} written."
            + (" `atlas serve` shows them." if self._written else "")
        )

    def _decided(self, item: Item, record: Record) -> bool:
        """Asks until the question is answered or skipped; False where the editor wants to stop."""
        click.echo(f"   ({item.reason.advice})")
        while True:
            choice = _KEYS.get(_key("[a]ccept, [r]eject, [c]orrect, [s]kip, [q]uit? "), "")
            if choice in ("skip", "quit"):
                return choice == "skip"
            decisions = list(self._decisions(item, record, choice)) if choice else []
            if not decisions:
                click.echo("   One of the keys a, r, c, s, q is wanted.")
                continue
            outcome = decide(self._run, item, record, decisions)
            if outcome.number:
                self._written += outcome.number
                click.echo(f"   Written to {item.file}")
                return True
            click.echo("\n".join([f"   Not written: {outcome.fault}.", *(f"   {one}" for one in outcome.problems)]))

    def _decisions(self, item: Item, record: Record, choice: str) -> Iterator[str]:
        """The entries of an answer, signed."""
        entries: list[tuple[str, str | None]]
        if item.about == "relevant" and choice == "correct":
            names = [name.strip() for name in _line(_PARTIES).split(",") if name.strip()]
            entries = [(_added(name, self._run.taxonomy), None) for name in names]
        elif item.about == "relevant" and choice == "reject":  # it reports no cooperation at all
            entries = [(snippet(record, "relevant", "correct"), "false")]
        elif choice == "correct":
            entries = [] if item.about.startswith(SAME) else [_corrected(item, record)]
        else:
            action: Choice = "accept" if choice == "accept" else "reject"
            entries = [(snippet(record, item.about, action), None)]
        if entries:
            self._sign()
        for text, to in entries:
            yield signed(text, self._by, self._on, self._why, to)

    def _sign(self) -> None:
        while not self._by:
            self._by = _line("Your name: ").strip()
        before = f" (Enter: {self._why})" if self._why else ""
        said = ""
        while not said:
            said = _line(f"Why{before}: ").strip() or self._why
        self._why = said


def _added(name: str, taxonomy: Taxonomy) -> str:
    """A partner or group that the machine missed; a name of two letters may be a group's, as that of the EU."""
    country = len(name) == 2 and name.lower() not in taxonomy.groups
    field, value, kind = ("code", name.upper(), "partner") if country else ("id", name.lower(), "group")
    return f"  - add: {kind}\n    new: {{{field}: {json.dumps(value, ensure_ascii=False)}}}\n"


def _corrected(item: Item, record: Record) -> tuple[str, str | None]:
    """A correction, with what the editor types: a value, or fields as `name: value, name: value`."""
    entry, kind = snippet(record, item.about, "correct"), kind_of(item.about)
    if kind is None:
        return entry, json.dumps(_line(f"The right {item.about}: ").strip(), ensure_ascii=False)
    fields = ", ".join(kind.fields.model_fields)
    typed = _line(f"What is right ({kind.chief}, or name: value, of {fields}): ").strip()
    if not typed.startswith("{"):
        typed = f"{{{typed}}}" if ": " in typed else f"{{{kind.chief}: {typed}}}"
    return entry, typed


def _key(prompt: str) -> str:
    """A key at a terminal; the first character of a line where the input comes from elsewhere."""
    if not sys.stdin.isatty():
        return _line(prompt).strip()[:1].lower()
    click.echo(f"   {prompt}", nl=False)
    pressed = click.getchar()
    click.echo(pressed if pressed.isprintable() else "")
    return pressed.lower()


def _line(prompt: str) -> str:
    """A line of input, without its end; raises EOFError where there is none any more."""
    click.echo(f"   {prompt}", nl=False)
    if sys.stdin.isatty():
        return input()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    click.echo(line.rstrip("\r\n"))
    return line.rstrip("\r\n")

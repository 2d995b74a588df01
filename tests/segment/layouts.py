"""Pages put together from the parts of layouts.yml by chance, and what must be found in them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

PARTS: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("layouts.yml").read_text(encoding="utf-8"))
_CHANCES = {"title": 1.0, "credit": 1.0, "deck": 0.3, "inside": 0.4, "kind": 0.4, "top": 0.4}
_USUAL = 0.6  # the chance that a page has a slot filled


@dataclass(frozen=True)
class Layout:
    """A page, the parts it was made of, and what it says; None where it does not say it."""

    text: str
    parts: dict[str, int | None]  # the alternative taken, by slot
    title: str
    body: list[str]
    date: str
    source: str | None
    byline: str | None


def layouts(language: str, count: int, seed: int) -> Iterator[Layout]:
    """`count` pages in a language; the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(count):
        yield _layout(PARTS[language], chance)


def _layout(parts: dict[str, Any], chance: random.Random) -> Layout:
    story = chance.choice(parts["stories"])
    words, day = _words(parts, story, chance)
    slots, taken = _slots(parts["slots"], words, chance)
    credit = parts["slots"]["credit"][taken["credit"]]["says"]
    gap = chance.choice(["\n", "\n\n"])
    body = [*story["body"]]
    body[0] = "".join(slots["dateline"]) + body[0]
    if slots["inside"]:
        body[2:2] = slots["inside"]
    head = [slots["title"], *([slots["deck"]] if slots["deck"] else [])]
    order = [slots["credit"], *head] if chance.random() < 0.3 else [*head, slots["credit"]]
    blocks = [
        "\n".join(slots["menu"]),
        gap.join([*slots["top"], *slots["kind"], *(line for lines in order for line in lines)]),
        "\n".join(slots["around"]),
        gap.join(body),
        "\n".join(slots["tail"]),
    ]
    return Layout(
        "\n\n".join(block for block in blocks if block) + "\n",
        taken,
        story["title"],
        story["body"],
        day.isoformat(),
        words["outlet"] if "outlet" in credit else None,
        words["writer"] if "writer" in credit else None,
    )


def _words(parts: dict[str, Any], story: dict[str, Any], chance: random.Random) -> tuple[dict[str, str], date]:
    """What the parts name: the story's title, an outlet, a writer and a day in one of its forms."""
    day = date(2020 + chance.randrange(6), 1 + chance.randrange(12), 13 + chance.randrange(15))
    outlet, writer = chance.choice(parts["outlets"]), chance.choice(parts["writers"])
    words = {"title": story["title"], "TITLE": story["title"].upper(), "deck": story["deck"], "writer": writer}
    words |= {"outlet": outlet, "OUTLET": outlet.upper(), "initials": "".join(word[0] for word in outlet.split())}
    words |= {"day": str(day.day), "m": str(day.month), "mm": f"{day.month:02}", "year": str(day.year)}
    words |= {"month": f"{day:%B}", "mon": f"{day:%b}"}
    return words | {"date": chance.choice(parts["dates"]).format(**words)}, day


def _slots(
    slots: dict[str, Any], words: dict[str, str], chance: random.Random
) -> tuple[dict[str, list[str]], dict[str, int | None]]:
    """The lines of each slot, none where it stays empty; and which alternative was taken."""
    lines: dict[str, list[str]] = {}
    taken: dict[str, int | None] = {}
    for slot, alternatives in slots.items():
        filled = chance.random() < _CHANCES.get(slot, _USUAL)
        index = chance.randrange(len(alternatives))
        part = alternatives[index] if filled else []
        part = part["lines"] if isinstance(part, dict) else part
        lines[slot] = [line.format(**words) for line in ([part] if isinstance(part, str) else part)]
        taken[slot] = index if filled else None
    return lines, taken

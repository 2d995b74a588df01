"""`atlas new`: an article to fill."""

from __future__ import annotations

from pathlib import Path

import click

from .base import Talk, command

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


@command("new", "Example:\n  atlas new 2026-05-space-with-chile.txt")
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

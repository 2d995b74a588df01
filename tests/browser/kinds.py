"""The kinds of page of the repository's own site, so that a new one is judged from its first day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Protocol

from playwright.sync_api import Page, ViewportSize

from generator.render import Page as TreePage
from generator.render import Tree
from generator.site import page_url

Visit = Callable[..., Page]


class Showcase(Protocol):
    """See conftest.py."""

    address: str
    tree: Tree


#: Pages that no template of ours makes.
BY_HAND = {"about": "about/", "method": "method/", "not found": "404.html"}
KIND = re.compile(r"^kind: (\S+)$", re.M)
WIDE: ViewportSize = {"width": 1280, "height": 800}
NARROW: ViewportSize = {"width": 390, "height": 800}


def one_of_each(tree: Tree, folder: str, choose: Callable[..., TreePage]) -> Iterator[tuple[str, str]]:
    """Each kind of page in the language of `folder`, with the address of the page that `choose` takes of them."""
    shelves: dict[str, list[TreePage]] = {}
    for page in tree.pages:
        if page.path.startswith("zh/") == bool(folder) and (found := KIND.search(page.markdown)) is not None:
            shelves.setdefault(found[1], []).append(page)
    for kind, pages in sorted(shelves.items()):
        yield kind, page_url(choose(pages, key=lambda page: (len(page.markdown), page.path)).path)
    yield from ((name, path if path.endswith(".html") else folder + path) for name, path in BY_HAND.items())

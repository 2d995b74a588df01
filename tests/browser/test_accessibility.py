"""Every kind of page serves every reader: what axe judges, what a keyboard reaches, what a narrow window holds.

The kinds are those of the repository's own site, so that a new one is judged from its first day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Literal, Protocol

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, ViewportSize, expect

from generator.render import Page as TreePage
from generator.render import Tree
from generator.site import page_url

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Visit = Callable[..., Page]


class Showcase(Protocol):
    """See conftest.py."""

    address: str
    tree: Tree


LANGUAGES = ("", "zh/")
#: Pages that no template of ours makes.
BY_HAND = {"about": "about/", "method": "method/", "not found": "404.html"}
KIND = re.compile(r"^kind: (\S+)$", re.M)
#: WCAG 2.2 in levels A and AA; frames and style sheets of others are not to be looked for.
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
    "preload": False,
    "iframes": False,
}
#: The rules whose answer depends on colours and sizes: enough where the rest was judged in another look.
LOOKS = AXE | {"runOnly": {"type": "rule", "values": ["color-contrast", "target-size", "link-in-text-block"]}}
#: Steps beyond those expected, for what appears while one goes.
FURTHER = 6
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


def judged(page: Page, where: str, options: dict[str, Any] = AXE) -> list[str]:
    """What axe finds wrong with a page, a line each."""
    found: list[dict[str, Any]] = page.evaluate("async options => (await axe.run(options)).violations", options)
    return [
        f"{where}: {rule['id']}: {node['html'][:160]}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def dress(page: Page, scheme: Literal["light", "dark"]) -> None:
    """Shows the page in a scheme."""
    page.emulate_media(color_scheme=scheme)
    name = {"light": "default", "dark": "slate"}[scheme]
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)


def sideways(page: Page, where: str, width: int) -> list[str]:
    """Whether a page is wider than a window of this width, and by which elements."""
    page.set_viewport_size({"width": width, "height": 800})
    over: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{where}: {over} pixels wider than a window of {width}"] if over else []


@pytest.mark.parametrize("folder", LANGUAGES, ids=["en", "zh"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit: Visit, showcase: Showcase, folder: str) -> None:
    """The fullest page of each kind, on a desk and on a phone, light and dark (and no error, no request elsewhere)."""
    page = visit(showcase.address, viewport=WIDE, color_scheme="light", reduced_motion="reduce")
    page.context.add_init_script(AXE_SCRIPT)
    found = []
    for kind, path in one_of_each(showcase.tree, folder, max):
        where = f"{kind} ({path})"
        page.set_viewport_size(WIDE)
        page.emulate_media(color_scheme="light")
        page.goto(showcase.address + path)
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
        page.add_style_tag(content="* { transition: none !important }")
        found += judged(page, f"{where}, light, 1280")
        dress(page, "dark")
        found += judged(page, f"{where}, dark, 1280", LOOKS)
        found += sideways(page, where, 320)
        found += sideways(page, where, 390)
        found += judged(page, f"{where}, dark, 390")
        dress(page, "light")
        found += judged(page, f"{where}, light, 390", LOOKS)
    assert not found, "\n".join(found)


#: What a reader may do something with: shown, not switched off, one radio button of a group. The button that leads to
#: the top comes and goes with scrolling.
INTERACTIVE = """() => {
  const all = document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [contenteditable], [tabindex], .md-header [for=__drawer]");
  window.expected = [...all].filter((node) =>
    node.checkVisibility({ visibilityProperty: true }) && !node.disabled
    && !node.closest("[inert], dialog:not([open]), .md-top")
    && node.getAttribute("tabindex") !== "-1" && !(node.type === "radio" && !node.checked));
  const first = !window.reached;
  window.reached ??= new Map();
  if (first) addEventListener("focusin", ({ target }) => {
    const style = getComputedStyle(target.type === "radio" ? target.nextElementSibling ?? target : target);
    const marked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    window.reached.set(target, window.reached.get(target) || (marked ? "" : "does not show the focus"));
    requestAnimationFrame(() => { // when the window has followed
      if (document.activeElement !== target) return;
      const box = target.getBoundingClientRect();
      const above = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)?.closest(".md-header");
      if (above && !above.contains(target)) window.reached.set(target, "is covered by the header");
    });
  });
  return window.expected.length;
}"""
MISSED = """async () => {
  const told = (node) => node.outerHTML.slice(0, 120);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const missed = window.expected.filter((node) => !window.reached.has(node) && node.checkVisibility());
  const faulty = [...window.reached].filter(([, fault]) => fault);
  const faults = [...missed.map((node) => [node, "is not reached"]), ...faulty];
  return faults.map(([node, fault]) => `${fault}: ${told(node)}`);
}"""


@pytest.mark.parametrize(("width", "key"), [(1280, "Tab"), (390, "Shift+Tab")])
def test_the_tab_key_reaches_everything(visit: Visit, showcase: Showcase, width: int, key: str) -> None:
    """On each kind of page: in about as many steps as there are things to reach (no trap), each of them in sight."""
    page = visit(showcase.address, viewport={"width": width, "height": 800}, reduced_motion="reduce")
    found = []
    for kind, path in one_of_each(showcase.tree, "", min):
        page.goto(showcase.address + path)
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
        steps = 0
        while (wanted := page.evaluate(INTERACTIVE) + FURTHER) > steps:  # a page may get more while one goes
            for _ in range(wanted - steps):
                page.keyboard.press(key)
            steps = wanted
        found += [f"{kind} ({path}) {fault}" for fault in page.evaluate(MISSED)]
    assert not found, "\n".join(found)


def test_the_first_step_skips_the_menu(visit: Visit, showcase: Showcase) -> None:
    """The first Tab offers the way to the content, and the next step after it is in the content."""
    page = visit(showcase.address + "countries/")
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-content') !== null")


def test_the_menu_of_a_narrow_window_opens_by_keyboard(visit: Visit, showcase: Showcase) -> None:
    """Its button says whether it is open; the focus goes into it, Escape closes it and gives the focus back."""
    page = visit(showcase.address, viewport=NARROW, reduced_motion="reduce")
    button = page.locator(".md-header").get_by_role("button", name="Navigation")
    menu = page.locator(".md-sidebar--primary")
    expect(menu).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(menu.locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_hidden()


def test_what_scrolls_sideways_scrolls_by_keyboard(visit: Visit, showcase: Showcase) -> None:
    """A table too wide for its box can be focused, has a name, and follows the arrow keys."""
    page = visit(showcase.address + "data/", viewport=NARROW)
    boxes = page.locator(".md-content .md-typeset__scrollwrap[tabindex='0']")
    expect(boxes.first).to_have_attribute("aria-label", re.compile(r"\w"))
    boxes.first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")

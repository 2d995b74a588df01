"""A keyboard reaches everything on every kind of page, in sight and without a trap."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from generator.site import page_url
from tests.browser.kinds import NARROW, Showcase, Visit, one_of_each

pytestmark = [pytest.mark.browser, pytest.mark.slow]
#: Steps beyond those expected, for what appears while one goes.
FURTHER = 6
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


def test_a_table_of_one_row_is_a_card_in_a_narrow_window(visit: Visit, showcase: Showcase) -> None:
    """It stays a table for who hears it, and its columns are named beside its cells."""
    one_row = re.compile(r"## Decisions of editors\n\n(?:\|.*\n){3}(?!\|)")
    path = next(page_url(one.path) for one in showcase.tree.pages if one_row.search(one.markdown))
    page = visit(showcase.address + path, viewport=NARROW)
    table = page.locator(
        "h2:has-text('Decisions of editors') ~ * table, h2:has-text('Decisions of editors') ~ table"
    ).first
    expect(table.get_by_role("columnheader", name="Decided by")).to_have_count(1)
    cell = table.locator("td", has_text="The editors")
    expect(cell).to_have_css("display", "flow-root")
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content").startswith('"Decided by"')

"""Every kind of page serves every reader: what axe judges, and what a narrow window holds."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from tests.browser.kinds import NARROW, WIDE, Showcase, Visit, one_of_each

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Scheme = Literal["light", "dark"]
#: How a page is seen, by the language of the site; the styles are the same in all of them.
LOOKS: dict[str, tuple[Scheme, Scheme]] = {"": ("light", "dark"), "zh/": ("dark", "light")}  # wide, narrow
#: WCAG 2.2 in levels A and AA; frames and style sheets of others are not to be looked for.
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
    "preload": False,
    "iframes": False,
}
#: Colours change at once: what is judged is what stands there in the end.
STILL = "* { transition: none !important }"
#: Contrast takes most of axe's time. Of elements that look alike (the same classes, colours and type, in ancestors that
#: look alike; the same kind of text) three are judged for it: the first, the last and the one with the longest text.
ALIKE = """() => {
  const looks = new Map();
  const look = (node) => {
    if (!node) return "";
    if (!looks.has(node)) {
      const style = getComputedStyle(node);
      const seen = ["color", "backgroundColor", "backgroundImage", "opacity", "fontSize", "fontWeight", "textShadow",
        "display", "visibility", "position", "filter"].map((name) => style[name]);
      looks.set(node, `${look(node.parentElement)} ${node.tagName}.${node.className} ${seen}`);
    }
    return looks.get(node);
  };
  const groups = new Map();
  for (const node of document.body.querySelectorAll("*")) {
    node.removeAttribute("data-judged");
    const text = [...node.childNodes].filter((one) => one.nodeType === 3).map((one) => one.data.trim()).join("");
    const kind = /\\p{L}/u.test(text) ? Math.min(text.length, 2) : text && "signs";
    const key = `${look(node)} ${kind} ${node.checkVisibility()} ${"disabled" in node && node.disabled}`;
    groups.set(key, [...(groups.get(key) ?? []), [node, text.length]]);
  }
  for (const alike of groups.values()) {
    const longest = alike.reduce((best, one) => (one[1] > best[1] ? one : best));
    for (const [node] of [alike[0], alike.at(-1), longest]) node.setAttribute("data-judged", "");
  }
  axe.configure({ rules: [{ id: "color-contrast", selector: "[data-judged]" }] });
}"""


def judged(page: Page, where: str) -> list[str]:
    """What axe finds wrong with a page, a line each."""
    page.evaluate(ALIKE)
    found: list[dict[str, Any]] = page.evaluate("async options => (await axe.run(options)).violations", AXE)
    return [
        f"{where}: {rule['id']}: {node['html'][:160]}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def dress(page: Page, scheme: Scheme) -> None:
    """Shows the page in a scheme."""
    page.emulate_media(color_scheme=scheme)
    name = {"light": "default", "dark": "slate"}[scheme]
    page.wait_for_function("name => document.body.dataset.mdColorScheme === name", arg=name)


def sideways(page: Page, where: str, width: int) -> list[str]:
    """Whether a page is wider than a window of this width, and by which elements."""
    page.set_viewport_size({"width": width, "height": 800})
    over: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{where}: {over} pixels wider than a window of {width}"] if over else []


@pytest.mark.parametrize("folder", LOOKS, ids=["en", "zh"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(visit: Visit, showcase: Showcase, folder: str) -> None:
    """The fullest page of each kind, on a desk and on a phone, light and dark (and no error, no request elsewhere)."""
    on_a_desk, on_a_phone = LOOKS[folder]
    page = visit(showcase.address, fresh=True, viewport=WIDE, reduced_motion="reduce")
    page.add_init_script(AXE_SCRIPT)
    found = []
    for kind, path in one_of_each(showcase.tree, folder, max):
        where = f"{kind} ({path})"
        page.set_viewport_size(WIDE)
        page.goto(showcase.address + path)
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
        page.add_style_tag(content=STILL)
        dress(page, on_a_desk)
        found += judged(page, f"{where}, {on_a_desk}, 1280")
        found += sideways(page, where, 320)
        dress(page, on_a_phone)
        found += sideways(page, where, NARROW["width"])
        found += judged(page, f"{where}, {on_a_phone}, 390")
    assert not found, "\n".join(found)


def test_one_faint_text_among_many_is_found(visit: Visit, showcase: Showcase) -> None:
    """Judging three of those that look alike overlooks none that looks different, or that stands on something else."""
    page = visit(showcase.address, fresh=True, viewport=WIDE)
    page.add_init_script(AXE_SCRIPT)
    page.goto(showcase.address + "articles/")
    page.add_style_tag(content=STILL)
    titles = page.locator(".md-content tbody :is(td, th):nth-child(2) a")
    middle = titles.count() // 2
    titles.nth(middle).evaluate("link => { link.id = 'faint'; link.style.color = '#bbb'; }")
    titles.nth(middle + 1).evaluate("link => { link.id = 'covered'; link.parentElement.style.background = '#777'; }")
    found = judged(page, "articles/")
    assert [[name in fault for fault in found] for name in ('id="faint"', 'id="covered"')] == [
        [True, False],
        [False, True],
    ]

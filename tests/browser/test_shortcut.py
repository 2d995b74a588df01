"""A key of one letter may be switched off by who did not mean it (WCAG 2.2, 2.1.4)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_the_key_that_opens_the_search_can_be_switched_off(visit: Callable[..., Page], home: str) -> None:
    """The browser remembers it; Control and K go on to open the search, where it is switched on again."""
    page = visit(home + "countries/")
    opener, dialog = page.locator("#atlas-search-open"), page.locator("#atlas-search")
    page.keyboard.press("/")
    expect(dialog).to_be_visible()
    page.get_by_label("opens the search").uncheck()
    page.keyboard.press("Escape")
    page.goto(home + "countries/")
    expect(opener).to_have_attribute("aria-keyshortcuts", "Control+K")
    expect(opener.locator("kbd")).to_be_hidden()
    page.keyboard.press("/")
    expect(dialog).to_be_hidden()
    page.keyboard.press("Control+k")
    page.get_by_label("opens the search").check()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(dialog).to_be_visible()

"""Who knows what they look for finds it among the first three results, in either language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from playwright.sync_api import Page, expect

from .conftest import ROOT, built, serving

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
KNOWN = yaml.safe_load((Path(__file__).parent / "known_items.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site of the sample content."""
    folder = tmp_path_factory.mktemp("sample")
    yield from serving(built(folder, ROOT / "content" / "articles", folder / "site"))


@pytest.mark.parametrize(("language", "folder"), [("en", ""), ("zh", "zh/")])
def test_known_items_are_among_the_first_three(visit: Visit, sample_home: str, language: str, folder: str) -> None:
    """Titles and parts of them, people, programmes, countries with themes, traditional and simplified characters."""
    page = visit(f"{sample_home}{folder}search/")
    status = page.locator("#atlas-find-status")
    expect(status).not_to_be_empty()
    missed = {}
    for item in KNOWN[language]:
        page.goto("about:blank")
        page.goto(f"{sample_home}{folder}search/?q={item['query']}")
        expect(status).to_have_text(re.compile(r"."))
        found = page.locator(".atlas-result").evaluate_all("links => links.slice(0, 3).map(link => link.pathname)")
        paths = [unquote(path).lstrip("/") for path in found]
        if not any(path.startswith(item["page"]) for path in paths):
            missed[item["query"]] = paths
    assert missed == {}
    assert len(KNOWN[language]) >= 60

"""Who knows what they look for finds it among the first three results, in either language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from playwright.sync_api import Page

from .conftest import ROOT, built, serving

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
KNOWN = yaml.safe_load((Path(__file__).parent / "known_items.yml").read_text(encoding="utf-8"))
#: The address holds the query from the moment on that the search begins, and the list is busy until it is answered.
ANSWERED = """query => new URL(location).searchParams.get("q") === query
  && !document.querySelector("#atlas-find-results[aria-busy]")
  && document.getElementById("atlas-find-status").textContent"""


@pytest.fixture(scope="module")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site of the sample content."""
    folder = tmp_path_factory.mktemp("sample")
    yield from serving(built(folder, ROOT / "content" / "articles", folder / "site"))


def first_three(page: Page, query: str) -> list[str]:
    """The paths of the first results, as soon as the query is answered."""
    page.wait_for_function(ANSWERED, arg=query)
    found = page.locator(".atlas-result").evaluate_all("links => links.slice(0, 3).map(link => link.pathname)")
    return [unquote(path).lstrip("/") for path in found]


@pytest.mark.parametrize(("language", "folder"), [("en", ""), ("zh", "zh/")])
def test_known_items_are_among_the_first_three(visit: Visit, sample_home: str, language: str, folder: str) -> None:
    """Titles and parts of them, people, programmes, countries with themes, traditional and simplified characters."""
    page = visit(f"{sample_home}{folder}search/")
    missed, paths = {}, []
    for item in KNOWN[language]:
        page.locator("#atlas-find-input").fill(item["query"])
        paths = first_three(page, item["query"])
        if not any(path.startswith(item["page"]) for path in paths):
            missed[item["query"]] = paths
    assert missed == {}
    page.reload()
    assert first_three(page, item["query"]) == paths  # the same from the address as typed
    assert len(KNOWN[language]) >= 60

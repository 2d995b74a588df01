"""The search index holds what may be found, and nothing that could do harm."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from generator.publish.search import as_html, index_records
from generator.publish.stable import stable_index
from generator.publish.tokens import index_form
from generator.render.tree import SearchEntry

ENTRY = SearchEntry(
    title="构建新格局 with <b>friends</b>",
    text='A text about "laboratories" & <script>alert(1)</script>.',
    kind="article",
    names=("Serbia", "塞尔维亚"),
    facets={"country": ("Serbia", "Bosnia and Herzegovina"), "year": ("2024",), "theme": ("Space",)},
    note="21 May 2024 · The Invented Courier",
)


def entries(count: int) -> list[tuple[str, SearchEntry]]:
    """Entries with many facets, in which an unstable order would show."""
    return [
        (
            f"articles/a-{number}/",
            SearchEntry(f"Title {number}", f"text {number} 合作", "article", (), {"country": (f"C{number % 9}", "X")}),
        )
        for number in range(count)
    ]


def fragments(index: dict[str, bytes]) -> list[dict[str, object]]:
    """What the index stores of each page."""
    packed = [data for path, data in sorted(index.items()) if path.endswith(".pf_fragment")]
    return [json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd")) for data in packed]


def test_only_what_the_page_loads_is_kept() -> None:
    """Pagefind's own user interface, its worker and its other engines are left out."""
    paths = set(index_records(entries(3)))
    assert {path for path in paths if "/" not in path and not path.endswith(".pf_meta")} == {
        "folding.json",
        "pagefind.js",
        "pagefind-entry.json",
        "wasm.en.pagefind",
    }
    assert {path.split("/")[0] for path in paths if "/" in path} == {"filter", "fragment", "index"}


def test_the_same_entries_give_the_same_bytes() -> None:
    """Two indexes of the same entries do not differ in any file or name."""
    assert index_records(entries(40)) == index_records(entries(40))


def test_facets_and_text_of_an_entry() -> None:
    """Facets become filters, the kind too; the text stands in the fragment as text."""
    (fragment,) = fragments(index_records([("articles/x/", ENTRY)]))
    assert fragment["filters"] == {
        "country": ["Serbia", "Bosnia and Herzegovina"],
        "kind": ["article"],
        "theme": ["Space"],
        "year": ["2024"],
    }
    assert fragment["content"] == 'A text about "laboratories" & <script>alert(1)</script>.'
    assert fragment["url"] == "/articles/x/"


def test_traditional_characters_are_compared_as_simplified_and_shown_as_printed() -> None:
    """What a reader sees is the print; which of two printed pages holds it makes no difference to the index."""
    printed = SearchEntry("臺灣與德國：風力發電", "關於風電的合作。", "article", ("風電",))
    same = SearchEntry("台湾与德国：风力发电", "关于风电的合作。", "article", ("风电",))
    one, other = index_records([("a/", printed)]), index_records([("a/", same)])
    assert [data for path, data in one.items() if path.endswith(".pf_index")] == [
        data for path, data in other.items() if path.endswith(".pf_index")
    ]
    (shown,) = fragments(one)
    assert shown["content"] == index_form(printed.text)
    assert shown["meta"]["title"] == index_form(printed.title)  # type: ignore[index]
    table = json.loads(one["folding.json"])
    assert dict(zip(table["from"], table["to"], strict=True))["關"] == "关"


@pytest.mark.parametrize(
    ("url", "found"),
    [("./", "/"), ("", "/"), ("articles/%E6%96%B0/", "/articles/新/"), ("a/b.html", "/a/b.html"), ("v1.2/", "/v1.2/")],
)
def test_addresses(url: str, found: str) -> None:
    """An entry leads to its page, whatever the shape of the address."""
    (fragment,) = fragments(index_records([(url, ENTRY)]))
    assert fragment["url"] == found


def test_without_entries_there_is_an_index() -> None:
    """A site without pages to find still has an engine that can say so."""
    assert "pagefind.js" in index_records([])


@settings(max_examples=60)
@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=20))
def test_no_text_becomes_markup(title: str, text: str, facet: str) -> None:
    """Whatever a title, a text or a facet holds, the document has the elements we wrote and no others."""
    entry = SearchEntry(
        title=f"<img src=x>{title}", text=f"</p><script>{text}", kind="article", facets={"theme": (facet,)}
    )
    tree = html.document_fromstring(as_html(entry).encode("utf-8"))
    assert {element.tag for element in tree.iter()} == {"html", "head", "meta", "body", "p"}


def test_an_unknown_shape_is_refused() -> None:
    """An index that a newer Pagefind writes differently is an error, not a damaged search."""
    files = {
        "pagefind-entry.json": json.dumps({"languages": {"en": {"hash": "en_1"}}}).encode(),
        "pagefind.en_1.pf_meta": gzip.compress(b"something else"),
    }
    with pytest.raises(ValueError, match="no file of Pagefind"):
        stable_index(files)

"""The search index holds what may be found, and nothing that could do harm."""

from __future__ import annotations

import gzip
import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from generator.publish.packed import array, encoded, packed, unpacked
from generator.publish.parts import MARK, small_parts
from generator.publish.search import as_html, index_records
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
        "pagefind.js",
        "pagefind-entry.json",
        "query.json",
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
    table = json.loads(one["query.json"])
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
    with pytest.raises(ValueError, match="no file of Pagefind"):
        unpacked(gzip.compress(b"something else"))
    with pytest.raises(ValueError, match="shape we do not know"):
        unpacked(packed(b"\x9f"))


@pytest.mark.parametrize("count", [0, 1, 23, 24, 255, 256, 70_000])
def test_an_array_of_encoded_items(count: int) -> None:
    """It reads as one that was encoded in one go."""
    assert array([encoded(7)] * count) == encoded([7] * count)


def whole_index(words: list[tuple[str, int, int]]) -> tuple[dict[str, bytes], list[object]]:
    """An index in one part: words with the number of their pages, and of their places on each."""
    entries = [[word, [[1, [-25, *range(places)], []]] * pages, []] for word, pages, places in sorted(words)]
    chunk = [entries[0][0], entries[-1][0], "en_0000000"]
    return {"index/en_0000000.pf_index": packed(encoded([entries]))}, ["1", [], [chunk], [], [], []]


WORDS = st.dictionaries(
    st.text("abcdeé新格局\ud7ff\ue000\ue001", min_size=1, max_size=4), st.integers(1, 900), min_size=1, max_size=80
)


@settings(max_examples=40, deadline=None)
@given(WORDS, st.text("abcdeéf新格局\ue000 ", max_size=5))
def test_every_word_lies_in_a_part(words: dict[str, int], typed: str) -> None:
    """Parts are small and leave no gap: whatever is typed lies in exactly one, a word in the one that holds it."""
    files, metadata, _ = small_parts(*whole_index([(word, pages, 3) for word, pages in words.items()]))
    chunks: list[list[str]] = metadata[2]
    held = {name: [word for word, _, _ in unpacked(files[f"index/{name}.pf_index"])[0]] for _, _, name in chunks}
    for word in [typed, *words]:
        (part,) = [name for start, end, name in chunks if start <= word <= end]
        assert word in held[part] or word not in words
    assert all(len(encoded(unpacked(data))) <= 16_100 or len(unpacked(data)[0]) == 1 for data in files.values())


def test_words_that_begin_alike_stay_together() -> None:
    """A part ends where the next word begins otherwise, so that a beginning finds the words it is the beginning of."""
    words = [(f"{start}{index:03}", 2, 200) for start in ("alpha", "beta", "gamma") for index in range(12)]
    files, metadata, _ = small_parts(*whole_index(words))
    parts = [[word[:2] for word, _, _ in unpacked(files[f"index/{name}.pf_index"])[0]] for _, _, name in metadata[2]]
    assert len(parts) > 1
    assert all(left[-1] != right[0] for left, right in pairwise(parts))


def test_a_frequent_word_has_a_second_form() -> None:
    """With the same pages, but few places on each; a rare one has none."""
    files, _, frequent = small_parts(*whole_index([("often", 400, 50), ("rare", 3, 50)]))
    held = {word: pages for data in files.values() for word, pages, _ in unpacked(data)[0]}
    assert frequent == ["often"]
    assert set(held) == {"often", f"often{MARK}", "rare"}
    assert {len(held["often"]), len(held[f"often{MARK}"])} == {400}
    assert held["often"][0] == [1, [-25, *range(50)], []]
    assert held[f"often{MARK}"][0] == [1, [-25, 0, 1], []]

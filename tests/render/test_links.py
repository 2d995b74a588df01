"""Links lead where they should: between pages of the tree, and out only to the web."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.plaintext import clean
from generator.render.links import Target, external, link

from .hostile import STRINGS
from .markdowns import trees


@pytest.mark.parametrize(
    ("here", "path", "written"),
    [
        ("index.md", "countries/fr.md", "countries/fr.md"),
        ("countries/fr.md", "countries/fr/space.md", "fr/space.md"),
        ("countries/fr/space.md", "countries/fr.md", "../fr.md"),
        ("articles/a.md", "articles/2022-天文台-1.md", "2022-%E5%A4%A9%E6%96%87%E5%8F%B0-1.md"),
        ("articles/a.md", "articles/a (b)_c.md", "a%20%28b%29_c.md"),
    ],
)
def test_a_link_between_pages_is_relative_and_encoded(here: str, path: str, written: str) -> None:
    assert link(here, Target(path, "Title")) == f"[Title]({written})"


def test_a_link_without_a_title_can_still_be_seen() -> None:
    assert link("index.md", Target("a.md", "\u202e ")) == "[…](a.md)"


@settings(max_examples=100, deadline=None)
@given(STRINGS, st.text(alphabet="ab天文-_.()[]<>\"'`*|\\ &#?", min_size=1, max_size=12))
def test_any_link_is_one_link_to_its_page(title: str, name: str) -> None:
    path = f"articles/x{name}.md"
    for tree in trees(f"| {link('index.md', Target(path, title))} |\n| --- |\n"):
        (anchor,) = tree.iter("a")
        assert unquote(anchor.get("href")) == path
        assert clean("".join(anchor.itertext())) == (clean(title) or "…")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,<script>",
        "//evil.example",
        "https://",
        "http:///path",
        "https://bank.example@evil.example/",
        "https://host:notaport/",
        "https://[::1",
        "ftp://files.example/a",
        "/articles/",
        "java\nscript:alert(1)",
        "",
    ],
)
def test_what_is_no_plain_web_address_is_shown_as_text(url: str) -> None:
    for tree in trees(f"x {external(url)}\n"):
        assert not list(tree.iter("a"))
        assert clean("".join(tree.itertext())) == clean(f"x {url}")


def test_a_web_address_is_a_link_with_its_query() -> None:
    for tree in trees(external("https://a.example/b?c=1&d=_2_#e|f", "A | B") + "\n"):
        (anchor,) = tree.iter("a")
        assert anchor.get("href") == "https://a.example/b?c=1&d=_2_#e%7Cf"
        assert anchor.text == "A | B"


@settings(max_examples=100, deadline=None)
@given(STRINGS)
def test_nothing_in_a_web_address_leaves_the_link(tail: str) -> None:
    for tree in trees(f"{external('https://a.example/' + tail, 'text')}\n"):
        assert [element.tag for element in tree.iter()] in (["div", "p", "a"], ["div", "p"])
        for anchor in tree.iter("a"):
            assert anchor.get("href").startswith("https://a.example/")
            assert set(anchor.attrib) == {"href"}

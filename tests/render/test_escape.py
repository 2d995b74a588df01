"""Whatever a template prints is text: in every place, for every parser, whatever the text is."""

from __future__ import annotations

import html as stdlib_html

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, UndefinedError
from lxml import html
from mkdocs.utils.meta import get_data

from generator.plaintext import clean
from generator.render.escape import Markdown, finalize, html_text, inert
from generator.render.press import front_matter

from .hostile import STRINGS, TITLES
from .markdowns import trees

#: A value in every place where our templates print values.
PLACES = """# {0}

{0}

- {0}

    {0}

- **{0}:** [{0}](a.md)

    “{0}” ({0})

> {0}

| {0} | [{0}](a.md) |
| --- | --- |
| {0} | [{0}](a.md), {0} |

<p class="atlas-note" title="{0}">{0}</p>

{0}
"""
SHAPE = [[element.tag for element in tree.iter()] for tree in trees(PLACES.format("word"))]


def texts(tree: html.HtmlElement) -> set[str]:
    """The texts of headings, paragraphs, cells and links."""
    return {clean("".join(element.itertext())) for element in tree.iter("h1", "h2", "p", "a", "th", "td")}


@settings(max_examples=150, deadline=None)
@given(STRINGS)
@example("2024. A year")
@example("iv. Fourth")
@example("0?1")
def test_any_text_stays_text_in_every_place(text: str) -> None:
    plain = clean(text)
    if not plain:
        return
    for tree, shape, word in zip(trees(PLACES.format(inert(text))), SHAPE, trees(PLACES.format("word")), strict=True):
        assert [element.tag for element in tree.iter()] == shape
        assert texts(tree) == {clean(known.replace("word", plain)) for known in texts(word)}
        for element in tree.iter():
            allowed = {"href": "a.md", "class": "atlas-note", "title": plain}
            assert all(allowed.get(key) == value for key, value in element.attrib.items() if key != "id")


@pytest.mark.parametrize("text", TITLES)
def test_a_hostile_title_stays_text_in_every_place(text: str) -> None:
    test_any_text_stays_text_in_every_place.hypothesis.inner_test(text)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "China's state-run agency said, in 2024, that 3.5 per cent (of it) was new; why not?",
        "中国和法国将共建一座实验室，双方于5月签署协议。",
        "The U.S.: a summary — “quoted”… done",
    ],
)
def test_ordinary_prose_stays_readable(text: str) -> None:
    assert inert(text) == text


def test_control_and_direction_characters_are_removed_and_white_space_is_one_space() -> None:
    assert clean(" a\u202eb\x00c\n\n\td\u3000e\u2028f\ud800 ") == "abc d e f"


@given(st.text())
def test_inert_text_reads_back_as_the_text(text: str) -> None:
    assert stdlib_html.unescape(inert(text)) == clean(text)


@pytest.fixture
def jinja() -> Environment:
    return Environment(finalize=finalize, undefined=StrictUndefined, autoescape=False)


@pytest.mark.parametrize(
    "template",
    [
        "{{ a }}",
        "{{ a|safe }}",
        "{{ a ~ md }}",
        "{{ md ~ a }}",
        "{{ md + a }}",
        "{{ [md, a]|join }}",
        "{{ [md, a]|join(md) }}",
        "{{ md|replace('x', a) }}",
        "{{ '%s'|format(a) }}",
        "{% set b %}{{ a }}{% endset %}{{ b }}",
        "{% macro m() %}{{ a }}{% endmacro %}{{ m() }}",
        "{{ a|upper }}",
        "{{ a if true else '' }}",
        "{{ '<b>' }}",
    ],
)
def test_no_way_of_printing_in_a_template_escapes_too_little(jinja: Environment, template: str) -> None:
    printed = jinja.from_string(template).render(a="<b>|", md=Markdown("x"))
    assert "<" not in printed
    assert "|" not in printed


def test_what_a_template_itself_writes_is_left_alone_and_none_prints_nothing(jinja: Environment) -> None:
    assert jinja.from_string("<b>{{ md }}</b>{{ none }}").render(md=Markdown("[x](y)"), none=None) == "<b>[x](y)</b>"


def test_an_unknown_name_in_a_template_is_an_error(jinja: Environment) -> None:
    with pytest.raises(UndefinedError):
        jinja.from_string("{{ nothing }}").render()


@given(STRINGS)
def test_front_matter_holds_any_title_as_escaped_html(text: str) -> None:
    """MkDocs prints titles and descriptions into HTML as they are."""
    dumped = front_matter(text, text, "article", searchable=True)
    rest, data = get_data(dumped)
    assert not rest.strip()
    assert stdlib_html.unescape(data["title"]) == clean(text)
    assert not set('<>"') & set(data["title"] + data["description"])
    assert data["description"] == html_text(text)

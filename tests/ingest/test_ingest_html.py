"""Pages with several articles, teasers, old layouts, and pages that are made to harm."""

from __future__ import annotations

import pytest

from generator.ingest.html import html_page

PROSE = "The two institutes will share a research vessel for five years, the director of number {} told reporters. "
TWICE = (PROSE + "Nobody on the quay of number {} had expected it so soon, and the crew was glad of the news.").replace


def _story(number: int) -> str:
    text = TWICE("{}", str(number))
    return f"<h2>Story {number}</h2><p>{text}</p><p>{text} It ended well.</p>"


def _texts(page: str) -> list[str]:
    return [line.text for line in html_page(page)[0]]


@pytest.mark.parametrize("wrap", ["<article>{}</article>", "<div class=post>{}</div>", "{}"])
def test_a_page_with_several_articles_keeps_them_all(wrap: str) -> None:
    """Neither text nor heading of any article is lost, and menu and footer are."""
    stories = "".join(wrap.format(_story(number)) for number in range(1, 6))
    page = f"<html><body><nav><a href=a>Menu</a></nav>{stories}<footer><p>Rights</p></footer></body></html>"
    lines, _ = html_page(page)
    assert [line.text for line in lines if line.level] == [f"Story {number}" for number in range(1, 6)]
    assert len(lines) == 15


def test_the_title_of_a_page_with_several_articles_belongs_to_none() -> None:
    """Title and author of the page are left out; its outlet and date stay."""
    stated = (("og:title", "Digest"), ("author", "Ada Quill"), ("og:site_name", "P"))
    head = "".join(f'<meta property="{name}" content="{content}">' for name, content in stated)
    stories = "".join(f"<article>{_story(number)}</article>" for number in range(3))
    _, metadata = html_page(f"<html><head>{head}</head><body>{stories}</body></html>")
    assert (metadata.title, metadata.byline, metadata.source) == (None, None, "P")


def test_teasers_and_comments_are_no_articles() -> None:
    """Short `<article>` cards and readers' comments do not stand beside the article."""
    text = TWICE("{}", "1")
    body = "".join(f"<p>{text} Part {part} ends.</p>" for part in range(12))
    teasers = f"<article><h3>Other</h3><p>{PROSE.format(7)}</p></article>" * 2
    comments = f'<div id="comments"><article class="comment-body"><p>{text * 4}</p></article></div>'
    texts = _texts(f"<html><body><article><h1>Title</h1>{body}</article>{teasers}{comments}</body></html>")
    assert len(texts) == 13
    assert texts[0] == "Title"


def test_a_page_laid_out_with_tables() -> None:
    """Columns of an old page are not taken for rows of data, and its lines end where they are broken."""
    text = TWICE("{}", "1")
    page = f"<table><tr><td><a href=a>Home</a></td><td><h3>A ship</h3>{text}<br><br>{text}</td></tr></table>"
    assert _texts(page) == ["A ship", text, text]


@pytest.mark.parametrize("name", ["script", "style", "template", "noscript", "svg", "iframe", "textarea"])
def test_hidden_parts_never_become_text(name: str) -> None:
    """Code, and what a reader cannot see, is no text."""
    texts = _texts(f"<html><body><p>The ship sails.</p><{name}>evil()</{name}><p>It is back.</p></body></html>")
    assert texts == ["The ship sails.", "It is back."]


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<",
        "<div>" * 5000 + "x",
        "<b>" * 5000 + "x",
        "<table><tr><td>" * 2000 + "x",
        "<p " * 20000,
        "<p>a\x00b&#0;&#x110000;&bogus;</p>",
        "<?xml version='1.0' encoding='utf-7'?><html><p>x</p></html>",
        '<script type="application/ld+json">' + "[" * 50000 + "</script><p>x</p>",
        '<html lang="../../etc"><link rel=canonical href="javascript:x"><meta property="og:title"><p>x</p></html>',
    ],
)
def test_hostile_pages_do_no_harm(page: str) -> None:
    """No page raises, and no address or language of its making comes through."""
    _, metadata = html_page(page)
    assert (metadata.title, metadata.url, metadata.language) == (None, None, None)

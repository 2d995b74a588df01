"""Tables and links are told apart without what is around them."""

from __future__ import annotations

import markdown

from generator.publish.named import named

PAGES = {
    "countries/fr/space/": ("France: Space", "2 articles"),
    "countries/rs/space/": ("Serbia: Space", "1 article"),
    "articles/one/": ("One title", "21 May 2024, The Far Courier"),
    "articles/two/": ("One title", "3 June 2024, Morning Wire"),
}


def html(text: str) -> str:
    """The page as MkDocs makes it of our Markdown, with its links as addresses."""
    return named(markdown.markdown(text, extensions=["tables", "toc"]), "countries/", PAGES)


def test_a_table_goes_by_the_heading_above_it() -> None:
    made = html("# Top\n\n## By year\n\n| Year | Articles |\n| --- | ---: |\n| 2024 | 2 |\n")
    assert '<table aria-labelledby="by-year">' in made


def test_the_first_cell_names_its_row() -> None:
    made = html("# T\n\n| Country | Articles |\n| --- | ---: |\n| France | 2 |\n| Serbia | 1 |\n")
    assert '<th scope="row">France</th>' in made
    assert '<th scope="row">Serbia</th>' in made
    assert made.count("<td") == 2


def test_a_date_names_no_row() -> None:
    """The cell after it does: the title of an article."""
    row = '| <time datetime="2024">2024</time> | A title | 3 |'
    made = html(f"# T\n\n| Date | Article | n |\n| --- | --- | --- |\n{row}\n")
    assert '<td><time datetime="2024">2024</time></td>\n<th scope="row">A title</th>' in made


def test_a_wordy_table_can_be_cards_and_names_its_columns() -> None:
    """Numbers are not words; a name cannot end the style or the attribute it stands in."""
    wordy = '| A | B\'s | C "d"; | n |\n| --- | --- | --- | ---: |\n| 1 | 2 | 3 | 4 |\n'
    made = html(f"# T\n\n{wordy}")
    assert "data-cards style=\"--c1:'A';--c2:'B\\27 s';--c3:'C \\22 d\\22 \\3b ';--c4:'n'\"" in made
    assert "data-cards" not in html("# T\n\n| A | x | y | z |\n| --- | ---: | ---: | ---: |\n| a | 1 | – | – |\n")


def test_links_with_the_same_words_say_where_they_lead() -> None:
    """By the page's title; where that is what they say already, by its note."""
    made = html("[2](fr/space/) [2](rs/space/) [One title](../articles/one/#f1) [One title](../articles/two/)")
    assert '<a href="fr/space/" aria-label="2, France: Space">2</a>' in made
    assert '<a href="rs/space/" aria-label="2, Serbia: Space">2</a>' in made
    assert 'href="../articles/one/#f1" aria-label="One title, 21 May 2024, The Far Courier"' in made


def test_a_link_that_is_alone_with_its_words_needs_no_more() -> None:
    assert "aria-label" not in html("[France](fr/space/) [France](fr/space/#list) [2](rs/space/) [else](nowhere/)")

"""Whatever the text, segment keeps its promises: it never raises, loses no article and invents no word."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Document, Line, Metadata, Provenance
from generator.problems import Severity
from generator.segment import segment
from generator.taxonomy import SourceNames

PIECES = [
    "Kenya and Japan open a seismic laboratory",
    "KENYA AND JAPAN OPEN",
    "Two ministers signed the agreement in Nairobi on Monday. It runs for six years.",
    "The laboratory will be shared by the two coun-",
    "tries for a period of ten years.",
    "By Astrid Holm",
    "Source: Fjord News | 2024-02-11 08:10 | Author: Astrid Holm",
    "Fjord News· 2024-02-11 08:10",
    "NAIROBI, Feb 11 (Fjord News): The laboratory was opened on Sunday.",
    "Photo: The laboratory. Credit: A. Holm",
    "Related stories",
    "###",
    "About the Institute of Soil",
    "Vol. 12, No. 7  Tuesday, March 5, 2019",
    "Home > Science",
    "0",
    "（完）",
    "中国和肯尼亚共建地震实验室",
    "来源：峡湾新闻网　作者：白露　2024-02-11",
    "峡湾社内罗毕2月11日电（记者 白露）实验室11日启用。",
    "责任编辑：秦川",
    "相关阅读",
    "Core Viewpoint - It matters [1]. Group 1: Labs - One opened [1] - Two will [2]",
    "■",
    "------",
    "Q: Who pays?",
]
LINES = st.builds(
    Line,
    text=st.one_of(
        st.sampled_from(PIECES), st.text(min_size=1, max_size=80).map(lambda text: " ".join(text.split()) or "x")
    ),
    number=st.integers(0, 50),
    level=st.sampled_from([0, 0, 0, 0, 1, 2, 3]),
    gap=st.booleans(),
    strong=st.booleans(),
)
TEXT = "The two academies of science signed an agreement on joint research in Nairobi."


def _document(lines: list[Line], metadata: Metadata | None = None, name: str = "a/b.txt") -> Document:
    return Document(name, tuple(lines), "text", "utf-8", "0" * 64, metadata or Metadata())


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=14))
def test_any_lines_give_articles_with_a_body_or_one_problem(lines: list[Line]) -> None:
    articles, problems = segment(_document(lines), SourceNames({}), "b.txt")
    assert bool(articles) != any(problem.code == "no-article" for problem in problems)
    assert [article.item for article in articles] == list(range(1, len(articles) + 1))
    assert len({article.id for article in articles}) == len(articles)
    assert all(article.body.strip() for article in articles)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=14))
def test_every_word_of_a_body_stands_in_the_document_in_the_same_order(lines: list[Line]) -> None:
    articles, _ = segment(_document(lines), SourceNames({}), "b.txt")
    everything = re.sub(r"[\W_]+", "", "".join(line.text for line in lines))
    for article in articles:
        for paragraph in article.body.split("\n\n"):
            letters = iter(everything)
            assert all(letter in letters for letter in re.sub(r"[\W_]+", "", paragraph))


def test_a_document_without_text_is_an_error_that_says_what_was_looked_for() -> None:
    articles, problems = segment(_document([Line("Home > News"), Line("Related stories")]), SourceNames({}), "b.txt")
    assert articles == []
    assert [(problem.code, problem.severity, problem.file) for problem in problems] == [
        ("no-article", Severity.ERROR, "b.txt")
    ]


def test_front_matter_wins_over_what_is_read_in_a_document_of_one_article() -> None:
    lines = [Line("A title", 1), Line("By Astrid Holm", 2), Line(TEXT, 3, gap=True)]
    metadata = Metadata(
        title="Another", date="2020-01-02", source="X", byline="Y", url="https://x.example/", language="en"
    )
    (article,), problems = segment(_document(lines, metadata), SourceNames({"x": "x-id"}), "b.txt")
    assert (article.title, article.date, article.source, article.byline) == ("Another", "2020-01-02", "X", "Y")
    assert (article.source_id, article.url, article.language, problems) == ("x-id", "https://x.example/", "en", [])


def test_front_matter_only_fills_up_what_several_articles_do_not_say() -> None:
    lines = [
        Line("First title of two", 1, gap=True), Line("Fjord News· 2024-02-11", 2), Line(TEXT, 3),
        Line("Second title of two", 4, gap=True), Line("Delta Post· 2024-02-12", 5), Line(TEXT, 6),
    ]  # fmt: skip
    metadata = Metadata(title="Never", date="2020-01-02", source="Never", url="https://x.example/")
    articles, _ = segment(_document(lines, metadata), SourceNames({}), "b.txt")
    assert [(a.title, a.date, a.source, a.url) for a in articles] == [
        ("First title of two", "2024-02-11", "Fjord News", "https://x.example/"),
        ("Second title of two", "2024-02-12", "Delta Post", "https://x.example/"),
    ]


def test_one_entry_of_digest_of_holds_for_all_articles_and_a_wrong_number_is_reported() -> None:
    lines = [
        Line("First title of two", 1, gap=True), Line("Fjord News· 2024-02-11", 2), Line(TEXT, 3),
        Line("Second title of two", 4, gap=True), Line("Delta Post· 2024-02-12", 5), Line(TEXT, 6),
    ]  # fmt: skip
    a, b, c = Provenance("A"), Provenance("B"), Provenance("C")
    for stated, wanted, codes in [
        ((a,), [a, a], []),
        ((a, b), [a, b], []),
        ((a, b, c), [a, b], ["digest-of-count"]),
    ]:
        articles, problems = segment(_document(lines, Metadata(digest_of=stated)), SourceNames({}), "b.txt")
        assert [article.digest_of for article in articles] == wanted
        assert [problem.code for problem in problems] == codes

"""The site shows no more of a source's words than its owner allows."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalog import catalog
from generator.model import Agreement, Evidence, Figure, Findings, Person, Place, Provenance, Record, Scope, Tag
from generator.render import Tree, render
from generator.render.extracts import cut, length
from generator.render.rights import Shown, mode_of, paragraph_of, shown_in, shown_of
from generator.settings import Rights, Settings
from generator.taxonomy.model import Publish

from .corpus import BODY, SENTENCE, WHALES, article, details, evidence, project, record, records, taxonomy

TAXONOMY = taxonomy()
SETTINGS = Settings()


@pytest.mark.parametrize(
    ("source_id", "digest", "mode"),
    [
        ("morning-wire", False, Publish.EXTRACT),
        ("quiet-gazette", False, Publish.FACTS),
        ("open-lab", False, Publish.FULL),
        ("unheard-of", False, Publish.EXTRACT),
        (None, False, Publish.EXTRACT),
        ("quiet-gazette", True, Publish.FULL),
    ],
)
def test_the_owner_of_the_words_decides(source_id: str | None, digest: bool, mode: Publish) -> None:
    """A digest's words are ours, whatever it retells; a source that is not listed allows extracts."""
    written = article("a", source_id=source_id, digest_of=Provenance("Quiet Gazette") if digest else None)
    assert mode_of(written, TAXONOMY, SETTINGS) is mode


def test_without_an_entry_for_our_own_digests_they_are_extracted() -> None:
    written = article("a", digest_of=Provenance("Quiet Gazette"))
    assert mode_of(written, TAXONOMY, Settings(own_source="nobody")) is Publish.EXTRACT


def words(number: int) -> str:
    return " ".join(f"word{index}" for index in range(number))


@pytest.mark.parametrize(
    ("text", "anchor", "shown"),
    [
        (words(40), "word0", words(40)),
        (words(60), "word0", words(40) + " …"),
        (words(60), "word59", "… " + " ".join(words(60).split()[20:])),
        (words(60), "nowhere", words(40) + " …"),
        ("天" * 70, "天", "天" * 70),
        ("天" * 90, "天", "天" * 70 + " …"),
        (words(20) + "天" * 36, "word0", words(20) + "天" * 35 + " …"),
    ],
)
def test_an_extract_is_cut_around_the_finding(text: str, anchor: str, shown: str) -> None:
    """40 words or 70 Han characters; in mixed text both use up the one limit."""
    assert cut(text, (anchor,), Rights(), 1000) == shown


def test_a_limit_of_zero_shows_nothing() -> None:
    assert cut(words(10), (), Rights(words=0), 1000) is None
    assert cut("天" * 10, (), Rights(han=0), 1000) is None


def test_text_without_spaces_is_no_single_word() -> None:
    shown = cut("ก" * 5000, (), Rights(), 10_000)
    assert shown is not None
    assert len(shown) < 40 * 31


@given(
    st.text(alphabet="ab 天地。,…\n", max_size=400),
    st.integers(0, 20),
    st.integers(0, 20),
    st.integers(0, 60),
    st.text(),
)
def test_no_extract_is_ever_longer_than_allowed(text: str, most: int, han: int, left: int, anchor: str) -> None:
    shown = cut(text, (anchor,), Rights(words=most, han=han), left)
    if shown is not None:
        assert length(shown) <= left
        characters = sum(c in "天地" for c in shown)
        assert characters <= han
        assert length(shown) - characters <= most
        assert shown.removeprefix("… ").removesuffix(" …") in text


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 120), st.floats(0, 1)), max_size=12), st.floats(0, 1))
def test_all_extracts_of_an_article_together_keep_to_their_share(
    spans: list[tuple[int, int, float]], share: float
) -> None:
    body = "天地 one two three four, five. " * 14
    places = tuple(
        Place(f"partner:{index}", "FR", score, (Evidence("body", body[at : at + size], at, at + size),))
        for index, (at, size, score) in enumerate(spans)
    )
    made = record(article("a", body=body), partners=places)
    shown = shown_of(made, TAXONOMY, Settings(rights=Rights(share=share)))
    assert sum(length(piece) for piece in shown.pieces.values()) <= share * length(body)
    assert not shown.body


def test_the_piece_that_supports_most_is_chosen_first() -> None:
    tags = (
        Tag("oceans-polar", 0.9, evidence(BODY, WHALES)),
        Tag("space", 0.6, evidence(BODY, SENTENCE)),
    )
    made = record(
        article("a", body=BODY), themes=tags, partners=(Place("partner:FR", "FR", 0.5, evidence(BODY, SENTENCE)),)
    )
    room = 16 / length(BODY)
    shown = shown_of(made, TAXONOMY, Settings(rights=Rights(share=room)))
    assert list(shown.pieces.values()) == [SENTENCE]
    assert shown.quote(evidence(BODY, WHALES)[0]) is None


def copies(*sources: str, changed: str = "two days") -> list[Record]:
    """The same article from several sources, word for word but for a phrase, with evidence in each."""
    made = []
    for number, source in enumerate(sources):
        body = BODY if number == 0 else BODY.replace("two days", changed)
        places = (Place("partner:FR", "FR", 0.9, evidence(body, SENTENCE)),)
        tags = (Tag("oceans-polar", 0.9 - number / 10, evidence(body, WHALES)),)
        written = article(f"copy{number}", source_id=source, body=body, date=f"2024-05-2{number}")
        made.append(record(written, partners=places, themes=tags))
    return made


def shown_of_all(made: list[Record], settings: Settings = SETTINGS) -> list[Shown]:
    atlas, _ = catalog(made, TAXONOMY, settings)
    assert len(atlas.duplicates.clusters) == len(made)
    shown = shown_in(atlas, settings)
    return [shown[one.article.id] for one in made]


@pytest.mark.parametrize(
    ("sources", "mode"),
    [
        (("morning-wire", "open-lab"), Publish.EXTRACT),
        (("open-lab", "morning-wire", "quiet-gazette"), Publish.FACTS),
        (("open-lab", "open-lab"), Publish.FULL),
    ],
)
def test_of_copies_the_owner_who_allows_the_least_decides(sources: tuple[str, ...], mode: Publish) -> None:
    for shown in shown_of_all(copies(*sources, changed="three days")):
        assert shown.mode is mode
        assert shown.body is (mode is Publish.FULL)
        assert bool(shown.pieces) is (mode is not Publish.FACTS)


def test_copies_together_show_no_more_than_one_article_may() -> None:
    """What one copy shows counts for the others; they show the same words."""
    room = Settings(rights=Rights(share=20 / length(BODY)))
    first, second = shown_of_all(copies("morning-wire", "morning-wire"), room)
    assert list(first.pieces.values()) == list(second.pieces.values())
    assert sum(map(length, first.pieces.values())) <= 20
    words = " ".join({*first.pieces.values(), *second.pieces.values()})
    assert length(words) <= 20


def test_a_preview_shows_the_editor_every_copy() -> None:
    atlas, _ = catalog(copies("quiet-gazette", "morning-wire"), TAXONOMY, SETTINGS)
    assert all(shown.body for shown in shown_in(atlas, SETTINGS, preview=True).values())


def test_a_title_is_a_fact() -> None:
    piece = Evidence("title", "A title", 0, 7)
    assert shown_of(record(article("a", source_id="quiet-gazette")), TAXONOMY, SETTINGS).quote(piece) == "A title"


def test_where_the_words_may_not_stand_the_place_does() -> None:
    assert paragraph_of(evidence(BODY, WHALES)[0], BODY) == 3
    assert paragraph_of(Evidence("title", "A", 0, 1), BODY) is None


def tree_of(made: list[Record], root: Path, preview: bool = False) -> Tree:
    the_project = project(root)
    atlas, _ = catalog(made, TAXONOMY, the_project.settings)
    return render(atlas, the_project, preview=preview)


def everything(tree: Tree) -> str:
    """Every word that leaves the render stage."""
    pages = [page.markdown for page in tree.pages]
    entries = [repr(page.search) for page in tree.pages]
    return "\n".join([*pages, *entries, *(data.decode(errors="replace") for data in tree.files.values())])


def test_words_that_may_not_be_published_are_on_no_page_in_no_search_and_in_no_file(tmp_path: Path) -> None:
    secret = "Zanzibarium is the secret word of this sentence about a moon."
    body = f"{secret}\n\n{BODY}"
    findings = Findings("en", True, partners=(Place("partner:FR", "FR", 0.9, evidence(body, secret)),))
    for source, allowed in (("quiet-gazette", False), ("morning-wire", True), ("open-lab", True)):
        made = Record(article("a", source_id=source, body=body), findings, "CN", "Reports something.")
        published = everything(tree_of([made], tmp_path))
        assert ("Zanzibarium" in published) is allowed
        assert ("early train" in published) is (source == "open-lab")
        assert "early train" in everything(tree_of([made], tmp_path, preview=True))


def test_every_page_shows_the_same_extracts_within_their_share(tmp_path: Path) -> None:
    satellite = records()[0]
    published = everything(tree_of([satellite], tmp_path))
    phrases = [" ".join(BODY.split()[at : at + 4]) for at in range(len(BODY.split()) - 4)]
    seen = sum(phrase in published for phrase in phrases)
    assert 0 < seen <= SETTINGS.rights.share * len(BODY.split())


def test_review_notes_are_for_the_editor_only(tmp_path: Path) -> None:
    note = "Only two words speak for the theme."
    assert note not in everything(tree_of(records(), tmp_path))
    assert note in everything(tree_of(records(), tmp_path, preview=True))


def test_an_article_that_reports_no_cooperation_is_not_quoted(tmp_path: Path) -> None:
    aside = replace(records()[0], findings=replace(records()[0].findings, relevant=False))
    assert SENTENCE not in everything(tree_of([aside], tmp_path))


def sentences(number: int, said: str = "") -> list[str]:
    """Sentences of ten words each."""
    return [f"Sentence {n} of {said or 'them'} has ten words in it." for n in range(number)]


def test_numbers_agreements_and_every_first_sentence_come_before_a_second_one() -> None:
    """One partner with three sentences leaves room for the figure, the agreement and the theme, and then for people."""
    of_partner = sentences(3, "partner")
    figure, agreement, theme, person = (sentences(1, what)[0] for what in ("figure", "agreement", "theme", "person"))
    every = [*of_partner, figure, agreement, theme, person]
    body = " ".join([*every, *sentences(13)])
    pieces = tuple(piece for sentence in of_partner for piece in evidence(body, sentence))
    made = record(
        article("a", body=body),
        partners=(Place("partner:FR", "FR", 1.0, pieces),),
        themes=(Tag("space", 0.4, evidence(body, theme)),),
        figures=(Figure("f", 3, None, None, "count", "words", None, None, None, Scope(), 0.3, evidence(body, figure)),),
        agreements=(Agreement("a", ("CN", "FR"), "protocol", None, 0.3, evidence(body, agreement)),),
        people=(Person("p", "Ada", None, None, 0.9, evidence(body, person)),),
    )
    length_of_all = length(body)
    for room, expected in (
        (20, [figure, agreement]),
        (40, [figure, agreement, of_partner[0], theme]),
        (50, [figure, agreement, of_partner[0], theme, person]),
        (60, [figure, agreement, of_partner[0], theme, person, of_partner[1]]),
    ):
        shown = shown_of(made, TAXONOMY, Settings(rights=Rights(share=(room + 0.5) / length_of_all)))
        assert list(shown.pieces.values()) == expected


def test_a_finding_that_another_ones_sentence_names_too_needs_none_of_its_own() -> None:
    both, partner, theme = sentences(3)
    body = " ".join([both, partner, theme, *sentences(5, "others")])
    made = record(
        article("a", body=body),
        partners=(Place("partner:FR", "FR", 1.0, (*evidence(body, partner), *evidence(body, both))),),
        themes=(Tag("space", 0.4, evidence(body, theme)),),
        figures=(Figure("f", 3, None, None, "count", "words", None, None, None, Scope(), 0.3, evidence(body, both)),),
    )
    shown = shown_of(made, TAXONOMY, Settings(rights=Rights(share=20.5 / length(body))))
    assert list(shown.pieces.values()) == [both, theme]


def test_what_may_not_be_shown_leads_to_the_original_and_what_stands_on_the_page_to_its_paragraph(
    tmp_path: Path,
) -> None:
    """Every person, programme, event and agreement shows its sentence, or where to read it; no row is empty."""
    found = details(BODY, SENTENCE, "The agencies")
    for source, place, words in (
        ("open-lab", "[paragraph 2](#p2)", True),
        ("morning-wire", "[paragraph 2 of the original](https://wire.example/1)", True),
        ("quiet-gazette", "[paragraph 2 of the original](https://wire.example/1)", False),
    ):
        made = record(article("a", source_id=source, body=BODY, url="https://wire.example/1"), **found)
        page = next(page.markdown for page in tree_of([made], tmp_path).pages if page.path == "articles/a.md")
        for heading in ("People", "Programmes and institutions", "Agreements", "Events"):
            rows = page.partition(f"## {heading}\n")[2].partition("\n## ")[0].split("\n")[4:]
            assert rows
            assert all(place in row and (SENTENCE in row) is words for row in rows if row), heading
        assert ("## Quoted words" in page) is words
        assert ('<span id="p2"></span>' + SENTENCE in page) is (source == "open-lab")


@pytest.mark.parametrize(("source", "words"), [("open-lab", True), ("morning-wire", True), ("quiet-gazette", False)])
def test_the_tables_give_the_same_sentence(source: str, words: bool, tmp_path: Path) -> None:
    made = record(article("a", source_id=source, body=BODY), **details(BODY, SENTENCE, "The agencies"))
    files = tree_of([made], tmp_path).files
    for name in ("people", "programmes", "events", "agreements", "figures"):
        rows = list(csv.DictReader(files[f"data/csv/{name}.csv"].decode("utf-8-sig").splitlines()))
        assert rows
        assert all(row["extract"] == (SENTENCE if words else "") for row in rows), name

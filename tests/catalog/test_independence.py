"""A reprint adds an article and no source; a lens says what remains without some of the sources."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
import yaml

from generator.catalog import Atlas, Shelf, axes, catalog
from generator.catalog.independence import of_one_state
from generator.catalog.lens import Kind, View, views
from generator.catalog.unknown import UnknownSource, entry_for, unknown_sources
from generator.model import Agreement, Article, Figure, Findings, Place, Programme, Provenance, Record, Scope, Tag
from generator.settings import Settings
from generator.taxonomy import Source, Taxonomy
from generator.taxonomy.model import SourceEntry

ENTRIES = (
    {
        "id": "wire",
        "name": {"en": "Norland Wire", "zh": "诺兰社"},
        "kind": "agency",
        "country": "NO",
        "state_media": True,
    },
    {"id": "daily", "name": {"en": "Harbour Daily", "zh": "港报"}, "kind": "newspaper", "country": "FR"},
    {"id": "union", "name": {"en": "Union of Labs", "zh": "联盟"}, "kind": "institution"},
)
TAXONOMY = Taxonomy({}, {}, {}, {str(entry["id"]): Source.model_validate(entry) for entry in ENTRIES})
STORY = (
    "The marine institutes opened a joint tide laboratory in the harbour of Skarvik on Monday, and twelve researchers "
    "from both sides will work there all year round, with one table and one set of instruments for all of them."
)
OTHER = "Nobody had counted the whales of the southern sea before the two survey ships met there, far from any port."


@dataclass(frozen=True)
class Says:
    """An article in short."""

    source: str | None = None
    body: str = ""
    date: str = "2024-05-21"
    themes: str = ""
    retells: str | None = None
    programmes: str = ""
    figures: tuple[int, ...] = ()
    protocol: bool = False


def record(id_: str, says: Says) -> Record:
    known = says.source in TAXONOMY.sources
    printed = TAXONOMY.sources[says.source].name.en if known and says.source else says.source
    article = Article(
        *(f"{id_}.txt", 1, id_, f"Title {id_}", says.date, None, printed, says.source if known else None, None),
        url=f"https://{id_}.example/page",
        body=says.body or f"{id_} says something of its own.",
        digest_of=Provenance(says.retells) if says.retells is not None else None,
    )
    findings = Findings(
        "en",
        True,
        partners=(Place("partner:RS", "RS", 1.0),),
        themes=tuple(Tag(theme, 1.0) for theme in says.themes.split()),
        figures=tuple(
            Figure(f"f:{value}", value, None, None, "count", "boats", None, None, None, Scope(), 1.0)
            for value in says.figures
        ),
        programmes=tuple(Programme(f"p:{name}", name, None, 1.0) for name in says.programmes.split()),
        agreements=(Agreement("a", ("RS", "CN"), "protocol", "2024", 1.0),) if says.protocol else (),
    )
    return Record(article, findings, "CN", "")


def atlas_of(**articles: Says) -> Atlas:
    return catalog([record(id_, says) for id_, says in articles.items()], TAXONOMY, Settings(home="CN"))[0]


@pytest.mark.parametrize(
    ("articles", "number"),
    [
        ({}, 0),
        ({"a": Says("wire"), "b": Says("wire")}, 1),
        ({"a": Says("wire"), "b": Says("daily")}, 2),
        ({"a": Says("wire", STORY), "b": Says("daily", STORY, "2024-05-22")}, 1),
        ({"a": Says("wire", STORY), "b": Says("daily", STORY, "2024-05-22"), "c": Says("daily")}, 2),
        ({"a": Says("wire"), "b": Says("Village Post"), "c": Says("VILLAGE POST")}, 2),
        ({"a": Says(), "b": Says()}, 0),
        ({"a": Says("wire"), "b": Says()}, 1),
        ({"a": Says("wire"), "b": Says(retells="Norland Wire")}, 1),
        ({"a": Says("wire"), "b": Says(retells="诺蘭社")}, 1),
        ({"a": Says(retells="Not stated"), "b": Says(retells="")}, 0),
        ({"a": Says(retells="Far Courier"), "b": Says(retells="The Other")}, 2),
        ({"a": Says("wire"), "b": Says(retells="Wire")}, 2),
    ],
)
def test_independent_sources_are_different_voices(articles: dict[str, Says], number: int) -> None:
    """Articles of one outlet are one source; a reprint is its original's; a digest is the outlet's that it retells.

    What states no source is none.
    """
    atlas = atlas_of(**articles)
    assert atlas.independent(atlas.everything) == number


def test_a_reprint_of_something_without_a_source_has_the_source_of_the_first_copy_that_states_one() -> None:
    atlas = atlas_of(a=Says(None, STORY), b=Says("daily", STORY, "2024-05-22"), c=Says("wire", STORY, "2024-05-23"))
    assert set(atlas.voices.values()) == {"daily"}


def test_a_reprint_is_its_originals_word_also_where_only_the_reprint_is_listed() -> None:
    atlas = atlas_of(a=Says("wire", STORY), b=Says("daily", STORY, "2024-05-22"), c=Says("wire", OTHER))
    (reprint,) = (record for record in atlas.records if record.article.id == "b")
    assert atlas.voices["b"] == "wire"
    assert atlas.independent(Shelf((reprint,))) == 1
    assert atlas.duplicates.others("b") == ("a",)
    assert atlas.duplicates.others("c") == ()


def seen(**articles: Says) -> tuple[View, dict[str, View]]:
    atlas = atlas_of(**articles)
    whole, lenses = views(atlas.countries["RS"], atlas.voices, TAXONOMY)
    return whole, {view.lens.id: view for view in lenses if view.lens is not None}


CORPUS = {
    "a": Says("wire", STORY, themes="space energy", programmes="Svom", figures=(12, 114), protocol=True),
    "b": Says("daily", STORY, "2024-06-01", themes="space", figures=(12,)),  # a reprint: its voice is the wire's
    "c": Says("daily", OTHER, themes="space health", programmes="svom", figures=(114,)),
    "d": Says("union", themes="oceans", protocol=True),
    "e": Says("Village Post", themes="health"),
}


def ids(view: View) -> list[str]:
    return sorted(record.article.id for record in view.shelf.records)


def test_there_is_a_lens_for_each_country_that_owns_a_source_that_speaks() -> None:
    _, lenses = seen(**CORPUS)
    assert list(lenses) == ["without-state-media", "without-fr", "without-no", "without-single-source-facts"]


def test_everything_is_counted_beside_the_lenses() -> None:
    whole, _ = seen(**CORPUS)
    assert (len(whole.shelf), whole.sources, whole.unknown, whole.lens) == (5, 4, 1, None)
    assert whole.facts[Kind.THEME] == ("energy", "health", "oceans", "space")
    assert (whole.number(Kind.PROGRAMME), whole.number(Kind.AGREEMENT), whole.number(Kind.FIGURE)) == (1, 1, 2)


@pytest.mark.parametrize("lens", ["without-state-media", "without-no"])
def test_without_a_source_its_reprints_are_left_out_too(lens: str) -> None:
    view = seen(**CORPUS)[1][lens]
    assert ids(view) == ["c", "d", "e"]
    assert (view.sources, view.unknown) == (3, 1)
    assert view.facts[Kind.THEME] == ("health", "oceans", "space")


def test_without_one_country_the_sources_without_a_country_stay() -> None:
    assert ids(seen(**CORPUS)[1]["without-fr"]) == ["a", "b", "d", "e"]


def test_a_fact_of_two_independent_sources_stays_and_a_reprint_is_no_second_one() -> None:
    view = seen(**CORPUS)[1]["without-single-source-facts"]
    assert view.facts == {
        Kind.THEME: ("health", "space"),
        Kind.PROGRAMME: ("svom",),
        Kind.AGREEMENT: ("protocol|CN|RS|2024",),
        Kind.FIGURE: ("114|count|boats",),
    }
    assert ids(view) == ["a", "b", "c", "d", "e"]


def test_two_articles_without_a_source_confirm_nothing() -> None:
    view = seen(a=Says(None, themes="space"), b=Says("wire", themes="space"))[1]["without-single-source-facts"]
    assert not ids(view)


def test_unknown_sources_are_listed_with_an_entry_to_paste() -> None:
    """Once for each name, however it is written; what has an entry, or no name, is not listed."""
    articles = {
        "a": Says("Village Post"),
        "b": Says("Village Post"),
        "c": Says("VILLAGE POST"),
        "d": Says("wire"),
        "e": Says(),
        "f": Says(retells="科学之窗"),
        "g": Says(retells="Harbour Daily"),
        "h": Says(retells="Unknown"),
    }
    found = unknown_sources([record(id_, says) for id_, says in articles.items()], TAXONOMY)
    assert [(one.name, one.articles) for one in found] == [("Village Post", ("a", "b", "c")), ("科学之窗", ("f",))]
    assert "https://a.example" in found[0].entry


@pytest.mark.parametrize(
    "name",
    [
        "Village Post",
        "科学之窗",
        "Wire",
        'A "quoted": name # here',
        "- x",
        "'",
        "null",
        "{a}",
        "\x07bell",
        "x" * 300,
        "…",
    ],
)
def test_the_entry_is_valid_as_it_is_and_takes_no_id_that_is_there(name: str) -> None:
    (entry,) = yaml.safe_load(entry_for(name, "https://a.example", TAXONOMY))
    source = SourceEntry.model_validate(entry)
    assert source.name.en == name
    assert source.id not in TAXONOMY.sources
    assert source.licence is None


def test_a_pasted_entry_makes_the_source_known() -> None:
    made = [record("a", Says("Village Post"))]
    (unknown,) = unknown_sources(made, TAXONOMY)
    assert isinstance(unknown, UnknownSource)
    (entry,) = yaml.safe_load(unknown.entry)
    source = Source.model_validate(entry)
    made = [replace(made[0], article=replace(made[0].article, source_id=source.id))]
    assert unknown_sources(made, replace(TAXONOMY, sources={**TAXONOMY.sources, source.id: source})) == []


def test_the_slug_of_a_listed_source_gives_a_stranger_no_voice() -> None:
    atlas = atlas_of(a=Says(retells="WIRE"))
    assert atlas.voices == {"a": "wire-unlisted"}
    assert axes.unlisted("Wire", TAXONOMY) == "wire-unlisted"


def test_our_own_digests_are_nobodys_voice_but_the_outlets() -> None:
    own = {"id": "us", "name": {"en": "Our digest", "zh": "摘编"}, "kind": "own"}
    known = Taxonomy({}, {}, {}, {**TAXONOMY.sources, "us": Source.model_validate(own)})
    made = record("a", Says("wire"))
    ours = replace(made, article=replace(made.article, id="b", source="Our digest", source_id="us"))
    atlas, _ = catalog([ours], known, Settings())
    assert atlas.independent(atlas.everything) == 0


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        ((), None),
        (("wire", "daily"), None),
        (("wire", "channel"), ("NO", 2)),
        (("wire", "channel", "gazette", "herald", "forum"), ("FR", 3)),
        (("wire", "nobody"), None),
    ],
)
def test_several_media_of_one_state_are_told(voices: tuple[str, ...], expected: tuple[str, int] | None) -> None:
    """One medium of a state needs no word, nor do sources of which nobody knows whose they are."""
    more = [("channel", "NO"), ("gazette", "FR"), ("herald", "FR"), ("forum", "FR")]
    entries = [
        {"id": id_, "name": {"en": id_, "zh": id_}, "kind": "agency", "country": country, "state_media": True}
        for id_, country in more
    ]
    listed = {str(entry["id"]): Source.model_validate(entry) for entry in entries}
    assert of_one_state(voices, Taxonomy({}, {}, {}, {**TAXONOMY.sources, **listed})) == expected

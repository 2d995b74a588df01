"""The queue asks what the machine is not sure of, worst first, and asks no more once an editor has answered."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.catalog import catalog
from generator.curate import Curation, load_curation
from generator.model import (
    SAME,
    Action,
    Article,
    DateBasis,
    Decision,
    Evidence,
    Figure,
    Findings,
    Person,
    Place,
    Programme,
    Record,
    ReviewItem,
    Scope,
    State,
    Status,
    Tag,
)
from generator.problems import warning
from generator.review import REASONS, Item, Reason, queue, stubs
from generator.review.reasons import SHARE
from generator.settings import Project, Settings
from generator.taxonomy import Taxonomy, load_taxonomy

BODY = "China and Estonia opened a laboratory for amber. They will study 40 of them."
DOCS = (Path(__file__).parents[2] / "docs" / "review.md").read_text(encoding="utf-8")
SAID = (Evidence("body", BODY, 0, len(BODY)),)


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return load_taxonomy(Project(Path("/nonexistent"), Settings(home="CN")))[0]


def record(id_: str = "2024-05-21-amber-1a2b3c", **changes: object) -> Record:
    """A filed article that nothing need be asked about."""
    fields: dict[str, object] = {"title": f"Amber {id_}", "date": "2024-05-21", "source": None, "body": BODY} | changes
    article = Article(
        doc=f"{id_}.txt",
        item=1,
        id=id_,
        date_basis=DateBasis.STATED,
        source_id=None,
        byline=None,
        url=None,
        **fields,  # type: ignore[arg-type]
    )
    found = Findings("en", relevant=True, partners=(Place("partner:EE", "EE", 0.9, SAID),))
    return Record(article, found, "CN", "Reports something.")


def finding(**found: tuple[object, ...]) -> Record:
    one = record()
    return replace(one, findings=replace(one.findings, **found))  # type: ignore[arg-type]


def asked(*items: ReviewItem) -> Record:
    return finding(review=items)


def figure(value: int, score: float = 0.9, what: str = "", indicator: str | None = None) -> Figure:
    return Figure(f"figure:{value}", value, None, None, "count", what, None, "2024", indicator, Scope(), score, SAID)


def asks(taxonomy: Taxonomy, *records: Record, curation: Curation | None = None) -> list[Item]:
    atlas, _ = catalog(list(records), taxonomy, Settings(home="CN"))
    return queue(atlas, curation or Curation(), [])


def decided(one: Record, about: str, action: Action = Action.ACCEPT) -> Record:
    decision = Decision(about, "", "Ana Editor", "2026-11-21", "Checked.", action)
    return replace(one, decisions=(*one.decisions, decision))


QUESTIONS = {
    "no-title": asked(ReviewItem("no-title", "x")),
    "no-date": asked(ReviewItem("no-date", "x")),
    "date-without-year": asked(ReviewItem("date-without-year", "x")),
    "no-partner": asked(ReviewItem("no-partner", "x")),
    "ambiguous-pair": asked(ReviewItem("ambiguous-pair", "x")),
    "other": asked(ReviewItem("a-new-kind", "x")),
    "low-score": finding(partners=(Place("partner:EE", "EE", 0.4, SAID),)),
    "figure-without-unit": finding(figures=(figure(40),)),
    "new-programme": finding(programmes=(Programme("programme:amber", "Amber Programme", None, 0.9, SAID),)),
}
ABOUT = {"no-title": "title", "no-date": "date", "date-without-year": "date", "low-score": "partner:EE",
         "figure-without-unit": "figure:40", "new-programme": "programme:amber"}  # fmt: skip


def test_nothing_is_asked_about_what_is_sure(taxonomy: Taxonomy) -> None:
    assert asks(taxonomy, record()) == []


@pytest.mark.parametrize("code", QUESTIONS)
def test_each_doubt_is_asked_once_with_why_where_and_an_answer(taxonomy: Taxonomy, code: str) -> None:
    (item,) = asks(taxonomy, QUESTIONS[code])
    assert (item.reason.code, item.about) == (code, ABOUT.get(code, "relevant"))
    assert item.evidence
    assert re.match(r"  - (accept|correct|add): ", item.snippet)
    assert (item.file, item.line) == (f"content/curation/{record().article.id}.yml", None)
    assert not re.search(r"[{}]", item.why)


@pytest.mark.parametrize("code", QUESTIONS)
@pytest.mark.parametrize("action", [Action.ACCEPT, Action.CORRECT])
def test_an_answer_leaves_the_queue(taxonomy: Taxonomy, code: str, action: Action) -> None:
    answered = decided(QUESTIONS[code], ABOUT.get(code, "relevant"), action)
    assert asks(taxonomy, answered) == []


def test_a_list_that_an_editor_sets_answers_for_all_in_it(taxonomy: Taxonomy) -> None:
    assert asks(taxonomy, decided(QUESTIONS["low-score"], "partners", Action.CORRECT)) == []


def test_nothing_is_asked_of_findings_that_no_page_shows(taxonomy: Taxonomy) -> None:
    one = QUESTIONS["low-score"]
    assert asks(taxonomy, replace(one, findings=replace(one.findings, relevant=False))) == []


def test_of_several_doubts_about_one_finding_the_worst_is_asked(taxonomy: Taxonomy) -> None:
    (item,) = asks(taxonomy, finding(figures=(figure(40, score=0.3),)))
    assert item.urgency == max(80 * 0.8 * 0.7, 70 * 0.7)


def test_the_queue_is_sorted_by_harm_times_doubt_and_is_always_the_same(taxonomy: Taxonomy) -> None:
    made = [replace(one, article=record(f"2024-05-21-{code}-1a2b3c").article) for code, one in QUESTIONS.items()]
    items = asks(taxonomy, *made)
    assert [item.urgency for item in items] == sorted((item.urgency for item in items), reverse=True)
    assert [item.order for item in asks(taxonomy, *reversed(made))] == [item.order for item in items]
    assert items[0].reason.code == "no-partner"


def test_a_weaker_score_is_worse_and_a_partner_worse_than_a_person(taxonomy: Taxonomy) -> None:
    one = finding(
        partners=(Place("partner:EE", "EE", 0.5, SAID), Place("partner:LV", "LV", 0.4, SAID)),
        people=(Person("person:a", "Ada Quill", None, None, 0.4, SAID),),
        themes=(Tag("space", 0.4, SAID),),
    )
    assert [item.about for item in asks(taxonomy, one)] == ["partner:LV", "partner:EE", "theme:space", "person:a"]


def test_a_source_that_the_register_lacks_is_asked_once_with_its_entry(taxonomy: Taxonomy) -> None:
    both = [record(f"2024-05-2{day}-a-1a2b3c", source="The Amber Post") for day in (1, 2)]
    (item,) = asks(taxonomy, *both)
    assert (item.reason.code, item.file) == ("unknown-source", "content/taxonomy/sources.yml")
    assert item.snippet.startswith("- id: the-amber-post\n")
    assert item.values["number"] == 2
    assert asks(taxonomy, *(decided(one, "source") for one in both)) == []


def conflict() -> tuple[Record, Record]:
    """Two articles of one time and scope that differ."""
    made = []
    for day, value in ((21, 53), (22, 61)):
        one = record(f"2024-05-{day}-a-1a2b3c")
        found = figure(value, what="joint laboratories", indicator="joint-laboratories")
        made.append(replace(one, findings=replace(one.findings, figures=(found,))))
    return made[0], made[1]


def test_both_sides_of_a_conflict_are_asked_until_each_is_decided(taxonomy: Taxonomy) -> None:
    one, other = conflict()
    items = asks(taxonomy, one, other)
    assert [(item.reason.code, item.about) for item in items] == [("conflict", "figure:53"), ("conflict", "figure:61")]
    assert other.article.id in items[0].why
    assert [item.about for item in asks(taxonomy, decided(one, "figure:53"), other)] == ["figure:61"]
    assert asks(taxonomy, decided(one, "figure:53"), decided(other, "figure:61")) == []


def test_one_title_and_date_twice_is_perhaps_one_article(taxonomy: Taxonomy) -> None:
    first, second = record("2024-05-21-a-1a2b3c", title="Amber"), record("2024-05-21-b-1a2b3c", title="AMBER!")
    second = replace(second, article=replace(second.article, body="A wholly other text about amber and its friends."))
    (item,) = asks(taxonomy, first, second)
    assert (item.reason.code, item.about) == ("possible-duplicate", SAME + first.article.id)
    for action in (Action.ACCEPT, Action.REJECT):
        assert asks(taxonomy, first, decided(second, SAME + first.article.id, action)) == []


def test_a_possible_translation_is_asked(taxonomy: Taxonomy) -> None:
    one = finding(figures=(figure(114, what="projects"), figure(53, what="schools")))
    other = record("2024-05-21-琥珀-1a2b3c", body="中国与爱沙尼亚共建琥珀实验室。")
    other = replace(other, findings=replace(one.findings, language="zh"))
    items = asks(taxonomy, one, other)
    assert [item.reason.code for item in items] == ["possible-translation"]


def test_stale_decisions_keep_their_own_place(taxonomy: Taxonomy) -> None:
    problem = warning("stale-override", "It is gone.", file="content/curation/x.yml", line=7, field="decisions[1]")
    known = asked(ReviewItem("stale-override", "decisions[1]: It is gone."))
    atlas, _ = catalog([known], taxonomy, Settings(home="CN"))
    lost = warning("stale-override", "No such article.", file="content/curation/y.yml", field="article")
    other, one = queue(atlas, Curation(), [problem, lost, warning("no-articles", "x")])
    assert (one.file, one.line, one.record) == ("content/curation/x.yml", 7, known)
    assert (other.file, other.line, other.record) == ("content/curation/y.yml", None, None)
    assert one.urgency == max(reason.harm for reason in REASONS.values())


def test_what_waits_in_a_file_has_its_line(taxonomy: Taxonomy, tmp_path: Path) -> None:
    one = QUESTIONS["low-score"]
    (stub,) = stubs(asks(taxonomy, one))
    path = tmp_path / stub.file
    path.parent.mkdir(parents=True)
    path.write_text(stub.text, encoding="utf-8")
    curation, problems = load_curation(Project(tmp_path, Settings()), taxonomy)
    assert problems == []
    (item,) = asks(taxonomy, one, curation=curation)
    assert item.line is not None
    assert stub.text.splitlines()[item.line - 1].startswith("  - decide: partner:EE")


def test_drafts_are_asked_about(taxonomy: Taxonomy) -> None:
    assert asks(taxonomy, replace(QUESTIONS["no-date"], status=Status(State.DRAFT)))


@pytest.mark.parametrize("reason", REASONS.values(), ids=lambda reason: reason.code)
def test_the_documented_ranking_is_the_one_that_holds(reason: Reason) -> None:
    """docs/review.md has a row for each reason, with its numbers."""
    assert re.search(rf"^\| `{reason.code}` \| .* \| {reason.harm} \| {reason.doubt:g} \|$", DOCS, re.MULTILINE)
    assert 0 <= reason.doubt <= 1
    assert 0 < reason.harm <= 100


def test_the_documented_shares_are_the_ones_that_hold() -> None:
    rows = {name: re.findall(rf"^\| {name} \| ([\d.]+) \|$", DOCS, re.MULTILINE) for name in SHARE}
    assert rows == {name: [f"{share:g}"] for name, share in SHARE.items()}

"""An editor's decision wins, is remembered, and a faulty one is reported with the place and a way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.curate import Curation, curate, leftover, load_curation
from generator.model import Article, DateBasis, Evidence, Findings, Place, Tag
from generator.settings import Project, Settings
from generator.taxonomy import Country, Taxonomy, Theme
from generator.taxonomy.model import CountryEntry

ID = "2024-05-21-a-telescope-1a2b3c"
GOOD = f"""\
article: {ID}
by: Ana Editor
on: 2026-11-21
why: The protocol names Chile, not Peru.
partners: [CL]
themes: [astronomy, space]
title: A telescope for two countries
date: 2024-05-22
"""


def country(code: str) -> Country:
    return Country(CountryEntry(code=code, region="005"), code, code)


def theme(name: str) -> Theme:
    label = {"en": name, "zh": name}
    return Theme.model_validate({"id": name, "kind": "field", "labels": label, "definition": label, "terms": {}})


TAXONOMY = Taxonomy(
    countries={code: country(code) for code in ("CN", "CL", "PE")},
    groups={},
    themes={name: theme(name) for name in ("astronomy", "space")},
    sources={},
)
ARTICLE = Article(
    doc="a.txt",
    item=1,
    id=ID,
    title="A telescope",
    date="2024-05-21?",
    date_basis=DateBasis.INFERRED,
    source=None,
    source_id=None,
    byline=None,
    url=None,
    body="Peru opens a telescope. Chile and China build it.",
)
TITLE = Evidence("title", "A telescope", 0, 11)
PERU = Evidence("body", "Peru opens a telescope.", 0, 23)
CHILE = Evidence("body", "Chile and China build it.", 24, 49)
FOUND = Findings(
    language="en",
    relevant=False,
    partners=(Place("partner:PE", "PE", 0.6, (PERU,)),),
    mentions=(Place("mention:CL", "CL", 0.3, (CHILE,)),),
    themes=(Tag("astronomy", 0.7, (TITLE,), ("telescope",)),),
)


def project(tmp_path: Path, **files: str) -> Project:
    folder = tmp_path / "content" / "curation"
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return Project(tmp_path, Settings())


def test_the_editor_wins_and_what_the_machine_found_is_kept(tmp_path: Path) -> None:
    curation, problems = load_curation(project(tmp_path, one=GOOD), TAXONOMY)
    assert problems == []
    record = curate(ARTICLE, FOUND, "CN", curation, TAXONOMY).record
    assert (record.article.title, record.article.date) == ("A telescope for two countries", "2024-05-22")
    assert record.article.date_basis is DateBasis.EDITOR
    assert record.findings.partners == (Place("partner:CL", "CL", 1.0, (CHILE,)),)
    assert record.findings.mentions == (Place("mention:PE", "PE", 0.6, (PERU,)),)
    assert [tag.id for tag in record.findings.themes] == ["astronomy", "space"]
    assert record.filed
    assert {(decision.field, decision.was) for decision in record.decisions} == {
        ("title", "A telescope"),
        ("date", "2024-05-21?"),
        ("partners", "PE"),
        ("themes", "astronomy"),
    }
    assert {decision.by for decision in record.decisions} == {"Ana Editor"}


def test_evidence_in_a_replaced_title_goes_with_the_title(tmp_path: Path) -> None:
    curation, _ = load_curation(project(tmp_path, one=GOOD), TAXONOMY)
    record = curate(ARTICLE, FOUND, "CN", curation, TAXONOMY).record
    assert record.findings.themes[0].evidence == ()


def test_without_a_decision_the_findings_stay_as_they_are() -> None:
    record = curate(ARTICLE, FOUND, "CN", Curation(), TAXONOMY).record
    assert (record.article, record.findings, record.decisions) == (ARTICLE, FOUND, ())


def test_a_decision_about_an_article_that_is_not_there_is_reported(tmp_path: Path) -> None:
    curation, _ = load_curation(project(tmp_path, one=GOOD), TAXONOMY)
    (problem,) = leftover(curation, [])
    assert (problem.code, problem.file) == ("stale-override", "content/curation/one.yml")
    assert leftover(curation, [curate(ARTICLE, FOUND, "CN", curation, TAXONOMY).record]) == []


@pytest.mark.parametrize(
    ("broken", "line", "field", "code"),
    [
        (GOOD.replace("[CL]", "[CL, QQ]"), 5, "partners[1]", "unknown-country"),
        (GOOD.replace("[CL]", "[Chile]"), 5, "partners[0]", "invalid-field"),
        (GOOD.replace("astronomy, space", "astronmy"), 6, "themes[0]", "unknown-theme"),
        (GOOD.replace("2024-05-22", "22 May 2024"), 8, "date", "invalid-field"),
        (GOOD.replace("by: Ana Editor\n", ""), 1, "by", "invalid-field"),
        (GOOD + "sumary: x\n", 9, "sumary", "invalid-field"),
        (GOOD.replace("why: The", "why: The: "), 4, None, "yaml-syntax"),
        (GOOD + "title: again\n", 9, None, "yaml-syntax"),
        (GOOD.replace("[CL]", "CL"), 5, "partners", "invalid-field"),
        ("- a list\n", 1, "", "invalid-field"),
    ],
)
def test_a_faulty_decision_is_left_out_and_says_where(
    tmp_path: Path, broken: str, line: int, field: str | None, code: str
) -> None:
    curation, problems = load_curation(project(tmp_path, bad=broken, good=GOOD), TAXONOMY)
    assert (problems[0].file, problems[0].line, problems[0].code) == ("content/curation/bad.yml", line, code)
    assert (problems[0].field or "") == (field or "")
    assert problems[0].example
    assert curation.files == {ID: "content/curation/good.yml"}


def test_the_second_file_about_an_article_is_reported(tmp_path: Path) -> None:
    curation, problems = load_curation(project(tmp_path, a=GOOD, b=GOOD.replace("[CL]", "[PE]")), TAXONOMY)
    assert [problem.code for problem in problems] == ["double-override"]
    assert [getattr(ruling.step, "value", None) for ruling in curation.articles[ID]].count(("CL",)) == 1

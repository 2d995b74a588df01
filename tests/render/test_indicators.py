"""Figures over time and what contradicts what: every number leads to its sentence and says who gives it, and when."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.catalog import catalog
from generator.catalog.contradictions import RULES, Verdict
from generator.catalog.measures.data import words_of
from generator.model import Figure, Place, Qualifier, Record, Scope
from generator.render import Tree, render
from generator.render.anchors import anchor_of
from generator.render.figures import ASPECTS
from generator.render.reasons import REASONS, VERDICTS
from generator.taxonomy import Taxonomy
from generator.taxonomy.model import IndicatorEntry, Nature

from .corpus import article, evidence, project, record, taxonomy


def with_indicators() -> Taxonomy:
    """The small taxonomy with one indicator."""
    made = taxonomy()
    labels = {"en": "Laboratories", "zh": "实验室"}
    entry = {"id": "labs", "labels": labels, "definition": labels, "unit": "count", "terms": {"en": ["laborator"]}}
    made.indicators["labs"] = IndicatorEntry.model_validate(entry)
    return made


def told(
    id_: str,
    value: int,
    as_of: str | None = None,
    qualifier: Qualifier | None = None,
    source: str = "morning-wire",
    date: str = "2024-05-21",
) -> Record:
    """An article that gives one figure on laboratories with France; the sentence is short beside its body."""
    said = f"China and France run {value} laboratories."
    body = " ".join([said, *(f"word{id_}{number}" for number in range(60))])  # words of its own: no article is a copy
    figure = Figure(
        id=f"figure:{value}",
        value=value,
        low=None,
        high=None,
        unit="count",
        what="joint laboratories",
        qualifier=qualifier,
        as_of=as_of,
        indicator="labs",
        scope=Scope(("FR",)),
        score=0.9,
        evidence=evidence(body, said),
    )
    written = article(id_, body=body, date=date, source_id=source, source=source)
    return record(written, figures=(figure,))


MADE = [
    told("a", 53, "2022-12-31"),
    told("b", 70, "2024-05", qualifier="over"),
    told("c", 70, "2024-05-02", qualifier="over", source="open-lab"),
    told("d", 31, "2022-12-31", source="quiet-gazette"),
]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    the_project = project(tmp_path_factory.mktemp("project"))
    atlas, _ = catalog(MADE, with_indicators(), the_project.settings)
    return render(atlas, the_project)


def page(tree: Tree, path: str) -> str:
    (markdown,) = (one.markdown for one in tree.pages if one.path == path)
    return markdown


def test_the_index_of_indicators_has_those_with_figures(tree: Tree) -> None:
    assert "| [Laboratories](labs.md) |" in page(tree, "indicators/index.md")


def test_an_indicator_shows_each_point_with_bound_date_witnesses_and_the_way_to_its_sentence(tree: Tree) -> None:
    shown = page(tree, "indicators/labs.md")
    (figure,) = MADE[0].findings.figures
    assert f"../articles/a.md#{anchor_of(figure)}" in shown
    assert f'id="{anchor_of(figure)}"' in page(tree, "articles/a.md")
    assert '<time datetime="2022-12-31">31 December 2022</time> | <data value="53">53</data> |' in shown
    assert '<data value="70">over 70</data> |' in shown
    assert "(2 articles, 2 sources)" in shown


def test_a_series_of_several_times_has_a_chart_that_says_in_words_what_it_shows(tree: Tree) -> None:
    shown = page(tree, "indicators/labs.md")
    assert shown.count('<svg class="atlas-chart__svg"') == 1
    assert "53 (31 December 2022)" in shown


def test_the_page_of_a_country_has_the_newest_figure_of_each_of_its_series(tmp_path: Path) -> None:
    made = record(MADE[0].article, partners=(Place("partner:FR", "FR", 0.9),), figures=MADE[0].findings.figures)
    the_project = project(tmp_path)
    atlas, _ = catalog([made], with_indicators(), the_project.settings)
    shown = page(render(atlas, the_project), "countries/fr.md")
    assert "## Figures over time" in shown
    assert "| [Laboratories](../indicators/labs.md#series-" in shown


def test_conflicts_come_first_with_both_sentences_and_the_rule(tree: Tree) -> None:
    shown = page(tree, "contradictions/index.md")
    headings = [line[3:] for line in shown.splitlines() if line.startswith("## ")]
    assert headings[: len(VERDICTS)] == [heading for heading, _ in VERDICTS.values()]
    conflicts = shown.split("## Updates")[0]
    assert "<code>same-time</code>" in conflicts
    assert "China and France run 53 laboratories." in conflicts
    assert "According to Quiet Gazette" in conflicts


def test_a_source_that_may_not_be_quoted_is_named_without_its_words(tree: Tree) -> None:
    everything = "".join(one.markdown for one in tree.pages) + "".join(
        data.decode("utf-8", "replace") for data in tree.files.values()
    )
    assert "run 31 laboratories" not in everything


def test_the_data_say_what_the_pages_say(tree: Tree) -> None:
    (series,) = json.loads(tree.files["data/indicators.json"])
    assert [point["value"] for point in series["points"]] == [53, 31, 70]
    assert [point["independent_sources"] for point in series["points"]] == [1, 1, 2]
    pairs = json.loads(tree.files["data/contradictions.json"])
    assert [pair["verdict"] for pair in pairs] == ["conflict", "update", "update"]
    rows = list(csv.DictReader(io.StringIO(tree.files["data/indicators/labs.csv"].decode("utf-8-sig"))))
    assert [(row["value"], row["qualifier"], row["as_of"]) for row in rows][-1] == ("70", "over", "2024-05")
    assert {row["countries"] for row in rows} == {"FR"}


def test_every_rule_verdict_and_aspect_has_its_words() -> None:
    assert set(REASONS) == {rule.id for rule in RULES} | {"change-agrees", "change-differs"}
    assert set(VERDICTS) == set(Verdict)
    assert set(ASPECTS) == set(words_of("cues.yml")["aspects"])


def test_a_series_is_named_in_the_language_of_the_page_where_an_article_does_so(tmp_path: Path) -> None:
    chinese = replace(MADE[0], findings=replace(MADE[0].findings, language="zh", figures=(_in_chinese(MADE[0]),)))
    the_project = project(tmp_path)
    atlas, _ = catalog([chinese, MADE[1]], with_indicators(), the_project.settings)
    assert "</span>France: joint laboratories\n" in page(render(atlas, the_project), "indicators/labs.md")
    atlas, _ = catalog([chinese], with_indicators(), the_project.settings)
    assert '</span>France: <span lang="zh">实验室</span>\n' in page(render(atlas, the_project), "indicators/labs.md")


def _in_chinese(made: Record) -> Figure:
    return replace(made.findings.figures[0], what="实验室")


@pytest.mark.parametrize(("nature", "paths"), [(Nature.STOCK, 1), (Nature.FLOW, 0)])
def test_a_line_joins_what_there_is_and_no_single_sums(nature: Nature, paths: int, tmp_path: Path) -> None:
    made = with_indicators()
    made.indicators["labs"] = made.indicators["labs"].model_copy(update={"nature": nature})
    the_project = project(tmp_path)
    atlas, _ = catalog([told("a", 53, "2022-12-31"), told("b", 70, "2024-05")], made, the_project.settings)
    drawn = next(one.markdown for one in render(atlas, the_project).pages if one.path == "indicators/labs.md")
    assert drawn.count('class="atlas-chart__line"') == paths

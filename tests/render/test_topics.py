"""The overviews of themes and groups: what is known of each, and what was not collected."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.catalog import catalog
from generator.model import Place, Record, Tag
from generator.render import render
from generator.taxonomy import Taxonomy
from tests.render.corpus import article, project, record, taxonomy
from tests.render.test_pages import pages_of

SPACE_IN_FRANCE = record(article("a"), partners=(Place("p", "FR", 1.0),), themes=(Tag("space", 1.0),))
WITH_ASEAN = record(article("b"), groups=(Tag("asean", 1.0),), themes=(Tag("space", 1.0),))


def overview(
    root: Path, path: str, known: Taxonomy | None = None, made: tuple[Record, ...] = (SPACE_IN_FRANCE, WITH_ASEAN)
) -> str:
    the_project = project(root)
    atlas, _ = catalog(list(made), known or taxonomy(), the_project.settings)
    return str(pages_of(render(atlas, the_project))[path].markdown)


def card(page: str, name: str) -> str:
    return next(line for line in page.splitlines() if line.startswith(f"- [{name}]"))


def test_a_card_of_a_theme_says_how_much_from_whom_and_with_whom(tmp_path: Path) -> None:
    told = card(overview(tmp_path, "themes/index.md"), "Space")
    assert '<span class="atlas-shade atlas-step-2">2</span>' in told
    assert "Most often with [France](../countries/fr.md)" in told


def test_a_theme_without_articles_is_a_gap_and_no_zero(tmp_path: Path) -> None:
    told = card(overview(tmp_path, "themes/index.md"), "Oceans and polar regions")
    assert '<span class="atlas-gap">nothing collected</span>' in told
    assert "independent" not in told


def test_a_theme_that_the_taxonomy_lacks_stands_apart(tmp_path: Path) -> None:
    odd = record(article("c"), partners=(Place("p", "FR", 1.0),), themes=(Tag("tea", 1.0),))
    page = overview(tmp_path, "themes/index.md", made=(odd,))
    assert page.index("## Other themes") < page.index("- [tea](tea.md)") < page.index("## As a table")


def test_groups_that_no_article_is_filed_under_are_named_as_a_gap(tmp_path: Path) -> None:
    known = taxonomy()
    (asean,) = known.groups.values()
    other = asean.model_copy(update={"id": "far", "labels": asean.labels.model_copy(update={"en": "Far <Union>"})})
    page = overview(tmp_path, "groups/index.md", replace(known, groups={"asean": asean, "far": other}))
    assert "Most often on [Space](../themes/space.md)" in card(page, "ASEAN")
    assert "Nothing was collected about: Far &lt;Union&gt;" in page

"""The data files hold facts about every article, and the schema of the wire format."""

from __future__ import annotations

import json
from pathlib import Path

from generator.catalog import catalog
from generator.exchange import json_schema
from generator.render import render

from .corpus import article, project, record, records, taxonomy


def test_every_article_is_listed_with_its_facts_newest_first(tmp_path: Path) -> None:
    the_project = project(tmp_path)
    atlas, _ = catalog(records(), taxonomy(), the_project.settings)
    listed = json.loads(render(atlas, the_project).files["data/articles.json"])
    assert [one["date"] for one in listed] == ["2024-05-21", "2023", "2022-11-28?", "XXXX-11-28", None]
    assert listed[2]["path"] == "articles/2022-11-28-%E5%A4%A9%E6%96%87%E5%8F%B0-3c4d/"
    assert listed[2]["partners"] == ["RS", "FR"]
    assert listed[3]["filed"] is False
    assert not any({"body", "evidence"} & set(one) for one in listed)


def test_the_schema_is_published(tmp_path: Path) -> None:
    the_project = project(tmp_path)
    atlas, _ = catalog([], taxonomy(), the_project.settings)
    assert json.loads(render(atlas, the_project).files["data/record.schema.json"]) == json_schema()


def test_text_that_cannot_be_encoded_does_not_stop_the_others(tmp_path: Path) -> None:
    the_project = project(tmp_path)
    atlas, _ = catalog([record(article("a", title="lone \ud800"))], taxonomy(), the_project.settings)
    tree = render(atlas, the_project, preview=True)
    assert json.loads(tree.files["data/articles.json"])[0]["title"] == "lone \ud800"
    assert all(page.markdown.encode("utf-8") for page in tree.pages)

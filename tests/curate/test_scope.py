"""An editor says whom a figure is about, also that it is nobody in particular."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalog.measures.reach import Told
from generator.curate import snippet

from .sample import about, digest, read, write

SIGNED = "by: Ana Editor\non: 2026-11-21\nwhy: The list is of all countries.\n"


@pytest.mark.parametrize("scope", ["world", "{}", "{countries: [], groups: []}"])
@pytest.mark.parametrize("new", [False, True])
def test_a_figure_of_the_whole_world_stays_one(tmp_path: Path, scope: str, new: bool) -> None:
    """Also in an article about one partner, whose figures are else about that one."""
    (record,) = read(write(tmp_path, {"d.txt": digest("bridge")}))[0].records
    figure = next(one for one in record.findings.figures if one.value == 114)
    decision = (
        f"add: figure\n    new: {{value: 7, what: cooperation agreements, indicator: agreements, scope: {scope}}}"
        if new
        else f"correct: {figure.id}\n    was: 114\n    to: {{scope: {scope}}}"
    )
    text = f"article: {record.article.id}\n{SIGNED}decisions:\n  - {decision}\n"
    run, atlas = read(write(tmp_path, {}, {"one.yml": text}))
    assert run.problems == []
    told = {point.best.figure.value: point.best.measure.reach for series in atlas.series for point in series.points}
    reach = told[7 if new else 114]
    assert (reach.countries, reach.told) == ((), Told.OVERALL)
    (decided,) = about(run, "114").decisions
    assert new or decided.now == "scope: world"


def test_a_snippet_does_not_say_the_world_for_a_scope_that_is_not_told(tmp_path: Path) -> None:
    (record,) = read(write(tmp_path, {"d.txt": digest("bridge")}))[0].records
    assert "scope" not in snippet(record, "figure:114-cooperation-agreements", "correct")

"""Two articles with figures on one thing: conflict, update, scope, rounding, bound or agreement, as an analyst says."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.catalog.contradictions import RULES, Comparison, compare, contradictions_of
from generator.catalog.measures import statements_of
from generator.catalog.series import series_of
from generator.extract import Lexicon, compile_lexicon, extract
from generator.model import Article, Record
from generator.settings import BUNDLED, Project, Settings
from generator.taxonomy import Taxonomy, load_taxonomy

HERE = Path(__file__).parent


def cases(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return loaded


@cache
def tools() -> tuple[Taxonomy, Lexicon]:
    taxonomy = load_taxonomy(Project(BUNDLED, Settings()))[0]
    return taxonomy, compile_lexicon(taxonomy)


def record(id_: str, told: dict[str, str], home: str) -> Record:
    """An article with one paragraph, read as any other."""
    article = Article(
        doc=f"{id_}.txt",
        item=1,
        id=id_,
        title=None,
        date=str(told["date"]) if told.get("date") else None,
        date_basis=None,
        source=told.get("source"),
        source_id=None,
        byline=None,
        url=None,
        body=told["text"],
    )
    return Record(article, extract(article, tools()[1], home, ()), home, "")


def compared(case: dict[str, Any]) -> tuple[Comparison, ...]:
    told = [record(name, case[name], case.get("home", "CN")) for name in ("first", "second") if name in case]
    taxonomy = tools()[0]
    return contradictions_of(series_of(statements_of(told, taxonomy)), taxonomy)


def verdicts(case: dict[str, Any]) -> set[str]:
    """The verdicts on the two articles; an amount that both give is an agreement although it is one point."""
    told = [record(name, case[name], case.get("home", "CN")) for name in ("first", "second") if name in case]
    taxonomy = tools()[0]
    series = series_of(statements_of(told, taxonomy))
    found = {str(one.verdict) for one in contradictions_of(series, taxonomy)}
    agreed = any(len(point.witnesses) > 1 for one in series for point in one.points)
    return found or ({"agreement"} if agreed else {"none"})


@pytest.mark.parametrize("case", cases("seen_cases.yml"), ids=lambda case: case["id"])
def test_a_planted_pair_gets_the_verdict_of_an_analyst(case: dict[str, Any]) -> None:
    assert case["verdict"] in verdicts(case)
    assert "conflict" not in verdicts(case) or case["verdict"] == "conflict"


def test_pairs_that_were_set_aside_are_told_as_well_as_ever() -> None:
    """The score may rise; a pair that should be no conflict never becomes one."""
    ratchet: dict[str, int] = yaml.safe_load((HERE / "ratchet.yml").read_text(encoding="utf-8"))
    told = {case["id"]: (case["verdict"], verdicts(case)) for case in cases("held_out_cases.yml")}
    wrong = {id_: got for id_, (wanted, got) in told.items() if got != {wanted}}
    assert len(told) - len(wrong) >= ratchet["right"], wrong
    assert not [id_ for id_, (wanted, got) in told.items() if "conflict" in got and wanted != "conflict"]


def test_each_rule_has_a_name_of_its_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_each_rule_decides_at_least_one_planted_pair() -> None:
    """But the guard for figures whose scope is not clear: those are never paired."""
    fired = {one.rule for case in cases("seen_cases.yml") for one in compared(case)}
    assert fired == {rule.id for rule in RULES} - {"scope-not-clear"} | {"change-agrees", "change-differs"}


def test_a_figure_whose_scope_is_not_clear_contradicts_nothing() -> None:
    text = "Serbia, Hungary and China met. They run {} joint laboratories."
    told = [record(str(number), {"date": "2024-05-01", "text": text.format(number)}, "CN") for number in (4, 90)]
    first, second = statements_of(told, tools()[0])
    rule = compare(first, second)
    assert rule is not None and rule.id == "scope-not-clear"
    assert not contradictions_of(series_of([first, second]), tools()[0])

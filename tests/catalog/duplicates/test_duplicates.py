"""Reprints are one source however they were edited, and what merely shares words stays apart."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.catalog.duplicates import find_duplicates
from generator.model import Article, Figure, Findings, Place, Record, Scope

CASES = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text(encoding="utf-8"))
TEXTS: dict[str, str] = CASES["texts"]


def record(id_: str, body: str, date: str = "2024-05-21", **facts: Any) -> Record:
    partners = tuple(Place(f"partner:{code}", code, 1.0) for code in facts.get("partners", ()))
    figures = tuple(
        Figure(f"figure:{value}", value, None, None, "count", "things", None, None, None, Scope(), 1.0)
        for value in facts.get("figures", ())
    )
    article = Article(f"{id_}.txt", 1, id_, id_, date, None, None, None, None, None, body.strip())
    return Record(article, Findings("en", True, partners=partners, figures=figures), "CN", "")


def together(records: Sequence[Record]) -> set[tuple[str, ...]]:
    return set(find_duplicates(records).clusters.values())


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: str(case["name"]))
def test_copies_are_told_from_articles_that_share_words(case: dict[str, Any]) -> None:
    """Each planted pair is judged right, with all other texts beside it."""
    facts = case.get("facts", [{}, {}])
    one, other = (TEXTS.get(case[key], case[key]) for key in ("one", "other"))
    records = [record("one", one, **facts[0]), record("other", other, "2024-05-23", **facts[1])]
    records += [record(name, body) for name, body in TEXTS.items() if name != case["one"]]
    tail = other.partition("\n\n")[2]
    records += [record(f"more{number}", f"{news}\n\n{tail}") for number, news in enumerate(case.get("more", ()))]
    assert together(records) == ({("one", "other")} if case["copies"] else set())


def edited(body: str, share: float, dice: random.Random) -> str:
    """The body with this share of its words (or of its pairs of Chinese characters) replaced, dropped or added to."""
    pieces = re.findall(r"[a-zA-Z0-9']+|[\u4e00-\u9fff]{1,2}|.", body, re.DOTALL)
    others = [piece for text in TEXTS.values() for piece in re.findall(r"[a-z]{4,}|[\u4e00-\u9fff]{2}", text)]
    out = []
    for piece in pieces:
        if not piece.isalnum() or dice.random() >= share:
            out.append(piece)
        else:
            blank = " " if piece.isascii() else ""
            out.append(
                dice.choice((dice.choice(others), dice.choice(others), "", f"{piece}{blank}{dice.choice(others)}"))
            )
    return "".join(out)


def trimmed(body: str, dice: random.Random) -> str:
    """Half of the body's paragraphs, in their order."""
    paragraphs = body.strip().split("\n\n")
    kept = sorted(dice.sample(range(len(paragraphs)), len(paragraphs) // 2 + len(paragraphs) % 2))
    return "\n\n".join(paragraphs[at] for at in kept)


@pytest.mark.parametrize(
    ("share", "cut", "found"),
    [(0.0, False, 1.0), (0.0, True, 1.0), (0.15, False, 1.0), (0.15, True, 0.95), (0.25, False, 0.95)],
)
def test_edited_and_trimmed_reprints_are_found(share: float, cut: bool, found: float) -> None:
    """Of reprints edited at random, nearly all are found, and never is one joined with another article."""
    dice = random.Random(20260521)
    reprints = {}
    for name, body in TEXTS.items():
        for number in range(10):
            reprints[f"{name}-{number}"] = edited(trimmed(body, dice) if cut else body, share, dice)
    right = 0
    for id_, body in reprints.items():
        clusters = together([*(record(name, text) for name, text in TEXTS.items()), record(id_, body, "2024-06-01")])
        name = id_.rpartition("-")[0]
        assert clusters <= {(name, id_)}
        right += len(clusters)
    assert right >= found * len(reprints)


def test_a_story_with_many_reprints_is_one_cluster_and_the_first_is_its_original() -> None:
    dice = random.Random(7)
    records = [record(f"r{n:02}", edited(TEXTS["lens"], 0.1, dice), f"2024-07-{n + 1:02}") for n in range(28)]
    (cluster,) = together(records)
    assert cluster == tuple(sorted(one.article.id for one in records))


def test_the_order_of_the_articles_does_not_matter() -> None:
    dice = random.Random(7)
    records = [record(f"{name}{n}", edited(text, 0.1, dice)) for name, text in TEXTS.items() for n in range(3)]
    found = find_duplicates(records)
    assert len(found.clusters) == len(records)
    assert find_duplicates(dice.sample(records, len(records))) == found


def test_a_collection_does_not_join_the_articles_it_holds() -> None:
    """A round-up that reprints several articles is no reason to call these one."""
    parts = [text.strip() for name, text in TEXTS.items() if name.isascii()]
    records = [record(f"part{n}", text) for n, text in enumerate(parts)]
    assert together([*records, record("round-up", "\n\n".join(parts), "2024-06-01")]) == set()


def test_an_undated_copy_is_not_the_original() -> None:
    undated = record("a", TEXTS["lens"], date="")
    assert together([undated, record("b", TEXTS["lens"], "2024-05-21?")]) == {("b", "a")}

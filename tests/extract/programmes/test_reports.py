"""Short reports of our own making yield the programmes, agreements and events that a reader finds in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract.agreements import find_agreements
from generator.extract.events import find_events
from generator.extract.programmes import ProgrammeLexicon, find_programmes
from generator.model import Agreement, Event, Programme

HERE = Path(__file__).parent
Found = tuple[tuple[Programme, ...], tuple[Agreement, ...], tuple[Event, ...]]
Find = Callable[[dict[str, Any]], Found]

#: F1 reached over a file of cases: it may rise, not fall.
REACHED = {
    "reports_tuning": {"programmes": 1.0, "agreements": 1.0, "events": 1.0},
    "reports_held_out": {"programmes": 1.0, "agreements": 1.0, "events": 1.0},
    "reports_fresh": {"programmes": 1.0, "agreements": 1.0, "events": 1.0},
}


def cases(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="session")
def find(prepare: Callable[..., Any], register: ProgrammeLexicon) -> Find:
    """Everything the three rules find in a case."""

    def run(case: dict[str, Any]) -> Found:
        home = case.get("home", "CN")
        article, sentences = prepare(case["text"], case.get("title"), home)
        return (
            find_programmes(article, sentences, register),
            find_agreements(article, sentences, home),
            find_events(article, sentences),
        )

    return run


def compare(case: dict[str, Any], found: Found) -> dict[str, tuple[int, list[str], list[str]]]:
    """For each kind of finding: how many are right, which are extra, which are missed."""
    programmes, agreements, events = found
    names = [programme.name for programme in programmes]
    wanted = case.get("programmes", [])
    extra = [name for name in names if name not in wanted and name not in case.get("optional", ())]
    deeds = [{"kind": a.kind, "parties": list(a.parties), "date": a.date} for a in agreements]
    asked = case.get("agreements", [])
    held = case.get("events", [])
    left = list(events)
    missed: list[str] = []
    for event in held:
        match = next(
            (e for e in left if event["what"] in e.what and (e.place, e.date) == (event["place"], event["date"])), None
        )
        if match is None:
            missed.append(str(event))
        else:
            left.remove(match)
    return {
        "programmes": (sum(name in names for name in wanted), extra, [n for n in wanted if n not in names]),
        "agreements": (
            sum(deed in asked for deed in deeds),
            [str(deed) for deed in deeds if deed not in asked],
            [str(deed) for deed in asked if deed not in deeds],
        ),
        "events": (
            len(held) - len(missed),
            [] if case.get("optional_events") else [f"{e.what}|{e.place}|{e.date}" for e in left],
            missed,
        ),
    }


@pytest.mark.parametrize("name", sorted(REACHED))
def test_f1_does_not_fall(name: str, find: Find) -> None:
    """Over each file of cases, every kind of finding reaches at least the F1 that it reached before."""
    totals = {kind: [0, 0, 0] for kind in REACHED[name]}
    faults = []
    for case in cases(name):
        for kind, (right, extra, missed) in compare(case, find(case)).items():
            for index, count in enumerate((right, len(extra), len(missed))):
                totals[kind][index] += count
            if extra or missed:
                faults.append((case["text"][:40], kind, "extra", extra, "missed", missed))
    for kind, (right, wrong, missed_count) in totals.items():
        assert 2 * right / (2 * right + wrong + missed_count) >= REACHED[name][kind], (kind, faults)

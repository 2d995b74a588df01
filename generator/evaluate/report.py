"""What an evaluation says, for a terminal and as one HTML page with the findings marked in the text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..exchange import RecordJson
from .labels import Label
from .measure import Evaluation, Measure

_WORST = 20  # articles that the terminal names
_KINDS = ("partners", "groups", "themes", "figures", "people", "programmes", "agreements", "events", "quotes")


def as_table(evaluation: Evaluation) -> str:
    """The measures, then the articles with the most differences."""
    rows = ["kind                 F1  precision   recall   right  extra  missing"]
    for kind, measure in evaluation.measures.items():
        shares = "  ".join(f"{_percent(value):>8}" for value in (measure.f1, measure.precision, measure.recall))
        rows.append(f"{kind:<17}{shares}{measure.right:>7}{measure.extra:>7}{measure.missing:>8}")
    for where, differences in evaluation.worst()[:_WORST]:
        rows += ["", where, *(f"  {text}" for text in differences)]
    return "\n".join(rows)


def as_json(evaluation: Evaluation) -> dict[str, dict[str, float | int | None]]:
    """The measures for a program, by kind."""
    return {
        kind: {
            "f1": measure.f1,
            "precision": measure.precision,
            "recall": measure.recall,
            "right": measure.right,
            "extra": measure.extra,
            "missing": measure.missing,
        }
        for kind, measure in evaluation.measures.items()
    }


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def as_html(evaluation: Evaluation, template_folders: Iterable[Path]) -> str:
    """One page, self-contained: the measures, and each article with its findings marked beside its labels."""
    loader = FileSystemLoader([str(folder) for folder in template_folders])
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    wrong = dict(evaluation.worst())
    pairs = sorted(evaluation.pairs, key=lambda pair: (-len(wrong.get(pair[0].where, ())), pair[0].where))
    return environment.get_template("evaluation.html.j2").render(
        measures=[(kind, *_row(measure)) for kind, measure in evaluation.measures.items()],
        plots=[
            (kind, [_point(*point) for point in measure.reliability()])
            for kind, measure in evaluation.measures.items()
            if measure.scored
        ],
        articles=[_article(label, record, wrong.get(label.where, [])) for label, record in pairs],
    )


_SIZE = 200  # the side of a reliability plot, in its own units


def _point(score: float, right: float, count: int) -> dict[str, float | int]:
    """A circle of the plot: where it stands, how large it is, and what it says."""
    radius = round(3 + min(count, 100) ** 0.5, 1)
    x, y = round(score * _SIZE, 1), round((1 - right) * _SIZE, 1)
    return {"x": x, "y": y, "radius": radius, "score": score, "right": right, "count": count}


def _row(measure: Measure) -> tuple[str, str, str, int, int, int]:
    shares = (_percent(measure.f1), _percent(measure.precision), _percent(measure.recall))
    return (*shares, measure.right, measure.extra, measure.missing)


def _article(label: Label, record: RecordJson | None, differences: list[str]) -> dict[str, Any]:
    """What the page shows of one article."""
    labelled = {
        "partners": ", ".join(label.partner_countries),
        "mentions": ", ".join(label.mentioned_countries),
        "groups": ", ".join(label.groups),
        "themes": ", ".join(label.themes),
        "figures": ", ".join(f"{one.value} {one.unit}" for one in label.figures),
        "people": ", ".join(one.name for one in label.people),
    }
    return {
        "where": label.where,
        "title": record["title"] if record else label.title,
        "differences": differences,
        "rows": [(kind, text, ", ".join(_names(record, kind))) for kind, text in labelled.items()],
        "pieces": marked(record) if record else [],
    }


def _names(record: RecordJson | None, kind: str) -> list[str]:
    """What was found of a kind, in short."""
    if record is None:
        return []
    found: list[dict[str, Any]] = record[kind]  # type: ignore[literal-required]
    if kind == "figures":
        return [
            f"{one['value'] if one['value'] is not None else (one['min'], one['max'])} {one['unit']}" for one in found
        ]
    return [str(one.get("name") or one.get("code") or one["id"]) for one in found]


def marked(record: RecordJson) -> list[tuple[str, str]]:
    """The body in pieces, each with the kinds of finding whose evidence covers it: `partners figures`."""
    body = record["body"]
    spans = [
        (piece["start"], piece["end"], kind)
        for kind in _KINDS
        for finding in record[kind]  # type: ignore[literal-required]
        for piece in finding["evidence"]
        if piece["field"] == "body"
    ]
    edges = sorted({0, len(body), *(start for start, _, _ in spans), *(end for _, end, _ in spans)})
    return [
        (body[start:end], " ".join(dict.fromkeys(k for first, last, k in spans if first <= start and end <= last)))
        for start, end in pairwise(edges)
    ]

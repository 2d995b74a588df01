"""A date that an editor set says so, and what took its year from a guess takes it from that date."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.curate.fields import Draft, edit
from generator.curate.schema import Accept, Correct, Plain
from generator.model import Article, DateBasis, Figure, Findings, Scope, Status

from .conftest import shared

FIGURE = Figure("figure:7-fish", 7, None, None, "count", "fish", None, "2023-05?", None, Scope(), 0.9)
ARTICLE = Article("d", 1, "x", "T", "2023-05-21?", DateBasis.INFERRED, None, None, None, None, "Fish.")


@pytest.mark.parametrize(
    ("step", "date", "as_of"),
    [
        (Accept(accept="date", was="2023-05-21?"), "2023-05-21", "2023-05"),
        (Correct(correct="date", was="2023-05-21?", to="2022-05-21"), "2022-05-21", "2022-05"),
        (Plain("date", "2023-05-20"), "2023-05-20", "2023-05"),
    ],
)
def test_an_editors_date(step: Accept | Correct | Plain, date: str, as_of: str) -> None:
    other = replace(FIGURE, id="figure:8-fish", as_of="2019?")
    done = edit(step, Draft(ARTICLE, Findings("en", True, figures=(FIGURE, other)), Status()), "", shared()[0])
    assert not hasattr(done, "example"), done
    draft = done.draft
    assert (draft.article.date, draft.article.date_basis) == (date, DateBasis.EDITOR)
    assert [one.as_of for one in draft.findings.figures] == [as_of, "2019?"]

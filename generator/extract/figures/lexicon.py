"""The indicators of the taxonomy, ready to be matched."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...taxonomy import Taxonomy
from ...taxonomy.model import Terms

MONEY = "money"


@dataclass(frozen=True, slots=True)
class _Indicator:
    id: str
    unit: str
    terms: re.Pattern[str]
    context: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class FigureLexicon:
    """Which figures belong to which indicator; the first that fits wins."""

    indicators: tuple[_Indicator, ...]

    def indicator_of(self, unit: str, money: bool, what: str, sentence: str) -> str | None:
        """The indicator of a figure with that unit that counts `what`."""
        for indicator in self.indicators:
            fits = money if indicator.unit == MONEY else indicator.unit == unit
            if fits and indicator.terms.search(what) and indicator.context.search(sentence):
                return indicator.id
        return None


def compile_figures(taxonomy: Taxonomy) -> FigureLexicon:
    """The indicators of a taxonomy, in their order."""
    return FigureLexicon(
        tuple(
            _Indicator(entry.id, entry.unit, _pattern(entry.terms), _pattern(entry.context))
            for entry in taxonomy.indicators.values()
        )
    )


def _pattern(terms: Terms) -> re.Pattern[str]:
    """Any of the terms, English ones as the beginning of a word or phrase; no terms: everything."""
    parts = [rf"\b{re.escape(term)}" for term in terms.en] + [re.escape(term) for term in terms.zh]
    return re.compile("|".join(parts), re.IGNORECASE)

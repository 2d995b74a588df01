"""The parts of a page that is a briefing: what it knows and does not, and what is reported, each with who says so."""

from __future__ import annotations

from .coverage import Coverage, by_year, covered, missing_years, theme_years, year_chart
from .glance import glance
from .knows import knows, last_article, mix_lines
from .reported import LISTS, Listed, Row, reported

__all__ = [
    "LISTS",
    "Coverage",
    "Listed",
    "Row",
    "by_year",
    "covered",
    "glance",
    "knows",
    "last_article",
    "missing_years",
    "mix_lines",
    "reported",
    "theme_years",
    "year_chart",
]

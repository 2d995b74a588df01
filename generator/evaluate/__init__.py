"""Evaluate: the machine's findings against the labels that an editor wrote. Measures; changes nothing."""

from .labels import Label, load_labels
from .measure import Evaluation, evaluate
from .report import as_html, as_json, as_table

__all__ = ["Evaluation", "Label", "as_html", "as_json", "as_table", "evaluate", "load_labels"]

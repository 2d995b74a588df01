"""Curate: the machine's findings and the editors' decisions become the record that is published."""

from .apply import curate
from .load import Curation, load_curation

__all__ = ["Curation", "curate", "load_curation"]

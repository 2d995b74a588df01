"""Curate: the machine's findings and the editors' decisions become the record that is published.

load.py reads the decisions (schema.py: what a file may say; steps.py, names.py: what else must hold), cut.py applies
those about a document, apply.py those about an article (findings.py, fields.py; match.py: whether they still fit),
leftover.py tells which ones found nothing, and snippet.py writes one for an editor to fill.
"""

from .apply import Curated, curate
from .cut import Cut, recut
from .leftover import held_back, leftover
from .load import Curation, faults_in, load_curation
from .snippet import Choice, file_name, snippet, stub

__all__ = [
    "Choice",
    "Curated",
    "Curation",
    "Cut",
    "curate",
    "faults_in",
    "file_name",
    "held_back",
    "leftover",
    "load_curation",
    "recut",
    "snippet",
    "stub",
]

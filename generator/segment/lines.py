"""The expressions that are tried on every line of a document: most of them on few lines only."""

from __future__ import annotations

from ..prefilter import Prefilter

LINES = Prefilter()
REMEMBERED = 512  # lines whose reading is kept, since many rules ask the same of the same line

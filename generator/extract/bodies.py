"""The expressions that are tried on every body and title: most of them stand in few articles only."""

from __future__ import annotations

from ..prefilter import Prefilter

BODIES = Prefilter()

"""What all tests share: no property test fails because the machine is slow."""

from __future__ import annotations

import os

from hypothesis import settings

if "CI" not in os.environ:  # there, hypothesis loads a profile of its own: no deadline, the same examples each time
    settings.register_profile("patient", deadline=None)
    settings.load_profile("patient")

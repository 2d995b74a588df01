"""How the tests of this folder compare texts."""

from __future__ import annotations

import re
import unicodedata


def folded(text: object) -> str:
    """A text as it is compared: letters and digits only, without regard to case and width; nothing for None."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", str(text or "")).casefold())

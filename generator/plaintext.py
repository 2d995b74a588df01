"""Text as one line of characters that can be shown: what every format that we write is fed with."""

from __future__ import annotations

import re

#: Controls and surrogates, marks that reorder or hide text, and code points that are no characters.
_UNWANTED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
    + "".join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)


def clean(text: str) -> str:
    """`text` on one line, without characters that cannot be shown or that change the order of others."""
    if text.isprintable() and "  " not in text and text == text.strip():  # as nearly all texts are: nothing to do
        return text
    return " ".join(_UNWANTED.sub("", " ".join(text.split())).split())

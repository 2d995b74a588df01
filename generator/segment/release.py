"""Who issued a press release: the institution that its closing notes tell of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .boilerplate import about_whom
from .lines import LINES
from .rows import Kind, Row

_MORE_NAME = r"(?:\s+(?:(?:of|for|and|the|in|on|de|für|at)\s+)*[A-ZÀ-Þ][\w&'’-]*)*"
_ANNOUNCED = LINES.compile(
    r"(?:^|[–—:.]\s+)(?:the\s+)?(?P<name>[A-ZÀ-Þ][\w&'’-]*"
    + _MORE_NAME
    + r")(?:\s*\([A-Z]{2,8}\))?\s+(?:today|has today|on \w+day)\s+(?:announced|said|signed|launched)"
)
_RELEASE = re.compile(
    r"(?:press|news|media) (?:release|statement)|for (?:immediate )?release|新闻稿|新闻公报", re.IGNORECASE
)


def issuer(rows: Sequence[Row], first_paragraph: str) -> str | None:
    """The institution that issued a press release; None for a document that is none, or does not say."""
    notes = [(i, name) for i, row in enumerate(rows) if row.kind is Kind.TAIL and (name := about_whom(row.text))]
    told = any(row.kind is Kind.LABEL and _RELEASE.search(row.text) for row in rows)
    if not notes or re.fullmatch(r"(?:the )?authors?|us|me|this .*", notes[0][1], re.IGNORECASE):
        match = _ANNOUNCED.search(first_paragraph) if told else None
        return match["name"] if match else None
    index, name = notes[0]
    name = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
    for row in rows[index + 1 : index + 4]:
        if match := re.search(re.escape(name) + _MORE_NAME, row.text):
            return match[0]
    return name

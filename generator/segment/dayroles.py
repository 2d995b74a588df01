"""What the words beside a printed day say that it is the day of: of publication, of printing, of an event."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from ..script import simplified


def _forms(words: str) -> str:
    """An expression for any of some words; none begins or ends inside a Latin word."""
    forms = (re.escape(word.strip()).replace(r"\*", r"\w*") for word in words.split(","))
    return "|".join(rf"(?<![a-z]){form}(?![a-z])" for form in forms)


_DATA = yaml.safe_load((Path(__file__).parent / "published.yml").read_text(encoding="utf-8"))
#: What speaks for a day as the one of publication.
WEIGHTS: dict[str, float] = _DATA["weights"]
#: The roles, the strongest first.
ROLES: tuple[str, ...] = tuple(_DATA["roles"])
#: A word that gives a role; the group of the match is the role.
ROLE = re.compile("|".join(rf"(?P<{role}>{_forms(words)})" for role, words in _DATA["roles"].items()), re.IGNORECASE)
_OF_PUBLICATION = ("published", "held")


def is_day_label(text: str) -> bool:
    """Whether a few words only say what a day is the day of: 打印时间, "Event date"."""
    return not ROLE.sub("", simplified(text)).strip(" :：.")


def says_other_day(label: str) -> bool:
    """Whether a label speaks of a day that is not the one of publication: "Last updated", 活动时间."""
    return any(match.lastgroup not in _OF_PUBLICATION for match in ROLE.finditer(simplified(label)))

"""The kinds of facts, and the findings that they are made of."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from ..model import Agreement, Event, Figure, Person, Place, Programme, Tag

Finding: TypeAlias = Figure | Agreement | Programme | Event | Person | Place | Tag


class Kind(StrEnum):
    """What kind of fact it is, in the order in which an answer lists them."""

    FIGURE = "figure"
    AGREEMENT = "agreement"
    PROGRAMME = "programme"
    EVENT = "event"
    PERSON = "person"
    COUNTRY = "country"  # a sentence that reports cooperation with it
    ARTICLE = "article"  # the article itself, or a sentence that tells its theme or group

"""Keys that may be meant to keep an article from the public: an editor who slips in one must not publish by it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

#: What says who may see an article, here or in programs that people come from.
_HIDING = ("state", "status", "publish", "published", "until", "draft", "embargo", "embargoed", "withdrawn")
#: What is near one of these and says something else; the nearest counts.
_OTHER = (
    "publisher",
    "publishers",
    "publication",
    "publish_date",
    "published_at",
    "published_on",
    "station",
    "statement",
    "stage",
    "date",
    "slate",
    "unit",
)
_OPEN = frozenset({"published", "publish", "public", "true", "yes", "on"})
_SHUT = frozenset({"false", "no", "off"})
_NEAR = 0.7
_WORDS_OF_DATES = re.compile(
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|am$|pm$|t$|z$|st$|nd$|rd$|th$|gmt|utc"
)


def meant_to_hide(key: object, value: object, known: Iterable[str] = ()) -> bool:
    """Whether a key, perhaps in the wrong case or with a slip, may say that an article is not for the public.

    `known` are keys that are right, and so mean what they say. `State: draft`, `sate: withdrawn`, `Publish: false` and
    `draft: true` are meant to hide; `status: published`, `published: 2024-05-21` and `publisher: Xinhua` are not.
    """
    name = unicodedata.normalize("NFKC", str(key)).strip().casefold().replace("-", "_")
    near = get_close_matches(name, [*_HIDING, *_OTHER, *known], 1, _NEAR)
    if not near or near[0] not in _HIDING:
        return False
    said = "" if value is None else str(value).strip().casefold()
    if near[0] in ("draft", "embargo", "embargoed", "withdrawn"):
        return said not in _SHUT
    dated = near[0].startswith("publish") and _is_date(said)
    return said not in _OPEN and not dated


def _is_date(text: str) -> bool:
    """Whether a text is a date in any form and nothing else: 2024-05-21, 22/08/2023, "March 3, 2021"."""
    dated = re.search(r"(?<!\d)\d{4}(?!\d)", text) is not None
    return dated and all(_WORDS_OF_DATES.match(word) for word in re.findall(r"[^\W\d年月日时分]+", text))

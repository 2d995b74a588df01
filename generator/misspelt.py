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
    dated = near[0].startswith("publish") and re.match(r"\d{4}\b", said) is not None
    return said not in _OPEN and not dated

"""Entries of sources.yml that have a fault: kept for what they say of themselves, and trusted with facts alone.

An entry may be there to say that its owner allows little. Left out, its source would be one that nobody knows, and of
those the site shows extracts; so whatever is wrong with an entry, no more of its source is shown than before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from ..problems import Problem
from .model import Publish, SourceEntry

#: A fault in one of these leaves no doubt of which source an entry speaks.
_HARMLESS = re.compile(r"\[\d+\]\.(?:kind|country|state_media|licence|publish|url)\b")


def salvaged(item: Any) -> SourceEntry | None:
    """What a faulty entry still says, with `publish: facts`; None where it has no id."""
    if not isinstance(item, dict):
        return None
    names = item.get("name")
    printed = [names, *(names.values() if isinstance(names, dict) else ())]
    listed = item.get("aliases")
    printed += listed if isinstance(listed, list) else [listed]
    called = [text.strip() for text in (*printed, item.get("id")) if isinstance(text, str) and text.strip()]
    if not called:
        return None
    names = names if isinstance(names, dict) else {}
    mended = {
        "kind": "website",
        **item,
        "name": {language: names.get(language) or called[0] for language in ("en", "zh")},
        "aliases": called,
        "publish": Publish.FACTS,
    }
    for _ in range(2):  # the second time without what is still wrong
        try:
            return SourceEntry.model_validate(mended)
        except ValidationError as fault:
            for wrong in fault.errors():
                mended.pop(str(wrong["loc"][0]), None)
            mended.setdefault("kind", "website")
    return None


def doubtful(faults: Iterable[Problem]) -> bool:
    """Whether faults in sources.yml may hide a name, so that a source that seems unknown may be one of its entries."""
    return any(not _HARMLESS.match(fault.field or "") for fault in faults)


def strictest(entries: Iterable[SourceEntry]) -> dict[str, SourceEntry]:
    """The entries by id; of several with one id the first, with the names of all and the least that any allows."""
    found: dict[str, SourceEntry] = {}
    for entry in entries:
        first = found.setdefault(entry.id, entry)
        if first is not entry:
            names = (*first.aliases, *entry.aliases, entry.name.en, entry.name.zh)
            publish = min(first.publish, entry.publish, key=list(Publish).index)
            found[entry.id] = first.model_copy(update={"aliases": tuple(dict.fromkeys(names)), "publish": publish})
    return found

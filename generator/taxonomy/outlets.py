"""Which entry of sources.yml a printed name means."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ..script import simplified
from .model import Taxonomy


@dataclass(frozen=True, slots=True, eq=False)  # the same names are the same object: what was read with them is kept
class SourceNames:
    """The ids of the outlets by every name they are printed under, folded."""

    ids: dict[str, str]

    def find(self, printed: str | None) -> str | None:
        """The id of a printed source, however its name is spaced, punctuated or capitalised; None for an unknown one.

        Traditional characters are read as simplified ones.
        """
        return self.ids.get(_key(printed)) if printed else None


def compile_sources(taxonomy: Taxonomy) -> SourceNames:
    """The names and aliases of sources.yml; where two outlets share one, the first in the file has it."""
    ids: dict[str, str] = {}
    for source in taxonomy.sources.values():
        for name in (source.name.en, source.name.zh, *source.aliases):
            if key := _key(name):
                ids.setdefault(key, source.id)
    return SourceNames(ids)


@lru_cache(maxsize=512)  # several rules ask about the same line
def _key(name: str) -> str:
    """A name as it is compared: NFKC, no case, simplified characters, letters and digits only."""
    return "".join(filter(str.isalnum, simplified(unicodedata.normalize("NFKC", name)).casefold()))

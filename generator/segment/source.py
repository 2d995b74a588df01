"""Which outlet a printed source is: compared with the names and aliases of sources.yml."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ..taxonomy import Taxonomy
from .words import han, holds

_HAN_PUBLICATION = re.compile(
    r"(?:日报|晚报|早报|晨报|时报|快报|周报|周刊|月刊|杂志|导报|导刊|通讯社|新闻社|电视台|电台|通讯|在线|[报社网刊台])(?:[（(][^）)]*[）)])?$"
)

_LITTLE = {"of", "and", "the", "for", "&", "in", "to", "on"}
_NAME = r"[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*)?"  # a headline has longer runs of capitals
_INSTITUTION_OF = re.compile(
    rf"^(?:The )?(?:{_NAME} )?(?:Ministry|Embassy|Consulate|Mission|Department|Office|Government|Academy"
    rf"|University|Institute|Council|Commission|Bureau"
    r"|Centre|Center|Foundation|Laboratory|Observatory|School|College|Association|Society|Federation|Agency|Museum)"
    rf"(?:,? (?:of|for|in|to|and|on)(?: the)? {_NAME})+$"
)


@dataclass(frozen=True, slots=True)
class SourceNames:
    """The ids of the outlets by every name they are printed under, folded."""

    ids: dict[str, str]

    def find(self, printed: str | None) -> str | None:
        """The id of a printed source, without regard to case, spaces and punctuation; None for an unknown one."""
        return self.ids.get(_key(printed)) if printed else None


def compile_sources(taxonomy: Taxonomy) -> SourceNames:
    """The names and aliases of sources.yml; where two outlets share one, the first in the file has it."""
    ids: dict[str, str] = {}
    for source in taxonomy.sources.values():
        for name in (source.name.en, source.name.zh, *source.aliases):
            if key := _key(name):
                ids.setdefault(key, source.id)
    return SourceNames(ids)


def _key(name: str) -> str:
    """A name as it is compared: NFKC, no case, letters and digits only."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name).casefold())


def is_publication(text: str, sources: SourceNames) -> bool:
    """Whether a line can only be the name of an outlet or institution, and no headline."""
    text = text.strip()
    if sources.find(text) is not None or re.fullmatch(r"《[^》]{2,20}》", text):
        return True
    if han(text):
        return len(text) <= 16 and " " not in text and _HAN_PUBLICATION.search(text) is not None
    words = text.split()
    if not _capitalised(words):
        return False
    if _INSTITUTION_OF.match(text) and len(words) <= 10:
        return True
    named = len(words) <= 4 and words[0].lower() == "the" and holds("publication", words[-1])
    return named or (len(words) <= 5 and holds("paper", words[-1]))


def is_outlet(text: str, sources: SourceNames) -> bool:
    """Whether a name that stands in a credit is an outlet's or institution's rather than a person's."""
    words = text.split()
    if is_publication(text, sources):
        return True
    if han(text) or not 0 < len(words) <= 8 or not _capitalised(words):
        return False
    return holds("publication", text) or (words[0] == "The" and len(words) > 1)


def _capitalised(words: list[str]) -> bool:
    """Whether every word but the little ones starts with a capital."""
    return bool(words) and all(word[0].isupper() or word in _LITTLE for word in words)

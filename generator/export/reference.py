"""A reference to an article as its outlet published it, or to the atlas, in no format yet."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

from ..edtf import Edtf


class Kind(StrEnum):
    """What was published, by its name in CSL."""

    NEWSPAPER = "article-newspaper"  # also of news agencies
    MAGAZINE = "article-magazine"
    JOURNAL = "article-journal"
    WEBPAGE = "webpage"
    DATASET = "dataset"  # the atlas itself


@dataclass(frozen=True, slots=True)
class Author:
    """A person or an organisation; the parts of a name only where the byline itself tells them apart."""

    name: str  # as printed
    family: str = ""
    given: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a bibliography says of an article. All texts are plain; None and empty where it is not known."""

    id: str  # of the article in the atlas
    kind: Kind
    title: str
    authors: tuple[Author, ...] = ()
    outlet: str = ""
    date: Edtf | None = None
    date_words: str = ""  # the date for people; the only way to say a date without a year
    language: str = ""  # BCP 47
    url: str = ""
    accessed: str = ""  # ISO 8601 day
    note: str = ""
    keywords: tuple[str, ...] = ()

    @property
    def year(self) -> int:
        """The year; 0 where it is not known."""
        return self.date.year if self.date is not None else 0

    def day(self, between: str = "-") -> str:
        """The date as far as it is known, `2024-05-21`; empty where the year is not known."""
        if self.date is None or not self.date.year:
            return ""
        parts = [f"{self.date.year:04}"]
        parts += [f"{part:02}" for part in (self.date.month, self.date.day) if part]
        return between.join(parts)

    @property
    def key(self) -> str:
        """The id as a citation key of ASCII letters, digits and hyphens; unique where ids are."""
        plain = re.sub(r"[^A-Za-z0-9]+", "-", self.id).strip("-")
        if plain == self.id:
            return plain
        digest = hashlib.sha256(self.id.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        return f"{plain}-{digest}".lstrip("-")

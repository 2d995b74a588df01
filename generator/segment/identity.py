"""An article's id: readable, and unique without a look at the rest of the corpus.

"2024-05-21-three-states-share-a-river-1a2b3c": the date as printed, the title, and six digits of a hash of the
document's name and the title as found. A date whose year was worked out stands as "xxxx-11-28", so that a better guess,
or another word in the body, does not move the article. Only letters, digits and hyphens, in lower case: safe in
addresses and file names.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

_MAX_CHARACTERS = 60
_MAX_BYTES = 100
_FIRST_WORDS = 8  # of the body, where there is no title


def article_id(name: str, title: str | None, occurrence: int, date: str | None, body: str) -> str:
    """The id of an article. `occurrence` counts articles of the same title in the document from 0; `date` is EDTF."""
    heading = title or " ".join(body.split()[:_FIRST_WORDS])
    seen = "\0".join([unicodedata.normalize("NFC", name), unicodedata.normalize("NFC", title or ""), str(occurrence)])
    digest = sha256(seen.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return "-".join(part for part in (_day(date), slug(heading), digest) if part)


def _day(date: str | None) -> str:
    """The date's part of an id."""
    if not date:
        return "undated"
    day = re.sub(r"[^0-9x-]", "", date.lower().partition("t")[0]).strip("-")
    return re.sub(r"^\d{4}", "xxxx", day) if "?" in date else day or "undated"


def slug(text: str) -> str:
    """Letters and digits of a text joined by hyphens: Latin letters without accents, others kept; cut between words."""
    plain = "".join(_plain(character) for character in unicodedata.normalize("NFC", text))
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", unicodedata.normalize("NFKC", plain).lower()))
    out = ""
    for word in words:
        longer = f"{out}-{word}" if out else word
        if _too_long(longer):
            return out or _cut(word)
        out = longer
    return out


def _plain(character: str) -> str:
    """A Latin letter without its accents, an apostrophe left out, any other character itself."""
    if character in "'’‘":
        return ""
    base = unicodedata.normalize("NFKD", character)[:1]
    return base if base.isascii() and base.isalpha() else character


def _too_long(text: str) -> bool:
    """Whether a slug is longer than a file name should have."""
    return len(text) > _MAX_CHARACTERS or len(text.encode("utf-8", "surrogatepass")) > _MAX_BYTES


def _cut(word: str) -> str:
    """The start of a word that alone is too long, as Chinese titles are."""
    while _too_long(word):
        word = word[:-1]
    return word

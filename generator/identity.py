"""An article's id: readable, and unique without a look at the rest of the corpus.

"2024-05-21-three-states-share-a-river-1a2b3c": the date as printed, the title, and six digits of a hash of the
document's name and the title as found. A date whose year was worked out stands as "xxxx-11-28", so that a better guess,
or another word in the body, does not move the article. Only letters, digits and hyphens, in lower case: safe in
addresses and file names. Where the items of a document stand does not matter: two of them with the same title and date
are told apart by their opening words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from hashlib import sha256

_MAX_CHARACTERS = 60
_MAX_BYTES = 100
#: Of the body, where there is no title: few enough to give nothing away of a text that may not be quoted.
_FIRST_WORDS, _FIRST_CHARACTERS = 6, 10  # characters: of scripts without blanks
_OPENING = 60  # characters of the body that tell twins apart

#: What an article is named by: its title, its date (EDTF), and its body.
Head = tuple[str | None, str | None, str]


def article_ids(name: str, heads: Sequence[Head]) -> list[str]:
    """The ids of the articles of the document `name`, the same for each of them in any order."""
    ids = [_plain_id(name, head) for head in heads]
    for length in (_OPENING, None):
        ids = _told_apart(ids, [head[2][:length] for head in heads])
    seen: Counter[str] = Counter()
    numbered = []
    for id_ in ids:  # nothing but their number tells copies apart, and it does not matter which is which
        seen[id_] += 1
        numbered.append(id_ if seen[id_] == 1 else f"{id_}-{seen[id_]}")
    return numbered


def new_id(name: str, head: Head, taken: Collection[str]) -> str:
    """The id of an article that an editor made out of others of the document."""
    id_ = _plain_id(name, head)
    return id_ if id_ not in taken else f"{id_}-{_digest(head[2], 4)}"


def _told_apart(ids: list[str], texts: list[str]) -> list[str]:
    """The ids; those that several articles share are followed by a hash of each one's text."""
    count = Counter(ids)
    return [id_ if count[id_] == 1 else f"{id_}-{_digest(text, 4)}" for id_, text in zip(ids, texts, strict=True)]


def _plain_id(name: str, head: Head) -> str:
    title, date, body = head
    heading = title or _opening(body)
    seen = "\0".join([unicodedata.normalize("NFC", name), unicodedata.normalize("NFC", title or ""), "0"])
    return "-".join(part for part in (_day(date), slug(heading), _digest(seen, 6)) if part)


def _opening(body: str) -> str:
    opening = " ".join(body.split()[:_FIRST_WORDS])
    return opening if opening.isascii() else opening[:_FIRST_CHARACTERS]


def _digest(text: str, length: int) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


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

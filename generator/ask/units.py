"""Text as units that can be compared: words of other scripts in their base form, and single Han characters.

Chinese has no blanks, so its units are characters; a name of several is a run of them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ..script import ANY_HAN, simplified

_UNIT = re.compile(rf"[{ANY_HAN}]|(?:(?![{ANY_HAN}_])[\w])+(?:['’](?:(?![{ANY_HAN}_])[\w])+)*")


def folded(text: str) -> str:
    """`text` as it is compared: compatible characters alike, simplified, no case, no accents."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return simplified(unicodedata.normalize("NFC", "".join(one for one in plain if not unicodedata.combining(one))))


def units(text: str) -> tuple[str, ...]:
    """The units of `text`, in their order."""
    return tuple(base_form(found[0]) for found in _UNIT.finditer(folded(text)))


def is_han(unit: str) -> bool:
    """Whether the unit is a Han character."""
    return re.fullmatch(f"[{ANY_HAN}]", unit) is not None


@lru_cache(maxsize=20_000)
def base_form(word: str) -> str:
    """An English plural as its singular, as far as its ending tells; it need not be a word, only the same for both."""
    word = re.sub(r"['’]s?$", "", word)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word

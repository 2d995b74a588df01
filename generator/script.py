"""Which characters are Chinese, and traditional ones read as simplified, so that each rule and phrase is written once.

A character stands for a character: places in the reading are places in the print, and what is shown is as printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

#: Ideographs as rules meet them, as a part of a character class: those of the basic plane.
HAN = "\u3400-\u9fff"
#: Whatever is written as an ideograph, of other planes too, and the marks that stand for one (々, 〇); as in han.js.
ANY_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
#: Scripts that are written without blanks between words: all Han, its mark for a closing (〆), and kana.
UNSPACED = f"\u3006\u3040-\u30ff{ANY_HAN}"

_FILE = Path(__file__).with_name("traditional.txt")


@cache
def folding() -> dict[int, str]:
    """Simplified characters by the code points of the traditional ones."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    pairs = "".join(line for line in lines if not line.startswith("#"))
    return {ord(old): new for old, new in zip(pairs[::2], pairs[1::2], strict=True)}


def folding_for(texts: Iterable[str]) -> dict[str, str]:
    """The table for a browser: two texts of the same length, `from` and `to`.

    It holds only what a question needs: the characters that lead to one of `texts`, which are simplified.
    """
    wanted = set[str]().union(*texts)
    pairs = sorted((chr(old), new) for old, new in folding().items() if new in wanted)
    return {"from": "".join(old for old, _ in pairs), "to": "".join(new for _, new in pairs)}


@lru_cache(maxsize=512)  # many rules read the same line
def simplified(text: str) -> str:
    """The text with simplified characters, of the same length."""
    return text if text.isascii() else text.translate(folding())


def as_printed(value: str | None, reading: str, printed: str) -> str | None:
    """What stands in the print where `value` stands in its reading; the value itself where it stands nowhere whole."""
    place = reading.find(value) if value and reading != printed else -1
    return printed[place : place + len(value)] if value and place >= 0 else value

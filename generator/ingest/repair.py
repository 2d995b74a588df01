"""Mends what storing and copying did to a text: mojibake, invisible characters, odd blanks; never what was printed.

The number of lines stays the same, so that problems and lines still point into the file.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import ftfy

_FTFY = ftfy.TextFixerConfig(
    unescape_html=False,  # the readers of each format know where entities are meant
    fix_character_width=False,  # full-width punctuation is how Chinese is printed
    uncurl_quotes=False,
    fix_line_breaks=False,
    remove_control_chars=False,
    explain=False,
)

#: A closing curly quote in cp1252 mojibake is "â€" and a byte that cp1252 lacks: it was dropped, or became U+FFFD.
_LOST_QUOTE = re.compile("â€(?:\ufffd|(?![\x80-\x9f€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\xa0-\xbf]))")
_QUOTE = "â€\x9d"

#: Most lines hold nothing but these: ASCII, curly quotes, dashes, Han. No order of them is mojibake.
_SOUND = re.compile(
    "[ -~\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u3001\u3002\u3008-\u3011\u3400-\u9fff"
    "\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]*"
)

_SOFT_HYPHEN_AT_END = re.compile("\u00ad[ \t]*$")
_BLANKS = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f]")
#: Zero-width and direction marks, byte order marks, tags, controls, and code points that are no characters.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
#: Joiners have a meaning in Persian or Hindi, but none beside Latin letters or Han characters.
_JOINERS = re.compile("(?<![^\x00-\u024f\u3000-\u9fff])[\u200c\u200d]+|[\u200c\u200d]+(?![^\x00-\u024f\u3000-\u9fff])")

#: Mending can lay bare more of the same (mojibake of mojibake); this many rounds end it for any real text.
_ROUNDS = 5


def unify_breaks(text: str) -> str:
    r"""`text` with every line ended by `\n`; breaks that no editor counts as lines become U+2028 and U+2029."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\v", "\u2028").replace("\f", "\u2029")


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` mended, and what was mended: any of "mojibake" and "invisible". Mending twice changes nothing."""
    done: set[str] = set()
    lines = text.split("\n")
    for index, line in enumerate(lines):
        if not _SOUND.fullmatch(line):
            lines[index], what = _settled(line)
            done |= what
    return "\n".join(lines), tuple(sorted(done))


@lru_cache(maxsize=1024)  # lines of a text are looked at again when their mark-up is gone
def _settled(line: str) -> tuple[str, frozenset[str]]:
    """One line, mended until nothing changes, and what was mended."""
    done: set[str] = set()
    for _ in range(_ROUNDS):
        mended = _once(line, done)
        if mended == line:
            break
        line = mended
    return line, frozenset(done)


def _once(line: str, done: set[str]) -> str:
    readable = ftfy.fix_text(_LOST_QUOTE.sub(_QUOTE, line), _FTFY).replace(_QUOTE, "”")
    if ftfy.fix_encoding(line, _FTFY) != line or _LOST_QUOTE.search(line):
        done.add("mojibake")
    visible = _JOINERS.sub("", _INVISIBLE.sub("", _SOFT_HYPHEN_AT_END.sub("-", readable)))
    if visible != readable:
        done.add("invisible")
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", visible).replace("\n", "\u2028"))

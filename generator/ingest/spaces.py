"""Blanks that came out as question marks ("Open?Day?of?the"), on a whole page or on some of its lines.

Programs that cannot encode a non-breaking blank write "?" for it. Such a mark gives itself away where no question can
end: before a small letter, after a comma, after "of". These marks decide about their line, and then about the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..script import HAN

_LETTER = "A-Za-z\u00c0-\u024f"
_SMALL = "a-z\u00df-\u00f6\u00f8-\u00ff"
_NEXT = rf"(?=[{_LETTER}0-9(\[\"“‘$€£&–—-])"

#: Stands for a gap between cells of a line, where other runs of blanks are one blank.
BETWEEN = "\t"
_WORD_GAPS = re.compile(r"\s{2,}")
_FEWEST_LETTERS = 4

#: Addresses keep their question marks.
_ADDRESS = re.compile(r"://|www\.|\?[\w.%-]{1,60}=|\.(?:s?html?|php|aspx?|jsp)\?", re.IGNORECASE)
_BLANKS = re.compile(r"(\s+)")
#: A question mark with no blank behind it.
_GLUED = re.compile(rf"(?<=[{_LETTER}0-9.,;:!)\]\"”’'%–—-])\?+{_NEXT}")
_AFTER_STOP = re.compile(r"(?<=[.,;:])\?+(?=\s|$)")
_AT_START = re.compile(rf"^\?+(?=[{_LETTER}])")
#: Where no question ends; the words are those that always lead on to another.
_IMPOSSIBLE = re.compile(
    rf"(?<=[{_LETTER}0-9)])\?(?=[{_SMALL}(\[])"
    rf"|(?<=[,;:])\?{_NEXT}"
    rf"|(?<=[a-z]{{4}}\.)\?(?:{_NEXT}|$)"
    r"|(?<=\d)\?(?=\d)"
    rf"|\b(?i:the|an?|of|and|or|by|its|his|their|as|from|into|between|dr|mr|mrs|ms|prof)\.?\?{_NEXT}"
)
_REAL = re.compile(r"(?<=[^\s.,;:?])[?？]+[\"”’')\]]*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class _Marks:
    """The question marks of a line, addresses aside."""

    impossible: int  # no question ends there
    glued: int  # no blank follows
    real: int  # as a question is printed

    @property
    def alone(self) -> bool:
        """Whether the line shows the damage by itself."""
        return self.real * 2 <= self.glued and (self.impossible >= 2 or (self.impossible == 1 and self.glued >= 2))

    def damaged(self, page: bool) -> bool:
        """Whether the marks are blanks, on a `page` that is known to be damaged or not."""
        return self.alone or (page and self.real <= self.glued)


def one_line(text: str) -> str:
    """`text` with every run of blanks (breaks and ideographic blanks too) as one."""
    return " ".join(text.split())


def spread_words(line: str) -> str | None:
    """A line of letters that stand apart, as titles are set (M I N E R S   O F   O R E), as words; None for others."""
    if not line.isupper():
        return None
    words = [word.split() for word in _WORD_GAPS.split(line.strip())]
    letters = [letter for word in words for letter in word]
    if len(letters) < _FEWEST_LETTERS or any(len(letter) > 1 for letter in letters):
        return None
    return " ".join("".join(word) for word in words)


def close_up(line: str) -> str:
    """A line of Chinese whose characters stand apart, as papers set their names: 东 南 时 报 becomes 东南时报."""
    return line.replace(" ", "") if _SET_APART.fullmatch(line) else line


def mend_blanks(lines: Sequence[str]) -> list[str]:
    """The lines of a document with the question marks that stand for blanks turned back; real questions stay."""
    marks = [_count(line) if "?" in line else None for line in lines]
    page = any(line.alone for line in marks if line) or sum(line.impossible for line in marks if line) >= 3
    return [_mend(line) if mark and mark.damaged(page) else line for line, mark in zip(lines, marks, strict=True)]


_SET_APART = re.compile(rf"[{HAN}](?: [{HAN}]){{2,}}")


def _count(line: str) -> _Marks:
    text = "".join("" if _ADDRESS.search(part) else part for part in _BLANKS.split(line))
    return _Marks(len(_IMPOSSIBLE.findall(text)), len(_GLUED.findall(text)), len(_REAL.findall(text)))


def _mend(line: str) -> str:
    """A damaged line with its blanks; addresses as they are."""
    return "".join(part if _ADDRESS.search(part) else _blank(part) for part in _BLANKS.split(line)).strip()


def _blank(text: str) -> str:
    return _AT_START.sub("", _AFTER_STOP.sub("", _GLUED.sub(" ", text)))

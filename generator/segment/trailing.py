"""What is left at an article's end that is none of it: signatures, lone headlines, bracketed notes, addresses."""

from __future__ import annotations

import re

from .lines import LINES
from .rows import is_title_like
from .words import ends_sentence, width

_ADDRESS = LINES.compile(
    r"(?i:\bP\.?\s?O\.? Box\b)|\S+@\S+\.\w|https?://|\bwww\.|\+\d[\d ()-]{6,}|\b[a-z0-9-]+\.(?:com|org|info"
    r"|net|gov|edu|int)\b"
)
_BRACKETED = re.compile(r"^[(（\[【〔][^()（）\[\]【】〔〕]+[)）\]】〕]\W*$")
_WHO = re.compile(
    r"^(?:the (?:writer|author)|(?:(?:Dr|Prof|Professor|Mr|Ms)\.? )?[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){1,3})"
    r"(?: and [A-ZÀ-Þ][\w'’. -]+)? (?:is|are|was) (?:an? |the )?(?:[\w-]+ ){0,4}?(?:editor|writer|correspondent"
    r"|reporter|columnist"
    r"|journalist|freelancer?|fellow|contributor|author)s?\b",
    re.IGNORECASE,
)
_COLOPHON = re.compile(  # how the text came to be there, and where more of it is
    r"^\W*(?:translat|adapt|reprint|reproduc|transcrib)\w+ (?:from|by)\b"
    r"|\b(?:appears?|is (?:published|issued)) (?:(?:once|twice|\w+ times) an? (?:year|month|week|quarter)|weekly"
    r"|monthly|quarterly)\b|^(?:(?-i:[A-ZÀ-Þ])[\w&'’-]* )+is (?:edited|published|printed|compiled|produced|sent)\b"
    r"|\bcan be (?:read|found|accessed|viewed|downloaded) (?:here\b|(?:at|on|from):? \S*\.[a-z]{2,})"
    r"|^this (?:report|article|story|piece|series|interview|column|episode) (?:was|is|has been)"
    r" (?:made possible|supported|funded|financed|paid)\b"
    r"|^the (?:writer|author|reporter|photographer)(?:['’]s \w+)? (?:was|is|were|are|has|have)"
    r" (?:paid|funded|hosted|based)\b"
    r"|^(?:the )?(?:views?|opinions?)\b.{0,60}\b(?:author|writer|columnist|contributor)s?(?:['’]s?)?\b.{0,30}"
    r"\b(?:own|alone|only|not)\b"
    r"|^本(?:报(?![告道])|刊|文(?!件)).{0,20}(?:出版|发行|译自|转载自|摘自)",
    re.IGNORECASE,
)
_WRITES = re.compile(
    r"^[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){0,2} (?P<name>[A-ZÀ-Þ][\w'’-]+)"
    r" (?:writes|blogs|(?:covers|reports)(?: \w+){0,3} (?:for|from|on)|can be reached|is based)\b"
)
_NAME = re.compile(r"\b[A-ZÀ-Þ]\w{4,}")  # an aside speaks of somebody of the article
_FAREWELL = re.compile(  # of a letter; those who sign it stand below
    r"^(?:(?:with )?(?:kind|kindest|best|warm|warmest)(?: (?:regards|wishes))?|regards|(?:yours )?(?:very )?"
    r"(?:sincerely|faithfully|truly|respectfully)(?: yours)?|all the best|cheers"
    r"|此致|敬礼|顺颂.{2,4}|谨启|祝好)\W*$",
    re.IGNORECASE,
)
_OF_A_POST = r"(?:[A-ZÀ-Þ][\w.'’&-]*|(?:of|and|the|for|to|in)\b)"
_SIGNATURE = re.compile(  # "Ann Rhee, Secretary of Fisheries"
    r"^(?:\(?signed\)?:? )?(?:[A-ZÀ-Þ][\w.'’-]* ){1,4}[A-ZÀ-Þ][\w'’-]*"
    rf", {_OF_A_POST}(?:,? {_OF_A_POST})*\.?$"
)
_STOP = re.compile(r"(?<!\bProf)(?<!\b[DM]r)(?<!\bMs)(?<!\bMrs)(?<!\bSt)(?<!\b[A-Z])[.!?]\s|[。！？]")  # inside a line
_LABEL_WIDTH = 36  # columns; a longer line with a colon says what comes
_MOST = 6  # paragraphs that may be cut
_NOTE_WIDTH = 260
_LINE_WIDTH = 100


def cut_trailing(paragraphs: list[str]) -> list[str]:
    """The paragraphs without those at the end that no article ends with; never all, and a list stays whole."""
    kept = list(paragraphs)
    while len(kept) > 1 and len(paragraphs) - len(kept) < _MOST and _is_apart(kept):
        kept.pop()
    lone = [text for text in paragraphs[len(kept) :] if is_title_like(text)]
    return paragraphs if len(lone) > 2 and _leads_in(kept[-1]) else kept


def _leads_in(text: str) -> bool:
    """Whether a sentence announces a list: it ends in a colon, and is no mere label ("Images:")."""
    return text[-1:] in ":：" and width(text) > _LABEL_WIDTH


def _is_apart(paragraphs: list[str]) -> bool:
    """Whether the last paragraph is a signature, a note, an address or a line that is no sentence."""
    last = paragraphs[-1]
    if width(last) > _NOTE_WIDTH:
        return False
    if (writer := _WRITES.match(last)) and not any(writer["name"] in above for above in paragraphs[:-1]):
        return True  # of whom the article does not speak
    if _BRACKETED.match(last):
        return not (
            ends_sentence(last[:-1]) and any(name in above for name in _NAME.findall(last) for above in paragraphs[:-1])
        )
    if _COLOPHON.search(last) or _WHO.match(last) or _FAREWELL.match(last) or _SIGNATURE.match(last):
        return True
    if _ADDRESS.search(last) and len(last.split()) <= 25:
        return True
    lone = width(last) <= _LINE_WIDTH and not ends_sentence(last) and not _STOP.search(last)
    listed = re.match(r"^\W*(?:[-•·*‣▪]|\d{1,2}[.)、])\s*\S", last) is not None
    return lone and not listed and not re.search(r"[\"”’」』，,；;]$", last) and not _leads_in(paragraphs[-2])

"""What closes an article on its last line: （完）, (End), an agency's initials, an editor in brackets, "See page 4"."""

from __future__ import annotations

import re

from ..script import HAN
from .boilerplate import is_end_mark, is_furniture
from .bylines import read_byline
from .lines import LINES

_POINTER = LINES.compile(
    r"\s*[(（\[]?\s*(?:(?:see|turn to|continued on|more on)\s+(?:page|p\.)\s*[A-Z]?\d+|(?:下转|转|详见"
    r"|上接)\s*第?\s*[A-Z]?[\d一二三四五六七八九十]+\s*版.{0,8}?)\s*[)）\]]?\s*\.?$",
    re.IGNORECASE,
)
_CLOSING = LINES.compile(
    r"\s*(?:[(（\[【<＜〈]\s*(?:完|end|ends|全文完|完结|끝)\s*[)）\]】>＞〉]|[-–—/]+\s*ends?\s*[-–—/]*|#{3,}|-\s*30\s*-)\s*$",
    re.IGNORECASE,
)
_EDITORS = LINES.compile(
    r"\s*[(（\[【]\s*(?:责任编辑|责编|编辑|审核|校对|editing by|edited by|editor)"
    r"\s*[:：]?[^()（）\[\]【】]{1,60}[)）\]】]\s*$",
    re.IGNORECASE,
)
_REPORTER = LINES.compile(
    rf"(?<=[。！？”])\s*[（(]\s*(?:[{HAN}]{{0,10}}?(?:记者|通讯员)|文/"
    rf"|作者[:：]?)\s*(?P<names>[{HAN}·、\s]{{2,30}})[）)]\s*$"
)
_IN_BRACKETS = LINES.compile(
    r"(?<=[.!?。！？\"”’])\s*[—–-]{0,2}\s*[(（\[]\s*(?:据|来源[:：]|source:?\s*)?\s*"
    r"(?P<agency>[A-Z][\w& '-]*(?:\.[\w& '-]+)*"
    rf"|[{HAN}]{{2,10}}(?:[社网报台]|日报))\s*(?:电|讯)?[)）\]]\s*$"
)
_INITIALS = LINES.compile(
    r"(?<=[.!?\"”’])\s+(?:[-–—]{1,2}\s?)?(?P<agency>[A-Z]{2,8}(?:[/-][A-Z]{2,6})?)(?:\s+[A-Z]{2,4}){0,3}$"
)
_NAMED = LINES.compile(r"(?<=[.!?\"”’])\s*[—–-]{1,2}\s?(?P<agency>[A-Z][\w&.'-]*(?:\s[A-Z][\w&.'-]*){0,4})$")
_ALONE = re.compile(
    r"[a-z]{2,4}(?:\s?[/-]\s?[a-z]{2,4})+"
    r"|[—–-]{1,3}\s*(?P<dashed>[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,4})|[—–-]*\s*(?:(?P<caps>[A-Z]{2,8})"
    r"|/{1,2}(?P<slashed>\w[\w .]*)/{1,2}\s*[A-Z]{0,4}"
    rf"|[(（\[](?P<name>[A-Z][\w&'-]*(?:[ .]+[A-Z&][\w&'-]*){{0,5}}|[{HAN}]{{2,12}})[)）\]])"
)
_WRITER = LINES.compile(r"(?<=[.!?\"”’])\s+[*_(\[—–-]*\s*(?P<writer>By [A-ZÀ-Þ][^.,;:()\[\]*_]{3,50})[*_)\]]*$")
_FORMS = (_IN_BRACKETS, _INITIALS, _NAMED)


def cut_signoff(paragraphs: list[str]) -> tuple[list[str], str | None, str | None]:
    """The paragraphs without what closes them, and the agency and reporter that the closing names."""
    kept = list(paragraphs)
    agency: str | None = None
    byline: str | None = None
    while kept:
        text = kept[-1]
        for form in (_POINTER, _CLOSING, _EDITORS):
            text = form.sub("", text)
        if match := _REPORTER.search(text):
            byline, text = byline or " ".join(re.split(r"[、\s]+", match["names"].strip())), text[: match.start()]
        if (match := _WRITER.search(text)) and (writer := read_byline(match["writer"])) is not None:
            byline, text = byline or writer, text[: match.start()]
        for form in _FORMS:
            if match := form.search(text):
                named = None if is_furniture(match["agency"]) else match["agency"]
                agency, text = agency or named, text[: match.start()]
        if is_end_mark(text) or not text.strip():
            kept.pop()
        elif len(kept) > 1 and (match := _ALONE.fullmatch(text.strip())):
            agency = agency or match["caps"] or match["dashed"] or match["name"] or match["slashed"]
            kept.pop()
        elif text != kept[-1]:
            kept[-1] = text.rstrip()
        else:
            break
    return kept, agency, byline

"""What closes an article on its last line: （完）, (End), an agency's initials, an editor in brackets, "See page 4"."""

from __future__ import annotations

import re

from ..script import HAN
from .boilerplate import is_end_mark, is_furniture
from .bylines import is_editor_line, read_byline
from .captions import is_caption
from .lines import LINES
from .prompts import is_prompt

_POINTER = LINES.compile(
    r"\s*[(（\[]?\s*(?:(?:see|turn to|continued on|more on)\s+(?:page|p\.)\s*[A-Z]?\d+|(?:下转|转|详见"
    r"|上接)\s*第?\s*[A-Z]?[\d一二三四五六七八九十]+\s*版.{0,8}?)\s*[)）\]]?\s*\.?$",
    re.IGNORECASE,
)
_CLOSING = LINES.compile(
    r"\s*(?:[(（\[【<＜〈]\s*(?:完|end|ends|全文完|完结|끝)\s*[)）\]】>＞〉]|[-–—/=*]+\s*(?:ends?|全文完|完)\s*[-–—/=*]*|#{3,}"
    r"|-\s*30\s*-|(?<=[.!?。！？\"”’])\s*[(（\[【](?:applause|laughter|music|cheers|掌声|笑声|鼓掌)[.。]?[)）\]】]"
    r"|(?<=[.!?\"”’])\s+(?-i:(?:[A-Z]\w+ )?[a-z]{2,4}(?:/[a-z]{2,4})+)"
    r"|(?<=[.!?。！？\"”’])\s+(?:(?-i:ENDS?|Enditem)|(?:item|story|text|release|article) ends)\.?)\s*$",
    re.IGNORECASE,
)
_NOTE = LINES.compile(  # of whoever wrote, sent or helped; an aside has a stop of its own
    r"(?<=[.!?。！？\"”’])\s*[(（\[【](?!\d+[)）\]】])\s*(?:[^()（）\[\]【】.!?。！？]|\.(?=\w)){2,60}[)）\]】]\s*$"
    r"|(?<=[.!?。！？\"”’])\s*[(（\[【]\s*(?:the (?:writer|author)s?|reporting|writing|editing)\b[^()（）]{4,120}"
    r"[)）\]】]\s*$",
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
_BARE_REPORTER = LINES.compile(
    rf"(?<=[。！？”])\s*[{HAN}]{{0,8}}?(?:记者|通讯员)\s*[:：]?\s+(?P<names>[{HAN}·]{{2,8}}(?:[、\s][{HAN}·]{{2,8}})*)$"
)
_IN_BRACKETS = LINES.compile(
    r"(?<=[.!?。！？\"”’])\s*[—–-]{0,2}\s*[(（\[]\s*(?:据|来源[:：]|source:?\s*)?\s*"
    r"(?P<agency>[A-Z][\w& '-]*(?:\.[\w& '-]+)*"
    rf"|[{HAN}]{{2,10}}(?:[社网报台]|日报))\s*(?:电|讯)?[)）\]]\s*$"
)
_INITIALS = LINES.compile(
    r"(?<=[.!?\"”’])\s+(?:[-–—]{1,2}\s?|/{1,2}\s?)?(?P<agency>[A-Z][A-Za-z]?[A-Z]{1,6}(?:[/-][A-Z]{2,6})?)/{0,2}"
    r"(?:[\s/]+(?:[A-Z]{2,4}|[a-z]{2,3})){0,3}$"
)
_NAMED = LINES.compile(
    r"(?<=[.!?\"”’])\s*[—–-]{1,2}\s?(?P<agency>[A-Z][\w&.'-]*(?:\s[A-Z][\w&.'-]*){0,4})"
    r"(?:\s?[/,]\s?[A-Z][\w&.'-]*(?:\s[A-Z][\w&.'-]*){0,4})?$"
)
_HOUSE = LINES.compile(  # who wrote it for the paper
    r"(?<=[.!?\"”’])\s*[—–-]{1,2}\s?(?:staff (?:report(?:er)?|writer|correspondent)s?|(?:news )?agenc(?:y|ies)"
    r"|(?:with|from) (?:\w+ ){0,3}(?:inputs?|reports?|agenc(?:y|ies)|wires?))$",
    re.IGNORECASE,
)
_LAST_WORDS = re.compile(r"(?<=[.!?。！？\"”’])\s+(?P<words>[^.!?。！？]{3,80}[.!。！:：]?)$")
_ALONE = re.compile(
    r"[a-z]{2,4}(?:\s?[/-]\s?[a-z]{2,4})+"
    r"|[—–-]{1,3}\s*(?P<dashed>[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,4})|[—–-]*\s*(?:(?P<caps>[A-Z]{2,8})"
    r"|/{1,2}(?P<slashed>\w[\w .]*)/{1,2}\s*[A-Z]{0,4}"
    rf"|[(（\[](?P<name>[A-Z][\w&'-]*(?:[ .]+[A-Z&][\w&'-]*){{0,5}}|[{HAN}]{{2,12}})[)）\]])"
)
_WRITER = LINES.compile(r"(?<=[.!?\"”’])\s+[*_(\[—–-]*\s*(?P<writer>By [A-ZÀ-Þ][^.,;:()\[\]*_]{3,50})[*_)\]]*$")
_SOURCE = re.compile(r"(?:source|via|来源)\s*[:：]\s*\S|(?:©|\(c\))\s*[A-Z]|[\u2580-\u25ff]+$", re.IGNORECASE)
_FORMS = (_IN_BRACKETS, _INITIALS, _NAMED)


def _without_page(text: str) -> str:
    """A text without what runs on behind its last sentence and is the page's: a pointer, a button, a credit."""
    for form in (_POINTER, _CLOSING, _EDITORS, _HOUSE):
        text = form.sub("", text)
    match = _LAST_WORDS.search(text)
    words = match["words"] if match else ""
    fragment = words[-1:] not in ".!。！"
    pages = is_furniture(words) or is_caption(words) or is_editor_line(words) or _SOURCE.match(words)
    return text[: match.start()] if match and (is_prompt(words) or (fragment and pages)) else text


def cut_signoff(paragraphs: list[str]) -> tuple[list[str], str | None, str | None]:
    """The paragraphs without what closes them, and the agency and reporter that the closing names."""
    kept = list(paragraphs)
    agency: str | None = None
    byline: str | None = None
    while kept:
        text = _without_page(kept[-1])
        if match := _REPORTER.search(text) or _BARE_REPORTER.search(text):
            byline, text = byline or " ".join(re.split(r"[、\s]+", match["names"].strip())), text[: match.start()]
        if (match := _WRITER.search(text)) and (writer := read_byline(match["writer"])) is not None:
            byline, text = byline or writer, text[: match.start()]
        for form in _FORMS:
            if match := form.search(text):
                named = None if is_furniture(match["agency"]) else match["agency"]
                agency, text = agency or named, text[: match.start()]
        text = _NOTE.sub("", text)
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

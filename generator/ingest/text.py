"""Plain text to lines: one for each line of the file; segment joins them into paragraphs."""

from __future__ import annotations

import html
import re

from ..model import Line
from .spaces import BETWEEN, one_line, spread_words

_BREAK = re.compile("(?<=[\u2028\u2029])")
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)(.*?)(?:[ \t]+#+)?[ \t]*")
_ENTITY = re.compile(
    r"&(?:amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|[lr]aquo|[nm]dash|hellip|middot|bull|copy|reg|trade|deg|euro|szlig|oslash"
    r"|[a-zA-Z](?:acute|grave|circ|uml|tilde|cedil|ring|caron)|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
)

_TAG = re.compile(
    r"</?(?:a|abbr|article|aside|b|big|blockquote|br|center|cite|dd|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|i"
    r"|img|li|main|nav|ol|p|section|small|span|strong|sub|sup|table|tbody|td|th|thead|time|tr|u|ul)"
    r"(?:\s+[a-z][\w:-]*(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))?){0,12}\s*/?>",
    re.IGNORECASE,
)
_PAGES_OWN = re.compile(  # an element of the page around the article, whole on a line; nothing but links
    r"^\s*<(?:nav|aside|footer)\b[^<>]*>.*</(?:nav|aside|footer)>\s*$"
    r"|^\s*<(?P<tag>div|p|span|ul|ol|section)\s[^<>]*\b(?:class|id)\s*=\s*[\"']?[^\"'<>]*(?:crumb|\bnav|menu|share|related|banner"
    r"|cookie|advert)[^<>]*>.*</(?P=tag)>\s*$"
    r"|^\s*(?:<a\b[^<>]*>[^<>]*</a>[\s|·•,/-]*){2,}$",
    re.IGNORECASE,
)

#: Marks that extractors leave in a .txt: emphasis around words, links, images.
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^()\s]{1,1000}\)")
_TARGET = r"(?:[a-z][a-z0-9+.-]{1,15}:|[/#?.]|[\w-]+(?:\.html?|/))[^()\s]{0,1000}"  # an address, or a place on the site
_LINK = re.compile(rf"\[([^\[\]\n]{{1,300}})\]\({_TARGET}\)", re.IGNORECASE)
_QUOTE = re.compile(r"^(?:>\s?)+(?=\S)")
_BOLD = re.compile(r"(\*\*|__)(?=[^\s*_])([^*\n]{1,2000}?)(?<=[^\s])\1")
_BOLD_HEAD = re.compile(r"^[ \t]*(\*\*(?=\S)[^*:：\n]{8,120}[^\s*:：]\*\*)[ \t]+(?=\S)([^*\n]{60,})$", re.MULTILINE)
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*])\*(?![\w*])")
_SLANTED = re.compile(r"(?<![\w_/])_(?=[^\s_])([^_\n]{1,500}?)(?<=[^\s_])_(?![\w_])")
#: What is set apart on one line: by a tab or four blanks, which lead to the other margin, or by less between words.
_MARGINS = re.compile(r"(?<=[^\s.!?])(?: {4,}| *\t\s*)(?=\S)")
_BLANKS = re.compile(r"(?<=[^\s.!?:;,])(?: {2,}| *\t\s*)(?=\S)|(?<=\S)\s*\u3000{2,}\s*(?=\S)")
_CELL = 60  # characters; longer ones are text that was set in columns
_SHORT_CELL = 32
_ALL_BOLD = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1")


def text_lines(text: str, first_line: int = 1) -> list[Line]:
    """The lines of a plain text that are not blank; `first_line` is the file's line on which `text` starts."""
    lines: list[Line] = []
    gap = False
    breaks = "\u2028" in text or "\u2029" in text
    several = len(_BOLD_HEAD.findall(text)) > 1
    for number, physical in enumerate(text.split("\n"), first_line):
        for part in _BREAK.split(physical) if breaks else (physical,):
            line = _line(part, number, gap or not lines)
            head = _BOLD_HEAD.match(part) if several else None
            if head:
                lines.append(Line(strip_marks(head[1]).rstrip("."), number, 0, gap=True, strong=True))
                line = _line(head[2], number, False)
            if line.text:
                lines.append(line)
            gap = (not line.text and (gap or part == physical)) or part.endswith("\u2029")
    return lines


def _cells(text: str) -> list[str]:
    """What stands apart on a line, as a name on the left and a page number on the right do; else the whole line."""
    if "  " not in text and "\t" not in text and "\u3000" not in text:
        return [text]
    for gap, longest in ((_MARGINS, _CELL), (_BLANKS, _SHORT_CELL)):
        cells = gap.split(text)
        if len(cells) > 1 and max(map(len, cells)) <= longest and min(map(len, cells)) <= _SHORT_CELL:
            return cells
    return [text]


def _line(raw: str, number: int, gap: bool) -> Line:
    """One line, its marks turned into level and strong."""
    raw, level = _without_tags(raw), 0
    if "&" in raw:
        raw = _ENTITY.sub(lambda match: html.unescape(match[0]), raw)
    indent, raw = _indent(raw), raw.strip()
    text = _QUOTE.sub("", spread_words(raw) or BETWEEN.join(one_line(cell) for cell in _cells(raw)))
    heading = _HEADING.fullmatch(text) if text.startswith("#") else None
    if heading and re.search(r"\w", heading[2]):  # "# # #" ends a release
        level, text = len(heading[1]), heading[2]
    strong = text.startswith(("**", "__")) and _ALL_BOLD.fullmatch(text) is not None
    return Line(strip_marks(text), number, level, gap, strong, indent)


def _indent(raw: str) -> int:
    """The columns of blanks before a line; an ideographic blank is two wide."""
    blanks = raw[: len(raw) - len(raw.lstrip())]
    return len(blanks.expandtabs(4)) + blanks.count("\u3000")


def _without_tags(raw: str) -> str:
    """A line without the tags that were left in it; nothing of one that a page's own element fills."""
    if "<" not in raw:
        return raw
    return "" if _PAGES_OWN.match(raw) else _TAG.sub("", raw)


def strip_marks(text: str) -> str:
    """`text` without the marks of emphasis, links and images; the words of links stay."""
    if "*" not in text and "_" not in text and "](" not in text:
        return text
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _ITALIC.sub(r"\1", _BOLD.sub(r"\2", text))
    return _SLANTED.sub(r"\1", text).strip()

"""The last words of a page, which speak of the page itself: who prints it, where it is read, what it costs.

No mark sets them apart from an article's last paragraph for certain; several weak signs together do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..script import HAN
from .lines import LINES
from .rows import Kind, Row, is_paragraph, is_turn
from .sections import is_rule
from .topic import shared, topic_of
from .words import ends_sentence, fold, han, holds, matches, width

_SIGNS = {
    "named": 2.2,  # opens with the page's name
    "names": 0.8,  # has it elsewhere
    "page": 1.5,  # has a word that pages say of themselves
    "made": 2.4,  # tells how the text was made, and from what
    "print": 0.6,  # has a word of printing, sending, selling, which others say too
    "reach": 1.2,  # an address, a number to call, a price
    "note": 1.4,  # opens with the mark of a note
    "ruled": 1.4,  # a rule stands over it and no title
    "asks": 0.8,  # speaks to the reader
    "elsewhere": 0.9,  # has hardly a word of the texts
    "fragment": 0.6,  # ends no sentence
    "last": 0.3,
    "footed": 0.4,  # a notice stands under it
    "told": -1.2,  # has many of their words
    "quoted": -2.0,
    "long": -1.5,
}
_TELLING = ("named", "page", "made", "print", "reach", "note", "asks")  # without one of them, the others say nothing
_ENOUGH = 2.4
_MOST = 6  # rows that are looked at
_LOOSE = 3  # lines under the last paragraph that are left of a page's foot
_FEWEST = 2  # paragraphs that stay
_LONG = 420  # columns
_FEW, _MANY = 0.2, 0.55  # of a row's words that the texts have
_NOTE = re.compile(
    r"^(?:[*※†‡＊☆]\s*\S|\(?(?:note|nb|n\.b\.|p\.?s\.?|disclaimer|注|说明|编者注|附注)\)?\s*[:：.])", re.IGNORECASE
)
_REACH = re.compile(
    r"\S+@\S+\.\w|https?://|\bwww\.|\+\d[\d ()-]{6,}|\b[\w-]+\.(?:com|org|info|net|example)\b|\b\d{3,4}[- ]\d{4,8}\b"
    r"|(?:[£$€¥₹₩]|\b(?:HK|US|A|S|C)\$)\s?\d+|\b(?:tel|fax|phone|hotline|dial|box)\b\.?\s*[:：]?\s*\+?\d|(?:热线|电话|邮编|信箱)[^\d，。]{0,6}\d"
    r"|\b(?:LLC|Ltd|GmbH|Inc|Pty)\b|\bP\.?O\.? Box\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^(?:please|mail|write|send|forward|hit|reply|visit|call|dial|follow|join|see you|that's (?:it|all)|thanks?"
    r"|(?:coming|next|in the next)(?: (?:issue|number|edition|week|month|time))?\s?[:：]"
    r"|lost|found|wanted|for sale|to let|read|get)\b|\byou(?:r|rs)?\b"
    r"|^(?:下期|下一期|欢迎|请)",
    re.IGNORECASE,
)
_OF_THE_MAKERS = re.compile(  # where they are, and which language of theirs holds
    r"\b(?:offices|bureau[sx]|branches|chapters|campuses|correspondents|representations|agents)"
    r" (?:are )?(?:in|at|across)\b"
    r"|\btranslation\b.{0,120}\bprevails?\b|\b(?:courtesy|unofficial|provisional|machine) translation\b"
    rf"|[{HAN}](?:分社|记者站|办事处|代表处)[设分遍]|以[{HAN}]{{1,6}}(?:版|版本|文本)为准",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?<=[.!?。！？”\"])\s*[(（\[【][^()（）\[\]【】]{1,60}[)）\]】]\s*$"
)  # a note behind the last stop
_REPORTERS = re.compile(r"本[报刊网](?:记者|通讯员|讯|评论员|告|道)")  # who tell something
_MADE = LINES.compile(
    r"^(?:the|this|our|an? (?:\w+ )?(?:version|part|extract) of (?:this|the))"
    r" (?:interview|conversation|article|story|piece|essay)"
    r" (?:was|has been|had been|is|took place) (?:\w+ )?"
    r"(?:conducted|held|edited|translated|condensed|shortened|abridged|commissioned|recorded|supported|funded|written"
    r"|printed|published|prepared|first|originally|based on|adapted|checked|by (?:tele)?phone|(?:in|at) [A-Z]\w+[;,.])"
    r"|^(?:this|the) (?:text|material|report|review) (?:was|has been|is)"
    r" (?:translated|adapted|condensed|prepared|compiled) (?:from|with)\b"
    r"|^(?:(?:story|article|text|report) )?(?:based on|(?:adapted|compiled|condensed|reprinted) from|sold in|sent to"
    r"|(?:published|printed|edited|issued|interviewed|photographed|filmed|recorded|registered)"
    r" (?:\w+ )?(?:by|at|in|for|on))\b"
    r"(?!.{0,200},.{0,200}\b(?:is|are|was|were|has|have|had|will|would|can|may|said|\w+s)\b)"
    r"|^(?:with (?:many )?thanks to|from our (?:own )?(?:correspondent|reporter|staff|bureau)s?"
    r"|not for (?:circulation|sale|publication|release)|for (?:official|internal|private) use)\b"
    r"|^(?:copies|copy|distribution|subscriptions?|prices?|circulation|advertising|rates)\s*:"
    r"|^the (?:editors? (?:thanks?|regrets?|welcomes?|wish(?:es)?)"
    r"|next (?:issue|number|edition) (?:appears|comes|is due|will))\b"
    r"|有删[节改]|^(?:根据|依据|综合|编译自|摘自|译自).{2,24}(?:编写|整理|编译|报道)。?$|^(?:本次)?(?:访谈|采访).{0,12}(?:进行|完成)。?$"
    rf"|^(?:本文|此文|文章)(?:节选|摘编|曾刊|编译)|^本(?:栏目|通讯|简报|简讯|快报)[由发送每]|^编者(?:感谢|谨)"
    r"|^(?:部分)?图片(?:均)?(?:来自|源自|来源于)网络|如有侵权|承印。?$|订[费价]|^下一?期.{0,8}(?:出版|刊出|见报?)。?$"
    rf"|^感谢[{HAN}]{{2,20}}(?:协助|支持|供稿|帮助)。?$|祝.{{0,6}}读者",
    re.IGNORECASE,
)
_SAID = re.compile(r"[\"“”「」『]|\b(?:said|says|told|added)\b|[说称]|表示|指出|介绍")


def without_colophon(rows: Sequence[Row], names: Sequence[str], first: int) -> list[Row]:
    """The rows with the page's last words taken for what they are; `names`: what it is called; none before `first`."""
    out = list(rows)
    texts = [i for i, row in enumerate(rows) if i >= first and row.kind is Kind.TEXT]
    paragraphs = [i for i in texts if is_paragraph(rows[i])]
    loose = {i for i in texts[-_LOOSE:] if rows[i].title_like and any(map(is_rule, rows[max(0, i - _MOST) : i]))}
    folded = [fold(name) for name in names if len(fold(name)) > 3]
    for i in reversed(texts[-_MOST:]):
        if not is_paragraph(rows[i]) and not any(k > i for k in paragraphs) and (i in loose or _is_below_end(rows, i)):
            continue
        if len([k for k in paragraphs if k < i]) < _FEWEST or rows[i].line.level or _is_under_title(rows, i):
            break
        if _weight(rows, i, folded, first) < _ENOUGH:
            break
        out[i] = replace(rows[i], kind=Kind.FOOTER)
    return out


def _is_below_end(rows: Sequence[Row], i: int) -> bool:
    """Whether a notice or contacts stand over a row and under the last text."""
    return any(row.kind in (Kind.TAIL, Kind.FOOTER) for row in rows[max(0, i - _MOST) : i])


def _weight(rows: Sequence[Row], i: int, names: Sequence[str], first: int) -> float:
    """How much speaks for a row as one of the page's last words."""
    row = rows[i]
    text, told = fold(row.text), shared(row.text, topic_of(rows[first:i]))
    ruled, whole = _is_ruled(rows, i), _SIGNED.sub("", row.text)
    made = _MADE.search(row.text) is not None
    seen = {
        "named": any(text.startswith((name, f"the {name}")) for name in names),
        "names": any(name in text and not text.startswith((name, f"the {name}")) for name in names),
        "page": holds("colophon", _REPORTERS.sub("", whole)) or _OF_THE_MAKERS.search(row.text) is not None,
        "made": made,
        "print": holds("printing", row.text),
        "reach": _REACH.search(row.text) is not None,
        "note": _NOTE.match(row.text) is not None,
        "ruled": ruled,
        "asks": _ASKS.search(row.text) is not None,
        "elsewhere": told < _FEW,
        "fragment": not ends_sentence(whole) and not matches("label", row.text),
        "last": i == len(rows) - 1,
        "footed": any(below.kind in (Kind.FOOTER, Kind.FURNITURE, Kind.EDITOR) for below in rows[i + 1 : i + 3]),
        "told": told >= _MANY,
        "quoted": _SAID.search(row.text) is not None or (is_turn(row.text) and not made),
        "long": width(row.text) > _LONG,
    }
    told_so = any(seen[sign] for sign in _TELLING)
    return sum(_SIGNS[sign] for sign, is_so in seen.items() if is_so) if told_so else 0.0


def _is_under_title(rows: Sequence[Row], i: int) -> bool:
    """Whether a row is the text of an item: what stands over it, credits aside, is its title."""
    above = next((row for row in reversed(rows[:i]) if row.kind not in (Kind.CREDIT, Kind.BYLINE, Kind.CAPTION)), None)
    return is_paragraph(rows[i]) and above is not None and (above.title_like or above.line.level > 0)


def _is_ruled(rows: Sequence[Row], i: int) -> bool:
    """Whether a rule stands over a row, with nothing but short lines between, and other text over the rule."""
    for k in range(i - 1, -1, -1):
        if is_rule(rows[k]):
            return any(is_paragraph(row) for row in rows[:k])
        if rows[k].title_like and (rows[k].line.gap or rows[k].marked or han(rows[k].text) > 8):
            return False
    return False

"""Lines of the page around an article: menus, breadcrumbs, share bars, counters, footers, other stories."""

from __future__ import annotations

import re
from functools import lru_cache

from ..script import HAN, simplified
from .lines import LINES, REMEMBERED
from .prompts import is_note, is_prompt
from .words import ends_sentence, han, lists_with, matches, width

_BUTTON_LISTS = frozenset({"furniture", "tail", "box", "label", "footer"})  # lists of phrases.yml
_NOTICE = 200  # columns; terms of use are shorter
_SHORT = 90  # longer lines are sentences even where they begin like a button
_BREADCRUMB = LINES.compile(
    r"^(?:(?:current |your )?(?:position|location)\s*[:：]|you are here\b|(?:您的|您|当前|你的|所在|您现在的|您所在的)?"
    r"(?:位置"
    r"|栏目)\s*(?:是)?\s*[:：]"
    r"|home(?:page)?\s*(?:[>›»/→]|::)|(?:首页|主页|网站首页)\s*[>›»/→＞·-])",
    re.IGNORECASE,
)
_CRUMBS = LINES.compile(r"\s*(?:>{1,2}|›|»|＞{1,2}|→|::|-{1,2}>)\s*")
_MENU = re.compile(r"\s*(?:[|｜丨·•┊]|\s{2,}|\u3000|\t)\s*")
_BUTTONS = re.compile(r"[\]】]\s*[\[【]|^[\[【](?=[^\]】]*[\]】]\s*[\[【])|[\]】]$")  # of 【首页】【关于】
_AGO = re.compile(  # how long ago a page was posted, and whose account it is
    r"^\W*(?:(?:(?:about )?\d{1,2}|an?) ?(?:s|sec|seconds?|m|min|minutes?|h|hrs?|hours?|d|days?|w|weeks?"
    r"|mo|months?|y|yrs?|years?) ago|just now|\d{1,2}\s?(?:秒|分钟|小时|天|周|个?月|年)前|刚刚|@\w{2,30})\W*$",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"^\W*(?:document|article|record|item|result|entry|hit|文章|文献|记录|结果)\s*(?:no\.?\s?)?#?\d{1,5}\s*(?:of|/)\s*\d{1,5}\W*$|"
    r"^.{0,80}\bpage \d{1,3} of \d{1,3}\W*$|^(?-i:[A-ZÀ-Þ])[^.,;:]{2,50}(?<!new )(?<!a )\bpage \d{1,3}$|"
    r"^\W{0,6}(?:(?:page|p\.|pg\.?)\s*(?:[A-Z]?\d{1,3}|one|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve)(?:\s*(?:of"
    r"|/)\s*\d{1,3})?|[A-Z]?\d{1,4}(?:\s*/\s*\d{1,4})?"
    r"|第\s*\d+\s*页(?:\s*[/共].*)?)\W{0,6}$",
    re.IGNORECASE,
)
_PAGER = LINES.compile(  # the pages of a list, one behind the other
    r"^\W*(?:(?:上一页|下一页|首页|尾页|末页|previous|prev|next|first|last|page|\d{1,3})\W+){2,}"
    r"(?:下一页|尾页|末页|next|last|\d{1,3})?\W*$",
    re.IGNORECASE,
)
_COUNTER = LINES.compile(
    r"^\W*\d[\d,.]* (?:users?|readers?|people|votes?) (?:have )?(?:voted|cast|liked this)\b.{0,20}$"
    r"|^\W*(?:(?:\d[\d,.]*[kKmM万]?\s*(?:comments?|views?|likes?|shares?|reads?|replies|retweets|hits"
    r"|min(?:ute)?s?\s+read|条评论|人阅读|次阅读|次浏览|阅读|评论|点赞|浏览|分享)"
    rf"|[{HAN}]{{2,6}}\s*[(（]\d+[)）]|(?:comments?|views?|likes?|shares?|reads?|hits|评论|阅读|浏览|点击|点赞"
    r"|收藏)\s*[(:（：]?\s*\d[\d,.万]*\s*[)）]?)\W*)+$",
    re.IGNORECASE,
)
_ADDRESS = LINES.compile(
    r"^\W*(?:\S+@\S+\.\w+|(?:https?://|www\.)\S+)\W*$|^contact the (?:writers?|reporters?|authors?)\b", re.IGNORECASE
)
_POSTAL = LINES.compile(
    r"\bP\.?\s?O\.? Box\b|[|·•,]\s*\S+@\S+\.\w+|\S+@\S+\.\w+\s*[|·•]|\b(?:tel|fax|phone)\b\.?\s*[:：]?\s*\+?\d",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"^\[\d{1,2}\].*(?:\s\[\d{1,2}\]\s|\b[\w-]+\.[a-z]{2,}/)|^\W*(?:EN|FR|ES|PT|DE|RU|ZH|AR)(?:\W+[A-Z]{2})+\W*$"
)
_REFERENCE = LINES.compile(
    r"^\W*(?:scientific article|original (?:paper|article|publication|study))\s*:\s*\S"
    r"|\bet al\b\.?,?\s.{5,200}(?:\(\d{4}\)|\b\d{1,4}\s?[(:,]\s?\S{1,12},?\s(?:19|20)\d\d)\W*$",
    re.IGNORECASE,
)
_NO_WORDS = re.compile(r"^[\W\d_]*$")  # rules, page numbers, serial numbers
_FOOTER = LINES.compile(
    r"\ball rights reserved\b|版权所有|保留所有权利|ICP备|ICP证|公网安备|未经.{0,12}(?:授权|许可).{0,16}(?:转载|使用)"
    r"|^(?:[A-Z][\w&'’.-]*\s+){1,8}is (?:a (?:service|publication|product|project|brand|division|member) of"
    r"|published (?:by|in))\b"
    r"|\bto unsubscribe\b|^printed (?:and published )?(?:by|in|at)\b|^published (?:and printed )?(?:by"
    r"|for)\b(?!\s*[:：])"
    r"|\bcreative commons\b|\bCC[ -]BY\b"
    r"|\bcopyright\s*(?:©|\(c\)|\d{4})|^[©ⓒ]|[©ⓒ]\s*\d{4}|copyright\s*ⓒ"
    r"|^(?-i:\(C\)\s+[A-ZÀ-Þ][^.]{2,40}(?:\.|$))|^\(c\)\s(?-i:[A-ZÀ-Þ])[^.]{2,40}\b(?:19|20)\d\d",
    re.IGNORECASE,
)
_THIS = (
    r"(?:the|this|these|our|all|any)?\s*(?:\w+ )?(?:materials?|texts?|articles?|releases?|contents?|pages?|information)"
)
_LICENCE = LINES.compile(  # on what terms a text may be used
    rf"(?:^|[.!]\s+)\W*{_THIS} (?:may|can|must not|cannot) be (?:\w+ )?(?:re-?(?:produced|printed|published|used)"
    r"|used|quoted|copied|redistributed)\b.{0,60}\b(?:attribut|credit|permission|acknowledg|source|link|cit)\w*"
    rf"|^\W*(?:if|when|where|to|for)\b.{{0,20}}\b(?:us(?:e|ing|ed)|quot|re-?print|re-?produc|re-?publish|cit)\w*\s+"
    rf"(?:of )?{_THIS}\b.{{0,30}}\b(?:please|must|should)\b.{{0,20}}"
    r"\b(?:cit|credit|attribut|acknowledg|mention|link|indicat|name)"
    r"|^\W*re-?(?:print|production|publication)(?:ing|s)?(?: of .{0,30})? (?:(?:is|are) )?"
    r"(?:(?:only )?(?:permitted|prohibited|allowed|forbidden)\b|with (?:an? )?(?:link|attribution|permission)\b)"
    r"|^\W*(?:转载|引用|使用)(?:本[文站刊]|时|请|须|需|应).{0,20}(?:注明|标明|出处)"
    r"|^\W*(?:la )?reproducci[oó]n\b.{0,60}\b(?:cit\w+|mencion\w+|indic\w+) (?:de )?(?:la )?fuente"
    r"|^\W*reproduction (?:autorisée|interdite)\b",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"^\W*[\[(【（](?:attach(?:ments?|ed)|enclosures?|annex(?:es)?|appendix|附件?|붙임|첨부)[\])】）]"
    r"|^\W*(?:attachments?|enclosures?|encl\.?|附件|붙임|첨부)\s*\d?\s*[:：]"
    r"|^\W*(?:anexos?|anlagen?|pièces? jointes?)\s*[:：]",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(r"^\W*(?:background|背景)\s*[:：]?\s*$", re.IGNORECASE)
_ABOUT = re.compile(r"^about\s+(?:the\s+|our\s+)?(?P<name>\S.*)$", re.IGNORECASE)
_ZH_ABOUT = re.compile(rf"^关于(?P<name>[{HAN}A-Za-z“”·（）() ]{{2,24}})$")
_ABOUT_RUN_IN = LINES.compile(
    r"^(?:about(?: the)?|über(?: das| die| den| uns)?|à propos d[eu]s?|acerca de"
    r"|sobre)\s+(?:l['’])?(?-i:[A-ZÀ-Þ])[^.:：]{2,70}[:：]\s*\S"
    r"|^关于[^，。：]{2,24}[：:]\s*\S",
    re.IGNORECASE,
)
_TOLD = re.compile(r"(?<![.…])[.。]$")  # the stop of a sentence: no heading has one
_HEADING = re.compile(r"^\W*(?P<heading>\w[^|｜:：】\]]{1,30})\s*[|｜:：】\]]\s*\S")
_COMMENTS = LINES.compile(
    r"^\W*(?:reader )?comments?\W{0,3}\d+\W*$|^\W*(?:热门|精彩|最新|全部)评论\W*$|"
    r"^\W*(?:(?:reader )?comments?|网友评论|读者留言|留言|评论)\s*(?:[(（]\s*)?\d+\s*(?:[条)）]|$)"
    r"|^\W*\d{1,4} comments?\s*[:：]\s*\S",
    re.IGNORECASE,
)
_COMMENTS_COUNT = LINES.compile(
    r"^\W*(?:\d{1,4}|one|two|three) (?:comments?|repl(?:y|ies)|responses?|thoughts?|reactions?)"
    r"(?:\s+(?:to|on|so far)\b.{0,90})?\W*$|\W\d{1,4}\s*(?:条评论|comments?)\W*$"
    r"|^\W*\d{1,4}\s*条(?:评论|留言|回复)\W*$",
    re.IGNORECASE,
)
_END_MARK = re.compile(
    r"^\W*(?:#\s*#\s*#|-\s*30\s*-"
    r"|[-–—/\[(（【]?\s*(?:ends?|end of (?:article|story|text|release|document|transcript)"
    r"|完|终|全文完)"
    r"\s*[-–—/\])）】]?)\W*$"
    r"|^\s*[-–—/\[(（~*]+\s*(?:fin|fine|fim|ende|slut|koniec)\s*[-–—/\])）~*]+\s*$"
    r"|^\W*(?:###|\* \* \*\s*END)\W*$",
    re.IGNORECASE,
)


@lru_cache(REMEMBERED)
def is_furniture(text: str) -> bool:
    """Whether a line belongs to the page: a button, a menu, a breadcrumb, a counter, a rule, a notice."""
    if (
        _NO_WORDS.match(text)
        or _ADDRESS.match(text)
        or _PAGE_NUMBER.match(text)
        or _AGO.match(text)
        or _COUNTER.match(text)
        or _PAGER.match(text)
        or _NOTES.match(text)
        or (width(text) <= _NOTICE and _REFERENCE.search(text))
        or is_footer(text)
        or is_prompt(text)
        or (width(text) <= 160 and not _is_statement(text) and _POSTAL.search(text))
    ):
        return True
    if is_box(text) or (_BREADCRUMB.match(text) and width(text) <= 240):
        return True
    if width(text) <= _SHORT and not _is_statement(text) and (matches("furniture", text) or _is_row_of_phrases(text)):
        return True
    return _is_row_of_cells(text)


@lru_cache(REMEMBERED)
def is_footer(text: str) -> bool:
    """Whether a line is a notice of the page's maker, however long."""
    if width(text) <= 600 and _FOOTER.search(simplified(text)) is not None:
        return True
    if width(text) <= _NOTICE and _LICENCE.search(simplified(text)) is not None:
        return True
    return matches("footer", text) or is_note(text)


def opens_tail(text: str) -> bool:
    """Whether a line heads other stories, notes or contacts, so that what follows is none of the article."""
    if is_end_mark(text):
        return True
    if (width(text) <= 70 and not _is_statement(text) and matches("tail", text)) or opens_box(text):
        return True
    if _BACKGROUND.match(text):
        return False  # a section of the text
    if width(text) <= 400 and (_ATTACHED.match(text) or matches("contact", text)):
        return True
    return about_whom(text) is not None or _ABOUT_RUN_IN.match(text) is not None or _COMMENTS.match(text) is not None


def opens_box(text: str) -> bool:
    """Whether a line heads other stories."""
    return width(text) <= 70 and not _TOLD.search(text) and matches("box", text) and not is_box(text)


def is_box(text: str) -> bool:
    """Whether a line holds other stories behind their heading: "Most read | 1 Rice | 2 Tea"."""
    heading = _HEADING.match(text) if width(text) <= 400 and not _TOLD.search(text) else None
    return heading is not None and matches("box", heading["heading"])


def counts_comments(text: str) -> bool:
    """Whether a line tells how many comments an article has: above it a counter, below it their heading."""
    return width(text) <= 140 and _COMMENTS_COUNT.search(text) is not None


def is_end_mark(text: str) -> bool:
    """Whether a line says that the article ends here: ###, -30-, (End), （完）."""
    return _END_MARK.match(text) is not None


def about_whom(text: str) -> str | None:
    """The institution of a heading "About X", which opens a press release's closing notes."""
    match = (_ABOUT if not han(text) else _ZH_ABOUT).match(text.strip())
    if match is None or len(text.split()) > 12 or ends_sentence(text):
        return None
    name = match["name"].strip(" :：")
    return name if han(name) or name[0].isupper() else None


def _is_statement(text: str) -> bool:
    """Whether a line is a sentence: a button is none."""
    return ends_sentence(text) and len(text.split()) + han(text) / 2 > 6


def _is_row_of_phrases(text: str) -> bool:
    """Whether a line is a row of buttons whose gaps were lost: "Share Print Comments", 打印本页 收藏 关闭."""
    words = text.split()
    if len(words) < 2 or ends_sentence(text):
        return False
    if len(words) >= 4 and all(0 < han(word) <= 4 + (n > 0) and len(word) == han(word) for n, word in enumerate(words)):
        return True  # 首页 时政 国际 媒体看我校
    reached = {0}
    for end in range(1, len(words) + 1):
        for start in sorted(reached & set(range(max(0, end - 4), end))):
            phrase = " ".join(words[start:end])
            if end - start < len(words) and not _BUTTON_LISTS.isdisjoint(lists_with(phrase)):
                reached.add(end)
                break
    return len(words) in reached


def _is_row_of_cells(text: str) -> bool:
    """Whether a line is a menu ("News | Jobs | Events") or a trail ("News > Science")."""
    if ends_sentence(text) or width(text) > 400:
        return False
    trail = _CRUMBS.split(text)
    if (
        len(trail) >= 2
        and all(0 < len(cell.split()) <= 6 and width(cell) <= 60 for cell in trail)
        and width(text) <= 160
    ):
        return True
    cells = [cell for cell in _MENU.split(_BUTTONS.sub("|", text.strip()).strip("|")) if cell]
    short = sum((len(cell.split()) <= 3 or han(cell) > 0) and width(cell) <= 36 for cell in cells)
    return len(cells) >= 3 and short == len(cells) and not re.search(r"\d{4}", text)

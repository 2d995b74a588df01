"""Who wrote it: "By NAME", "From Our Own Correspondent", 本报记者 NAME; and the editors, who did not."""

from __future__ import annotations

import re

from ..prefilter import folded
from .lines import LINES
from .words import han, phrases, width

_PARTICLES = frozenset(phrases()["particle"])
_CORRESPONDENT = LINES.compile(
    r"^(?:from|by)\s+((?:(?:our|a|the|your)\s+(?:[\w-]+\s+){0,3}?|(?:own|special|staff|science|foreign)\s+){1,2}"
    r"(?:correspondents?|reporters?|staff|writers?|team|desk|bureau)|staff)$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"^[(（]((?:by|from)\s[^()（）]+)[)）]$", re.IGNORECASE)
_BY = re.compile(
    r"^(?:(?:story|words|text|written|reported|reporting|report|article|interview)\s+by|by)\s*[:：]?\s+(.+)$",
    re.IGNORECASE,
)
_BY_ELSEWHERE = re.compile(  # as outlets of other languages sign their English pages
    r"^(?:por|par|von|di|door|av|af|od|przez)\s+(?=(?-i:[A-ZÀ-Þ]))(.+)$", re.IGNORECASE
)
_FROM_POST = re.compile(  # "From our editor Jane Doe"
    r"^(?:from|by|via)\s+(?:our|the|a)\s+(?:[\w-]+\s+){0,3}?(?:correspondent|reporter|editor|writer|author)s?,?\s+"
    r"(?=(?-i:[A-ZÀ-Þ]))(.+)$",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"^(?:(?:staff|senior|special|chief|our) )*(?:reporter|correspondent|writer)s?\s*:?\s+(?=[A-ZÀ-Þ])(.+)$",
    re.IGNORECASE,
)
_REPORTING = LINES.compile(r"^\(?reporting by\s+(.+?)(?:\s+in\s+[\w ,]+)?\s*[;.].*edit(?:ing|ed) by.*$", re.IGNORECASE)
_ZH_REPORTER = (
    r"(?:本报|本刊|本社|本网|本台|[\u3400-\u9fff]{2,8}?)?(?:驻[\u3400-\u9fff]{2,8}?)?(?:全媒体|特约"
    r"|特派|见习|实习|首席|科技)*"
    r"(?:记者|通讯员|评论员|撰稿人|特约撰稿|作者|实习生|撰稿|编译)"
)
_ZH_LINE = LINES.compile(rf"^[□■◎●▲]?\s*[（(]?\s*{_ZH_REPORTER}\s*[:：／/|｜]?\s*(?P<names>.+?)\s*[）)]?$")
_ZH_TEXT = re.compile(r"^(?:文|撰文|采写|文字|图文)\s*[/／|｜丨:：]\s*(?P<names>.+)$")
_ZH_NAME = r"(?:[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8})+|[\u3400-\u9fff]{2,4})"
_ZH_SPEAKER = re.compile(  # who gave a speech: post and name under its title
    r"^[\u3400-\u9fff（）·]{2,30}(?:院长|主任|部长|司长|局长|处长|校长|所长|主席|大使|公使|参赞|领事|总统|总理|首相|教授|秘书长"
    r"|总干事|会长|理事长|书记|市长|省长|州长|董事长|总裁|研究员|院士|代表|专员)[\s\t]+(?P<names>.+)$"
)
_ZH_ONE_NAME = re.compile(_ZH_NAME)
_LONG_NAME = 4  # Han characters; so long are names of two-character families, and foreign ones with their dot
_ZH_LONG = re.compile(
    r"欧阳|歐陽|太史|端木|上官|司马|司馬|东方|東方|独孤|獨孤|南宫|南宮|万俟|闻人|聞人|夏侯|诸葛|諸葛|尉迟|尉遲|公羊|赫连|赫連|澹台"
    r"|皇甫|宗政|濮阳|濮陽|公冶|太叔|申屠|公孙|公孫|慕容|仲孙|钟离|鍾離|长孙|長孫|宇文|司徒|鲜于|鮮于|司空|令狐|呼延|.+·"
)
_ZH_NAMES = re.compile(rf"^{_ZH_NAME}(?:[\s、，,/]+(?:(?:本报|实习)?(?:记者|通讯员)\s*)?{_ZH_NAME}){{0,5}}$")
_EDITOR = re.compile(
    r"^(?:[\w'’&-]+ ){1,5}?(?:page|pages|section|supplement|column|desk|news)[,:]? (?:is )?(?:edited|compiled) by\b"
    r"|^[\[(（【]?\s*(?:(?:web |copy |managing |senior |executive |duty )?editors?\s*[:：]"
    r"|edit(?:ed|ing) by(?-i:\s+[^a-z\s]|\s*$)"
    r"|compiled (?:and edited )?by\b"
    r"|translat(?:ed|ion) by\b|translator\s*[:：]|proofread(?:ing|er)?\b.{0,4}[:：]|fact-?check\w*\s*[:：]"
    r"|(?:[\u3400-\u9fff]{0,4}(?:编辑|责编|审核|校对|监制|编审|主编|制作|审校|统筹|策划|美编|签发|终审|复审"
    r"|初审|翻译|编译))\s*[:：丨|/])",
    re.IGNORECASE,
)
_REPORT = LINES.compile(r"^[【\[]纠错[】\]]\s*")  # the button before an editor's name
_INTRODUCES = r"(?:is|was|has|holds|teaches|works|writes|heads|leads|covers|reports|serves|runs|lives|studies|can be)"
_ROLE_TAIL = LINES.compile(
    r"\s*(?:[,，|]|\s[-–—])\s*(?:the |our )?(?:[\w&'’.-]+\s+){0,5}?(?:correspondent|reporter|writer|editor|staff"
    r"|contributor|columnist|bureau|desk"
    r"|news|daily|times|agency|service|press)\b.*$",
    re.IGNORECASE,
)  # fmt: skip

_FOR_OUTLET = LINES.compile(
    r"^(?P<writer>[Bb][Yy]:?\s+[^()]{3,60}?)(?:\s+in [A-ZÀ-Þ][\w'’ -]{2,24})?\s*"
    r"(?:[(](?P<bracket>)|\b[Ff]or (?:the )?)(?P<outlet>[A-ZÀ-Þ][^()]{1,50}?)(?(bracket)[)]?)$"
)
_MAIL = re.compile(  # an address, or the name of an account
    r"\s*[<(（\[]?\s*(?:e-?mail\s*[:：]\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[>)）\]]?|(?<=\s)[(（]?@\w{2,30}[)）]?",
    re.IGNORECASE,
)
_MAIL_WIDTH = 120
_POST_WIDTH = 80
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|\band\b|&|、)\s*")
_APART = str.maketrans(",，;/", "    ")
_NO_NAME = re.compile(r"[\d:：!?！？]")
_BEFORE_WRITER = len("the author, ")
_ZH_POST_AFTER = re.compile(
    rf"^(?P<names>{_ZH_NAME}(?:[、，\s]+{_ZH_NAME}){{0,3}})\s+(?:(?:特约|见习|实习|特派)?(?:记者|通讯员|撰稿)"
    r"|(?:综合)?(?:报道|报导|撰文|整理|编译)|文)$"
)
_POST = re.compile(  # what a writer is: "Science reporter, Accra"
    r"(?!(?:by|from)\b)(?:(?:[\w&'’-]+\s+){0,4}(?:correspondent|reporter|(?<!^)writer|journalist"
    r"|columnist|bureau chief)"
    r"|(?:[\w&'’-]+\s+){1,4}(?:editor|contributor|producer|fellow))s?(?:(?:,| in| at)\s.{2,40})?",
    re.IGNORECASE,
)
_NAME_AND_POST = LINES.compile(
    r"^(?P<names>[^,，|]{4,50}?)(?:\s*[,，|]\s*|\s+[-–—]\s+)(?P<post>.*\b(?:correspondent|reporter|writer|journalist"
    r"|columnist|bureau chief|editor|contributor)\b.*)$",
    re.IGNORECASE,
)
_DAY_AFTER = re.compile(r"\s+on(?:\s+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)?,?$")
_TOWN_AFTER = re.compile(r"^(?P<writer>[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,2}), [A-ZÀ-Þ][a-zà-þ'’-]+$")

_NO_NAMES = (  # what stands around the names, and what is left of it
    (LINES.compile(r"(?<=[A-Za-z])\s+(?:in|from|at)\s+[A-Z][\w ,.'’-]*$"), ""),
    (re.compile(r",\s*(?:(?:[A-Z]\.\s?){2,}[A-Z]?\.?|Ph\.?D\.?|M\.?D\.?|F\.?R\.?S\.?)$"), ""),  # degrees
    (re.compile(r"(?<=[a-z]),\s*[A-Z]{2,6}$"), ""),  # the outlet's initials
    (LINES.compile(r"\s*[／/]\s*[\u3400-\u9fff]{2,8}(?:综合)?(?:报道|报导|专电|电)$"), ""),
    (LINES.compile(r"\s+发自[\u3400-\u9fff·、]{2,12}$"), ""),
    (LINES.compile(rf"^{_ZH_REPORTER}\s*[:：]?\s*"), ""),
    (LINES.compile(rf"[\s、，,]+{_ZH_REPORTER}\s*"), " "),
    (LINES.compile(r"\s*[／/]?\s+[\u3400-\u9fff]{2,8}(?:综合)?(?:报道|报导|专电|电)$"), ""),
    (LINES.compile(r"(?<=[\u3400-\u9fff]{2})(?:综合|摄影)?(?:报道|报导)$"), ""),
    (LINES.compile(r"\s*[（(](?:文|图|文/图|摄影|发自.*?|实习生)(?:[）)]|$)"), ""),
)


def is_editor_line(text: str) -> bool:
    """Whether a line names editors, translators or proof-readers: cut, and no byline."""
    return len(text) <= 160 and _EDITOR.match(_REPORT.sub("", text)) is not None


def read_byline(text: str) -> str | None:
    """The names of a line that holds nothing but a byline; None for any other line."""
    text = _IN_BRACKETS.sub(r"\1", text.strip().strip("*_").strip())
    if len(text) > 140:
        return None
    if match := _REPORTING.match(text):
        return clean_names(match[1])
    if match := _CORRESPONDENT.match(text):
        return match[1][0].upper() + match[1][1:] if not match[1].isupper() else match[1]
    return _read_latin(text) or _read_han(text)


def _read_latin(text: str) -> str | None:
    """The names behind "By" and the like, or before a post: "Jane Doe, staff reporter"."""
    if match := _BY.match(text):
        names = clean_names(match[1])
        return names if is_person_list(names) else None
    for form in (_STAFF, _BY_ELSEWHERE, _FROM_POST):
        if (match := form.match(text)) and is_name_line(names := clean_names(match[1])):
            return names
    match = _NAME_AND_POST.match(text)
    return match["names"] if match and is_post(match["post"]) and is_name_line(match["names"]) else None


def _read_han(text: str) -> str | None:
    """The names beside 记者 and the like."""
    for form in (_ZH_LINE, _ZH_TEXT, _ZH_SPEAKER, _ZH_POST_AFTER):
        if match := form.match(text):
            names = clean_names(match["names"])
            if _ZH_NAMES.match(names):
                return names
    return None


def is_post(text: str) -> bool:
    """Whether a line only tells what a writer is: "Science reporter, Accra"."""
    return width(text) <= _POST_WIDTH and _POST.fullmatch(text.strip()) is not None


def without_outlet(text: str) -> tuple[str, str | None]:
    """A byline without the outlet that it names, and the outlet: "By Jane Doe (Mekong Observer)"."""
    match = _FOR_OUTLET.match(text)
    return (match["writer"], match["outlet"].strip()) if match else (text, None)


def strip_mail(text: str) -> str:
    """A line without any mail address or account name."""
    return _MAIL.sub("", text).strip(" \t\u3000,，|·")


def without_mail(text: str) -> str:
    """A line without the mail address of the writer whom it names."""
    if "@" not in text or width(text) > _MAIL_WIDTH:
        return text
    bare = strip_mail(text)
    named = is_name_line(bare) and ":" not in bare and "：" not in bare
    return bare if named or read_byline(bare) is not None else text


def is_name_line(text: str) -> bool:
    """Whether a line may hold nothing but a writer's name: two to four capitalised words, or a Han name."""
    if han(text):
        return _ZH_ONE_NAME.fullmatch(text) is not None and (len(text) < _LONG_NAME or _ZH_LONG.match(text) is not None)
    return (
        2 <= len(text.split()) <= 4 and is_person_list(text) and all(" " in part for part in _BETWEEN_NAMES.split(text))
    )


def cut_biography(paragraphs: list[str], byline: str | None) -> list[str]:
    """The paragraphs without a last one that introduces the writer: "Jane Doe teaches physics"."""
    if byline is None or len(paragraphs) < 2 or len(paragraphs[-1]) > 400:
        return paragraphs
    first = _BETWEEN_NAMES.split(byline)[0]
    if folded(first) not in folded(paragraphs[-1][: len(first) + _BEFORE_WRITER]):
        return paragraphs
    introduced = re.match(rf"(?:the author,? )?{re.escape(first)},? {_INTRODUCES}\b", paragraphs[-1], re.IGNORECASE)
    return paragraphs[:-1] if introduced else paragraphs


def clean_names(text: str) -> str:
    """Names without the writer's post, page or brackets."""
    text = _ROLE_TAIL.sub("", text.strip()) if not han(text) else text.strip()
    text = _TOWN_AFTER.sub(r"\g<writer>", _DAY_AFTER.sub("", text))
    for extra, left in _NO_NAMES:
        text = extra.sub(left, text)
    return text.strip(" \t\u3000.,;:|：，；()（）*")


def is_person_list(text: str) -> bool:
    """Whether a few words look like names of people: every word capitalised, or two to four Han characters each."""
    if han(text):
        return _ZH_NAMES.match(text) is not None and len(text) <= 24
    words = text.translate(_APART).split()
    if not 1 <= len(words) <= 10 or words[0] == "The" or _NO_NAME.search(text):
        return False
    proper = [word for word in words if word.lower() not in _PARTICLES]
    return 0 < len(proper) <= 8 and all(word[0].isupper() or word[0] in "'‘’\"“" for word in proper)

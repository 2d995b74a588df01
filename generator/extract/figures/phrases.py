"""The noun phrase that a number counts, and whether it counts people."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...script import HAN
from .data import any_of, words_of

_DATA = words_of("nouns.yml")
_PERSON = frozenset(word.lower() for word in _DATA["person"])
_HOUSEHOLD = frozenset(_DATA["household"])
_PLURALS = frozenset(_DATA["plurals"])
_ENDS = frozenset(_DATA["ends"])
_TOKEN = re.compile(r"[\s-]{0,3}(?:(?P<quoted>[“\"][^”\"\n]{1,60}[”\"])|(?P<word>[A-Za-zÀ-ÿ][\w'’&./-]*))")
_OF = re.compile(r"\s+of\s+(?!which\b|whom\b)(?:(?:the|their|its|his|her|our|these|those|them)\b)?")
_NEXT_NUMBER = re.compile(r"\s+(?:and|or)\s+[0-9][0-9,.]*(?=\s)")
_NOT_PLURAL = re.compile(r"(?:ss|us|is|[’']s)\Z")
_LONGEST = 9  # words
_HAN_STOP = re.compile(
    rf"[^{HAN}A-Za-z0-9·—-]|[的并和与及在于将由被已是为从到向对把来参获取受共等围达]|分别|开展|建设|合作(?=[0-9])|取得|实现|全部|以上|左右|增至|增加|增长|升至|上升|降至|下降|减至|减少|扩大|提高"
    r"|(?<=国家|地区|企业|高校|大学|机构|单位)(?:合著|发表|签|参|加入|设立|建立|成立|启动|实施|派|推广|联合|共同|超过|不足|不到)"
)
# 四台|通过国际合作研制的|载荷: the noun stands after 的.
_HAN_ATTRIBUTE = re.compile(
    r"(?:来自|与|通过|由|在|从|可|能)[^，。；：、的\n]{1,24}(?:[“《][^”》]{1,20}[”》][^，。；：、的\n]{0,12})?的"
)
_HAN_LINK = re.compile(r"[的和与及在]")
_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w'’-]*")
_HAN_BEFORE = re.compile(rf"[{HAN}A-Za-z]{{1,10}}\Z")
_HAN_TRAIL = re.compile(
    r"(?:超过|不到|不足|至少|大约|将近|接近|多达|最多|达到|约|达|为|共|近|超|逾|了|有|计|累计|总计|突破|至|已)+\Z"
)
# 论文由2015年的 ..., 增至2020年的 ...: dates and directions are no names of what is counted.
_HAN_CHANGE = re.compile(
    r"(?:(?:[由从自]|(?:增长|增加|提高|扩大|上升|升|增|下降|减少|降低|降|减|缩小)?[到至])?(?:[0-9]{4}年(?:底|末|初)?的?)?)\Z"
)
_PARTIES = re.compile(r"(?<=[0-9])[余多]?个?(?:国家|地区|国)(?=[^和与及、]{2})")  # 与169个国家|合著论文18万篇
_AMOUNT = re.compile(r"[0-9][万亿千百]*.\Z")  # another number with its measure word
_PERSON_HAN = re.compile(any_of(_DATA["person_zh"]))
_STAFF = re.compile(rf"\b(?P<crowd>{any_of(_DATA['crowds'])})\s+of\s+(?:\w+\s+){{0,2}}\Z", re.IGNORECASE)
_MORE = re.compile(r"\s+(?:more|further|additional|or\s+so|or\s+more)(?=\s+(?!than\b)[a-z])")
_AGES = frozenset({"old", "earlier", "later"})  # after a span of time they end a phrase, before a noun they begin it


_CUT = re.compile(rf"[,;:()“”\"\n]|\d[\d.,]*(?:\s?(?:{any_of(words_of('numbers.yml')['scales'])})\b)?")
# Entomologists, paediatricians, cartographers; Americans, Frenchmen.
_OF_PEOPLE = re.compile(
    r"(?:ologist|ician|grapher|onomer|onomist|icist|iatrist|aturalist|ientist)s\Z|\A[A-Z][a-z]+(?:ans|men|women)\Z"
)
_FILLERS = frozenset(_DATA["fillers"])


class Phrase(NamedTuple):
    """What a number counts: the words, and the unit that they make of it."""

    text: str
    unit: str  # "count", "person" or "household"
    plural: bool = False


def english_phrase(after: str, before: str = "") -> Phrase:
    """The noun phrase at the beginning of `after`; without a text where there is none."""
    more = _MORE.match(after)
    after = after[more.end() :] if more else after
    of = _OF.match(after)
    words = _words(after[of.end() :] if of else after)
    other = _NEXT_NUMBER.match(after, words.end) if not words.plural and of is None else None
    if other is not None:  # "40 Peruvian and 9 Kenyan engineers"
        shared = _words(after[other.end() :])
        if shared.plural:
            words = _Words(f"{words.text} {shared.text.split()[-1]}".strip(), shared.head, True, words.end)
    unit = _unit(words.head) if words.plural else "count"
    if unit == "count" and not words.plural and "of" in before.lower() and _STAFF.search(before):
        unit = "person"
    return Phrase(words.text, unit, words.plural)


class _Words(NamedTuple):
    text: str
    head: str
    plural: bool
    end: int


def _words(after: str) -> _Words:
    """The words up to the first plural noun that is no attribute of another."""
    found: list[str] = []
    head, size, end, pos = "", 0, 0, 0
    while len(found) < _LONGEST:
        token = _TOKEN.match(after, pos)
        said = (token["word"] or token["quoted"]) if token else ""
        word = said.rstrip(".")
        if token is not None and word in {"and", "or"} and found and not head:
            pos = token.end()  # "300 Israeli and Korean companies"
            found.append(word)
            continue
        if token is None or (word.lower() in _ENDS and (found or word not in _AGES)):
            break
        if head and not is_plural(word):
            break
        found.append(word)
        pos = token.end()
        if is_plural(word):
            head, size = word, len(found)
        end = pos
        if said.endswith("."):
            break
    text = " ".join(found[:size] if head else found[:4]).removesuffix(" and").removesuffix(" or")
    return _Words(text, head, bool(head), end)


def is_plural(word: str) -> bool:
    """Whether an English word looks like a plural noun."""
    whole = word.lower().rstrip("'’.")
    low = whole.replace("/", "-").rpartition("-")[2]
    return (
        low in _PLURALS
        or (len(whole) > 3 and low.endswith("s") and _NOT_PLURAL.search(low) is None)
        or word in {"MoUs", "PhDs", "MOUs"}
    )


def crowd_before(before: str) -> str:
    """The noun of "a party of ..." at the end of a text, which says that a number after it counts people."""
    match = _STAFF.search(before)
    return match["crowd"] if match is not None else ""


def singular(word: str) -> str:
    """The singular of a regular English plural, in lower case."""
    low = word.lower().rstrip("'’")
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low


def _unit(head: str) -> str:
    one = singular(head.replace("/", "-").rpartition("-")[2])
    if one in _PERSON or head.lower() in _PERSON or singular(head) in _PERSON or _OF_PEOPLE.search(head):
        return "person"
    return "household" if one in _HOUSEHOLD else "count"


def han_phrase(after: str, before: str) -> str:
    """The noun after a Chinese measure word, else the one that stands before the number (车辆18台)."""
    text = after[:40].lstrip()
    clause = _HAN_ATTRIBUTE.match(text)
    text = text[clause.end() :] if clause else text[:16]
    stop = _HAN_STOP.search(text)
    noun = text[: stop.start()] if stop else text
    return noun or head_before(before)


def head_before(before: str) -> str:
    """The last words of the clause before a number, as what it measures (总投资4800万元)."""
    trimmed = _HAN_TRAIL.sub("", _HAN_CHANGE.sub("", before.rstrip()))
    parties = _PARTIES.search(trimmed)
    match = _HAN_BEFORE.search(trimmed, parties.end() if parties else 0)
    if match is None or _AMOUNT.search(trimmed):
        return ""
    words = _HAN_LINK.split(match[0])
    return words[-1] or match[0]


def english_before(before: str) -> str:
    """The last noun words of the clause before a number: "The total budget is about ..." gives "total budget"."""
    clause = _CUT.split(before)[-1]
    words = _WORD.findall(clause)
    groups: list[list[str]] = [[]]
    for word in words:
        if word.lower() in _ENDS or word.lower() in _FILLERS:
            groups.append([])
        else:
            groups[-1].append(word)
    kept = [group for group in groups if group]
    return " ".join(kept[-1][-4:]) if kept else ""


def has_person_han(text: str) -> bool:
    """Whether a Chinese noun phrase names people."""
    return _PERSON_HAN.search(text) is not None

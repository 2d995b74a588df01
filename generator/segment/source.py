"""Whether a line is the name of an outlet or institution."""

from __future__ import annotations

import re

from ..script import HAN, simplified
from ..taxonomy import SourceNames
from .lines import LINES
from .words import han, holds

_HAN_PUBLICATION = re.compile(
    r"(?:日报|晚报|早报|晨报|时报|快报|周报|周刊|月刊|杂志|导报|导刊|通讯社|新闻社|电视台|电台|通讯|在线"
    r"|(?<![情预海汇回捷])报|(?<![作行])社|(?<![电联测路水河渠管])网|刊|(?<![平站舞天象月柜后阳])台)(?:[（(][^）)]*[）)])?$"
)

_HAN_INSTITUTION = re.compile(
    rf"^[{HAN}（）()·]{{2,30}}(?:大使馆|使馆|领事馆|代表处|办事处|代表团|管理局|科技部|科技厅|教育部|外交部|委员会"
    r"|大学|学院|研究院|研究所|实验室|中心|协会|学会|基金会|科学院|工程院|政府|办公室|新闻办|信息网|科技网"
    r"|新闻处|传讯处|新闻司|宣传部|公关部|传播部|电子[报刊版]|简报|快报|快讯|通报|期刊|学报|画报|频道|编辑部)$"
)
_LONG_NAME = 8  # Han characters; a longer line with the word of an event is a headline
_HAN_EVENT = re.compile(
    rf"与(?![{HAN}]{{2,4}}[处司部办]$)|(?<!共)和(?!国)|举行|出席|访问|会见|签署|共建|成立|设立|启[动用]|揭牌|落成|开[幕班工馆]|建成|走进|抵达|参观"
)
_HEAD_NOUN = (
    r"(?:Ministry|Embassy|Consulate|Consulate[- ]General|Mission|Department|Office|Government|Academy|University"
    r"|Institute|Council|Commission|Bureau|Centre|Center|Foundation|Laboratory|Observatory|School|College|Association"
    r"|Society|Federation|Agency|Museum|Directorate|Secretariat|Authority|Organi[sz]ation|Polytechnic|Division"
    r"|Forum|Service|Committee|Board|Unit|Branch|Network|Presidency|Survey|Fund|Trust|Chamber|Hospital|Library"
    r"|Station|Consortium"
    r"|Akademie|Universität|Ministerium|Bundesministerium|Institut|Hochschule|Universit[éeày]|Minist[èe]re|Universidad"
    r"|Universidade|Instituto|Ministerio|Ministério|Academia|Universit[àa]|Istituto|Universiteit)"
)
_OFFICE = (
    r"(?:press|media|communications?|news|information|public (?:affairs|relations)|presse|prensa|comunicaci[óo]n"
    r"|imprensa|stampa)"
)
_PRESS_OFFICE = re.compile(
    rf"^(?:{_OFFICE} (?:office|service|desk|centre|center|department|unit|section|team|release)"
    rf"|(?:service|oficina|ufficio|bureau|gabinete|sala|direction) (?:de |di |da |de la |du )?{_OFFICE}"
    r"|(?:corporate|strategic|university|external|government|institutional) (?:communications?|affairs|relations)"
    r"|pressestelle|presseamt|pressedienst|新闻处|新闻办公室|新闻司|宣传部)$",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    rf"^(?:[\w'’&.-]+ ){{0,4}}(?-i:[A-ZÀ-Þ])?\w*(?<!\w){_HEAD_NOUN}"
    r"(?: (?:of|for|in|to|on|at|de|du|des|der|für|von|am|an der|zu|do|da|della|pro|voor)(?: [\w'’&-]+,?){1,14})?$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|｜丨]\s*|\s+[—–·•/*-]{1,2}\s+|\s*[,，]\s+")
_SUBJECTS = re.compile(r"\b(?:of|for)\b[^,]+(?:, [^,]+)*, ?(?:[^,]+ )?(?:and|&|y|e|et|und) ", re.IGNORECASE)
_STATE = LINES.compile(
    r"(?:the )?(?:[\w-]+ )?(?:Republic|Kingdom|State|Commonwealth|Government|Federation|Union|Principality"
    r"|Sultanate|Emirate) of"
    rf"(?: the)?(?: [\w'’-]+){{1,4}}|[{HAN}]{{2,12}}(?:共和国|王国|联邦|政府)",
    re.IGNORECASE,
)
_GENERIC = {
    "agency",
    "ministry",
    "institute",
    "office",
    "council",
    "department",
    "company",
    "group",
    "centre",
    "center",
}
_BOOK_TITLE = re.compile(r"《[^》]{2,20}》")
_LITTLE = {"of", "and", "the", "for", "&", "in", "to", "on", "at", "de", "du", "des", "der", "für", "von", "la", "el"}
_NAME = r"[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*)?"  # a headline has longer runs of capitals
_INSTITUTION_OF = re.compile(
    rf"^(?:The )?(?:{_NAME} )?(?:Ministry|Embassy|Consulate|Mission|Department|Office|Government|Academy"
    rf"|University|Institute|Council|Commission|Bureau"
    r"|Centre|Center|Foundation|Laboratory|Observatory|School|College|Association|Society|Federation|Agency|Museum)"
    rf"(?:,? (?:of|for|in|to|and|on)(?: the)? {_NAME})+$"
)


def is_publication(text: str, sources: SourceNames) -> bool:
    """Whether a line can only be the name of an outlet or institution, and no headline."""
    text = text.strip()
    if sources.find(text) is not None or (text[:1] == "《" and _BOOK_TITLE.fullmatch(text)):
        return True
    if han(text):
        told = len(text) > _LONG_NAME and _HAN_EVENT.search(simplified(text)) is not None
        return (
            len(text) <= 16 and " " not in text and not told and _HAN_PUBLICATION.search(simplified(text)) is not None
        )
    words = text.split()
    if not _capitalised(words):
        return False
    if _INSTITUTION_OF.match(text) and len(words) <= 10:
        return True
    named = len(words) <= 4 and words[0].lower() == "the" and holds("publication", words[-1])
    return not _is_bare(words) and (named or (len(words) <= 5 and holds("paper", words[-1])))


def is_press_office(text: str) -> bool:
    """Whether a line only names the office of an institution that speaks to the press."""
    return _PRESS_OFFICE.match(simplified(text.strip())) is not None


def is_state(text: str) -> bool:
    """Whether a line only names a state in full, as letterheads do: "REPUBLIC OF ...", 中华人民共和国."""
    return _STATE.fullmatch(text.strip()) is not None


def letterhead_name(text: str, sources: SourceNames) -> str | None:
    """The outlet or institution that a line names, with its place or another name of it at most; None for others."""
    if _SUBJECTS.search(text) and is_institution(text.strip()):
        return text.strip()  # "Ministry of Science, Research and Culture"
    parts = [part for part in _PARTS.split(text.strip()) if part]
    named = next((part for part in parts if is_publication(part, sources) or is_institution(part)), None)
    named = None if named and is_state(named) else named
    if named is None or len(parts) > 3:
        return None
    others = [part for part in parts if part is not named]
    plain = all(
        (len(part.split()) <= 4 and han(part) <= 10 and _capitalised(part.split())) or is_institution(part)
        for part in others
    )
    return named.strip("《》") if plain else None


def is_institution(text: str) -> bool:
    """Whether a line only names an institution, in the words that such names are made with in several languages."""
    if han(text):
        reading = simplified(text)
        return _HAN_INSTITUTION.match(reading) is not None and _HAN_EVENT.search(reading) is None
    words = text.split()
    named = 2 <= len(words) <= 16 and _capitalised(words) and not _is_bare(words)
    return named and _INSTITUTION.match(text) is not None


def _is_bare(words: list[str]) -> bool:
    """Whether words only say what kind of institution is meant: "The Agency"."""
    return len(words) == 2 and words[0].lower() == "the" and words[-1].lower() in _GENERIC


def is_outlet(text: str, sources: SourceNames) -> bool:
    """Whether a name that stands in a credit is an outlet's or institution's rather than a person's."""
    words = text.split()
    if is_publication(text, sources):
        return True
    if han(text) or not 0 < len(words) <= 8 or not _capitalised(words):
        return False
    return holds("publication", text) or (words[0] == "The" and len(words) > 1)


def _capitalised(words: list[str]) -> bool:
    """Whether every word but the little ones starts with a capital."""
    return bool(words) and all(word[0].isupper() or not word[0].isascii() or word in _LITTLE for word in words)

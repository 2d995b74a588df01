"""Who is said to belong to the work of an article, to give to it or to carry a share: "Kenya is also on board".

The grammar is that of a third party: a subject that belongs ("is part of the network"), gives ("opens its archive to
the project") or brings its part ("the Kenyan side"), whose people learn in it; or what was given, done or joined "by"
somebody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .bodies import BODIES
from .places import Spot
from .rows import are_side_by_side

_WORK = (
    r"project|programme|program|network|team|consortium|study|survey|mission|expedition|alliance|partnership|work|effort|"
    r"scheme|group|experiment|station|venture"
)
_MORE = r"(?:\s(?:also|now|since|already|meanwhile|likewise|thus|again))?"
_PEOPLE = r"(?:[a-z-]+\s){0,2}[a-z]+s"  # "two geologists"
_BELONGS = BODIES.compile(
    rf"(?:[’']s(?:\s[A-Z][\w’'-]*|\sof|\sfor|\sand|\sthe){{1,7}})?{_MORE}\s(?:is|are|has\sbeen|have\sbeen|will\sbe){_MORE}\s"
    rf"(?:part\sof\s(?:the|this)\s(?:[a-z]+\s)?(?:{_WORK})\b|on\sboard\b(?!\s(?:the|a)\s)|in\son\sit\b|in\sit\b|"
    r"among\sthe\s(?:members|partners|authors|founders|participants)\b)|"
    rf"{_MORE}\s(?:became|becomes|was\sadmitted|were\sadmitted|came\sin|has\scome\sin|comes\sin|was\staken\son|has\sbeen\sadmitted)\s"
    r"(?:as\s)?(?:an?|the|its|[a-z]+\s)\s?(?:[a-z]+\s){0,2}(?:members?|partners?|participants?|countr(?:y|ies))\b(?!\sof\s(?:the\s)?[A-Z])|"
    r"\swas\sthe\s[a-z]+\sto\s(?:sign|join)\b|"
    r"(?:科学院|研究所|大学|方面|方)?(?:也|同样|都|均)?(?:在其中|身在其中|名列其中|在其列)"
)
_GIVES = BODIES.compile(
    rf"(?:[’']s(?:\s[A-Z][\w’'-]*|\sof|\sfor|\sand|\sthe){{1,7}})?{_MORE}\s(?:has\s|have\s|will\s|is\sto\s|are\sto\s)?(?:also\s)?"
    rf"(?:[a-z]+\s)[^.,;:]{{1,48}}?(?:\savailable|\sto\s(?:the|this)\s(?:{_WORK})|\sto\s(?:both|the\stwo|the\spartners|its\spartners|them\sboth))\b|"
    r"(?:还|也|已|将)?(?:向|为)(?:该|本|这一|这个)?(?:项目|团队|双方|网络|各方|课题组|合作)[^，。；]{0,8}?(?:开放|提供|派|捐|借|划拨)|"
    r"(?:还|也|已|将)?(?:开放了|出了?[\d一二三四五六七八九十百千两])"
)
_SIDE = re.compile(
    rf"\s(?:side|partners?|colleagues|members?|contingent|half|part|share|leg)(?:\sof\sthe\s(?:{_WORK})\b|\s(?=(?:has|have|is|are|will|was|were|"
    r"pays?|paid|provides?|provided|sends?|sent|lends?|lent|gives?|gave|builds?|built|brings?|brought|takes?|took|keeps?|kept|runs?|ran|leads?|led|does|did)\b))"
)
_AGENT = BODIES.compile(
    r"(?:^|(?<=[.!?”]\s))(?:The|It|Its|They|Their|These|This|All|Both|Half|Part|Most|He|She|Work|Help)\b"
    r"(?!\s(?:older|old|earlier|previous|former|larger|first|same|other|similar|rival|second\s[a-z]+\sof)\b)"
    r"[^.,;:]{0,60}?\s(?:is|are|was|were|will\sbe|being|been)\s(?:also\s|partly\s|jointly\s|mainly\s)?"
    r"(?:provided|supplied|lent|paid|paid\sfor|funded|financed|borne|contributed|donated|given|led|run|operated|managed|coordinated|"
    r"analysed|analyzed|maintained|calibrated|joined|helped|assisted|supported|advised|trained|staffed|hosted|supervised)(?:\sin\spart)?\sby\s"
    rf"(?:(?:the|an?|its|their)\s)?(?:{_PEOPLE}\s(?:from|of|in)\s(?:the\s)?|[a-z]+\s(?:from|of|in)\s(?:the\s)?)?$",
    re.MULTILINE,
)
_LOCATED = re.compile(
    rf"(?:[Oo]n|[Ii]n|[Aa]mong|[Pp]art\sof)\s(?:the|its|their)\s(?:{_WORK}|crew|authors|members|partners|participants)\s(?:is|are|was|were)\s"
    rf"(?:also\s)?(?:{_PEOPLE}\s(?:from|of|in)\s)?(?:the\s)?$|"
    rf"[Aa]lso\s(?:involved|taking\spart|on\sboard|represented|contributing|participating)\s(?:is|are|was|were)\s(?:{_PEOPLE}\s(?:from|of|in)\s)?"
    r"(?:the\s)?(?:[A-Z][a-z]+\s(?:of|for)\s(?:[A-Z][a-z]+\sof\s)?)?(?:the\s)?$|"
    r"(?:队|团队|课题组|成员|项目)(?:里|中|内)?(?:还|也)有[^，。；]{0,8}$"
)
_WORKS = re.compile(
    rf"{_MORE}\s(?:works?|serves?|sits?|are|is){_MORE}\s(?:on|in|part\sof)\s(?:the|its)\s(?:{_WORK}|crew)\b|"
    rf"(?:\s[a-z]+)?\s(?:have|has){_MORE}\s(?:worked\son|contributed|helped\swith)\s(?:it|this|the\s(?:{_WORK})|[a-z0-9,.]+\s[a-z]+s)\b"
)
# "The authors come from Peru", "with help from Peru", 得到秘鲁的支持.
_SOURCE = re.compile(
    r"\b(?:authors|members|partners|participants|team)\s(?:also\s)?(?:come|comes|are|is)\sfrom\s(?:the\s)?$|"
    r"\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ss]ome|[Ss]everal)\sof\sthe\s(?:authors|members|researchers|team)\s(?:is|are|works?|comes?)\s"
    r"(?:at|from|in)\s[^.;:]{0,60}$|"
    r"\b[Ww]ith\s(?:the\s)?(?:[a-z]+\s)?(?:help|support|funding|assistance)\s(?:from|of)\s(?:the\s)?$|"
    r"作者(?:们)?(?:分别)?来自(?:了)?$|(?:作者|成员|队员)(?:中|里)(?:还|也)?有[^，。；]{0,8}$"
)
_AIDED_ZH = re.compile(r"(?:得到|获得|获|在|受)(?:了)?$")
_AID_ZH = re.compile(r"(?:的)?[^，。；]{0,8}?(?:支持|帮助|资助|协助)(?:下)?(?=[。，；]|$)")
_LEARN = re.compile(
    r"\s(?:are|were|will\sbe|have\sbeen|is|was)\s(?:also\s|now\s|being\s)*(?:trained|taught|instructed|hosted)\b"
    r"(?!\s(?:in|by|at)\s[A-Z])|"
    r"\s(?:are|were)\s(?:also\s|now\s)?(?:learning|studying|training)\b|"
    r"[^，。；、]{0,8}?(?:正在|将在|现在|在)(?:那里|这里|当地|该[院所校站])[^，。；]{0,6}?(?:学习|受训|培训|实习|进修)|"
    r"\s(?:will\s|also\s)*(?:learn|spend|stay|study|attend|train)s?\b[^.,;:]{0,30}?\s(?:there|here|it|with\sthem)\b"
)
_FROM = re.compile(rf"(?:^|\s)(?:{_PEOPLE}|[a-z]+\s[a-z]+)\s(?:from|of)\s(?:the\s)?$", re.IGNORECASE)
_COSTS = re.compile(
    rf"{_MORE}\s(?:takes?|took|bears?|bore|carries|carried|covers?|covered|meets?|met|pays?|paid|contribut\w+|will\s[a-z]+)\s"
    r"[^.,;:]{0,24}?\bof\s(?:the|its)\s(?:costs?|money|budget|bill|funds|funding|expenses)\b"
)
_BY_ZH = re.compile(r"由[^，。；]{0,10}$")
_BY_ZH_AFTER = re.compile(
    r"[^，。；、]{0,14}?(?:领导|带领|牵头|主持|提供|承担|负责|支付|出资|资助|维护|运行|分析|管理|捐赠|承建)(?!人|者|商)"
)
_AROUND = ((_AIDED_ZH, _AID_ZH), (_BY_ZH, _BY_ZH_AFTER))  # what stands before a name, and after it
_BODY = (
    r"(?:Universit|Institut|Academ|Colleg|Laborator|Cent(?:re|er)|Hospital|Museum|Observator|Agenc|Society|Station|Survey|"
    r"School)[a-z]*"
)
_FELLOW = re.compile(
    rf"\W*(?:The|Our|This)\s(?:[A-Z][\w’'-]*\s(?:of\s|for\s|and\s|the\s)*){{0,5}}{_BODY}(?:\s(?:of|for|in|and|[A-Z][\w’'-]*))*"
    r"(?:,|,?\sand|\stogether\swith|\swith)\s(?:the\s)?(?:[A-Z][\w’'-]*\s(?:of\s|for\s|the\s|in\s|at\s|and\s)*){0,8}$"
)
_REACH = 110


def find_contributors(text: str, start: int, end: int, spots: Sequence[Spot]) -> frozenset[str]:
    """The parties among the `spots` of the clause at `start`..`end` that it says belong to the work or give to it."""
    found: set[str] = set()
    for index, spot in enumerate(spots):
        if _is_contributor(text, start, end, spot):
            found |= {other.party for other in _list_of(text, spots, index)}
    return frozenset(found)


def _is_contributor(text: str, start: int, end: int, spot: Spot) -> bool:
    """Whether the clause says so of the party of `spot`."""
    before = text[max(start, spot.start - _REACH) : spot.start]
    subject = spot.start - start <= len("The six ")
    learners = not text[spot.start].isascii() or _FROM.search(before) is not None
    return (
        (subject and any(phrase.match(text, spot.end, end) for phrase in (_BELONGS, _GIVES, _COSTS)))
        or (learners and _LEARN.match(text, spot.end, end) is not None)
        or (before.endswith(("The ", "the ")) and _SIDE.match(text, spot.end, end) is not None)
        or ((subject or before.endswith("from ")) and _WORKS.match(text, spot.end, end) is not None)
        or any(phrase.search(before) for phrase in (_LOCATED, _SOURCE))
        or any(one.search(before) and other.match(text, spot.end, end) for one, other in _AROUND)
        or (_AGENT.may_match(text, start, spot.start) and _AGENT.search(text[start : spot.start]) is not None)
    )


def has_fellow(text: str, start: int, spot: Spot) -> bool:
    """Whether an institution of no named country acts beside that of `spot`: "The Academy and Kenya's ..."."""
    return spot.start - start <= 2 * _REACH and _FELLOW.match(text[start : spot.start]) is not None


def _list_of(text: str, spots: Sequence[Spot], index: int) -> Sequence[Spot]:
    """The spots that stand in one list with the one at `index`."""
    first = last = index
    while first and are_side_by_side(text, spots[first - 1], spots[first]):
        first -= 1
    while last + 1 < len(spots) and are_side_by_side(text, spots[last], spots[last + 1]):
        last += 1
    return spots[first : last + 1]

"""Who has a part in the work that an article is about: joins it, pays for it, looks after "the" instruments.

What a party does for itself is none: it "keeps its own", runs "a larger" one, or is a firm that sells something.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from .bodies import BODIES
from .lexicon import Cue, Kind, person_nouns
from .matcher import Hit
from .places import Field, Spot

_LONGEST_SUBJECT = 70  # characters from the start of a clause to the end of its subject
_PLACE_BEFORE = BODIES.compile(
    r"^\W*(?:In|At|Near|Off|Over|To|Into|For|With|By|Under|Across|Around|Like|Unlike|Beside|Besides|After|Before|Against|"
    r"Between|Among|From|As|Through|Outside)\s(?:the\s)?$|^[在对從从向除据據为為由与與同跟和被于於像]$",
    re.IGNORECASE,
)
# Firms, embassies and single persons stand for themselves.
_LEARNERS = {"trainee", "fellow", "student", "intern", "apprentice", "graduate", "undergraduate", "cadet", "postdoc"}
_PERSON = "|".join(noun for noun in person_nouns() if noun not in _LEARNERS)  # who learns is sent
_FIRM = (
    r"firms?|compan(?:y|ies)|factory|foundry|shipyards?|yard|workshops?|suppliers?|manufacturers?|makers?|builders?|"
    r"start-ups?|vendors?|banks?|insurers?|shops?|dealers?"
)
_OUTSIDER_BEFORE = BODIES.compile(
    rf"\b(?:{_FIRM}|embass(?:y|ies)|ambassadors?|consulates?)\s(?:in|from|of)\s(?:the\s)?$|"
    rf"\b[Aa]n?\s(?:[a-z]+\s)?(?:{_PERSON})\s(?:from|of)\s$"
)
_ONE = BODIES.compile(r"(?<!,\s)\b[Aa]n?\s(?:young\s|old\s|retired\s|former\s)?$")
_OUTSIDER_AFTER = BODIES.compile(
    r"(?:[’']s)?\s(?:embassy|ambassadors?|consulate)\b|\s(?:asked|wondered|complained|joked)\b|大使(?!馆(?:与|和|同|签))"
)
_PERSON_AFTER = BODIES.compile(rf"\s(?:[a-z]+\s)?(?:{_PERSON})(?:,|\s(?:who|named|called|whose)\b)")
_FIRM_AFTER = BODIES.compile(
    rf"(?:[’']s)?\s(?:[a-z-]+\s){{0,2}}(?:{_FIRM}|contractors?|shops?|dealers?|traders?|newspapers?|journalists?|reporters?)\b|"
    r"(?:的)?(?:一家)?[^，。；]{0,6}?(?:公司|厂家|厂商|企业|商人|记者|媒体)"
)
_RELATIVE = BODIES.compile(r"(?:[’']s)?,\s(?:which|who|whose|where)\b[^,]*")
# Guests look on, whatever is signed.
_GUEST = BODIES.compile(
    r"\b(?:attend(?:s|ed)?|watch(?:es|ed)?|w(?:as|ere)\spresent\sat|w(?:as|ere)\srepresented\sat)\b|"
    r"(?:参加|出席|列席|见证)(?:了)?[^，。；]{0,12}?(?:仪式|典礼|活动|开幕|闭幕|揭牌|签约)|派(?:人|员|代表)?[^，。；]{0,4}?[听看观]"
)
# The work of the article, or a share of it, after a verb.
_THE_WORK = BODIES.compile(
    r"\s(?:for\s|in\s|out\s|up\s|at\s)?(?:"
    r"(?:the|both|these|those)\s(?!(?:world|way|field|list|table|pack|market|same|old|older|previous|earlier|former|original|first|"
    r"number|race|ranking|only|most|best|next|other|others|[a-z]{3,}est|games|cup|road|border|coast|market|region|country|last)\b)[a-z]|it\b|them\b|"
    r"(?:half|part\sof|a\s(?:third|quarter|half|share|part)\sof)\s(?:the|it|its)\b(?!\s(?:world|region|country|continent|market)))"
)
_NOT_GIVEN = BODIES.compile(
    r"\s(?:its|their)\b(?![^.;]{0,60}?\s(?:with|to|at|for)\s(?:the|us|both)\b)|"
    r"\s(?:the|an?)\s(?:earlier|previous|former|old|older|first|original)\s|\s(?:most\sof|money\sto|the\s(?:last|next|games|cup|summit|conference|congress|world|road)|(?:half|a\s(?:third|quarter|half|share|part))\sof\sthe\s(?:world|region|country|continent|market))|"
    r"\s(?:for\s|up\s|out\s|to\s)?(?:his|her|our|no|little|nothing|another|more|less|fewer|taxes|tax|"
    r"an?\s(?:[a-z]+\s)?(?:similar|larger|bigger|rival|different|separate|tax|speech|talk))\b|"
    r"(?:了)?(?:自己|本国|另一|类似|同类|更)|"
    r"\s(?:an?|the)\s(?:[a-z]+\s)?(?:model|example|template|precedent|inspiration|idea|lesson|benchmark)\b|"
    r"(?:了)?[^，。；]{0,8}?(?:参考|参照|借鉴|启发|启示|样板|范例|范本|灵感|思路|先例)"
)
_SOMETHING = re.compile(  # "lends two ships"; who "provides tourists" gives nothing to the work
    r"\s(?:for\s|out\s|in\s|up\s|over\s|to\s)?(?:the|an?|both|these|half|part|some|all|its|their|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty|dozens|hundreds|thousands|[$€£¥]?\d[\d.,]*|[A-Z]{2,3}\s?\d)"
)
_HELPS = BODIES.compile(
    r"[^.;]{0,40}?\s(?:each|to\s(?:help|learn|join|assist)|to\sthe\s(?:station|site|project|survey|team))\b|"
    rf"\s(?:[a-z]+\s)?(?:[a-z]+|\d+)\s(?:[a-z]+\s)?(?:{_PERSON})s\b(?!\s(?:home|abroad|elsewhere|to|into|against)\b)"
)
_NOUN = BODIES.compile(r"(?:[’']s|\b(?:the|an?|its|their|of|in|for|no|this|that|own))\s$")  # "the supply" is no verb
_DONE = re.compile(
    r"(?:ed|built|laid|hung|made|dug|put|bred|kept|ran|held|wrote|written|grew|grown|sent|paid|taught|split|began|begun|found|shared|"
    r"drew|drawn|set\sup|flew|flown|hatched)(?:\s(?:on|up|out|down|off))?$"
)
_SHARED = re.compile(r"share|pool|exchange|swap|split", re.IGNORECASE)
_BORDER = re.compile(
    r"\s(?:[a-z]+\s){0,3}(?:borders?|frontier|language|gulf|sea|river|lake|coast|history|mountains?|valley|basin)\b"
)
# What each of them does by itself: "have all built such plants".
_EACH = BODIES.compile(
    r"\b(?:have|has|had|are|were|will|would|do|did)\s(?:all|both|each|also)\b|\bsuch\s[a-z]+s\b|,\s(?:too|as\swell)\b|"
    r"\bof\sth(?:e\ssame|at|is)\s(?:kind|sort)\b|\btheir\s(?:own|markets|borders|doors)\b|\bthe\ssame\s(?:effect|test|thing)\b|"
    r"\bbefore\b(?=[.;]|$)"
)
_AUXILIARY = BODIES.compile(
    r"\b(?:will|would|shall|to|have|has|had|are|is|were|was|been|be|now|jointly|together|this\s\w+|next\s\w+)\s(?:[a-z]+\s)?$"
)
_PASSIVE = BODIES.compile(r"\b(?:be|been|being|is|are|was|were)\s(?:[a-z]+ly\s)?$|[被获受]$")
_NOT_JOINED = BODIES.compile(
    r"\s(?:in\s)?(?:[a-z]+\s){0,4}?(?:ceremony|meeting|conference|reception|dinner|lunch|party|opening|celebrations?|launch|event|summit|forum|talks|hearing|"
    r"exhibition|fair|festival|seminar|tender)\b|"
    r"(?:了)?[^，。；]{0,12}?(?:活动|仪式|典礼|会议|大会|论坛|开幕|闭幕|揭牌|签约|研讨会|年会|展览|评审|座谈|竞标|投标)|"
    r"\s(?:in\s)?(?:the\s|a\s)?(?:[a-z]+\s)?(?:EU|WTO|NATO|OECD|European|United|World|union|war|dispute|quarrel|scandal|row|lawsuit|conflict|race|club|list|ranks|queue|league|"
    r"debate|protests?|criticism|call|calls)\b|(?:了)?(?:世贸|世界|欧盟|北约|联合国|经合)"
)


def find_parts(
    text: str,
    start: int,
    end: int,
    spots: Sequence[Spot],
    open_spots: Sequence[Spot],
    companions: Collection[str],
    cues: Sequence[Hit[Cue]],
) -> frozenset[str]:
    """The parties that are the subject of the clause at `start`..`end` and have a part in the work, as it says."""
    nouns = {spot.end + 1 for spot in spots if _is_adjective(text, spot)}
    verbs = [
        hit for hit in cues if hit.start not in nouns and {Cue.SHARE, Cue.PART, Cue.JOINING}.intersection(hit.values)
    ]
    if not spots or not any(_is_part(text, hit, end) for hit in verbs):
        return frozenset()
    first = spots[0]
    if first.hint and len(spots) > 1 and spots[1].start - first.end <= len(", in the "):
        first = spots[1]  # "the museum of Lisbon, in Portugal"
    aside = _RELATIVE.match(text, first.end, end)
    after = [hit for hit in verbs if hit.start >= (aside.end() if aside else first.end)]
    if verbs[0].start < first.start or first.end - start > _LONGEST_SUBJECT or first not in open_spots:
        return frozenset()
    if first.party in companions:
        return frozenset()
    if _PLACE_BEFORE.match(text[start : first.start]) or _FIRM_AFTER.match(text, first.end, end):
        return frozenset()
    if not any(_is_part(text, hit, end) for hit in after):
        return frozenset()
    return frozenset(spot.party for spot in open_spots if first.start <= spot.start < after[0].start)


def tells_deed(text: str, field: Field, end: int, cues: Sequence[Hit[Cue]]) -> bool:
    """Whether the clause, or a headline, tells of something done, and not what is so in general: "have built"."""
    deeds = [hit for hit in cues if {Cue.DEED, Cue.PART, Cue.SHARE}.intersection(hit.values)]
    if deeds and _EACH.search(text, deeds[0].start - 12, end):
        return False
    if field == "title" or not all(hit.text.isascii() for hit in deeds):
        return bool(deeds)
    return any(_DONE.search(hit.text) or _AUXILIARY.search(text, max(0, hit.start - 28), hit.start) for hit in deeds)


def is_outsider(text: str, end: int, spot: Spot) -> bool:
    """Whether it is the country of a firm, an embassy or a single person: "a Yemeni mason, who lives here"."""
    before = text[max(0, spot.start - 48) : spot.start]
    if _OUTSIDER_BEFORE.search(before) or _OUTSIDER_AFTER.match(text, spot.end, end):
        return True
    if _FIRM_AFTER.match(text, spot.end, end):
        return True
    single = spot.kind is Kind.DEMONYM and _ONE.search(before) is not None
    return single and _PERSON_AFTER.match(text, spot.end, end) is not None


def find_guests(text: str, start: int, end: int, spots: Sequence[Spot]) -> frozenset[str]:
    """The parties that are the subject of the clause at `start`..`end` and are only guests: they attend a ceremony."""
    guest = _GUEST.search(text, start, end)
    if guest is None or not spots or spots[0].start - start > _LONGEST_SUBJECT:
        return frozenset()
    return frozenset(spot.party for spot in spots if spot.start < guest.start())


def _is_adjective(text: str, spot: Spot) -> bool:
    """Whether the word after the name is its noun: "our Finnish hosts"; "the Finnish" and "Finns" are people."""
    if spot.kind is not Kind.DEMONYM or not text[spot.start].isascii():
        return False
    plural = text[spot.end - 1] == "s" and text[spot.end - 2 : spot.end] != "ss"
    return not plural and not text.endswith(("the ", "The "), 0, spot.start)


def _is_part(text: str, hit: Hit[Cue], end: int) -> bool:
    """Whether the verb, with what follows it, tells of a part in the work of the article."""
    before = max(0, hit.start - 24)
    if hit.text.endswith("ing") or _PASSIVE.search(text, before, hit.start) or _NOUN.search(text, before, hit.start):
        return False
    if Cue.JOINING in hit.values:
        return _NOT_JOINED.match(text, hit.end, end) is None
    if hit.text.lower().startswith("sen"):  # who sends may send to anybody
        return _HELPS.match(text, hit.end, end) is not None
    if Cue.SHARE in hit.values and text[hit.start].isascii() and not _SOMETHING.match(text, hit.end, end):
        return False
    if Cue.SHARE in hit.values:
        return _NOT_GIVEN.match(text, hit.end, end) is None
    return not text[hit.start].isascii() or _THE_WORK.match(text, hit.end, end) is not None

"""What speaks against filing the parties of a clause, or a single name: they look on, refuse, or are compared.

A clause is a part of a sentence with a subject of its own, so that "France pays, Spain has declined" speaks against
Spain alone. An *aside* is a name that says where a person, a product or a newspaper comes from.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ..prefilter import Pattern
from .bodies import BODIES
from .lexicon import Cue, Kind, is_country
from .places import Spot
from .sentences import Span

#: Cues that turn a clause against filing the parties it names.
COUNTERS = frozenset({Cue.REFUSAL, Cue.BYSTANDER, Cue.RANKING, Cue.SANCTION, Cue.PROFILE, Cue.OTHER_NEWS})

_LONG_AGO = 20  # years before the article that make what was done then history
_YEAR = BODIES.compile(r"(?<![\d.,])(1[4-9]\d\d|20\d\d)(?![\d,.]\d)(?!\s[a-z]+s\b)(?=年|[\s,.;:)’']|$)")
_SINCE = BODIES.compile(r"\b(?:[Ss]ince|[Ff]ounded|[Ee]stablished|[Ff]rom)\b|以来|起|自|成立|创建|创办")
_QUOTATION = 1500  # characters of the longest quotation
_REACH = 80  # characters of context on either side of a name
_WITH = BODIES.compile(
    r"\b(?:[Ww]ith|[Aa]longside)\s(?:(?:the|its|their|her|his|a|an|[a-z]*|two|three|four|five|six)\s(?:in|from|of|at)?\s?){0,3}$|"
    r"\b(?:its|their|our|her|his)\s(?:[a-z]+\s)?(?:partners|colleagues|counterparts|hosts|friends)\s(?:in|from|at)\s(?:the\s)?$|"
    r"\b[Tt]o\s(?:the\s)?$|[与同和跟向给为请](?:来自)?(?:其)?$"
)
_TO = re.compile(r"\b[Tt]o\s(?:the\s)?$|[向给为]$")
_WITHIN = BODIES.compile(
    r"\b(?:within|under)\s(?:the\s)?$|\b(?:within|under|in|through|part\sof)\s(?:the|an?|its)\s(?:[a-z-]+\s){0,2}"
    r"(?:framework|auspices|umbrella|roof|call|programme|program|scheme|initiative|group|fund|mechanism|project)\sof\s(?:the\s)?$"
)
_WITHIN_ZH = re.compile(r"”?[^，。；]{0,6}?(?:框架|机制)(?:下|内|之下)?")
_LISTED_ZH = re.compile(r"(?:列入|纳入|属于|入选|作为)(?:共建)?[“《]?$")  # 列入共建“一带一路”科技合作项目
_AS_PARTNER = re.compile(  # "ASEAN is a partner in the network", "the Agency, which joined as a partner, ..."
    r"(?:,\s(?:which|who)|\salso|\shas|\shave)?\s(?:is|are|was|were|became|joined?|joins|acts?|serves?|takes\spart|took\spart)\s"
    r"[^.,;:]{0,30}?\bpartners?\b(?!\scountr)|(?:也)?(?:是|为|作为|成为)[^，。；]{0,10}?(?:合作伙伴|合作方|伙伴)"
)
_FORMERLY = BODIES.compile(
    r"\bat the turn of the century\b|\b(?:in|of) the (?:last|nineteenth|19th) century\b|上个?世纪|"
    r"过去(?![的]?[一二三四五六七八九十两几数多\d])|"
    r"\b(?:[Uu]ntil|[Bb]efore|[Ss]ince then|[Bb]ack) (?:in )?(?:1[89]|20)\d\d\b(?=,)"
)
_MEASURED = BODIES.compile(
    r"比[^，。；]{0,8}?(?:多|少|快|慢|强|弱|早|晚|高|低|大|小|严重|领先)(?=得|于|出|了|，|。|；)|"
    r"\b(?:offers?|has|have|spends?|grows?|builds?|owns?|trains?|produces?|publish(?:es)?)\s"
    r"(?:far\s|many\s|much\s)?(?:more|fewer|less)\b|"
    r"\b[A-Z][\w’'-]+\s(?:has|have|spends?|owns?|trains?|publish(?:es)?)\s"
    r"(?:twice|half|(?:two|three|four|five|six|ten|\d+)\stimes)\s(?:as|more)\b"
)
# Who shuts others out, is shut out or shares a place "but not the survey": words of cooperation there tell of none.
_HINDERED = BODIES.compile(
    r"\b(?:clos(?:ed?|es|ing)|shuts?|shutting)\s[^,.;]{0,40}?\bto\s(?:all\s|most\s)?(?:foreign|outside|overseas|international)\b|"
    r"\b(?:bar(?:s|red)|ban(?:s|ned)|forbids?|forbade|forbidden|prohibit(?:s|ed)?|block(?:s|ed))\s"
    r"(?:its|their|his|her|all|most|any|foreign|some)\s|"
    r"\btighten(?:s|ed|ing)?\s(?:its\s|their\s|the\s)?(?:[a-z]+\s)?(?:rules?|controls?|checks?|limits?|visas?|laws?)\b|"
    r"\bshares?\s[^,.;]{1,40}?\sbut\s(?:not|no|neither)\b|"
    r"\b(?:will|would|may|could)\sbe\s(?:badly\s)?(?:hit|hurt)\b|"
    r"\b(?:be|been|are|were|is|was)\s(?:barred|banned|expelled|arrested|detained|accused|(?:denied|refused)\s(?:a\s)?visas?)\b|"
    r"收[紧緊]|(?:禁止|限制)(?:本国|本國|其|外国|外國|外籍)|(?:关闭|關閉|停止|取消)[^，。；]{0,4}(?:面向|对|對|向)(?:外国|外國|境外|海外|国外|國外|外)",
    re.IGNORECASE,
)
# Who stands outside, and what ran out long ago.
_OUTSIDE = BODIES.compile(
    r"\b(?:lies?|lay|is|are|was|were|remains?|remained|stays?|stayed|stands?|stood|falls?|left)\s(?:[a-z]+\s)?outside\b|"
    r"(?:在|于)[^，。；除]{0,8}?(?:之外|以外)(?=[，。；]|$)|排除在外|置身事外|不在此列"
)
_RAN_OUT = BODIES.compile(
    r"\b(?:ran|runs|run)\sout\b|\b(?:expired|lapsed)\b|\b(?:[Ll]ast|[Oo]nly)\s(?:such|comparable|similar)\s|"
    r"\b(?:treaty|pact|agreement|accord|convention|contract|protocol)\sof\s1[5-9]\d\d\b|到期|期满|失效"
)
# Those that signed "before Ghana" are earlier signatories.
_EARLIER = BODIES.compile(
    r"\b(?:signed|joined|ratified|adopted|acceded)\b[^.;]{0,60}?\s(?:long\s|years\s)?before\s(?:the\s)?[A-Z]"
)
# What is said not to be so, or to be something else: "nothing to do with", 与本项目无关.
_UNRELATED = BODIES.compile(
    r"\bnothing\sto\sdo\swith\b|\b(?:is|are|was|were)\s(?:[a-z]+ly\s|quite\s)?(?:unrelated\sto|unconnected\s(?:with|to))\b|"
    r"\brumou?rs?\s(?:of|about|that)\b|"
    r"[与與和跟同][^，。；]{0,12}?(?:无关|無關|不相干|毫无瓜葛)|传闻|傳聞|谣传|謠傳",
    re.IGNORECASE,
)
# A party that itself does not do, or could not, or only may: "Guests from Peru could not land".
_NEGATED = BODIES.compile(
    r"(?:[’']s)?(?:\s(?!that\b|which\b|who\b)[a-z][\w’'-]*){0,2}\s"
    r"(?:(?:could|can|would|will|has|have|had|do|does|did|is|are|was|were)\s(?:not|never)\b(?!\s(?:only|just|merely|yet\salone|cut|end|stop|close|leave|give\sup|withdraw|limit|weaken|abandon|forget))|"
    r"(?:was|were)\s(?:due\s|meant\s|supposed\s|scheduled\s)?to\s(?!be\s)[a-z]|(?:is|are)\s(?:expected|likely)\sto\s|"
    r"had\s(?:planned|hoped|wanted|intended)\b|(?:may|might|could)\s(?:also\s|one\sday\s|later\s)?[a-z]|"
    r"(?:could|ca|would|wo|has|have|had|do|does|did|is|are|was|were)n[’']t\b|cannot\b)"
)
# What is only thought of: "If Peru joins", "whether Peru will pay", "Peru should take part", 如果秘鲁加入.
_IF = re.compile(
    r"\b(?:if|unless|whether|should|until)\s(?:[a-z]+\s){0,2}$|(?:如果|倘若|假如|假若|要是|除非|一旦|能否|会否|可否|是否)[^，。；]{0,4}$",
    re.IGNORECASE,
)
_THEREFORE = re.compile(r",?\s(?:so|and\sso|therefore)\s|[，,]?(?:因此|所以|于是|为此)")  # and did it
_SHOULD = re.compile(
    r"(?:[’']s)?(?:\s[a-z]+){0,1}?\s(?:should|ought\sto|would\s(?:have\sto|like\sto|be\swelcome)|needs?\sto|is\swelcome|are\swelcome)\b|"
    r"[^，。；]{0,6}?(?:可能|或许|也许|应该|应当|理应|本应|不妨|最好|要是|如果|倘若|假如|一旦|能否|会否|可否|是否)"
)
# What a country does for its own: "Peru lends its farmers money".
_FOR_ITS_OWN = BODIES.compile(
    r"\b(?:lend|give|pay|teache?|train|offer|help|support|fund|educate|grant|reward|send)s\s(?:its|their)\s(?:own\s|young\s|small\s)?"
    r"(?:farmers|students|children|citizens|people|scientists|engineers|founders|schools|soldiers|companies|universities|"
    r"researchers|teachers|workers|pupils|youth|hospitals|firms|doctors|nurses|scholars|inventors|apprentices|towns|cities)\b"
    r"(?!\s(?:to|in|at|with|from)\s)"
)
# Where a person comes from and what the person learned before: "He grew up in Aleppo and trained in Lyon, in France".
_LIFE = BODIES.compile(
    r"\b(?:[Hh]e|[Ss]he|[Ww]ho|[A-Z][\w’'-]+)\s(?:(?:had|has|was)\s)?(?:grew\sup|grown\sup|born|raised|trained\s(?:in|at|as)|"
    r"studied\s(?:in|at|under)|graduated|learned\s(?:his|her)|(?:earned|took|did|got|received)\s(?:his|her|a)\s"
    r"(?:doctorate|PhD|degree|master|first)|(?:was|had\sbeen)\sa\s(?:student|pupil|teacher|nurse|fellow|professor)\s(?:in|at|of))\b|"
    r"\b(?:[Hh]e|[Ss]he)\s(?:has|had)\s(?:also\s)?(?:taught|lived|studied|trained)\sin\b|"
    r"\bwho\s(?:once|first|formerly|later)\s(?:taught|worked|lived|served|studied)\b"
)
# A share of the money, of the team or of the work that comes from somewhere: "a third of the money comes from Peru".
_RESULTS = r"samples|specimens|data|readings|recordings|results|measurements|images|pictures|cores"
_INSTITUTION = BODIES.compile(
    r"\bof\s(?:the|its|their)\s(?:money|funds|funding|budget|costs?|bill|sum)\s(?:[a-z]+\s){0,2}(?:from|by)\s|"
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir)\s(?:team|consortium|group|crew|network|authors|members|participants|partners)\s(?:also\s|now\s)?"
    r"(?:includes?|included|comprises?|comprised|consists?\sof)\s|"
    rf"\b(?:{_RESULTS})\s(?:will\sbe|are|were|have\sbeen|are\sbeing)\s(?:[a-z]+ly\s|also\s)?"
    rf"(?:(?:analysed|analyzed|examined|stored|kept|read|processed|sorted|checked|evaluated|archived)\s(?:at|by|in)|shared\swith)\s|"
    r"\b(?:[Aa]|[Tt]he|[Tt]his|[Tt]heir)\s(?:first\s|new\s)?(?:shared|common)\s(?:[a-z-]+\s){0,2}(?:network|laborator|station|cent(?:re|er)|"
    r"database|archive|chair|clinic|registry|observator|fund|satellite|map|atlas|programme|program|project|table|catalogue|"
    r"telescope|ship|team|school|course|nursery|museum|library|platform)|"
    r"\b[A-Z][a-z]+\s[a-z]+s\s(?:have\sbeen|are|were|came|come|will\scome|stay(?:ed)?)\s(?:in|at|to|with)\s[^.,;:]{0,40}?\sto\s"
    r"(?:learn|train|be\strained)\b|"
    r"(?:团队|成员|课题组|联盟|参与方|队员)(?:还|也)?(?:包括|包含)|(?:经费|资金|费用|款项)[^，。；]{0,6}?(?:来自|出自)|"
    r"\b(?:students|trainees|nurses|fellows|technicians|graduates|engineers|scientists|researchers|divers|crew|team|staff)\s"
    r"(?:all\s)?(?:come|comes|came|are|is)\sfrom\s|"
    r"\bcontract\b[^.;]{0,60}?\bsigned\b|\bsign(?:ed|s)?\b[^.;]{0,40}?\bcontract\b|"
    r"\b(?:is|are|was|were)\swith\s(?:the\s)?[A-Z]|"
    r"\b[Ww]ith\s(?:an?\s|the\s|its\s|their\s|his\s|her\s|our\s|two\s|three\s|[a-z]+\s|[A-Z][a-z]+\s){0,3}(?:team|teams|colleagues|"
    r"partners|scholars|experts|scientists|researchers|engineers|authors|doctors|farmers|fishermen|herders|rangers|students)\b|"
    r"\b(?:with|alongside)\s(?:the\s|its\s|their\s)?(?:[A-Z][\w’'-]*\s(?:of\s|for\s|and\s|the\s)*){0,6}"
    r"(?:Universit|Institut|Academ|Laborator|Cent(?:re|er)|Service|Societ|Trust|Museum|Agenc|Ministr|Observator|College|"
    r"Council)"
)
_DATELINE = BODIES.compile(
    r"[A-Z][\w.'’ -]{2,30}(?:,\s[A-Z][\w. ]{1,30})?(?:,\s[A-Z][a-z]+\.?\s\d{1,2})?\s?"
    r"(?:\([^)]{1,30}\))?\s?(?:[—–]|--?)\s"
)
# "Neither is Chile", "Nor did Oman": the verb before its subject denies what was said of others, whatever it was.
_INVERTED = BODIES.compile(
    r"(?<!\w)[Nn](?:either|or)\s(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may)\b"
    r"(?!\s(?:this|that|it|these|they)\s(?:be\s)?(?:the\s|their\s|a\s)?(?:first|only|last|new)\b)"
)
_OF_BOTH = BODIES.compile(r"\ban?\s[^,.;]{1,40}?\sof\stheir\sown\b")
_CLAUSE_SAYS = (_HINDERED, _UNRELATED, _OUTSIDE, _RAN_OUT, _LIFE, _FOR_ITS_OWN, _EARLIER)
_QUESTION = BODIES.compile(r"[?？][\s\"”’」』)）]*$")
_COMPARED = BODIES.compile(
    r"(?:\bahead of|\bbehind|\bthan|\bcompared (?:with|to)|\bsecond (?:only )?to|\bfollowed by|\bfaster than|\bnext to|"
    r"\bunlike|\b(?:just|much) (?:like|as in)|\bmistaken for|\bconfused with|"
    r"超过|落后于|领先于|仅次于|高于|低于|多于|少于|"
    r"相比于|其次是|不像|有别于|类似于?)\s?"
    r"(?:(?:that|those|the one|the ones|it is|they are)\s(?:of|in)\s)?(?:in\s)?(?:the\s)?$"
)
_WON = BODIES.compile(r"\bwon(?=[.;,!]|$)")  # without an object it is a contest
# "Peru and Chile, two Andean countries": what those are that were just named.
_APPOSED = re.compile(r",\s(?:the\s)?(?:other\s)?(?:only\s)?(?:two|three|four|five|six|seven|\d+)\s$|，[两三四五六]个$")
_AFTER_OTHERS = BODIES.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|last|newest|\d+(?:st|nd|rd|th))\s[^.;]{3,80}?"
    r"[,\s](?:after|following|joining)\s(?:[A-Z][\w’'-]+(?:,\s(?:and\s)?|\sand\s|\s))*(?:the\s)?$|"
    r"\b(?:signed|signs|joined|joins|acceded|adopted|ratified)\b[^.;]{0,60}?[,\s](?:after|following)\s(?:[A-Z][\w’'-]+(?:,\s(?:and\s)?|\sand\s|\s))*(?:the\s)?$|继[^，。；]{0,20}$"
)
_EXCEPT = BODIES.compile(
    r"\b(?:not|without|except|excluding|other than|rather than|instead of)\s(?:(?:in|from|to|for|with)\s)?(?:the\s)?$|"
    r"(?:除了?|而非|不是|而不是)$"
)
_NO_INSTITUTION = (
    r"(?!\s(?:[a-z]+\s)?(?:institut|research|scien|cent|laborator|academ|universit|industr|engineer|mak|"
    r"[a-z]+(?:ers|ists|ors|ians)\b))"
)
_VENUE = BODIES.compile(
    r"\b(?:held|hosted|meeting|meetings|conference|fair|symposium|workshop|summit|congress|gathered|gathering|met|"
    r"convened|took place|ceremony|exhibition|seminar|session|forum|sidelines|expo|trade show|round of talks|"
    r"signed|initialled|initialed|contract|called at|calls at|call at|stopped|stopover|refuell?ed|docked|port)\b"
    r"[^.;]{0,40}?\b(?:in|at)\s(?:the\s)?(?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?,\s)?$"
)
_ON_THE_WAY_ZH = re.compile(r"(?:途经|途径|经停|停靠|过境|取道|经由|中转)$")
_VENUE_ZH = re.compile(
    r"[^，。；]{0,14}?(?:举行|召开|举办|开幕|闭幕|会议上|开会|商定|谈妥|谈成|商谈|会谈|会晤|会面|见面|磋商|达成|签订|签的|缔结|宣布|聚会|签署|签字|补给|停靠|转机|加油)"
)
_HOUSE = re.compile(r"\s(?:[Hh]eadquarters|General Assembly|[Cc]onference|[Ss]ummit|[Mm]eeting|[Oo]ffice|[Ff]orum)\b|$")


def is_against(
    text: str, start: int, end: int, cues: Collection[Cue], compound: bool, between: bool, pair: bool
) -> bool:
    """Whether the clause at `start`..`end` speaks against filing whom it names.

    `compound`: it names two parties in one word, as in "the Sino-Chilean centre has offices in ...": what sounds like a
    company's profile is none. `between`: it says what is between two, as in "a similar exchange between A and B", or
    what two did, as in "proposed by A and B". `pair`: it names two side by side, who may have "a centre of their own".
    """
    against = COUNTERS.intersection(cues)
    if compound:
        against -= {Cue.PROFILE}
    if between:
        against -= {Cue.BYSTANDER}
    if Cue.APART in cues and not {Cue.JOINING, Cue.STRONG}.intersection(cues):
        return not (pair and _OF_BOTH.search(text, start, end))
    if against or _INVERTED.search(text, start, end):
        return True
    if any(said.search(text, start, end) for said in (_WON, *_CLAUSE_SAYS)):
        return True
    return _negation().search(text, start, end) is not None or _MEASURED.search(text, start, end) is not None


def is_negated(text: str, start: int, spot: Spot, end: int) -> bool:
    """Whether the party is said not to do something, or only that it may: "Guests from Peru could not land"."""
    return (
        _NEGATED.match(text, spot.end, end) is not None
        or (_SHOULD.match(text, spot.end, end) is not None and _THEREFORE.search(text, spot.end, end) is None)
        or _IF.search(text[max(start, spot.start - 24) : spot.start]) is not None
    )


def is_question(text: str, start: int, end: int) -> bool:
    """Whether the clause ends in a question mark: it says nothing, and names what the answer is about."""
    return _QUESTION.search(text, max(start, end - 8), end) is not None


def is_history(text: str, start: int, end: int, year: int | None) -> bool:
    """Whether the clause says how it was before: 过去, "Until 2019", or long before the `year` of the article."""
    if _FORMERLY.search(text, start, end):
        return True
    told = [int(found[1]) for found in _YEAR.finditer(text, start, end)] if year else []
    return bool(year and told and max(told) <= year - _LONG_AGO) and not _SINCE.search(text, start, end)


def is_companion(text: str, span: Span, spot: Spot) -> bool:
    """Whether the party is the one "with" whom something is done, or to whom something is given."""
    return _WITH.search(text, max(span.start, spot.start - _REACH), spot.start) is not None


def names_partner_institution(text: str, start: int, end: int) -> bool:
    """Whether something is done "with the Mindelo Marine Centre": with an institution, as partners do."""
    return _INSTITUTION.search(text, start, end) is not None


def is_beside(text: str, span: Span, spot: Spot) -> bool:
    """Whether something is done "with" the party, and not only goes "to" it."""
    return is_companion(text, span, spot) and _TO.search(text[max(span.start, spot.start - 12) : spot.start]) is None


def is_frame(text: str, span: Span, spot: Spot) -> bool:
    """Whether something is done within the party, a group, or with it: 在金砖框架下, "ASEAN is a partner"."""
    before = text[max(span.start, spot.start - _REACH) : spot.start]
    after = (_WITHIN_ZH, _AS_PARTNER)
    return (
        _WITHIN.search(before) is not None
        or _LISTED_ZH.search(before) is not None
        or any(phrase.match(text, spot.end, span.end) for phrase in after)
    )


def is_aside_before(text: str, span: Span, spot: Spot) -> bool:
    """Whether what stands before the name makes it a dateline, a comparison, an exception or an origin."""
    if text[span.start : span.start + 3].isupper():
        dateline = _DATELINE.match(text, span.start, span.end)
        if dateline and spot.end <= dateline.end():
            return True
    for phrase, reach in ((_COMPARED, _REACH), (_EXCEPT, 24), (_origin_before(), 28), (_AFTER_OTHERS, 160)):
        start = max(span.start, spot.start - reach)
        if phrase.may_match(text, start, spot.start) and phrase.search(text[start : spot.start]):
            return True
    return (
        not is_country(spot.party) and _APPOSED.search(text[max(span.start, spot.start - 24) : spot.start]) is not None
    )


def is_aside_after(text: str, span: Span, spot: Spot) -> bool:
    """Whether what follows the name tells that a person or a product comes from there: "Peruvian newspapers"."""
    return _origin_after().match(text[spot.end : min(span.end, spot.end + _REACH)]) is not None


def is_venue(text: str, span: Span, spot: Spot) -> bool:
    """Whether the party is only the place, or the house, where something was held."""
    if not is_country(spot.party):
        at = text[max(span.start, spot.start - 8) : spot.start].endswith((" at ", " at the "))
        return at and _HOUSE.match(text, spot.end, span.end) is not None
    if spot.kind is not Kind.NAME:
        return False
    if text.startswith(("境内", "上空", "海域", "领海"), spot.end):
        return True
    start = max(span.start, spot.start - _REACH)
    if _ON_THE_WAY_ZH.search(text[start : spot.start]):
        return True
    if text.endswith("在", start, spot.start):
        return _VENUE_ZH.match(text, spot.end, span.end) is not None
    return _VENUE.may_match(text, start, spot.start) and _VENUE.search(text[start : spot.start]) is not None


def is_quoted(text: str, offset: int) -> bool:
    """Whether the place lies in quotation marks of its paragraph: "we" are then the speaker's side."""
    start = max(0, offset - _QUOTATION)
    before = text[text.rfind("\n", start, offset) + 1 if "\n" in text[start:offset] else start : offset]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


@cache
def _negation() -> Pattern:
    """A denial of something that partners do: "have not been approached", 没有……签约."""
    words = _words()
    english = rf"\b(?:{_any(words['deny']['en'])})\s(?:[a-z-]+\s){{0,4}}?(?:{_any(words['denied']['en'])})"
    chinese = rf"(?:{_any(words['deny']['zh'])})[^，。；、不]{{0,8}}?(?:{_any(words['denied']['zh'])})"
    return BODIES.compile(f"{english}|{chinese}", re.IGNORECASE)


@cache
def _origin_before() -> Pattern:
    """What stands before a name that is only where somebody or something is from: "born in", "imported from"."""
    words = _words()["from_before"]
    learned = (
        r"(?<!\bbe\s)(?<!\bbeen\s)(?<!\bbeing\s)(?<!\bare\s)(?<!\bis\s)(?<!\bwere\s)\b(?:trained|studied|studying)\sin"
    )
    return BODIES.compile(
        rf"(?:(?:\b(?:{_any(words['en'])})|{learned})\s(?:the\s)?|(?:{_any(words['zh'])}))$", re.IGNORECASE
    )


@cache
def _origin_after() -> re.Pattern[str]:
    """What follows such a name: "-born", " newspaper", 产的."""
    words = _words()["from_after"]
    return re.compile(
        rf"-(?:{_any(words['joined'])})\b|"
        rf"(?:[’']s)?\s(?:[a-z-]+\s)?(?:{_any(words['en'])})\b{_NO_INSTITUTION}|(?:{_any(words['zh'])})|"
        rf"(?:{_any(words['zh_goods'])})(?!学|研究|科学|大学|工业|实验|中心|协会|局|所|育种|种植)"
    )


def _any(words: Collection[str]) -> str:
    """A pattern of any of the words; an ending asterisk stands for the rest of a word."""
    return "|".join(re.escape(word).replace(r"\*", r"[a-z]*") for word in words)


@cache
def _words() -> Any:
    return yaml.safe_load(Path(__file__).with_name("stance.yml").read_text(encoding="utf-8"))

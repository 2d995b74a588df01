"""Names of places that mean something else where they stand: a language, a person, a state of the same name."""

from __future__ import annotations

import re
from functools import lru_cache

from .lexicon import NameRules

_REACH = 80  # characters of context on either side
_OPENING = "\"“‘'("  # marks before a word
_PREVIOUS = re.compile(r"(\S+)\s$")
_CAPITALISED = re.compile(r"\s([A-Z][\w’'-]*|[A-Z]\.)")
_RUN = re.compile(r"(?:\s[A-Z][\w’'-]*)+")
_WORD = re.compile(r"[-\s]([A-Za-z]+)")
_TONGUE = r"[A-Z][a-zA-Zçñéêíáóüа-я]+"
_IN_LANGUAGE = re.compile(
    rf"\b(?:in|In|into|from|both|spea\w+|spoke\w*|learn\w*|read\w*|taught|teach\w*|fluent|writes?|wrote|writing)\s+"
    rf"(?:(?:both|either|fluent|also|only|the)\s+)?(?:{_TONGUE}(?:\s[a-z]+){{0,4}}?(?:,\s+|\s+|/)(?:(?:and|or|in|then)\s+)*)*$"
)
_AND_LANGUAGE = re.compile(rf"(?:,\s{_TONGUE})*\s(?:and|or)\s{_TONGUE}[-\s]([a-z]+)")
_NO_NOUN = re.compile(
    r"(?:[’']s\b)?\s*(?:[,.;:!?)\]\"”’/–—]|$|\n|(?:and|or|on|in|at|for|as|to|with|by|but|is|are|was|were|when|who|which|"
    r"whichever|while|only|too|since|under|from|into|after|before|until|here|there|well|fluently|instead)\b)"
)
_SOUNDS = (  # characters that write foreign names by their sound
    "阿埃艾安奥巴贝本比博布丹德迪蒂丁多恩尔法菲费弗戈格哈赫霍基吉加金卡凯科克库拉莱兰劳勒雷里利莉琳林卢鲁罗洛伦马玛迈曼梅米密"
    "莫姆纳娜奈南内尼妮诺帕佩皮普奇切萨塞桑森莎沙舍什斯丝苏索塔泰坦特提图托瓦韦维温沃乌西希夏谢辛雅亚扬耶伊因尤约泽扎兹茨娅黛蕾"
)
_FOREIGN_NAME = re.compile(rf"[{_SOUNDS}]{{0,4}}[·•]")
PLACE_BY_SOUND = re.compile(rf"[{_SOUNDS}]{{1,4}}(?:群?岛|半岛|河|湖|山|高原|盆地|沙漠|[省州市镇村县港湾峡谷堡])")
_TRANSCRIBED = re.compile(rf"[{_SOUNDS}]{{2}}")
_CURRENCY = re.compile(
    r"[\s-](?:dollars?|francs?|pounds?|yen|yuan|won|rupees?|pesos?|kron(?:e|er|a|or|ur)|koruna|rou?bles?|ri[yu]?als?|dinars?|"
    r"dirhams?|reals?|reais|rand|shillings?|baht|zloty|forints?|liras?|hryvnias?|tenge|lari|le[iu]|leva?|dong|ringgit|rupiah|"
    r"taka|kyat|birr|cedis?|naira|kwacha|pula|shekels?|soles|guilders?|marks?|euros?)\b"
    r"|(?:法郎|克朗|卢比|卢布|比索|第纳尔|里亚尔|迪拉姆|兰特|先令|林吉特|铢|盾|福林|兹罗提|里拉|谢克尔|雷亚尔|美?元|镑|盧比|盧布)"
)
_APPOSITION = re.compile(r"(?:[’']s)?,\s(?:an?|the|who|of|from|whose|head|director|chief|professor|president|leader)\b")
_ROLE_BEFORE = re.compile(
    r"\b(?:said|says|by|colleague|deputy|director|engineer|scientist|physicist|chemist|biologist|botanist|professor|"
    r"researcher|student|manager|leader|coordinator|editor|author|reporter|named|called|[Hh]ead|with|[Aa]nd)\s$"
)
_SPEAKER_BEFORE = re.compile(  # "said Brazil Moreira, ...", "its adviser, Brazil Moreira, ..."
    r"(?:\b(?:said|says)\s(?:[a-z]+(?:er|or|ist|ian|man)\s)?|\b[a-z]{3,}(?:er|or|ist|ian|man|chief|head|student|colleague|dean),\s)$"
)
_SAID_ROLE = re.compile(r"\b(?:said|says|by|with)\s(?:the\s)?(?:[a-z]+\s)?[a-z]{3,}(?:er|or|ist|ian|man)\s[A-Z]\w+\s$")
_TITLED_NAME = re.compile(r"(\S+)\s(?:[A-Z][\w’'-]+|[A-Z]\.)(?:\s[A-Z]\.)?\s$")  # "Prof. Ada ", "Dr. M. "
_ROLE_AND_FIRST_NAME = re.compile(
    r"\b(?!under|after|over|other|former|together|whether|rather|never|either)[a-z]{3,}(?:er|or|ist|ian|man)\s[A-Z]\w+\s$"
)
_CITY_COMMA = re.compile(r"(?:[A-Z][a-z]+,|\b[Ss]tate of|University of|southern|northern|rural)\s$")


def is_language(text: str, start: int, end: int, rules: NameRules) -> bool:
    """Whether the adjective at `start`..`end` is a language there, as in "in Spanish" or "German-speaking"."""
    word, after = text[start:end], text[end : end + _REACH]
    noun = _WORD.match(after)
    following = noun[1].lower() if noun else ""
    chain = _AND_LANGUAGE.match(after)
    if following in rules.language_nouns or (chain is not None and chain[1] in rules.language_nouns):
        return True
    if word == "English":
        return following not in rules.english_people
    if _NO_NOUN.match(after) is None:
        return False
    return _IN_LANGUAGE.search(text[max(0, start - _REACH) : start]) is not None


def is_chinese_language(text: str, end: int, name: str) -> bool:
    """Whether the name before `end` goes on as a language: 越南语, 葡萄牙文 (but not 越南文化, 法国语言学家)."""
    if name.endswith("国"):
        return False
    after = text[end : end + 2]
    if after.startswith("语"):
        return after != "语言"
    return after.startswith("文") and after[1:] not in tuple("化明物献学教旅件艺体创联娱")


def is_transcribed(text: str, start: int, end: int) -> bool:
    """Whether `start`..`end` lies within a foreign name that is written by its sound: 巴哥 in 加拉巴哥."""
    return _TRANSCRIBED.match(text, max(0, start - 2), start) is not None or _TRANSCRIBED.match(text, end) is not None


def is_money(text: str, end: int) -> bool:
    """Whether a currency follows the name that ends at `end`: "US dollars", "Swiss francs", 瑞士法郎."""
    return _CURRENCY.match(text, end) is not None


def is_chinese_person(text: str, start: int, end: int) -> bool:
    """Whether the Chinese name is part of a foreign person's: 马里 in 马里安娜·科斯塔, or after a middle dot."""
    if text[start:end].endswith("国"):
        return False
    return text[start - 1 : start] in ("·", "•") or _FOREIGN_NAME.match(text, end) is not None


def is_person(text: str, start: int, end: int, rules: NameRules) -> bool:
    """Whether the name is part of a person's: "Jordan Miller", "Michael Jordan", "Prof. Israel Roe"."""
    word, after = text[start:end], text[end : end + _REACH]
    before = text[max(0, start - _REACH) : start]
    previous = _PREVIOUS.search(before)
    first = previous[1].lstrip(_OPENING) if previous else ""
    if first in rules.titles or _is_titled(before, rules):
        return True
    if _is_first_name(first, rules):
        role = _ROLE_AND_FIRST_NAME.search(before) is not None
        if (role and _SAID_ROLE.search(before)) or (word in rules.surname and (role or _acts(after, rules))):
            return True
    run = _RUN.match(after)
    if run and len(run[0].split()) == 1 and run[0].strip() not in rules.compound and " " not in word:
        ends = after[run.end() :][:1] in (",", ".", ";", "")
        if ends and _SPEAKER_BEFORE.search(before):
            return True
    if word not in rules.given or run is None or any(part in rules.compound for part in run[0].split()):
        return False
    if len(run[0].split()) > 2:
        return False
    supported = _acts(after[run.end() :], rules) or _ROLE_BEFORE.search(before) is not None
    return supported or word not in rules.doubtful_given


def _is_titled(before: str, rules: NameRules) -> bool:
    """Whether a title and a first name stand at the end of `before`: "Prof. Ada "."""
    if rules.titles.isdisjoint(token.lstrip(_OPENING) for token in before.split()):
        return False
    titled = _TITLED_NAME.search(before)
    return titled is not None and titled[1].lstrip(_OPENING) in rules.titles


def _is_first_name(word: str, rules: NameRules) -> bool:
    """Whether `word`, which stands before a surname, can be a first name."""
    plain = word[:1].isupper() and word.isalpha() and word[1:].islower()
    return plain and word.lower() not in rules.no_first_names and word not in rules.compound


def _acts(after: str, rules: NameRules) -> bool:
    """Whether what follows a name treats it as a person: "said", ", a botanist"."""
    verb = re.match(r"\s([a-z]+)", after)
    return _APPOSITION.match(after) is not None or (verb is not None and verb[1] in rules.speech)


def is_state(text: str, start: int, end: int, rules: NameRules, whole: str) -> bool:
    """Whether a name that a country shares with a part of another is the latter, as in "Atlanta, Georgia".

    `whole` is the article, which may say so elsewhere.
    """
    signs = rules.states.get(text[start:end])
    if signs is None or _holds_any(whole, signs):
        return False
    beside = _CITY_COMMA.search(text[max(0, start - _REACH) : start]) is not None
    return beside or _holds_any(whole, rules.parts.get(text[start:end], ()))


@lru_cache(maxsize=4)
def _holds_any(text: str, signs: tuple[str, ...]) -> bool:
    """Whether `text` holds any of the signs; remembered, since a long article may ask for every name in it."""
    return any(sign in text for sign in signs)

"""How much a text looks like the language that its encoding is made for: a mean weight per telling character.

The most frequent characters of a language make up a third to a half of any text in it, and hardly ever appear when
bytes are read in a wrong encoding. Rare characters, and scripts that do not belong, speak against a reading.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from ..script import HAN


class Script(Enum):
    """A way of writing, as far as old encodings care."""

    WESTERN = "western"
    CENTRAL_EUROPEAN = "central european"
    TURKISH = "turkish"
    CHINESE = "chinese"
    JAPANESE = "japanese"
    KOREAN = "korean"
    CYRILLIC = "cyrillic"
    GREEK = "greek"
    ARABIC = "arabic"
    HEBREW = "hebrew"


_PUNCTUATION = "‘’“”–—…•·«»„°€§©®™£"
_FULL_WIDTH = "，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕—…·％～　"
_HIRAGANA = "".join(map(chr, range(0x3041, 0x3094)))

#: The characters that any text in the language is full of (from general frequency lists).
_FREQUENT = {
    Script.WESTERN: "éèàçêôîâûùïëäöüßñáíóúãõåøæœÉÈÀÇÄÖÜÅØÓÁÑ½¿¡" + _PUNCTUATION,
    Script.CENTRAL_EUROPEAN: "ąćęłńóśźżáčďéěíňřšťúůýžőűäöüăâîŁŚŻČŘŠŽ" + _PUNCTUATION,
    Script.TURKISH: "çğıöşüÇĞİÖŞÜâî" + _PUNCTUATION,
    Script.CHINESE: (
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
        "行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其"
        "些然前外天政四日那社义事平形相全表间样与关各重新线内数正心明看原利比或但质第向道变条没结解问意建月公无系者最立代"
        "已通并提直展五果员位入常文总次品式设及管特件长求基资流路级统接知较将组期论运指区强放被做回任据处保海东导世金增济"
        "术交受联六共权收改美更单教安场真务万目达报完类科信研究院技亚欧合作签署署协议"
        "這為個國來時們會說對發產種動過後學經進著電裡現實當點從業開還義關與間樣應體機數質變條結問無係員總設長資級統論運區強"
        "處東導濟術聯權單場務萬達報類協議簽歐亞將於並"
    ),
    Script.JAPANESE: _HIRAGANA,
    Script.KOREAN: "이다는을의에가고한지를은사도하로기어자인시대정리스들나해과서국부연공학일보전성상원수주제동",
    Script.CYRILLIC: "оеаинтсрвлкмдпуяыьгзбчй",
    Script.GREEK: "αοιετνσηυρπκμλςάίόέήώδγ",
    Script.ARABIC: "المينرتوهبدعسفكقحجىةأ",
    Script.HEBREW: "יוהלאתמרבשנםדחעק",
}

#: What else belongs: letters and marks of the language that are rarer.
_BELONGS = {
    Script.WESTERN: re.compile(r"[À-ÖØ-öø-ÿŠšŽžŸ¢¥ª¬±²³¹´µ¶º¼¾×÷†‡‰‹›˜]"),
    Script.CENTRAL_EUROPEAN: re.compile(r"[À-ɏ]"),
    Script.TURKISH: re.compile(r"[À-ɏ]"),
    Script.CHINESE: re.compile(f"[{_FULL_WIDTH}\xa1-\u024f\u20ac\u2100-\u22ff]"),
    Script.JAPANESE: re.compile(f"[{_FULL_WIDTH}\u30a0-\u30ff]"),
    Script.KOREAN: re.compile(f"[\uac00-\ud7a3{_FULL_WIDTH}]"),
    Script.CYRILLIC: re.compile(f"[\u0400-\u045f№{_PUNCTUATION}]"),
    Script.GREEK: re.compile(f"[\u0370-\u03ff{_PUNCTUATION}]"),
    Script.ARABIC: re.compile(f"[\u0600-\u06ff{_PUNCTUATION}]"),
    Script.HEBREW: re.compile(f"[\u05b0-\u05ff{_PUNCTUATION}]"),
}

#: Blanks, which tell nothing; a text with no other sign is just plausible in any encoding.
_NEUTRAL = "\xa0\u2002\u2003\ufeff"
_BLANKS_ONLY = 0.7

_HAN_SCRIPTS = (Script.CHINESE, Script.JAPANESE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LATIN = (Script.WESTERN, Script.CENTRAL_EUROPEAN, Script.TURKISH)
#: Accents in a row, a capital or a letter of another alphabet inside a word: a wrong reading.
_RUN = re.compile(r"[^\x00-\x7f\u2010-\u2026]{3,}|¡(?![A-Za-zÀ-ÿ¿“‘\"])")
_MIXED_CASE = re.compile(r"[a-zß-ÿа-яёα-ω][A-ZÀ-ÞА-ЯΑ-Ω]")
_LONELY = re.compile(f"(?<=[A-Za-z])[{HAN}\uac00-\ud7a3](?=[A-Za-z])")
_MIXED_ALPHABETS = re.compile("[A-Za-z](?=[\u0370-\u06ff])|[\u0370-\u06ff](?=[A-Za-z])")


def score(text: str, script: Script) -> float:
    """The mean weight of the characters of `text` that are not ASCII: 2 is certain, 0 and below impossible."""
    controls = len(_CONTROLS.findall(text))
    counts: dict[str, int] = {}
    for char in text:
        if char > "\x7f" and char not in _NEUTRAL:
            counts[char] = counts.get(char, 0) + 1
    telling = sum(counts.values()) + controls
    if telling == 0:
        return _BLANKS_ONLY
    total = sum(weight(char, script) * count for char, count in counts.items()) - 2 * controls
    total -= 3 * len(_LONELY.findall(text))
    if script not in (*_HAN_SCRIPTS, Script.KOREAN):
        total -= 2 * (len(_MIXED_CASE.findall(text)) + len(_MIXED_ALPHABETS.findall(text)))
    if script in _LATIN:
        total -= 3 * sum(len(run) for run in _RUN.findall(text))
    if script is Script.JAPANESE and sum(counts.get(char, 0) for char in _HIRAGANA) * 8 < telling:
        return 0.0
    return total / telling


def any_script(text: str) -> float:
    """How much of `text` (ASCII too) is made of characters that people write, from -2 to 1: for UTF-16 and UTF-32."""
    if not text:
        return -2.0
    counts: dict[str, int] = {}
    for char in text:
        counts[char] = counts.get(char, 0) + 1
    return sum(_written(char) * count for char, count in counts.items()) / len(text)


def _written(char: str) -> float:
    if char <= "\x7f":
        return 1.0 if char.isprintable() or char in "\t\r\n" else -2.0
    return 1.0 if any(weight(char, script) > 0 for script in Script if script not in _LATIN[1:]) else -1.0


def weight(char: str, script: Script) -> float:
    """2 for a frequent character of the language, 1 for one that belongs, less for what does not."""
    if char == "\ufffd":
        return -10.0
    if char in _FREQUENT[script]:
        return 2.0
    if _BELONGS[script].match(char) or (script in _HAN_SCRIPTS and char in common_han()):
        return 1.0
    return -1.0


@cache
def common_han() -> frozenset[str]:
    """The Han characters that the makers of GB 2312, Big5 and JIS X 0208 put on their first, common level."""
    pairs = [
        *(("gb2312", high, low) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF)),
        *(("big5", high, low) for high in range(0xA4, 0xC7) for low in (*range(0x40, 0x7F), *range(0xA1, 0xFF))),
        *(("euc_jp", high, low) for high in range(0xB0, 0xD0) for low in range(0xA1, 0xFF)),
    ]
    return frozenset("".join(bytes((high, low)).decode(codec, "ignore") for codec, high, low in pairs))

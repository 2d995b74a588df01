"""Numbers that are no figures: labels, ages, times of day, addresses, scores, references, pairs that are pointed at."""

from __future__ import annotations

import re

from .data import any_of, words_of
from .numbers import Form, Number
from .phrases import english_phrase, is_plural, singular
from .units import measure

_DATA = words_of("nouns.yml")
_HEADS = frozenset(_DATA["heads"])
_LABELS = frozenset(_DATA["labels"])
_PAIR = frozenset(_DATA["pair"])
_ALWAYS_PAIR = frozenset(_DATA["always_pair"])
_PAIR_HAN = tuple(_DATA["pair_zh"])
_PARTIES_HAN = tuple(_DATA["parties_zh"])
_COUNTED_HAN = tuple(_DATA["counted_zh"])

_WORD_BEFORE = re.compile(r"(?P<word>[A-Za-zÀ-ÿ][\w'’.-]*)[\s-]\Z")
_MASKED = re.compile(any_of(_DATA["names_zh"]))
_ATTACHED = re.compile(
    r"(?:st|nd|rd|th)\b|x[0-9]|[A-Za-z]{1,2}\b|\s?[:/]\s?\d|['’]s\b|-\d+-|[.]\d|\s?(?:[ap]\.?m\b|o['’]clock)|\s+\d{3,}|-[A-Z]",
)
_CLOCK_BEFORE = re.compile(
    r"\d\s?[:/]\s?\Z|[#№]\s?\Z|\+\Z|\d[\s-]\Z|\[\Z|\bP\.?\s?O\.?\s?Box\s\Z|[A-Z]\d+\s\Z|doi[:\s]+\Z", re.IGNORECASE
)
_BEFORE_CLOCK = frozenset(":/#№+[-xXiI")  # one of them, or a digit, ends what `_CLOCK_BEFORE` finds
_AGE_BEFORE = re.compile(r"(?:[A-ZÀ-Þ][\w'’-]+,\s|\()\Z")
_AGE_AFTER = re.compile(r"\s?[,;)]|\s?\.?\Z")
_OLDER = re.compile(r"\b(?:over|under|above|below|than|to)\s\Z")
_AGED = re.compile(r"\baged?\s+(?:of\s+)?\Z|年龄\Z|年仅\Z|现年\Z", re.IGNORECASE)
_COMPOUND = re.compile(
    r"-\s?(?:dimensional|party|sided|way|digit|star|stage|point|tier|pronged|legged|wheel\w*|stor(?:e?y|ied)|axis|phase|step|time|"
    r"class|level|magnitude|door|part|track|handed|nation|country|state|day-old|D\b|in-one|plus|child)s?\b",
    re.IGNORECASE,
)
_YEAR_OLD = re.compile(r"[\s-]years?[\s-]olds?\b", re.IGNORECASE)
_ONE_IN = re.compile(
    r"\s+in\s+(?:every\s+)?(?:[0-9]{1,2}|100|1,?000|two|three|four|five|six|eight|ten|a\shundred)(?![0-9,.])\b"
)
_SHARE_AFTER = re.compile(
    r"\s+out\s+of\s+(?:every\s+)?(?:[0-9]+|[a-z]+)\b|[\s-](?:halves|thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths)\b",
    re.IGNORECASE,
)
_SHARE_BEFORE = re.compile(
    r"(?:\b(?:one|two|three|nine|[0-9]+)\s+(?:in|of)|\bout\s+of|\b(?:quarter|third|half|fifth|tenth)s?\s+of)\s+(?:every\s+)?\Z",
    re.IGNORECASE,
)
_OPENING_PLACE = re.compile(
    r"(?:\A|[.:;,]\s)(?i:in|at|under|from|through|across|within|for)\s(?:the\s)?(?:(?:[A-ZÀ-Þ][\w.'’-]*|of|and|for)\s)+\Z"
)
_LABEL_LIST = re.compile(r"\b(?P<word>[A-Za-z]+?)s?\s+[0-9]+(?:,\s[0-9]+)*,?\s(?:and|or|to|&)\s\Z")
# Five-Year Plan, the decade of a “...十年”.
_NAME_AFTER = re.compile(r"-[A-Z][a-z]|\s?年(?:规划|计划|行动)|[年月][”》」]")
_STREET = re.compile(
    r"[A-Z]?\s(?:[A-Z][a-z]+\s){1,3}(?:Street|St\.?|Road|Rd\.?|Avenue|Ave|Lane|Boulevard|Drive|Square)\b"
)
_POINTING = re.compile(
    r"\b(?:the|these|those|our|their|both|of|between|its|all|with|as)\s+(?:other\s+)?\Z", re.IGNORECASE
)
_DETERMINED = re.compile(r"\b(?:the|these|those|our|their|both|its)\s+(?:other\s+)?\Z", re.IGNORECASE)
_ORDINAL_WORD = re.compile(r"-(?:second|first|third)\b")
_WORDS = re.compile(r"[A-Za-z]+")
_ORDINAL_HAN = re.compile(
    r"(?:第|[Nn][Oo]\.?|编号|邮编|电话|传真|热线|邮政编码|星期|农历|长征|神舟|天宫|·|[A-Za-z]{2,}-)[：: ]?\Z"
    r"|-\d+-\Z|(?<![0-9])[A-Za-z]-?\Z"
)
_MONEY_SCALE = re.compile(r"[mMkKbB]\Z")
_HAN_AFTER = re.compile(
    r"(?:分之|[点时](?![间长])|(?:[号岁届级版]|日(?![元圆本])|周[年岁])(?!间)|月(?![球亮])|世纪|季度|中全会|等奖|年代|[-–—]\d|路|街|楼|室|房|层楼|度线|[、](?=[一二三四五六七八九十0-9]+[号日]))"
)
_DAYS = re.compile(r"(?:约|近|逾|超过|至少|最多|不足|不到|历时|为期|长达|用时|耗时|需|每)[约近]?\Z")
_MONTH_DAYS = 31
_COUNTER = re.compile(r"\s(?:Comments?|Replies|Shares|Views|Likes)\b|\s(?:min|mins|minutes?)\sread\b")
_PICTURE_HAN = re.compile(r"(?:\A|[\s见如，。（(])(?:图|表|注|注释|附件|附图|附表|附录)\Z")
_NUMBERED = frozenset(
    {"version", "section", "chapter", "table", "figure", "fig", "release", "clause", "footnote", "gen"}
)
_LABEL_CHARS = re.compile(r"[(（\[【]\Z")
_ITEM = re.compile(r"\s?[)）\]】.、]")


def is_trap(number: Number, before: str, after: str) -> bool:
    """Whether the number at its place counts nothing, whatever its unit seems to be."""
    if number.plain and _LABEL_CHARS.search(before) and _ITEM.match(after):
        return True  # [12], (3)
    if _is_share(number, before, after) or _NAME_AFTER.match(after):
        return True
    if number.form is Form.WORDS:
        ordinal = _ORDINAL_WORD.match(after) is not None and (number.value or 0) in range(20, 100, 10)  # twenty-second
        return ordinal or _is_pointing(number, before, after) or _COMPOUND.match(after) is not None
    if number.form is Form.HAN:
        return _is_numbered(number, before, after) or (
            _is_pair_han(number, before, after) or _is_name_han(number, before, after)
        )
    return _is_numbered(number, before, after) or _is_attached(before, after) or _is_age(number, before, after)


def _is_numbered(number: Number, before: str, after: str) -> bool:
    """第3届, 3号, 图3, 4 Comments; but 约600日 counts days."""
    if _is_span_of_days(number, before, after):
        return False
    tail = before[-8:]
    return (
        _ORDINAL_HAN.search(tail) is not None
        or _HAN_AFTER.match(after) is not None
        or _PICTURE_HAN.search(tail) is not None
        or _COUNTER.match(after) is not None
    )


def _is_span_of_days(number: Number, before: str, after: str) -> bool:
    """约600日, 历时20日: days that are counted; 14日 is a date."""
    if after[:1] != "日" or after[1:2] in ("元", "圆", "本") or number.value is None:
        return False
    return number.value > _MONTH_DAYS or _DAYS.search(before[-8:]) is not None


def _is_share(number: Number, before: str, after: str) -> bool:
    """One in five, 3 out of 10, three-quarters of a million; but "one of four stations" counts the stations."""
    one_in = number.value is not None and number.value <= 10 and _ONE_IN.match(after) is not None
    linked = before.rstrip().lower().endswith(("in", "of", "every"))
    of = _SHARE_BEFORE.search(before) if linked else None
    base = of is not None and not (
        of[0].rstrip().endswith("of") and number.value != 10 and english_phrase(after).plural
    )
    return one_in or _SHARE_AFTER.match(after) is not None or base


def _is_attached(before: str, after: str) -> bool:
    """+49 30 ..., 10:25, 20th, 5G, 12 Baker Street."""
    last = before.rstrip()[-1:]
    if (
        ((last in _BEFORE_CLOCK or last.isdigit()) and _CLOCK_BEFORE.search(before) is not None)
        or _STREET.match(after) is not None
        or _COMPOUND.match(after) is not None
    ):
        return True
    attached = _ATTACHED.match(after)
    return attached is not None and measure(after, "") is None and _MONEY_SCALE.match(attached[0]) is None


def is_label(number: Number, before: str, after: str) -> bool:
    """Chang'e-6, Phase 2, Boeing 737, page 14."""
    linked = before.rstrip().endswith(("and", "or", "to", "&"))
    listed = _LABEL_LIST.search(before) if linked else None
    if listed is not None and listed["word"].lower() in _LABELS and number.plain:
        return True
    word = _WORD_BEFORE.search(before)
    if word is None or number.form is not Form.DIGITS:
        return False
    name, low = word["word"], word["word"].lower().rstrip(".")
    if low in _LABELS or singular(low) in _LABELS:
        return number.plain or (low in _NUMBERED and number.scale == 1)
    if low in _HEADS:
        return False
    if before.endswith("-"):
        return True
    # Under the Young Talent Program 145 researchers
    placed = _OPENING_PLACE.search(before) is not None and english_phrase(after, before).plural
    return name[0].isupper() and number.plain and not placed and not name.endswith(("'s", "’s", "s'", "s’"))


def _is_age(number: Number, before: str, after: str) -> bool:
    """Markova, 45, ...; aged 61; the 58-year-old."""
    if _YEAR_OLD.match(after) is not None and (number.value or 0) <= 110:
        return after[:1] == "-" or _OLDER.search(before) is None
    if _AGED.search(before) is not None:
        return True
    return (
        number.plain
        and (number.value or 0) < 120
        and _AGE_BEFORE.search(before) is not None
        and _AGE_AFTER.match(after) is not None
    )


def _is_pointing(number: Number, before: str, after: str) -> bool:
    """The two sides, between three parties; but "two laboratories" and "the 12 countries" count."""
    if number.value is None or number.value > 4 or after.startswith("-"):
        return False
    words = _WORDS.findall(after)[:3]
    pointed = _POINTING.search(before) is not None
    plural = next((word for word in words if is_plural(word)), None)
    if plural is None:
        return _DETERMINED.search(before) is not None or (pointed and not english_phrase(after).plural)
    one = singular(plural)
    directly = number.value == 2 and one in _ALWAYS_PAIR and words[0] == plural
    return directly or (pointed and one in _PAIR) or one == "party"


def _is_pair_han(number: Number, before: str, after: str) -> bool:
    """两国, 两岸, 三国: parties that the text points at; but 两个项目 and 来自三国 count."""
    if len(number.text) != 1 or before.endswith("十"):
        return False
    if number.value == 2:
        return after.startswith(_PAIR_HAN)
    return (
        number.value in (3, 4, 5)
        and after.startswith(_PARTIES_HAN)
        and not (before.endswith(_COUNTED_HAN) or not before.strip())
    )


def _is_name_han(number: Number, before: str, after: str) -> bool:
    """四川, 一带一路, 十四五: a name or word that holds the numeral."""
    left, size = before[-4:], len(number.text)
    start, end = len(left), len(left) + size
    for name in _MASKED.finditer(left + number.text + after[:4]):
        inside = start <= name.start() and name.end() <= end and name[0] != number.text  # 万一 in 一万一千
        inside = inside or start < name.start() < end  # 百年 in 八百年
        if name.start() < end and name.end() > start and not inside:
            return True
    return False


def is_year(number: Number) -> bool:
    """Whether a plain number may be a year."""
    return number.plain and number.value is not None and 1500 <= number.value <= 2100

"""Finds the numbers of a text in one scan: digits, English number words, Chinese numerals, with their scales.

A number is read as it stands; whether it counts anything is for others to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from string import ascii_letters, digits
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from ...prefilter import folded
from .data import any_of, words_of


class Form(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    HAN = "han"


class Number(NamedTuple):
    """A number at `start:end`, its scale included. A vague one has `low` and `high` and no `value`."""

    start: int
    end: int
    form: Form
    text: str
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    scale: Decimal = Decimal(1)  # of a number in digits: 3.5 million
    more: str = ""  # 多, 余 or "+": a little higher; 来: about; 上 (上千): that and more
    plain: bool = False  # digits alone, without separator, fraction or scale: it may be a year or a label


_DATA = words_of("numbers.yml")
_MONEY = words_of("currencies.yml")
_SIGNS = [sign for sign in (*_MONEY["signs"], *_MONEY["signs_at_home"]) if sign[-1].isalpha() or sign[-1] in "./"]
_WORDS: dict[str, int] = _DATA["words"]
_SCALES: dict[str, int] = _DATA["scales"]
_SHORT: dict[str, int] = _DATA["short_scales"]
_VAGUE: dict[str, list[int]] = _DATA["vague"]
_HAN_DIGITS = {char: number for number, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
_LONGEST = 15  # digits; longer runs are identifiers
_LONGEST_RUN = 12  # Chinese numerals, or English number words; longer runs are no number
_TOO_MUCH = Decimal(10) ** 18

# 千 of 千瓦, 千米, 千克 belongs to the unit; 百 of 百分之 and 成 are no scales.
_HAN_SCALE = r"(?:百(?!分)|千(?![瓦米克卡帕赫伏兆字])|万(?![维向能象])|亿)"
_HAN = rf"(?:[零〇一二三四五六七八九十两]|{_HAN_SCALE})"
_START = (
    r"(?:(?<![A-Za-z0-9_/+#@.,–-])|(?<=[^0-9],)|(?<=[0-9%][–-])|(?<=[万亿元][–-])|(?<=\b[A-Z]{3})|"
    + "|".join(rf"(?<={chr(92) + 'b' if sign[0].isalpha() else ''}{re.escape(sign)})" for sign in _SIGNS)
    + ")"
)
_ONE_WORD = rf"(?:{any_of(_WORDS)}|{any_of(_SCALES)})"
_SCAN = re.compile(
    rf"{_START}(?P<digits>[0-9]{{1,3}}(?:(?:,[0-9]{{3}})+|(?:[\u00a0\u2009\u202f][0-9]{{3}})+)(?![0-9])|[0-9]{{1,3}}(?:\x20[0-9]{{3}})+(?=\s[a-z])|[0-9]+)"
    r"(?P<fraction>\.[0-9]+|[½¼¾])?(?![0-9]|[.,][0-9])"
    rf"|\b(?P<vague>{any_of(_VAGUE)})(?=\s+(?:of|more)\b)"
    r"|\b(?:several|a\sfew|many)\s+(?P<several>hundred|thousand|million|billion|dozen)\b"
    rf"|\b(?P<words>{_ONE_WORD}(?:[\s-]+(?:and\s+)?{_ONE_WORD})*(?:\s+and\s+a\s+half(?:\s+(?:million|billion))?)?)\b"
    rf"|(?P<lead>[数几上])?(?P<han>{_HAN}+)(?P<few>几)?(?P<more>[多余来])?(?P<after>{_HAN_SCALE}{{1,3}})?"
    rf"|(?P<some>[数几])(?=[十百千万亿个名位项家所座种])",
    re.IGNORECASE,
)
_AFTER_DIGITS = re.compile(
    rf"[\s-]?(?P<scale>{any_of(_SCALES)})s?\b|\s?(?P<short>{any_of(_SHORT)})\b"
    rf"|(?:\s?(?P<han>十?{_HAN_SCALE}{{1,4}}))?(?P<more>[多余来几]|\+(?![0-9])|-(?:plus|odd)(?=\s[a-z]))?(?P<after>{_HAN_SCALE}{{1,3}})?",
    re.IGNORECASE,
)
# What a number can begin with, in lower case; a few: two characters before "few".
_OPENINGS = {
    **dict.fromkeys("0123456789数几上十百千万亿" + "".join(_HAN_DIGITS), 0),
    **{word.split()[0].lower(): 0 for word in (*_VAGUE, *_WORDS, *_SCALES, "several", "many")},
    "few": -2,
}
_AHEAD = tuple(_OPENINGS.values())
_FIRST = AhoCorasick(list(_OPENINGS))
# By the character before it, those at which no number begins: inside of a word or a number.
_INSIDE = {**dict.fromkeys(ascii_letters, ascii_letters), **dict.fromkeys(digits, ascii_letters + digits)}
_BLANKS = re.compile(r"\s+")
_APART = re.compile(r"[\s-]+")
_ARTICLE = re.compile(r"\b(?:(half)\s+)?an?\s+\Z", re.IGNORECASE)


def find_numbers(text: str) -> Iterator[Number]:
    """The numbers in `text`, in order."""
    done = 0
    hits = _FIRST.find_matches_as_indexes(folded(text), overlapping=True)
    for start in sorted({start + _AHEAD[index] for index, start, _ in hits}):
        if start < done or (start and text[start] in _INSIDE.get(text[start - 1], "")):
            continue
        match = _SCAN.match(text, start)
        if match is None:
            continue
        done = match.end()
        if match["digits"]:
            number = _digits(text, match)
        elif match["words"]:
            number = _words(text, match)
        elif match["han"]:
            number = _han(match)
        elif match["vague"] or match["several"]:
            number = _vague(match)
        else:
            number = None
        if number is not None and max(number.value or 0, number.high or 0) < _TOO_MUCH:
            done = max(done, number.end)
            yield number


def _digits(text: str, match: re.Match[str]) -> Number | None:
    """1,234.5; 3.5 million; 1.3万亿; 3万多; None for what is too long or begins with a nought: an identifier."""
    bare = match["digits"]
    if not bare.isdigit():
        bare = "".join(filter(str.isdigit, bare))
    if len(bare) > _LONGEST or (len(bare) > 1 and bare[0] == "0"):
        return None
    scale, more, end = Decimal(1), "", match.end()
    after = _AFTER_DIGITS.match(text, end)
    if after is not None:
        end = after.end()
        more = after["more"] or ""
        scale = Decimal(_SCALES.get((after["scale"] or "").lower()) or _SHORT.get((after["short"] or "").lower()) or 1)
        for char in (after["han"] or "") + (after["after"] or ""):
            scale *= _HAN_SCALES[char]
    fraction = match["fraction"] or ""
    value = Decimal(bare + _FRACTIONS.get(fraction, fraction)) * scale
    plain = not match["fraction"] and scale == 1 and bare == match["digits"] and not more
    return Number(
        match.start(), end, Form.DIGITS, text[match.start() : end], value, scale=scale, more=more, plain=plain
    )


def _vague(match: re.Match[str]) -> Number:
    """Dozens of; several hundred."""
    word = _BLANKS.sub(" ", match["vague"] or match["several"] + "s").lower()
    low, high = _VAGUE[word]
    return Number(match.start(), match.end(), Form.WORDS, match[0], None, Decimal(low), Decimal(high))


def _words(text: str, match: re.Match[str]) -> Number | None:
    """Thirty; two hundred and five; a dozen; half a million; one and a half million."""
    start, tokens = match.start(), _APART.split(match["words"].lower())
    if len(tokens) > _LONGEST_RUN:
        return None
    value: Decimal | None
    if "half" in tokens:
        at = tokens.index("half")
        whole = _add_up(tokens[: at - 2])
        value = (whole + Decimal("0.5")) * _SCALES.get(tokens[-1], 1) if whole else None
    else:
        value = _add_up([word for word in tokens if word != "and"])
    if tokens[0] in _SCALES:
        article = _ARTICLE.search(text, max(0, start - 10), start)
        if article is None:
            return None  # "million" alone
        start = article.start()
        if article[1] and value is not None:
            value /= 2
    return Number(start, match.end(), Form.WORDS, text[start : match.end()], value) if value and value != 1 else None


def _add_up(tokens: list[str]) -> Decimal | None:
    """The value of number words; None where they do not make one number ("six seven")."""
    total = group = Decimal(0)
    last: int | None = None
    for token in tokens:
        scale = _SCALES.get(token)
        if scale is None:
            number = _WORDS[token]
            if last is not None and not (last >= 20 and 0 < number < 10):
                return None
            group, last = group + number, number
        elif scale <= 100:
            group, last = (group or Decimal(1)) * scale, None
        else:
            total, group, last = total + (group or Decimal(1)) * scale, Decimal(0), None
    return total + group


def _han(match: re.Match[str]) -> Number | None:
    """三百余, 两千多, 一万二千, 几十, 数百万, 十几, 上千, 两三."""
    lead, run, more = match["lead"] or "", match["han"], match["more"] or ""
    if len(run) > _LONGEST_RUN:
        return None
    after = Decimal(1)
    for char in match["after"] or "":
        after *= _HAN_SCALES[char]
    bounds = (match.start(), match.end(), Form.HAN, match[0])
    if lead in {"数", "几"} and all(char in _HAN_SCALES for char in run):
        unit = _product(run) * after
        return Number(*bounds, None, 2 * unit, 10 * unit - 1)
    spent = lead == "上" and run[0] in _HAN_DIGITS  # 等上三周
    start = match.start() + (1 if spent or lead in {"数", "几"} else 0)
    if len(run) > 1 and all(c in _HAN_DIGITS for c in run[:2]) and all(c in _HAN_SCALES for c in run[2:]):
        low, high = (Decimal(_HAN_DIGITS[char]) * _product(run[2:]) for char in run[:2])
        near = 0 < low < high <= 2 * low  # 两三百, 三五, 七八十
        return (
            Number(start, match.end(), Form.HAN, match.string[start : match.end()], None, low * after, high * after)
            if near
            else None
        )
    value = _han_value(run)
    if value is None or (value == 1 and run == "一"):
        return None
    if match["few"]:
        return Number(
            start,
            match.end(),
            Form.HAN,
            match.string[start : match.end()],
            None,
            (value + 1) * after,
            (value + 9) * after,
        )
    # 百, 千, 万 alone are words ("百年", "千家万户"); with 上, 余 or 多 they count.
    if lead == "上" or run[0] != "十" or len(run) > 1:
        more = more or ("上" if lead == "上" and not spent else "")
    return Number(
        start, match.end(), Form.HAN, match.string[start : match.end()], value * after, scale=after, more=more
    )


def _product(run: str) -> Decimal:
    value = Decimal(1)
    for char in run:
        value *= _HAN_SCALES[char]
    return value


def _han_value(run: str) -> Decimal | None:
    """The value of a Chinese numeral; None for one that is none (十四五)."""
    total = section = digit = 0
    seen = False  # a digit waits for its scale
    last_scale = 10
    for char in run:
        if char in _HAN_DIGITS:
            if seen and digit:
                return None
            digit, seen = _HAN_DIGITS[char], True
        elif _HAN_SCALES[char] >= 10_000:
            total = (total + section + digit or 1) * _HAN_SCALES[char]
            section = digit = 0
            seen, last_scale = False, _HAN_SCALES[char]
        else:
            section += (digit or 1) * _HAN_SCALES[char]
            digit, seen, last_scale = 0, False, _HAN_SCALES[char]
    if digit and last_scale > 10 and len(run) > 2 and run[-2] in _HAN_SCALES and "零" not in run:
        digit *= last_scale // 10  # 一万二, 三百五
    return Decimal(total + section + digit)

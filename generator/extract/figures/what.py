"""Reads what a number counts or measures: its unit, noun and qualifier, or that it counts nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ...model import Qualifier
from ...script import HAN
from . import phrases
from .data import any_of, words_of
from .numbers import Form, Number
from .qualifiers import qualifier_of
from .traps import is_label, is_trap, is_year
from .units import PERCENT, TIME_SPANS, Unit, is_unlike, measure, money, sign_before


class Reading(NamedTuple):
    """A number that is a figure; `scale` is what its unit adds to it ("£1.2m", 三成)."""

    unit: str
    what: str
    qualifier: Qualifier | None
    score: float
    money: bool = False
    scale: int = 1
    add: int | Decimal = 0  # 九成五, 两年半


class Context(NamedTuple):
    """The sentence around a number, cut to what matters, and the countries named near it."""

    before: str
    after: str
    near: Sequence[str]
    home: str | None = None


# The share of each kind that is right in labelled articles, a little lower, as new articles are less alike.
_PAID, _MEASURED, _COUNTED, _ALONE = 0.98, 0.97, 0.95, 0.7
_SMALL = 100  # below it "won" is a verb and K2 no money
_DATA = words_of("nouns.yml")
_CLASSIFIER = re.compile(rf"\s?(?P<word>{any_of(_DATA['classifiers'])})")
_NOUN_CLASSIFIERS = frozenset(word for word in _DATA["classifiers"] if len(word) > 1) | set("国省州县校村乡镇")
_TENTHS = re.compile(r"成(?P<half>[一二三四五六七八九])?(?![立员为功果本都熟分就长效像千万百型份])")
_OTHERS = re.compile(r"\s+(?:of\s+(?:which|whom|them|the|these|those|its|their|our)|were|was|are|have|had)\b")
_RELATIVE = re.compile(r"\b(?:which|whom|them|these)\s+\Z")
_ENDS = re.compile(
    r"\s*(?:[,;:.)”\"。，；、]|\Z|\s(?:in|to|of|from|and|or|at|by|on|a|an|per|for|with|were|are|was|had|have|will|would|can|may|people)\b)"
)
_ACTS = re.compile(r"\s[a-z]+ed\b")  # a crew of eight sailed
_CAPITAL = re.compile(r"\s?[A-ZÀ-Þ]")
_HAN = re.compile(rf"\s?[{HAN}]")
_LIST_MARK = re.compile(r"[.)、]\s?")
_HAN_LAST = re.compile(rf"[{HAN}]\Z")
_OF_PEOPLE = frozenset({"", "个", "批", "对", "组", "队"})  # measure words that stand before people as well
_OPEN_TO_COUNT = tuple("自由与和等有共的在对向了达给及为于同从前近超约逾过，。、；")
_MEMBERS = re.compile(r"\s?-\s?(?:member|person|people|strong|man|woman|crew)\b")
_AFTER_LATIN = re.compile(r"[\s-]?[A-Za-z]")
_CUT_WORD = re.compile(r"(?:\b[A-Za-z]{1,4}|[./])\Z")
_HALF = re.compile(r"半(?![数年天夜价以径])")  # 两年半
_OF = re.compile(r"\s+of\s+")
_FOR = re.compile(
    rf"\s+(?:for|on|in|worth\s+of)\s+(?:the\s+|new\s+)?(?!each\b|every\b|all\b|{any_of(words_of('numbers.yml')['words'])})(?=[a-z])"
)


def read_unit(number: Number, context: Context) -> Reading | None:
    """What a number counts where it stands; None where it is no figure."""
    before, after = context.before, context.after
    small = number.value is not None and number.value < _SMALL
    sign = sign_before(before, context.near, context.home, small)
    bare = before[: len(before) - sign[1]] if sign else before
    listed = not bare.strip() and _LIST_MARK.match(after) is not None
    # K2, where nobody pays in kwacha
    if is_trap(number, bare, after) or (sign is None and (listed or _CUT_WORD.search(before))):
        return None
    tenths = _TENTHS.match(after) if _is_digit(number) else None
    if tenths is not None:
        return _tenths(number, tenths, bare, after)
    told = after.removeprefix(" of") if number.value is None and number.form is Form.WORDS else after
    unit = money(before, told, context.near, context.home, small) or measure(told, bare)
    if unit is not None and told != after:
        unit = unit._replace(length=unit.length + 3)
    if unit is not None and unit.name not in {"person", "household"}:
        return _measured(number, unit, bare, after)
    if is_label(number, bare, after):
        return None
    if unit is not None or _HAN.match(after) or (before[-1:] >= "一" and not _AFTER_LATIN.match(after)):
        return _han_count(number, unit, bare, after)
    return _english_count(number, bare, after)


def _is_digit(number: Number) -> bool:
    """Whether it is one digit, as in 三成 and 7成, or two that make a range (七八成)."""
    top = number.value if number.value is not None else number.high
    return number.form is not Form.WORDS and top is not None and top <= 10


def _tenths(number: Number, match: re.Match[str], before: str, after: str) -> Reading:
    """三成 is 30 percent, 九成五 95."""
    half = "一二三四五六七八九".find(match["half"]) + 1 if match["half"] else 0
    rest = after[match.end() :]
    qualifier = qualifier_of(number, PERCENT, before, rest)
    return Reading(PERCENT, phrases.head_before(before), qualifier, _MEASURED, scale=10, add=half)


def _measured(number: Number, unit: Unit, before: str, after: str) -> Reading | None:
    """A measure, a span of time, a share, or money."""
    rest = after[unit.length :]
    before = before.removesuffix("百分之")
    if (
        not unit.money
        and is_year(number)
        and unit.name not in {"year", PERCENT}
        and after[:1] == " "
        and _CAPITAL.match(after)
    ):
        return None
    qualifier = qualifier_of(number, unit.name, before, rest)
    if _is_lone_scale(number) and qualifier is None and before[-1:] >= "一":
        return None
    if _HAN.match(after) or before[-1:] >= "一":
        what = phrases.head_before(before) or phrases.han_phrase(rest.lstrip("的"), before)
    else:
        of = _OF.match(rest)
        phrase = phrases.english_phrase(rest[of.end() - 1 :] if of else rest).text
        hyphen = after.startswith("-")
        use = _FOR.match(rest) if unit.money else None
        spent = phrases.english_phrase(rest[use.end() :]) if use else None
        if spent is not None and spent.plural:
            phrase, of = spent.text, use  # 4 million rupees for pumps
        what = phrase if phrase and (of or hyphen) else phrases.english_before(before) or phrase
    score = _PAID if unit.money else _MEASURED
    half = unit.name in TIME_SPANS and _HALF.match(rest) is not None
    return Reading(unit.name, what, qualifier, score, unit.money, unit.scale, Decimal("0.5") if half else 0)


def _han_count(number: Number, unit: Unit | None, before: str, after: str) -> Reading | None:
    """A Chinese count: a measure word, or a noun of those that need none."""
    word = None if unit is not None else _classifier(number, before, after)
    length = unit.length if unit is not None else len(word or "")
    if unit is None and word is None:
        return None
    rest = after[length:].lstrip() if word else after[length:]
    people = phrases.has_person_han(phrases.han_phrase(rest, ""))
    name = unit.name if unit is not None else "person" if people and word in _OF_PEOPLE else "count"
    qualifier = qualifier_of(number, name, before, rest)
    one = number.value is not None and number.value <= 1  # 至少1家
    if (one or _is_lone_scale(number)) and qualifier is None:
        return None
    noun = phrases.han_phrase(rest, before)
    if word in _NOUN_CLASSIFIERS:
        noun = (word or "") + phrases.han_phrase(rest, "")
    return Reading(name, noun, qualifier, _COUNTED)


def _classifier(number: Number, before: str, after: str) -> str | None:
    """The measure word after a number; empty before people, who need none; None where nothing is counted."""
    match = _CLASSIFIER.match(after)
    if match is None or is_unlike(match["word"], after[match.end() :]):
        bare = number.more or number.form is Form.DIGITS or number.value is None
        return "" if bare and phrases.has_person_han(phrases.han_phrase(after, "")) else None
    word = match["word"]
    # 二期, 三期 are the second and the third one; 金砖五国 is a name.
    ordinal = number.text == "二" or (word == "期" and number.text in {"三", "四", "五"})
    named = word == "国" and number.form is Form.HAN and not number.more and not before.endswith(_OPEN_TO_COUNT)
    return None if ordinal or (named and _HAN_LAST.search(before)) else word


def _is_lone_scale(number: Number) -> bool:
    """Whether it is 百, 千, 万 or 亿 alone: mostly part of a word (千家, 百校)."""
    return len(number.text) == 1 and number.text in "百千万亿"


def _english_count(number: Number, before: str, after: str) -> Reading | None:
    """An English count: a number with a plural noun, or one in digits that nothing makes a label."""
    if number.value is not None and number.value <= 1 and qualifier_of(number, "count", before, after) is None:
        return None
    members = _MEMBERS.match(after)
    if members is not None:
        crew = phrases.english_phrase(after[members.end() :]).text
        return Reading("person", crew, qualifier_of(number, "person", before, after), _COUNTED)
    phrase = phrases.english_phrase(after, before)
    qualifier = qualifier_of(number, phrase.unit, before, after)
    if phrase.plural:
        counts = qualifier is not None or not is_year(number) or _is_round(number, after)
        return Reading(phrase.unit, phrase.text, qualifier, _COUNTED) if counts else None
    crowd = phrase.unit == "person" and number.form is Form.DIGITS  # a team of 12
    party = (
        phrases.crowd_before(before) if before.endswith("of ") and (_ENDS.match(after) or _ACTS.match(after)) else ""
    )
    if party and number.form is Form.WORDS:  # a party of fourteen
        return Reading("person", party, qualifier, _COUNTED)
    if not crowd and not _stands_alone(number, before, after, phrase.text, qualifier is not None):
        return None
    return Reading(phrase.unit, phrase.text or phrases.english_before(before), qualifier, _ALONE)


def _stands_alone(number: Number, before: str, after: str, noun: str, qualified: bool) -> bool:
    """Whether a number without a plural noun counts: "nine of them", "a staff of 22, ...", "grew from 12 to 29"."""
    if number.form is Form.WORDS:
        return number.value is None or _OTHERS.match(after) is not None or _RELATIVE.search(before) is not None
    if (_CAPITAL.match(after) and number.plain) or (is_year(number) and not qualified):
        return False
    return bool(noun) or _ENDS.match(after) is not None


def _is_round(number: Number, after: str) -> bool:
    """Whether a number that might be a year counts: 2000 farmers; but not "the 2021 talks"."""
    return number.value is not None and number.value % 100 == Decimal(0) and after[:2].strip().islower()

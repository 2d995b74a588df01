"""Reads the unit of a number from what stands before and after it: a measure, a time span, a share, or money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from babel import Locale
from babel.core import get_global

from .data import any_of, words_of

PERCENT = "percent"
TIME_SPANS = frozenset({"year", "month", "week", "day", "hour", "minute"})


class Unit(NamedTuple):
    """A unit, and how many characters of the text after the number it takes."""

    name: str
    length: int
    money: bool = False
    scale: int = 1  # "£1.2m"


_DATA = words_of("units.yml")
_MONEY = words_of("currencies.yml")
_UNLIKE: dict[str, list[str]] = words_of("nouns.yml")["unlike_after"]
_ENGLISH: dict[str, str] = {spelling: name for name, spellings in _DATA["english"].items() for spelling in spellings}
_EXACT: dict[str, str] = {spelling: name for name, spellings in _DATA["exact"].items() for spelling in spellings}
_HAN: dict[str, str] = {spelling: name for name, spellings in _DATA["chinese"].items() for spelling in spellings}

_ENGLISH_UNIT = re.compile(rf"(?:\s*-\s?|\s+)?(?P<unit>{any_of(_ENGLISH)})s?(?![A-Za-z])", re.IGNORECASE)
_SECONDS = re.compile(r"\s+seconds\b|-second\b")
_EXACT_UNIT = re.compile(
    rf"[\s-]?(?P<unit>{'|'.join(map(re.escape, sorted(_EXACT, key=len, reverse=True)))})(?![A-Za-z0-9²³])"
)
_HAN_UNIT = re.compile(rf"\s?(?P<unit>{'|'.join(map(re.escape, sorted(_HAN, key=len, reverse=True)))})")
_ADJECTIVE = r"(?:(?:U\.S\.|US|[A-Z][a-z]+(?:[\s-][A-Z][a-z]+)?)\s)?"
_ENGLISH_MONEY = re.compile(rf"[\s-]?{_ADJECTIVE}(?P<noun>dollar|{any_of(_MONEY['english'])})s?\b")
_WHOSE_MONEY = re.compile(
    rf"\s?(?:dollar|{any_of(_MONEY['english'])})s?\b|元(?![年旦素首])|{any_of(_MONEY['chinese'])}|\$"
)
_AFTER_SIGN = re.compile(
    rf"\s?(?P<sign>{'|'.join(map(re.escape, sorted(_MONEY['after'], key=len, reverse=True)))})(?!\w)"
)
_SIGNS: dict[str, list[str]] = _MONEY["signs"]
_AT_HOME: dict[str, list[str]] = _MONEY["signs_at_home"]
_DOLLARS: list[str] = _MONEY["dollars"]
_DOLLAR_SIGNS = ("$", "＄")
_ANY_SIGN = "|".join(map(re.escape, sorted((*_SIGNS, *_AT_HOME, *_DOLLAR_SIGNS), key=len, reverse=True)))
_SIGN = re.compile(rf"(?:(?P<sign>{_ANY_SIGN})|\b(?P<code>[A-Z]{{3}}))\s?\Z")
_WEIGHED = re.compile(r"\b(?:weigh\w*|weight|mass|thrust|payload|loads?|heav\w+)\b[^.;]{0,40}\Z", re.IGNORECASE)
_POUNDS = re.compile(r"\s?-?pounds?\b")
_SIGN_ENDS = frozenset(sign[-1] for sign in (*_SIGNS, *_AT_HOME, *_DOLLAR_SIGNS))
_WON = re.compile(r"\s+won\b")
_CODE_AFTER = re.compile(r"\s?(?P<code>[A-Z]{3})\b")
_SHORT_SCALE = re.compile(r"\s?(?P<scale>[mMbBkK])(?![A-Za-z])")
_SCALES = {"m": 1_000_000, "b": 1_000_000_000, "k": 1000}


@dataclass(frozen=True, slots=True)
class Currencies:
    """The names of all currencies, and what each country pays with."""

    english: dict[str, str]  # "indian rupee" -> INR
    english_name: re.Pattern[str]
    han: dict[str, tuple[str, ...]]
    han_name: re.Pattern[str]
    codes: frozenset[str]
    of_country: dict[str, frozenset[str]]
    once: dict[str, frozenset[str]]  # what it has paid with at any time


@cache
def currencies() -> Currencies:
    """The currencies of CLDR, with the short names that it does not have."""
    english, chinese = Locale("en").currencies, Locale("zh").currencies
    current = {
        country: frozenset(entry[0] for entry in entries if entry[2] is None and entry[3])
        for country, entries in get_global("territory_currencies").items()
    }
    once = {
        country: frozenset(entry[0] for entry in entries if entry[3])
        for country, entries in get_global("territory_currencies").items()
    }
    used = frozenset().union(*current.values())
    known = used.union(*once.values())
    han: dict[str, tuple[str, ...]] = {
        chinese[code]: (code,)
        for code in sorted(known)
        if code in chinese and "(" not in chinese[code] and not chinese[code].isascii()
    }
    han |= {name: tuple(codes) for name, codes in _MONEY["chinese"].items()}
    names = {english[code].lower(): code for code in sorted(known) if re.fullmatch(r"[\w -]+", english.get(code, ""))}
    return Currencies(
        english=names,
        english_name=re.compile(rf"[\s-]?(?P<name>{any_of(names)})(?:e?s)?\b", re.IGNORECASE),
        han=han,
        han_name=re.compile(rf"\s?(?P<name>{'|'.join(map(re.escape, sorted(han, key=len, reverse=True)))})"),
        codes=frozenset(used),
        of_country=current,
        once=once,
    )


def sign_before(
    before: str, near: Sequence[str] = (), home: str | None = None, small: bool = False
) -> tuple[str, int] | None:
    """The currency written before the number and how many characters it takes: US$, EUR; K2 is a mountain."""
    last = before.rstrip()[-1:]
    match = _SIGN.search(before) if last in _SIGN_ENDS or "A" <= last <= "Z" else None
    if match is None:
        return None
    if match["code"]:
        return (match["code"], len(match[0])) if match["code"] in currencies().codes else None
    before_sign = before[match.start() - 1 : match.start()]
    if match["sign"][0].isalpha() and before_sign.isalpha() and before_sign.isascii():
        return None
    if match["sign"] in _DOLLAR_SIGNS:
        return _dollar(home), len(match[0])
    if match["sign"] in _AT_HOME:
        own = _owned(_AT_HOME[match["sign"]], near) if not small else None
        return (own, len(match[0])) if own is not None else None
    return _choose(_SIGNS[match["sign"]], near), len(match[0])


def money(before: str, after: str, near: Sequence[str], home: str | None, small: bool = False) -> Unit | None:
    """The money that a number is, if it is; `near` are the countries named around it, the nearest first.

    A bare dollar is that of the `home`. After a `small` number "won" is a verb: "5 won medals".
    """
    sign = sign_before(before, near, home, small)
    if sign is not None:
        scale = _SHORT_SCALE.match(after)
        if scale is not None:
            return Unit(sign[0], scale.end(), True, _SCALES[scale["scale"].lower()])
        noun = _ENGLISH_MONEY.match(after)
        return Unit(sign[0], noun.end() if noun else 0, True)
    pounds = _POUNDS.match(after)
    if pounds is not None and _WEIGHED.search(before):
        return Unit("pound weight", pounds.end())
    return None if small and _WON.match(after) else _money_after(after, near, home)


def _money_after(after: str, near: Sequence[str], home: str | None) -> Unit | None:
    known = currencies()
    match = known.english_name.match(after)
    if match is not None:
        return Unit(known.english[" ".join(match["name"].lower().split())], match.end(), True)
    match = _ENGLISH_MONEY.match(after)
    if match is not None:
        code = _dollar(home) if match["noun"] == "dollar" else _choose(_MONEY["english"][match["noun"]], near)
        return Unit(code, match.end(), True)
    match = _AFTER_SIGN.match(after)
    if match is not None:
        return Unit(_choose(_MONEY["after"][match["sign"]], near), match.end(), True)
    match = known.han_name.match(after)
    if match is not None and not is_unlike(match["name"], after[match.end() :]):
        return Unit(_choose(known.han[match["name"]], near), match.end(), True)
    match = _CODE_AFTER.match(after)
    return Unit(match["code"], match.end(), True) if match is not None and match["code"] in known.codes else None


def names_money(after: str) -> bool:
    """Whether what stands before `after` only says whose money it is: US dollars, 新加坡元."""
    return _WHOSE_MONEY.match(after[:24]) is not None


def _dollar(home: str | None) -> str:
    """The dollar of the home, else that of the United States."""
    own = currencies().of_country.get(home or "", frozenset())
    return next((code for code in _DOLLARS if code in own), _DOLLARS[0])


def _choose(codes: Sequence[str], near: Sequence[str]) -> str:
    """Of several currencies with one name that of the nearest country, now or once, else the first."""
    return (_owned(codes, near) if len(codes) > 1 else None) or codes[0]


def _owned(codes: Sequence[str], near: Sequence[str]) -> str | None:
    """The currency among `codes` that the nearest of the countries pays with, or paid with once."""
    for country in near:
        for owned in (currencies().of_country, currencies().once):
            own = owned.get(country, frozenset())
            for code in codes:
                if code in own:
                    return code
    return None


def measure(after: str, before: str) -> Unit | None:
    """The measure, time span or share that follows a number (or 百分之 before it); None where it only counts."""
    if before.endswith("百分之"):
        return Unit(PERCENT, 0)
    match = _HAN_UNIT.match(after)
    if match is not None and not is_unlike(match["unit"], after[match.end() :]):
        return Unit(_HAN[match["unit"]], match.end())
    match = _EXACT_UNIT.match(after)
    if match is not None:
        return Unit(_EXACT[match["unit"]], match.end())
    match = _ENGLISH_UNIT.match(after)
    if match is not None:
        return Unit(_name(match["unit"]), match.end())
    match = _SECONDS.match(after)
    return Unit("second", match.end()) if match is not None else None


def _name(spelling: str) -> str:
    """The unit of an English spelling."""
    return _ENGLISH[" ".join(spelling.lower().split())]


def is_unlike(unit: str, after: str) -> bool:
    """Whether a Chinese unit is the beginning of another word: 年 of 年级."""
    return any(after.startswith(rest) for rest in _UNLIKE.get(unit, ()))

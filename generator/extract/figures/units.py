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
_ENGLISH_MONEY = re.compile(rf"[\s-]?{_ADJECTIVE}(?P<noun>{any_of(_MONEY['english'])})s?\b")
_SIGNS: dict[str, str] = _MONEY["signs"]
_SIGN = re.compile(
    rf"(?:(?P<sign>{'|'.join(map(re.escape, sorted(_SIGNS, key=len, reverse=True)))})|\b(?P<code>[A-Z]{{3}}))\s?\Z"
)
_SIGN_ENDS = frozenset(sign[-1] for sign in _SIGNS)
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


@cache
def currencies() -> Currencies:
    """The currencies of CLDR, with the short names that it does not have."""
    english, chinese = Locale("en").currencies, Locale("zh").currencies
    current = {
        country: frozenset(entry[0] for entry in entries if entry[2] is None and entry[3])
        for country, entries in get_global("territory_currencies").items()
    }
    used = frozenset().union(*current.values())
    han: dict[str, tuple[str, ...]] = {
        chinese[code]: (code,) for code in sorted(used) if code in chinese and not chinese[code].isascii()
    }
    han |= {name: tuple(codes) for name, codes in _MONEY["chinese"].items()}
    names = {english[code].lower(): code for code in sorted(used) if re.fullmatch(r"[\w -]+", english.get(code, ""))}
    return Currencies(
        english=names,
        english_name=re.compile(rf"[\s-]?(?P<name>{any_of(names)})(?:e?s)?\b", re.IGNORECASE),
        han=han,
        han_name=re.compile(rf"\s?(?P<name>{'|'.join(map(re.escape, sorted(han, key=len, reverse=True)))})"),
        codes=frozenset(used),
        of_country=current,
    )


def sign_before(before: str) -> tuple[str, int] | None:
    """The currency written before the number and how many characters it takes: US$, EUR."""
    last = before.rstrip()[-1:]
    match = _SIGN.search(before) if last in _SIGN_ENDS or "A" <= last <= "Z" else None
    if match is None:
        return None
    if match["code"]:
        return (match["code"], len(match[0])) if match["code"] in currencies().codes else None
    before_sign = before[match.start() - 1 : match.start()]
    if match["sign"][0].isalpha() and before_sign.isalpha() and before_sign.isascii():
        return None
    return _SIGNS[match["sign"]], len(match[0])


def money(before: str, after: str, near: Sequence[str], small: bool = False) -> Unit | None:
    """The money that a number is, if it is; `near` are the countries named around it, the nearest first.

    After a `small` number "won" is a verb: "5 won medals".
    """
    sign = sign_before(before)
    if sign is not None:
        scale = _SHORT_SCALE.match(after)
        if scale is not None:
            return Unit(sign[0], scale.end(), True, _SCALES[scale["scale"].lower()])
        noun = _ENGLISH_MONEY.match(after)
        return Unit(sign[0], noun.end() if noun else 0, True)
    return None if small and _WON.match(after) else _money_after(after, near)


def _money_after(after: str, near: Sequence[str]) -> Unit | None:
    known = currencies()
    match = known.english_name.match(after)
    if match is not None:
        return Unit(known.english[" ".join(match["name"].lower().split())], match.end(), True)
    match = _ENGLISH_MONEY.match(after)
    if match is not None:
        return Unit(_choose(tuple(_MONEY["english"][match["noun"]]), near), match.end(), True)
    match = known.han_name.match(after)
    if match is not None and not is_unlike(match["name"], after[match.end() :]):
        return Unit(_choose(known.han[match["name"]], near), match.end(), True)
    match = _CODE_AFTER.match(after)
    return Unit(match["code"], match.end(), True) if match is not None and match["code"] in known.codes else None


def _choose(codes: tuple[str, ...], near: Sequence[str]) -> str:
    """Of several currencies with one name that of the nearest country, else the first."""
    if len(codes) > 1:
        for country in near:
            own = currencies().of_country.get(country, frozenset())
            for code in codes:
                if code in own:
                    return code
    return codes[0]


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

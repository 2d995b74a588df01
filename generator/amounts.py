"""Figures as people read them, in English and in Chinese."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml
from babel.numbers import get_currency_name, is_currency

from .model import Figure

_UNITS: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
_UNITS_EN, _UNITS_ZH = ({"count": ""} | _UNITS[language] for language in ("english", "chinese"))
_SIGNS = ("count", "percent")  # these are written alike after one and many
_MONEY_ZH = {"CNY": "元人民币", "HKD": "港元", "TWD": "新台币元"}  # where what CLDR calls it does not follow a number
_QUALIFIERS_ZH = {"over": "逾", "nearly": "近", "about": "约", "at least": "至少", "up to": "至多", "less than": "不足"}
_MILLION = 10**6
_SCALES_EN = ((10**9, "billion"), (_MILLION, "million"))
_SCALES_ZH = ((10**8, "亿"), (10**4, "万"))
_ROUND = (  # what a range was called that only a round word can have given: see vague in extract/figures/numbers.yml
    (24, 99, "dozens of", "几十"),
    (20, 99, "dozens of", "几十"),
    (40, 99, "scores of", "几十"),
    (200, 999, "hundreds of", "数百"),
    (2000, 9999, "thousands of", "数千"),
    (20_000, 99_999, "tens of thousands of", "数万"),
    (200_000, 999_999, "hundreds of thousands of", "数十万"),
    (2_000_000, 9_999_999, "millions of", "数百万"),
)


def in_english(figure: Figure) -> str:
    """`over 114`, `20 to 30 people`, `10,000,000,000 CNY`, `about 61.5%`, `dozens`, `dozens of hectares`."""
    words = roundly(figure)
    number = words[0] if words else _either(figure, "{:,}".format, " to ")
    alone = figure.unit.isupper() or (number == "1" and figure.unit not in _SIGNS)
    unit = figure.unit if alone else _UNITS_EN.get(figure.unit, f"{figure.unit}s")
    text = f"{number}{unit}" if unit == "%" else f"{number} {unit}".removesuffix(" of ").strip()
    return f"{figure.qualifier} {text}" if figure.qualifier else text


def counted_in_english(figure: Figure, what: str) -> str:
    """`over 114 agreements`, `50 young scientists`, `dozens of countries`: with what is counted, in English too."""
    if not what or not counted(figure):
        return f"{in_english(figure)} {what}".strip()
    words = roundly(figure)
    return f"{words[0] if words else in_english(figure).removesuffix(' people')} {what}"


def in_chinese(figure: Figure) -> str:
    """`逾114`, `20至30人`, `100亿元人民币`, `约61.5%`, `数百人`."""
    words = roundly(figure)
    number = words[1] if words else _either(figure, _scaled_zh, "至")
    unit = _UNITS_ZH.get(figure.unit, figure.unit)
    if is_currency(figure.unit):
        unit = _MONEY_ZH.get(figure.unit) or get_currency_name(figure.unit, locale="zh")
    return f"{_QUALIFIERS_ZH.get(figure.qualifier or '', '')}{number}{unit}"


def in_millions(figure: Figure) -> str:
    """Money in a sentence: `over 3.6 million JOD`; as `in_english` where it is below a million."""
    if figure.value is None or figure.value < _MILLION:
        return in_english(figure)
    scale, name = next((scale, name) for scale, name in _SCALES_EN if figure.value >= scale)
    amount = f"{figure.value / scale:.10g} {name} {figure.unit}"
    return f"{figure.qualifier} {amount}" if figure.qualifier else amount


def roundly(figure: Figure) -> tuple[str, str] | None:
    """`hundreds of`, 数百: a range as the round word that it stands for, in both languages; None for other figures."""
    ends = (figure.low, figure.high) if figure.value is None and not figure.qualifier else None
    return next(((english, chinese) for low, high, english, chinese in _ROUND if ends == (low, high)), None)


def counted(figure: Figure) -> bool:
    """Whether the unit only says that things or people are counted, so that what is counted can follow the number."""
    return figure.unit in ("count", "person")


def _either(figure: Figure, write: Callable[[float | int], str], between: str) -> str:
    """The value, or both ends of the range."""
    if figure.value is not None:
        return write(figure.value)
    return between.join("…" if end is None else write(end) for end in (figure.low, figure.high))


def _scaled_zh(value: float | int) -> str:
    for scale, name in _SCALES_ZH:
        if value >= scale:
            return f"{value / scale:.10g}{name}"
    return f"{value:.10g}"

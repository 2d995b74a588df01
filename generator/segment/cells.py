"""A credit line cut into its parts: at labels, at the marks that set parts apart, and around days."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from .dates import find_dates
from .lines import LINES

#: The labels by what they label, each an alternative of a regular expression.
LABELS = {
    name: "|".join(forms)
    for name, forms in yaml.safe_load(Path(__file__).with_name("credits.yml").read_text(encoding="utf-8")).items()
}
LABEL = LINES.compile(
    "|".join(rf"(?P<{name}>(?<!\w)(?:{forms})(?=\s*[:：]))" for name, forms in LABELS.items()), re.IGNORECASE
)
_HAN = r"[\u3400-\u9fff]"
_DOT = (  # between Han it holds a name together, 安娜·林德, save behind the name of an outlet
    rf"(?:(?<!{_HAN})[·•‧∙・]|[·•‧∙・](?!{_HAN})|(?<=[报報网網社台臺刊闻聞讯訊线線端志誌])[·•‧∙・])"
)
_SEPARATOR = re.compile(
    rf"\s*(?:[|｜丨│¦]|{_DOT})\s*|(?<={_HAN})(?<![文图摄])\s*／\s*|(?<![文图摄])／\s*(?={_HAN})"
    r"|\u3000+|\t+|\s{2,}|\s+[-–—/]+\s+|(?<=\w)\s*[;；]\s*"
)
_MAY_SEPARATE = re.compile(r"[|｜丨│¦·•‧∙・\u3000\t;；／]|\s[\s–—/-]")  # what no separator is without
_OF_DATE = re.compile(  # all that is left of "on 3 May" without the day
    r"(?:(?:on|at|in|dated?)\W*|(?:出版|出刊|发布|发表|刊发|印发|发稿)于?|(?:星期|周|礼拜)[一二三四五六日天])",
    re.IGNORECASE,
)
_CLOCK = LINES.compile(
    r"^\W*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?\W*$|^(?:ET|PT|CT|MT|EDT|EST|PST|PDT|GMT|UTC|CET|CEST|hrs?"
    r"|local time)$|\s*\b\d{1,2}[:.h]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?"
    r"(?:\s?(?-i:[A-Z]{2,5})|\s(?:local time|hrs?|hours))?\W*$"
)


def cells_of(text: str) -> list[tuple[str | None, str]]:
    """The parts of a line as (label or None, value), cut at labels, separators and dates."""
    cells: list[tuple[str | None, str]] = []
    marks = list(LABEL.finditer(text))
    ends = [mark.start() for mark in marks] + [len(text)]
    spans: list[tuple[str | None, int, int]] = [(None, 0, ends[0])]
    spans += [(mark.lastgroup, mark.end(), end) for mark, end in zip(marks, ends[1:], strict=True)]
    for label, start, end in spans:
        value = re.sub(r"^\s*[:：]\s*", "", text[start:end]) if label else text[start:end]
        parts = [part for part in parts_of(value) if part]
        if label and parts:
            cells.append((label, parts[0]))
            cells.extend((None, part) for part in parts[1:])
        else:
            cells.extend((label, part) for part in parts)
    return cells


def _without_brackets(value: str) -> str:
    """A cell without brackets that only open or only close: those of what was cut off beside it."""
    return value.strip(" （(" if re.search(r".[(（]", value) else " )（(")


def parts_of(value: str) -> list[str]:
    """A stretch of a line cut at separators and around dates."""
    pieces: list[str] = []
    last = 0
    for date in find_dates(value):
        pieces += [*_parted(value[last : date.start]), value[date.start : date.end]]
        last = date.end
    pieces += _parted(value[last:])
    stripped = [piece if find_dates(piece) else piece.strip(" \t|｜·•—–-/,，;；()（）[]") for piece in pieces]
    return [
        cleaned
        for piece in stripped
        if (cleaned := piece if find_dates(piece) else _without_brackets(_CLOCK.sub("", piece))).strip(" .。")
        and not _OF_DATE.fullmatch(cleaned)
    ]


def _parted(text: str) -> list[str]:
    """What stands between separators."""
    return _SEPARATOR.split(text) if _MAY_SEPARATE.search(text) else [text]

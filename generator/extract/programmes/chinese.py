"""Proposes Chinese names: what ends in 联合实验室, 论坛, 计划 and their like, and what stands in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ...script import HAN
from ..places import Spot
from ..sentences import Span
from .proposal import Proposal, words

_LONGEST = 34  # characters of a name
_SHORTEST = 6
_SHORT = re.compile(r"（(?:英文)?(?:简称|缩写)?[：:]?\s?[“\"]?([A-Z][A-Za-z0-9-]{1,11})[”\"]?[）；，]")
_MARK = re.compile(r"[，。；：、！？（）《》()\s\d%“”\"—–…\]\[]")
_DASHED = re.compile(r"[—–-]{1,2}")
_MISSION = re.compile(
    rf"[{HAN}]{{2}}(?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}})号(?=[A-Z]?(?:月球|火星)?(?:探测器|卫星|飞船|任务|火箭|实验舱|科考船|潜水器))"
)
_AFTER_QUOTE = ("计划", "项目", "工程", "行动", "平台", "倡议")
_EDITION = re.compile(r"(?:第[一二三四五六七八九十百\d]+[届次期批]|\d{4}年?|[首本]届)")


@dataclass(frozen=True, slots=True)
class _Parties:
    """Where a sentence names parties: one may open a name, and no boundary stands inside of one."""

    ends: dict[int, int]  # start -> end
    covered: frozenset[int]


def propose_chinese(text: str, span: Span, spots: Sequence[Spot]) -> Iterator[Proposal]:
    """The names of programmes in one sentence, given the parties that it names."""
    yield from (_proposal(text, f.start(), f.end(), 0.6) for f in _MISSION.finditer(text, span.start, span.end))
    for found in _quoted().finditer(text, span.start, span.end):
        yield _proposal(text, found.start(1), found.end(1), 0.75)
    for found in _titled().finditer(text, span.start, span.end):
        yield _proposal(text, found.start(1), found.end(1), 0.75)
    parties = _Parties(
        {spot.start: spot.end for spot in spots},
        frozenset(at for spot in spots for at in range(spot.start, spot.end)),
    )
    free = span.start
    for found in _heads().finditer(text, span.start, span.end):
        if _goes_on(text, found):
            continue
        start = _start(text, max(free, found.end() - _LONGEST, span.start), found.start(), parties, free)
        if start is None:
            continue
        strength = _strength(text, start, found, parties)
        if strength:
            yield _proposal(text, start, found.end(), strength)
            free = found.end()


def _proposal(text: str, start: int, end: int, strength: float) -> Proposal:
    short = _SHORT.match(text, end)
    return Proposal(start, end, strength, short[1] if short else None)


def _goes_on(text: str, head: re.Match[str]) -> bool:
    """Whether the head is only a part of a longer word: 工程师, 大会堂."""
    return text.startswith(tuple(words()["zh_not_before"].get(head[0], ())), head.end())


def _start(text: str, first: int, head: int, parties: _Parties, free: int) -> int | None:
    """Where the name that ends in a head begins; None where nothing shows it."""
    start = _after_boundary(text, first, head, parties)
    anchored = [at for at in range(start, head) if at in parties.ends]
    if start == first and first > free:  # no boundary near enough: only a party can show it
        return anchored[0] if anchored else None
    pair = next((at for at in anchored if at + 1 in parties.ends), None)
    if pair is not None and start not in parties.ends:
        return pair  # 数据来自中秘高山湖泊联合观测站: the pair opens the name
    return _across_links(text, first, start, parties)


def _after_boundary(text: str, first: int, head: int, parties: _Parties) -> int:
    """The end of the last boundary before the head: a mark (not inside a pair such as 中国—东盟), or a word."""
    start = first
    for found in _boundaries().finditer(text, first, head):
        inside = _DASHED.fullmatch(found[0]) and found.start() > first and found.end() < head
        if inside or found.start() in parties.covered:
            continue
        start = found.end()
    return start


def _across_links(text: str, first: int, start: int, parties: _Parties) -> int:
    """The start of a name that goes on before 与 or 和: 中国与东盟技术转移联盟, 中亚冰川与水资源论坛."""
    if start <= first or text[start - 1] not in _links():
        return start
    before = _after_boundary(text, first, start - 1, parties)
    if _is_anchor(text, start, parties):
        return before if parties.ends.get(before) == start - 1 else start
    return before if _is_anchor(text, before, parties) and before < start - 1 else start


def _is_anchor(text: str, at: int, parties: _Parties) -> bool:
    return at in parties.ends or text.startswith(tuple(words()["zh_many"]), at)


def _strength(text: str, start: int, head: re.Match[str], parties: _Parties) -> float:
    """How surely `text[start:head.end()]` is the name of a programme; 0: it is none."""
    own = text[start : head.start()]
    if head.end() - start < _SHORTEST or any(word in own for word in words()["zh_never"]):
        return 0.0
    telling = _generic().sub("", own)
    anchored = _is_anchor(text, start, parties)
    if head[0] in {"混合委员会", "混委会", "联委会"}:
        return 0.6
    if head[0] in words()["zh_anchored_heads"]:
        return 0.7 if start in parties.ends and len(telling) >= 4 and len(own) >= 5 else 0.0
    return 0.8 if anchored and len(telling) >= 2 else 0.6 if len(telling) >= 3 else 0.0


@cache
def _heads() -> re.Pattern[str]:
    return _any_of([*words()["zh_heads"], *words()["zh_anchored_heads"]])


@cache
def _boundaries() -> re.Pattern[str]:
    listed = "|".join([*words()["zh_boundaries"], *words()["zh_links"]])
    return re.compile(f"{_EDITION.pattern}|{_DASHED.pattern}|{_MARK.pattern}|{listed}")


@cache
def _generic() -> re.Pattern[str]:
    return _any_of(words()["zh_generic"])


@cache
def _links() -> frozenset[str]:
    return frozenset(words()["zh_links"])


@cache
def _quoted() -> re.Pattern[str]:
    """What stands in quotation marks and ends in a head, or has one just behind them: “春芽计划”, “春芽”计划."""
    ends = _any_of([*words()["zh_heads"], *_AFTER_QUOTE]).pattern
    chars = rf"[{HAN}·—0-9A-Za-z+-]{{2,24}}"
    return re.compile(rf"[“\"]({chars}(?:{ends})(?=[”\"])|{chars}(?=[”\"](?:{'|'.join(_AFTER_QUOTE)})))")


@cache
def _titled() -> re.Pattern[str]:
    ends = "|".join(words()["zh_titles"])
    return re.compile(rf"《([^《》\n]{{2,40}}(?:{ends}))》")


def _any_of(listed: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(set(listed), key=len, reverse=True))))

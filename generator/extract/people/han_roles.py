"""The role that stands right before a name in Chinese: 科技部副部长, 项目中方负责人、研究所研究员."""

from __future__ import annotations

import re

from ...script import HAN
from ..sentences import Span
from .lexicon import HanWords
from .mention import Context, Text

_LONGEST = 40  # characters
_STOP = re.compile(r"[，。；：！？“”‘’（）()《》「」『』…—,.;:!?\[\]【】\s〈〉\"'\d]")
_CONNECTIVES = re.compile(
    rf"^(?:他们|她们|我们|他|她|我|据|和|与|及|以及|同|由|对|向|从|时|的|在|该|这位|那位|一位|一名|两位|两国|获悉|了|名|是)+(?=[{HAN}]{{2}})(?<!方)"
)


def role_before(text: str, end: int, words: HanWords, floor: int = 0) -> Span | None:
    """The role that ends at `end` and begins not before `floor`; None where no role word stands there."""
    floor = max(floor, end - _LONGEST)
    end = floor + len(text[floor:end].rstrip(" \u3000"))
    head = text[floor:end]
    if head[-1:] not in words.role_ends or words.roles.search(head) is None:
        return None
    start = max((stop.end() for stop in _STOP.finditer(head)), default=0)
    start = _within_list(head, start, words)
    for cut in words.cutters.finditer(head):
        if start <= cut.start() and cut.end() < len(head) and not _inside_word(head, cut, words):
            start = cut.end()
    lead = _CONNECTIVES.match(head[start:])
    start += lead.end() if lead else 0
    return Span(floor + start, end) if start < len(head) else None


def _within_list(head: str, start: int, words: HanWords) -> int:
    """The start of the last role; roles joined by 、 belong together."""
    for comma in [match.start() for match in re.finditer("、", head)]:
        if comma >= start and words.roles.search(head[:comma]) is None:
            start = _start_after(head, comma, words)
    return start


def _start_after(head: str, comma: int, words: HanWords) -> int:
    """A 、 inside the name of a ministry joins; one between persons or things divides."""
    rest = head[comma + 1 :]
    return comma + 1 if len(rest) > 1 else 0


def _inside_word(head: str, cut: re.Match[str], words: HanWords) -> bool:
    """Whether the cutter is part of a longer word: 由 in 自由, 有 in 国有, 是 in 但是."""
    pair = head[max(0, cut.start() - 1) : cut.end() + 1]
    return any(
        word in pair
        for word in (
            "自由",
            "国有",
            "所有",
            "有限",
            "有色",
            "有机",
            "稀有",
            "公有",
            "理由",
            "方向",
            "导向",
            "面向",
            "日本",
            "日内",
            "今日",
            "请求",
            "有关",
            "合同",
            "共同",
            "同事",
            "同学",
            "同行",
            "同济",
            "同志",
            "协同",
            "不同",
            "相同",
            "大同",
            "同伴",
        )
    )


def read_han_context(text: Text, start: int, end: int, words: HanWords) -> Context:
    """What Chinese words say of a name in Latin letters among them."""
    role = role_before(text.text, start, words)
    title = words.titles.match(text.text, end)
    speaks = words.speech.match(text.text, end) is not None
    points = 2.5 * (role is not None) + 3 * (title is not None) + 2 * speaks
    if role is None and title is not None:
        role = Span(*title.span("role" if title["role"] else 0))
    return Context(points, role, titled=points > 2, described=False, acting=speaks)

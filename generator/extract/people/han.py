"""Names in Chinese characters: foreign ones by dot or sounds, Chinese ones by surname and context."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ...script import HAN
from ..sentences import Span
from .han_roles import role_before
from .lexicon import HanWords
from .mention import Mention, Text

_DOT = r"[·•．・‧∙]"
_HAN = re.compile(rf"[{HAN}]")
_SPEAKS_AT = re.compile("在[^，。；：\\n]{1,10}(?:上|中|时|后|前)?(?:说|表示|致辞|介绍|指出|发言|强调|宣布)")
_PERSONAL = re.compile("说|告诉|回忆|感慨|笑")  # what companies do not do
_LEFT = 16  # characters that are read before a name
_ROLE = 3.0  # what a role right before a name is worth
_ENDED_BY = {
    "关": "有相海机无攸公把难",
    "方": "对双各我中外甲乙官军警校院厂东西南北地前后一二三多彼",
    "安": "公治保",
    "时": "同当届及",
}
_NUMERALS = "一二三四五六七八九十"  # they end a given name after a surname of two characters: 欧阳明一
_MOST_UNUSUAL = 3  # characters at the end of a name with a dot that write no sound
_STRONG, _FUNCTION = 2, 1  # what ends a name: a stop or a verb, or a word such as 和
_PUNCTUATION = "，。；：！？、“”‘’（）()《》「」『』…—-,.;:!?[]【】/ \n\t\u3000〈〉\"'"


def find_han(text: Text, words: HanWords) -> Iterator[Mention]:
    """Every candidate of `text` in order, with its points."""
    if not _HAN.search(text.text):
        return
    dotted = list(_dotted(text, words))
    bounds = [bound for mention in dotted for bound in (mention.start, mention.end)]
    others = sorted([*_sounded(text, words), *_chinese(text, words)], key=_order)
    free = [m for m in others if bisect_right(bounds, m.start) % 2 == 0 and bisect_left(bounds, m.end) % 2 == 0]
    found: list[Mention] = []
    for mention in sorted([*dotted, *free], key=_order):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    counts = Counter(mention.name for mention in found)
    for mention in found:
        again = counts[mention.name] > 1 and len(mention.name) > 2
        yield replace(mention, points=mention.points + 0.5) if again else mention


def _order(mention: Mention) -> tuple[int, float]:
    return mention.start, -mention.points


@lru_cache(maxsize=8)
def _dot_pattern(sounds: str) -> re.Pattern[str]:
    part = rf"(?:[{sounds}]{{1,8}}(?:[-‐－][{sounds}]{{1,6}})?|[A-Z]\.?)"
    return re.compile(rf"{part}(?:{_DOT}{part}){{1,5}}")


@lru_cache(maxsize=8)
def _sound_pattern(sounds: str) -> re.Pattern[str]:
    return re.compile(rf"[{sounds}]{{2,7}}")


def _dotted(text: Text, words: HanWords) -> Iterator[Mention]:
    """Foreign names with a middle dot; a role or verb beside them is cut off."""
    for found in _dot_pattern(words.dotted_sounds).finditer(text.text):
        start = _after_role(text.text, found.start(), found[0], words)
        end = _before_verb(text.text, found.end(), found, words)
        name = text.text[start:end]
        if not re.search(_DOT, name) or words.organisations.match(text.text, end) or _is_place(text, start, end):
            continue
        start, end = _whole_word(text.text, start, words), _whole_end(text.text, end, words)
        yield _mention(text, start, end, 3.0, words, tuple(re.split(_DOT, text.text[start:end])))


def _whole_word(text: str, start: int, words: HanWords) -> int:
    """The start of a name whose first character is not among the usual sounds."""
    for more in (1, 2):
        if start < more or not _HAN.match(text[start - more]) or text[start - more] in words.not_given:
            break
        left = _left(text, start - more + 1, words)
        if left or words.before.search(text[max(0, start - more - 3) : start - more + 1]):
            break
        if _left(text, start - more, words) and not words.before.search(text[start - more : start]):
            return start - more
    return start


def _whole_end(text: str, end: int, words: HanWords) -> int:
    """The end of a name whose last characters are not among the usual sounds, where a verb follows those."""
    for more in range(_MOST_UNUSUAL + 1):
        if _right(text, end + more, words):
            return end + more
        if text[end + more] in words.not_given or text[end + more] in _PUNCTUATION:
            break
    return end


def _after_role(text: str, start: int, name: str, words: HanWords) -> int:
    """The start of the name when a role or a connective reaches into the characters that sound like a name."""
    first = re.split(_DOT, name)[0]
    for cut in range(len(first) - 1, 0, -1):
        head = text[max(0, start - 6) : start + cut]
        role = words.roles.search(head)
        if role is not None and len(head) - role.start() > cut - 1 and role.end() - role.start() > 1:
            return start + cut
    return start


def _before_verb(text: str, end: int, found: re.Match[str], words: HanWords) -> int:
    """The end of the name when a verb begins inside of it."""
    last = max(found[0].rfind(dot) for dot in "·•．・‧∙") + found.start() + 1
    for at in range(last + 1, end):
        verb = words.speech.match(text, at) or words.titles.match(text, at) or words.acts.match(text, at)
        if verb is not None and len(verb[0]) > 1:
            return at
    while end > last + 1 and text[end - 1] in "于和因申" and _right(text, end - 1, words):
        end -= 1
    return end


def _sounded(text: Text, words: HanWords) -> Iterator[Mention]:
    """Foreign names without a dot: only right after a role, or right before a title."""
    for found in _sound_pattern(words.sounds).finditer(text.text):
        start, end = found.start(), found.end()
        for at in range(start, end - 1):
            role = words.roles.search(text.text[max(0, at - 8) : at])
            if role is not None and len(role[0]) > 1:
                start = at
                break
        else:
            role = None
        for at in range(start + 2, end):
            if _right(text.text, at, words) == _STRONG or words.titles.match(text.text, at):
                end = at
                break
        title = words.titles.match(text.text, end)
        alone = end - start > 2 and _PERSONAL.match(text.text, end) is not None
        if (
            (role is None and title is None and not alone)
            or end - start < 2
            or not (_right(text.text, end, words) or title)
        ):
            continue
        left = role is not None or _left(text.text, start, words)
        name = text.text[start:end]
        if (
            not left
            or (name in words.not_names or (role is None and name.startswith(words.not_names)))
            or _is_place(text, start, end)
            or (end - start < 3 and role is None)
        ):
            continue
        yield _mention(text, start, end, 2.5, words, (name,))


def _chinese(text: Text, words: HanWords) -> Iterator[Mention]:
    """Names that begin with a Chinese, Korean, Vietnamese or Japanese surname where a name may begin."""
    body = text.text
    for at, char in enumerate(body):
        if char not in words.openings:
            continue
        double = body[at : at + 2] in words.double_surnames or body[at : at + 3] in words.double_surnames
        doubtful = char in words.doubtful_surnames and not double
        if char not in words.surnames and not double and not doubtful:
            continue
        left = _left(body, at, words)
        word = body.startswith(words.not_names, at)
        if not left or (word and left < _ROLE):
            continue
        end, right = _end(body, at, double, words)
        if end is None:
            continue
        clear = words.speech.match(body, end) or words.titles.match(body, end) or _SPEAKS_AT.match(body, end)
        # 代表古巴燕说: a role before and a verb of saying after tell a name of three characters that holds a word.
        told = left >= _ROLE and clear is not None and end - at > 2
        if not told and (word or _is_place(text, at, end) or body[at + 1] == "方" or _in_a_word(body, at)):
            continue
        if doubtful and (left < _ROLE or clear is None):
            continue
        points = _points(body, at, end, left, right, words)
        if points > 0:
            yield _mention(text, at, end, points, words, (body[at:end],))


def _in_a_word(text: str, start: int) -> bool:
    """Whether the surname is the end of a word: 有关, 对方."""
    return text[start - 1 : start] != "" and text[start - 1] in _ENDED_BY.get(text[start], "")


def _end(text: str, start: int, double: bool, words: HanWords) -> tuple[int | None, int]:
    """Where the name ends, and how clearly: the length with the clearest end, of equals the longer."""
    family = 1
    if double:
        family = 3 if text[start : start + 3] in words.double_surnames else 2
    lengths = [family + 2, family + 1]
    if family == 1 and text[start + 1 : start + 2] == "氏":
        lengths = [4, 3]
    best: tuple[int, int] | None = None
    for length in lengths:
        given = text[start + family : start + length]
        if len(given) < length - family or not all(_HAN.match(c) for c in given):
            continue
        if not _is_given(given[:-1] if double and len(given) > 1 and given[-1] in _NUMERALS else given, words):
            continue
        clear = _right(text, start + length, words)
        if clear and (best is None or clear > best[1]):
            best = (start + length, clear)
    return best if best is not None else (None, 0)


def _is_given(given: str, words: HanWords) -> bool:
    """Whether the characters can be a given name; 和 can, but a 和 at the end is "and"."""
    return not words.not_given & set(given[:-1].replace("和", "") + given[-1])


def _points(text: str, start: int, end: int, left: float, right: int, words: HanWords) -> float:
    """How sure a Chinese name is: by a role or a title beside it, by what it does, or by standing in a list."""
    points = left
    if words.titles.match(text, end):
        points += 3
    elif words.speech.match(text, end):
        points += 2
    elif text[end : end + 1] in ("：", ":") and text[start - 1 : start] in ("", "\n"):
        points += 1.5
    elif words.acts.match(text, end):
        points += 0.75
    if text[end : end + 1] == "、" or text[start - 1 : start] == "、":
        points += 0.5
    if end - start == 3:
        points += 0.75
    if text[start - 1 : start] in ("（", "(", "/") and words.roles.search(text[max(0, start - _LEFT) : start]) is None:
        points -= 1
    return points if right else 0.0


def _left(text: str, start: int, words: HanWords) -> float:
    """How well a name can begin at `start`: after a role, a connective, or a stop; 0 where a word would be cut."""
    head = text[max(0, start - _LEFT) : start]
    role = words.roles.search(head) if head[-1:] in words.role_ends else None
    if role is not None and len(role[0]) > 1:
        return _ROLE
    if not head or head[-1] in _PUNCTUATION:
        return 0.5
    if words.before.search(head):
        return 0.5
    return 0.25 if head[-1] in "的]］】" or head[-1].isdigit() or head[-1].isascii() else 0.0


def _right(text: str, end: int, words: HanWords) -> int:
    """How clearly a name ends at `end`; 0 where a word would be cut."""
    if end >= len(text) or not _HAN.match(text[end]):
        return _STRONG
    if words.speech.match(text, end) or words.titles.match(text, end):
        return _STRONG
    act = words.acts.match(text, end)
    if act is not None:
        return _STRONG if len(act[0]) > 1 else _FUNCTION
    return 0


def _is_place(text: Text, start: int, end: int) -> bool:
    """Whether a name of a country or a city covers most of the piece."""
    index = bisect_right(text.spots, start, key=lambda spot: spot.start) - 1
    for spot in text.spots[max(0, index) : index + 3]:
        if min(end, spot.end) - max(start, spot.start) > (end - start) // 2 and spot.end - spot.start > 1:
            return True
    return False


def _mention(text: Text, start: int, end: int, points: float, words: HanWords, parts: tuple[str, ...]) -> Mention:
    role: Span | None = role_before(text.text, start, words)
    if role is None:
        title = words.titles.match(text.text, end)
        role = Span(title.start(), title.end()) if title else None
    return Mention(text, start, end, text.text[start:end], parts, points, role, True)

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
_INSIDE_ONLY = re.compile("[和向]")
_ADDRESS = re.compile("教授|博士|先生|女士|院士|老师")
_NEXT = re.compile("[、和与及]")
_OWN = re.compile("的(?:办公|团队|学生|同事|同行|父|母|儿|女|妻|丈夫|家|手|眼|脸|声音|话|名字|故事|徒弟|导师|包|书)")
_APPOSITION = re.compile(r"[，,]([^，。；：、\n]{2,30})(?=[，。；\n])")  # 某某，某大学教授，
_ADVERBS = "曾"  # surnames that are adverbs as well: 护林员曾送来
_PERSONAL = re.compile("说|告诉|回忆|感慨|笑")  # what companies do not do
_LEFT = 16  # characters that are read before a name
_ROLE = 3.0  # what a role right before a name is worth
_ENDED_BY = {
    "傅": "师",
    "关": "有相海机无攸公把难",
    "方": "对双各我中外甲乙官军警校院厂东西南北地前后一二三多彼",
    "安": "公治保",
    "时": "同当届及",
}
_NUMERALS = "一二三四五六七八九十"  # they end a given name after a surname of two characters: 欧阳明一
_MOST_UNUSUAL = 3  # characters at the end of a name with a dot that write no sound
_ACT, _FUNCTION_WORD = 0.75, 0.25  # what a verb of two characters after a name is worth, and a word such as 的
_OF_A_PLACE = "山河湖岛江海湾峡镇村路街港洲县州市城寺庙桥站林园场厂校院馆队病症"
_LABELLED = 2.0  # for a role with a colon before a name
_USUAL = 0.5  # for a given name of two characters that many bear
_AGAIN = 0.25  # for a name of three characters or more that stands more than once
_LISTED = 1.0  # a foreign name without a role, in a list: it counts beside somebody who is sure
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
        yield replace(mention, points=mention.points + _AGAIN) if again else mention


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
        if _right(text, end + more, words, after_role=True):
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
    """Foreign names without a dot: after a role, before a title, where a person speaks, or in a list."""
    for found in _sound_pattern(words.sounds).finditer(text.text):
        start, led = _sounded_start(text.text, found, words)
        end = found.end()
        for at in range(start + 2, end):
            if _right(text.text, at, words, led) == _STRONG or words.titles.match(text.text, at):
                end = at
                break
        titled = words.titles.match(text.text, end) is not None
        name = text.text[start:end]
        if (
            end - start < 2 + (not led and not titled)
            or name in words.not_names
            or not (titled or _right(text.text, end, words, led))
            or not (led or _left(text.text, start, words))
            or (not led and name.startswith(words.not_names))
            or _is_place(text, start, end)
        ):
            continue
        if led or titled or _PERSONAL.match(text.text, end):
            yield _mention(text, start, end, 2.5, words, (name,))
        elif _NEXT.match(text.text, end) or text.text[start - 1 : start] == "、":
            yield _mention(text, start, end, _LISTED, words, (name,))


def _sounded_start(text: str, found: re.Match[str], words: HanWords) -> tuple[int, bool]:
    """Where the name begins among the characters that sound like one, and whether a role stands before it."""
    for at in range(found.start(), found.end() - 1):
        role = words.roles.search(text[max(0, at - 8) : at])
        if role is not None and len(role[0]) > 1:
            return at, True
    return found.start(), _is_labelled(text, found.start(), found.end(), words)


def _chinese(text: Text, words: HanWords) -> Iterator[Mention]:
    """Names that begin with a Chinese, Korean, Vietnamese or Japanese surname where a name may begin."""
    body = text.text
    for at, char in enumerate(body):
        if char not in words.openings:
            continue
        double = body[at : at + 2] in words.double_surnames or body[at : at + 3] in words.double_surnames
        if char not in words.surnames and not double and char not in words.doubtful_surnames:
            continue
        left = _left(body, at, words)
        if not left or (left >= _ROLE and char == "和"):
            continue
        if left < _ROLE and body.startswith(words.not_names, at):
            continue
        end, right = _end(body, at, double, left, words)
        if end is None or _is_a_word(text, at, end, double, left, words):
            continue
        points = _points(body, at, end, left, right, words)
        if points > 0:
            yield _mention(text, at, end, points, words, (body[at:end],))


def _is_a_word(text: Text, at: int, end: int, double: bool, left: float, words: HanWords) -> bool:
    """Whether the characters rather are a word, a place, or the end or the beginning of one."""
    body, char = text.text, text.text[at]
    clear = words.speech.match(body, end) or words.titles.match(body, end) or _SPEAKS_AT.match(body, end)
    if char in words.doubtful_surnames and not double:
        addressed = end - at > 2 and _ADDRESS.match(body, end) is not None
        if clear is None or (left < _ROLE and not addressed):
            return True
    if left >= _ROLE and clear is not None and end - at > 2:
        return False  # 代表古巴燕说: a role before and a verb of saying after tell a name that holds a word
    if char in _ADVERBS and left >= _ROLE and not words.given.issuperset(body[at + 1 : end]):
        return True
    word = body.startswith(words.not_names, at) or body[at + 1] == "方"
    return word or _is_place(text, at, end) or _in_a_word(body, at)


def _in_a_word(text: str, start: int) -> bool:
    """Whether the surname is the end of a word: 有关, 对方."""
    return text[start - 1 : start] != "" and text[start - 1] in _ENDED_BY.get(text[start], "")


def _end(text: str, start: int, double: bool, left: float, words: HanWords) -> tuple[int | None, int]:
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
        if length > family + 1 and len(_match(words.organisations, text, start + length - 1)) > 1:
            continue  # 江城大|学教授
        if not _is_given(given[:-1] if double and len(given) > 1 and given[-1] in _NUMERALS else given, words):
            continue
        clear = _right(text, start + length, words, after_role=left >= _ROLE)
        if clear and (best is None or clear > best[1]):
            best = (start + length, clear)
    return best if best is not None else (None, 0)


def _match(pattern: re.Pattern[str], text: str, start: int) -> str:
    found = pattern.match(text, start)
    return found[0] if found else ""


def _is_given(given: str, words: HanWords) -> bool:
    """Whether the characters can be a given name; 和 and 向 can, but at the end they are "and" and "to"."""
    return not words.not_given & set(_INSIDE_ONLY.sub("", given[:-1]) + given[-1])


def _points(text: str, start: int, end: int, left: float, right: int, words: HanWords) -> float:
    """How sure a Chinese name is: by a role or a title beside it, by what it does, or by standing in a list."""
    points = left
    if words.titles.match(text, end):
        points += 3
    elif words.speech.match(text, end):
        points += 2
    elif text[end : end + 1] in ("：", ":") and text[start - 1 : start] in ("", "\n"):
        points += 1.5
    elif act := _match(words.acts, text, end):
        points += _ACT if len(act) > 1 or _OWN.match(text, end) else _FUNCTION_WORD
    if _role_after(text, start, end, words) is not None:
        points += 1.5
    if text[end : end + 1] == "、" or text[start - 1 : start] == "、":
        points += 0.5
    if end - start == 3:
        points += 0.75 + _USUAL * words.given.issuperset(text[start + 1 : end])
    if text[start - 1 : start] in ("（", "(", "/") and words.roles.search(text[max(0, start - _LEFT) : start]) is None:
        points -= 1
    if points < _ROLE and text[end - 1] in _OF_A_PLACE and end - start == 3:
        points -= 1
    return points if right else 0.0


def _role_after(text: str, start: int, end: int, words: HanWords) -> Span | None:
    """The role in the apposition after a name that begins a sentence: 某某，某大学教授，..."""
    if text[start - 1 : start] not in ("", "\n", "。", "”") or text[end : end + 1] not in ("，", ","):
        return None
    found = _APPOSITION.match(text, end)
    return Span(*found.span(1)) if found and words.roles.search(found[1]) else None


def _left(text: str, start: int, words: HanWords) -> float:
    """How well a name can begin at `start`: after a role, a connective, or a stop; 0 where a word would be cut."""
    head = text[max(0, start - _LEFT) : start]
    role = words.roles.search(head) if head[-1:] in words.role_ends else None
    if role is not None and len(role[0]) > 1:
        return _ROLE
    if head[-1:] == "：" and any(_is_labelled(text, start, start + length, words) for length in (2, 3)):
        return _LABELLED
    if not head or head[-1] in _PUNCTUATION:
        return 0.5
    if words.before.search(head):
        return 0.5
    return 0.25 if head[-1] in "的]］】" or head[-1].isdigit() or head[-1].isascii() else 0.0


def _is_labelled(text: str, start: int, end: int, words: HanWords) -> bool:
    """Whether a role with a colon stands before the name, and the name is all that follows: 主持人：甲."""
    head = text[max(0, start - _LEFT) : start]
    if head[-1:] not in ("：", ":") or text[end : end + 1] not in ("", "\n", "、", "（", "("):
        return False
    return words.roles.search(head[:-1]) is not None


def _right(text: str, end: int, words: HanWords, after_role: bool = False) -> int:
    """How clearly a name ends at `end`; 0 where a word would be cut."""
    if end >= len(text) or not _HAN.match(text[end]):
        return _STRONG
    if words.speech.match(text, end) or words.titles.match(text, end):
        return _STRONG
    act = words.acts.match(text, end)
    if act is not None:
        return _STRONG if len(act[0]) > 1 else _FUNCTION
    return _FUNCTION if after_role and text[end] in words.acts_in_role else 0


def _is_place(text: Text, start: int, end: int) -> bool:
    """Whether names of countries and cities cover most of the piece."""
    index = bisect_right(text.spots, start, key=lambda spot: spot.start) - 1
    near = [spot for spot in text.spots[max(0, index) : index + 3] if spot.end - spot.start > 1]
    return sum(max(0, min(end, spot.end) - max(start, spot.start)) for spot in near) > (end - start) // 2


def _mention(text: Text, start: int, end: int, points: float, words: HanWords, parts: tuple[str, ...]) -> Mention:
    role: Span | None = role_before(text.text, start, words)
    if role is None:
        title = words.titles.match(text.text, end)
        role = Span(*title.span("role" if title["role"] else 0)) if title else None
        role = role or _role_after(text.text, start, end, words)
    return Mention(text, start, end, text.text[start:end], parts, points, role, True)

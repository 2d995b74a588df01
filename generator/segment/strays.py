"""A caption without any mark of one, left at the end of a page whose pictures were dropped."""

from __future__ import annotations

import re

from ..script import HAN
from .words import han

_STOP = re.compile(r"[.!?](?:\s|$)|[。！？]")
_WORD = re.compile(rf"[A-Za-zÀ-ž]{{4,}}|[{HAN}]{{2}}")
_MAX_SHARE = 0.45  # of its words that the article has too
_NO_SHARE = 0.25  # where nothing says that it describes a picture
_HAN_SHARE = 0.1  # of its pairs of Han characters, which recur less
_COMMON = {
    "this",
    "that",
    "with",
    "from",
    "have",
    "were",
    "been",
    "their",
    "which",
    "will",
    "first",
    "time",
    "also",
    "than",
}
_DESCRIBES = re.compile(
    r"\b(?:is|are|was|were)\s+(?:\w+\s+){0,2}?(?:\w+ed|shown|seen|held|built|on display)\b|\b(?:shows?|poses?"
    r"|visits?|works?|stands?)\b|[在于].{0,30}(?:展示|举行|拍摄|亮相|参观|发布)"
)


def cut_stray_caption(paragraphs: list[str], has_captions: bool) -> list[str]:
    """The paragraphs without a last one that is a single descriptive sentence and speaks of something else.

    Only a page that shows other captions is cut so: elsewhere a last paragraph may well change its subject.
    """
    if not has_captions or len(paragraphs) < 4:
        return paragraphs
    last, before = paragraphs[-1], " ".join(paragraphs[:-1]).lower()
    single = len(_STOP.findall(last)) <= 1 and len(last) <= 260 and not re.search(r"\b(?:said|says)\b|说|表示", last)
    if not single:
        return paragraphs
    words = {word.lower() for word in _WORD.findall(last)} - _COMMON
    shared = sum(word in before for word in words)
    limit = _HAN_SHARE if han(last) else _MAX_SHARE if _DESCRIBES.search(last) else _NO_SHARE
    return paragraphs[:-1] if words and shared / len(words) < limit else paragraphs

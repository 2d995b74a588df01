"""Digest text on one line ("Core Viewpoint - ... Group 1: Label - ... [1] - ...") as paragraphs."""

from __future__ import annotations

import re

from .lines import LINES

_GROUP = (
    r"(?:Group|Part|Section|Topic)\s+\d{1,2}\s*(?::\s*[^\[\].!?]{2,90}?)?|Core\s+(?:Viewpoints?|Insights?|Views?"
    r"|Points?|Conclusions?)"
    r"|Key\s+(?:Points?|Takeaways?|Insights?)|Summary|核心观点|核心要点|核心摘要|要点(?:[一二三四五六七八九十])?"
    r"|第[一二三四五六七八九十]组(?:[:：][^\[\]。！？]{2,40}?)?"
)
_HEAD = LINES.compile(rf"(?:^|(?<=[\].!?。！？;；\"”])\s+)(?P<label>{_GROUP})\s+[-–—]\s+(?=\S)")
_BULLET = re.compile(r"(?<=[\].!?。！？;；\"”])\s+[-–—•·]\s+(?=\S)")
_LEADING = re.compile(r"^(?:[-–•·‣▪*]\s+)(?=\S)")
_AFTER_NOTE = LINES.compile(r"\]\s+[-–—•]\s+(?=\S)")


def split_bullets(paragraph: str) -> list[str]:
    """The paragraph's points, one each, under their labels; a paragraph without points stays whole.

    A label that names its group ("Group 1: Platforms") is a paragraph of its own; a bare one ("Group 1") is left out.
    """
    heads = list(_HEAD.finditer(paragraph))
    if not heads:
        whole = _LEADING.sub("", paragraph)
        return _points(whole) if _AFTER_NOTE.search(whole) else [whole]
    out = _points(paragraph[: heads[0].start()])
    ends = [head.start() for head in heads[1:]] + [len(paragraph)]
    for head, end in zip(heads, ends, strict=True):
        label = head["label"].strip()
        if re.search(r"[:：]", label):
            out.append(label)
        out += _points(paragraph[head.end() : end])
    return out


def _points(text: str) -> list[str]:
    """The points of one group."""
    return [point.strip() for point in _BULLET.split(text.strip()) if point.strip()]

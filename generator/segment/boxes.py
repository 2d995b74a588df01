"""Boxes of the page inside an article: headlines of other stories, adverts. Below them the article goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .boilerplate import opens_box
from .rows import Kind, Row, is_paragraph
from .topic import shared, topic_of
from .words import ends_sentence, han, matches, width

_MOST = 8  # lines of a box under its heading
_SUMMED = 0.25  # of a headline's words stand in the text under it, if that is a summary of the other story
# The share of a paragraph's words that stand in the article above, if it goes on with it: half of those of labelled
# articles share so much. Pairs of Han characters recur less than the beginnings of words.
_ON_TOPIC, _HAN_ON_TOPIC = 0.2, 0.08
_A_SUBHEAD = 0.4  # of its words stand in the article
_SAID = re.compile(r"\b(?:said|says|told|added)\b|[说称]，?[：:“]|表示|指出")
_ADVERT = 90  # columns of what an advert says
_ASIDE = (Kind.FURNITURE, Kind.CAPTION, Kind.CREDIT)


def goes_on(rows: Sequence[Row], i: int) -> int | None:
    """The row at which the article goes on under the box whose heading is row `i`; None where its tail begins there."""
    if rows[i].kind is not Kind.TAIL or not opens_box(rows[i].text):
        return None
    start = next((k for k in range(i + 1, min(i + 2 + _MOST, len(rows))) if is_paragraph(rows[k])), None)
    if start is None or any(_ends_page(row) for row in rows[i:start]):
        return None
    headline = rows[start - 1]
    if start > i + 1 and headline.title_like and shared(headline.bare, topic_of([rows[start]])) >= _SUMMED:
        return None
    run = takewhile(lambda row: is_paragraph(row) or row.kind in _ASIDE, rows[start:])
    texts = [row for row in run if is_paragraph(row)]
    enough = 0.5 if len(texts) > 1 else 1.0
    told = shared(" ".join(row.text for row in texts), topic_of(rows[:i]))
    return start if _SAID.search(texts[0].text) or told >= enough * _on_topic(texts[0]) else None


def _ends_page(row: Row) -> bool:
    """Whether a row is none that a box holds: a notice, comments, contacts."""
    return row.kind in (Kind.FOOTER, Kind.EDITOR) or (row.kind is Kind.TAIL and not opens_box(row.text))


def _on_topic(row: Row) -> float:
    """The share of a row's words that is enough to show that it speaks of what the article does."""
    return _HAN_ON_TOPIC if han(row.text) else _ON_TOPIC


def without_adverts(rows: Sequence[Row]) -> list[Row]:
    """The rows; a short line right under "Advertisement" is what the advert says, as far as the article does not."""
    out = list(rows)
    for i in range(1, len(rows)):
        above, row = rows[i - 1], rows[i]
        if not matches("advert", above.text) or row.line.gap or row.line.level or row.kind is not Kind.TEXT:
            continue
        short = width(row.text) <= _ADVERT and not (ends_sentence(row.text) and row.text[-1] in ".。")
        if short and shared(row.text, topic_of([*rows[: i - 1], *rows[i + 1 :]])) < _A_SUBHEAD:
            out[i] = replace(row, kind=Kind.FURNITURE)
    return out

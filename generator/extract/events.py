"""Finds events that an article dates or places: meetings, launches, openings, visits and signings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ..model import Article, Event
from ..prefilter import Pattern
from ..script import HAN
from .bodies import BODIES
from .cooperation import Sentence
from .occasions import is_day, nearest, occasions
from .places import Spot
from .quotation import quote_around
from .times import Time

_LONGEST = 120  # characters of `what`
_REACH = 400  # characters of an English sentence in which its first verb stands
_TRAIL = 40  # characters after a comma in which the name of a place may go on
_SHORTEST_ZH = 5
_MOST = 3  # pieces of evidence of one event
_HAN = re.compile(rf"[{HAN}]")
_STOP_EN = re.compile(r"[,;:]\s|\s[–—-]\s|[\"“”\[(]")
_BREAK_EN = re.compile(r"[,;:]\s|\s[–—-]\s")
_STOP_ZH = re.compile(r"[，；：。]")
_INTRO = re.compile(r"(?:On|In|At|During|After|Earlier|Last|This|Next|From|Later|Yesterday|Today|Early|Late|As|By)\b")
_RELATIVE = re.compile(r"(?:who|which|that|and|but|where|when|including|with|while|it)\b")
_REPORTED = re.compile(r"\b(?:that|said|says|told|recalled|noted|added)\b")  # what somebody says is another clause
_PLACE = re.compile(
    r"\b(?P<how>in|at|from)\s(?P<the>the\s)?(?P<name>[A-Z\u00c0-\u00de][\w’'-]*(?:\s(?:[A-Z\u00c0-\u00de][\w’'-]*|de|la|del))*"
    r"(?:,\s[A-Z\u00c0-\u00de][\w’'-]+(?:\s[A-Z\u00c0-\u00de][\w’'-]+)*(?=[,.;\s]|$))?)"
)
_TRAILING = re.compile(r"(?:,?\s(?:[A-Z\u00c0-\u00de][\w’'-]*|on|in|the))*,?\s?")  # "in Almaty", Kazakhstan, on Friday
_GOAL = re.compile(r"\s(?:in\s)?(?P<name>[A-Z\u00c0-\u00de][\w’'-]+(?:\s[A-Z\u00c0-\u00de][\w’'-]+)*)")
_CUT = re.compile(r"\s(?:in|at|on|from|last|next|this|earlier|yesterday|today|during|between|with|to|where|carrying)\s")
_PLANNED = re.compile(r"\bwill\b|将|拟|计划")
_NO_PLACE = re.compile(r"[\d，与和的]")
_EMPTY = re.compile(r"[（(]\s*[）)]")  # what a time that was cut out leaves: 昨日（20日）
_TRAVEL = frozenset({"访问", "到访", "抵达"})
_LONG_PLACE = 12  # characters of the name of a place
_PHRASE_ZH = 40  # characters between 在 and its verb


@dataclass(frozen=True, slots=True)
class _Occurrence:
    """A clause that says that something took place: offsets, and what it says."""

    what: str
    place: str | None
    time: Time | None
    planned: bool
    at: int
    end: int


def find_events(article: Article, sentences: Sequence[Sentence]) -> tuple[Event, ...]:
    """The events of the body with a day, or with a place and a time, in order; each once."""
    found: dict[tuple[str, str | None, str | None], Event] = {}
    taken: set[str] = set()
    for sentence in sentences:
        if sentence.field != "body":
            continue
        for said in _occurrences(article, sentence):
            date = said.time.edtf if said.time else None
            if not (is_day(date) or (said.place and date)):
                continue
            evidence = quote_around(article, sentence, said.at, said.end)
            key = (said.what, said.place, date)
            if key in found:
                kept = tuple(dict.fromkeys((*found[key].evidence, evidence)))[:_MOST]
                found[key] = replace(found[key], evidence=kept)
            else:
                score = 0.45 + 0.2 * is_day(date) + 0.2 * (said.place is not None) - 0.1 * said.planned
                found[key] = Event(
                    _id(said.what, date, taken), said.what, said.place, date, round(score, 2), (evidence,)
                )
    return tuple(found.values())


def _id(what: str, date: str | None, taken: set[str]) -> str:
    """A stable id from the date and the first words; a number is added where it is taken."""
    words = re.sub(r"[^\w]+", "-", what.casefold()).strip("-")[:48].strip("-")
    plain = f"event:{(date or 'undated').rstrip('?')}-{words}"
    unique = plain if plain not in taken else f"{plain}-{len(taken)}"
    taken.add(unique)
    return unique


def _occurrences(article: Article, sentence: Sentence) -> Iterator[_Occurrence]:
    text, span = article.body, sentence.span
    chinese = _HAN.search(text, span.start, span.end) is not None
    verb = _rules().verb_zh if chinese else _rules().verb_en
    if verb.search(text, span.start, span.end) is None:
        return
    times = occasions(text, article.date, span.start, span.end)
    if chinese:
        yield from _chinese(text, sentence, times)
    elif times and (said := _english(text, sentence, times)) is not None:
        yield said


def _english(text: str, sentence: Sentence, times: Sequence[Time]) -> _Occurrence | None:
    """The first thing that an English sentence says to have taken place."""
    rules, span = _rules(), sentence.span
    for verb in rules.verb_en.finditer(text, span.start, min(span.end, span.start + _REACH)):
        start, intro = _subject(text, span.start, verb.start())
        stop = _STOP_EN.search(text, verb.end(), span.end)
        end = stop.start() if stop else span.end
        if not _tells(text, start, verb, end):
            continue
        near = [
            t for t in times if intro <= t.start <= end or (t.start > end and _TRAILING.fullmatch(text, end, t.start))
        ]
        start = _behind_time(text, start, near)
        when = _when(near, verb.end())
        place = _place(text, verb, end, span.end) or (_place_between(text, intro, start) if intro < start else None)
        what = _what(text, start, verb.end(), end, [*near], place)
        return _Occurrence(what, place, when, _PLANNED.search(verb[0]) is not None, verb.start(), verb.end())
    return None


def _when(times: Sequence[Time], at: int) -> Time | None:
    """The time nearest to a verb, days before vaguer ones."""
    return nearest([time for time in times if is_day(time.edtf)] or times, at)


def _subject(text: str, first: int, verb: int) -> tuple[int, int]:
    """Where the subject of a verb begins, and where the words do that open the sentence before it ("On Friday, ")."""
    comma = text.find(", ", first, verb)
    if comma >= 0 and _INTRO.match(text, first):
        return comma + 2, first
    return first, first


def _behind_time(text: str, start: int, times: Sequence[Time]) -> int:
    """The start of a clause without the time that opens it: "In 2016 the centre was founded"."""
    opens = next((time for time in times if start <= time.start <= start + len("On the ")), None)
    return opens.end + 1 if opens and _INTRO.match(text, start) else start


def _tells(text: str, start: int, verb: re.Match[str], end: int) -> bool:
    """Whether the clause of a verb has a subject, speaks of an occasion, and says that it took place."""
    rules = _rules()
    subject = text[start : verb.start()].strip()
    if (
        not subject
        or _RELATIVE.match(subject)
        or _REPORTED.search(subject)
        or _BREAK_EN.search(text, start, verb.start())
    ):
        return False
    if rules.never_en.search(text, start, end):
        return False
    return not verb["weak"] or rules.noun_en.search(text, start, end) is not None


def _what(text: str, start: int, least: int, end: int, times: Sequence[Time], place: str | None) -> str:
    """The clause without the place and the time that close it, on one line and of at most 120 characters."""
    cuts = [found.start() for found in _CUT.finditer(text, least, end) if _closes(text, found, times, place)]
    said = " ".join(text[start : min([*cuts, end])].split()).rstrip(" .,")
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _closes(text: str, found: re.Match[str], times: Sequence[Time], place: str | None) -> bool:
    """Whether a place or a time stands directly behind a small word."""
    if place and text[found.end() :].removeprefix("the ").startswith(place[:12]) and found[0].strip() != "to":
        return True
    return any(found.start() <= time.start <= found.end() + 1 for time in times)


def _place(text: str, verb: re.Match[str], end: int, last: int) -> str | None:
    """The place that an English clause names after its verb."""
    if verb[0].lower().endswith(("visited", "visit", "arrived")):
        goal = _GOAL.match(text, verb.end(), end)
        if goal and goal["name"].split()[0] not in _rules().not_place:
            return goal["name"]
    limit = end
    if text.startswith(", ", end):
        limit = min(last, end + _TRAIL)
    return _place_between(text, verb.end(), limit, launched="launch" in verb[0] or "off" in verb[0])


def _place_between(text: str, start: int, end: int, *, launched: bool = False) -> str | None:
    """The first place in `text[start:end]`: after "in", else after "at" (or "from", for launches)."""
    best: str | None = None
    for found in _PLACE.finditer(text, start, end):
        name = re.sub(r"['’]s\b.*|\.$", "", found["name"])
        if name.split(",")[0].split()[0] in _rules().not_place or (found["how"] == "from" and not launched):
            continue
        if found["the"]:
            continue  # "research in the Arctic"
        if found["how"] != "at":
            return name
        best = best or name
    return best


def _chinese(text: str, sentence: Sentence, times: Sequence[Time]) -> Iterator[_Occurrence]:
    """What the clauses of a Chinese sentence say to have taken place."""
    span = sentence.span
    starts = [time.start for time in times]
    spots = {spot.start: spot for spot in sentence.spots}
    before = start = span.start
    for end in (*(stop.start() for stop in _STOP_ZH.finditer(text, span.start, span.end)), span.end):
        mine = times[bisect_left(starts, start) : bisect_left(starts, end)]
        if not mine:
            alone = times[bisect_left(starts, before) : bisect_left(starts, start)]
            mine = [time for time in alone if start - before <= time.end - time.start + 4]  # "4日，双方在昆明举行会谈"
        said = _clause(text, start, end, mine, spots) if mine else None
        if said is not None:
            yield said
        before, start = start, end + 1


def _clause(text: str, start: int, end: int, times: Sequence[Time], spots: Mapping[int, Spot]) -> _Occurrence | None:
    """What one Chinese clause, which has a time, says to have taken place."""
    rules = _rules()
    verbs = list(rules.verb_zh.finditer(text, start, end))
    if not verbs or rules.never_zh.search(text, start, end):
        return None
    found = next(((verb, place) for verb in verbs if (place := _place_zh(text, start, verb, spots))), None)
    verb, place = found if found else (verbs[0], None)
    cuts = [(time.start, time.end) for time in times]
    if place and place.phrase < place.start:  # with 在 before it
        cuts.append((place.phrase, place.end))
    what = _without(text, start, end, cuts)
    if len(what) < _SHORTEST_ZH or len(what) < len(verb[0]) + 2:
        return None
    planned = _PLANNED.search(text, start, end) is not None
    name = text[place.start : place.end] if place else None
    return _Occurrence(what[:_LONGEST], name, _when(times, verb.start()), planned, verb.start(), verb.end())


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a Chinese clause, and where its phrase begins (with 在, where that stands before it)."""

    phrase: int
    start: int
    end: int


def _place_zh(text: str, start: int, verb: re.Match[str], spots: Mapping[int, Spot]) -> _Place | None:
    """The place before a Chinese verb (在X举行), or after one of travel (访问X)."""
    rules = _rules()
    if verb[0] in _TRAVEL:
        goal = spots.get(verb.end())
        return _Place(goal.start, goal.start, goal.end) if goal else None
    at = text.rfind("在", max(start, verb.start() - _PHRASE_ZH), verb.start())
    if at < 0:
        return None
    end = verb.start()
    while (manner := rules.manner.search(text, at, end)) is not None:
        end = manner.start()
    if end - at - 1 > _LONG_PLACE and at + 1 in spots:
        end = spots[at + 1].end
    name = text[at + 1 : end]
    known = at + 1 in spots and spots[at + 1].end == end
    if not 2 <= len(name) <= _LONG_PLACE or name.endswith(rules.not_place_zh):
        return None
    if not known and _NO_PLACE.search(name):
        return None
    return _Place(at - text.startswith("正", at - 1), at + 1, end)


def _without(text: str, start: int, end: int, cuts: Sequence[tuple[int, int]]) -> str:
    """`text[start:end]` without the pieces that are told apart: its time and its place."""
    kept, at = "", start
    for first, last in sorted(cuts):
        if first >= at:
            kept, at = kept + text[at:first], last
    return _EMPTY.sub("", kept + text[at:end]).strip(" ，、\n")


@dataclass(frozen=True, slots=True)
class _Rules:
    """The patterns made from events.yml."""

    verb_en: Pattern
    noun_en: Pattern
    never_en: Pattern
    not_place: frozenset[str]
    verb_zh: Pattern
    never_zh: Pattern
    manner: re.Pattern[str]
    not_place_zh: tuple[str, ...]


@cache
def _rules() -> _Rules:
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("events.yml").read_text(encoding="utf-8"))
    longest = {key: "|".join(sorted(words, key=len, reverse=True)) for key, words in data.items()}
    return _Rules(
        verb_en=BODIES.compile(rf"\b(?:(?:{longest['verbs_en']})|(?P<weak>{longest['weak_en']}))\b"),
        noun_en=BODIES.compile(rf"\b(?:{longest['nouns_en']})s?\b", re.IGNORECASE),
        never_en=BODIES.compile(rf"\b(?:{longest['never_en']})\b"),
        not_place=frozenset(data["not_place_en"]),
        verb_zh=BODIES.compile(longest["verbs_zh"]),
        never_zh=BODIES.compile(longest["never_zh"]),
        manner=re.compile(rf"(?:{longest['manner_zh']})$"),
        not_place_zh=tuple(data["not_place_zh"]),
    )

"""Finds the agreements that an article reports as signed, concluded, renewed or in force: who made them, and when."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ..model import Agreement, Article, Evidence
from ..prefilter import Pattern
from .bodies import BODIES
from .cooperation import Sentence
from .lexicon import is_country
from .occasions import nearest, occasions
from .places import Spot
from .quotation import quote_around, text_of

_CLAUSE_EN = re.compile(r"[,:]\s")
_CLAUSE_ZH = re.compile(r"[，：]")
_CARRYING = BODIES.compile(
    r"\b(?:the (?:two|three) (?:sides|countries|nations|governments|parties|states|leaders|ministers|presidents)|"
    r"both (?:sides|countries|nations|governments|parties)|they)\b|两国|双方|两方",
    re.IGNORECASE,
)
_CARRIED_ON = re.compile(r"(?:并|还|同时|同日|此外)")
_PLURAL = BODIES.compile(r"(?:s|memoranda|treaties)$|个[^，。]{0,4}国家")  # "agreements with 80 countries" are a figure
_STOP = BODIES.compile(r"[;；]|，(?=并|还|同时|同日)")
_MOST = 3  # pieces of evidence of one agreement
_REACH = 300  # characters before a match in which its clause begins
_CROWD = 4  # parties named in no row, from which it is not clear who signed


@dataclass(frozen=True, slots=True)
class _Report:
    """A clause that reports an agreement."""

    kind: str
    parties: frozenset[str]
    date: str | None
    score: float
    evidence: Evidence


def find_agreements(article: Article, sentences: Sequence[Sentence], home: str | None) -> tuple[Agreement, ...]:
    """The agreements between two parties or more that the article reports as made, in order.

    What was only planned, refused or has ended is left out. `home` is understood where the article speaks of "the two
    countries" and names one.
    """
    found: defaultdict[tuple[str, frozenset[str]], list[_Report]] = defaultdict(list)
    ordered = sorted(sentences, key=lambda sentence: sentence.field == "title")  # the body says more
    for report in _reports(article, ordered, home):
        same = found[report.kind, report.parties]
        if report.evidence.field == "body" or not same:
            same.append(report)
    return tuple(agreement for reports in found.values() for agreement in _agreements(reports))


def _agreements(reports: Sequence[_Report]) -> Iterator[Agreement]:
    """One agreement for each date that is stated; reports without one belong to the first."""
    dates: list[str | None] = list(dict.fromkeys(report.date for report in reports if report.date)) or [None]
    for date in dates:
        mine = [r for r in reports if r.date == date or (r.date is None and date == dates[0])]
        parties = tuple(sorted(mine[0].parties))
        slug = "-".join((mine[0].kind.replace(" ", "-"), *(party.lower() for party in parties)))
        evidence = tuple(dict.fromkeys(report.evidence for report in mine))[:_MOST]
        suffix = f"-{date}" if date != dates[0] else ""
        yield Agreement(f"agreement:{slug}{suffix}", parties, mine[0].kind, date, max(r.score for r in mine), evidence)


def _reports(article: Article, sentences: Sequence[Sentence], home: str | None) -> Iterator[_Report]:
    focus: frozenset[str] = frozenset()
    for sentence in sentences:
        text = text_of(article, sentence)
        previous: _Report | None = None
        for start, end in _pieces(text, sentence):
            spots = _without_venues(text, [s for s in sentence.spots if start <= s.start < end and not s.hint])
            report = _read(article, sentence, (start, end), spots, focus, home)
            if report is None and previous is not None:
                report = _carried_on(article, sentence, (start, end), previous)
            if report is not None:
                yield report
            previous = report or previous
            focus = frozenset(s.party for s in spots) or focus
            if report is not None:
                focus = report.parties


def _without_venues(text: str, spots: Sequence[Spot]) -> Sequence[Spot]:
    """The parties without those that are only where something was ("in Kenya", 在肯尼亚), if two are left."""
    others = [s for s in spots if not text[max(0, s.start - 4) : s.start].endswith((" in ", " at ", "在"))]
    return others if len({spot.party for spot in others}) > 1 else spots


def _pieces(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The parts of a sentence between semicolons, and those that go on with 并 after a comma."""
    start = sentence.span.start
    for stop in _STOP.finditer(text, sentence.span.start, sentence.span.end):
        yield start, stop.start()
        start = stop.end()
    yield start, sentence.span.end


def _read(
    article: Article,
    sentence: Sentence,
    piece: tuple[int, int],
    spots: Sequence[Spot],
    focus: frozenset[str],
    home: str | None,
) -> _Report | None:
    """What a piece of a sentence reports, if it reports an agreement with known parties."""
    text = text_of(article, sentence)
    made = _made(text, *piece, title=sentence.field == "title")
    if made is None:
        return None
    kind, at, last = made
    carried = _CARRYING.search(text, piece[0], last) is not None
    parties, score = _parties(sentence, spots, focus if carried else frozenset(), home if carried else None)
    if len(parties) < 2 or (
        _PLURAL.search(text, _clause_start(text, piece[0], at), last) and not all(map(is_country, parties))
    ):
        return None
    time = nearest(occasions(text, article.date, *piece), at)
    date = time.edtf if time and not _later(time.edtf, article.date) else None
    if date:
        score += 0.1
    return _Report(kind, parties, date, round(min(score, 0.95), 2), quote_around(article, sentence, at, last))


def _carried_on(article: Article, sentence: Sentence, piece: tuple[int, int], before: _Report) -> _Report | None:
    """A second agreement of the same parties on the same day: "……，并签订合同"."""
    text = text_of(article, sentence)
    if not _CARRIED_ON.match(text, piece[0]):
        return None
    made = _made(text, *piece, title=False)
    if made is None:
        return None
    return replace(before, kind=made[0], evidence=quote_around(article, sentence, made[1], made[2]))


def _later(edtf: str, base: str | None) -> bool:
    """Whether a date lies after the article's own, as that of an agreement made cannot."""
    plain, own = edtf.rstrip("?"), (base or "").rstrip("?")
    if not own or "X" in plain or "X" in own:
        return False
    width = min(len(plain), len(own))
    return plain[:width] > own[:width]


def _made(text: str, start: int, end: int, *, title: bool) -> tuple[str, int, int] | None:
    """The kind of agreement that `text[start:end]` reports as made, and where it says so."""
    rules = _rules()
    patterns = (*rules.made, rules.headline) if title else rules.made
    for pattern in patterns:
        for found in pattern.finditer(text, start, end):
            clause = _clause_start(text, start, found.start())
            if rules.unmade.search(text, clause, found.end()) or rules.ended.search(
                text, found.end(), _clause_end(text, found.end(), end)
            ):
                continue
            kind = rules.kind(found["noun"])
            if kind:
                return kind, found.start(), found.end()
    return None


def _clause_start(text: str, start: int, at: int) -> int:
    """Where the clause begins in which a match stands."""
    clause = start = max(start, at - _REACH)
    for stop in _CLAUSE_ZH.finditer(text, start, at):
        clause = stop.end()
    for stop in _CLAUSE_EN.finditer(text, start, at):
        clause = max(clause, stop.end())
    return clause


def _clause_end(text: str, at: int, end: int) -> int:
    """Where the clause ends in which a match ends."""
    stops = [stop for stop in (text.find("，", at, end), text.find(", ", at, end)) if stop >= 0]
    return min([*stops, end])


def _parties(
    sentence: Sentence, spots: Sequence[Spot], focus: frozenset[str], home: str | None
) -> tuple[frozenset[str], float]:
    """Who made the agreement, and how surely; `focus` and `home` are those who "the two sides" may mean."""
    named = _without_groups(frozenset(spot.party for spot in spots))
    for row in sentence.rows:
        if row.parties <= {spot.party for spot in spots} and (row.mutual or len(named) > 2):
            parties = _without_groups(row.parties)
            if len(parties) > 1:
                return parties, 0.8
    if 1 < len(named) < _CROWD:
        return named, 0.7 if len(named) == 2 else 0.5
    if len(named) == 1 and home:
        return named | {home}, 0.6
    if not named:
        return _without_groups(focus | ({home} if home and len(focus) == 1 else set())), 0.6
    return frozenset(), 0.0


def _without_groups(parties: frozenset[str]) -> frozenset[str]:
    """The countries, where two of them are named; a group is a party only where it stands for one side."""
    countries = frozenset(filter(is_country, parties))
    return countries if len(countries) > 1 else parties


@dataclass(frozen=True, slots=True)
class _Rules:
    """The patterns made from agreements.yml."""

    made: tuple[Pattern, ...]
    headline: Pattern  # "sign" in the present, as titles have it
    unmade: Pattern  # says that it was not made, or not yet
    ended: Pattern  # says so just behind it
    kinds: tuple[tuple[re.Pattern[str], str], ...]

    def kind(self, noun: str) -> str | None:
        """The kind that a noun names."""
        return next((kind for pattern, kind in self.kinds if pattern.fullmatch(noun)), None)


@cache
def _rules() -> _Rules:
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("agreements.yml").read_text(encoding="utf-8"))
    english = "|".join(data["kinds_en"])
    chinese = "|".join(data["kinds_zh"])
    verbs = {key: "|".join(words) for key, words in data["verbs"].items()}
    noun, noun_zh = rf"(?P<noun>\b(?:{english})\b)", rf"(?P<noun>{chinese})"
    gap, gap_zh = r"[^.;!?\n]{0,120}?", r"[^，。；！？\n]{0,40}?"
    return _Rules(
        made=(
            BODIES.compile(rf"\b(?:{verbs['active']})\b{gap}{noun}", re.IGNORECASE),
            BODIES.compile(rf"{noun}{gap}\b(?:{verbs['passive']})\b", re.IGNORECASE),
            BODIES.compile(rf"(?:{verbs['active_zh']}){gap_zh}{noun_zh}"),
            BODIES.compile(rf"{noun_zh}》?(?:[^，。；！？\n]{{0,16}}?)(?:{verbs['passive_zh']})"),
        ),
        headline=BODIES.compile(rf"\b(?:{verbs['headline']})\b{gap}{noun}", re.IGNORECASE),
        unmade=BODIES.compile(rf"\b(?:{'|'.join(data['unmade_en'])})\b|{'|'.join(data['unmade_zh'])}", re.IGNORECASE),
        ended=BODIES.compile(data["ended"], re.IGNORECASE),
        kinds=tuple(
            (re.compile(pattern, re.IGNORECASE), kind)
            for key in ("kinds_en", "kinds_zh")
            for pattern, kind in data[key].items()
        ),
    )

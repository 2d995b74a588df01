"""Parties named side by side: whether two names belong together, and whether those named act with each other."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .lexicon import Kind
from .places import Spot
from .sentences import Span

_NUMBER = r"\d+\s|[a-z]+teen\s|(?:two|three|four|five|six|seven|eight|nine|ten)\s"
_LINK = re.compile(
    rf"\s?[-‐‑–—/、]\s?|,?\s(?:and|with|&)\s(?:in\s|from\s)?(?:the\s|her\s|his\s|their\s|its\s|{_NUMBER})?|,\s(?:the\s)?|[与和同及](?:其)?|\s?，\s?|——|(?:以及|及其)"
)
_INSTITUTION = (
    r"team|university|institute|academy|laboratory|college|group|museum|school|hospital|garden|observatory|station|centre|center|"
    r"foundation|agency|ministry|council|board|polytechnic|clinic|park|zoo|society|trust|service|survey|office|hatchery"
)
# "Chile's Lakeside University and Kenya's ...": names of institutions around an "and" or "with", and no verb.
_COUPLE = re.compile(
    rf"(?:[’']s)?(?:\s(?:[A-Z][\w’'-]*|of|for|the|in|at|a|its|{_INSTITUTION}|"
    r"scientists|researchers|engineers|physicists|chemists|biologists|doctors|company))*,?\s(?:and|with)"
    rf"(?:\s(?:[A-Z][\w’'-]*|of|for|the|in|at|from|an?|its|their|partners?|colleagues|{_INSTITUTION}))*\s"
    r"|[^，。；、：]{0,14}[与和同跟][^，。；、：]{0,10}"
)
_COLLEAGUES = re.compile(
    r"(?:\s[a-z-]+){1,3}\sand\s(?:their\s)?"
)  # "Yakutsk permafrost researchers and Mongolian colleagues"
_LONGEST_COUPLE = 90
_DASH = re.compile(r"\s?[-‐‑–—/]+\s?")
_TIGHT_DASH = re.compile(r"[-‐‑–—/]+")  # a city and a wide dash are a dateline: "WASHINGTON — Canada"
_PEOPLE = (
    r"(?:scientists|researchers|engineers|physicists|chemists|biologists|astronomers|doctors|surgeons|scholars|experts|"
    r"students|nurses|trainees|fellows|graduates|teachers|pupils|cadets|interns|apprentices|volunteers|mediators|crews|teams|groups|institutions|institutes|universities|laboratories|partners|colleagues|hunters|divers|farmers|"
    r"officials|agencies|breeders|foresters|rangers|[a-z]+(?:ologists|ographers|icians|ists|eers|ners|tors|llers|vers|chers|ders))"
)
_PEOPLE_FROM = re.compile(
    rf"\b{_PEOPLE}\s(?:[a-z]+\s)?(?:(?:all\s)?(?:come|came|are|were)\s)?(?:from|in|of|at)\s(?:the\s|both\s)?$",
    re.IGNORECASE,
)
_PEOPLE_FIRST = re.compile(
    rf"\W*(?:[A-Z]?[a-z]+\s|\d+\s){{0,2}}{_PEOPLE}\s(?:from|in|of|at)\s(?:the\s|both\s)?", re.IGNORECASE
)
_PEOPLE_OF = re.compile(rf"(?:\s[a-z-]+){{0,2}}\s{_PEOPLE}\b")
_PEOPLE_ZH = re.compile(
    r"(?:两国|三国|各国|两地|双方|的)?[^，。；、]{0,6}?(?:学家|人员|学者|专家|团队|小组|工程师|学生|师生|青年|医生|护士|教师|农民|渔民|牧民|队员|同行|机构|大学|高校|研究所|科学院)"
)
_BY = re.compile(r"\bby\s(?:both\s)?(?:the\s)?$")  # "proposed by Chile and Peru"
_OF = re.compile(  # "the work of Chile and Peru": theirs together
    r"\b(?:(?:is|are|was|were)\s(?:an?|the)\s(?:[a-z]+\s)?(?:work|effort|undertaking|venture|initiative|affair|brainchild|property)\sof|belongs?\sto)\s(?:both\s)?(?:the\s)?$"
)
# "A joint venture of Chile and Peru": theirs, not that of others.
_JOINT = re.compile(
    r"\b(?:joint|common|shared|bilateral)\s(?:[a-z]+\s){1,3}(?:of|by|from|run\sby|between)\s(?:the\s)?$", re.IGNORECASE
)
_FROM = re.compile(
    r"\b(?:from|in|of|for|to|with|against|under|at|near|over|off|across|via|through)\s(?:the\s)?$|来自$", re.IGNORECASE
)
# A third subject that is no country: "Hillside clinic, X and Y join forces". "On Friday, X and Y ..." has none.
_FELLOW = re.compile(
    r"^(?!(?:On|In|At|By|After|Since|Under|With|From|This|Last|Next|Late|Early|Now|Today|Yesterday|Here|There|"
    r"Then|Also|Still|For|To|So|Once|Again|But|And|Meanwhile|Finally|Together|However|Earlier|Later|Separately|"
    r"Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)[a-z]*\b)[A-Z][\w’'-]*\s[\w’' -]+,\s$|^[^，。；、]{2,12}、$"
)
_OPENING = {True: 20, False: 4}  # characters that may stand before the subject: "On Friday, ", 日前，; Latin or not


class Row(NamedTuple):
    """Parties named side by side: "China, Japan and Kenya", 中法."""

    parties: frozenset[str]
    compound: bool  # two of them make one word: "Sino-French", "China-Japan", 中法
    mutual: bool  # they act with each other: subject of the sentence, "between" them, or one word
    between: bool  # something is "between" them
    leads: bool  # "scientists from" them are the subject of the sentence
    common: bool  # something is the work of them all
    people: bool  # "scientists from" them: people of each, doing one thing


def find_rows(text: str, span: Span, spots: Sequence[Spot], turns: Collection[int] = ()) -> Iterator[Row]:
    """The rows of two or more parties in a sentence; none goes over one of the `turns`, where clauses begin."""
    if len(spots) < 2:
        return
    row: list[Spot] = []
    for spot in spots:
        if row and (spot.start in turns or not _linked(text, row[-1], spot)):
            yield from _row(text, span, row, turns)
            row = []
        row.append(spot)
    yield from _row(text, span, row, turns)


def is_compound(text: str, first: Spot, second: Spot) -> bool:
    """Whether two names make one word: "Sino-French", "China-Japan", 中法."""
    if first.end == second.start:
        return first.kind is Kind.SHORT
    dash = _TIGHT_DASH if first.hint or second.hint else _DASH
    return dash.fullmatch(text, first.end, second.start) is not None


def is_between(text: str, first: Spot) -> bool:
    """Whether the name begins a row "between" whose parties something is."""
    return text[max(0, first.start - 12) : first.start].lower().endswith(("between ", "between the "))


def is_done_by(text: str, first: Spot) -> bool:
    """Whether the name begins a row of those "by" whom something was done, or whose work it is."""
    before = text[max(0, first.start - 48) : first.start]
    return any(phrase.search(before) for phrase in (_BY, _OF, _JOINT))


def are_side_by_side(text: str, first: Spot, second: Spot) -> bool:
    """Whether nothing but a dash, a comma or an "and" stands between two names."""
    between = text[first.end : second.start]
    if not between:
        return is_compound(text, first, second)
    if _DASH.fullmatch(between):
        return is_compound(text, first, second)
    return len(between) <= len(", and from the ") and _LINK.fullmatch(between) is not None


def _linked(text: str, first: Spot, second: Spot) -> bool:
    """Whether two names stand side by side, or the institutions that bear them do."""
    if are_side_by_side(text, first, second):
        return True
    near = 0 < second.start - first.end <= _LONGEST_COUPLE
    if not near:
        return False
    if _COLLEAGUES.fullmatch(text, first.end, second.start) and _PEOPLE_OF.match(text, second.end):
        return True
    return _COUPLE.fullmatch(text, first.end, second.start) is not None


def _row(text: str, span: Span, row: list[Spot], turns: Collection[int]) -> Iterator[Row]:
    parties = frozenset(spot.party for spot in row)
    if len(parties) > 1:
        first = row[0]
        start = max((turn for turn in turns if turn <= first.start), default=span.start)
        before = text[max(start, first.start - 48) : first.start]
        opening = first.start - start <= _OPENING[text[first.start].isascii()]
        subject = opening and _FROM.search(before) is None and _FELLOW.search(before) is None
        common = _OF.search(before) is not None
        leads = _PEOPLE_FIRST.fullmatch(text, start, first.start) is not None
        between = is_between(text, first)
        mutual = subject or between or is_done_by(text, first)
        compound = any(is_compound(text, one, other) for one, other in pairwise(row))
        people = _PEOPLE_FROM.search(before) or _people_of(text, span, row[-1].end)
        yield Row(parties, compound, mutual or compound, between and not compound, leads, common, bool(people))


def _people_of(text: str, span: Span, end: int) -> bool:
    """Whether people or institutions follow the names: "Chinese and Serbian researchers"."""
    return bool(_PEOPLE_OF.match(text, end, span.end) or _PEOPLE_ZH.match(text, end, span.end))

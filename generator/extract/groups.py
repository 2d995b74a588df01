"""Files groups: blocs, organisations, initiatives and parts of the world with or within which the article cooperates.

A group is never its members, and members are never the group. What its sentences are worth (parties.py), or that it
acts in one of them, decides; then a few signs say how likely an editor would file the article under it. The weights of
that logistic regression stand in group_signs.yml (bench/groups.py fits them).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import yaml

from ..model import Article, Tag
from ..script import simplified
from .cooperation import Clause, Sentence
from .evidence import best, quote
from .lexicon import Cue, is_country
from .logistic import chance
from .matcher import Hit
from .parties import Case
from .places import Field, Spot

THRESHOLD = 0.5
"""The chance from which an article is filed under a group; those that have `_NEEDED` mostly have more."""

# Points that must speak for a group, unless it acts in a sentence. An organisation is often only the house in which
# something was decided, an initiative one of many in a list, and a part of the world where something is.
_NEEDED = {"bloc": 1.6, "organisation": 2.5, "initiative": 2.5, "region": 2.5}
_ENOUGH = 4.0  # points above which more say little
_BODIES = ("bloc", "organisation")  # they can act, and be named for it: words of cooperation in their names say nothing
_MEMBERS = re.compile(r"\bmembers$", re.IGNORECASE)
_END = re.compile(r"[.;。；\n]")
_FAR = 40  # characters behind "other members" within which they may be named
# Names of a part of the world: things lie and live there. It acts as "African countries" or "China-Africa".
_PLACE = re.compile(
    r"(?:Africa|Asia|Europe|America|Caribbean|Pacific|East|Indies|Arctic)n?s?$|(?:[非亚欧东中]|加勒比|[洲美极]|地区)$"
)
_STATES = re.compile(
    r"(?:'s|’s)?[\s-]?(?:[a-z]+\s)?(?:countries|nations|states|governments|peoples|partners?|members?|scientists|"
    r"researchers|students|experts|academies|ministers)\b|各?国|学员|青年|科学家|专家|伙伴|同行|学生|学者"
)
_WITH = re.compile(r"\bwith\s(?:the\s)?(?:rest\sof\s)?$|(?<![参涉以])[与同和]$|面向$", re.IGNORECASE)
_HOUSE = re.compile(
    r"\s(?:(?:[A-Z][\w’'-]*|of|for|and|the)\s){0,5}(?:University|Institute|Centre|Center|College|School|Bank|Laboratory|Museum|"
    r"Academy|Society|Company)\b|[^，。；、：与和同]{0,10}(?:大学|研究所|中心|学院|研究院|银行|实验室|博物馆|公司)"
)
_CLUB = re.compile(
    r"(?:\b(?:is|are|was|became|been)|,)\s(?:an?\s)?(?:[a-z]+\s)?members?(?:\sstates?)?\sof\s(?:the\s)?$", re.IGNORECASE
)
_OWN_CLUB = re.compile(r"的?(?:创始|正式|准)?成员国?(?=[，。、；）)]|$)")  # 越南是东盟成员


def load_weights() -> dict[str, float]:
    """The weight of each sign, from group_signs.yml."""
    text = Path(__file__).with_name("group_signs.yml").read_text(encoding="utf-8")
    return {sign: float(weight) for sign, weight in yaml.safe_load(text).items()}


_WEIGHTS = load_weights()


def own_cues(text: str, cues: Sequence[Hit[Cue]], spots: Sequence[Spot], kinds: Mapping[str, str]) -> list[Hit[Cue]]:
    """The cues without those in the names of groups: the Shanghai *Cooperation* Organization.

    "Other members" are those of the group that the text names, and no bystanders, unless they are named themselves.
    """
    names = [spot for spot in spots if kinds.get(spot.party) in _BODIES]
    if not names:
        return list(cues)
    countries = [spot.start for spot in spots if is_country(spot.party)]

    def counts(hit: Hit[Cue]) -> bool:
        if any(name.start <= hit.start and hit.end <= name.end for name in names):
            return False
        if Cue.BYSTANDER in hit.values and hit.text == "offered" and text.endswith("be ", 0, hit.start):
            return False  # "members will be offered courses"
        listed = any(hit.end <= start < _stop(text, hit.end) for start in countries)
        return listed or Cue.BYSTANDER not in hit.values or not _MEMBERS.search(hit.text)

    return [hit for hit in cues if counts(hit)]


def _stop(text: str, start: int) -> int:
    """Where what is named right behind `start` ends: with the sentence, or the line of sight."""
    stop = _END.search(text, start, start + _FAR)
    return stop.start() if stop else start + _FAR


def find_groups(
    article: Article, cases: Mapping[str, Case], kinds: Mapping[str, str], partners: Collection[str] = ()
) -> tuple[Tag, ...]:
    """The groups that the article is filed under, the strongest first; `partners` are the countries it is filed under.

    The score of a group is its chance: of all groups with about that score, about that share is right.
    """
    tags = []
    groups = {party: case for party, case in cases.items() if not is_country(party)}
    texts: dict[Field, str] = {}
    for party, case in groups.items():
        texts = texts or {"title": simplified(article.title or ""), "body": simplified(article.body)}
        signs = read_signs(party, case, kinds[party], texts, partners)
        likely = chance(signs, _WEIGHTS)
        if signs and likely >= THRESHOLD:
            evidence = best(article, case.evidence, party) or (quote(article, case.sentences[0], party),)
            tags.append(Tag(party, round(likely, 2), evidence, (_name(article, case, party),)))
    return tuple(sorted(tags, key=lambda tag: (-tag.score, tag.id)))


def read_signs(
    party: str, case: Case, kind: str, texts: Mapping[Field, str], partners: Collection[str]
) -> dict[str, float]:
    """The signs of a group: none where no sentence says enough, or names but a part of the world or somebody's club."""
    known = {*partners, party}
    named = any(_is_named(texts[sentence.field], sentence, party, kind) for sentence in case.sentences)
    acts = any(_acts(clause, party, known) for sentence in case.sentences for clause in sentence.clauses)
    if not named or not (case.points >= _NEEDED[kind] or (acts and kind in _BODIES)):
        return {}
    return {kind: 1.0, "points": min(case.points, _ENOUGH), "acts": float(acts)}


def _is_named(text: str, sentence: Sentence, party: str, kind: str) -> bool:
    """Whether the sentence names the group as one that can act."""
    for spot in (spot for spot in sentence.spots if spot.party == party):
        name = text[spot.start : spot.end]
        if _CLUB.search(text, max(0, spot.start - _FAR), spot.start) or _OWN_CLUB.match(text, spot.end):
            continue
        if kind != "region" and not _PLACE.search(name):
            return True
        beside = any(party in row.parties and (row.compound or row.mutual) for row in sentence.rows)
        states = _STATES.search(name) or _STATES.match(text, spot.end)
        house = _HOUSE.match(text, spot.end) or _HOUSE.match(text[spot.end : spot.end + _FAR].title())
        if not house and (beside or states or _WITH.search(text, max(0, spot.start - _FAR), spot.start)):
            return True
    return False


def _acts(clause: Clause, party: str, known: Collection[str]) -> bool:
    """Whether something is done with the group, or it takes part itself, and no other country stands in the clause."""
    if clause.counter or clause.past or party not in clause.parties:
        return False
    if any(is_country(other) and other not in known for other in clause.parties):
        return False
    if party in clause.frames:
        return True
    if party in clause.companions:
        return clause.deed or clause.count(Cue.STRONG, Cue.DIRECT, Cue.JOINING, Cue.WEAK) > 0
    return clause.opens_with(party) and clause.count(Cue.STRONG, Cue.JOINING) > 0


def _name(article: Article, case: Case, party: str) -> str:
    """The name under which the article speaks of the group first."""
    sentence = case.sentences[0]
    text = (article.title or "") if sentence.field == "title" else article.body
    spot = next(spot for spot in sentence.spots if spot.party == party)
    return text[spot.start : spot.end]

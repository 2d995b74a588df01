"""Everything the rules look for, compiled once from the taxonomy and from the word lists beside this file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ..script import simplified
from ..taxonomy import Taxonomy
from ..taxonomy.model import Country, Group, Terms
from .matcher import Matcher
from .themes import ThemeLexicon, compile_themes


class Kind(StrEnum):
    """How a text names a party; the first of two that fit is the better reading."""

    NAME = "name"  # France
    DEMONYM = "demonym"  # French
    PREFIX = "prefix"  # Franco-
    SHORT = "short"  # 法, in 中法 or 法方; 埃塞, in 中埃塞
    FORMER = "former"  # Upper Volta
    CAPITAL = "capital"  # a hint, and a metonym
    CITY = "city"  # a hint
    UNLIKE = "unlike"  # New Mexico: no party at all


HINTS = frozenset({Kind.CAPITAL, Kind.CITY})


class Cue(StrEnum):
    """What a word says of the sentence it stands in; the meanings are explained in cues.yml."""

    STRONG = "strong"
    WEAK = "weak"
    MOVING = "moving"
    DIRECT = "direct"
    JOINING = "joining"
    SHARE = "share"
    DEED = "deed"
    PART = "part"
    TOGETHER = "together"
    INTERNATIONAL = "international"
    COUNTRIES = "countries"
    REFUSAL = "refusal"
    BYSTANDER = "bystander"
    APART = "apart"
    RANKING = "ranking"
    SANCTION = "sanction"
    PROFILE = "profile"
    OTHER_NEWS = "other_news"
    PAST = "past"
    OURS = "ours"
    WE = "we"
    UNLIKE = "unlike"


@dataclass(frozen=True, slots=True)
class Name:
    """What a name stands for. A party is a country by its code (capitals) or a group by its id (lower case)."""

    kind: Kind
    party: str


@dataclass(frozen=True, slots=True)
class NameRules:
    """Which names of places are something else, and by what that shows (names.yml)."""

    given: frozenset[str]
    doubtful_given: frozenset[str]
    surname: frozenset[str]
    titles: frozenset[str]
    no_first_names: frozenset[str]
    compound: frozenset[str]
    speech: frozenset[str]
    language_nouns: frozenset[str]
    english_people: frozenset[str]
    our_country: frozenset[str]
    supported: frozenset[str]
    states: dict[str, tuple[str, ...]]
    parts: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ShortForms:
    """The one-character names of Chinese and the words they must not be taken from (short_forms.yml)."""

    parties: dict[str, tuple[str, ...]]  # 巴 -> BR, PK, ...
    runs: re.Pattern[str]  # one or more such characters
    likeliest: dict[str, str]
    dissolved: dict[str, dict[str, str | None]]  # 苏 -> 苏联 -> RU
    plain: frozenset[str]
    not_pairs: tuple[str, ...]
    not_before: dict[str, str]
    not_after: dict[str, str]
    not_after_side: str
    not_sides: frozenset[str]
    relation: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignLexicon:
    """What is looked for beside the names of countries, and how much it weighs (signs.yml)."""

    words: Matcher[str]  # by class: "mutual", "people"
    before: dict[str, re.Pattern[str]]  # what ends right before a name
    after: dict[str, re.Pattern[str]]  # what begins right after it
    weights: dict[str, float]


@dataclass(frozen=True, slots=True)
class FilingLexicon:
    """All automata and tables that `extract` reads with."""

    names: Matcher[Name]
    cues: Matcher[Cue]
    rules: NameRules
    shorts: ShortForms
    part_of: dict[str, str]  # territory -> the country it belongs to
    ungoverned: frozenset[str]  # places with which nobody can cooperate
    actors: dict[str, frozenset[str]]  # what can act by itself, and for a bloc its members: all countries, and blocs
    group_kinds: dict[str, str]  # group -> "bloc", "organisation", "initiative" or "region"
    source_country: dict[str, str]  # id in sources.yml -> country of the outlet
    themes: ThemeLexicon
    signs: SignLexicon


def is_country(party: str) -> bool:
    """Whether a party is a country and not a group."""
    return party.isupper()


def compile_filing(taxonomy: Taxonomy) -> FilingLexicon:
    """The lexicon of a taxonomy; costs a fraction of a second, so do it once."""
    return FilingLexicon(
        names=Matcher((simplified(name), party) for name, party in _names(taxonomy)),
        cues=Matcher(_cues()),
        rules=_name_rules(),
        shorts=_short_forms(taxonomy),
        part_of={code: c.entry.part_of for code, c in taxonomy.countries.items() if c.entry.part_of},
        ungoverned=frozenset(code for code, c in taxonomy.countries.items() if not c.entry.partner),
        actors={
            **{code: frozenset({code}) for code in taxonomy.countries},
            **{g.id: frozenset(m.code for m in g.members) for g in taxonomy.groups.values() if g.kind == "bloc"},
        },
        group_kinds={group.id: group.kind for group in taxonomy.groups.values()},
        source_country={source.id: source.country for source in taxonomy.sources.values() if source.country},
        themes=compile_themes(
            taxonomy.themes,
            (name for name, what in _names(taxonomy) if what.kind in (Kind.NAME, Kind.CAPITAL, Kind.CITY)),
        ),
        signs=_sign_lexicon(),
    )


def _place_names(taxonomy: Taxonomy) -> Iterator[str]:
    """The names of all countries, capitals and cities."""
    for country in taxonomy.countries.values():
        found = _country_names(country)
        yield from (name for name, what in found if what.kind in (Kind.NAME, Kind.CAPITAL, Kind.CITY))


def _names(taxonomy: Taxonomy) -> Iterator[tuple[str, Name]]:
    """Every name with what it stands for."""
    for country in taxonomy.countries.values():
        yield from _country_names(country)
    for group in taxonomy.groups.values():
        yield from _group_names(group)


def _country_names(country: Country) -> Iterator[tuple[str, Name]]:
    entry, code = country.entry, country.code
    own = {country.en, country.zh, *_both(entry.aliases)}
    by_kind: dict[Kind, Iterable[str]] = {
        Kind.NAME: sorted(own),
        Kind.DEMONYM: _both(entry.demonyms),
        Kind.PREFIX: entry.prefix,
        Kind.SHORT: [short for short in entry.short_zh if len(short) > 1],
        Kind.FORMER: _both(entry.former),
        Kind.CAPITAL: _both(entry.capital),
        Kind.CITY: (*_both(entry.cities), *_more_cities(code)),
        Kind.UNLIKE: _both(entry.unlike),
    }
    for kind, patterns in by_kind.items():
        yield from ((pattern, Name(kind, code)) for pattern in patterns)


def _more_cities(code: str) -> tuple[str, ...]:
    """The cities and provinces of a country that the taxonomy does not list (cities.yml)."""
    more = _data("cities.yml").get(code, {"en": [], "zh": []})
    return (*more["en"], *more["zh"])


def _group_names(group: Group) -> Iterator[tuple[str, Name]]:
    own = {group.labels.en, group.labels.zh, *_both(group.aliases)}
    yield from ((pattern, Name(Kind.NAME, group.id)) for pattern in sorted(own))
    yield from ((pattern, Name(Kind.DEMONYM, group.id)) for pattern in _both(group.demonyms))
    yield from ((pattern, Name(Kind.UNLIKE, group.id)) for pattern in _both(group.unlike))


def _both(terms: Terms) -> tuple[str, ...]:
    return (*terms.en, *terms.zh)


def _short_forms(taxonomy: Taxonomy) -> ShortForms:
    parties: dict[str, tuple[str, ...]] = {}
    for country in taxonomy.countries.values():
        for short in country.entry.short_zh:
            if len(short) == 1:
                parties[short] = (*parties.get(short, ()), country.code)
    for group in taxonomy.groups.values():
        for short in group.short_zh:
            if len(short) == 1:
                parties[short] = (*parties.get(short, ()), group.id)
    data = _data("short_forms.yml")
    return ShortForms(
        parties=parties,
        runs=re.compile(f"[{re.escape(''.join(parties))}]+" if parties else r"(?!)"),
        likeliest=data["likeliest"],
        dissolved=data["dissolved"],
        plain=frozenset(data["plain"]) | frozenset(data["likeliest"]),
        not_pairs=tuple(data["not_pairs"]),
        not_before=data["not_before"],
        not_after=data["not_after"],
        not_after_side=data["not_after_side"],
        not_sides=frozenset(data["not_sides"]),
        relation=tuple(data["relation"]),
    )


_ENDINGS = ("", "e", "es", "ed", "ing", "ion", "ions", "ive", "or", "ors", "s", "er", "ers", "ering", "ered",
            "ership", "erships", "ory", "ation", "ant", "ants", "ance")  # fmt: skip


def _cues() -> Iterator[tuple[str, Cue]]:
    """The cue words with their usual endings, and verbs in all their forms."""
    for kind, words in _data("cues.yml").items():
        for word in (*words["en"], *words["zh"]):
            yield from ((form, Cue(kind)) for form in _forms(word))


def _forms(word: str) -> Iterator[str]:
    """What a word of a list stands for: in * itself with the usual endings, in ~ all forms of the verb."""
    stem, _, rest = word.partition("~")
    if stem != word:
        yield from (form + rest for form in _inflected(stem))
    else:
        stem = word.removesuffix("*")
        yield from (stem + ending for ending in (_ENDINGS if stem != word else ("",)))


def person_nouns() -> tuple[str, ...]:
    """English nouns for a person, singular (figures/nouns.yml)."""
    nouns = _data("figures/nouns.yml")
    return tuple(noun for noun in nouns["person"] if noun not in nouns["plurals"])


def _sign_lexicon() -> SignLexicon:
    data = _data("signs.yml")
    patterns = [
        (form, kind)
        for kind, words in data["words"].items()
        for word in (*words["en"], *words["zh"])
        for form in _forms(word)
    ]
    nouns = _data("figures/nouns.yml")
    many = frozenset(nouns["plurals"])
    for noun in nouns["person"]:
        patterns += [(noun, "people" if noun in many else "person"), (f"{noun}s", "people"), (f"{noun}es", "people")]
        patterns += [(noun[:-3] + "men", "people")] if noun.endswith("man") else []
    patterns += [(noun, "people") for noun in nouns["person_zh"]]
    before = {
        sign: re.compile(
            rf"(?:\b(?:{_any(words['en'])})\s(?:the\s)?|(?:{_any(words.get('zh', ())) or '(?!)'}))$", re.IGNORECASE
        )
        for sign, words in data["before"].items()
    }
    after = {sign: re.compile(_any((*words["en"], *words["zh"]))) for sign, words in data["after"].items()}
    weights: dict[str, float] = dict(data["case_weights"])
    for sign, (at_any, at_all) in data["place_weights"].items():
        weights |= {f"any {sign}": at_any, f"all {sign}": at_all}
    return SignLexicon(Matcher(patterns), before, after, weights)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def _inflected(verb: str) -> tuple[str, ...]:
    """The forms of an English verb: base, third person, past and participle (verbs.yml, else regular), -ing."""
    short = re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", verb)
    stem = verb + verb[-1] if short else verb[:-1] if verb.endswith("e") else verb
    ending = "es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s"
    third, past = verb + ending, stem + "ed"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    present = verb + "ing" if verb.endswith("ee") else stem + "ing"
    return (verb, third, *_data("verbs.yml").get(verb, [past]), present)


def _name_rules() -> NameRules:
    data = _data("names.yml")
    states, parts = ({name: tuple(signs) for name, signs in data[key].items()} for key in ("states", "parts"))
    words = {key: frozenset(value) for key, value in data.items() if key not in ("states", "parts")}
    return NameRules(**words, states=states, parts=parts)


@cache
def _data(file: str) -> Any:
    """One of the word lists beside this file."""
    return yaml.safe_load((Path(__file__).parent / file).read_text(encoding="utf-8"))

"""The word lists that people are found with, read once from the YAML files beside this one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ...script import HAN
from ...taxonomy import Taxonomy

_HERE = Path(__file__).parent
_UNDIVIDED = str.maketrans("łŁıøØđĐðÞþ", "lLioOdDdTt")  # letters that are no letter with an accent
_TOGETHER = "(?:等|等?(?:[0-9]{1,2}|[两二三四五六七八九十]{1,3})[位名])"  # 甲、乙和丙三位专家


@dataclass(frozen=True, slots=True)
class LatinWords:
    """Words in and around names in Latin letters (english.yml, given.yml, surnames.yml); names are folded."""

    given: frozenset[str]
    surnames: frozenset[str]
    vietnamese: frozenset[str]  # surnames that begin a name of three or four words
    family_first: frozenset[str]  # surnames that stand before the given name: Chinese, Korean, Vietnamese
    endings: tuple[str, ...]
    honorifics: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]  # all of them, titles too; lower case
    speech: frozenset[str]
    acts: frozenset[str]
    charges: frozenset[str]
    stops: frozenset[str]
    function: frozenset[str]
    organisations: frozenset[str]
    surnames_too: frozenset[str]
    geographic: frozenset[str]
    things: frozenset[str]  # what is named after people
    vessels: frozenset[str]
    particles: frozenset[str]


@dataclass(frozen=True, slots=True)
class HanWords:
    """Words in and around names in Chinese characters (chinese.yml)."""

    surnames: frozenset[str]
    doubtful_surnames: frozenset[str]
    double_surnames: frozenset[str]
    openings: frozenset[str]  # the first characters of all surnames
    sounds: str  # characters that write foreign names by their sound, for a character class
    dotted_sounds: str  # those that do so in a name with a middle dot
    given: frozenset[str]  # characters that given names are often made of
    not_given: frozenset[str]
    roles: re.Pattern[str]  # a role at the very end of a text
    role_ends: frozenset[str]  # the last characters of all roles, and the line break that may follow
    titles: re.Pattern[str]  # a title right after a name
    speech: re.Pattern[str]
    acts: re.Pattern[str]
    acts_in_role: frozenset[str]  # characters that may follow a name as well, if a role stands before it
    before: re.Pattern[str]  # a word that a name may follow, at the very end of a text
    cutters: re.Pattern[str]  # where a role begins: after the last of these
    organisations: re.Pattern[str]
    not_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeopleLexicon:
    """Everything that `find_people` looks for."""

    latin: LatinWords
    han: HanWords
    part_of: dict[str, str]  # territory -> the country it belongs to


def compile_people(taxonomy: Taxonomy) -> PeopleLexicon:
    """The lexicon of people; costs a fraction of a second, so do it once."""
    territories = {code: c.entry.part_of for code, c in taxonomy.countries.items() if c.entry.part_of}
    return PeopleLexicon(_latin(), _han(), territories)


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """A word in lower case and without accents, as the lists of names are looked up."""
    plain = unicodedata.normalize("NFKD", word.translate(_UNDIVIDED))
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'").lower()


def _latin() -> LatinWords:
    english, surnames = _data("english.yml"), _data("surnames.yml")
    places = yaml.safe_load((_HERE.parent / "names.yml").read_text(encoding="utf-8"))
    family_first = _folded(surnames[key] for key in ("pinyin", "korean", "vietnamese"))
    titles = frozenset(english["titles"])
    return LatinWords(
        given=_folded(_data("given.yml").values())
        | frozenset(map(fold, set(places["given"]) - set(places["doubtful_given"]))),
        surnames=_folded(surnames[key] for key in ("western", "others")),
        vietnamese=_folded([surnames["vietnamese_only"]]),
        family_first=family_first,
        endings=tuple(map(fold, surnames["endings"])),
        honorifics=frozenset(english["honorifics"]),
        titles=titles,
        roles=titles | frozenset(english["roles"]),
        speech=frozenset(english["speech"]),
        acts=frozenset(english["acts"]),
        charges=frozenset(english["charges"]),
        stops=frozenset(english["stops"]),
        function=frozenset(english["function"]),
        organisations=frozenset(english["organisations"]) | frozenset(places["compound"]),
        surnames_too=frozenset(english["surnames_too"]),
        geographic=frozenset(english["geographic"]),
        things=frozenset(english["things"]),
        vessels=frozenset(english["vessels"]),
        particles=frozenset(english["particles"]),
    )


def _han() -> HanWords:
    data = _data("chinese.yml")
    ending = f"[{HAN}][{data['role_endings']}](?<!{')(?<!'.join(data['no_roles'].split())})"
    return HanWords(
        surnames=frozenset(data["surnames"]),
        doubtful_surnames=frozenset(data["doubtful_surnames"]),
        double_surnames=frozenset(data["double_surnames"].split()),
        openings=frozenset(
            [*data["surnames"], *data["doubtful_surnames"], *(name[0] for name in data["double_surnames"].split())]
        ),
        sounds="".join(data["sounds"].split()),
        dotted_sounds="".join([*data["sounds"].split(), *data["sounds_beside_dot"].split()]),
        given=frozenset("".join(data["given"].split())),
        not_given=frozenset(data["not_given"]),
        roles=re.compile(f"(?:{_any(data['roles'])}|{ending})[ \u3000]?$"),
        role_ends=frozenset(
            ["\n", " ", "\u3000", *data["role_endings"], *(role[-1] for role in data["roles"].split())]
        ),
        titles=re.compile(
            f"(?:{_any(data['titles'])})(?!{_any(data['no_titles'])})|{_TOGETHER}(?P<role>{_any(data['roles'])})"
        ),
        speech=re.compile(f"(?:{_any(data['adverbs'])})*(?:{_any(data['speech'])})"),
        acts=re.compile(f"(?:{_any(data['acts'])})"),
        acts_in_role=frozenset(data["acts_in_role"]),
        before=re.compile(f"(?:{_any(data['before'])})$"),
        cutters=re.compile(f"(?:{_any(data['cutters'])})"),
        organisations=re.compile(f"(?:{_any(data['organisations'])})"),
        not_names=tuple(data["not_names"].split()),
    )


def _any(words: str) -> str:
    """An alternation of blank-separated words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words.split()), key=lambda word: (-len(word), word)))


def _folded(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for text in texts for word in text.split())


def _data(file: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((_HERE / file).read_text(encoding="utf-8"))
    return data

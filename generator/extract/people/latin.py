"""Names in Latin letters: runs of capitalised words that look like a name, or stand where a person's name stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ...script import HAN
from .han_roles import read_han_context
from .latin_context import read_context
from .lexicon import HanWords, LatinWords, fold
from .mention import Context, Mention, Text

_LETTER = r"[^\W\d_\u0e00-\u0fff\u1100-\u11ff\u2e80-\ud7ff]"
_PLAIN = r"[A-Za-z]+(?=[\s,;:!?)\"”])"  # most words are, and found faster so
_TOKEN = re.compile(rf"{_PLAIN}|(?:{_LETTER}\.-?)+(?!{_LETTER})|{_LETTER}+(?:[’'‘ʻ‐-]{_LETTER}+)*")
_GAP = re.compile(r"[^\S\n]*\n?[^\S\n]*")
_POSSESSIVE = frozenset(mark + s for mark in "’'‘" for s in "sS")
_PREFIXED = re.compile(r"(?:al|el|ad|as|an|ar|at|az|ash|ben|bin|ibn|d|l|ul)[-’'‘][^\W\d_]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
_PATRONYMIC = re.compile(r"[a-z]{2,}(?:ovich|evich|ovna|evna|ievna|ich)")
_SYLLABLE = (
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|"
    r"iu|ou|ua|ue|ui|un|uo|a|e|i|o|u))"
)
_PINYIN = re.compile(rf"{_SYLLABLE}(?:['-]?{_SYLLABLE})?")
_PREPOSITION = re.compile(r"\b(?:in|In|of|since|until|from|to|by|last|next|late|early|and|on)\s$")
_BLANKS = re.compile(r"\s+")
_KOREAN = re.compile(r"[a-z]{2,6}-[a-z]{2,6}")
_IDEOGRAPH = re.compile(rf"[{HAN}]")
_REGNAL = re.compile(r"[IVX]{1,4}")  # "Felipe VI"
_PLACED = re.compile(r"(?:\b(?:of|at|from|in|near)\s(?:the\s)?(?:[A-Z]\w+,?\s)*|[A-Z]\w+\s)\Z")
_TITLE = re.compile(r"([A-Z][a-z]*)\.?\s\Z")
_DESCRIBED = re.compile(r",\s(?:an?|the|who|[0-9]{2})\b|\s(?:said|says|told|added|recalled|explained)\b")
_TWO_SYLLABLES = 4  # letters; a shorter word after "He" is a verb more often
_NEAR = 40  # characters in which the name of a place begins
_BARE = 2.0  # what a given name before another word is worth
_LONGEST = 6  # words of a name


class Word(NamedTuple):
    """A token of a run; `possessive` if an 's was cut off."""

    text: str
    start: int
    end: int
    possessive: bool = False

    @property
    def folded(self) -> str:
        """As names are looked up."""
        return fold(self.text)


def find_latin(text: Text, words: LatinWords, han: HanWords) -> Iterator[Mention]:
    """Every candidate of `text` in order, with its points: also those that are no person after all."""
    starts = {span.start for span in text.sentences}
    for run in _runs(text.text):
        for piece in _pieces(run, text, words, starts):
            mention = _weigh(piece, run, text, words, han)
            if mention is not None:
                yield mention


def _runs(text: str) -> Iterator[list[Word]]:
    """Words that stand together without punctuation; a hard line break may stand between two."""
    run: list[Word] = []
    for found in _TOKEN.finditer(text):
        word, (start, end) = found[0], found.span()
        possessive = word[-2:] in _POSSESSIVE
        if possessive:
            word, end = word[:-2], end - 2
        if run and (run[-1].possessive or not _is_gap(text, run[-1].end, start)):
            yield run
            run = []
        run.append(Word(word, start, end, possessive))
    if run:
        yield run


def _is_gap(text: str, start: int, end: int) -> bool:
    """Whether only blanks, with one line break among them at most, stand between two words."""
    return start < end and (text[start:end] == " " or _GAP.fullmatch(text, start, end) is not None)


def _pieces(run: list[Word], text: Text, words: LatinWords, starts: set[int]) -> Iterator[tuple[int, int]]:
    """The longest stretches of the run that can be a name, as indexes."""
    start: int | None = None
    for index in range(len(run) + 1):
        fits = index < len(run) and not _is_small(run[index].text, words) and _can_be_name(run, index, text, words)
        if fits and start is None and not _is_particle(run[index], words):
            start = index
        elif not fits and start is not None:
            end = index
            while end > start and _is_particle(run[end - 1], words):
                end -= 1
            yield from _trim(run, start, end, words, starts)
            start = None


def _trim(run: list[Word], start: int, end: int, words: LatinWords, starts: set[int]) -> Iterator[tuple[int, int]]:
    """Without a verb or an adverb that begins the sentence before a name: "Visiting Ada Roe, ..."."""
    first = run[start]
    known = first.folded in words.given or first.folded in words.family_first
    if end - start > 2 and first.start in starts and not known:
        follows = run[start + 1].folded
        if follows in words.given and first.text.endswith(("ing", "ed", "ly")):
            start += 1
    if 0 < end - start <= _LONGEST:
        yield start, end


def _is_small(word: str, words: LatinWords) -> bool:
    """Whether it is a word in small letters that no name can hold, as most words are."""
    return word.islower() and word.isalpha() and word not in words.particles


def _is_particle(word: Word, words: LatinWords) -> bool:
    return word.text[0].islower() and word.text.lower() in words.particles


def _can_be_name(run: list[Word], index: int, text: Text, words: LatinWords) -> bool:
    """Whether the word can be part of a name where it stands."""
    word = run[index]
    plain = word.text.rstrip(".")
    if _is_particle(word, words):
        return index > 0 and index + 1 < len(run) and _leads_on(run, index, words)
    if not word.text[0].isupper():
        return _PREFIXED.match(word.text) is not None and word.text[-1:].islower() and any(map(str.isupper, word.text))
    if plain in words.honorifics and plain != "M":
        return False
    if plain.isupper() and len(plain) > 1 and not _INITIALS.fullmatch(word.text):
        if plain.title() in words.function:
            return False
        return (index > 0 and _REGNAL.fullmatch(plain) is not None) or _capital_surname(run, index, words)
    return _is_free(run, index, text, words)


def _is_free(run: list[Word], index: int, text: Text, words: LatinWords) -> bool:
    """Whether a capitalised word means nothing else, or does so only outside of a name."""
    word, plain = run[index], run[index].text.rstrip(".")
    before = index > 0 and run[index - 1].folded in words.given
    after = index + 1 < len(run) and (run[index + 1].text[0].isupper() or _leads_on(run, index + 1, words))
    first = word.folded in words.given and after
    free = True
    if plain in words.function and not _opens_a_name(run, index, words):
        free = first and not _follows_preposition(text, word)
    elif plain in words.surnames_too:
        free = before or ((first or word.folded in words.family_first) and not _org_follows(run, index + 1, words))
    elif _is_organisation(plain, words) or plain.lower() in words.roles:
        free = before and word.folded in words.surnames and not _org_follows(run, index + 1, words)
    elif _in_spot(text, word):
        free = first or _after_name(run, index, words) or (after and _honoured(text, word, words))
        free = free or (before and _DESCRIBED.match(text.text, word.end) is not None)
    return free


def _opens_a_name(run: list[Word], index: int, words: LatinWords) -> bool:
    """Whether a word such as "He" or "Do" is the surname before a Chinese or Korean given name of two syllables."""
    if run[index].folded not in words.family_first or index + 1 == len(run):
        return False
    given = run[index + 1]
    two = len(given.folded) > _TWO_SYLLABLES and _PINYIN.fullmatch(given.folded) is not None
    return given.text[0].isupper() and (two or _KOREAN.fullmatch(given.folded) is not None)


def _honoured(text: Text, word: Word, words: LatinWords) -> bool:
    """Whether a title stands before the word: "Col. Israel Ponnuswamy" is no country."""
    title = _TITLE.search(text.text, max(0, word.start - 12), word.start)
    return title is not None and title[1] in words.honorifics


def _leads_on(run: list[Word], index: int, words: LatinWords) -> bool:
    """Whether particles lead to another capital, as in "van der Meulen"; "y" and "e" only between capitals."""
    while index < len(run) and _is_particle(run[index], words):
        index += 1
    return index < len(run) and (run[index].text[0].isupper() or _PREFIXED.match(run[index].text) is not None)


def _follows_preposition(text: Text, word: Word) -> bool:
    return _PREPOSITION.search(text.text[max(0, word.start - 8) : word.start]) is not None


def _org_follows(run: list[Word], index: int, words: LatinWords) -> bool:
    return index < len(run) and _is_organisation(run[index].text, words)


def _is_organisation(word: str, words: LatinWords) -> bool:
    """Whether a word makes a name one of an institution, also in the plural."""
    return word in words.organisations or (word.endswith("s") and word[:-1] in words.organisations)


def _after_name(run: list[Word], index: int, words: LatinWords) -> bool:
    """Whether a place stands as a surname: "Karl von Bremen", "Jack London"."""
    particle = index > 1 and _is_particle(run[index - 1], words)
    if index > 1 and run[index - 2].folded in words.family_first:
        return True  # Tran Quoc Vinh
    first = run[index - 2 if particle else index - 1].folded if index else ""
    known = first in words.given or (particle and "-" in first)
    return known and (particle or run[index].folded in words.surnames)


def _capital_surname(run: list[Word], index: int, words: LatinWords) -> bool:
    """Whether a word in capitals is a surname beside a given name ("LEE Ada"), or a known one alone."""
    beside = [run[i].text for i in (index - 1, index + 1) if 0 <= i < len(run)]
    if any(other[0].isupper() and other[1:2].islower() for other in beside):
        return len(run[index].text) > 3 or _known(run[index], words)
    return _known(run[index], words) and run[index].folded in words.family_first


def _in_spot(text: Text, word: Word) -> bool:
    index = bisect_right(text.spots, word.start, key=lambda spot: spot.start) - 1
    return index >= 0 and word.start < text.spots[index].end


def _in_country(text: Text, word: Word) -> bool:
    """Whether the word is of the name of a country, and not only of a city's."""
    index = bisect_right(text.spots, word.start, key=lambda spot: spot.start) - 1
    return index >= 0 and word.start < text.spots[index].end and not text.spots[index].hint


def _known(word: Word, words: LatinWords) -> bool:
    return word.folded in words.given or word.folded in words.surnames or word.folded in words.family_first


def _weigh(piece: tuple[int, int], run: list[Word], text: Text, words: LatinWords, han: HanWords) -> Mention | None:
    """The candidate with its points; None where an institution, a place or a thing has the name."""
    start, end = piece
    name = run[start:end]
    before = run[start - 1] if start else None
    after = run[end] if end < len(run) and not name[-1].possessive else None
    if after is not None and _names_thing(after, words):
        return None
    if before is not None and (before.text in words.geographic or before.text.lower() in words.vessels):
        return None
    if len(name) > 1 and name[0].text.lower() in words.vessels:
        return None  # Typhoon Mina
    if len(name) == 2 and name[0].text in words.geographic:
        return None  # Rio Tinto
    shape, family_first = _shape(name, words)
    context = read_context(text, name[0].start, name[-1].end, name[-1].possessive, words)
    if _IDEOGRAPH.search(text.text[max(0, name[0].start - 1) : name[-1].end + 1]):
        context = read_han_context(text, name[0].start, name[-1].end, han)
    if shape == 0 and context.plural:
        return None
    points = shape + context.points - _strangeness(name, before, context, words)
    if len(name) == 1 and not _single(
        name[0], context, text.text[max(0, name[0].start - _NEAR) : name[0].start], words
    ):
        points = 0.0
    if shape == _BARE and context.points == 0 and any(_in_country(text, word) for word in (name[0], name[-1])):
        points = 0.0  # Jordan Motors, Rose Bengal
    parts = tuple(word.folded for word in name)
    start_at, end_at = name[0].start, name[-1].end
    shown = _BLANKS.sub(" ", text.text[start_at:end_at])
    return Mention(text, start_at, end_at, shown, parts, points, context.role, family_first, context.points)


def _names_thing(after: Word, words: LatinWords) -> bool:
    """Whether the word after a name makes it the name of something: "Newton Fund", "Otto Hahn school"."""
    if _is_organisation(after.text, words):
        return after.text.lower() not in words.roles
    return after.text.lower() in words.things


def _strangeness(name: Sequence[Word], before: Word | None, context: Context, words: LatinWords) -> float:
    """What speaks against a person in the word before and in the run of words itself."""
    doubts = 0.0
    if before is not None and before.text.lower() == "the":
        doubts += 3
    inside = before is not None and before.text in words.organisations and before.text.lower() not in words.roles
    if inside and context.points < 2:
        doubts += 2
    if before is not None and before.text.lower() in {"at", "in", "near", "off", "around"}:
        doubts += 1.5
    if len(name) > 4 and not any(word.text[0].islower() for word in name):
        doubts += 0.5
    return doubts


def _single(word: Word, context: Context, before: str, words: LatinWords) -> bool:
    """Whether one word alone is a person's name: by a title, or as the only name of somebody who is described.

    What ends the name of a place or of an institution is none: "a breeder from Lebanon, Oregon, who leads ...".
    """
    if len(word.text) < 2 or (word.text.isupper() and len(word.text) < 3):
        return False
    if not context.titled and not _known(word, words) and _PLACED.search(before):
        return False
    return context.titled or (context.described and (context.acting or _known(word, words) or len(word.text) > 3))


def _shape(name: Sequence[Word], words: LatinWords) -> tuple[float, bool]:
    """How much the words look like a person's name by themselves; and whether the surname stands first."""
    plain = [word for word in name if not _is_particle(word, words)]
    if len(plain) == 1:
        return 0.0, False
    first, last = plain[0], plain[-1]
    if _is_family_first(plain, words):
        return 2.5 if first.folded in words.vietnamese else 3.0 - len(plain) / 2, True
    signs = (
        (2.0, _is_given(first, words) or (first.text.isupper() and last.folded in words.given)),
        (1.0, not _is_given(first, words) and any(_is_given(word, words) for word in plain[1:-1])),
        (1.0, last.folded in words.surnames or _ending(last.folded, words)),
        (1.5, last.folded in words.family_first and _KOREAN.fullmatch(first.folded) is not None),
        (1.5, _INITIALS.fullmatch(first.text) is not None and len(last.text) > 2),
        (1.5, any(_PATRONYMIC.fullmatch(word.folded) for word in plain[1:-1])),
        (0.5, any(_is_particle(word, words) or _PREFIXED.match(word.text) for word in name)),
        (0.5, any(not word.text.isascii() and fold(word.text) != word.text.lower() for word in plain)),
        (1.0, len(plain) == 2 and sum(len(word.text) > 1 and word.text.isupper() for word in plain) == 1),
    )
    return sum(points for points, shown in signs if shown), False


def _is_given(word: Word, words: LatinWords) -> bool:
    return word.folded in words.given or _first_half(word, words)


def _first_half(word: Word, words: LatinWords) -> bool:
    """Whether a hyphenated word is made of given names: "Jean-Yves"."""
    halves = word.folded.replace("‐", "-").split("-")
    return len(halves) == 2 and all(half in words.given for half in halves)


def _ending(surname: str, words: LatinWords) -> bool:
    return any(len(surname) > len(ending) + 1 and surname.endswith(ending) for ending in words.endings)


def _is_family_first(plain: Sequence[Word], words: LatinWords) -> bool:
    """Whether it is a Chinese, Korean or Vietnamese name in its own order."""
    first, rest = plain[0], [word.folded for word in plain[1:]]
    if first.folded not in words.family_first or len(plain) > 4:
        return False
    if len(plain) == 2:
        return _PINYIN.fullmatch(rest[0]) is not None or _KOREAN.fullmatch(rest[0]) is not None
    pairs = pairwise([first.folded, *rest])
    return (
        all(_PINYIN.fullmatch(part) or part in words.family_first or len(part) <= 5 for _, part in pairs)
        and len(plain) <= 4
    )

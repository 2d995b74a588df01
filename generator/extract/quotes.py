"""Finds what is said in quotation marks, and who says it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path

import yaml

from ..model import Article, Evidence, Person, Quote
from ..script import HAN
from .sentences import Span

_LONGEST = 1000  # characters of the evidence
_REACH = 220  # characters before and after a quote in which its speaker stands
_WORDS, _IDEOGRAPHS = 5, 8  # shorter pieces are names and scare quotes
_MARKS = {"“": "”", '"': '"', "„": "“”", "«": "»", "「": "」", "『": "』", "‘": "’", "＂": "＂"}
_SIGNS = re.compile(r"[“”\"„«»「」『』‘’＂]|\n\s*\n")
_IDEOGRAPH = re.compile(rf"[{HAN}]")
_BLANKS = re.compile(r"\s+")
_BOUND = re.compile(r"\b")
_SEPARATORS = re.compile(r"[\s·•．・‧]+")
_WORD = re.compile(r"[^\W\d_\u2e80-\u9fff]+(?:[’'-][^\W\d_]+)*|\d+")
_STOP_AFTER = re.compile(r"[。！？；\n“\"「『«„]|[.!?](?=\s+[A-Z“\"]|$)")
_ACCORDING = re.compile(r"[^.]{0,3}\baccording to (?:an?\s|the\s)?([^,.;\n]{2,80})")
_OFFICE = re.compile(
    r"\b[Tt]he\s(?:[A-Z][a-z]+-)?(Minister|Ambassador|President|Director|Rector|Secretary|Chair(?:man|woman|person)?|Commissioner|"
    r"Governor|Mayor|Professor|Dean|Chancellor|Premier|Consul|Captain)\b(?!\s(?:of|for)\b)",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"(?:the\s)?((?:[A-Z][\w’'-]+\s)(?:[\w’'&-]+\s){0,8}?)(?:said|says|added|stated|wrote|announced|noted)\b"
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Quoted text: `start`..`end` without its marks; `left` and `right` are where the marks begin and end."""

    start: int
    end: int

    @property
    def left(self) -> int:
        return self.start - 1

    @property
    def right(self) -> int:
        return self.end + 1


@dataclass(frozen=True, slots=True)
class _Said:
    """Who says a piece, how sure that is, and how far the attribution reaches."""

    speaker: str | None
    score: float
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    speech: re.Pattern[str]
    speech_zh: re.Pattern[str]
    names: re.Pattern[str]
    names_zh: re.Pattern[str]
    pronoun: re.Pattern[str]
    leading: re.Pattern[str]  # what ends the words before a quote
    leading_zh: re.Pattern[str]


def find_quotes(article: Article, sentences: Sequence[Span], people: Sequence[Person]) -> tuple[Quote, ...]:
    """What people and institutions are quoted with in the body, in order.

    `sentences` are those of the body and `people` those whom the article names. Names, themes, titles and scare quotes
    are left out; pieces of one utterance are kept apart, with the same speaker.
    """
    body = article.body
    pieces = list(_pieces(body))
    if not any(_is_long(body[piece.start : piece.end]) for piece in pieces):
        return ()
    named = _named(body, people, pieces)
    quotes: dict[str, Quote] = {}  # by id
    previous: tuple[_Piece, str | None] | None = None
    for piece in pieces:
        said = _said(body, piece, named, sentences, previous) if _is_long(body[piece.start : piece.end]) else None
        if said is None:
            continue
        previous = (piece, said.speaker)
        text = re.sub(r"\s+", " ", body[piece.start : piece.end]).strip()
        evidence = _evidence(body, piece, said.end, sentences)
        name = _id(text, quotes)
        quotes[name] = Quote(name, said.speaker, text, said.score, (evidence,))
    return tuple(quotes.values())


def _id(text: str, taken: Collection[str]) -> str:
    """A stable id from the first words; a number is added where it is taken."""
    plain = "quote:" + "-".join(re.findall(r"\w+", text.lower())[:6])[:40].strip("-")
    return next(name for n in count(1) if (name := plain if n == 1 else f"{plain}-{n}") not in taken)


def _pieces(body: str) -> Iterator[_Piece]:
    """The outermost quoted pieces; a paragraph ends them, also where the closing mark was left for the last one."""
    opened: tuple[str, int] | None = None
    for sign in _SIGNS.finditer(body):
        mark, at = sign[0], sign.start()
        if mark.isspace():
            if opened is not None and opened[0] == "“" and body[sign.end() : sign.end() + 1] == "“":
                yield _Piece(opened[1], at)
            opened = None
        elif opened is None:
            if mark in _MARKS and _opens(body, at, mark):
                opened = (mark, sign.end())
        elif mark in _MARKS[opened[0]] and _closes(body, at, mark):
            yield _Piece(opened[1], at)
            opened = None


def _opens(body: str, at: int, mark: str) -> bool:
    """Whether a mark opens: a single one is else an apostrophe, a straight one an inch."""
    before, after = body[at - 1 : at] if at else "", body[at + 1 : at + 2]
    if mark == "‘":
        return not before.isalnum() and not after.isspace()
    return mark != '"' or not (before.isdigit() and (after.isspace() or not after))


def _closes(body: str, at: int, mark: str) -> bool:
    """Whether a mark closes: a single one after a letter is an apostrophe if a better one follows before long."""
    if mark != "’" or body[at - 1] in ",.!?…。！？—":
        return True
    if body[at + 1 : at + 2].isalpha() and body[at + 1] < "\u2e80":
        return False
    rest = re.match(r"[^‘\n]*", body[at + 1 : at + _REACH])
    return rest is None or re.search(r"[,.!?…—]’", rest[0]) is None


def _is_long(text: str) -> bool:
    """Whether a piece has enough words to be an utterance, and is not the title of something."""
    ideographs = len(_IDEOGRAPH.findall(text))
    words = _WORD.findall(text)
    if ideographs:
        return ideographs + len(words) >= _IDEOGRAPHS
    capitals = sum(word[0].isupper() or len(word) < 4 for word in words)
    return len(words) >= _WORDS and (capitals < len(words) * 0.8 or text[-1:] in ".,!?")


@dataclass(frozen=True, slots=True)
class _Named:
    """Where somebody is named outside of quotes."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    names: tuple[str, ...]
    offices: Mapping[str, str]  # "minister" -> the only one of the people who is one

    def within(self, start: int, end: int) -> list[int]:
        """The indexes of the mentions that stand between two offsets."""
        first, last = bisect_right(self.starts, start - 1), bisect_right(self.starts, end - 1)
        return [index for index in range(first, last) if self.ends[index] <= end]


def _named(body: str, people: Sequence[Person], pieces: Sequence[_Piece]) -> _Named:
    """Where one of the people is named outside of quotes, by the whole name or a part that is theirs alone."""
    forms: dict[str, str] = {}
    parts = Counter(part for person in people for part in set(_parts(person.name)))
    for person in people:
        forms[person.name] = person.name
        for part in _parts(person.name):
            if parts[part] == 1:
                forms.setdefault(part, person.name)
    if not forms:
        return _Named((), (), (), {})
    longest_first = sorted(forms, key=len, reverse=True)
    hits = ((start, rank, end) for rank, form in enumerate(longest_first) for start, end in _places(form, body))
    lefts = [piece.left for piece in pieces]
    found: list[tuple[int, int, str]] = []
    free = 0
    for start, rank, end in sorted(hits):
        if start < free:
            continue
        free = end
        index = bisect_right(lefts, start) - 1
        if index < 0 or start >= pieces[index].end:
            found.append((start, end, forms[longest_first[rank]]))
    return _Named(tuple(f[0] for f in found), tuple(f[1] for f in found), tuple(f[2] for f in found), _offices(people))


def _offices(people: Sequence[Person]) -> dict[str, str]:
    """By the words of their roles, the people who are the only ones to have them."""
    held: dict[str, set[str]] = {}
    for person in people:
        for word in re.findall(r"[a-z]+", (person.role or "").lower()):
            held.setdefault(word, set()).add(person.name)
    return {word: names.pop() for word, names in held.items() if len(names) == 1}


def _places(form: str, body: str) -> Iterator[tuple[int, int]]:
    """Where a name stands in the body, as words of their own in Latin script, with any blanks between them."""
    first, *rest = form.split(" ")
    apart = _IDEOGRAPH.search(form) is None
    start = body.find(first)
    while start >= 0:
        end = start + len(first)
        for word in rest:
            blanks = _BLANKS.match(body, end)
            end = blanks.end() + len(word) if blanks and body.startswith(word, blanks.end()) else -1
            if end < 0:
                break
        if end >= 0 and not (apart and (_BOUND.match(body, start) is None or _BOUND.match(body, end) is None)):
            yield start, end
        start = body.find(first, start + 1)


def _parts(name: str) -> list[str]:
    """The words of a name by which somebody may be called alone."""
    return [part for part in _SEPARATORS.split(name) if len(part) > 2 or (len(part) > 1 and part[0].isupper())]


def _said(
    body: str, piece: _Piece, named: _Named, sentences: Sequence[Span], previous: tuple[_Piece, str | None] | None
) -> _Said | None:
    """Who says the piece; None where nobody does."""
    words = _words()
    start = max(_before_start(body, piece, sentences, previous), piece.left - _REACH)
    before = body[start : piece.left]
    if words.names.search(before) or (words.names_zh.search(before) and not before.endswith("道")):
        return None
    stop = _STOP_AFTER.search(body, piece.right, piece.right + _REACH)
    end = stop.start() if stop else min(len(body), piece.right + _REACH)
    end = _over_stops(body, piece, end)
    after = body[piece.right : end]
    if _leads_in(before, words):
        return _Said(_speaker_before(body, start, piece.left, named, sentences), 0.95, piece.right)
    if _leads_out(body, piece, after, words):
        return _Said(_speaker_after(body, piece, end, named, sentences), 0.95, end)
    if words.speech.search(before) is not None:
        return _Said(_speaker_before(body, start, piece.left, named, sentences), 0.75, piece.right)
    if not before.strip() and _is_sentence(body[piece.start : piece.end]):
        near = previous is not None and "\n" not in body[previous[0].right : piece.left]
        speaker = previous[1] if near and previous is not None else _last_subject(piece.left, named, sentences)
        return _Said(speaker, 0.6, piece.right)
    return None


def _over_stops(body: str, piece: _Piece, end: int) -> int:
    """The end of the attribution where the stop belongs to a title: "said Dr. Roe"."""
    while re.search(r"\b(?:Dr|Prof|Mr|Mrs|Ms|M|[A-Z])$", body[piece.right : end]) and body[end : end + 1] == ".":
        stop = _STOP_AFTER.search(body, end + 1, end + _REACH)
        end = stop.start() if stop else min(len(body), end + _REACH)
    return end


def _before_start(
    body: str, piece: _Piece, sentences: Sequence[Span], previous: tuple[_Piece, str | None] | None
) -> int:
    """Where the words that may introduce the piece begin: with its sentence, or after the quote before it."""
    index = bisect_right(sentences, piece.left, key=lambda span: span.start) - 1
    start = sentences[index].start if index >= 0 else 0
    stop = max(body.rfind(mark, start, piece.left) for mark in "。！？")
    start = max(start, stop + 1)
    return max(start, previous[0].right) if previous is not None else start


def _leads_in(before: str, words: _Words) -> bool:
    """Whether what stands before the piece ends by letting somebody speak."""
    tail = before.rstrip(" \t")
    if _IDEOGRAPH.search(tail[-4:]):
        return words.leading_zh.search(tail) is not None
    return words.leading.search(tail) is not None


def _leads_out(body: str, piece: _Piece, after: str, words: _Words) -> bool:
    """Whether what follows the piece tells who said it."""
    head = after[:160]
    if _IDEOGRAPH.search(head[:12]):
        return words.speech_zh.search(head) is not None and body[piece.end - 1] in "。！？，…,.?!" + "”"
    ended = body[piece.end - 1] == "."
    lower = re.match(r"\s*,?\s*(?:[a-z])", head) is not None
    if ended and not lower:
        return False
    if _ACCORDING.match(head):
        return True
    closed = body[piece.end - 1] in ",?!—–-." or head.startswith(",")
    return closed and words.speech.search(head) is not None


def _speaker_before(body: str, start: int, end: int, named: _Named, sentences: Sequence[Span]) -> str | None:
    """The last one named before the last verb of saying, or whom the pronoun there stands for."""
    words = _words()
    window = body[start:end]
    verbs = [*words.speech.finditer(window), *words.speech_zh.finditer(window)]
    at = start + max((verb.start() for verb in verbs), default=len(window))
    inside = named.within(start, at)
    pronoun = max((p.start() for p in words.pronoun.finditer(window[: at - start])), default=-1)
    if inside and (pronoun < 0 or named.starts[inside[-1]] > start + pronoun or not _is_subject(window, pronoun)):
        return named.names[inside[-1]]
    if pronoun >= 0:
        return _last_subject(start, named, sentences)
    late = named.within(at, end)
    if late:
        return named.names[late[0]]
    institution = _INSTITUTION.search(window)
    if institution is not None:
        return institution[1].strip()
    return _office_holder(window, named) or _last_subject(start, named, sentences)


def _is_subject(window: str, pronoun: int) -> bool:
    """Whether a pronoun begins a clause; after 对 or "to" it does not."""
    return re.search(r"(?:^|[，,；;。.])\s*(?:and\s|but\s)?$", window[:pronoun]) is not None


def _speaker_after(body: str, piece: _Piece, end: int, named: _Named, sentences: Sequence[Span]) -> str | None:
    """The first one named in the attribution, or whom the pronoun there stands for."""
    words = _words()
    window = body[piece.right : end]
    inside = named.within(piece.right, end)
    pronoun = words.pronoun.search(window)
    if inside and (pronoun is None or named.starts[inside[0]] < piece.right + pronoun.start()):
        return named.names[inside[0]]
    if pronoun is not None:
        return _last_subject(piece.left, named, sentences)
    according = _ACCORDING.match(window)
    if according is not None:
        return according[1].strip()
    institution = _INSTITUTION.search(window)
    if institution is not None:
        return institution[1].strip()
    holder = _office_holder(window, named)
    if holder is None and re.search(r"\bthe\s[a-z]+\b", window):
        return _last_subject(piece.left, named, sentences)
    return holder


def _office_holder(window: str, named: _Named) -> str | None:
    """Whom "the Minister" means."""
    office = _OFFICE.search(window)
    return named.offices.get(office[1].lower()) if office is not None else None


def _last_subject(before: int, named: _Named, sentences: Sequence[Span]) -> str | None:
    """The first one named in the nearest sentence, of the six before the offset, that names anybody."""
    index = bisect_right(sentences, before, key=lambda span: span.start) - 1
    for span in reversed(sentences[max(0, index - 6) : index + 1]):
        inside = named.within(span.start, min(span.end, before))
        if inside:
            return named.names[inside[0]]
    return None


def _is_sentence(text: str) -> bool:
    """Whether the piece is a whole sentence."""
    clean = text.strip()
    return bool(clean) and clean[-1] in ".!?。！？…" and not clean[0].islower()


def _evidence(body: str, piece: _Piece, end: int, sentences: Sequence[Span]) -> Evidence:
    """The sentences that hold the piece and its attribution; of a very long one what begins with the piece."""
    first = bisect_right(sentences, piece.left, key=lambda span: span.start) - 1
    last = bisect_right(sentences, max(piece.end, end) - 1, key=lambda span: span.start) - 1
    start = sentences[first].start if first >= 0 else piece.left
    stop = max(sentences[last].end if last >= 0 else piece.right, piece.end)
    start = min(start, piece.left)
    if stop - start > _LONGEST:
        start = piece.start
        stop = min(piece.end, start + _LONGEST)
    return Evidence("body", body[start:stop], start, stop)


@cache
def _words() -> _Words:
    """The words of quotes.yml as patterns."""
    data = yaml.safe_load(Path(__file__).with_name("quotes.yml").read_text(encoding="utf-8"))
    latin = {key: "|".join(map(re.escape, sorted(data[key], key=len, reverse=True))) for key in data}
    speech, speech_zh = rf"\b(?:{latin['speech']})\b", f"(?:{latin['speech_zh']})"
    return _Words(
        speech=re.compile(speech),
        speech_zh=re.compile(speech_zh),
        leading=re.compile(rf"(?:{speech})(?:\sthat|\sas)?[:,]?(?:\sthat,?)?$"),
        leading_zh=re.compile(rf"(?:{speech_zh})(?:道|过|着)?[^。！？“”]{{0,8}}[：:，,]?$"),
        names=re.compile(rf"\b(?:{latin['names']}),?\s*$", re.IGNORECASE),
        names_zh=re.compile(f"(?:{latin['names_zh']})$"),
        pronoun=re.compile(rf"\b(?:{latin['pronouns']})\b|(?:{latin['pronouns_zh']})"),
    )

"""What stands around a name in Latin letters: who it is, and what it does."""

from __future__ import annotations

import re
from bisect import bisect_right

from ...script import HAN
from ..sentences import Span
from .lexicon import LatinWords, fold
from .mention import Context, Text

_BEFORE, _AFTER = 200, 220  # characters that are read on either side
_WORD = re.compile(r"[^\W\d_]+(?:[-‐’'‘.&][^\W\d_]+)*\.?(?:[’']s)?|&")
_HONORIFIC = re.compile(r"([^\W\d_]+)\.?\)?(?:[^\S\n]|\n(?!\s))*(?<=[\s-])$")
_HAN = re.compile(rf"[{HAN}]$")
_LABEL = re.compile(r"\*{0,2}[:：]\*{0,2}\s")
_APPOSITION = re.compile(r"(?:[’'‘]s)?,\s+|\s+\(|\s+[–—]\s+")
_ARTICLE = re.compile(r"(?:an?|the|his|her|their|its|also|then|now|both)\s+(?:late\s+|former\s+(?=the))?")
_SOMEBODY = re.compile(r"(?:,\s+|\s+\(|\s+[–—]\s+)who\s")
_WHO = re.compile(r"who\s+(?:is|was|are|were)?\s*(?:an?\s+|the\s+)?")
_CLAUSE = re.compile(
    r"who\s+(?:(?P<be>is|was|are|were)\s+(?:now\s+|also\s+)?(?:an?\s+|the\s+)?|(?:has|had|have|will|now|also|still|once|later|then|jointly)\s+)*"
    r"(?P<rest>(?P<verb>[\w-]+).*)",
    re.DOTALL,
)
_AS = re.compile(
    r"[^,.;:()\n]{3,60}?\sas\s(?:an?\s|the\s|its\s|his\s|her\s)?(?P<office>[^,.;:()\n]{4,80})(?=[,.;:()\n])"
)
_OF = re.compile(
    r"\s+(?:of|from|at|with)\s+(?:the\s+)?(?=[A-Z]|[a-z]+ (?:office|institute|team|centre|center|agency|ministry))"
)
_END = re.compile(
    r"[,;:()\[\]\"“”«»\n]|[.!?](?=\s|$)|\s[–—-]\s|\s(?:who|whose|which|said|says|told|added|has|had|is|was|were|are|will|when|while|signed|met|"
    r"led|visited|wrote|explained|noted|on\s+[A-Z]|took|sit|called|welcomed|thanked|as\s|compared|agreed)\b"
)
_CALLINGS = ("ologist", "ographer", "ician", "onomer", "onomist")
_AND_NAME = re.compile(r",?\sand\s(?:by\s|with\s)?([A-Z][^\s,]*)\s[A-Zdv]")
_LIST = re.compile(r",\s[a-z][^,.;]{1,50}\sand\s[a-z][^,.;]{1,40}(?=[,.;])")
_SPEECH_BEFORE = re.compile(
    r"\b(?:said|says|added|adds|explained|recalled|recalls|noted|asked|wrote|replied|according to|told|quoted|remarked|"
    r"stressed|warned)\s+(?:the\s+)?$"
)
_VERB = re.compile(r",?\s([a-z]+)(?:\s([a-z]+))?")
_COMMA_OF = re.compile(r",\s(?:of|at|from)\s(?:the\s)?")
_PLACE_OF_WORK = re.compile(
    r"[^,.;:()\"“”\n]{3,80}?(?=[,.;:()\"“”\n]|\s(?:said|told|has|had|is|was|who|compared|and|showed|will|wrote|met|with)\b|$)"
)
_CLOSED = re.compile(r"[,.;)”\"]")
_AGED = re.compile(r",\s(?:aged\s)?[1-9][0-9](?=,)")  # Ada Okonkwo, 34, a chemist
_PERSONAL = re.compile(  # what is said of people only
    r",\s(?:aged\s)?[1-9][0-9],|\s\([1-9][0-9]\)[\s,]|\s(?:was|is)\s(?:born|married)\b"
    r"|\s(?:has\sbeen|was|is|had\sbeen|will\sbe)\s(?:re-)?(?:appointed|elected|sworn|nominated|promoted|knighted|replaced\sas|named\s(?:as\s)?(?:the\s|an?\s)?(?:head|director|chair))"
)
_MEMBER = re.compile(  # Ada Okonkwo (University of Lagos)
    r"\s\(((?:[A-Z][\w'’-]*\s){0,4}"
    r"(?:University|Institute|College|Academy|Ministry|Polytechnic|Observatory|Universidad|Université|Universität)\b[^()\n]{0,60})\)"
)
_PRONOUN = re.compile(  # Ada Okonkwo had taken her goats; Ada Okonkwo sells fish. She knows ...
    r"[^A-Z.!?;\n]{0,160}\b(?:her|his|she|he|herself|himself)\b"
    r"|\s[^A-Z.!?;\n]{0,160}[.!?]\s(?:[\"“][^\"”\n]{2,120}[\"”]\s(?:she|he)\s|(?:She|He|Her|His)\s)"
)
_SPEAKING = re.compile(
    r"\b(?:Speaking|Addressing|Asked|Welcoming|Recalling|Standing|Sitting|Smiling|Answering|Raised|Educated)\b[^.,;\n]{1,70},\s\Z"
)
_NOBODY = re.compile(  # Lima Lens, a maker of mirrors
    r",\s(?:an?|the)\s(?:[\w'’-]+\s){0,4}(?:company|firm|maker|manufacturer|start-?up|agency|bank|newspaper|outlet|ship|vessel|"
    r"subsidiary|utility|charity|brand|city|town|village|district|valley|river|island|mountain|port|lake|region|suburb)\b"
)
_SPEECH, _LABEL_LENGTH = 90, 48  # characters before a name in which they begin
_LISTED = re.compile(  # a line of a list: - Ada Okonkwo, Institute of Soils (Peru)
    r",\s(?:the\s)?(?:[A-Z][\w'’-]*\s){0,4}(?:University|Institute|College|Academy|Ministry|Polytechnic|Observatory|Laboratory)\b[^.\n]{0,60}$",
    re.MULTILINE,
)
_ROLE_LABEL = re.compile(r"^[-*•·\s]{0,4}([A-Z][A-Za-z /-]{2,40}):\s*\Z", re.MULTILINE)  # Coordinator: Ada Okonkwo
_BULLET = re.compile(r"^[-*•·–\s]{0,4}\Z", re.MULTILINE)
_LATE = re.compile(r"\bthe late\s+$")
_ACCORDING = re.compile(
    r"(?:[Aa]ccording to|[Tt]hanks to|(?:led|headed|chaired|signed|written|discovered|invented|founded|developed) by|"
    r"[Cc]o-?authored by|with colleagues|accompanied by|met with)\s+$"
)


def read_context(text: Text, start: int, end: int, possessive: bool, words: LatinWords) -> Context:
    """Reads the words around `start`..`end` inside its sentence."""
    floor, ceiling = _sentence(text, start, end)
    after = text.text[end : min(ceiling, end + _AFTER)]
    points = 0.0
    begin, honorific = _skip_honorifics(text.text, start, words)
    floor = min(floor, begin)
    before = text.text[max(floor, begin - _BEFORE) : begin]
    direct = role_before(text.text, begin, floor, words)
    titled = honorific or (direct is not None and _is_title(text.text[direct.start : direct.end], words))
    following = None if possessive else role_after(text.text, end, ceiling, words)
    comma = None
    if direct is None and before.endswith((", ", ",\n")):
        comma = role_before(text.text, begin - 2, floor, words)
    acting = False
    if comma is not None and _CLOSED.match(text.text, end) and text.text.find(" ", start, end) > 0:
        points += 0.75  # her deputy, Nahashon Kiptoo, comes from ...
    described = following is not None or (not possessive and _SOMEBODY.match(text.text, end, ceiling) is not None)
    points += 3 * honorific + 2.5 * (direct is not None) + 2.5 * described + 1.5 * (comma is not None)
    if _SPEECH_BEFORE.search(before) or _speaks(after, words.speech):
        points, acting = points + 2, True
    elif _ACCORDING.search(before):
        points, acting = points + 1.5, True
    elif _speaks(after, words.acts):
        points, acting = points + 1, True
    points += 2 * (_LATE.search(before) is not None)
    labelled = _LABEL.match(text.text, end) is not None and text.text[start - 1 : start] in ("", "\n", "*")
    points += 1.5 * labelled + _told_of_people(text.text, start, end, ceiling, described)
    office = _office_label(text.text, start, words)
    points += 2.5 * (office is not None)
    role = direct or following or comma or office
    if role is None and honorific and text.text[begin:start].strip(" .") in {"Professor", "Prof"}:
        role = Span(begin, begin + len("Professor")) if text.text.startswith("Professor", begin) else None
    described = following is not None or labelled
    last = text.text[direct.start : direct.end].rsplit(maxsplit=1)[-1].lower() if direct else ""
    plural = last.endswith("s") and last in words.roles
    return Context(points, role or _affiliation(text.text, end, ceiling), titled, described, acting, plural)


def _told_of_people(text: str, start: int, end: int, ceiling: int, described: bool) -> float:
    """Points for what is said of people only: an age, a birth, an office, a pronoun that points back at the name."""
    points = 0.0
    if not described and (_PERSONAL.match(text, end, ceiling) or _MEMBER.match(text, end, ceiling)):
        points = 2.5
    if text.find(" ", start, end) > 0:
        points += 2 * (
            _LISTED.match(text, end) is not None and _BULLET.search(text, max(0, start - 8), start) is not None
        )
        points += 1.5 * (_PRONOUN.match(text, end, end + _AFTER) is not None)
        points -= 3 * (_NOBODY.match(text, end, ceiling) is not None)
        points += 2 * (_SPEAKING.search(text, max(0, start - _SPEECH), start) is not None)
    return points


def _office_label(text: str, start: int, words: LatinWords) -> Span | None:
    """The role that labels the name: "Coordinator: Ada Okonkwo"."""
    if text[start - 2 : start] != ": ":
        return None
    office = _ROLE_LABEL.search(text, max(0, start - _LABEL_LENGTH), start)
    return Span(*office.span(1)) if office is not None and _describes(office[1], words) else None


def _sentence(text: Text, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence that holds the name."""
    index = bisect_right(text.sentences, start, key=lambda span: span.start) - 1
    if index < 0:
        return 0, len(text.text)
    span = text.sentences[index]
    return span.start, max(end, span.end)


def _skip_honorifics(text: str, start: int, words: LatinWords) -> tuple[int, bool]:
    """The offset before "Prof. Dr." and the like, and whether there is any."""
    found = False
    while True:
        word = _HONORIFIC.search(text, max(0, start - 16), start)
        if word is None or word[1] not in words.honorifics:
            return start, found
        start, found = word.start(), True


def _is_title(role: str, words: LatinWords) -> bool:
    """Whether the role ends in a title that a surname alone may follow: "U.S. President"."""
    last = role.rsplit(maxsplit=1)[-1]
    return last[0].isupper() and last.lower() in words.titles


def _speaks(after: str, verbs: frozenset[str]) -> bool:
    """Whether a verb follows, perhaps after an adverb."""
    found = _VERB.match(after)
    if found is None:
        return False
    return found[1] in verbs or (
        found[1] in {"also", "then", "later", "once", "never", "often", "himself", "herself"} and found[2] in verbs
    )


def role_before(text: str, end: int, floor: int, words: LatinWords) -> Span | None:
    """The role that stands right before `end`: "Hungary's State Secretary for Tax Affairs"."""
    found = list(_WORD.finditer(text, max(floor, end - _BEFORE), end))
    if not found or text[found[-1].end() : end].strip() or found[-1][0].lower() in {*words.stops, "and"}:
        return None
    at = _role_word(text, found, words)
    if at is None:
        return None
    first = at
    while (
        first > 0
        and text[found[first - 1].end() : found[first].start()].isspace()
        and _modifies(found, first - 1, words)
    ):
        first -= 1
    while first < at and found[first][0].lower() == "and":
        first += 1
    return Span(found[first].start(), found[-1].end())


def _role_word(text: str, found: list[re.Match[str]], words: LatinWords) -> int | None:
    """The index of the role's own word: the last one, or one that "of", "for" or "to" completes."""
    for back in range(1, min(len(found), 14) + 1):
        index = len(found) - back
        if back > 1 and text[found[index].end() : found[index + 1].start()].strip(" ,\n"):
            return None
        word = found[index][0].lower()
        completed = back > 2 and found[index + 1][0].lower() in {"of", "for", "to", "at", "in", "on", "with"}
        comma = back > 1 and "," in text[found[index].end() : found[index + 1].start()]
        if word.removesuffix(".") in words.roles and (back == 1 or completed) and not comma:
            return index
        if back > 1 and (word in words.speech or word in {"who", "which", "that", "is", "was", "are", "met"}):
            return None
    return None


def _modifies(found: list[re.Match[str]], index: int, words: LatinWords) -> bool:
    """Whether the word belongs to the role that follows it."""
    word = found[index][0]
    if word in {"and", "And", "&"}:
        left = found[index - 1][0] if index else ""
        return (
            bool(left)
            and left.lower() not in words.stops
            and (left[0].islower() or left in words.organisations or left.lower() in words.roles)
        )
    if word.lower() in words.stops or word.lower() in words.speech or word in words.honorifics:
        return False
    return not word.endswith(".") or word.count(".") > 1


def role_after(text: str, end: int, ceiling: int, words: LatinWords) -> Span | None:
    """The role in the apposition after `end`: ", a senior researcher at the ...", ", who leads the ..."."""
    aged = _AGED.match(text, end, ceiling)
    opened = _APPOSITION.match(text, aged.end() if aged else end, ceiling)
    if opened is None:
        return None
    who = _WHO.match(text, opened.end(), ceiling)
    begin = who.end() if who else opened.end()
    article = _ARTICLE.match(text, begin, ceiling) if who is None else None
    begin = article.end() if article else begin
    stop = _end_of_role(text, begin, min(ceiling, begin + _AFTER), words)
    stop = next((m.start() for m in _AND_NAME.finditer(text, begin, stop) if fold(m[1]) in words.given), stop)
    phrase = text[begin:stop].rstrip(" .")
    if not phrase:
        return None
    if who is not None and (office := _office(text, begin, ceiling, words)) is not None:
        return office
    if who is not None and not _tells_charge(text[who.start() : stop], words):
        return None
    if who is None and not _describes(phrase, words):
        return None
    return Span(begin, begin + len(phrase))


def _tells_charge(clause: str, words: LatinWords) -> bool:
    """Whether "who ..." says what somebody is or is in charge of, and not only what somebody once did."""
    told = _CLAUSE.match(clause)
    if told is None:
        return False
    return told["verb"] in words.charges or (told["be"] is not None and _describes(told["rest"], words))


def _office(text: str, begin: int, ceiling: int, words: LatinWords) -> Span | None:
    """The office in "who represents Peru as ambassador to Chile"."""
    found = _AS.search(text, begin, ceiling)
    if found is None or not _describes(found["office"], words):
        return None
    return Span(*found.span("office"))


def _end_of_role(text: str, begin: int, ceiling: int, words: LatinWords) -> int:
    """Where the description ends; it may hold a list, as in "minister for science, technology and innovation"."""
    end = _END.search(text, begin + 1, ceiling)
    stop = end.start() if end else ceiling
    more = _LIST.match(text, stop, ceiling)
    if more is None or not re.search(r"\b(?:for|of|in|and)\s+[a-z]\S*(?:\s[a-z]\S*)?$", text[begin:stop]):
        return stop
    first = re.match(r",\s([a-z]+)", more[0])
    return stop if first and (first[1] in words.speech or first[1] in words.stops) else more.end()


def _describes(phrase: str, words: LatinWords) -> bool:
    """Whether the phrase says what somebody is: its head, before any "of" or "at", is a role."""
    head = re.split(r"\s(?:of|at|for|in|from|with|to|on|that|who|and\s+[A-Z])\b", phrase, maxsplit=1)[0]
    last = list(_WORD.findall(head))[-3:]
    if not last or len(head.split()) > 9:
        return False
    if head.split()[0] in words.speech | words.acts | words.stops:
        return False
    plain = [word.lower().removesuffix("’s").removesuffix("'s").removesuffix(".") for word in last]
    if plain[-1].endswith("s"):  # "Gibraltar, officials said"
        return False
    return plain[-1].rsplit("-", 1)[-1] in words.roles or plain[-1] in words.roles or plain[-1].endswith(_CALLINGS)


def _affiliation(text: str, end: int, ceiling: int) -> Span | None:
    """What follows "of", where nothing else tells the role: "Caio Roe of the Southern Institute"."""
    member = _MEMBER.match(text, end, ceiling)
    if member is not None:
        return Span(*member.span(1))
    opened = _OF.match(text, end, ceiling) or _COMMA_OF.match(text, end, ceiling)
    if opened is None:
        return None
    found = _PLACE_OF_WORK.match(text, opened.end(), ceiling)
    if found is None:
        return None
    return Span(found.start() + 4 * found[0].startswith("the "), found.end())

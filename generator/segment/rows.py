"""What each line of a document is, before anything is known of where articles begin."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from ..model import Line
from ..script import HAN, as_printed, simplified
from ..taxonomy import SourceNames
from .boilerplate import is_footer, is_furniture, opens_tail
from .bylines import is_editor_line, is_name_line, read_byline, strip_mail, without_mail, without_outlet
from .captions import is_caption
from .closing import read_closing
from .credits import NO_FACTS, Facts, is_account_line, labels_alone, read_credit, signed_for
from .dateline import bracketed_dateline
from .dates import find_dates
from .masthead import is_issue_line, is_tagline, issue_date
from .source import is_outlet, letterhead_name
from .words import all_caps, ends_sentence, han, holds, matches, width

_MARKER = re.compile(
    r"^(?:[\u2580-\u25ff\u2600-\u27bf※•]+\s*(?:0\d\s*(?=\D)|[1-9]\d?\s*[.、．)）:：]\s*(?=\D))?|[【\[(（]?\d{1,2}[】\])）]\s*(?=\S)|\d{1,2}\s*[.、．]\s*(?=\D)"
    r"|[一二三四五六七八九十]{1,2}、\s*|[（(][一二三四五六七八九十]{1,2}[）)]\s*|[\[(（【]?\d{1,2}\s?/\s?\d{1,2}[\])）】]?[\s.:：–—-]+(?=\D)|(?:item"
    r"|story|news item)\s+\d{1,2}\s*[:：.–—-]\s*|[①-⑳]\s*|(?:>>+|»)\s*|\d{1,2}\s*[|｜]\s*(?=\D)"
    r"|[\[(（【]?[012]?\d[:：h][0-5]\d[\])）】]?\s*(?:[A-Z]{2,4}\b)?\s*[|｜–—:-]?\s*(?=[^\W\d])|No\.\s?\d{1,2}[:：.]\s*"
    r"|[#*>=~|<§-]{0,4}\s*\d{1,2}\s*[#*>=~<]{1,4}\s*(?=\D)|[#*=~§]{1,4}\s*\d{1,2}\s+(?=\D)"
    r"|0\d\s*(?![年月日时分]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)(?=[^\W\d]|[“《「\"]))",
    re.IGNORECASE,
)
_PARAGRAPH = 60  # characters of a line that is none by its stop
_SENTENCES = re.compile(
    r"[。！？；][”』」）]?[^”』」）\s]|(?:[a-z]{4}|[\d)”\"])[.!?][”\"’)]*\s+[\"“‘(]?[A-ZÀ-Þ]"
)  # one ends, one follows
_GOES_ON = frozenset(";；,，:：、")
_EXCLAIMS = frozenset("?!？！\"”’'」』")
_LABELLED = 2  # cells of a table: a label and its value
_STOPS = frozenset(".。")
_QUOTES = re.compile(r"[\"“”„«»「」『』]")
_PAIR = 2  # quotation marks of one quotation; more of them are speech
_SAID = re.compile(
    r"[说道称示出][:：，,]\s?[“「\"]|\b(?:says?|said|added|told \w+)[:,]\s[“\"]"
)  # what is quoted is a sentence
_ANSWER = re.compile(r"[QA问答]\s*[:：]")
_END_MARK = re.compile(
    r"\s*[(（\[【<＜〈]\s*(?:end|ends|完|全文完)\s*[)）\]】>＞〉]\s*$", re.IGNORECASE
)  # behind a sentence
_SHORT = 60  # columns; two exclamations may make a title
_UNFINISHED = 90  # columns of a title of two sentences, the last without its stop
_TITLE_LABEL = re.compile(
    r"^(?:title|headline|subject|re|titre|título|titel|标题|题目|题名|原标题)\s*[:：]\s*(?P<title>\S.*)$", re.IGNORECASE
)
_BETWEEN_LABELS = re.compile(r"\s*[/|｜·]\s*")
_BAR = re.compile(r"[/|｜·]")
_NUMBER = re.compile(r"\s*(?:no\.?|nr\.?|#|第)?\s*\d[\d/.-]*\s*号?$", re.IGNORECASE)  # "PRESS RELEASE No. 45/2023"
_SPEAKER = re.compile(rf"^(?:Q|A|问|答|记者|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{0,3}}|[{HAN}·]{{2,6}})\s*[:：]")
_REPORTERS_OUTLET = re.compile(rf"^\W*(?!本)([{HAN}]{{2,8}}[社报网台刊])(?:驻[{HAN}]{{2,6}})?(?:特派|见习|实习)?记者")
_NAME_AND_OUTLET = re.compile(
    r"^(?P<name>[^,，|/·•]+?)(?:\s*[,，|/·•]\s*|\s+[–—-]\s+)(?P<outlet>[^,，|/·•]+)$"
)  # "Jane Doe, Mekong Times"
_BY_INSIDE = re.compile(r"(?<=\w)\s*(?:[/|｜·•]|\s[–—-])\s*(?=[Bb][Yy]\s+[A-ZÀ-Þ])")
_CELLS = re.compile(r"[|｜]|\s[/·–—-]\s")  # between the parts of a line that is no sentence
_WORDS = re.compile(r"[^\W\d_]+")
_WORDS_OF_SECTION = 3  # with a month's name
_WORDS_OF_NAME = 5
_RECURS = 120  # characters of a line that may stand on the next page of the same outlet again
_LINES = 8192  # so many of them are remembered


class Kind(StrEnum):
    """What a line is."""

    TEXT = "text"  # a title, a paragraph, a subhead: the article's own words
    CREDIT = "credit"  # source, date, author
    BYLINE = "byline"
    EDITOR = "editor"
    CAPTION = "caption"
    FURNITURE = "furniture"  # cut wherever it stands
    FOOTER = "footer"  # the page's last words
    TAIL = "tail"  # other stories and contacts follow
    LABEL = "label"  # the name of a section or genre
    ISSUE = "issue"  # volume, number, edition


class _Reading(NamedTuple):
    """What a line is, whatever stands around it."""

    kind: Kind
    facts: Facts = NO_FACTS
    title: str | None = None  # what stands behind the label of a title


@dataclass(frozen=True)
class Row:
    """A line of the document and what it is."""

    line: Line
    kind: Kind
    facts: Facts = NO_FACTS

    @cached_property
    def text(self) -> str:
        """The line as printed."""
        return self.line.text.strip()

    @cached_property
    def bare(self) -> str:
        """The line without the ■ or number that an item starts with."""
        return _MARKER.sub("", self.text).strip()

    @cached_property
    def marked(self) -> bool:
        """Whether a ■ or a number starts the line."""
        return is_marked(self.text)

    @cached_property
    def title_like(self) -> bool:
        """Whether the line may be a title or subhead: the article's words, short, and no sentence."""
        return self.kind is Kind.TEXT and is_title_like(self.bare, marked_up=self.line.level > 0)

    @cached_property
    def paragraph(self) -> bool:
        """Whether it is running text: the article's words, and no title or subhead."""
        return (
            self.kind is Kind.TEXT and not self.title_like and (ends_sentence(self.text) or len(self.text) > _PARAGRAPH)
        )


def is_title_like(text: str, marked_up: bool = False) -> bool:
    """Whether a text may be a title: some words, no paragraph, no sentence, no speaker's turn."""
    text = _END_MARK.sub("", text)
    if not any(character.isalpha() for character in text) or width(text) > 260 or len(text.split()) > 34:
        return False
    if marked_up:
        return True
    if width(text) > (_SHORT if ends_sentence(text) else _UNFINISHED) and _SENTENCES.search(text):
        return False
    heading = text[-1:] in (":", ",") and all_caps(text) and len(text.split()) > 1  # of two lines in capitals
    if (text[-1:] in _GOES_ON and not heading) or (text[:1] in "QA问答" and _ANSWER.match(text)):
        return False
    if not ends_sentence(text) or _is_closed_head(text):
        return True
    spoken = len(_QUOTES.findall(text)) > _PAIR or _SAID.search(text) is not None
    return text[-1:] in _EXCLAIMS and not (text[-2:-1] in _STOPS and spoken)


def _is_closed_head(text: str) -> bool:
    """Whether a line in capitals only ends in a stop, as names and titles did in old papers: "THE RHINE MERCURY."."""
    return all_caps(text) and width(text) <= _SHORT and len(text.split()) > 1


def is_marked(text: str) -> bool:
    """Whether a ■ or a number starts a line, as it does an item's title."""
    return _MARKER.match(text) is not None


def is_turn(text: str) -> bool:
    """Whether a paragraph opens with a speaker's name or with Q: and A:."""
    return _SPEAKER.match(text) is not None


_STRONG: tuple[tuple[Kind, Callable[[str], bool]], ...] = (
    (Kind.TAIL, opens_tail),
    (Kind.LABEL, lambda text: width(text) <= 90 and _is_label(text)),
    (Kind.FOOTER, is_footer),
)
_WEAK: tuple[tuple[Kind, Callable[[str], bool]], ...] = (
    (Kind.EDITOR, is_editor_line),
    (Kind.FURNITURE, is_furniture),
    (Kind.CAPTION, is_caption),
    (Kind.ISSUE, is_tagline),
)


#: Kinds of lines whose cells belong together.
_TOGETHER = (Kind.ISSUE, Kind.LABEL, Kind.EDITOR, Kind.FURNITURE, Kind.FOOTER, Kind.TAIL)


def _is_label(text: str) -> bool:
    """Whether a line holds nothing but names of sections or genres, perhaps in two languages, and a number."""
    for date in reversed(find_dates(text)):
        text = text[: date.start] + text[date.end :]
    text = _NUMBER.sub("", text).strip(" ,:：")
    if matches("label", text):
        return True
    parts = [part for part in _BETWEEN_LABELS.split(text) if part] if _BAR.search(text) else []
    return len(parts) == 2 and all(matches("label", part) for part in parts)


def rows_of(line: Line, sources: SourceNames) -> list[Row]:
    """The row of a line; where its cells stand apart and do not make a credit or a menu together, one for each."""
    cells = line.text.split("\t")
    if (
        len(cells) == _LABELLED
        and len(cells[0]) > 1
        and (labels_alone(cells[0]) or _TITLE_LABEL.match(f"{cells[0]}: {cells[1]}"))
    ):
        cells = [f"{cells[0].rstrip(':： ')}: {cells[1]}"]
        line = replace(line, text=cells[0])
    whole = classify(replace(line, text=" ".join(cells)) if len(cells) > 1 else line, sources)
    if len(cells) == 1 or whole.kind in _TOGETHER or is_account_line(" ".join(cells)):
        return [replace(whole, line=line) if whole.kind is Kind.ISSUE else whole]
    barred = classify(replace(line, text=" | ".join(cells)), sources)
    if barred.kind is Kind.FURNITURE or (barred.kind is Kind.CREDIT and _is_sure(barred.facts, cells, sources)):
        return [barred]
    apart = [classify(replace(line, text=cell), sources) for cell in cells]
    return [whole] if all(row.kind is Kind.TEXT and not row.title_like for row in apart) else apart


def _is_sure(facts: Facts, cells: list[str], sources: SourceNames) -> bool:
    """Whether what stands on a line without a label can be what it was taken for."""
    outlet = facts.source is None or facts.source not in cells or is_outlet(facts.source, sources)
    return outlet and (facts.byline is None or facts.byline not in cells or is_name_line(facts.byline))


def classify(line: Line, sources: SourceNames) -> Row:
    """The row of a line: the first rule that fits. Headings hold no credits, bylines and captions."""
    text = line.text.strip()
    read = _read if len(text) <= _RECURS else _read.__wrapped__
    reading = read(text, line.level > 0, sources)
    if reading.title is not None:
        line = replace(line, text=reading.title, strong=True)
    return Row(line, reading.kind, reading.facts)


@lru_cache(_LINES)
def _read(printed: str, headed: bool, sources: SourceNames) -> _Reading:
    """What a line is whose text is `printed`; `headed`: it is marked up as a heading."""
    text = without_mail(simplified(printed))
    if "@" in printed and "@" not in text and is_name_line(text) and read_byline(text) is None:
        return _Reading(Kind.BYLINE, Facts(byline=as_printed(text, text, printed)))
    if "@" in text and (facts := read_credit(strip_mail(text), sources)) is not None and facts.date is not None:
        text = strip_mail(text)
    reading = (None if headed else _stated(printed, text, sources)) or _classified(text, headed, sources)
    if text == printed or reading.facts.empty:
        return reading
    return reading._replace(facts=reading.facts.as_printed(text, printed))


def _classified(text: str, headed: bool, sources: SourceNames) -> _Reading:
    """What a line is whose reading is `text`."""
    for kind, fits in _STRONG:
        if fits(text):
            dates = find_dates(text) if kind is Kind.LABEL else ()
            return _Reading(kind, Facts(date=dates[0]) if dates else NO_FACTS)
    facts = None if headed and not _is_dated_section(text) else read_credit(text, sources)
    if is_issue_line(text) and not (facts and (facts.issue or facts.byline)):
        return _Reading(Kind.ISSUE, Facts(date=issue_date(text), issue=True))
    if facts is not None:
        notes = Kind.EDITOR if is_editor_line(text) else Kind.FURNITURE
        return _Reading(notes if facts.empty else Kind.CREDIT, facts)
    if not headed and (signed := _signed(text, sources)) is not None:
        return _Reading(Kind.BYLINE, signed)
    weak = next((kind for kind, fits in _WEAK if fits(text)), Kind.TEXT)
    return _Reading(Kind.TEXT if weak is Kind.CAPTION and headed else weak)


def _is_dated_section(text: str) -> bool:
    """Whether a heading is nothing but a day and the name of a section: "Computing · 21.10.2024"."""
    return len(_WORDS.findall(text)) <= _WORDS_OF_SECTION and any(date.day for date in find_dates(text))


def _stated(printed: str, text: str, sources: SourceNames) -> _Reading | None:
    """What a line is that says so itself: a note, a title behind its label, a dateline on a line of its own."""
    if (note := read_closing(text)) is not None:
        cells = han(text) > 0 or _CELLS.search(text)  # "Written by Jane Doe | 3 May 2021 | Lima" is a credit
        facts = read_credit(text, sources) if cells else None
        return _Reading(Kind.CREDIT, facts if facts is not None and facts.told > note.told else note)
    if (labelled := _TITLE_LABEL.match(text)) and is_title_like(labelled["title"]):
        return _Reading(Kind.TEXT, title=printed[labelled.start("title") :])
    wired = bracketed_dateline(text)
    return _Reading(Kind.CREDIT, Facts(wired.agency, wired.byline, wired.date)) if wired else None


def _signed(text: str, sources: SourceNames) -> Facts | None:
    """Who wrote it, and perhaps for whom, of a line that says nothing else."""
    text, own_outlet = without_outlet(text)
    if (byline := read_byline(text)) is not None and own_outlet is not None:
        return Facts(own_outlet, byline)
    if byline is not None:
        own = _REPORTERS_OUTLET.match(text)
        writers, signed = signed_for(byline, sources)
        if signed is None and is_outlet(byline, sources):  # "By The Associated Press"
            return Facts(source=byline)
        return Facts(own[1] if own else signed, writers)
    if _BY_INSIDE.search(text) is not None:  # "Tide Science / By Jane Doe"
        outlet_name, by = _BY_INSIDE.split(text, maxsplit=1)
        if (byline := read_byline(by)) is not None and len(outlet_name.split()) <= _WORDS_OF_NAME:
            return Facts(outlet_name if is_outlet(outlet_name, sources) else None, byline)
    if shared := _NAME_AND_OUTLET.match(text):
        name, outlet_name = shared["name"], shared["outlet"]
        if (
            is_name_line(name)
            and not name.isupper()
            and letterhead_name(outlet_name, sources)
            and not is_outlet(name, sources)
        ):
            return Facts(source=outlet_name, byline=name)
    return None


def is_digest_word(text: str) -> bool:
    """Whether a head line says that a collection of items follows."""
    return (han(text) > 0 or len(text.split()) <= 11) and holds("digest", text)


def is_paragraph(row: Row) -> bool:
    """Whether a row is running text: the article's words, and no title or subhead."""
    return row.paragraph

"""What each line of a document is, before anything is known of where articles begin."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from ..model import Line
from .boilerplate import is_footer, is_furniture, opens_tail
from .bylines import is_editor_line, is_name_line, read_byline
from .captions import is_caption
from .credits import NO_FACTS, Facts, read_credit
from .dates import find_dates
from .masthead import is_issue_line, is_tagline
from .source import SourceNames, is_outlet, is_publication
from .words import ends_sentence, han, holds, matches, width

_MARKER = re.compile(
    r"^(?:[■●◆▲▶►★☆◎□○◇※•➤❖]+\s*|[【\[(（]?\d{1,2}[】\])）]\s*(?=\S)|\d{1,2}\s*[.、．]\s*(?=\D)|No\.\s?\d{1,2}[:：.]\s*)"
)
_NUMBER = re.compile(r"\s*(?:no\.?|nr\.?|#|第)?\s*\d[\d/.-]*\s*号?$", re.IGNORECASE)  # "PRESS RELEASE No. 45/2023"
_SPEAKER = re.compile(r"^(?:Q|A|问|答|记者|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}|[\u3400-\u9fff·]{2,6})\s*[:：]")
_NAME_AND_OUTLET = re.compile(r"^(?P<name>[^,，|/]+)\s*[,，|/]\s*(?P<outlet>[^,，|/]+)$")  # "Jane Doe, Mekong Times"


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


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the document and what it is."""

    line: Line
    kind: Kind
    facts: Facts = NO_FACTS

    @property
    def text(self) -> str:
        """The line as printed."""
        return self.line.text.strip()

    @property
    def bare(self) -> str:
        """The line without the ■ or number that an item starts with."""
        return _MARKER.sub("", self.text).strip()

    @property
    def marked(self) -> bool:
        """Whether a ■ or a number starts the line."""
        return _MARKER.match(self.text) is not None

    @property
    def title_like(self) -> bool:
        """Whether the line may be a title or subhead: the article's words, short, and no sentence."""
        return self.kind is Kind.TEXT and is_title_like(self.bare, marked_up=self.line.level > 0)


def is_title_like(text: str, marked_up: bool = False) -> bool:
    """Whether a text may be a title: some words, no paragraph, no sentence, no speaker's turn."""
    if not any(character.isalpha() for character in text) or width(text) > 260 or len(text.split()) > 34:
        return False
    if marked_up:
        return True
    if re.search(r"[;；,，:：、]$", text) or re.match(r"^(?:[QA]|问|答)\s*[:：]", text):
        return False
    return not ends_sentence(text) or re.search(r"[?!？！\"”’'」』]$", text) is not None


def is_turn(text: str) -> bool:
    """Whether a paragraph opens with a speaker's name or with Q: and A:."""
    return _SPEAKER.match(text) is not None


_STRONG: tuple[tuple[Kind, Callable[[str], bool]], ...] = (
    (Kind.TAIL, opens_tail),
    (Kind.LABEL, lambda text: width(text) <= 90 and matches("label", _NUMBER.sub("", text))),
    (Kind.FOOTER, is_footer),
)
_WEAK: tuple[tuple[Kind, Callable[[str], bool]], ...] = (
    (Kind.EDITOR, is_editor_line),
    (Kind.FURNITURE, is_furniture),
    (Kind.CAPTION, is_caption),
    (Kind.ISSUE, is_tagline),
)


def classify(line: Line, sources: SourceNames) -> Row:
    """The row of a line: the first rule that fits. Headings hold no credits, bylines and captions."""
    text = line.text.strip()
    for kind, fits in _STRONG:
        if fits(text):
            return Row(line, kind)
    facts = None if line.level else read_credit(text, sources)
    if is_issue_line(text) and not (facts and facts.issue):
        dates = find_dates(text)
        return Row(line, Kind.ISSUE, Facts(date=dates[0] if dates else None, issue=True))
    if facts is not None:
        notes = Kind.EDITOR if is_editor_line(text) else Kind.FURNITURE
        return Row(line, notes if facts.empty else Kind.CREDIT, facts)
    if not line.level and (byline := read_byline(text)) is not None:
        outlet = is_outlet(byline, sources)  # "By The Associated Press"
        return Row(line, Kind.BYLINE, Facts(source=byline) if outlet else Facts(byline=byline))
    if not line.level and (shared := _NAME_AND_OUTLET.match(text)):
        name, outlet_name = shared["name"], shared["outlet"]
        if is_name_line(name) and is_publication(outlet_name, sources):
            return Row(line, Kind.BYLINE, Facts(source=outlet_name, byline=name))
    weak = next((kind for kind, fits in _WEAK if fits(text)), Kind.TEXT)
    return Row(line, Kind.TEXT if weak is Kind.CAPTION and line.level else weak)


def with_name_lines(rows: list[Row]) -> list[Row]:
    """The rows with a bare name between a title and a date taken as the byline that it is."""
    out = list(rows)
    for above, i in zip(rows, range(1, len(rows) - 1), strict=False):
        row, below = rows[i], rows[i + 1]
        dated = below.kind is Kind.CREDIT and below.facts.source is None and below.facts.byline is None
        if row.kind is Kind.TEXT and above.title_like and dated and not row.line.level and is_name_line(row.text):
            out[i] = Row(row.line, Kind.BYLINE, Facts(byline=row.text))
    return out


def is_digest_word(text: str) -> bool:
    """Whether a head line says that a collection of items follows."""
    return (han(text) > 0 or len(text.split()) <= 8) and holds("digest", text)

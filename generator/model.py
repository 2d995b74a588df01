"""The values that the stages hand on, in the order in which they come to be.

ingest makes a `Document`, segment makes `Article`s, extract makes `Findings`, curate makes a `Record`. All of them are
immutable and know nothing of files, of Jinja or of MkDocs. Offsets count characters (code points). Codes follow
ISO 3166-1 alpha-2 (XK for Kosovo), dates follow EDTF, languages BCP 47.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

Format = Literal["text", "markdown", "html"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a plain text, or a block (heading, paragraph, list item, table row) of a structured one.

    The text is repaired, on one line, and free of mark-up; it may still be half a sentence, where a column ended. A tab
    in it parts what stands apart on a line of a plain text, as a name on the left and a page number on the right do;
    all other blanks are single spaces.
    """

    text: str
    number: int = 0  # 1-based line of the file it starts on; 0 where the format has none
    level: int = 0  # 1 to 6: a heading as marked up; 0: not marked as one
    gap: bool = False  # at least one blank line (or a block boundary) stands before it
    strong: bool = False  # the whole line is emphasised, as many extractors mark headings and speakers
    indent: int = 0  # columns of blanks before it in a plain text


@dataclass(frozen=True, slots=True)
class Provenance:
    """The article that one of our own digests retells: whose words it is *not*."""

    outlet: str
    date: str | None = None  # EDTF
    title: str | None = None
    url: str | None = None


class State(StrEnum):
    """Who may see an article."""

    DRAFT = "draft"  # it is being worked on: only the preview shows it
    EMBARGOED = "embargoed"  # as a draft before the day that `until` names, published from that day on
    PUBLISHED = "published"  # the site shows it
    WITHDRAWN = "withdrawn"  # its address stays and says so and why; nothing else of it is shown anywhere


@dataclass(frozen=True, slots=True)
class Status:
    """The state that an editor gave an article, and the reason that a withdrawn one prints."""

    state: State = State.PUBLISHED
    until: str | None = None  # ISO 8601 day on which an embargo ends; None: it does not end
    why: str = ""

    def on(self, today: date | None) -> State:
        """The state on a day; without a day every embargo still holds."""
        if self.state is not State.EMBARGOED or today is None or self.until is None:
            return self.state
        return State.PUBLISHED if today.isoformat() >= self.until else State.EMBARGOED


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself in front matter, or a page in its HTML head; it wins over what is read."""

    title: str | None = None
    date: str | None = None  # EDTF
    dated: str | None = None  # a date in other words than EDTF: "22/08/2023", "March 3, 2021"
    source: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    digest_of: tuple[Provenance, ...] = ()  # one for the whole document, or one per article in their order
    status: Status | None = None  # of all its articles


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was collected, decoded and repaired."""

    name: str  # path below the articles folder, POSIX separators
    lines: tuple[Line, ...]  # never empty
    format: Format
    charset: str  # IANA name of the encoding that was read, lower case
    sha256: str  # of the file's bytes, hexadecimal
    metadata: Metadata = Metadata()
    repairs: tuple[str, ...] = ()  # what was mended: "mojibake", "spaces", ...


class DateBasis(StrEnum):
    """Where an article's date comes from."""

    STATED = "stated"  # printed with the article
    ISSUE = "issue"  # the date of the newspaper's issue
    INFERRED = "inferred"  # the year was worked out; the date carries a `?`
    EDITOR = "editor"  # an editor set or confirmed it


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a document, cut free of everything around it."""

    doc: str  # Document.name
    item: int  # 1-based position in the document
    id: str  # readable and unique: see identity.py
    title: str | None
    date: str | None  # EDTF: "2024-05-21", "2022-11-28?", "XXXX-11-28"
    date_basis: DateBasis | None
    source: str | None  # as printed
    source_id: str | None  # id in sources.yml
    byline: str | None
    url: str | None
    body: str  # paragraphs separated by one empty line
    digest_of: Provenance | None = None
    language: str | None = None  # only if the file states it
    status: Status | None = None  # only if the file states it


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence, heading or caption that says so: `text[start:end] == exact` (W3C TextQuote and TextPosition)."""

    field: Literal["title", "body"]
    exact: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """A country or region found in an article, as partner or as mention."""

    id: str  # stable inside the article: "partner:FR"
    code: str  # ISO 3166-1 alpha-2
    score: float  # 0..1
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Naming:
    """A piece of an article that tells of a theme, and whom it, or else its paragraph or the title, names."""

    parties: tuple[str, ...]  # ISO codes and group ids, without the home
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Tag:
    """A group or theme that an article is filed under; `terms` are the words that made it, the weightiest first."""

    id: str  # its id in the taxonomy
    score: float  # 0..1
    evidence: tuple[Evidence, ...] = ()
    terms: tuple[str, ...] = ()
    named: tuple[Naming, ...] = ()  # of a theme: with whom; each party stands in the piece that tells most of both


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom a figure is about; empty: the article does not say."""

    countries: tuple[str, ...] = ()  # ISO codes
    groups: tuple[str, ...] = ()  # ids in groups.yml
    world: bool = False  # an editor says: nobody in particular, all countries


Qualifier = Literal["over", "nearly", "about", "at least", "up to", "less than"]


@dataclass(frozen=True, slots=True)
class Figure:
    """Something counted or measured. A range, or "dozens", has `low` and `high` and no `value`."""

    id: str  # stable inside the article: "figure:114-agreements"
    value: float | int | None  # expanded: "10 billion yuan" is 10000000000
    low: float | int | None
    high: float | int | None
    unit: str  # "count", "person", "percent", "year", an ISO 4217 code, or the name of a measure: "megawatt"
    what: str  # what is counted, as the sentence says it
    qualifier: Qualifier | None
    as_of: str | None  # EDTF, resolved against the article's date
    indicator: str | None  # id in indicators.yml
    scope: Scope
    score: float  # 0..1
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the article names."""

    id: str  # "person:yin-hejun"
    name: str  # as printed, without titles
    role: str | None
    country: str | None  # ISO code of the side that the person speaks or works for
    score: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme, project, facility or institution of cooperation that has a name."""

    id: str  # "programme:svom"
    name: str  # as printed
    register_id: str | None  # id in programmes.yml; None: proposed by a pattern
    score: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement that the article reports."""

    id: str
    parties: tuple[str, ...]  # ISO codes and group ids, the home among them
    kind: str  # "memorandum", "agreement", "protocol", "treaty", "joint statement", "contract", "letter of intent"
    date: str | None  # EDTF: when it was signed, as far as the article says
    score: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that took place, or will: a meeting, a launch, an opening."""

    id: str
    what: str
    place: str | None
    date: str | None  # EDTF
    score: float
    evidence: tuple[Evidence, ...] = ()
    own: bool = False  # `what` is an editor's own words, not the article's


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks, and who said them."""

    id: str
    speaker: str | None
    text: str
    score: float
    evidence: tuple[Evidence, ...] = ()
    own: bool = False  # `text` is an editor's own words, not the article's


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """Something a person should decide."""

    code: str  # "date-without-year"
    message: str
    about: str = ""  # the finding, where it is about one: "partner:RS"


@dataclass(frozen=True, slots=True)
class Findings:
    """What the machine found in one article. A pure function of the article, the taxonomy and the home."""

    language: str
    relevant: bool  # reports cooperation (of the home, where there is one)
    partners: tuple[Place, ...] = ()
    mentions: tuple[Place, ...] = ()
    groups: tuple[Tag, ...] = ()
    themes: tuple[Tag, ...] = ()
    figures: tuple[Figure, ...] = ()
    people: tuple[Person, ...] = ()
    programmes: tuple[Programme, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    events: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()
    review: tuple[ReviewItem, ...] = ()


class Action(StrEnum):
    """What an editor did about a finding."""

    ACCEPT = "accept"  # it is right; nothing more need be asked
    REJECT = "reject"  # it is wrong, and left out
    CORRECT = "correct"  # it is there, and says something else now
    ADD = "add"  # the machine had missed it
    MERGE = "merge"  # several names of one programme became one
    SPLIT = "split"  # one article became two
    JOIN = "join"  # two articles became one


#: Before the id of another article: whether the two are one, a reprint or a translation of each other.
SAME = "same:"


@dataclass(frozen=True, slots=True)
class Decision:
    """An editor's override that was applied to a record."""

    field: str  # what it is about: "title", "partners", a finding's id ("figure:114-agreements"), SAME and an id
    was: str  # what the machine had found, for people
    by: str
    on: str  # ISO 8601 date
    why: str
    action: Action = Action.CORRECT
    now: str = ""  # what the editor says instead, for people; empty for what was rejected


@dataclass(frozen=True, slots=True)
class Archive:
    """A copy of an article that an archive keeps."""

    url: str
    on: str  # ISO 8601 day of its retrieval


@dataclass(frozen=True, slots=True)
class Record:
    """An article with its findings after the editor's decisions: what the site is made of."""

    article: Article
    findings: Findings
    home: str | None
    summary: str  # one or two sentences in our own words: made from the findings, or written by an editor
    decisions: tuple[Decision, ...] = ()
    summary_zh: str = ""  # the same in Chinese
    gloss: str = ""  # what a title in another language says, in English, by an editor
    archive: Archive | None = None
    status: Status = Status()

    @property
    def filed(self) -> bool:
        """Whether countries, groups and themes list this article."""
        return self.findings.relevant

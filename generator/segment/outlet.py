"""Whose page it is: of all names that stand in its head, the one for which most speaks.

A name may stand alone, on a line with the day, the number and the price, or before the items of a menu. What it looks
like says little; that the page's end, a running head or an address repeats it, and where it stands, say more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..taxonomy import SourceNames
from .boilerplate import is_furniture
from .dates import find_dates
from .dayroles import is_day_label
from .lines import REMEMBERED
from .masthead import is_issue_line, is_tagline, says_of_issue
from .rows import Kind, Row, is_digest_word, is_paragraph
from .source import is_institution, is_outlet, is_press_office, is_publication, is_state, letterhead_name
from .topic import is_clause, is_name_shaped, shared, topic_of
from .words import all_caps, fold, han, holds, matches, width

_PIECES = re.compile(
    r"\s*</?[a-z]+>?\s*|\s*[|｜丨·•∙・\t»›>＞◎○●★☆■◆]\s*|\s*[=~*_]{2,}\s*|\s+[—–/-]{1,3}\s+|\s*[\[\]()（）【】«《》]\s*|\s+[-–—](?=\w)|,\s+(?=\d)"
    r"|　+|\s+(?=(?:vol|no|issue|nr)\b\.?\s*\d)|\s{2,}|：|\s*<[^<>]*@[^<>]*>|(?<=[\u3400-\u9fff])\s(?=[\u3400-\u9fff])",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"(?<=\S)\s*[(（][^()（）]*[)）]")  # an edition, a place, initials
_PARTED = re.compile(r".{0,3}?\s*(?:[|｜丨·•»›>＞]|\s[—–]\s|::)\s*\w")
_TRAIL = re.compile(r"[»›>＞/]|::")
_EDITION = re.compile(
    r"[(（]\s*(?:(?:in )?(?:English|Chinese|international|online|web)(?: (?:edition|version|service|page|site))?"
    r"|[英中]文[版网]?|海外版|国际版|电子版)\s*[)）]",
    re.IGNORECASE,
)
_MAKERS = re.compile(  # "The fortnightly letter of the ...", "News from the ..."
    r"^(?:(?:(?:the|an?|official)\b.{0,50}?\b(?:letter|newsletter|bulletin|web ?site|site|magazine|journal|service"
    r"|publication|brief|digest|organ|page)|news|updates?|information|(?:press |media |news )?(?:releases?|statements?)"
    r"|communications?)\s+(?:of|from|by)\s+(?:the\s+)?(?=(?-i:[A-ZÀ-Þ]))|welcome to\s+(?:the\s+)?)",
    re.IGNORECASE,
)
_TAGLINE = re.compile(
    r"^(?:an?|your|our|for|since|where|from|in|with)\s|\bfor\s+(?:people|those|everyone|all)\b", re.IGNORECASE
)
_NO_NAME = re.compile(  # openings of credits, slugs of wires, codes
    r"^(?:by|from|to|re|subject|date)\b|\b(?:by|of|for|and|the|in|at|to|with)$|^[A-Z]+(?:-[A-Z0-9]+){2,}$|\d\D+\d",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:@|\bwww\.|//|\b)((?:[\w-]+\.)+[a-z]{2,})\b", re.IGNORECASE)
_COMMON = {"mail", "news", "press", "info", "web", "site", "media", "www", "newsletter", "list", "lists", "example"}
_LONGEST = 70  # columns of a name
_WORDS = 10
_LEAST = 5  # letters of a name, and of a part of an address, that can tell anything
_TELLING = 10  # columns of a name that stands by chance in no other line
_END = 8  # rows in which a page says whose it is
_HEAD = 14
_ENOUGH = 3.5  # what must speak for a name
_SURE = 5.6  # no line of the head can be another's
_SIGNS = {
    "known": 5.0,  # sources.yml has it
    "publication": 2.0,  # can be nothing else than the name of an outlet or institution
    "outlet": 0.8,  # has a word of such names
    "digest": 0.8,
    "first": 1.5,  # the first line of the page
    "second": 0.5,
    "leads": 1.3,  # stands first on its line
    "name": 0.6,  # set as names are
    "capitals": 0.4,
    "parted": 0.8,  # leads the first line, and a mark sets something off behind it
    "twice": 3.0,  # stands on two lines, one right under the other
    "edition": 1.2,  # a bracket behind it tells the language or edition
    "issue": 1.2,  # beside or over a day, a number, a price
    "again": 2.5,  # stands again at the end, or beside a page number
    "opens": 1.0,  # and opens a sentence there
    "host": 2.5,  # an address is made of it
    "hinted": 1.5,  # the masthead was read so
    "told": -4.0,  # a clause, of which the article speaks
    "title": -2.0,  # right over the text, or the only line over it
    "marked": -2.0,
    "commas": -2.0,
    "nowhere": -1.5,  # stands where names of pages do not stand
    "small": -1.0,  # begins with a small letter
    "tagline": -3.0,
    "state": -4.0,
    "office": -2.0,  # under a line that names an outlet or institution: a part of it
    "place": -2.5,  # a word beside a day
    "carrier": -3.0,  # hands on what others published
    "menu": -1.0,  # on a line that is a menu or a path
}
_PLACES = ("known", "twice", "first", "second", "issue", "again", "host", "hinted")


@dataclass(frozen=True, slots=True)
class Outlet:
    """A name in the head of a page, and how much speaks for it."""

    name: str
    weight: float

    @property
    def sure(self) -> bool:
        """Whether it cannot well be anything else than the page's own name."""
        return self.weight >= _SURE


def outlet_named(rows: Sequence[Row], sources: SourceNames, hinted: str | None) -> Outlet | None:
    """The name in the head of a page that is most likely its own; None without any. `hinted`: as its masthead says."""
    limit = next((i for i, row in enumerate(rows) if is_paragraph(row)), len(rows))
    head, rest = rows[: min(limit, _HEAD)], rows[limit:]
    said = [_letters(row.text) for row in rest[-_END:]]
    said += [_letters(row.text) for row in rest if row.kind in (Kind.FOOTER, Kind.ISSUE)]
    hosts = domains(row.text for row in rows)
    topic = topic_of(rest)
    titles = [i for i, row in enumerate(head) if row.title_like]
    best: Outlet | None = None
    named = len(head)
    for i, row in enumerate(head):
        for k, piece in _names(row, sources):
            if k and row.kind is Kind.FURNITURE:
                break
            shape = _shape(piece, sources)
            named = min(named, i) if shape["publication"] else named
            seen = shape | {
                "office": named < i,
                "first": i == 0,
                "second": i == 1,
                "leads": k == 0,
                "parted": i == 0 and k == 0 and _PARTED.match(row.text, len(piece)) is not None,
                "twice": any(other.text == row.text for other in head[i + 1 : i + 2]),
                "edition": _EDITION.search(row.text) is not None,
                "issue": _beside_issue(head, i),
                "again": width(piece) >= _TELLING and any(_letters(piece) in end for end in said),
                "opens": any(end.startswith(_letters(piece)) for end in said),
                "host": is_host(piece, hosts),
                "hinted": hinted is not None and _letters(hinted) == _letters(piece),
                "told": row.kind is Kind.TEXT and is_clause(piece) and shared(piece, topic) >= 0.3,
                "title": titles[-1:] == [i],
                "marked": row.marked,
                "commas": piece.count(",") > 1,
                "place": row.kind is Kind.CREDIT and len(piece.split()) == 1 and han(piece) <= 3,
                "menu": row.kind is Kind.FURNITURE
                and not (_TRAIL.search(row.text) and (" " in piece or han(piece) > 3)),
            }
            seen["nowhere"] = not any(seen[sign] for sign in _PLACES)
            weight = sum(_SIGNS[sign] for sign, is_so in seen.items() if is_so)
            if weight >= _ENOUGH and (best is None or weight > best.weight):
                best = Outlet(piece, weight)
    return best


def _shape(piece: str, sources: SourceNames) -> dict[str, bool]:
    """What a name looks like."""
    publication = is_publication(piece, sources) or is_institution(piece)
    return {
        "known": sources.find(piece) is not None,
        "publication": publication,
        "outlet": not publication and is_outlet(piece, sources),
        "digest": is_digest_word(piece),
        "name": is_name_shaped(piece) or all_caps(piece),
        "capitals": all_caps(piece),
        "small": piece[:1].islower(),
        "tagline": is_tagline(piece) or _TAGLINE.search(piece) is not None,
        "carrier": holds("carrier", piece),
        "state": is_state(piece) or is_press_office(piece),
    }


def _beside_issue(head: Sequence[Row], i: int) -> bool:
    """Whether a day, a number or a price stands on a line or on the next one, and no title."""
    around = [head[i]] + ([head[i + 1]] if i + 1 < len(head) and not head[i + 1].title_like else [])
    return any(row.kind is Kind.ISSUE or find_dates(row.text) or is_issue_line(row.text) for row in around)


def domains(texts: Iterator[str] | Sequence[str]) -> set[str]:
    """The telling parts of the addresses in some texts: "riverpost" of "desk@riverpost.example"."""
    parts = {part for text in texts for host in _DOMAIN.findall(text) for part in host.lower().split(".")[:-1]}
    return {_letters(part) for part in parts - _COMMON if len(_letters(part)) >= _LEAST}


def is_host(name: str, hosts: set[str]) -> bool:
    """Whether an address is made of a name or of its beginning."""
    squashed = _letters(_ARTICLE.sub("", name))
    return any(squashed.startswith(host) or (len(squashed) >= _LEAST and host.startswith(squashed)) for host in hosts)


def _names(row: Row, sources: SourceNames) -> Iterator[tuple[int, str]]:
    """The parts of a head line that may be a name, with their places on the line."""
    if row.kind is Kind.CREDIT and row.facts.source is not None and row.facts.byline is None:
        yield 0, row.facts.source
    if not (row.title_like or row.kind in (Kind.ISSUE, Kind.FURNITURE, Kind.LABEL)):
        return
    text = _ASIDE.sub(" | ", row.text)
    text = _without_days(text) if han(text) else text  # no blank need stand between a Chinese name and a day
    made = _MAKERS.match(text)
    for place, piece in enumerate(filter(None, _PIECES.split(text[made.end() :] if made else text))):
        name = piece.strip(' .,，、:：《》"“”')
        short = width(name) <= _LONGEST and len(name.split()) <= _WORDS
        telling = width(_letters(name)) >= _LEAST and (short or is_institution(name))
        if telling and not (find_dates(name) or is_issue_line(name) or _is_of_the_page(name) or _NO_NAME.search(name)):
            yield place, letterhead_name(name, sources) or name


def _without_days(text: str) -> str:
    """A line with a mark in the place of each day: what stands around it may be a name."""
    for date in reversed(find_dates(text)):
        text = f"{text[: date.start]} | {text[date.end :]}"
    return text


def _is_of_the_page(piece: str) -> bool:
    """Whether a part of a line is a button, the name of a section, or says something of the issue."""
    return is_furniture(piece) or matches("label", piece) or says_of_issue(piece) or is_day_label(piece)


@lru_cache(REMEMBERED)
def _letters(text: str) -> str:
    """A text without blanks, marks and case."""
    return "".join(filter(str.isalnum, fold(text)))

"""Which outlet published an article: of all names that claim it, the one for which most speaks, or none.

Credits, datelines, heads and feet of the page, notices of rights and closings name outlets, and other things as well.
Where a name stands and what it looks like are weighed in attribution.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from ..script import HAN
from ..taxonomy import SourceNames
from .boilerplate import is_furniture
from .bylines import is_person_list
from .dates import find_dates
from .dayroles import is_day_label
from .masthead import is_issue_line, says_of_issue
from .outlet import domains, is_host
from .rows import Kind, Row, is_paragraph
from .source import is_institution, is_outlet, is_press_office, is_publication, is_state
from .words import fold, han, holds, lists_with, width

_DATA = yaml.safe_load((Path(__file__).parent / "attribution.yml").read_text(encoding="utf-8"))
_PLACES: dict[str, float] = _DATA["places"]
_SIGNS: dict[str, float] = _DATA["signs"]
_ALSO: float = _DATA["also"]
_OWNER = re.compile(
    r"(?:[©ⓒ]|copyright|\(c\)|版权所有)[\s:：©ⓒ]*(?:\(c\)\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?\s*)?(?:by\s+)?"
    rf"(?P<name>[A-Z][\w&'’ -]{{2,50}}|[{HAN}]{{2,14}})",
    re.IGNORECASE,
)
_OWNER_FIRST = re.compile(
    rf"^\W*(?!copyright|版权|all rights)(?P<name>(?-i:[A-ZÀ-Þ])[\w&'’ -]{{2,50}}?|[{HAN}]{{2,14}})"
    r"(?:\s*(?:[©ⓒ]|\(c\)|版权所有)|\.\s+All rights reserved"
    r"|\s+is (?:published|edited|printed|issued|a publication|a service)\b)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"\s*(?:All rights.*|\d{4}.*)$", re.IGNORECASE)
_OF_THE_PAPER = re.compile(r"本[报刊网社台]")
_PEOPLE = re.compile(r"\s*(?:team|staff|desk|editors?|newsroom|writers?|编辑部|编译组|编辑组|记者)", re.IGNORECASE)
_PIECES = re.compile(r"\s*[,，|｜·•;；]\s*|\s+[—–-]{1,2}\s+|\s{2,}|\t|\u3000")
_ASIDE = re.compile(r"(?<=\S)\s*[（(\[][^()（）\[\]]*(?:[)）\]]|$)$")
_SUPPLIED = re.compile(rf"^(?P<name>[{HAN}]{{3,}})(?:供稿|提供|供图|发布|编发|推送)$")
_COMPANY = re.compile(r"\b(?:Ltd|Limited|Inc|LLC|PLC|GmbH|AG|Corp|S\.?A|Co|Pty)\b\.?|(?:有限|股份)公司")
_MADE = re.compile(rf"(?<=[{HAN}]{{2}})(?:数字报|电子版|电子报|数字版)$")
_BUTTON = re.compile(r"(?:举报|收藏|分享|打印|评论|参与互动|关注|订阅|点赞|纠错|字号|电子版|阅读|浏览)\W*\d*\W*$")
_CLOCK = re.compile(r"\d[:：]\d\d|\d\s*[/月]\s*\d|\b(?:GMT|UTC|MSK|CET|EST|IST|JST|KST|BST)\b|^\W*\d+\W*$|\d\s*[日年]")
_SENTENCE = re.compile(r"[?!？！。;；#:：]|[,，]\s*\S.*[,，]")
_OF_THE_PAGE = frozenset({"furniture", "label", "tail", "contact"})  # lists of phrases.yml
#: Where a name may look like anything.
_SET_APART = frozenset(
    ("credited", "dateline", "page", "own page", "collection", "item", "issuer", "letterhead", "owner")
)
_HEADS = frozenset(("page", "own page", "collection"))
_LOOKS = ("writer", "person", "title", "small", "word", "listed")
_INITIALS = 6  # letters of initials at most
_LONG = 120  # columns
_ENOUGH = 3.0


@dataclass(frozen=True, slots=True)
class Claim:
    """A name, and where it stands (a key of `places`)."""

    name: str
    place: str


def attributed(
    claims: Sequence[Claim], everything: Sequence[Row], byline: str | None, title: str | None, sources: SourceNames
) -> str | None:
    """The outlet for which most speaks; None where too little speaks for any. `everything`: all rows of the page."""
    named = _by_name(claims)
    hosts = domains(row.text for row in everything)
    lines = [letters(row.text) for row in everything if not is_paragraph(row)]
    best, chosen = 0.0, None
    for key, several in named.items():
        name, places = several[0].name, {claim.place for claim in several}
        seen = _signs(name, byline, title, sources) | {
            "host": is_host(name, hosts),
            "fuller": "credited" in places and any(len(other) > 2 and other in key for other in named if other != key),
            "again": len(key) > 3 and sum(key in line for line in lines) > 1,
        }
        weight = _weight(places, seen)
        if weight > best:
            best, chosen = weight, name
    return chosen if best >= _ENOUGH else None


def _by_name(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """The claims by the letters of their names; initials go to the name in full, where it stands there too."""
    named: dict[str, list[Claim]] = {}
    for claim in claims:
        name = cleaned(claim.name)
        if len(letters(name)) > 1:
            named.setdefault(letters(name), []).append(Claim(name, claim.place))
    for key in [key for key in named if named[key][0].name.isupper() and len(key) <= _INITIALS]:
        full = next((other for other in named if _initials(named[other][0].name) == key), None)
        if full is not None:
            named[full] += named.pop(key)
    return named


def _initials(name: str) -> str:
    """The first letters of a name's longer words, folded."""
    return "".join(word[0] for word in name.split() if word[0].isupper()).casefold() if " " in name else ""


def _weight(places: set[str], seen: dict[str, bool]) -> float:
    """What speaks for a name, in the weights of attribution.yml."""
    looks_free = bool(places & _SET_APART) and "guessed" not in places
    free = {
        **dict.fromkeys(_LOOKS, looks_free),
        "person": looks_free or "beside writer" in places,
        "word": looks_free or "signed" in places,
        "button": bool(places & _HEADS),
    }
    signs = sum(_SIGNS[sign] for sign, is_so in seen.items() if is_so and not free.get(sign))
    weights = sorted((_PLACES[place] for place in places), reverse=True)
    return weights[0] + _ALSO * (len(weights) - 1) + signs


def _signs(name: str, byline: str | None, title: str | None, sources: SourceNames) -> dict[str, bool]:
    """What a name looks like."""
    publication = is_publication(name, sources) or is_institution(name)
    outlet = publication or is_outlet(name, sources)
    key = letters(name)
    return {
        "known": sources.find(name) is not None,
        "publication": publication,
        "outlet": outlet and not publication,
        "dated": bool(find_dates(name)) or _CLOCK.search(name) is not None or is_issue_line(name),
        "numbered": not outlet and any(map(str.isdigit, name)),
        "button": is_furniture(name)
        or bool(lists_with(name) & _OF_THE_PAGE)
        or says_of_issue(name)
        or is_day_label(name),
        "writer": bool(byline) and not publication and key in letters(byline or ""),
        "person": not outlet
        and "&" not in name
        and is_person_list(name)
        and 2 <= len(name.split()) <= 3
        and not name.isupper(),
        "title": bool(title) and len(key) > 3 and key in letters(title or "") and not publication,
        "word": not outlet and (han(name) <= 3 if han(name) else " " not in name),
        "small": name[:1].islower() and " " in name,
        "listed": "," in name and not outlet,
        "sentence": _SENTENCE.search(name) is not None,
        "carrier": holds("carrier", name),
        "office": is_press_office(name) or is_state(name),
        "long": width(name) > _LONG,
        "company": _COMPANY.search(name) is not None,
    }


def claims_of_rows(
    rows: Sequence[Row], title: int, sources: SourceNames, page: str | None, collected: bool
) -> Iterator[Claim]:
    """The names that an article's own lines claim: credits, and names alone under the text.

    `title`: the last row of its title; `collected`: it is an item of a collection.
    """
    first = next((i for i, row in enumerate(rows) if is_paragraph(row)), None)
    last = next((i for i in reversed(range(len(rows))) if is_paragraph(rows[i])), len(rows))
    for i, row in enumerate(rows):
        if row.kind in (Kind.CREDIT, Kind.BYLINE, Kind.LABEL) and row.facts.source:
            if (own := _of_the_page(row.facts.source, page)) is not None:
                beside = "beside writer" if row.facts.byline else "guessed"
                guessed = "item" if collected else "trailing" if i > last else beside
                yield Claim(own, guessed if row.facts.guessed else "credited")
        elif first is not None and i < first and row.title_like and not row.line.level and i > title:
            if is_publication(row.text, sources) or is_institution(row.text):
                yield Claim(row.text, "under title")
        elif i > last and row.kind in (Kind.TEXT, Kind.FOOTER, Kind.TAIL, Kind.CREDIT):
            piece = _PIECES.split(row.text)[0]
            if is_publication(piece, sources) or is_institution(piece):
                yield Claim(piece, "foot")


def claims_of_owners(everything: Sequence[Row]) -> Iterator[Claim]:
    """The names to which notices give the rights of the page."""
    for row in everything:
        for form in (_OWNER, _OWNER_FIRST) if row.kind is Kind.FOOTER else ():
            if match := form.search(row.text):
                yield Claim(_RIGHTS.sub("", match["name"]).strip(" .,-"), "owner")
                break


def _of_the_page(credited: str, page: str | None) -> str | None:
    """The source that a credit names; the page itself where it names the page's own people: "Harbour Post Team"."""
    if _OF_THE_PAPER.match(credited):
        return page
    own = page is not None and credited.casefold().startswith(page.casefold())
    return page if own and page and _PEOPLE.fullmatch(credited[len(page) :]) else credited


def cleaned(name: str) -> str:
    """A name without the buttons and brackets that stand behind it, and without how it is set."""
    name = name.strip(' \t\u3000,，;；:：|｜·-–—/《》[]［］【】"“”>›»©')
    if (supplied := _SUPPLIED.match(name)) is not None:
        name = supplied["name"]
    name = _MADE.sub("", name)
    parts = _PIECES.split(name)
    if len(parts) > 1 and all(lists_with(part) & _OF_THE_PAGE or is_press_office(part) for part in parts[1:]):
        name = parts[0]
    *rest, last = name.split() or [""]
    while rest and han(name) and (_BUTTON.match(last) or _CLOCK.search(last)):
        name = name[: name.rindex(last)].rstrip()
        *rest, last = name.split()
    return name


def letters(text: str) -> str:
    """A text without blanks, marks and case."""
    return "".join(filter(str.isalnum, fold(text)))

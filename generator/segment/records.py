"""Documents of a database or a feed: one field a line, under codes or names ("HD  Title", "pubDate: 3 May 2023").

The lines of a record become a title, a credit and text; what a database notes for itself is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..model import Line
from .credits import NO_FACTS, Facts
from .dates import find_dates
from .rows import Kind, Row

_FIELDS = {
    "title": "HD|TI|T1|title|headline|标题|题名|제목",
    "source": "SN|JF|JO|T2|PB|source|source name|publication|publication title|newspaper|journal|来源|报刊|出处",
    "byline": "BY|AU|A1|dc:creator|creator|author|byline|作者",
    "date": "PD|PY|DA|Y1|pubdate|published|publication date|date|dc:date|updated|日期|出版日期",
    "text": "LP|TD|AB|N2|description|summary|body|text|full text|content|content:encoded|abstract|正文|全文|内容|摘要",
    "other": "load-date"
    "|WC|SC|LA|CY|CO|RE|NS|IN|IPD|IPC|PUB|AN|ED|PG|VOL|SE|CR|ET|CT|RF|UR|L1|ER|SP|EP|IS|VL|KW|ID|TY|CLM|ART"
    "|link|guid|category|comments|enclosure|media:[a-z]+|language|lastbuilddate|generator|ttl|managingeditor|webmaster"
    "|length|section|word count|document type|document id|proquest document id|accession number|copyright|issn|url"
    "|database"
    "|last updated|language of publication|country of publication|place of publication|publication subject"
    "|publication year|publisher|subject|location|people|company / organization|字数|版次|版面|分类|链接",
}
_CODE = re.compile(r"^(?P<field>[A-Z][A-Z0-9]{1,2})(?:\s+-\s+|\s+|$)(?P<value>.*)$")
_NAMED = re.compile(
    r"^(?P<field>(?:dc|media|content):\w+|[A-Za-z][\w/ -]{2,28}|[\u3400-\u9fff]{2,4})\s*[:：]\s*(?P<value>.*)$"
)
_KIND = {name.casefold(): kind for kind, names in _FIELDS.items() for name in names.split("|")}
_FEWEST = 4  # fields that make a record
_LEAD = re.compile(
    r"^(?:page|item|record|document|entry|article|result|message)\s*(?:no\.?\s*)?#?\d+(?:\s+of\s+\d+)?\W*$",
    re.IGNORECASE,
)
_END = re.compile(r"^(?:search summary|检索条件)\b", re.IGNORECASE)
_LONG = 30  # characters of a text


def records(lines: Sequence[Line]) -> list[Row] | None:
    """The rows of a document that is made of records; None for any other document."""
    fields = [_field(line.text) for line in lines]
    starts = [i for i, field in enumerate(fields) if field is not None and field[0] == "title"]
    ends = [*starts[1:], len(lines)][: len(starts)]
    spans = list(zip(starts, ends, strict=True))
    if not spans or not all(_is_record(fields[start:end], lines[start:end]) for start, end in spans):
        return None
    rows = [Row(line, Kind.FURNITURE) for line in lines[: starts[0]]]
    for start, end in spans:
        rows += _record(lines[start:end], fields[start:end])
    return rows


def _field(text: str) -> tuple[str, str] | None:
    """The kind of the field that a line opens, and its value; None for a line that opens none."""
    for form in (_CODE, _NAMED):
        match = form.match(text.strip())
        kind = _KIND.get(match["field"].strip().casefold()) if match else None
        if match and kind and (form is _NAMED or match["field"].isupper()):
            return kind, match["value"].strip()
    return None


def _is_record(fields: Sequence[tuple[str, str] | None], lines: Sequence[Line]) -> bool:
    """Whether some lines are a record: enough fields, one of which is its text, and one tells where or when."""
    found = [field for field in fields if field is not None]
    kinds = {kind for kind, _ in found}
    long = any(len(line.text) > _LONG for line in lines)
    return len(found) >= _FEWEST and "text" in kinds and bool(kinds & {"source", "date"}) and long


def _record(lines: Sequence[Line], fields: Sequence[tuple[str, str] | None]) -> list[Row]:
    """The rows of one record."""
    said: dict[str, str] = {}
    texts: list[Line] = []
    title, kind = lines[0], "title"
    for line, field in zip(lines, fields, strict=True):
        value = line.text.strip() if field is None else field[1]
        kind = kind if field is None else field[0]
        if field is None and (_LEAD.match(value) or _END.match(value) or not any(map(str.isalpha, value))):
            kind = "other"
        if kind == "text" and value:
            texts.append(replace(line, text=value, gap=line.gap or not texts))
        elif kind != "other" and value:
            said[kind] = f"{said[kind]} {value}" if field is None and kind in said else said.get(kind, value)
    dates = find_dates(said.get("date", ""))
    facts = Facts(said.get("source"), said.get("byline"), dates[0] if dates else None)
    head = [Row(replace(title, text=said.get("title", ""), gap=True, strong=True), Kind.TEXT)]
    printed = " | ".join(said[kind] for kind in ("source", "date", "byline") if kind in said)
    credit = [] if facts == NO_FACTS else [Row(replace(title, text=printed, gap=False), Kind.CREDIT, facts)]
    return [*head, *credit, *(Row(line, Kind.TEXT) for line in texts)]

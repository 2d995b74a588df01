"""The header of an e-mail above an article: From, To, Date, Subject on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..model import Line
from ..script import HAN
from ..taxonomy import SourceNames
from .bylines import is_person_list
from .credits import Facts
from .dates import find_dates
from .masthead import issue_date, issue_name
from .outlet import domains, is_host
from .rows import Kind, Row, classify, is_digest_word
from .source import is_outlet, letterhead_name
from .words import fold, han

_FIELDS = {
    "from": r"from|sender|发件人|寄件者|寄件人|von|de",
    "to": r"to|cc|bcc|reply-to|收件人|收件者|抄送|an|para",
    "date": r"date|sent|日期|时间|發送時間|发送时间|寄件日期|datum",
    "other": r"list-[\w-]+|mime-version|content-[\w-]+|message-id|return-path|received|delivered-to"
    r"|x-[\w-]+|importance|attachments?|in-reply-to|references|附件",
    "subject": r"subject|re|主题|主旨|标题|betreff|objet|asunto",
}
_FIELD = re.compile("|".join(rf"(?P<{name}>^(?:{forms}))" for name, forms in _FIELDS.items()), re.IGNORECASE)
_LINE = re.compile(rf"^(?P<field>[\w-]{{1,30}}|[{HAN}]{{2,4}})\s*[:：]\s*(?P<value>.+)$")
_ADDRESS = re.compile(r"\s*[<\[(]?\S+@\S+[>\])]?")
_FORWARDED = re.compile(r"^(?:(?:re|fwd?|aw|wg|转发|回复|轉寄)\s*[:：]\s*)+", re.IGNORECASE)
_LIST = re.compile(r"^\[[^\]]{2,30}\]\s*")  # a mailing list marks its subjects
_WITHIN = 12  # lines in which the header ends
_LEAST = 3  # fields; two may be credits


def without_mail_head(lines: Sequence[Line], sources: SourceNames) -> tuple[list[Line], list[Row]]:
    """The lines without an e-mail's header, and the rows that it comes to: who sent it and when, and its subject."""
    fields: dict[str, tuple[int, str]] = {}
    for i, line in enumerate(lines[:_WITHIN]):
        name = _field(line.text)
        if name is not None:
            fields.setdefault(name[0], (i, name[1]))
    taken = {i for i, line in enumerate(lines[:_WITHIN]) if _field(line.text) is not None}
    if len(fields) < _LEAST or "from" not in fields or max(taken) - min(taken) > len(taken) + 1:
        return list(lines), []
    sender = _ADDRESS.sub("", fields["from"][1]).strip(" \"'")
    dates = find_dates(fields["date"][1]) if "date" in fields else ()
    named = letterhead_name(sender, sources) or (sender if is_outlet(sender, sources) else None)
    hosts = domains([fields["from"][1]])
    tag = _LIST.match(fields["subject"][1]) if "subject" in fields else None
    told = is_host(sender, hosts) or is_digest_word(sender) or (tag and tag[0].strip("[] ") == _initials(sender))
    if named is None and sender and told:
        named = sender
    nobody = re.search(r"\b(?:of|the|for|&)\b", sender) or (han(sender) and not is_person_list(sender))
    named = named or (sender if nobody else None)  # no person is called so
    day = dates[0] if dates else issue_date(fields["subject"][1]) if "subject" in fields else None
    facts = Facts(source=named, date=day)
    rest = [line for i, line in enumerate(lines) if i not in taken]
    rows = [] if facts.empty else [Row(lines[min(taken)], Kind.CREDIT, facts)]
    if "subject" in fields:
        place, subject = fields["subject"]
        subject = _LIST.sub("", _FORWARDED.sub("", subject))
        issue = issue_name(subject) if re.search(r"\d", subject) else subject
        if facts.source is None and issue and is_host(issue, hosts):
            facts = replace(facts, source=issue)
            rows = [Row(lines[min(taken)], Kind.CREDIT, facts)]
        if not is_digest_word(subject) and all(fold(line.text) != fold(subject) for line in rest[:_WITHIN]):
            line = replace(lines[place], text=subject, gap=True)
            label = classify(line, sources)
            rows.append(label if label.kind is Kind.LABEL else Row(line, Kind.TEXT))
    return rest, rows


def _initials(name: str) -> str:
    """The first letters of a name's words, as mailing lists mark their subjects: [DSL]."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _field(text: str) -> tuple[str, str] | None:
    """The name of the field that a line states, and what it says; None for any other line."""
    match = _LINE.match(text.strip())
    name = _FIELD.fullmatch(match["field"]) if match else None
    return (name.lastgroup or "", match["value"]) if match and name else None

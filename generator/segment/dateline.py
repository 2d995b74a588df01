"""The dateline that opens an agency story: place, day, agency, reporter; read and cut from the body.

"COLOMBO, Jan 9 (Lanka Wire): text", "Dec 3(QNA): text", "LISBON, Mar. 7.—text",
"Bergen, 9 April 2024 – text", "GENEVA (Reuters) - text",
峡湾社利马3月9日电（记者白露 秦川）正文, 本报讯（记者 许望星）正文.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ..script import HAN, as_printed, simplified
from .bylines import clean_names, is_name_line
from .dates import Printed, find_dates
from .words import holds, is_chinese

_WITHIN = 160  # characters in which a dateline must end
_DASH = r"(?:[-–—―]+|--+|:|：|\.\s?[-–—―]+|/{2})"
_PLACE = r"[A-ZÀ-ÞĀ-Ž][\w.'’&-]*(?:[ /-][A-Za-zÀ-ž][\w.'’&-]*){0,4}(?:,\s*[A-ZÀ-Þ][\w.'’ -]{1,24}?){0,2}"
_AGENCY = r"[(（\[/](?P<agency>[^()（）\[\]/]{2,50})[)）\]/]"
_EN_DATED = re.compile(
    rf"^[\[(]?(?:(?P<place>{_PLACE})\s*[,.:;]?\s*[(（]?\s*)?@(?P<index>\d)@[)\].]?\s*,?\s*(?:{_AGENCY}\.?)?"
    rf"\s*[\])]?\s*(?P<sep>{_DASH})?\s*"
)
_EN_AGENCY_FIRST = re.compile(rf"^{_AGENCY}\s*,?\s*(?:(?P<place>{_PLACE}),\s*)?@(?P<index>\d)@\s*(?P<sep>{_DASH})\s*")
_EN_NAMED_FIRST = re.compile(
    rf"^(?P<agency>[A-Z][\w&'’ -]{{1,40}}?),\s*(?P<place>{_PLACE}),\s*@(?P<index>\d)@\s*(?:{_DASH})\s*"
)
_EN_AGENCY_LAST = re.compile(
    rf"^(?P<place>{_PLACE})\s*[.,]?\s*@(?P<index>\d)@\s*[.,/]?\s*"
    rf"(?P<agency>[A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*){{0,4}})\s*[/.]?\s*(?P<sep>[-–—:]+)\s*"
)
_EN_PLACE_APART = re.compile(rf"^[(\[](?P<place>{_PLACE})[)\]]\s*,?\s*@(?P<index>\d)@\s*(?P<sep>{_DASH})\s*")
_BOXED = re.compile(r"^(?:\[@\d@\]|\(@\d@\))\s+[\"“‘A-ZÀ-Þ]")  # "[9 April 2024] A team ..."
_EN_UNDATED = re.compile(rf"^(?P<place>{_PLACE})\s*,?\s*{_AGENCY}\s*(?P<sep>{_DASH})\s*")
_EN_CAPITALS = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ -][A-ZÀ-Þ.'’]+){0,3}(?:,\s*[A-Z][\w.]*(?: [A-Z][\w.]*)?)?)"
    r"(?:\s*(?:[-–—―]{1,2}|--)\s+|(?<=[A-Z]{4})[—―]|(?<=[A-ZÀ-Þ]{4})\.\s+(?=[\"“]?[A-Z][a-z]*\s)"
    r"|,\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Tt]o-?day)\s*[.,]?\s*[-–—―]{1,2}\s*)(?=\S)"
)
_EN_WEEKDAY = re.compile(  # "Fort Portal, Monday (From our own reporter) ..."
    rf"^(?P<place>{_PLACE}),\s+(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?|[Tt]o-?day|[Yy]esterday)\b\.?,?"
    rf"\s*{_AGENCY}\.?\s*(?:{_DASH})?\s*(?=[\"“‘A-ZÀ-Þ])"
)
_BEFORE_DATED = re.compile(rf"^{_AGENCY}\s*(?P<sep>{_DASH})\s*")

_ZH_REPORTER = (
    rf"(?:[（(]?\s*(?:[{HAN}]{{0,8}}?(?:记者|通讯员|特派员|作者))\s*[:：]?\s*"
    rf"(?P<names>[^）)。，：:]{{2,40}}?)\s*(?:报道|摄影报道|发自[{HAN}]+)?\s*(?:[）)]|(?<=报道)[:：，]|[:：]))"
)
# only behind 电 or 讯, where no role need stand before the name: 电（孙莉）
_ZH_SIGNED = rf"(?:(?<=[电讯])|(?<=[电讯]\s))[（(](?P<signed>[{HAN}]{{2,4}}(?:[、\s][{HAN}]{{2,4}}){{0,3}})[）)]"
_ZH_DATED = re.compile(
    rf"^[【\[（(]?\s*(?:据)?(?P<agency>本[报刊网社台]|[{HAN}]{{2,8}}?(?:通讯社|新闻社|日报|晚报|时报|社|网"
    r"|报|台|刊|在线|通讯|快讯|新闻|客户端))?"
    rf"\s*[，,]?\s*(?P<place>[{HAN}、·/\s]{{0,14}}?)\s*@(?P<index>\d)@\s*(?P<wire>电|讯|专电|综合电|消息|综合消息"
    r"|报道)?\s*[】\]）)]?\s*" + rf"(?:{_ZH_REPORTER}|{_ZH_SIGNED})?\s*[:：，—-]*\s*"
)
_ZH_UNDATED = re.compile(
    rf"^[【\[（(]?\s*(?P<agency>本报|本刊|本网"
    rf"|[{HAN}]{{2,6}}?[社网报])(?P<place>[{HAN}]{{0,6}}?)(?P<wire>讯(?![息号飞])"
    rf"|电(?![子视话台影力网商池脑气])"
    rf"|消息|综合报道|综合消息)\s*[】\]）)]?\s*(?:{_ZH_REPORTER})?\s*[:：，]?\s*"
)
_ZH_RELEASE = re.compile(
    rf"^(?:(?P<place>[{HAN}·]{{2,10}})\s*[，,、]?\s*)?@(?P<index>\d)@\s*[，,、]?\s*(?:(?P<after>[{HAN}·]{{2,10}})\s*)?(?:[-–—]{{2}}|\s[-–—]\s)\s*"
)
_ZH_DAY_APART = re.compile(
    r"^[【\[（(]?@(?P<index>0)@[】\]）)]?[ \u3000\t]+(?=\S)(?P<place>)(?P<after>)"
)  # "2022年5月17日　位于..."
_ZH_BRACKETED = re.compile(
    rf"^[〔【\[（(]\s*(?P<agency>本报|[{HAN}]{{2,6}}?[社报网])?\s*(?:特派员?|[{HAN}]{{0,4}}特约)?记者\s*"
    rf"(?:(?P<names>[{HAN}·、\s]{{2,16}}?)\s*[／/]\s*(?P<place>[{HAN}]{{2,8}}?)"
    rf"|(?P<names2>[{HAN}]{{2,3}})\s*(?P<place2>[{HAN}]{{2,4}}?))"
    r"\s*(?P<wire>(?:\d{1,2}日)?(?:综合)?(?:外电)?(?:报导|报道|专电|电))\s*[〕】\]）)]\s*[:：]?\s*"
)
_ZH_BOXED = re.compile(  # any name, where a bracket closes behind the reporter: （... 讯　特约记者 白露）
    rf"^[（(【\[〔]\s*(?P<agency>[{HAN}]{{2,8}})(?P<place>)(?P<wire>讯|电|消息)\s*"
    rf"(?:[{HAN}]{{0,4}}(?:记者|通讯员|特派员))\s*[:：]?\s*(?P<names>[^）)】\]〕。，：:]{{2,40}})[）)】\]〕]\s*[:：]?\s*"
)
_ZH_AFTER = re.compile(  # an item that says where it is from: （据《...》7月29日报道）
    r"^[（(\[【]?据?《(?P<agency>[^》]{2,20})》\s*(?P<place>)@(?P<index>\d)@\s*(?P<wire>报道|报导|消息|电|讯)[）)\]】]?\s*[:：，,]?\s*"
    r"(?P<names>(?!))?"
)
_WHOLE_BRACKET = re.compile(r"[（(【\[]([^（()）【】\[\]]+)[）)】\]]")
_REPORTER_AFTER = re.compile(rf"([电讯])[\s，,]*([{HAN}]{{0,8}}(?:记者|通讯员)\s*[:：]?\s*[{HAN}·、\s]+)$")
_EN_BYLINE_FIRST = re.compile(
    r"^[Bb][Yy]\s+(?P<names>[A-ZÀ-Þ][\w.'’-]*(?: [\w.'’-]+){1,4}?)\s*(?:[|｜/,]|[-–—])\s*"
    r"(?P<agency>[A-ZÀ-Þ][\w&'’.-]*(?: [\w&'’.-]+){0,4}?)\s*(?:[-–—]+|:)\s+(?=\S)"
)
_SENTENCE_OPENS = re.compile(r"(?:On|In|At|Since|By|From|The|This|As|After|Before)\b")
_AGENCY_TAIL = re.compile(r"(?:\s+[-–—]|\s*[–—,]).*$")
_MONTHS = 12
_OF_THE_PAPER = re.compile(
    r"^(?:from|by|our|special|staff|own|delayed)\b|\b(?:correspondents?|reporter|bureau|staff)$", re.IGNORECASE
)
_NUMBERS = re.compile(rf"{_PLACE},?\s+(?P<day>[123]\d)[/.](?P<month>\d{{1,2}})\b(?![/.]\d)")
_BETWEEN_NAMES = re.compile(r"[、\s]+")
_DAY_OF_WIRE = re.compile(
    rf"[【\[（(]?(?:据)?[{HAN}、·/\s]{{2,20}}?(?P<day>[12]\d|3[01]|(?<!\d)[1-9])日"
    r"(?=(?:电|讯|专电|综合电)(?:[\s（(】\]:：]|记者))"
)
_OWN = {"本报", "本刊", "本网", "本社", "本台"}


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says, and where the text after it starts."""

    end: int
    place: str | None = None
    date: Printed | None = None
    agency: str | None = None
    byline: str | None = None


@lru_cache(maxsize=1024)  # boundaries and article both ask
def read_dateline(text: str) -> Dateline | None:
    """The dateline at the start of a paragraph; None where the paragraph just begins."""
    printed = text[:_WITHIN]
    head = simplified(printed)
    found = _chinese(head) if is_chinese(head) else _english(head)
    if found is None or head == printed:
        return found
    return replace(
        found, agency=as_printed(found.agency, head, printed), byline=as_printed(found.byline, head, printed)
    )


def bracketed_dateline(text: str) -> Dateline | None:
    """The dateline on a line of its own, in brackets or not: （本报利马9月12日电　记者 白露）; None for other lines."""
    if len(text) > _WITHIN or "记者" not in text or not is_chinese(text):
        return None
    inner = _WHOLE_BRACKET.fullmatch(text.strip())
    line = _spaced_reporter(inner[1] if inner else text.strip())
    found = read_dateline(line)
    whole = found is not None and found.byline is not None and found.end >= len(line)
    return found if whole and line != text.strip() else None


def _spaced_reporter(text: str) -> str:
    """A dateline with its reporters in brackets, as they stand above a text."""
    return _REPORTER_AFTER.sub(r"\1（\2）", text)


def _masked(head: str) -> tuple[str, tuple[Printed, ...], list[int]]:
    """The head with every date replaced by @n@, so that one grammar serves every way to print it."""
    dates = _day_of_wire(head) or find_dates(head)[:9] or _day_and_month(head)
    out, last, where = "", 0, list[int]()
    for index, date in enumerate(dates):
        for position in range(last, date.start):
            where.append(position)
        out += head[last : date.start] + f"@{index}@"
        where += [date.start] * 3
        last = date.end
    where += list(range(last, len(head) + 1))
    return out + head[last:], dates, where


def _day_of_wire(head: str) -> tuple[Printed, ...]:
    """The day alone, as agencies print it that leave the month to the paper: 中新社利马19日电."""
    match = _DAY_OF_WIRE.match(head)
    return (Printed(match.start("day"), match.end(), None, None, int(match["day"])),) if match else ()


def _day_and_month(head: str) -> tuple[Printed, ...]:
    """The day and month in numbers, as some agencies print them after the place: "Brasília, 22/05 (...)"."""
    match = _NUMBERS.match(head)
    if match is None or not (int(match["day"]) > _MONTHS and 1 <= int(match["month"]) <= _MONTHS):
        return ()
    return (Printed(match.start("day"), match.end("month"), None, int(match["month"]), int(match["day"])),)


def _english(head: str) -> Dateline | None:
    """An English dateline: with a date, or with a place in capitals or an agency in brackets."""
    if (match := _EN_BYLINE_FIRST.match(head)) and head[match.end()].isupper():
        return Dateline(match.end(), agency=match["agency"], byline=match["names"])
    masked, dates, where = _masked(head)
    for form in (_EN_PLACE_APART, _EN_AGENCY_FIRST, _EN_NAMED_FIRST, _EN_AGENCY_LAST, _EN_DATED):
        match = form.match(masked)
        if match is None:
            continue
        parts = match.groupdict()
        place = parts.get("place") or ""
        alone = place.isupper() and len(place) > 3 and masked[match.end() : match.end() + 1].isupper()
        boxed = not place and _BOXED.match(masked) is not None
        if not (parts.get("sep") or parts.get("agency") or alone or boxed) or not _place_fits(parts.get("place")):
            continue
        if form is _EN_NAMED_FIRST and not (holds("agency", parts["agency"]) or holds("publication", parts["agency"])):
            continue  # a place and its country stand so too
        date = dates[int(match["index"])]
        if date.day is None:
            continue
        return Dateline(where[match.end()], _place(parts.get("place")), date, _agency(parts.get("agency")))
    for form in (_EN_UNDATED, _EN_WEEKDAY, _EN_CAPITALS, _BEFORE_DATED):
        if (match := form.match(head)) and not head[match.end() : match.end() + 1].islower():
            parts = match.groupdict()
            return Dateline(match.end(), parts.get("place"), None, _agency(parts.get("agency")))
    return None


def _place_fits(place: str | None) -> bool:
    """Whether the words before a date may be a place: not the opening of a sentence ("On Monday, May 3 - ...")."""
    return place is None or not _SENTENCE_OPENS.match(place)


def _place(name: str | None) -> str | None:
    """A place without the full stop after it; "N.M." keeps its own."""
    return name[:-1] if name and name.count(".") == 1 and name.endswith(".") else name


def _agency(name: str | None) -> str | None:
    """An agency's name without what marks it as one."""
    if name is None or _OF_THE_PAPER.search(name):
        return None
    return _AGENCY_TAIL.sub("", name.strip()) or None


def _chinese(head: str) -> Dateline | None:
    """A Chinese dateline: a date followed by 电 or 讯, or a reporter in brackets."""
    masked, dates, where = _masked(head)
    if match := _ZH_DATED.match(masked):
        wired = match["wire"] or (match["agency"] and match["names"]) or masked[:1] in "【["
        hearsay = masked.startswith("据") and match["agency"] is None and match["wire"] not in ("电", "讯", "专电")
        if wired and not hearsay and (match["agency"] or match["place"] or match["wire"] in ("电", "讯", "专电")):
            return _zh_parts(match, where[match.end()], dates[int(match["index"])])
    if match := _ZH_AFTER.match(masked):
        return _zh_parts(match, where[match.end()], dates[int(match["index"])])
    if (match := _ZH_RELEASE.match(masked)) or (dates and dates[0].year and (match := _ZH_DAY_APART.match(masked))):
        return Dateline(where[match.end()], match["place"] or match["after"], dates[int(match["index"])])
    if match := _ZH_BRACKETED.match(head):
        agency = None if match["agency"] in _OWN else match["agency"]
        return Dateline(match.end(), match["place"] or match["place2"], None, agency, match["names"] or match["names2"])
    match = _ZH_BOXED.match(head) or _ZH_UNDATED.match(head)
    if match and match.end() < len(head):  # a headline may end in 电: 并网发电
        return _zh_parts(match, match.end(), None)
    return None


def _zh_parts(match: re.Match[str], end: int, date: Printed | None) -> Dateline:
    """The parts of a Chinese dateline; 本报 and the like name no agency but the paper itself."""
    agency = match["agency"]
    signed = match.groupdict().get("signed")
    given = match["names"] or (signed if signed and all(map(is_name_line, _BETWEEN_NAMES.split(signed))) else None)
    names = clean_names(given) if given else None
    day = date if date is not None and date.month is not None else None
    return Dateline(end, (match["place"] or "").strip() or None, day, None if agency in _OWN else agency, names)

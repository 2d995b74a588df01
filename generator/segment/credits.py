"""A credit line: where an article comes from, when, and by whom.

"Source: X | 2024-04-16 09:05:12 | Author: Y" in any order, "X· 2025-06-14 21:57", "来源：X　作者：Y　发布时间：...",
and the same facts on lines of their own. A line is a credit only if nothing else stands on it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ..script import as_printed
from ..taxonomy import SourceNames
from .boilerplate import is_furniture
from .bylines import clean_names, is_name_line, is_person_list, read_byline, without_outlet
from .cells import LABEL, LABELS, cells_of, parts_of
from .dates import Printed, find_dates
from .dayroles import says_other_day
from .lines import LINES
from .masthead import says_of_issue
from .source import is_institution, is_outlet
from .words import ends_sentence, han, holds, matches, width

_ZH_LABELS = rf"(?=[\u3400-\u9fff]{{2}})(?:{'|'.join(forms for name, forms in LABELS.items() if name != 'byline')})"
_ZH_UNMARKED = LINES.compile(  # a label over a gap, or over a date, in the place of its colon
    rf"(^|[\t\u3000|｜]\s*|\s{{2,}})({_ZH_LABELS})[ \u3000\t]+(?=[^\s:：|｜])"
    rf"|()(录入|输入|登记|修改|更新|发布|发表)于?\s*(?=\d{{4}})"
)
_VIA = re.compile(  # [via Harbour Post, 9 May]
    r"^[\[(（【]\s*(?:via|source|as reported by|courtesy of|据|摘自|摘编自|转自|转引自|转载自|译自|原载)"
    r"(?:微信)?(?:公众号)?"
    r"\s*(?=[A-ZÀ-Þ《“「\u3400-\u9fff])(?=[^\[\]()（）【】]*[\])）】]$)",
    re.IGNORECASE,
)
_ANY_LABEL = re.compile(
    r"^(?P<label>[A-ZÀ-Þ][\w./-]*(?: [\w./-]+){0,2}|[\u3400-\u9fff]{2,6}|[가-힣]{2,6})\s*[:：]\s*(?=\S)"
)
_PREPOSITION = re.compile(r"\b(?:on|in|of|from|to|by|until|since|for|at|before|after|and|the)$", re.IGNORECASE)
_POSTED = LINES.compile(
    r"\b((?:posted|published|filed|written|submitted|updated|week)"
    r"(?: by| on| at| of| in(?= \d)| ending)?)\s+"
    r"(?=(?-i:[A-Z])|\d{4}\W|\d{1,2}(?:st|nd|rd|th)?(?:[./:-]|\s+(?:of\s|\d|[a-z]{3,9}\.?,?\s\d)))"
    r"|\b(input|entered|created|registered|modified|revised|released|issued(?! by)|last (?:updated|modified))\s+"
    r"(?=\d|(?-i:[A-Z]))",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"^原创\s+|\s(?:今天|昨天|前天)(?=\s)|(?<=\d)\s*(?:发表|发布)于\s*[\u3400-\u9fff]{2,8}$|(?<!\S)(\S+)\s(?=\1\s)"
)
_OWN_ACCOUNT = LINES.compile(
    r"^原创\s+(\S+)\s+(?!\1\s)(\S+)\s+(?=\d)"
)  # a writer and the account, as WeChat prints them
_ACCOUNT_LINE = LINES.compile(  # the same without a mark: writer, account, day and hour
    rf"^(?!(?:{_ZH_LABELS}|{LABELS['byline']})\s)([\u3400-\u9fff·]{{2,8}})\s+(?!\1\s)([^\s\d]\S*)\s+(?=\d{{4}}年\d{{1,2}}月\d{{1,2}}日\s+\d{{1,2}}:\d\d)"
)
_GLUED = LINES.compile(  # cells that a page's text runs together: "May 5, 20249:14 AMUpdated May 6"
    r"(?<=\b(?:19|20)\d\d)(?=\d{1,2}[:.]\d\d)|(?<=[\da-zM)])(?=(?:Updated|Published|Posted|Modified)\b)"
    r"|(?<=\d[/.](?:19|20)\d\d)(?=[A-Z][a-z]{2,8} \d)"
)
_TEXT_AND_PICTURE = LINES.compile(r"^(?:文\s*[/／、]\s*[图摄]|[图摄]\s*[/／、]\s*文)\s*[:：/／|｜]?\s*")
_BARRED = LINES.compile(
    r"(^|[\s|｜·／])(来源|稿源|作者|撰文|文字|采访|整理|采写|文|记者|编辑|责编|责任编辑|审核|校对)\s*[|｜丨/／]\s*"
    r"(?=[^\s|｜/／])"
)
_REPORTER = LINES.compile(
    r"(?:^|(?<=\s))(记者|作者|撰文|采写|撰稿|责编|编辑|翻译|译者|译)\s+(?=(?:[\u3400-\u9fff·]{2,8}"
    r"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})(?:[\s／/|｜·]|$))"
)  # a label without its colon
_BUTTONS = LINES.compile(
    r"(?:\s+(?:(?:评论|收藏|打印|分享|点赞|阅读|浏览|字号|关闭|听新闻|语音播报)\s?[(（]?[\d:.]*万?[)）]?"
    r"|(?i:listen(?: to this)?|share|save|print|tweet|e-?mail|bookmark|download)\s?[(]?[\d:]*[)]?)(?=\s|$))+$"
)
_BY_INSIDE = LINES.compile(r"(?<=[\d)\]])\s+(?=[Bb][Yy]:?\s+[A-ZÀ-Þ])")
_SPREAD = re.compile(r"(?<![\u3400-\u9fff])((?:[\u3400-\u9fff][ \u3000\t]+){1,4}[\u3400-\u9fff])(?=\s*[:：])")
_READING_TIME = LINES.compile(
    r"(?:estimated )?(?:reading|read|listening) time\s*[:：]?\s*(?=(?:about )?\d)", re.IGNORECASE
)
_APART = re.compile(r"[|｜丨│¦·•‧∙・\t\u3000]|\s[-–—/]\s|\)")
_LEADING = re.compile(r"^(?:in|on|at)\s+(?=(?-i:[A-Z]))", re.IGNORECASE)
_IS_POSTED = re.compile(r"\b(?:posted|filed|submitted)\b", re.IGNORECASE)
_SHELF = re.compile(r"^(?:in|under)\s+(?-i:[A-Z])", re.IGNORECASE)
_FROM = re.compile(r"^(?:from|via|courtesy of)\s+(?=(?-i:[A-ZÀ-Þ]|the\s))", re.IGNORECASE)
_POSTS = frozenset(  # before names; and what stands before the day of a reprint
    ("记者", "本报记者", "特约记者", "通讯员", "作者", "撰文", "编译", "采写", "撰稿", "原载", "原刊", "首发")
)
_BLANK = re.compile(  # between parts in Chinese; not between a post and a name, nor in "字体：大 中 小"
    r"(?<=[\u3400-\u9fff》\d版])(?<!记者)(?<!作者)(?<!通讯员)(?<!撰文)(?<!编译)(?<!采写)(?<!撰稿)(?<![\s：][大中小])[ ]"
    r"(?=[\u3400-\u9fff《\d第A-Z])"
)
_PART = re.compile(  # of an institution
    r"(?:处|部|室|院|所|办|局|科|会|组|中心|司|系|厅|委|站|馆|团|社|网|报|刊)$"
)
_DANGLING = re.compile(r"\s+(?:on|at|in|by)$", re.IGNORECASE)
_BRACKETS = re.compile(r"^[\[(（【](.*)[\])）】]$", re.DOTALL)
_NOTES = re.compile(
    r"^(?:(?:大|中|小|特大|[Aa][+\-⁺⁻＋－]?)\s*)+$|^\d+\s*(?:阅读|评论|views?|comments?|repl(?:y|ies)|shares?|likes?)$"
    r"|^\d{1,6}$|^(?:评论|阅读|浏览|点击|转发|点赞|收藏)(?:数|量|次数)?\s?[\d,.]+\s?[万千k]?\+?$"
    r"|^(?:第\s?)?[A-Z]?\d{1,3}\s?[版页]$|^[\u3400-\u9fff]{1,4}版\s?[A-Z]?\d{0,3}$|^page\s[A-Z]?\d{1,3}$"
    r"|^(?:late|early|city|evening|morning|first|final|weekend|national|international|print|online) edition$"
    r"|^综合(?:外电|外媒|本报|整理)?(?:报道|报导|消息|电)?$"
    r"|^(?:(?:estimated )?(?:reading|read|listening) time\W*)?(?:about )?\d{1,3}[- ]?min(?:ute)?s?\.?"
    r"(?:[- ](?:read|listen))?$"
    r"|^(?:阅读(?:时间|时长)?|预计阅读|朗读|收听)?(?:时间)?\W*(?:约|大约|需)?\s*\d{1,3}\s*分钟(?:阅读|读完)?$"
    r"|^(?:listen|play|audio|收听|听)\W*\d{1,2}:\d{2}\W*$|^(?:save|read) (?:for )?later$",
    re.IGNORECASE,
)
_ACCOUNT_NAME = re.compile(r"by\s+([a-z][\w.-]{1,20})")  # as blogs name who posted
_LISTED = re.compile(r"\s*[,，、/]\s*")
_PAGE = LINES.compile(
    r"[\s,，]*(?:第\s*[\dA-Z一二三四五六七八九十]{1,4}\s*[版页]|[A-Z]?\d{1,2}\s*版|版次[:：]\s*\w+|(?:page"
    r"|p\.)\s*[A-Z]?\d{1,3})[：:]?\s*\w{0,6}$",
    re.IGNORECASE,
)
_BEFORE_DAY, _BEHIND_DAY = 6, 12  # characters around a day under a label
_MAX_WIDTH = 240  # longer lines are text
_CELL_WIDTH = 110  # longer cells too
_NOTE_WIDTH = 40  # longer ones are no buttons


@dataclass(frozen=True, slots=True)
class Facts:
    """What a line says of the article; each part may be missing."""

    source: str | None = None
    byline: str | None = None
    date: Printed | None = None
    issue: bool = False  # the date is a newspaper's issue: its page stands beside it
    colophon: bool = False  # of all that stands above
    guessed: bool = False  # nothing says that the source is one: no label, no word of such names

    @property
    def empty(self) -> bool:
        """Whether the line says nothing."""
        return self.told == 0

    @property
    def told(self) -> int:
        """How many of source, byline and date the line says."""
        return sum(part is not None for part in (self.source, self.byline, self.date))

    def as_printed(self, reading: str, printed: str) -> Facts:
        """The same facts with the names as the line prints them, where it was read in other characters."""
        return replace(
            self,
            source=as_printed(self.source, reading, printed),
            byline=as_printed(self.byline, reading, printed),
        )


NO_FACTS = Facts()


@dataclass(slots=True)
class _Reading:
    """What the cells of a line have said so far."""

    sources: SourceNames
    source: str | None = None
    byline: str | None = None
    date: Printed | None = None
    updated: Printed | None = None
    names: list[str] = field(default_factory=list)  # without a label
    guessed: bool = False
    labelled: bool = False
    posted: bool = False  # on a blog, whose posts are put on shelves


def read_credit(text: str, sources: SourceNames) -> Facts | None:
    """The facts of a credit line (empty where it holds only editors and buttons); None for any other line."""
    if width(text) > _MAX_WIDTH:
        return None
    facts = _read_credit(text, sources)
    if not han(text) or not _BLANK.search(text) or (facts is None and not find_dates(text)):
        return facts
    apart = _read_credit(_BLANK.sub("　", text), sources)  # what was set apart in print, a blank may part
    if apart is None or (apart.guessed and facts is not None and not facts.guessed):
        return facts
    return apart if facts is None or _tells_more(apart, facts) else facts


def _tells_more(one: Facts, other: Facts) -> bool:
    """Whether one reading of a line finds more than the other, or names that it does not run together."""
    together = [
        " " in (facts.source or "") or not (facts.byline is None or is_person_list(facts.byline))
        for facts in (one, other)
    ]
    return (one.told, other.guessed, together[1]) > (other.told, one.guessed, together[0])


def _read_credit(text: str, sources: SourceNames) -> Facts | None:
    """The facts of a line that is not too long, with its separators as they stand."""
    if han(text):
        text = _SPREAD.sub(lambda match: "".join(match[1].split()), text)
    text = _GLUED.sub(" ", text)
    text = _with_known_label(_VIA.sub("[source: ", text))
    for form in (_OWN_ACCOUNT, _ACCOUNT_LINE):
        text = form.sub(r"作者：\1　来源：\2　", text.strip())
    bare = _ACCOUNT.sub("", text)
    bare = _READING_TIME.sub("", bare)
    bare = _TEXT_AND_PICTURE.sub("文：", bare)
    bare = _BARRED.sub(r"\1\2：", bare)
    bare = _BY_INSIDE.sub(" | ", _REPORTER.sub(r"　\1：", _BUTTONS.sub("", bare)))
    bare = _ZH_UNMARKED.sub(lambda match: f"{match[1] or ''}{match[2] or match[4]}：", bare)
    bare = _POSTED.sub(lambda match: f"{match[1] or match[2]}: ", _BRACKETS.sub(r"\1", bare))
    if not (LABEL.search(bare) or find_dates(bare)):  # at most buttons
        values = parts_of(bare)
        notes = all(_NOTES.match(value) and width(value) <= _NOTE_WIDTH for value in values)
        return NO_FACTS if values and notes else None
    page = _PAGE.search(bare)
    issue = page is not None and bool(find_dates(bare[: page.start()]))
    cells = cells_of(bare[: page.start()] if page and issue else bare)
    reading = _Reading(sources, posted=_IS_POSTED.search(text) is not None)
    if not all(_read_cell(label, value, reading) for label, value in cells):
        return None
    if not _place_names(reading, bare):
        return None
    date = reading.date or reading.updated
    if not reading.labelled and date is None:
        only_notes = cells and all(label == "other" or _NOTES.match(value) for label, value in cells)
        return NO_FACTS if only_notes else None
    return Facts(reading.source or None, reading.byline or None, date, issue, guessed=reading.guessed)


def labels_alone(text: str) -> str | None:
    """What a line labels that holds nothing but a label: "source", "date", "updated" or "byline"; None for others."""
    label = text.strip().rstrip(":： ")
    match = LABEL.match(f"{label}:")
    return match.lastgroup if match and match[0] == label and match.lastgroup not in ("other", "poster") else None


def is_account_line(text: str) -> bool:
    """Whether a line is the credit of an account's page: writer, account, day and hour, where it was sent from."""
    return _OWN_ACCOUNT.match(text) is not None or _ACCOUNT_LINE.match(text) is not None


def _with_known_label(text: str) -> str:
    """A line that gives a day in full under a label that no list has, under a known one: "Transmitted: 2022-08-30"."""
    match = _ANY_LABEL.match(text)
    if match is None or LABEL.match(text) or says_other_day(match["label"]):
        return text
    value = text[match.end() :]
    day = next((date for date in find_dates(value) if date.start <= _BEFORE_DAY and date.year and date.day), None)
    if day is None or len(value) - day.end > _BEHIND_DAY:
        return text
    return f"date: {value[day.start : day.end]}"


def _read_cell(label: str | None, value: str, reading: _Reading) -> bool:
    """Notes what a cell says; False if it is none of a credit line's."""
    value = _DANGLING.sub("", value)
    if (
        reading.posted
        and _SHELF.match(value)
        and not is_outlet(_LEADING.sub("", value), reading.sources)
        and not find_dates(value)
    ):
        return width(value) <= _NOTE_WIDTH  # "posted on 3 May in Field notes"
    value = _LEADING.sub("", value)
    dates = find_dates(value)
    whole = bool(dates) and dates[0].start == 0 and dates[0].end >= len(value.rstrip(".,，"))
    reading.labelled |= label not in (None, "other", "updated")
    if label == "updated" and dates:
        reading.updated = reading.updated or dates[0]
    elif whole and label != "other":
        if dates[0].year is None and dates[0].day is None:
            return False
        reading.date = reading.date or dates[0]
    elif label == "date" and not re.search(r"\d", value):
        return False  # "Next time: what whales think"
    elif label is None:
        return _read_bare(value, reading)
    else:
        _read_labelled(label, value, reading)
    return width(value) <= _CELL_WIDTH


def _read_labelled(label: str, value: str, reading: _Reading) -> None:
    """Notes the name under a label; who supplied a text may be a person or an office: 供稿：周敏."""
    if "，" in value and label == "source":
        return  # "from the author's new book, abridged"
    person = is_name_line(value) and han(value) > 0 and not _PART.search(value)
    if label == "byline":
        reading.byline = reading.byline or clean_names(value)
    elif (label == "source" and not person) or (label == "poster" and is_outlet(value, reading.sources)):
        reading.source = reading.source or value
    elif label in ("source", "poster"):
        reading.byline = reading.byline or value


def _read_bare(value: str, reading: _Reading) -> bool:
    """Notes a cell without a label: a button, "By NAME", or a name whose part is told later."""
    value, outlet = without_outlet(value)  # "By Jane Doe for the Mekong Observer"
    reading.source = reading.source or outlet
    if reading.posted and (account := _ACCOUNT_NAME.fullmatch(value)):
        reading.byline = reading.byline or account[1]
        return True
    if (byline := read_byline(value)) is not None:
        writers, signed = signed_for(byline, reading.sources)
        reading.source = reading.source or signed
        reading.byline = reading.byline or writers
        return True
    if not value or _NOTES.match(value) or is_furniture(value) or matches("label", value) or says_of_issue(value):
        return width(value) <= _NOTE_WIDTH
    if (handed := _FROM.sub("", value)) != value and is_outlet(handed, reading.sources):
        reading.source = reading.source or handed
        return width(value) <= _CELL_WIDTH
    reading.names += [name for name in _outlet_apart(value, reading.sources) if name not in _POSTS]
    return width(value) <= 60 and not ends_sentence(value)


def signed_for(byline: str, sources: SourceNames) -> tuple[str, str | None]:
    """The writers of a byline, and the outlet that stands behind their names: "Jane Doe, Mekong Observer"."""
    *names, last = re.split(r"\s*,\s*", byline)
    told = bool(names) and is_outlet(last, sources) and not is_institution(last)
    return (", ".join(names), last) if told else (byline, None)


def _place_names(reading: _Reading, line: str) -> bool:
    """Gives the names without a label their part, outlet or author; False if the line is no credit after all."""
    names, sources, labelled = reading.names, reading.sources, reading.labelled
    if not names:
        return True
    if not labelled:
        month_only = reading.date is not None and not (
            reading.date.day or reading.date.either
        )  # "Outlook, May 2024" may be a title
        if month_only or (not _APART.search(line) and not all(_may_stand_alone(name, sources) for name in names)):
            return False  # a date beside other words is a sentence or a title
        if len(names) == 1 and _is_place(names[0], line, sources):
            return True
    known = all(is_outlet(name, sources) or is_person_list(name) for name in names)
    if reading.byline is None and _is_writer(names, line, sources):
        reading.byline = names[0]
        return True
    if len(names) > 3 or (len(names) > (2 if labelled else 1) and not known):
        return False
    return all(_place_name(name, reading) for name in sorted(names, key=lambda name: not is_outlet(name, sources)))


def _may_stand_alone(name: str, sources: SourceNames) -> bool:
    """Whether a name can be told from a sentence's words without a mark beside it."""
    return is_person_list(name) or han(name) > 0 or is_outlet(name, sources)


def _place_name(name: str, reading: _Reading) -> bool:
    """Notes a name as outlet or author; False where it can be neither."""
    if _PREPOSITION.search(name):
        return False
    told = is_outlet(name, reading.sources)
    if reading.source is None and (told or _looks_like_name(name)):
        reading.source, reading.guessed = name.strip("《》"), not told
    elif reading.source is not None and reading.byline is None and is_name_line(name):
        reading.byline = name
    elif reading.source is not None and _is_shelf(name):
        return True
    elif reading.source is None or reading.byline is None:
        return reading.labelled
    return True


def _is_shelf(name: str) -> bool:
    """Whether a cell names places or sections: "Bogotá", "Japan, World"."""
    return len(name) <= _NOTE_WIDTH and all(is_person_list(part) and " " not in part for part in _LISTED.split(name))


def _is_writer(names: list[str], line: str, sources: SourceNames) -> bool:
    """Whether the only name on a line, after the date, is a person's: "18 July 2023 - Jane Doe"."""
    place = line.find(names[0])
    if len(names) > 1 or han(names[0]) or is_outlet(names[0], sources) or re.search(r"\bin\s+$", line[:place]):
        return False
    return is_name_line(names[0]) and place > 0 and find_dates(line[:place]) != ()


def _outlet_apart(name: str, sources: SourceNames) -> list[str]:
    """The names in "Jane Doe, Mekong Observer" as two, where one of them is an outlet."""
    parts = [part.strip() for part in (name.split() if han(name) else name.split(","))]
    return parts if len(parts) > 1 and any(is_outlet(part, sources) for part in parts) else [name]


def _is_place(name: str, line: str, sources: SourceNames) -> bool:
    """Whether the name before a date is where the text was written: "Ottawa, 12 October 2018"."""
    before, *others = line.split(name)
    ends = any(part.lstrip()[:1] in (",", "，") for part in others)
    beside = ends or any(part.rstrip().endswith("，") for part in (before, *others[:-1]))
    return beside and not (is_outlet(name, sources) or holds("agency", name) or "(" in name or "（" in name)


def _looks_like_name(text: str) -> bool:
    """Whether a few words beside a date may be an outlet nobody told us of."""
    if han(text):
        return len(text) <= 14 and not re.search(r"[，。、：！？]", text)
    return len(text.split()) <= 6 and not holds("digest", text) and re.search(r"[.!?:;]$", text) is None

"""The review queue, for the editor's preview alone: what the machine is not sure of, by article, worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..model import Evidence, Figure, Record
from ..review import Item
from ..review.item import NOTED, Value
from .desk import Desk
from .escape import Markdown, inert
from .figures import amount
from .links import Target, link, opening
from .tree import Page
from .views import Quote
from .voice import mark

#: What opens a file, named from the project's root, at a line of it (from 1).
Editor = Callable[[str, int | None], str]

REVIEW = Target("review/index.md", mark("Review queue"))

#: With more questions than this, the page shows the worst ones; the command has all.
_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the page shows it."""

    heading: str
    why: str
    urgency: int
    quotes: tuple[Quote, ...]
    place: Markdown  # the file and line for the answer
    there: bool  # whether it stands there already
    snippet: Markdown
    note: Markdown


@dataclass(frozen=True, slots=True)
class Part:
    """The questions about one article; of the corpus where there is none."""

    article: Target | None
    document: Markdown  # opens it; empty for the corpus
    questions: tuple[Question, ...]


def review_page(desk: Desk, queue: Sequence[Item], editor: Editor) -> Page:
    """The one page. It is made of what only an editor may see: whoever calls this has asked for a preview."""
    shown = queue[:_SHOWN]
    parts: dict[str, list[Item]] = {}
    for item in shown:
        parts.setdefault(item.record.article.id if item.record is not None else "", []).append(item)
    articles = desk.voice.articles(len({item.record.article.id for item in queue if item.record is not None}))
    lead = desk.voice.ngettext(
        "{n} question about {articles}, worst first: what the machine is not sure of.",
        "{n} questions about {articles}, worst first: what the machine is not sure of.",
        len(queue),
        articles=articles,
    )
    counts = Counter(item.reason.heading for item in queue)
    return desk.press.page(
        "review",
        desk.names.index(REVIEW),
        lead,
        lead=lead,
        counts=[(desk.voice.gettext(heading), number) for heading, number in counts.most_common()],
        parts=[_part(desk, items, editor) for items in parts.values()],
        shown=len(shown),
        number=len(queue),
    )


def _part(desk: Desk, items: Sequence[Item], editor: Editor) -> Part:
    record = items[0].record
    article = desk.names.article(record) if record is not None else None
    name = f"content/articles/{record.article.doc}" if record is not None else ""
    document = opening(editor(name, None), name) if name else Markdown()
    return Part(article, document, tuple(_question(desk, item, editor) for item in items))


def _question(desk: Desk, item: Item, editor: Editor) -> Question:
    values = {name: _value(desk, value) for name, value in item.values.items()}
    return Question(
        heading=desk.voice.gettext(item.reason.heading),
        why=desk.voice.gettext(item.reason.why, **values),
        urgency=round(item.urgency),
        quotes=_quotes(desk, item.record, item.evidence[:2]) if item.record is not None else (),
        place=opening(editor(item.file, item.line), item.file + (f":{item.line}" if item.line is not None else "")),
        there=item.line is not None or not item.about,
        snippet=_block(item.ready),
        note=desk.voice.foreign(item.note, "en") if item.reason.code in NOTED else Markdown(),
    )


def _quotes(desk: Desk, record: Record, evidence: Sequence[Evidence]) -> tuple[Quote, ...]:
    """The evidence whole: a preview shows the editor everything."""
    language = record.findings.language
    return tuple(Quote(desk.voice.foreign(one.exact, language), desk.views.where(record, one)) for one in evidence)


def _value(desk: Desk, value: Value) -> object:
    """A value of a reason, as the language of the page writes it."""
    if isinstance(value, Record):
        return link(REVIEW.path, desk.names.article(value))
    if isinstance(value, Figure):
        return f"{amount(desk.voice, value)} {value.what}".strip()
    return value


def _block(text: str) -> Markdown:
    """Lines of YAML as they are typed; each is made inert, after its indentation."""
    lines = [" " * (len(line) - len(line.lstrip(" "))) + inert(line) for line in text.rstrip("\n").split("\n")]
    return Markdown("<pre><code>" + "\n".join(lines) + "</code></pre>")

"""A record in the wire format as far as it may be published: the rights policy applied to every word of the source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..catalog import Atlas
from ..exchange import RecordJson, to_json
from ..model import Event, Evidence, Quote, Record
from ..settings import Settings
from .rights import Shown, shown_in

#: The lists of findings in the wire format.
_FINDINGS = (
    "partners",
    "mentions",
    "groups",
    "themes",
    "figures",
    "people",
    "programmes",
    "agreements",
    "events",
    "quotes",
)


def publishable(atlas: Atlas, settings: Settings) -> dict[str, Shown]:
    """What may be published of each article, by its id; also in a preview, whose files may leave the house."""
    return shown_in(atlas, settings)


def words(evidence: Iterable[Evidence], shown: Shown) -> str:
    """The first words among the evidence that may be published; empty where there are none."""
    return next((said for piece in evidence if (said := shown.quote(piece))), "")


def what_of(event: Event, shown: Shown) -> str:
    """What took place: in the article's words as far as they may be published, in an editor's own in full."""
    return event.what if shown.body or event.own else words(event.evidence, shown)


def sentence_of(event: Event, shown: Shown) -> str:
    """What says that an event took place: the whole sentence as far as it may be published, or an editor's words."""
    return event.what if event.own else words(event.evidence, shown)


def text_of(quote: Quote, shown: Shown) -> str:
    """The words in quotation marks, as far as they may be published; an editor's own in full."""
    return quote.text if shown.body or quote.own else words(quote.evidence, shown)


def published(record: Record, shown: Shown) -> RecordJson:
    """The record with no more of the source's words than may be published.

    `body` is empty unless the whole may be shown. Where a sentence may not be shown, `exact` is empty or holds a part
    of it between ellipses; its offsets stay, because they only say where to look.
    """
    data = to_json(record)
    if shown.body:
        return data
    data["body"] = ""
    data["review"] = []
    for name in _FINDINGS:
        _cut(data[name], shown)  # type: ignore[literal-required]
    for event, source in zip(data["events"], record.findings.events, strict=True):
        event["what"] = what_of(source, shown)
    for quote, said in zip(data["quotes"], record.findings.quotes, strict=True):
        quote["text"] = text_of(said, shown)
    return data


def _cut(findings: list[Mapping[str, Any]], shown: Shown) -> None:
    """Leaves of each piece of evidence what may be shown."""
    for finding in findings:
        for piece in (*finding["evidence"], *(naming["evidence"] for naming in finding.get("named", ()))):
            piece["exact"] = shown.quote(Evidence(piece["field"], piece["exact"], piece["start"], piece["end"])) or ""

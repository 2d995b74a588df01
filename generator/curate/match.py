"""Finds what a decision speaks of, and whether it still says what the decision quotes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from ..model import Article, Evidence, Findings
from .kinds import Finding, Kind, findings_of, id_of, value_of
from .schema import Accept, Correct, Reject

_NUMBERED = re.compile(r"-\d[\d-]*$")  # what tells findings of one name apart, and depends on their order

_TOKEN = re.compile(r"[\u2e80-\u9fff]|[^\W\u2e80-\u9fff]+")
_RUN = {"en": 8, "zh": 14}  # names of things are not longer


@dataclass(frozen=True, slots=True)
class Stale:
    """Why a decision cannot be applied any more."""

    field: str  # of the decision
    message: str
    example: str | None = None


def find(kind: Kind, target: str, step: Accept | Reject | Correct, findings: Findings) -> Finding | Stale:
    """The finding that a decision speaks of, if it still says what the decision quotes.

    A number at the end of an id depends on what else the article says; so a finding of the same name that alone says
    what is quoted is the one that is meant.
    """
    found = findings_of(kind, findings)
    same = [one for one in found if id_of(kind, one) == target]
    wrong = _mismatch(kind, same[0], step) if same else Stale("", f"the article has no {target} any more")
    if wrong is None:
        return same[0]
    alike = [one for one in found if _plain(id_of(kind, one)) == _plain(target) and not _mismatch(kind, one, step)]
    if len(alike) == 1:
        return alike[0]
    return wrong if same else Stale(wrong.field, wrong.message, _others(kind, found))


def differs(was: Any, now: Any) -> bool:
    """Whether a value is another one than a decision quotes; blanks and forms of letters do not count."""
    if isinstance(was, str) and isinstance(now, str):
        return folded(was) != folded(now)
    if isinstance(was, (list, tuple)) and isinstance(now, (list, tuple)):
        return sorted(map(str, was)) != sorted(map(str, now))
    if isinstance(was, dict) and isinstance(now, dict):
        return any(differs(value, now.get(name)) for name, value in was.items())
    if isinstance(was, int) and isinstance(now, str):  # YAML reads 2024 as a number
        return str(was) != now
    return bool(was != now) or isinstance(was, bool) != isinstance(now, bool)


def folded(text: str) -> str:
    """A text as quotations are compared: normal forms, single blanks, none between Chinese characters, plain marks."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    plain = re.sub(r"(?<=[\u2e80-\u9fff]) (?=[\u2e80-\u9fff])", "", plain)
    return plain.translate(str.maketrans("“”‘’", "\"\"''"))


def copied(text: str, article: Article) -> bool:
    """Whether a text holds a run of the article's words that is too long for chance: 8 words, or 14 ideographs."""
    body, said = (_TOKEN.findall(folded(each).casefold()) for each in (article.body, text))
    size = _RUN["zh" if re.search(r"[\u2e80-\u9fff]", text) else "en"]
    runs = {tuple(body[at : at + size]) for at in range(len(body) - size + 1)}
    return any(tuple(said[at : at + size]) in runs for at in range(len(said) - size + 1))


def located(sentence: str, article: Article) -> Evidence | None:
    """Where the article says a sentence, in its body or else its title; None if it does not."""
    words = [re.escape(word) for word in sentence.split()]
    pattern = re.compile(r"\s+".join(words))
    body, title = pattern.search(article.body), pattern.search(article.title or "")
    if body is not None:
        return Evidence("body", body[0], body.start(), body.end())
    return Evidence("title", title[0], title.start(), title.end()) if title is not None else None


def _mismatch(kind: Kind, finding: Finding, step: Accept | Reject | Correct) -> Stale | None:
    """What a finding says otherwise than the decision quotes."""
    if "was" in step.model_fields_set:
        quoted = step.was if isinstance(step.was, dict) else {kind.chief: step.was}
        for field, was in quoted.items():
            now = value_of(kind, finding, field)
            if differs(was, now):
                return Stale("was", f"{field} is {_said(now)} now, and the decision quotes {_said(was)}", f"was: {now}")
    if step.sentence is not None:
        wanted = folded(step.sentence)
        if not any(wanted in folded(piece.exact) for piece in finding.evidence):
            first = next((f"sentence: {piece.exact}" for piece in finding.evidence), None)
            return Stale("sentence", "the sentence that the decision quotes is no evidence of it any more", first)
    return None


def _plain(id_: str) -> str:
    return _NUMBERED.sub("", id_)


def _said(value: Any) -> str:
    return "empty" if value is None or value in ("", []) else repr(value)


def _others(kind: Kind, found: tuple[Finding, ...]) -> str | None:
    """The ids of the kind that the article has."""
    return ", ".join(id_of(kind, one) for one in found[:5]) or None

"""Precision, recall and F1 per kind of finding, with every difference named.

Articles are matched inside a document by where their bodies start, else by title. An article that was not found earns
nothing; one too many counts against the articles.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from ..exchange import RecordJson
from .labels import Label

_QUALIFIERS = {
    "more than": "over",
    "above": "over",
    "almost": "nearly",
    "close to": "nearly",
    "around": "about",
    "some": "about",
    "approximately": "about",
    "under": "less than",
    "fewer than": "less than",
}
_KNOWN = {"over", "nearly", "about", "at least", "up to", "less than"}
_HEAD = 24  # letters of a body's start that tell where it is
_LATEST_HEAD = 400  # letters that may stand before them: a dateline, a standfirst
_SLACK = 80  # letters that may stand behind the end of a body


@dataclass(slots=True)
class Measure:
    """How one kind of finding fared."""

    right: int = 0
    extra: int = 0
    missing: int = 0
    differences: list[tuple[str, str]] = field(default_factory=list)  # article, what differs
    scored: list[tuple[float, bool]] = field(default_factory=list)  # score of each finding, and whether it is right

    @property
    def precision(self) -> float | None:
        """Share of the findings that are right; None without findings."""
        return _share(self.right, self.right + self.extra)

    @property
    def recall(self) -> float | None:
        """Share of the labels that were found; None without labels."""
        return _share(self.right, self.right + self.missing)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where there is neither a finding nor a label."""
        total = 2 * self.right + self.extra + self.missing
        return _share(2 * self.right, total)

    def add(self, where: str, found: Collection[str], wanted: Collection[str], ignored: Collection[str] = ()) -> None:
        """Compares two sets; what is `ignored` counts neither way."""
        have, want = set(found) - set(ignored), set(wanted) - set(ignored)
        self.right += len(have & want)
        self.extra += len(have - want)
        self.missing += len(want - have)
        if have != want:
            parts = [f"extra {', '.join(sorted(have - want))}"] if have - want else []
            parts += [f"missing {', '.join(sorted(want - have))}"] if want - have else []
            self.differences.append((where, "; ".join(parts)))

    def weigh(self, scores: Mapping[str, float], wanted: Collection[str], ignored: Collection[str] = ()) -> None:
        """Notes how sure the machine was of each finding, and whether it was right."""
        self.scored += [(score, key in wanted) for key, score in scores.items() if key not in ignored]

    def reliability(self, bins: int = 5) -> list[tuple[float, float, int]]:
        """For findings of about the same score: their mean score, the share that is right, and how many they are."""
        found = []
        for index in range(bins):
            inside = [one for one in self.scored if index <= min(one[0] * bins, bins - 0.5) < index + 1]
            if inside:
                mean = sum(score for score, _ in inside) / len(inside)
                found.append((mean, sum(right for _, right in inside) / len(inside), len(inside)))
        return found

    def judge(self, where: str, right: bool, found: object, wanted: object) -> None:
        """Counts one answer; a wrong one is both too many and missing."""
        self.right += right
        self.extra += not right
        self.missing += not right
        if not right:
            self.differences.append((where, f"{found!r} instead of {wanted!r}"))


def _share(part: int, whole: int) -> float | None:
    return float(Fraction(part, whole)) if whole else None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The measures by kind, and each label with the record that was matched to it."""

    measures: Mapping[str, Measure]
    pairs: Sequence[tuple[Label, RecordJson | None]]

    def worst(self) -> list[tuple[str, list[str]]]:
        """Articles with differences, those with the most first; each with what differs."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for kind, measure in self.measures.items():
            for where, text in measure.differences:
                found[where].append(f"{kind}: {text}")
        return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))


def evaluate(labels: Iterable[Label], records: Iterable[RecordJson]) -> Evaluation:
    """Compares `records` with `labels`, document by document."""
    measures: defaultdict[str, Measure] = defaultdict(Measure)
    by_doc: defaultdict[str, list[RecordJson]] = defaultdict(list)
    for record in records:
        by_doc[record["doc"].rsplit("/", 1)[-1]].append(record)
    wanted: defaultdict[str, list[Label]] = defaultdict(list)
    for label in labels:
        wanted[label.doc].append(label)
    pairs: list[tuple[Label, RecordJson | None]] = []
    for doc, group in wanted.items():
        matched, extra = _match(group, by_doc.get(doc, []))
        pairs += matched
        for label, found in matched:
            measures["articles"].add(label.where, {"article"} if found else (), {"article"})
            _compare(label, found, measures)
        for more in extra:
            measures["articles"].add(f"{doc}#{more['item']}", {more["title"] or "(no title)"}, ())
    return Evaluation(dict(measures), pairs)


def _match(
    labels: list[Label], records: list[RecordJson]
) -> tuple[list[tuple[Label, RecordJson | None]], list[RecordJson]]:
    """Each label with its record, and the records that no label asks for."""
    left = list(records)
    pairs: list[tuple[Label, RecordJson | None]] = []
    for label in labels:
        found = next((record for record in left if _same(label, record)), None)
        if found is not None:
            left.remove(found)
        pairs.append((label, found))
    return pairs, left


def _same(label: Label, record: RecordJson) -> bool:
    head = letters(label.body_start)[:_HEAD]
    if head and 0 <= letters(record["body"]).find(head) < _LATEST_HEAD:
        return True
    return len(letters(label.title)) > 3 and letters(label.title) == letters(record["title"])


def letters(text: object) -> str:
    """What is left of a text without case, width, blanks and punctuation."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", str(text or "")).casefold())


def _compare(label: Label, record: RecordJson | None, measures: Mapping[str, Measure]) -> None:
    """Adds one article to the measures."""
    _compare_head(label, record, measures)
    filed = record is not None and record["relevant"]
    if label.relevant is not None:
        measures["relevant"].judge(label.where, record is not None and filed == label.relevant, filed, label.relevant)
    _compare_places(label, record, filed, measures)
    if label.relevant is False or (label.relevant is None and not filed):
        return
    where = label.where
    groups = {tag["id"]: tag["score"] for tag in record["groups"]} if record and filed else {}
    themes = {tag["id"]: tag["score"] for tag in record["themes"]} if record and filed else {}
    measures["groups"].add(where, groups, label.groups, label.optional_groups)
    measures["groups"].weigh(groups, label.groups, label.optional_groups)
    measures["themes"].add(where, themes, label.themes, label.optional_themes)
    measures["themes"].weigh(themes, label.themes, label.optional_themes)
    _compare_figures(label, record, measures)
    _compare_people(label, record, measures)


def _compare_head(label: Label, record: RecordJson | None, measures: Mapping[str, Measure]) -> None:
    """Title, date, source, byline, language and the end of the body."""
    where = label.where
    answers = {
        "title": (record and record["title"], label.title, label.title_accept, letters),
        "date": (record and record["date"], label.date, label.date_accept, _day),
        "source": (record and record["source"], label.source, label.source_accept, letters),
        "byline": (record and record["byline"], label.byline, label.byline_accept, letters),
    }
    for kind, (found, want, others, clean) in answers.items():
        accepted = {clean(other) for other in (want, *others)}
        measures[kind].judge(where, record is not None and clean(found) in accepted, found, want)
    if label.language:
        found_language = record and record["language"]
        measures["language"].judge(where, found_language == label.language, found_language, label.language)
    if label.body_end:
        body, tail = letters(record and record["body"]), letters(label.body_end)
        measures["body_ends"].judge(where, tail in body[-len(tail) - _SLACK :], body[-40:], label.body_end)


def _day(date: object) -> str:
    """A date without its marks; an unknown year is left out."""
    return re.sub(r"[?~%]|XXXX-", "", str(date or ""))


def _compare_places(label: Label, record: RecordJson | None, filed: bool, measures: Mapping[str, Measure]) -> None:
    """Partners, mentions, and what must not be filed."""
    where, home = label.where, {label.home or ""}
    partners = {place["code"] for place in record["partners"]} if record else set()
    mentions = {place["code"] for place in record["mentions"]} if record else set()
    shelved = partners if filed else set()
    if label.relevant is not False or not label.partner_countries:
        ignored = home | set(label.optional_partner_countries)
        measures["partners"].add(where, shelved, label.partner_countries, ignored)
        sure = {place["code"]: place["score"] for place in record["partners"]} if record and filed else {}
        measures["partners"].weigh(sure, label.partner_countries, ignored)
        wrong = shelved & set(label.not_countries)
        measures["not_filed_wrongly"].judge(where, record is not None and not wrong, sorted(wrong), [])
    named = {*label.mentioned_countries, *label.partner_countries}
    loose = {*label.optional_mentioned_countries, *label.optional_partner_countries, *label.not_countries} - named
    measures["mentions"].add(where, partners | mentions, named, loose | home)


def _compare_figures(label: Label, record: RecordJson | None, measures: Mapping[str, Measure]) -> None:
    """Figures by value, and the qualifiers of those found; extra figures count where all are labelled."""
    found: defaultdict[float, set[str | None]] = defaultdict(set)
    for figure in record["figures"] if record else ():
        if figure["value"] is not None:
            found[float(figure["value"])].add(figure["qualifier"])
    wanted = [one for one in label.figures if one.value is not None and one.unit != "ordinal"]
    values = {float(one.value or 0) for one in wanted}
    optional = {float(one.value) for one in (*label.figures, *label.optional_figures) if one.value is not None} - values
    ignored = optional if label.figures_exhaustive else set(found) - values
    measures["figures"].add(
        label.where, {f"{v:g}" for v in found}, {f"{v:g}" for v in values}, {f"{v:g}" for v in ignored}
    )
    for one in wanted:
        have = found.get(float(one.value or 0))
        if have:
            want = _qualifier(one.qualifier)
            measures["qualifiers"].judge(f"{label.where}", want in have, sorted(map(str, have)), f"{one.value}: {want}")


def _qualifier(text: str | None) -> str | None:
    word = _QUALIFIERS.get(text or "", text)
    return word if word in _KNOWN else None


def _compare_people(label: Label, record: RecordJson | None, measures: Mapping[str, Measure]) -> None:
    """People by name; a shorter form of the same name is the same person."""
    have = {letters(person["name"]) for person in record["people"]} if record else set()
    want = {letters(person.name) for person in label.people}
    hit = {name for name in want if any(_same_name(name, other) for other in have)}
    extra = {other for other in have if not any(other in name or name in other for name in want)}
    measures["people"].add(label.where, hit | (extra if label.figures_exhaustive else set()), want)


def _same_name(first: str, second: str) -> bool:
    shorter, longer = sorted((first, second), key=len)
    return first == second or (len(shorter) > 3 and shorter in longer)

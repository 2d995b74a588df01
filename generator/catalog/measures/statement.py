"""A figure as an article states it, ready to be put beside those of other articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...model import Figure, Record
from ...taxonomy import Taxonomy
from .aspects import aspects_of
from .quantity import Quantity, quantity_of
from .reach import Reach, reach_of
from .subject import PlaceNames, Subject, place_names, subject_of
from .times import AsOf, as_of


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured, of whom, and how it is counted: figures of one measure can be put on one line."""

    subject: Subject
    reach: Reach
    aspects: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[Subject, str, tuple[str, ...]]:
        """The same for figures of the same thing, however their scope is told."""
        return self.subject, self.reach.key, self.aspects


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure of one record."""

    record: Record
    figure: Figure
    quantity: Quantity
    when: AsOf | None
    measure: Measure
    fields: frozenset[str] = frozenset()  # the fields of science that its article is filed under

    @property
    def order(self) -> tuple[str, str]:
        """Which statement it is: the same order on every run."""
        return self.record.article.id, self.figure.id


def statements_of(records: Iterable[Record], taxonomy: Taxonomy) -> Iterator[Statement]:
    """The figures of the records that can be compared: of an indicator, or of a thing that can be known again."""
    names = place_names(taxonomy)
    for record in records:
        for figure in record.findings.figures:
            statement = _statement(record, figure, taxonomy, names)
            if statement is not None:
                yield statement


def _statement(record: Record, figure: Figure, taxonomy: Taxonomy, names: PlaceNames) -> Statement | None:
    quantity = quantity_of(figure)
    if quantity is None:
        return None
    subject = subject_of(figure, quantity.unit, taxonomy, names)
    if not subject.indicator and not subject.is_told:
        return None
    measure = Measure(subject, reach_of(record, figure, names), aspects_of(figure, subject.thing))
    return Statement(record, figure, quantity, as_of(record, figure), measure, _fields(record, taxonomy))


def _fields(record: Record, taxonomy: Taxonomy) -> frozenset[str]:
    ids = {tag.id for tag in record.findings.themes}
    return frozenset(id_ for id_ in ids if id_ in taxonomy.themes and taxonomy.themes[id_].kind == "field")

"""Figures as measurements: what they count, of whom, when, how exactly; so that two articles can be compared."""

from .quantity import Quantity, bounds, clearly_less, rounds, same
from .reach import Reach, Told
from .statement import Measure, Statement, statements_of
from .subject import Subject
from .times import AsOf, Basis, apart

__all__ = [
    "AsOf",
    "Basis",
    "Measure",
    "Quantity",
    "Reach",
    "Statement",
    "Subject",
    "Told",
    "apart",
    "bounds",
    "clearly_less",
    "rounds",
    "same",
    "statements_of",
]

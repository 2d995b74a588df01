"""Review: what a person should decide, worst first, each thing with its evidence, its reason, and a decision to sign.

reasons.py says why something is asked and how much harm a mistake there does; article.py and corpus.py ask, queue.py
orders; stubs.py and edit.py write decisions into an editor's files.
"""

from .edit import extended, settled
from .item import Item
from .queue import queue
from .reasons import REASONS, Reason
from .stubs import Stub, entry, signed, stubs

__all__ = ["REASONS", "Item", "Reason", "Stub", "entry", "extended", "queue", "settled", "signed", "stubs"]

"""Questions answered by facts: a small grammar over countries, groups, themes, indicators, names and time.

No model and no guess: every word of a question is a name or term of the taxonomy, a word that asks ("who", "when"), a
word of time, a word that says nothing here ("with", "which"), or a word that a fact must hold. Whatever fits all of
them is the answer, what says so itself before what only its article is about; else there is no evidence. The browser
does the same with the same data (templates/theme/assets/ask.js).
"""

from .answer import Answer, Match, answer
from .facts import Fact, facts_of
from .kinds import Finding, Kind
from .lexicon import Lexicon, lexicon_of
from .narrow import narrowed
from .question import Question, understand
from .units import folded, is_han

__all__ = [
    "Answer",
    "Fact",
    "Finding",
    "Kind",
    "Lexicon",
    "Match",
    "Question",
    "answer",
    "facts_of",
    "folded",
    "is_han",
    "lexicon_of",
    "narrowed",
    "understand",
]

"""Questions answered by facts: a small grammar over countries, groups, themes, indicators, names and time.

No model and no guess: every word of a question is a name or term of the taxonomy, a word of time, a word that says
nothing here ("with", "which"), or a word that a fact must hold. Whatever fits all of them is the answer; else there is
no evidence. The browser does the same with the same data (templates/theme/assets/ask.js).
"""

from .answer import Answer, answer
from .facts import Fact, Finding, Kind, facts_of
from .lexicon import Lexicon, lexicon_of
from .question import Question, understand
from .units import folded

__all__ = [
    "Answer",
    "Fact",
    "Finding",
    "Kind",
    "Lexicon",
    "Question",
    "answer",
    "facts_of",
    "folded",
    "lexicon_of",
    "understand",
]

"""A lexicon without what no question about these facts needs, so that little is sent to a browser."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from .facts import Fact
from .lexicon import Lexicon, Units, theme_of
from .question import understand
from .units import units

#: What asks does so in every atlas.
_ALWAYS = ("ask:", "kind:", "act:", "role:")


def narrowed(lexicon: Lexicon, facts: Iterable[Fact]) -> Lexicon:
    """The lexicon with the names that facts go by, and those others without which a question would be taken for one.

    A name that no fact goes by is left out if the question that has it then fails by a word that no fact holds: the
    answer is the same, no evidence.
    """
    known: set[str] = set()
    held: set[tuple[str, ...]] = set()
    for fact in facts:
        known |= fact.own | fact.of | fact.around.sole | fact.around.themes
        found = units(fact.words)
        held.update((one,) for one in found)
        held.update(pairwise(found))
    kept = {
        name: concepts
        for name, concepts in lexicon.meanings.items()
        if any(concept.startswith(_ALWAYS) or theme_of(concept) in known for concept in concepts)
    }
    small = Lexicon(kept, lexicon.silent, lexicon.times, lexicon.capitals)
    needed = {
        name: concepts
        for name, concepts in lexicon.meanings.items()
        if name not in kept and not _fails(name, small, held)
    }
    return Lexicon(dict(sorted((kept | needed).items())), lexicon.silent, lexicon.times, lexicon.capitals)


def _fails(name: Units, lexicon: Lexicon, held: set[tuple[str, ...]]) -> bool:
    """Whether a question after the name finds nothing, as a word of it stands in no fact."""
    words = understand(" ".join(name), lexicon).words
    return any((one,) not in held for word in words for one in word) or any(
        pair not in held for word in words for pair in pairwise(word)
    )

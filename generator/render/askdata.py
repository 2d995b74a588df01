"""What a browser answers questions with: the words and the facts, each text once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field

from ..ask import Fact, Kind, Lexicon, Match, folded
from ..model import Evidence
from ..plaintext import clean
from ..script import folding_for
from .ask import Line, grounds, line, topic
from .desk import Desk

_NONE = -1  # instead of a sentence: a fact that stands on none


def ask_files(desk: Desk, whole: Lexicon) -> dict[str, bytes]:
    """The file that the page for questions reads, in the language of the desk."""
    lexicon, facts = grounds(desk, whole)
    packed = _Packed(desk)
    rows = [packed.fact(fact) for fact in facts]
    data: dict[str, object] = {
        **_lexicon(lexicon),
        "kinds": [kind.value for kind in Kind],
        "home": f"country:{desk.atlas.home}" if desk.atlas.home else "",
        "concepts": list(packed.concepts),
        "topics": {
            number: topic(desk, concept) for concept, number in packed.concepts.items() if number in packed.wide
        },
        "articles": [article | {"sentences": said} for article, said in packed.told()],
        "facts": rows,
    }
    characters = sorted(set(json.dumps(data, ensure_ascii=False)))
    data["folding"] = folding_for([folded("".join(characters))])
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
    return {f"{desk.voice.folder}data/ask.json": text.encode("utf-8", "backslashreplace")}


def _lexicon(lexicon: Lexicon) -> dict[str, object]:
    """Names by what they mean (one concept a line), joined by bars: most concepts have many, and most names one."""
    names: dict[str, list[str]] = {}
    for name, concepts in lexicon.meanings.items():
        names.setdefault("\n".join(concepts), []).append(" ".join(name))
    return {
        "names": {concepts: "|".join(found) for concepts, found in names.items()},
        "silent": "|".join(sorted(" ".join(word) for word in lexicon.silent)),
        "times": [asdict(time) for time in lexicon.times],
        "capitals": dict(lexicon.capitals),
    }


@dataclass(slots=True)
class _Packed:
    """Facts as rows of numbers and texts; what several have in common stands once, in their article."""

    desk: Desk
    concepts: dict[str, int] = field(default_factory=dict)
    wide: set[int] = field(default_factory=set)  # the concepts of whole articles
    articles: list[dict[str, object]] = field(default_factory=list)
    _places: dict[str, int] = field(default_factory=dict)  # of the articles, by id
    _sentences: list[dict[Evidence, object]] = field(default_factory=list)  # of each article

    def fact(self, fact: Fact) -> list[object]:
        """Kind, article, its own concepts, those of whom it is, years, whether dated, told, sentence, anchor."""
        told = line(self.desk, Match(fact))
        place = self._article(fact)
        article = self.articles[place]
        return [
            list(Kind).index(fact.kind),
            place,
            self._numbers(fact.own - fact.around.home - {f"kind:{fact.kind}"}),
            self._numbers(fact.of - fact.around.home),
            list(fact.years),
            int(fact.dated),
            "" if fact.told == article["summary"] else clean(fact.told),
            self._sentence(fact.evidence, place, told),
            told.article.anchor,
        ]

    def _numbers(self, concepts: Iterable[str]) -> list[int]:
        return [self.concepts.setdefault(concept, len(self.concepts)) for concept in sorted(concepts)]

    def _article(self, fact: Fact) -> int:
        """The number of the fact's article."""
        record = fact.record
        if record.article.id not in self._places:
            told = line(self.desk, Match(fact))
            sole, themes = self._numbers(fact.around.sole), self._numbers(fact.around.themes)
            self.wide.update((*sole, *themes))
            self._places[record.article.id] = len(self.articles)
            self.articles.append(
                {
                    "page": f"{told.article.path.removesuffix('.md')}/",
                    "title": clean(told.article.title),
                    "language": record.findings.language,
                    "speaker": clean(told.speaker),
                    "date": told.date,
                    "summary": clean(self.desk.summary(record)),
                    "sole": sole,
                    "themes": themes,
                    "several": fact.around.several,
                }
            )
            self._sentences.append({})
        return self._places[record.article.id]

    def _sentence(self, evidence: Evidence | None, place: int, told: Line) -> int:
        """The number of a sentence in its article."""
        if evidence is None:
            return _NONE
        said = self._sentences[place]
        said.setdefault(evidence, [told.place, clean(told.sentence)])
        return list(said).index(evidence)

    def told(self) -> Iterator[tuple[dict[str, object], list[object]]]:
        """Each article with its sentences: their place, and their words where those may be shown.

        The places part the words: side by side, sentences would read as one passage, longer than may be shown.
        """
        return zip(self.articles, (list(said.values()) for said in self._sentences), strict=True)

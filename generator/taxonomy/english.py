"""English names and labels inside a sentence."""

from __future__ import annotations

import re

#: English names that take an article inside a sentence.
_WITH_ARTICLE = re.compile(
    r"United .+|.+ (?:Islands|Republic|Territory|Territories|Federation|Nations|Initiative|Council|Union|Agency"
    r"|Community|Organi[sz]ation|Commonwealth|Alliance|Commission|Conference|Forum|Bank|Fund|Group|Association|Accords|States"
    r"|Convention|Programme)|(?:Union|Organi[sz]ation|Association|Community|Alliance|Commonwealth) of .+|Commonwealth"
    r"|G\d+|UN|EU|OECD|IAEA|SCO|GCC|Arab League|Belt and Road|Global South|Middle East|Caribbean.*"
    r"|Bahamas|Comoros|Gambia|Maldives|Netherlands|Philippines"
    r"|Seychelles"
)


def with_article(name: str) -> str:
    """A name inside a sentence: `France`, `the Netherlands`."""
    return f"the {name}" if _WITH_ARTICLE.fullmatch(name) else name


def lower_first(label: str) -> str:
    """A label inside a sentence: `Space` becomes `space`, `AI` stays."""
    return label[0].lower() + label[1:] if label[1:2].islower() else label

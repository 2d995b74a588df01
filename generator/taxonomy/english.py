"""English names and labels inside a sentence."""

from __future__ import annotations

import re

#: English names that take an article inside a sentence.
_WITH_ARTICLE = re.compile(
    r"United .+|.+ (?:Islands|Republic|Territory|Territories|Federation|Nations|Initiative)|(?:European|African) Union"
    r"|Arab League|Global South|Bahamas|Comoros|Gambia|Maldives|Netherlands|Philippines|Seychelles"
)


def with_article(name: str) -> str:
    """A name inside a sentence: `France`, `the Netherlands`."""
    return f"the {name}" if _WITH_ARTICLE.fullmatch(name) else name


def lower_first(label: str) -> str:
    """A label inside a sentence: `Space` becomes `space`, `AI` stays."""
    return label[0].lower() + label[1:] if label[1:2].islower() else label
